// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/families.h"

namespace verdict {

using namespace Qt::Literals::StringLiterals;
using base::Outcome;

namespace {

// A login page takes its time: so much later than the sign-in is still the same sign-in.
constexpr std::chrono::seconds littleLater{60};

// An old sign-in is a remark, until the action is a sensitive one.
Outcome outcome(const Inquiry &inquiry)
{
    return inquiry.isSensitive() ? Outcome::Fail : Outcome::Warn;
}

Draft about(QLatin1StringView id, const Inquiry &inquiry)
{
    const TimeClaim &authTime = inquiry.time(Claim::AuthTime);
    Draft draft(id, name(Claim::AuthTime));
    draft.found(authTime.value())
        .fact("limit"_L1,
              qlonglong(inquiry.signInLimit().value_or(std::chrono::seconds{0}).count()))
        .fact("sensitive"_L1, inquiry.isSensitive());
    if (authTime.at())
        draft.fact("at"_L1, unixMilliseconds(*authTime.at()));
    return draft;
}

// How much later than the sign-in the token was made; negative: before it.
std::optional<std::chrono::milliseconds> madeAfter(const Inquiry &inquiry)
{
    const TimeClaim &authTime = inquiry.time(Claim::AuthTime);
    const TimeClaim &iat = inquiry.time(Claim::Iat);
    if (!authTime.at() || !iat.at())
        return std::nullopt;
    return *iat.at() - *authTime.at();
}

bool wasRefreshed(const Inquiry &inquiry)
{
    return madeAfter(inquiry).value_or(std::chrono::milliseconds{0}) > littleLater;
}

bool isFuture(const Inquiry &inquiry)
{
    return inquiry.now() < *inquiry.time(Claim::AuthTime).at();
}

// Equal to the limit is fresh, and leeway makes no sign-in younger.
bool isStale(const Inquiry &inquiry)
{
    const std::optional<base::Instant> until = inquiry.freshUntil();
    return !until || inquiry.now() > *until;
}

void judgeAge(Inquiry &inquiry)
{
    const base::Instant authTime = *inquiry.time(Claim::AuthTime).at();
    const base::Instant until = *inquiry.freshUntil();
    const qlonglong age = secondsBetween(authTime, inquiry.now());
    if (isStale(inquiry))
        inquiry.add(about("reauth.stale"_L1, inquiry)
                        .outcome(outcome(inquiry))
                        .fact("age"_L1, age)
                        .fact("seconds"_L1, secondsBetween(until, inquiry.now()))
                        .fact("refreshed"_L1, wasRefreshed(inquiry)));
    else
        inquiry.add(about("reauth.fresh"_L1, inquiry)
                        .fact("age"_L1, age)
                        .fact("seconds"_L1, secondsBetween(inquiry.now(), until))
                        .fact("until"_L1, unixMilliseconds(until)));
}

void judgeAuthTime(Inquiry &inquiry)
{
    const TimeClaim &authTime = inquiry.time(Claim::AuthTime);
    if (!authTime.isPresent())
        inquiry.add(about("reauth.missing"_L1, inquiry)
                        .outcome(inquiry.isSensitive() ? Outcome::Fail : Outcome::Skipped));
    else if (authTime.hasWrongType())
        inquiry.add(
            about("reauth.type"_L1, inquiry).outcome(outcome(inquiry)).expected(u"number"_s));
    else if (isFuture(inquiry))
        inquiry.add(about("reauth.future"_L1, inquiry)
                        .outcome(outcome(inquiry))
                        .fact("seconds"_L1,
                              secondsBetween(inquiry.now(), *inquiry.time(Claim::AuthTime).at()))
                        .fact("milliseconds"_L1, authTime.looksLikeMilliseconds()));
    else
        judgeAge(inquiry);
}

void judgeOrder(Inquiry &inquiry)
{
    const auto between = madeAfter(inquiry);
    const bool isAfter = between && between->count() < 0;
    if (!between || (!isAfter && !wasRefreshed(inquiry)))
        return;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(std::chrono::abs(*between));
    inquiry.add(about(isAfter ? "reauth.after_iat"_L1 : "reauth.refreshed"_L1, inquiry)
                    .expected(shown(inquiry.claim(Claim::Iat)))
                    .fact("seconds"_L1, qlonglong(seconds.count())));
}

// Only a social login, say: "sign in again" would lock this user out.
void judgeAbility(Inquiry &inquiry)
{
    const base::json::Value &able = inquiry.claim(Claim::AuthgearCanReauthenticate);
    const bool stale = isStale(inquiry);
    if (!able.is(base::json::Kind::False) || !(stale || inquiry.isSensitive()))
        return;
    inquiry.add(Draft("reauth.cannot"_L1, "can_reauthenticate"_L1)
                    .outcome(stale ? outcome(inquiry) : Outcome::Warn)
                    .found(able)
                    .fact("stale"_L1, stale)
                    .fact("sensitive"_L1, inquiry.isSensitive())
                    .fact("limit"_L1, qlonglong(inquiry.signInLimit()->count())));
}

bool isAsked(const Inquiry &inquiry)
{
    if (!inquiry.claims().isPresent() || !inquiry.signInLimit())
        return false;
    const bool isMachine = inquiry.kind() == Kind::M2mToken || inquiry.profile() == Profile::M2m;
    const bool isMute = isMachine || !inquiry.wantsKind();
    return inquiry.isSensitive() || !isMute || inquiry.claim(Claim::AuthTime);
}

} // namespace

void judgeSignIn(Inquiry &inquiry)
{
    if (!isAsked(inquiry))
        return;
    judgeAuthTime(inquiry);
    judgeOrder(inquiry);
    judgeAbility(inquiry);
}

} // namespace verdict
