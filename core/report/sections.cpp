// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/sections.h"

#include "core/report/texts.h"
#include "core/report/times.h"
#include "core/report/wording.h"
#include "core/verdict/claims.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

using base::json::Value;

// In the order of base::Outcome.
constexpr std::array marks{u'✓', u'!', u'✗', u'–'};
constexpr std::array outcomeNames{"pass"_L1, "warn"_L1, "fail"_L1, "skipped"_L1};

QString momentText(const Value &value, base::Instant now)
{
    const auto instant = value.isNumber() ? base::instantFromNumber(value.text()) : std::nullopt;
    return instant ? u"%1, %2"_s.arg(utcText(*instant), relativeText(*instant, now)) : QString();
}

QString amrText(const Value &value)
{
    QStringList known;
    for (const auto &method : value.toStringList()) {
        const auto meaning = verdict::explainAmr(method);
        if (!meaning.isEmpty())
            known += meaning;
    }
    return known.join(u", "_s);
}

QString sidText(const Value &value)
{
    const auto decoded = verdict::decodeSid(value.toString());
    return decoded.isEmpty() ? decoded : foreign(decoded);
}

//! What this very value says, beside the meaning of the claim.
QString valueText(const verdict::ClaimInfo &info, const Value &value, base::Instant now)
{
    if (info.isTime)
        return momentText(value, now);
    if (info.name == "amr"_L1)
        return amrText(value);
    if (info.name == "sid"_L1)
        return sidText(value);
    return {};
}

ClaimRow rowOf(const Value &value, const verdict::ClaimInfo *info, base::Instant now)
{
    ClaimRow row{value.name(), QString::fromUtf8(value.text()), {}};
    if (info == nullptr) {
        row.meaning = translated(QT_TRANSLATE_NOOP("report", "custom"));
        return row;
    }
    QStringList parts{valueText(*info, value, now), info->meaning};
    parts.removeAll(QString());
    row.meaning = parts.join(u" · "_s);
    return row;
}

} // namespace

QList<ClaimRow> claimRows(const jose::Token &token, base::Instant now)
{
    QList<ClaimRow> rows;
    for (const auto value : token.claims())
        rows += rowOf(value, verdict::describeClaim(value.name()), now);
    return rows;
}

QList<ClaimRow> headerRows(const jose::Token &token)
{
    QList<ClaimRow> rows;
    const auto root = token.header().json.root();
    if (!root.isObject())
        return rows;
    for (const auto value : root)
        rows += rowOf(value, verdict::describeHeader(value.name()), {});
    return rows;
}

QStringList notCheckedTexts(const verdict::Verdict &verdict)
{
    QStringList texts;
    for (const auto &id : verdict.notChecked) {
        const auto text = notCheckedText(id);
        texts += verdict.requiredNotChecked.contains(id)
            ? translated(QT_TRANSLATE_NOOP("report", "%1 (this policy requires it)")).arg(text)
            : text;
    }
    return texts;
}

QString judgedText(const verdict::Verdict &verdict)
{
    return translated(QT_TRANSLATE_NOOP("report", "Judged as: %1, at %2 (%3)."))
        .arg(profileName(verdict.judgedAs), utcText(verdict.at), localText(verdict.at));
}

QString kindText(const verdict::Examination &examination)
{
    const auto reasons = kindReason(examination.kind);
    const auto kind = kindName(examination.kind.kind);
    return reasons.isEmpty() ? kind : u"%1 (%2)"_s.arg(kind, reasons);
}

QChar markOf(base::Outcome outcome)
{
    return marks.at(size_t(outcome));
}

QLatin1StringView name(base::Outcome outcome)
{
    return outcomeNames.at(size_t(outcome));
}

} // namespace report
