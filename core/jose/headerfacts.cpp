// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/headerfacts.h"

#include <algorithm>

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

// A byte order mark or a bad byte in some name stops nobody from reading the rest; it is a failure
// of its own. Behind a syntax error nothing is certain.
bool isWhole(const base::json::Document &json)
{
    return std::ranges::all_of(json.problems(), [](const base::Error &problem) {
        return problem.id == "json.bom"_L1 || problem.id == "json.utf8"_L1;
    });
}

} // namespace

bool isReadable(const Part &part)
{
    return part.present && !part.problem && part.json.isValid() && part.json.root().isObject();
}

base::json::Value readableClaims(const Token &token)
{
    const Part &payload = token.payload();
    return payload.problem || !isWhole(payload.json) ? base::json::Value() : token.claims();
}

bool isPayloadBroken(const Token &token)
{
    const Part &payload = token.payload();
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

} // namespace jose
