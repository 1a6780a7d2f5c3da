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

Policy expecting(const QStringList &audiences, Profile wanted = Profile::Access)
{
    Policy policy = profile(wanted);
    policy.audiences = audiences;
    return policy;
}

Verdict access(const QByteArray &aud, const Policy &policy = profile(Profile::Access))
{
    return judged(minted(accessHeader(), accessClaims().set("aud", aud)), authgear(), policy);
}

Verdict id(const Json &claims, const Policy &policy = forClient(Profile::Id))
{
    return judged(minted(jwtHeader(), claims), authgear(), policy);
}

QByteArray withBoth(const QByteArray &other)
{
    return QByteArray("[\"") + clientId + "\",\"" + other + "\"]";
}

} // namespace

Cases ofAudiences()
{
    const QString endpoint = QString::fromLatin1(issuer);
    const QByteArray good = minted(accessHeader(), accessClaims());
    Policy otherClient = profile(Profile::Access);
    otherClient.clientId = u"ffff"_s;
    Policy trusting = forClient(Profile::Id);
    trusting.audiences = QStringList{u"partner"_s};
    const Json untyped = accessClaims().drop("aud");
    return {
        {"audience.match"_L1, Pass, Accepted, "issuer as default", judged(good, authgear())},
        {"audience.match"_L1, Pass, Accepted, "string",
         access(R"("https://api.example.com")", expecting({QString::fromLatin1(resource)}))},
        {"audience.match"_L1, Pass, Accepted, "one of two is enough",
         access(R"(["a","b"])", expecting({u"x"_s, u"b"_s}))},
        {"audience.match"_L1, Pass, Accepted, "client id", id(idClaims())},
        {"audience.match"_L1, Pass, Accepted, "further audience that is trusted",
         id(idClaims().set("aud", withBoth("partner")).text("azp", clientId), trusting)},
        {"audience.mismatch"_L1, Fail, Rejected, "slash",
         judged(good, authgear(), expecting({endpoint + u'/'}))},
        {"audience.mismatch"_L1, Fail, Rejected, "any, when asked",
         judged(good, authgear(), expecting({u"x"_s}, Profile::Any))},
        {"audience.mismatch"_L1, Fail, Rejected, "another client",
         id(idClaims().set("aud", R"(["ffff"])"))},
        {"audience.missing"_L1, Fail, Rejected, "access",
         judged(minted(accessHeader(), untyped), authgear())},
        {"audience.missing"_L1, Fail, Rejected, "ID, nothing expected",
         id(idClaims().drop("aud"), profile(Profile::Id))},
        {"audience.empty"_L1, Fail, Rejected, "[]", access("[]")},
        {"audience.empty"_L1, Fail, Rejected, "empty string", access(R"("")")},
        {"audience.type"_L1, Fail, Rejected, "number", access("7")},
        {"audience.type"_L1, Fail, Rejected, "null", access("null")},
        {"audience.type"_L1, Fail, Rejected, "a number beside the right one",
         access(QByteArray("[\"") + issuer + "\",7]")},
        {"audience.type"_L1, Warn, Accepted, "number, any", access("7", profile(Profile::Any))},
        {"audience.untrusted"_L1, Fail, Rejected, "further audience",
         id(idClaims().set("aud", withBoth("partner")).text("azp", clientId))},
        {"audience.not_given"_L1, Skipped, CannotTell, "ID without client id",
         id(idClaims(), profile(Profile::Id))},
        {"audience.not_given"_L1, Skipped, CannotTell, "ID, automatic, audience of access tokens",
         id(idClaims(), expecting({endpoint}, Profile::Automatic))},
        {"audience.not_given"_L1, Skipped, CannotTell, "M2M, automatic",
         judged(minted(accessHeader(), m2mClaims()), authgear())},
        {"audience.not_given"_L1, Skipped, CannotTell, "access, not Authgear",
         judged(good, other())},
        {"audience.not_given"_L1, Skipped, Accepted, "any",
         judged(good, authgear(), profile(Profile::Any))},
        {"audience.azp_other"_L1, Warn, Accepted, "azp of another client",
         id(idClaims().text("azp", "ffff"))},
        {"audience.azp_other"_L1, Warn, Accepted, "azp is a number",
         id(idClaims().set("azp", "1"))},
        {"audience.azp_missing"_L1, Warn, Accepted, "two audiences, no azp",
         id(idClaims().set("aud", withBoth("partner")), trusting)},
        {"audience.other_client"_L1, Warn, Accepted, "access token of another client",
         judged(good, authgear(), otherClient)},
    };
}

} // namespace cases
