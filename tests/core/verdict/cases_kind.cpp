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

constexpr char opaque32[] = "aZ09aZ09aZ09aZ09aZ09aZ09aZ09aZ09";
constexpr char uuidSecret[]
    = "8c1d4a9e-2c47-4f0e-9a53-0e6d3c1b7a11.aZ09aZ09aZ09aZ09aZ09aZ09aZ09aZ09";
constexpr char jwe[] = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.AAAA.AAAA.AAAA.AAAA";

// Signed with the client's own key, as they all are.
QByteArray request(const QByteArray &typ)
{
    return mintedWith(strangerKey(), jwtHeader().drop("kid").text("typ", typ),
                      Json().at("iat", -5).at("exp", 60).text("jti", "x"));
}

QByteArray adminToken()
{
    const Json claims = Json().set("aud", R"(["demo"])").at("iat", -5).at("exp", 295);
    return mintedWith(strangerKey(), jwtHeader().text("kid", "admin"), claims);
}

QByteArray logoutToken()
{
    const Json claims = plainClaims().set(
        "events", R"({"http://schemas.openid.net/event/backchannel-logout":{}})");
    return minted(jwtHeader().text("typ", "logout+jwt"), claims);
}

QByteArray flattened()
{
    const QByteArrayList parts = minted(accessHeader(), accessClaims()).split('.');
    return R"({"protected":")" + parts[0] + R"(","payload":")" + parts[1] + R"(","signature":")"
        + parts[2] + R"("})";
}

QByteArray access(const Json &header = accessHeader())
{
    return minted(header, accessClaims());
}

QByteArray id(const Json &header = jwtHeader())
{
    return minted(header, idClaims());
}

QByteArray m2m()
{
    return minted(accessHeader(), m2mClaims());
}

verdict::Policy forResource(Profile wanted)
{
    verdict::Policy policy = profile(wanted);
    policy.audiences = QStringList{QString::fromLatin1(resource), QString::fromLatin1(issuer)};
    return policy;
}

// An issuer that is not Authgear, and a token of an older make.
Verdict elsewhere(const Json &header, Profile wanted = Profile::Access)
{
    const Json claims = plainClaims()
                            .set("aud", QByteArray("\"") + resource + '"')
                            .text("client_id", clientId)
                            .text("scope", "read");
    return judged(minted(header, claims), other(), forResource(wanted));
}

Cases ofShapes()
{
    const auto access = profile(Profile::Access);
    const auto any = profile(Profile::Any);
    return {
        {"kind.opaque32"_L1, Skipped, CannotTell, "32 letters", judged(opaque32, authgear())},
        {"kind.opaque32"_L1, Fail, Rejected, "32 letters, access",
         judged(opaque32, authgear(), access)},
        {"kind.opaque32"_L1, Fail, Rejected, "32 letters, any", judged(opaque32, authgear(), any)},
        {"kind.uuid_secret"_L1, Skipped, CannotTell, "uuid.32", judged(uuidSecret, authgear())},
        {"kind.uuid_secret"_L1, Fail, Rejected, "uuid.32, M2M",
         judged(uuidSecret, authgear(), profile(Profile::M2m))},
        {"kind.opaque"_L1, Skipped, CannotTell, "a word", judged("hello", authgear())},
        {"kind.opaque"_L1, Fail, Rejected, "a word, ID",
         judged("hello", authgear(), profile(Profile::Id))},
        {"kind.jwe"_L1, Skipped, CannotTell, "five parts", judged(jwe, authgear())},
        {"kind.jwe"_L1, Skipped, CannotTell, "five parts, access", judged(jwe, authgear(), access)},
        {"kind.json_jws"_L1, Skipped, CannotTell, "flattened", judged(flattened(), authgear())},
        {"kind.json_jws"_L1, Skipped, CannotTell, "flattened, any",
         judged(flattened(), authgear(), any)},
        {"kind.json_jws"_L1, Fail, Rejected, "flattened, access",
         judged(flattened(), authgear(), access)},
    };
}

Cases ofStrangers()
{
    const auto access = profile(Profile::Access);
    const QByteArray anonymous = request("vnd.authgear.anonymous-request");
    const QByteArray biometric = request("vnd.authgear.biometric-request");
    const QByteArray app2app = request("vnd.authgear.app2app-request");
    const QByteArray dpop = request("dpop+jwt");
    return {
        {"kind.dpop_proof"_L1, Warn, Rejected, "DPoP", judged(dpop, authgear())},
        {"kind.dpop_proof"_L1, Warn, CannotTell, "DPoP and no keys", judged(dpop, {})},
        {"kind.dpop_proof"_L1, Fail, Rejected, "DPoP, access", judged(dpop, authgear(), access)},
        {"kind.admin_api_token"_L1, Warn, Rejected, "Admin API", judged(adminToken(), authgear())},
        {"kind.admin_api_token"_L1, Fail, Rejected, "Admin API, access",
         judged(adminToken(), authgear(), access)},
        {"kind.anonymous_request"_L1, Warn, Rejected, "anonymous", judged(anonymous, authgear())},
        {"kind.anonymous_request"_L1, Fail, Rejected, "anonymous, access",
         judged(anonymous, authgear(), access)},
        {"kind.biometric_request"_L1, Warn, Rejected, "biometric", judged(biometric, authgear())},
        {"kind.biometric_request"_L1, Fail, Rejected, "biometric, ID",
         judged(biometric, authgear(), profile(Profile::Id))},
        {"kind.app2app_request"_L1, Warn, Rejected, "app2app", judged(app2app, authgear())},
        {"kind.app2app_request"_L1, Fail, Rejected, "app2app, access",
         judged(app2app, authgear(), access)},
        {"kind.logout_token"_L1, Warn, Accepted, "logout", judged(logoutToken(), authgear())},
        {"kind.logout_token"_L1, Fail, Rejected, "logout, ID",
         judged(logoutToken(), authgear(), profile(Profile::Id))},
    };
}

Cases ofMixUps()
{
    verdict::Evidence inHeader = authgear();
    inHeader.presentation.inAuthorizationHeader = true;
    return {
        {"kind.id_for_access"_L1, Fail, Rejected, "ID token in a header", judged(id(), inHeader)},
        {"kind.id_for_access"_L1, Fail, Rejected, "ID token, M2M",
         judged(id(), authgear(), profile(Profile::M2m))},
        {"kind.access_for_id"_L1, Fail, Rejected, "access token, ID",
         judged(access(), authgear(), forClient(Profile::Id))},
        {"kind.access_for_id"_L1, Fail, Rejected, "M2M token, ID",
         judged(m2m(), authgear(), forClient(Profile::Id))},
        {"kind.access_for_reauth"_L1, Fail, Rejected, "access token, sensitive",
         judged(access(), authgear(), forClient(Profile::Sensitive))},
        {"kind.m2m_at_user_api"_L1, Warn, Accepted, "M2M token, access with its audience",
         judged(m2m(), authgear(), forResource(Profile::Access))},
        {"kind.m2m_at_user_api"_L1, Warn, CannotTell, "M2M token in a header",
         judged(m2m(), inHeader)},
        {"kind.user_at_m2m_api"_L1, Fail, Rejected, "user token, M2M",
         judged(access(), authgear(), forResource(Profile::M2m))},
        {"kind.user_at_m2m_api"_L1, Warn, Accepted, "user token, M2M, elsewhere",
         elsewhere(accessHeader(), Profile::M2m)},
    };
}

Cases ofTypes()
{
    const auto idPolicy = forClient(Profile::Id);
    return {
        {"kind.expected"_L1, Pass, Accepted, "access", judged(access(), authgear())},
        {"kind.expected"_L1, Pass, Accepted, "application/at+jwt",
         judged(access(accessHeader().text("typ", "application/AT+JWT")), authgear())},
        {"kind.expected"_L1, Pass, Accepted, "ID", judged(id(), authgear(), idPolicy)},
        {"kind.expected"_L1, Pass, Accepted, "M2M",
         judged(m2m(), authgear(), forResource(Profile::M2m))},
        {"kind.recognized"_L1, Pass, Accepted, "any",
         judged(access(), authgear(), profile(Profile::Any))},
        {"kind.typ"_L1, Fail, Rejected, "Authgear access token with typ JWT",
         judged(access(jwtHeader()), authgear())},
        {"kind.typ"_L1, Warn, Accepted, "elsewhere, typ JWT", elsewhere(jwtHeader())},
        {"kind.typ"_L1, Warn, Accepted, "elsewhere, no typ", elsewhere(jwtHeader().drop("typ"))},
        {"kind.typ"_L1, Fail, Rejected, "elsewhere, another typ",
         elsewhere(jwtHeader().text("typ", "secevent+jwt"))},
        {"kind.typ"_L1, Fail, Rejected, "ID token with another typ",
         judged(id(jwtHeader().text("typ", "secevent+jwt")), authgear(), idPolicy)},
        {"kind.typ_type"_L1, Fail, Rejected, "typ is a number",
         elsewhere(jwtHeader().set("typ", "1"))},
        {"kind.uncertain"_L1, Warn, Accepted, "nothing says ID token",
         judged(minted(jwtHeader(), plainClaims().set("aud", R"("a")")), other(),
                [] {
                    verdict::Policy policy = profile(Profile::Id);
                    policy.audiences = QStringList{u"a"_s};
                    return policy;
                }())},
        {"not_checked.session"_L1, Skipped, Accepted, "session", judged(access(), authgear())},
        {"not_checked.replay"_L1, Skipped, Accepted, "jti", judged(access(), authgear())},
        {"not_checked.nonce"_L1, Skipped, Accepted, "nonce", judged(id(), authgear(), idPolicy)},
        {"not_checked.possession"_L1, Skipped, Accepted, "cnf",
         judged(minted(accessHeader(), accessClaims().set("cnf", "{}")), authgear())},
    };
}

} // namespace

Cases ofKinds()
{
    return ofShapes() + ofStrangers() + ofMixUps() + ofTypes();
}

} // namespace cases
