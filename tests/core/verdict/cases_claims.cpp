// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "cases.h"

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using enum base::Outcome;
using enum verdict::Decision;
using verdict::Policy;
using verdict::Profile;
using verdict::Verdict;

namespace cases {

namespace {

constexpr char roles[] = "https://authgear.com/claims/user/roles";

Verdict access(const Json &claims, const Policy &policy = profile(Profile::Access))
{
    return judged(minted(accessHeader(), claims), authgear(), policy);
}

Verdict id(const Json &claims)
{
    return judged(minted(jwtHeader(), claims), authgear(), forClient(Profile::Id));
}

Verdict any(const Json &claims)
{
    return judged(minted(jwtHeader(), claims), authgear(), profile(Profile::Any));
}

Policy needing(QStringList Policy::*list, const QStringList &values)
{
    Policy policy = profile(Profile::Access);
    policy.*list = values;
    return policy;
}

QByteArray now()
{
    return QByteArray::number(noonSeconds + 9999);
}

Verdict elsewhereWithRoles(const QByteArray &claim, const QByteArray &json)
{
    Policy policy = needing(&Policy::roles, {u"admin"_s});
    policy.profile = Profile::Any;
    return judged(minted(jwtHeader(), plainClaims().set(claim, json)), other(), policy);
}

} // namespace

Cases ofRequirements()
{
    const Policy scopes = needing(&Policy::scopes, {u"openid"_s, u"offline_access"_s});
    const Policy more = needing(&Policy::scopes, {u"openid"_s, u"open"_s});
    const Policy reader = needing(&Policy::roles, {u"reader"_s});
    const Policy names = needing(&Policy::claims, {u"client_id"_s});
    return {
        {"requirement.scope_ok"_L1, Pass, Accepted, "both", access(accessClaims(), scopes)},
        {"requirement.scope_ok"_L1, Pass, Accepted, "scp list",
         access(accessClaims().drop("scope").set("scp", R"(["offline_access","openid"])"), scopes)},
        {"requirement.scope_ok"_L1, Pass, Accepted, "two in one text, RFC 6749 section 3.3",
         access(accessClaims(), needing(&Policy::scopes, {u"openid offline_access"_s}))},
        {"requirement.scope_missing"_L1, Fail, Rejected, "a part of a word is no scope",
         access(accessClaims(), more)},
        {"requirement.scope_missing"_L1, Fail, Rejected, "no scope at all",
         access(accessClaims().drop("scope"), scopes)},
        {"requirement.scope_type"_L1, Fail, Rejected, "number",
         access(accessClaims().set("scope", "1"), scopes)},
        {"requirement.role_ok"_L1, Pass, Accepted, "Authgear", access(accessClaims(), reader)},
        {"requirement.role_ok"_L1, Pass, Accepted, "roles",
         elsewhereWithRoles("roles", R"(["admin"])")},
        {"requirement.role_ok"_L1, Pass, Accepted, "realm_access",
         elsewhereWithRoles("realm_access", R"({"roles":["admin"]})")},
        {"requirement.role_missing"_L1, Fail, Rejected, "empty list",
         access(accessClaims().set(roles, "[]"), reader)},
        {"requirement.claim_ok"_L1, Pass, Accepted, "there", access(accessClaims(), names)},
        {"requirement.claim_missing"_L1, Fail, Rejected, "not there",
         access(accessClaims(), needing(&Policy::claims, {u"tenant"_s}))},
    };
}

Cases ofClaims()
{
    const QByteArray anonymous = "https://authgear.com/claims/user/is_anonymous";
    const QByteArray twoKids = R"({"alg":"RS256","kid":"k1","kid":"k1","typ":"at+jwt"})";
    const QByteArray twoOwn = R"({"alg":"RS256","kid":"k1","typ":"at+jwt","x":1,"x":2})";
    return {
        {"claim.missing"_L1, Fail, Rejected, "ID token about nobody", id(idClaims().drop("sub"))},
        {"claim.missing"_L1, Fail, Rejected, "access token about nobody",
         access(accessClaims().drop("sub"))},
        {"claim.missing"_L1, Warn, Accepted, "no jti", access(accessClaims().drop("jti"))},
        {"claim.duplicate"_L1, Fail, Rejected, "exp", any(plainClaims().also("exp", now()))},
        {"claim.duplicate"_L1, Fail, Rejected, "aud",
         access(accessClaims().also("aud", QByteArray("\"") + issuer + '"'))},
        {"claim.duplicate"_L1, Fail, Rejected, "exp through an escape",
         any(plainClaims().also("\\u0065xp", now()))},
        {"claim.duplicate"_L1, Fail, Rejected, "claim that is required",
         access(accessClaims().set("tenant", "1").also("tenant", "2"),
                needing(&Policy::claims, {u"tenant"_s}))},
        {"claim.duplicate_unused"_L1, Warn, Accepted, "own claim",
         access(accessClaims().set("tenant", "1").also("tenant", "2"))},
        {"claim.duplicate_unused"_L1, Warn, Accepted, "aud, any without audience",
         any(plainClaims().set("aud", "1").also("aud", R"("a")"))},
        {"claim.duplicate_unused"_L1, Warn, Accepted, "deep inside",
         access(accessClaims().set("own", R"({"exp":1,"exp":2})"))},
        {"header.duplicate"_L1, Fail, Rejected, "kid",
         judged(mintedBytes(twoKids, accessClaims().bytes()), authgear())},
        {"header.duplicate_unused"_L1, Warn, Accepted, "own member",
         judged(mintedBytes(twoOwn, accessClaims().bytes()), authgear())},
        // RFC 9068 section 2.2 and OpenID Connect Core section 2 demand a sub; PyJWT and jwx refuse
        // a number too.
        {"claim.type"_L1, Fail, Rejected, "access token whose sub is a number",
         access(accessClaims().set("sub", "5"))},
        {"claim.type"_L1, Fail, Rejected, "ID token whose sub is a number",
         id(idClaims().set("sub", "5"))},
        {"claim.type"_L1, Warn, Accepted, "sub is a number where none is demanded",
         any(plainClaims().set("sub", "5"))},
        {"claim.type"_L1, Warn, Accepted, "jti is a number",
         access(accessClaims().set("jti", "5"))},
        {"claim.type"_L1, Warn, Accepted, "amr with a number",
         access(accessClaims().set("amr", R"(["pwd",1])"))},
        {"claim.type"_L1, Warn, Accepted, "flag as text",
         access(accessClaims().text(anonymous, "true"))},
        // OpenID Connect Core section 5.1; Amazon Cognito and others write text.
        {"claim.type"_L1, Warn, Accepted, "email_verified as text",
         id(idClaims().text("email_verified", "true"))},
        {"claim.type"_L1, Warn, Accepted, "phone_number_verified as a number",
         id(idClaims().set("phone_number_verified", "1"))},
        {"claim.type"_L1, Warn, Accepted, "updated_at as a date",
         id(idClaims().text("updated_at", "2026-09-21T13:33:20Z"))},
        {"claim.type"_L1, Warn, Accepted, "address as text", id(idClaims().text("address", "x"))},
        {"claim.type"_L1, Warn, Accepted, "acr as a number", id(idClaims().set("acr", "2"))},
        {"claim.type"_L1, Warn, Accepted, "cnf as text, RFC 7800 section 3.1",
         access(accessClaims().text("cnf", "x"))},
        {"claim.type"_L1, Warn, Accepted, "null is no text, RFC 7519 section 4",
         access(accessClaims().set("jti", "null"))},
        {"authgear.algorithm"_L1, Warn, Rejected, "ES256",
         judged(unsignedToken(accessHeader().text("alg", "ES256").bytes(), accessClaims().bytes()),
                authgear())},
        {"authgear.anonymous"_L1, Pass, Accepted, "anonymous without amr",
         access(accessClaims().set(anonymous, "true").drop("amr"))},
    };
}

} // namespace cases
