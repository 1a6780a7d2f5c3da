// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "cases.h"

#include "core/jose/base64url.h"

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using enum base::Outcome;
using enum verdict::Decision;
using verdict::Profile;
using verdict::Verdict;

namespace cases {

namespace {

// A header alone decides: the payload is a claims set without any fault, the signature four
// letters.
Verdict withHeader(const QByteArray &header, const QByteArray &signature = "AAAA")
{
    return judged(unsignedToken(header, accessClaims().bytes(), signature), authgear());
}

Verdict withCrit(const QByteArray &crit)
{
    return withHeader(accessHeader().set("crit", crit).bytes());
}

QByteArray good()
{
    return minted(accessHeader(), accessClaims());
}

QByteArray withSignature(const QByteArray &signature)
{
    return good().left(good().lastIndexOf('.') + 1) + signature;
}

// Flattened, with crit where nobody protects it (RFC 7515 section 4.1.11).
QByteArray withUnprotectedCrit()
{
    const QByteArrayList parts = good().split('.');
    return R"({"protected":")" + parts[0] + R"(","header":{"crit":["exp"]},"payload":")" + parts[1]
        + R"(","signature":")" + parts[2] + R"("})";
}

Verdict afterFailedVisit(QLatin1StringView error)
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.keys = {};
    snapshot.error = base::Error{error, {}, -1};
    return judged(good(), evidenceOf(snapshot));
}

Verdict withGiven(const QByteArray &token, const QByteArray &json, jose::KeyOrigin origin)
{
    verdict::Evidence evidence;
    evidence.given << keySet(json, origin);
    return judged(token, evidence, profile(Profile::Any));
}

// As a DPoP proof does, but in an ordinary token.
QByteArray withOwnKey()
{
    Json jwk;
    for (const auto &[name, value] : strangerKey().publicMembers())
        jwk.text(name, value);
    return mintedWith(strangerKey(), jwtHeader().drop("kid").set("jwk", jwk.bytes()),
                      plainClaims());
}

constexpr char octSet[]
    = R"({"keys":[{"kty":"oct","kid":"k1","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTMyLWI"}]})";

QByteArray hmacToken()
{
    return unsignedToken(jwtHeader().text("alg", "HS256").bytes(), plainClaims().bytes(),
                         QByteArray(43, 'A'));
}

Cases ofHeaders()
{
    return {
        {"algorithm.none"_L1, Fail, Rejected, "unsecured", withHeader(R"({"alg":"none"})", "")},
        {"algorithm.none"_L1, Fail, Rejected, "none with a signature",
         withHeader(R"({"alg":"none"})")},
        {"algorithm.hmac_needs_secret"_L1, Fail, Rejected, "HS256 and public keys",
         withHeader(accessHeader().text("alg", "HS256").bytes())},
        {"algorithm.missing"_L1, Fail, Rejected, "no alg",
         withHeader(accessHeader().drop("alg").bytes())},
        {"algorithm.type"_L1, Fail, Rejected, "alg is a number",
         withHeader(accessHeader().set("alg", "5").bytes())},
        {"algorithm.unknown"_L1, Fail, Rejected, "alg of our own",
         withHeader(accessHeader().text("alg", "XX256").bytes())},
        {"algorithm.unknown"_L1, Fail, Rejected, "rs256 is not RS256",
         withHeader(accessHeader().text("alg", "rs256").bytes())},
        {"algorithm.not_allowed"_L1, Fail, Rejected, "ES256 where discovery lists RS256",
         judged(unsignedToken(jwtHeader().text("alg", "ES256").bytes(), idClaims().bytes()),
                authgear(), forClient())},
        {"crit.empty"_L1, Fail, Rejected, "crit []", withCrit("[]")},
        {"crit.type"_L1, Fail, Rejected, "crit is a string", withCrit(R"("exp")")},
        {"crit.duplicate"_L1, Fail, Rejected, "crit twice",
         withHeader(accessHeader().set("crit", R"(["a","a"])").set("a", "1").bytes())},
        {"crit.registered"_L1, Fail, Rejected, "crit alg", withCrit(R"(["alg"])")},
        {"crit.absent_member"_L1, Fail, Rejected, "crit of nothing", withCrit(R"(["zz"])")},
        {"crit.unprotected"_L1, Fail, Rejected, "crit outside",
         judged(withUnprotectedCrit(), authgear())},
        {"crit.unknown"_L1, Fail, Rejected, "crit that nobody knows",
         withHeader(accessHeader().set("crit", R"(["zz"])").set("zz", "1").bytes())},
        {"b64.without_crit"_L1, Fail, Rejected, "b64 without crit",
         withHeader(accessHeader().set("b64", "false").bytes())},
        {"b64.type"_L1, Fail, Rejected, "b64 is a string",
         withHeader(accessHeader().text("b64", "no").set("crit", R"(["b64"])").bytes())},
        {"header.malformed"_L1, Fail, Rejected, "header cut off", withHeader("{")},
        {"kid.type"_L1, Fail, Rejected, "kid is a number",
         withHeader(accessHeader().set("kid", "5").bytes())},
    };
}

Cases ofComputations()
{
    const QByteArray stranger = mintedWith(strangerKey(), accessHeader(), accessClaims());
    return {
        {"signature.missing"_L1, Fail, Rejected, "no signature",
         judged(withSignature(""), authgear())},
        {"signature.malformed"_L1, Fail, Rejected, "blank in the signature",
         judged(withSignature("AA AA"), authgear())},
        {"signature.length"_L1, Fail, Rejected, "three bytes for RSA",
         judged(withSignature("AAAA"), authgear())},
        {"signature.mismatch"_L1, Fail, Rejected, "stranger's key", judged(stranger, authgear())},
        {"signature.valid"_L1, Pass, Accepted, "genuine", judged(good(), authgear())},
        {"signature.keys_unavailable"_L1, Skipped, CannotTell, "time-out",
         afterFailedVisit("net.timeout"_L1)},
        {"signature.no_keys"_L1, Skipped, CannotTell, "token alone", judged(good(), {})},
        {"signature.no_keys"_L1, Skipped, CannotTell, "an empty key set",
         withGiven(good(), R"({"keys":[]})", jose::KeyOrigin::File)},
        {"kid.unknown"_L1, Fail, Rejected, "kid of nobody",
         judged(minted(accessHeader().text("kid", "zz"), accessClaims()), authgear())},
        {"key.no_fit"_L1, Fail, Rejected, "ES256 and an RSA key",
         withHeader(accessHeader().text("alg", "ES256").bytes())},
        {"key.unreadable"_L1, Skipped, CannotTell, "the only key is cut off",
         withGiven(good(), R"({"keys":[{"kty":"RSA","kid":"k1","n":"AQAB=","e":"AQAB"}]})",
                   jose::KeyOrigin::File)},
        {"key.oct_from_network"_L1, Fail, Rejected, "published secret",
         withGiven(hmacToken(), octSet, jose::KeyOrigin::Url)},
        {"key.from_token"_L1, Fail, Rejected, "own key as only key",
         withGiven(withOwnKey(), jwks({strangerKey()}), jose::KeyOrigin::Token)},
        {"key.from_token"_L1, Warn, Rejected, "own key beside the issuer's",
         judged(withOwnKey(), authgear())},
        {"key.from_token"_L1, Warn, CannotTell, "own key and nothing else",
         judged(withOwnKey(), {})},
    };
}

} // namespace

Cases ofSignatures()
{
    return ofHeaders() + ofComputations();
}

} // namespace cases
