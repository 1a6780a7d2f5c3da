// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/judge.h"

#include "core/verdict/calendar.h"
#include "core/verdict/families.h"
#include "core/verdict/rules.h"

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;
using base::Outcome;
using jose::SignatureStatus;

namespace {

constexpr auto families = std::to_array<void (*)(Inquiry &)>({
    judgeForm,
    judgeSignatures,
    judgeKeys,
    judgeIssuer,
    judgeKind,
    judgeTimes,
    judgeAudience,
    judgeSignIn,
    judgeRequirements,
    judgeClaims,
    judgeDuplicates,
    judgeAuthgear,
    listUnchecked,
});

// One bad signature spoils the whole, and one that could not be computed leaves it open.
SignatureStatus signatureStatus(const QList<jose::SignatureResult> &results)
{
    const auto has = [&results](SignatureStatus status) {
        return std::ranges::find(results, status, &jose::SignatureResult::status) != results.end();
    };
    if (has(SignatureStatus::Invalid))
        return SignatureStatus::Invalid;
    return results.isEmpty() || has(SignatureStatus::Unverified) ? SignatureStatus::Unverified
                                                                 : SignatureStatus::Valid;
}

Decision decide(const QList<Draft> &drafts, SignatureStatus signature)
{
    const auto isFailed
        = [](const Draft &draft) { return draft.finding().outcome == Outcome::Fail; };
    if (std::ranges::any_of(drafts, isFailed))
        return Decision::Rejected;
    // The second half is a belt: each missing signature has a finding that blocks.
    const bool isOpen
        = std::ranges::any_of(drafts, &Draft::isBlocking) || signature != SignatureStatus::Valid;
    return isOpen ? Decision::CannotTell : Decision::Accepted;
}

// Whether the finding can be what explains the decision. A kind with a foreign key explains a bad
// or missing signature, also under a policy that takes any kind.
bool explains(const Draft &draft, Decision decision)
{
    const Outcome outcome = draft.finding().outcome;
    if (decision == Decision::Accepted)
        return outcome == Outcome::Warn;
    const bool isForeign = rules()[static_cast<size_t>(draft.row())].rank == Rank::ForeignKey
        && outcome == Outcome::Warn;
    return isForeign
        || (decision == Decision::Rejected ? outcome == Outcome::Fail : draft.isBlocking());
}

qsizetype primaryOf(const QList<Draft> &drafts, Decision decision)
{
    qsizetype primary = -1;
    const auto rank
        = [&drafts](qsizetype i) { return rules()[static_cast<size_t>(drafts.at(i).row())].rank; };
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        if (explains(drafts.at(i), decision) && (primary < 0 || rank(i) < rank(primary)))
            primary = i;
    }
    return primary;
}

void listNotChecked(Verdict &verdict, const QList<Draft> &drafts)
{
    QList<QLatin1StringView> others;
    for (const Draft &draft : drafts) {
        if (draft.isBlocking())
            verdict.requiredNotChecked << draft.finding().id;
        else if (draft.finding().outcome == Outcome::Skipped)
            others << draft.finding().id;
    }
    verdict.notChecked = verdict.requiredNotChecked + others;
}

} // namespace

Verdict judge(const Examination &examination, const Policy &policy, base::Instant now)
{
    Inquiry inquiry(examination, policy, now);
    for (const auto family : families)
        family(inquiry);
    QList<Draft> drafts = inquiry.takeDrafts();

    Verdict verdict;
    verdict.signature = signatureStatus(examination.signatures);
    verdict.decision = decide(drafts, verdict.signature);
    verdict.primary = primaryOf(drafts, verdict.decision);
    verdict.findings.reserve(drafts.size());
    listNotChecked(verdict, drafts);
    for (Draft &draft : drafts)
        verdict.findings << draft.takeFinding();
    verdict.judgedAs = inquiry.profile();
    verdict.policy = policy;
    verdict.at = now;
    verdict.moments = momentsOf(inquiry);
    verdict.nextChange = nextChange(inquiry);
    return verdict;
}

QLatin1StringView name(Decision decision)
{
    constexpr auto names
        = std::to_array<QLatin1StringView>({"accepted"_L1, "rejected"_L1, "cannot_tell"_L1});
    return names[static_cast<size_t>(decision)];
}

} // namespace verdict
