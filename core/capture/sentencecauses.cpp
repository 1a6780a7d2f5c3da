// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/answers.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

struct Words
{
    QLatin1StringView needle;
    QLatin1StringView id;
};
// What backends, their frameworks and the gateways before them write, first that applies. Quotes of
// either kind are double ones here, and "_" is a blank. Families stand together; a row that is a
// part of another one's words comes behind it.
// clang-format off
constexpr auto texts = std::to_array<Words>({
    // The gateway before the API, which has no such route or refuses by a rule of its own.
    {"missing authentication token"_L1, "answer.no_route"_L1}, // AWS API Gateway
    {"header requires \"credential\""_L1, "answer.no_route"_L1},
    {"invalid key=value pair"_L1, "answer.no_route"_L1},
    {"rbac: access denied"_L1, "answer.access_rule"_L1}, // Envoy, Istio
    {"explicit deny"_L1, "answer.access_rule"_L1}, // AWS API Gateway
    {"not authorized to access this resource"_L1, "answer.access_rule"_L1},
    // The session or the refresh token behind the token has ended.
    {"invalid session"_L1, "answer.session_ended"_L1}, // Authgear's userinfo, reference 7
    {"valid session is required"_L1, "answer.session_ended"_L1},
    {"session not active"_L1, "answer.session_ended"_L1}, // Keycloak
    {"session not found"_L1, "answer.session_ended"_L1},
    {"revoked"_L1, "answer.session_ended"_L1},
    {"invalid refresh token"_L1, "answer.refresh_refused"_L1},
    {"refresh token expired"_L1, "answer.refresh_refused"_L1},
    {"refresh token has expired"_L1, "answer.refresh_refused"_L1},
    {"refresh token is expired"_L1, "answer.refresh_refused"_L1},
    // The proof of possession, not the token: Authgear, reference 9.1.
    {"invalid dpop"_L1, "answer.dpop_refused"_L1},
    {"dpop proof"_L1, "answer.dpop_refused"_L1},
    // No more than that it was refused.
    {"invalid or expired"_L1, "answer.token_refused"_L1}, // Django's Simple JWT
    {"expired or invalid"_L1, "answer.token_refused"_L1},
    {"not valid for any token type"_L1, "answer.token_refused"_L1},
    {"missing or invalid"_L1, "answer.token_refused"_L1}, // Azure API Management
    {"invalid or missing"_L1, "answer.token_refused"_L1},
    {"could not validate credentials"_L1, "answer.token_refused"_L1}, // FastAPI's guide
    {"token verification failed"_L1, "answer.token_refused"_L1}, // Keycloak
    {"subject invalid"_L1, "answer.token_refused"_L1}, // jsonwebtoken
    // The keys could not be had at all.
    {"jwks remote fetch"_L1, "answer.keys_unreachable"_L1}, // Envoy
    {"retrieve remote jwk set"_L1, "answer.keys_unreachable"_L1}, // Spring, Nimbus
    {"to the jwks endpoint"_L1, "answer.keys_unreachable"_L1}, // jwks-rsa
    {"fetch data from the url"_L1, "answer.keys_unreachable"_L1}, // PyJWT
    {"unable to obtain configuration"_L1, "answer.keys_unreachable"_L1}, // ASP.NET Core
    {"unable to retrieve document"_L1, "answer.keys_unreachable"_L1},
    {"fetching keys"_L1, "answer.keys_unreachable"_L1}, // go-oidc
    {"failed to fetch jwks"_L1, "answer.keys_unreachable"_L1},
    // None of them fits.
    {"key was not found"_L1, "answer.key_not_found"_L1}, // ASP.NET Core
    {"unable to match key"_L1, "answer.key_not_found"_L1},
    {"no security keys were provided"_L1, "answer.key_not_found"_L1},
    {"no matching key"_L1, "answer.key_not_found"_L1}, // Spring
    {"have key to match"_L1, "answer.key_not_found"_L1}, // Envoy
    {"no applicable key"_L1, "answer.key_not_found"_L1}, // jose
    {"multiple matching keys"_L1, "answer.key_not_found"_L1},
    {"find publickey"_L1, "answer.key_not_found"_L1}, // Keycloak
    {"unable to find a signing key"_L1, "answer.key_not_found"_L1}, // PyJWT, jwks-rsa
    {"find key with key id"_L1, "answer.key_not_found"_L1}, // jwx
    {"lookup correct key"_L1, "answer.key_not_found"_L1}, // php-jwt
    {"public key must be provided"_L1, "answer.key_not_found"_L1}, // jsonwebtoken
    {"no kid specified"_L1, "answer.key_not_found"_L1}, // jwks-rsa
    {"no key id"_L1, "answer.key_not_found"_L1}, // jwx
    // A claim that the backend demands is not there.
    {"required \"authorization\""_L1, "answer.no_token"_L1}, // a header, not a claim
    {"required claim"_L1, "answer.claim_missing"_L1}, // nimbus, jwx, golang-jwt, ruby-jwt
    {"missing required \""_L1, "answer.claim_missing"_L1}, // jose
    {"missing required aud"_L1, "answer.claim_missing"_L1}, // nimbus
    {"missing required key"_L1, "answer.claim_missing"_L1}, // python-jose
    {"token is missing the"_L1, "answer.claim_missing"_L1}, // PyJWT
    {"claim \"iss\" does not exist"_L1, "answer.claim_missing"_L1}, // jwx
    {"claim \"aud\" not found"_L1, "answer.claim_missing"_L1}, // jwx
    // Algorithm and kind.
    {"invalid algorithm"_L1, "answer.algorithm"_L1}, // jsonwebtoken, Kong
    {"alg value"_L1, "answer.algorithm"_L1}, // PyJWT
    {"[alg]"_L1, "answer.algorithm"_L1}, // Envoy
    {"\"alg\""_L1, "answer.algorithm"_L1}, // jose, nimbus
    {"for this algorithm"_L1, "answer.algorithm"_L1}, // php-jwt
    {"algorithm not"_L1, "answer.algorithm"_L1}, // PyJWT, php-jwt
    {"different algorithm"_L1, "answer.algorithm"_L1}, // ruby-jwt
    {"unsecured (plain)"_L1, "answer.algorithm"_L1}, // nimbus
    {"unsupported algorithm"_L1, "answer.algorithm"_L1},
    {"signing method"_L1, "answer.algorithm"_L1}, // golang-jwt
    {"header typ"_L1, "answer.kind"_L1}, // Spring, Nimbus
    {"\"typ\""_L1, "answer.kind"_L1}, // jose
    {"type validation failed"_L1, "answer.kind"_L1}, // ASP.NET Core
    {"incorrect token type"_L1, "answer.kind"_L1}, // Keycloak
    {"wrong type"_L1, "answer.kind"_L1}, // Django's Simple JWT
    {"non-refresh tokens"_L1, "answer.kind"_L1}, // flask-jwt-extended
    {"missing or malformed"_L1, "answer.no_token"_L1}, // echo-jwt, Fiber: no header that they can use
    // It could not be read. Before the signature, which some of these name.
    {"malformed"_L1, "answer.malformed"_L1},
    {"segments"_L1, "answer.malformed"_L1},
    {"two dots and 3 sections"_L1, "answer.malformed"_L1}, // Envoy
    {"invalid base64url"_L1, "answer.malformed"_L1},
    {"jwt serialization"_L1, "answer.malformed"_L1}, // Nimbus
    {"period characters"_L1, "answer.malformed"_L1}, // jjwt
    {"not well formed"_L1, "answer.malformed"_L1}, // ASP.NET Core
    {"compact jw"_L1, "answer.malformed"_L1}, // jose
    {"padding"_L1, "answer.malformed"_L1}, // PyJWT
    {"header string"_L1, "answer.malformed"_L1}, // PyJWT
    {"payload string"_L1, "answer.malformed"_L1}, // PyJWT
    {"must be a string"_L1, "answer.malformed"_L1}, // PyJWT
    {"must be an integer"_L1, "answer.malformed"_L1}, // PyJWT
    {"invalid claim format"_L1, "answer.malformed"_L1}, // PyJWT
    {"critical extension"_L1, "answer.malformed"_L1}, // PyJWT
    {"\"crit\""_L1, "answer.malformed"_L1}, // PyJWT
    {"\"b64\""_L1, "answer.malformed"_L1}, // PyJWT
    {"invalid exp value"_L1, "answer.malformed"_L1}, // jsonwebtoken
    {"invalid nbf value"_L1, "answer.malformed"_L1}, // jsonwebtoken
    {"failed to parse"_L1, "answer.malformed"_L1}, // jwx
    {"error: \"invalid jwt\""_L1, "answer.malformed"_L1}, // jwx
    {"unsupported format (layer"_L1, "answer.malformed"_L1}, // jwx
    {"json object"_L1, "answer.malformed"_L1}, // nimbus
    {"invalid jws header"_L1, "answer.malformed"_L1}, // nimbus
    {"unsecured jwt object"_L1, "answer.malformed"_L1}, // nimbus
    {"delimiter"_L1, "answer.malformed"_L1}, // nimbus
    {"invalid authorization header"_L1, "answer.malformed"_L1},
    {"unable to parse jwt"_L1, "answer.malformed"_L1}, // Google's proxy
    {"bad token"_L1, "answer.malformed"_L1}, // Kong
    // Time, where both are told before the signature.
    {"signature has expired"_L1, "answer.expired"_L1}, // PyJWT and ruby-jwt
    {"token is expired"_L1, "answer.expired"_L1}, // golang-jwt tells of both in one sentence
    {"signature"_L1, "answer.signature"_L1},
    {"verification fail"_L1, "answer.signature"_L1},
    {"verify message using any"_L1, "answer.signature"_L1}, // jwx
    {"not valid before"_L1, "answer.not_yet_valid"_L1},
    {"used before"_L1, "answer.not_yet_valid"_L1},
    {"not yet valid"_L1, "answer.not_yet_valid"_L1},
    {"not valid yet"_L1, "answer.not_yet_valid"_L1}, // golang-jwt
    {"cannot handle token"_L1, "answer.not_yet_valid"_L1}, // php-jwt
    {"before use time"_L1, "answer.not_yet_valid"_L1}, // nimbus
    {"token is not active"_L1, "answer.lifetime"_L1}, // Keycloak, of nbf and exp
    {"not active"_L1, "answer.not_yet_valid"_L1},
    {"\"nbf\""_L1, "answer.not_yet_valid"_L1},
    {"nbf not satisfied"_L1, "answer.not_yet_valid"_L1}, // jwx
    {"\"iat\""_L1, "answer.not_yet_valid"_L1},
    {"iat not satisfied"_L1, "answer.not_yet_valid"_L1},
    {"expired"_L1, "answer.expired"_L1},
    {"unexpected \"exp\""_L1, "answer.lifetime"_L1}, // express-oauth2-jwt-bearer, of none
    {"\"exp\""_L1, "answer.expired"_L1},
    {"exp not satisfied"_L1, "answer.expired"_L1},
    {"no expiration"_L1, "answer.lifetime"_L1},
    {"lifetime"_L1, "answer.lifetime"_L1},
    // For whom, and from whom.
    {"audience"_L1, "answer.audience"_L1},
    {"\"aud\""_L1, "answer.audience"_L1},
    {"aud claim"_L1, "answer.audience"_L1},
    {"aud not satisfied"_L1, "answer.audience"_L1},
    {"issuer"_L1, "answer.issuer"_L1},
    {"\"iss\""_L1, "answer.issuer"_L1},
    {"iss claim"_L1, "answer.issuer"_L1},
    {"iss not satisfied"_L1, "answer.issuer"_L1},
    // There was none.
    {"missing"_L1, "answer.no_token"_L1},
    {"no authorization token"_L1, "answer.no_token"_L1}, // express-jwt
    {"no auth token"_L1, "answer.no_token"_L1}, // passport-jwt
    {"jwt must be provided"_L1, "answer.no_token"_L1}, // jsonwebtoken
    {"no token provided"_L1, "answer.no_token"_L1},
    {"token not provided"_L1, "answer.no_token"_L1},
    {"token is empty"_L1, "answer.no_token"_L1}, // Microsoft Graph
    {"credentials were not provided"_L1, "answer.no_token"_L1}, // Django REST framework
    {"full authentication is required"_L1, "answer.no_token"_L1}, // Spring Security
    {"not authenticated"_L1, "answer.no_token"_L1}, // FastAPI
    {"unauthenticated."_L1, "answer.no_token"_L1}, // Laravel
    {"find a valid token"_L1, "answer.no_token"_L1}, // jwx, behind what was wrong with one
    {"invalid token"_L1, "answer.token_refused"_L1}, // jsonwebtoken tells no more of some
});
// clang-format on

//! ASP.NET Core numbers its messages, and some of them name several causes or hide what they name.
constexpr auto numbers = std::to_array<Words>({
    {"idx10205"_L1, "answer.issuer"_L1},
    {"idx10211"_L1, "answer.issuer"_L1},
    {"idx10206"_L1, "answer.audience"_L1},
    {"idx10208"_L1, "answer.audience"_L1},
    {"idx10214"_L1, "answer.audience"_L1},
    {"idx10222"_L1, "answer.not_yet_valid"_L1},
    {"idx10223"_L1, "answer.expired"_L1},
    {"idx10225"_L1, "answer.lifetime"_L1},
    {"idx10230"_L1, "answer.lifetime"_L1},
    {"idx10256"_L1, "answer.kind"_L1},
    {"idx10257"_L1, "answer.kind"_L1},
    {"idx10500"_L1, "answer.key_not_found"_L1},
    {"idx10501"_L1, "answer.key_not_found"_L1},
    {"idx10503"_L1, "answer.key_not_found"_L1},
    {"idx10504"_L1, "answer.signature"_L1},
    {"idx10511"_L1, "answer.signature"_L1},
    {"idx10517"_L1, "answer.key_not_found"_L1},
    {"idx10696"_L1, "answer.algorithm"_L1},
    {"idx12709"_L1, "answer.malformed"_L1},
    {"idx12741"_L1, "answer.malformed"_L1},
    {"idx14100"_L1, "answer.malformed"_L1},
    {"idx14102"_L1, "answer.malformed"_L1},
    {"idx20803"_L1, "answer.keys_unreachable"_L1},
    {"idx20804"_L1, "answer.keys_unreachable"_L1},
});

//! The values between single quotes, or what stands behind "at" or "before".
QString detailOf(QByteArrayView text)
{
    const qsizetype open = text.indexOf('\'');
    const qsizetype close = open < 0 ? -1 : text.lastIndexOf('\'');
    if (close > open)
        return QString::fromUtf8(text.sliced(open + 1, close - open - 1));
    for (const QByteArrayView word : {QByteArrayView(" at "), QByteArrayView(" before ")}) {
        const qsizetype at = text.indexOf(word);
        if (at >= 0)
            return QString::fromUtf8(text.sliced(at + word.size()));
    }
    return {};
}

} // namespace

QLatin1StringView causeIn(QByteArrayView sentence)
{
    if (const NumberedCause cause = numberedCauseIn(sentence); !cause.id.isEmpty())
        return cause.id;
    // With a backslash where a sentence quotes another.
    QByteArray text = sentence.toByteArray();
    text.replace("\\\"", "\"").replace('\'', '"').replace('_', ' ');
    const auto row = std::ranges::find_if(
        texts, [&text](const Words &words) { return hasWords(text, words.needle); });
    return row == texts.end() ? QLatin1StringView() : row->id;
}

NumberedCause numberedCauseIn(QByteArrayView sentence)
{
    const QLatin1StringView text(sentence);
    for (qsizetype at = 0; (at = text.indexOf("idx"_L1, at, Qt::CaseInsensitive)) >= 0; ++at) {
        const auto row = std::ranges::find_if(numbers, [&](const Words &words) {
            return text.sliced(at).startsWith(words.needle, Qt::CaseInsensitive);
        });
        if (row != numbers.end())
            return {row->id, at};
    }
    return {};
}

//! ASP.NET Core tells all that is wrong, with semicolons between.
base::Findings judgeSentence(const ErrorAnswer &answer)
{
    constexpr qsizetype most = 8;
    base::Findings findings;
    const QByteArrayView text = answer.description;
    for (qsizetype from = 0; from < text.size() && findings.size() < most;) {
        const qsizetype semicolon = text.indexOf("; ", from);
        const qsizetype end = semicolon < 0 ? text.size() : semicolon;
        const QByteArrayView piece = text.sliced(from, end - from);
        const QLatin1StringView id = causeIn(piece);
        const bool isKnown = std::ranges::any_of(
            findings, [id](const base::Finding &finding) { return finding.id == id; });
        if (!id.isEmpty() && !isKnown)
            findings.append(answerFinding(id, answer, detailOf(piece)));
        from = semicolon < 0 ? end : end + 2;
    }
    return findings;
}

bool hasWords(QByteArrayView text, QLatin1StringView needle)
{
    return QLatin1StringView(text).contains(needle, Qt::CaseInsensitive);
}

} // namespace capture
