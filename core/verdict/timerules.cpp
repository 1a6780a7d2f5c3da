// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/families.h"
#include "core/verdict/snapshots.h"

namespace verdict {

using namespace Qt::Literals::StringLiterals;
using base::Outcome;

namespace {

Draft about(QLatin1StringView id, Claim claim, const TimeClaim &time)
{
    Draft draft(id, name(claim));
    draft.found(time.value());
    if (time.at())
        draft.fact("at"_L1, unixMilliseconds(*time.at()));
    return draft;
}

void addWrongType(Inquiry &inquiry, QLatin1StringView id, Claim claim)
{
    inquiry.add(about(id, claim, inquiry.time(claim)).expected(u"number"_s));
}

void addLifetime(Draft &draft, const Inquiry &inquiry)
{
    const TimeClaim &iat = inquiry.time(Claim::Iat);
    const TimeClaim &exp = inquiry.time(Claim::Exp);
    if (iat.at() && exp.at() && *iat.at() < *exp.at())
        draft.fact("lifetime"_L1, secondsBetween(*iat.at(), *exp.at()));
}

// "By the issuer's clock this token is still good": only where the offset is larger than its error.
template <typename Predicate>
void addIssuerClock(Draft &draft, const Inquiry &inquiry, Predicate isGoodAt)
{
    const std::optional<oidc::ClockOffset> clock = issuerClock(inquiry.snapshot());
    if (!clock)
        return;
    const base::Instant earliest = inquiry.now() + clock->offset - clock->error;
    const base::Instant latest = inquiry.now() + clock->offset + clock->error;
    draft.fact("goodByIssuerClock"_L1, isGoodAt(earliest) && isGoodAt(latest))
        .fact("offset"_L1, qlonglong(clock->offset.count()))
        .fact("offsetError"_L1, qlonglong(clock->error.count()));
}

// RFC 7519 section 4.1.4: "on or after" exp it must not be accepted.
void judgeExpiryMoment(Inquiry &inquiry, const TimeClaim &exp)
{
    const qlonglong leeway = inquiry.policy().leeway.count();
    const base::Instant end = plus(*exp.at(), inquiry.policy().leeway);
    if (inquiry.now() >= end) {
        Draft draft = about("time.expired"_L1, Claim::Exp, exp);
        draft.fact("seconds"_L1, secondsBetween(*exp.at(), inquiry.now()))
            .fact("leeway"_L1, leeway)
            .fact("idToken"_L1, inquiry.kind() == Kind::IdToken);
        addLifetime(draft, inquiry);
        addIssuerClock(draft, inquiry, [end](base::Instant then) { return then < end; });
        inquiry.add(draft);
    } else if (inquiry.now() >= *exp.at()) {
        inquiry.add(about("time.within_leeway"_L1, Claim::Exp, exp)
                        .fact("seconds"_L1, secondsBetween(*exp.at(), inquiry.now()))
                        .fact("leeway"_L1, leeway));
    } else {
        Draft draft = about("time.exp_ok"_L1, Claim::Exp, exp);
        addLifetime(draft, inquiry);
        inquiry.add(draft.fact("seconds"_L1, secondsBetween(inquiry.now(), *exp.at())));
    }
}

void judgeExpiry(Inquiry &inquiry)
{
    const TimeClaim &exp = inquiry.time(Claim::Exp);
    if (!exp.isPresent())
        inquiry.add(about("time.exp_missing"_L1, Claim::Exp, exp)
                        .outcome(inquiry.wantsKind() ? Outcome::Fail : Outcome::Warn));
    else if (exp.hasWrongType())
        addWrongType(inquiry, "time.exp_type"_L1, Claim::Exp);
    else
        judgeExpiryMoment(inquiry, exp);
}

void judgeStartMoment(Inquiry &inquiry, const TimeClaim &nbf)
{
    const qlonglong leeway = inquiry.policy().leeway.count();
    const base::Instant start = plus(*nbf.at(), -inquiry.policy().leeway);
    if (inquiry.now() < start) {
        Draft draft = about("time.not_yet_valid"_L1, Claim::Nbf, nbf);
        draft.fact("seconds"_L1, secondsBetween(inquiry.now(), *nbf.at()))
            .fact("leeway"_L1, leeway)
            .fact("milliseconds"_L1, nbf.looksLikeMilliseconds());
        addIssuerClock(draft, inquiry, [start](base::Instant then) { return then >= start; });
        inquiry.add(draft);
    } else if (inquiry.now() < *nbf.at()) {
        inquiry.add(about("time.within_leeway"_L1, Claim::Nbf, nbf)
                        .fact("seconds"_L1, secondsBetween(inquiry.now(), *nbf.at()))
                        .fact("leeway"_L1, leeway));
    } else {
        inquiry.add(about("time.nbf_ok"_L1, Claim::Nbf, nbf)
                        .fact("seconds"_L1, secondsBetween(*nbf.at(), inquiry.now())));
    }
}

void judgeStart(Inquiry &inquiry)
{
    const TimeClaim &nbf = inquiry.time(Claim::Nbf);
    if (nbf.hasWrongType())
        addWrongType(inquiry, "time.nbf_type"_L1, Claim::Nbf);
    else if (nbf.isPresent())
        judgeStartMoment(inquiry, nbf);
}

// ID tokens and RFC 9068 tokens must have iat; for others it is good manners.
bool needsIssueTime(const Inquiry &inquiry)
{
    return inquiry.wantsIdToken()
        || (inquiry.wantsAccessToken() && (inquiry.isTypedAccessToken() || inquiry.isAuthgear()));
}

void judgeIssueTime(Inquiry &inquiry)
{
    const TimeClaim &iat = inquiry.time(Claim::Iat);
    if (!iat.isPresent()) {
        inquiry.add(about("time.iat_missing"_L1, Claim::Iat, iat)
                        .outcome(needsIssueTime(inquiry) ? Outcome::Fail : Outcome::Warn));
    } else if (iat.hasWrongType()) {
        addWrongType(inquiry, "time.iat_type"_L1, Claim::Iat);
    } else if (inquiry.now() < plus(*iat.at(), -inquiry.policy().leeway)) {
        const base::Instant start = *iat.at();
        Draft draft = about("time.iat_future"_L1, Claim::Iat, iat);
        draft.fact("seconds"_L1, secondsBetween(inquiry.now(), start))
            .fact("milliseconds"_L1, iat.looksLikeMilliseconds());
        addIssuerClock(draft, inquiry, [start](base::Instant then) { return then >= start; });
        inquiry.add(draft);
    } else {
        inquiry.add(about("time.iat_ok"_L1, Claim::Iat, iat)
                        .fact("seconds"_L1, secondsBetween(*iat.at(), inquiry.now())));
    }
}

void judgeSpelling(Inquiry &inquiry, Claim claim)
{
    const TimeClaim &time = inquiry.time(claim);
    if (time.looksLikeMilliseconds())
        inquiry.add(about("time.milliseconds"_L1, claim, time)
                        .fact("meant"_L1, unixMilliseconds(time.ifMilliseconds())));
    else if (time.isFarAway())
        inquiry.add(about("time.far_away"_L1, claim, time));
    if (time.isFractional())
        inquiry.add(about("time.fraction"_L1, claim, time));
}

// A token that ends before it begins was put together wrongly.
void judgeOrder(Inquiry &inquiry, Claim first)
{
    const TimeClaim &begin = inquiry.time(first);
    const TimeClaim &exp = inquiry.time(Claim::Exp);
    if (!begin.at() || !exp.at())
        return;
    // Two that are too far away to be told apart may well be in order.
    const bool isTold = *exp.at() != *begin.at()
        || (*exp.at() < base::latestInstant && *exp.at() > base::earliestInstant);
    if (isTold && *exp.at() <= *begin.at())
        inquiry.add(about("time.order"_L1, Claim::Exp, exp).expected(name(first)));
}

// The machine's clock matters to every token; a few seconds matter to none.
constexpr std::chrono::seconds remarkableOffset{10};

void judgeClock(Inquiry &inquiry)
{
    const std::optional<oidc::ClockOffset> clock = issuerClock(inquiry.snapshot());
    if (!clock || std::chrono::abs(clock->offset) < remarkableOffset)
        return;
    inquiry.add(Draft("time.clock_offset"_L1, "clock"_L1)
                    .fact("offset"_L1, qlonglong(clock->offset.count()))
                    .fact("offsetError"_L1, qlonglong(clock->error.count())));
}

} // namespace

void judgeTimes(Inquiry &inquiry)
{
    if (!inquiry.claims().isPresent())
        return;
    judgeExpiry(inquiry);
    judgeStart(inquiry);
    judgeIssueTime(inquiry);
    for (const Claim claim : {Claim::Exp, Claim::Nbf, Claim::Iat, Claim::AuthTime})
        judgeSpelling(inquiry, claim);
    judgeOrder(inquiry, Claim::Iat);
    judgeOrder(inquiry, Claim::Nbf);
    judgeClock(inquiry);
}

} // namespace verdict
