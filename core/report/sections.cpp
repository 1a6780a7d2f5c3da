// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/sections.h"

#include "core/report/texts.h"
#include "core/report/times.h"
#include "core/report/words.h"
#include "core/verdict/claims.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

using base::json::Value;

// In the order of base::Outcome.
constexpr std::array marks{u'✓', u'!', u'✗', u'–'};
constexpr std::array outcomeNames{"pass"_L1, "warn"_L1, "fail"_L1, "skipped"_L1};

//! "2026-08-24 14:20:11 UTC, in 18 min"; nothing where the number is none.
QString momentText(const Value &value, const Standpoint &now)
{
    const auto instant = value.isNumber() ? base::instantFromNumber(value.text()) : std::nullopt;
    return instant ? u"%1, %2"_s.arg(utcText(*instant), relativeText(*instant, now)) : QString();
}

//! The methods that are known; unknown ones stand in the value beside it anyway.
QString amrText(const Value &value)
{
    QStringList known;
    for (const auto &method : value.toStringList()) {
        const auto meaning = verdict::explainAmr(method);
        if (!meaning.isEmpty())
            known += meaning;
    }
    return known.join(u"; "_s);
}

//! Authgear packs kind and id of the session into base64url.
QString sidText(const Value &value)
{
    const auto decoded = verdict::decodeSid(value.toString());
    return decoded.isEmpty() ? decoded : foreign(decoded);
}

//! What this very value says, beside the meaning of the claim.
QString valueText(const verdict::ClaimInfo &info, const Value &value, const Standpoint &now)
{
    if (info.isTime)
        return momentText(value, now);
    if (info.name == "amr"_L1)
        return amrText(value);
    if (info.name == "sid"_L1)
        return sidText(value);
    return {};
}

//! A claim that the dictionary does not know is custom, never an error.
ClaimRow rowOf(const Value &value, const verdict::ClaimInfo *info, const Standpoint &now)
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

// In the order of jose::KeyType.
constexpr std::array keyTypes{"RSA"_L1, "EC"_L1, "OKP"_L1, "oct"_L1};

// In the order of jose::KeyOrigin.
constexpr std::array origins{
    QT_TRANSLATE_NOOP("report", "from the issuer"),
    QT_TRANSLATE_NOOP("report", "from the address that you gave"),
    QT_TRANSLATE_NOOP("report", "from a file that you gave"),
    QT_TRANSLATE_NOOP("report", "a secret that you gave"),
    QT_TRANSLATE_NOOP("report", "from the token itself"),
};

//! "RSA 2048", "EC P-256"; nothing of a secret, whose length is nobody's business.
QString typeText(const jose::Key &key)
{
    if (key.isNull() || key.type() == jose::KeyType::Oct)
        return {};
    const auto size = key.curve().isEmpty() ? QString::number(key.bits()) : key.curve();
    return keyTypes.at(size_t(key.type())) + u' ' + size;
}

//! The key behind an attempt; null where the attempt was about a key that could not be kept.
jose::Key keyOf(const verdict::Examination &examination, const jose::Attempt &attempt)
{
    const auto sets = examination.keySets();
    if (attempt.set >= sets.size() || attempt.entry >= sets.at(attempt.set).size())
        return {};
    return sets.at(attempt.set).entries().at(attempt.entry).key;
}

} // namespace

QString keyText(const verdict::Examination &examination, const jose::Attempt &attempt)
{
    QStringList parts;
    if (attempt.origin != jose::KeyOrigin::Token)
        parts += typeText(keyOf(examination, attempt));
    parts += translated(origins.at(size_t(attempt.origin)));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

base::Findings aboutToken(const base::Findings &findings)
{
    auto kept = findings;
    kept.removeIf([](const auto &finding) { return finding.id.startsWith("not_checked."_L1); });
    return kept;
}

QList<ClaimRow> claimRows(const jose::Token &token, const Standpoint &now)
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

namespace {

//! The finding itself: its sentence may depend on what was found. The bare id where nothing was.
base::Finding skippedFinding(const verdict::Verdict &verdict, QLatin1StringView id)
{
    for (const auto &finding : verdict.findings) {
        if (finding.id == id && finding.outcome == base::Outcome::Skipped)
            return finding;
    }
    base::Finding bare;
    bare.id = id;
    return bare;
}

} // namespace

QStringList notCheckedTexts(const verdict::Verdict &verdict, Quote quote)
{
    QStringList texts;
    for (const auto &id : verdict.notChecked) {
        const auto words = wordFor(skippedFinding(verdict, id), verdict, quote);
        if (verdict.requiredNotChecked.contains(id)) {
            texts += translated(QT_TRANSLATE_NOOP("report", "%1 (this policy requires it)"))
                         .arg(words.title);
        } else if (id.startsWith("not_checked."_L1)) {
            texts += u"%1: %2"_s.arg(words.title, words.inShort);
        } else {
            texts += words.title; // says why itself
        }
    }
    return texts;
}

QString judgedText(const verdict::Verdict &verdict)
{
    // The fraction of a second on the clock says nothing to a person.
    const auto at = std::chrono::floor<std::chrono::seconds>(verdict.at);
    const auto kind = profileName(verdict.judgedAs);
    return isInUtc(at)
        ? translated(QT_TRANSLATE_NOOP("report", "Judged as: %1, at %2.")).arg(kind, utcText(at))
        : translated(QT_TRANSLATE_NOOP("report", "Judged as: %1, at %2 (%3)."))
              .arg(kind, utcText(at), localText(at));
}

verdict::Verdict innerVerdict(const Inspection &inspection, const verdict::Examination &inner)
{
    auto judged = verdict::judge(inner, inspection.verdict.policy, inspection.verdict.at);
    judged.asOf = inspection.verdict.asOf;
    return judged;
}

const http::TlsFacts *doubtedCertificate(const oidc::IssuerSnapshot &snapshot)
{
    const auto &all = snapshot.exchanges;
    const auto last = std::find_if(all.crbegin(), all.crend(), [](const auto &exchange) {
        return !exchange.tls.problems.isEmpty() && !exchange.tls.certificateSha256.isEmpty();
    });
    return last == all.crend() ? nullptr : &last->tls;
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
