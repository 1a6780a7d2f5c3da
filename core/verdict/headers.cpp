// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/headers.h"

namespace verdict {

using namespace Qt::Literals::StringLiterals;

bool isReadable(const jose::Part &part)
{
    return part.present && !part.problem && part.json.isValid() && part.json.root().isObject();
}

base::json::Value readableClaims(const jose::Token &token)
{
    return token.payload().problem ? base::json::Value() : token.claims();
}

bool isPayloadBroken(const jose::Token &token)
{
    const jose::Part &payload = token.payload();
    if (!payload.present || payload.problem)
        return true;
    return !payload.json.isValid() && payload.bytes.trimmed().startsWith('{');
}

QString mediaType(const base::json::Value &value)
{
    const QString type = value.isString() ? value.toString().toLower() : QString();
    constexpr auto prefix = "application/"_L1;
    const bool isSimple = type.startsWith(prefix) && type.count(u'/') == 1;
    return isSimple ? type.mid(prefix.size()) : type;
}

} // namespace verdict
