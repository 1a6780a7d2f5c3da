// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "cases.h"

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using enum base::Outcome;
using enum verdict::Decision;
using verdict::Profile;
using verdict::Verdict;

namespace cases {

namespace {

constexpr char milliseconds[] = "1790000000000";

Verdict access(const Json &claims, std::chrono::seconds leeway = std::chrono::seconds{0})
{
    verdict::Policy policy = profile(Profile::Access);
    policy.leeway = leeway;
    return judged(minted(accessHeader(), claims), authgear(), policy);
}

Verdict any(const Json &claims)
{
    return judged(minted(jwtHeader(), claims), authgear(), profile(Profile::Any));
}

// At an API whose issuer is not Authgear.
Verdict elsewhere(const Json &header, const Json &claims)
{
    verdict::Policy policy = profile(Profile::Access);
    policy.audiences << QString::fromLatin1(resource);
    return judged(minted(header, claims), other(), policy);
}

Verdict withOffset(qint64 seconds)
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.clockOffset
        = oidc::ClockOffset{std::chrono::seconds{seconds}, std::chrono::milliseconds{600}};
    return judged(minted(accessHeader(), accessClaims()), evidenceOf(snapshot));
}

Verdict signedIn(Profile wanted, const Json &claims)
{
    return judged(minted(jwtHeader(), claims), authgear(), forClient(wanted));
}

} // namespace

Cases ofTimes()
{
    using std::chrono::seconds;
    return {
        {"time.exp_ok"_L1, Pass, Accepted, "29 minutes left", access(accessClaims())},
        {"time.expired"_L1, Fail, Rejected, "exp is now", access(accessClaims().at("exp", 0))},
        {"time.expired"_L1, Fail, Rejected, "negative", access(accessClaims().set("exp", "-1"))},
        {"time.expired"_L1, Fail, Rejected, "zero", any(plainClaims().set("exp", "0"))},
        {"time.exp_missing"_L1, Fail, Rejected, "access", access(accessClaims().drop("exp"))},
        {"time.exp_missing"_L1, Warn, Accepted, "any", any(plainClaims().drop("exp"))},
        {"time.exp_type"_L1, Fail, Rejected, "string",
         access(accessClaims().text("exp", "1790001200"))},
        {"time.exp_type"_L1, Fail, Rejected, "null, any", any(plainClaims().set("exp", "null"))},
        {"time.exp_type"_L1, Fail, Rejected, "true, any", any(plainClaims().set("exp", "true"))},
        {"time.nbf_ok"_L1, Pass, Accepted, "nbf is now", access(accessClaims().at("nbf", 0))},
        {"time.not_yet_valid"_L1, Fail, Rejected, "one second",
         access(accessClaims().at("nbf", 1))},
        {"time.not_yet_valid"_L1, Fail, Rejected, "milliseconds",
         access(accessClaims().set("nbf", milliseconds))},
        {"time.nbf_type"_L1, Fail, Rejected, "object", any(plainClaims().set("nbf", "{}"))},
        {"time.iat_ok"_L1, Pass, Accepted, "iat is now", access(accessClaims().at("iat", 0))},
        {"time.iat_missing"_L1, Fail, Rejected, "at+jwt", access(accessClaims().drop("iat"))},
        {"time.iat_missing"_L1, Warn, Accepted, "any", any(plainClaims().drop("iat"))},
        {"time.iat_missing"_L1, Fail, Rejected, "at+jwt of another issuer",
         elsewhere(accessHeader(), plainClaims().text("aud", resource).drop("iat"))},
        {"time.iat_missing"_L1, Warn, Accepted, "JWT of another issuer",
         elsewhere(jwtHeader(), plainClaims().text("aud", resource).drop("iat"))},
        {"time.iat_type"_L1, Fail, Rejected, "string", any(plainClaims().text("iat", "5"))},
        {"time.iat_future"_L1, Warn, Accepted, "a minute", access(accessClaims().at("iat", 60))},
        {"time.milliseconds"_L1, Warn, Accepted, "exp",
         access(accessClaims().set("exp", milliseconds))},
        {"time.milliseconds"_L1, Warn, Accepted, "iat",
         any(plainClaims().set("iat", milliseconds).set("exp", "1790000000001"))},
        {"time.far_away"_L1, Warn, Accepted, "1e400", access(accessClaims().set("exp", "1e400"))},
        {"time.far_away"_L1, Warn, Accepted, "nanoseconds",
         access(accessClaims().set("exp", "1790000000000000000"))},
        {"time.order"_L1, Warn, Rejected, "exp before iat",
         access(accessClaims().at("iat", -5).at("exp", -10))},
        {"time.order"_L1, Warn, Rejected, "exp is nbf",
         access(accessClaims().at("nbf", 30).at("exp", 30))},
        {"time.within_leeway"_L1, Warn, Accepted, "exp",
         access(accessClaims().at("exp", -59), seconds{60})},
        {"time.within_leeway"_L1, Warn, Accepted, "nbf",
         access(accessClaims().at("nbf", 60), seconds{60})},
        {"time.clock_offset"_L1, Warn, Accepted, "issuer a minute behind", withOffset(-60)},
        {"time.fraction"_L1, Pass, Accepted, "fraction",
         access(accessClaims().set("exp", "1790001200.25"))},
        {"time.fraction"_L1, Pass, Accepted, "exponent",
         access(accessClaims().set("exp", "1.8e9"))},
    };
}

Cases ofSignIns()
{
    const auto id = [](const Json &claims) { return signedIn(Profile::Id, claims); };
    const auto sensitive = [](const Json &claims) { return signedIn(Profile::Sensitive, claims); };
    const Json unable
        = idClaims().set("https://authgear.com/claims/user/can_reauthenticate", "false");
    return {
        {"reauth.fresh"_L1, Pass, Accepted, "at the limit",
         sensitive(idClaims().at("auth_time", -300))},
        {"reauth.stale"_L1, Warn, Accepted, "beyond it", id(idClaims().at("auth_time", -301))},
        {"reauth.stale"_L1, Fail, Rejected, "sensitive",
         sensitive(idClaims().at("auth_time", -301))},
        {"reauth.stale"_L1, Warn, Accepted, "access token",
         access(accessClaims().at("auth_time", -900))},
        {"reauth.missing"_L1, Skipped, Accepted, "access token of an older server",
         access(accessClaims().drop("auth_time"))},
        {"reauth.missing"_L1, Fail, Rejected, "sensitive", sensitive(idClaims().drop("auth_time"))},
        {"reauth.type"_L1, Warn, Accepted, "string",
         id(idClaims().text("auth_time", "1790000000"))},
        {"reauth.type"_L1, Fail, Rejected, "null, sensitive",
         sensitive(idClaims().set("auth_time", "null"))},
        {"reauth.future"_L1, Warn, Accepted, "one second", id(idClaims().at("auth_time", 1))},
        {"reauth.future"_L1, Fail, Rejected, "milliseconds, sensitive",
         sensitive(idClaims().set("auth_time", milliseconds))},
        {"reauth.after_iat"_L1, Warn, Accepted, "signed in after the token was made",
         id(idClaims().at("auth_time", -59))},
        {"reauth.refreshed"_L1, Pass, Accepted, "made more than a minute later",
         id(idClaims().at("auth_time", -121))},
        {"reauth.cannot"_L1, Warn, Accepted, "fresh, sensitive", sensitive(unable)},
        {"reauth.cannot"_L1, Warn, Accepted, "stale", id(Json(unable).at("auth_time", -900))},
        {"reauth.cannot"_L1, Fail, Rejected, "stale, sensitive",
         sensitive(Json(unable).at("auth_time", -900))},
    };
}

} // namespace cases
