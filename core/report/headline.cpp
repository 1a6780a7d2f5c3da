// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/basis.h"
#include "core/report/texts.h"
#include "core/report/times.h"
#include "core/report/words.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

using std::chrono::minutes;
using verdict::Decision;

// In the order of verdict::Profile.
constexpr std::array acceptedAs{
    QT_TRANSLATE_NOOP("report", "Accepted"),
    QT_TRANSLATE_NOOP("report", "Accepted as an access token"),
    QT_TRANSLATE_NOOP("report", "Accepted as an ID token"),
    QT_TRANSLATE_NOOP("report", "Accepted for a sensitive action"),
    QT_TRANSLATE_NOOP("report", "Accepted as a machine-to-machine token"),
    QT_TRANSLATE_NOOP("report", "Accepted as a JWT of any kind"),
};
static_assert(acceptedAs.size() == size_t(verdict::Profile::Any) + 1);

// In the order of jose::SignatureStatus.
constexpr std::array signatures{
    QT_TRANSLATE_NOOP("report", "Signature valid"),
    QT_TRANSLATE_NOOP("report", "Signature does not fit"),
    QT_TRANSLATE_NOOP("report", "Signature not checked"),
};

//! Null when the rules made no such finding.
const base::Finding *findingOf(const verdict::Verdict &verdict, QLatin1StringView id)
{
    const auto at = std::find_if(verdict.findings.begin(), verdict.findings.end(),
                                 [id](const auto &finding) { return finding.id == id; });
    return at == verdict.findings.end() ? nullptr : &*at;
}

//! The finding that a refusal or a "cannot tell" speaks of.
const base::Finding *reasonOf(const verdict::Verdict &verdict)
{
    if (const auto *primary = verdict.primaryFinding())
        return primary;
    return verdict.requiredNotChecked.isEmpty()
        ? nullptr
        : findingOf(verdict, verdict.requiredNotChecked.first());
}

//! "Rejected: …" or "Cannot tell: …". A headline without its reason is never shown when there is
//! one.
QString decisionText(const verdict::Verdict &verdict, Quote quote)
{
    const auto *reason = reasonOf(verdict);
    const auto words = reason != nullptr ? headlineWords(*reason, verdict, quote) : QString();
    if (verdict.decision == Decision::Rejected)
        return filled(translated(QT_TRANSLATE_NOOP("report", "Rejected: %1")), {words});
    return words.isEmpty()
        ? translated(QT_TRANSLATE_NOOP("report", "Cannot tell: something required was not checked"))
        : filled(translated(QT_TRANSLATE_NOOP("report", "Cannot tell: %1")), {words});
}

//! An accepted token says as what, because a good ID token is a bad access token.
QString titleOf(const verdict::Verdict &verdict, Quote quote)
{
    return verdict.decision == Decision::Accepted
        ? translated(acceptedAs.at(size_t(verdict.judgedAs)))
        : decisionText(verdict, quote);
}

//! Nothing where the title says it already, or where the token has no end.
QString lifeText(const verdict::Verdict &verdict)
{
    const auto &moments = verdict.moments;
    const auto *primary = verdict.primaryFinding();
    if (primary != nullptr
        && (primary->id == "time.expired"_L1 || primary->id == "time.not_yet_valid"_L1))
        return {}; // the title says it already
    if (findingOf(verdict, "time.expired"_L1) != nullptr && moments.expires) {
        return translated(QT_TRANSLATE_NOOP("report", "expired %1"))
            .arg(relativeText(*moments.expires, verdict));
    }
    if (findingOf(verdict, "time.not_yet_valid"_L1) != nullptr)
        return translated(QT_TRANSLATE_NOOP("report", "not good yet"));
    if (moments.expires)
        return translated(QT_TRANSLATE_NOOP("report", "not expired"));
    return {};
}

//! Whole minutes from the first minute on: a subtitle that ticks is restless.
QString signInText(const verdict::Verdict &verdict)
{
    if (!verdict.moments.authTime)
        return {};
    const auto age = verdict.at - *verdict.moments.authTime;
    if (age < age.zero())
        return translated(QT_TRANSLATE_NOOP("report", "sign-in in the future"));
    const auto shown = age < minutes{1} ? age : std::chrono::floor<minutes>(age);
    return translated(verdict.asOf == verdict::AsOf::Now
                          ? QT_TRANSLATE_NOOP("report", "sign-in is %1 old")
                          : QT_TRANSLATE_NOOP("report", "sign-in was %1 old"))
        .arg(durationText(shown));
}

qsizetype failedIn(const base::Findings &findings)
{
    return std::count_if(findings.begin(), findings.end(), [](const auto &finding) {
        return finding.outcome == base::Outcome::Fail;
    });
}

//! How much else is wrong, beside what the title says.
QString othersText(const verdict::Verdict &verdict, const base::Findings &beside)
{
    const auto failed = failedIn(verdict.findings) + failedIn(beside);
    return failed < 2
        ? QString()
        : translated(QT_TRANSLATE_NOOP("report", "checks that failed: %1")).arg(failed);
}

//! The separate answers, so that one fault does not hide what is all right.
QString subtitleOf(const verdict::Examination &examination, const verdict::Verdict &verdict,
                   const base::Findings &beside)
{
    QStringList facts;
    if (examination.signatures.isEmpty())
        facts += kindName(examination.kind.kind);
    else
        facts += translated(signatures.at(size_t(verdict.signature)));
    facts << lifeText(verdict) << signInText(verdict) << othersText(verdict, beside);
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

} // namespace

Headline headlineFor(const verdict::Examination &examination, const verdict::Verdict &verdict,
                     Quote quote, const base::Findings &beside)
{
    return {titleOf(verdict, quote), subtitleOf(examination, verdict, beside),
            basisOf(examination, verdict, quote)};
}

Headline headline(const verdict::Examination &examination, const verdict::Verdict &verdict,
                  const base::Findings &beside)
{
    return headlineFor(examination, verdict, base::escape::visible, beside);
}

} // namespace report
