// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/redaction.h"

#include "core/report/texts.h"
#include "core/verdict/claims.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

//! Known, not personal by themselves, and yet they lead to one person or one session.
constexpr std::array identifying{
    "sub"_L1,    "sid"_L1,    "jti"_L1,     "nonce"_L1, "at_hash"_L1,
    "c_hash"_L1, "s_hash"_L1, "ds_hash"_L1, "act"_L1,   "may_act"_L1,
};

//! Subjects of findings that are parts of a token or headers and no claims. A name that is both
//! (RFC 7519 section 5.3 lets iss, sub and aud stand in a header, too) counts as the claim.
bool isClaim(const QString &subject)
{
    constexpr std::array others{"token"_L1, "header"_L1, "payload"_L1, "signature"_L1,
                                "key"_L1,   "issuer"_L1, "clock"_L1,   "session"_L1};
    return std::find(others.begin(), others.end(), subject) == others.end()
        && (verdict::describeClaim(subject) != nullptr
            || verdict::describeHeader(subject) == nullptr);
}

//! For findings, where not even the length of a value is said.
QString maskedWord()
{
    return translated(QT_TRANSLATE_NOOP("report", "masked"));
}

} // namespace

bool isMasked(const QString &claim)
{
    const auto *info = verdict::describeClaim(claim);
    return info == nullptr || info->isPersonal
        || std::find(identifying.begin(), identifying.end(), claim) != identifying.end();
}

QString maskText(const base::json::Value &value)
{
    if (value.isString()) {
        return translated(QT_TRANSLATE_NOOP("report", "masked: text of %1 characters"))
            .arg(value.toString().toUcs4().size());
    }
    if (value.isArray())
        return translated(QT_TRANSLATE_NOOP("report", "masked: list of %1")).arg(value.size());
    if (value.isObject())
        return translated(QT_TRANSLATE_NOOP("report", "masked: object"));
    return maskedWord();
}

base::Finding redacted(const base::Finding &finding)
{
    if (!isClaim(finding.subject) || !isMasked(finding.subject))
        return finding;
    auto copy = finding;
    if (!copy.found.isEmpty())
        copy.found = maskedWord();
    for (base::Fact &fact : copy.facts) {
        if (fact.value.typeId() == QMetaType::QStringList)
            fact.value = QStringList{maskedWord()};
    }
    return copy;
}

} // namespace report
