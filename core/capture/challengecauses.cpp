// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/answers.h"
#include "core/capture/carryingrules.h"
#include "core/http/challenge.h"

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
// What backends write into error_description or their body, first that applies: ASP.NET Core's
// JwtBearer handler, Spring Security, Envoy, jose for JavaScript, Keycloak, Authgear (reference
// authgear 7 and 9.3), and the libraries of tests/interop/backends.
constexpr auto texts = std::to_array<Words>({
    {"invalid session"_L1, "answer.session_ended"_L1}, // Authgear's userinfo
    {"invalid or expired"_L1, "answer.token_refused"_L1}, // Django's Simple JWT tells no more
    {"expired or invalid"_L1, "answer.token_refused"_L1},
    {"valid session is required"_L1, "answer.session_ended"_L1},
    {"revoked"_L1, "answer.session_ended"_L1},
    {"key was not found"_L1, "answer.key_not_found"_L1}, // ASP.NET Core
    {"no matching key"_L1, "answer.key_not_found"_L1}, // Spring
    {"have key to match"_L1, "answer.key_not_found"_L1}, // Envoy
    {"no applicable key"_L1, "answer.key_not_found"_L1}, // jose
    {"find publickey"_L1, "answer.key_not_found"_L1}, // Keycloak
    {"unable to find a signing key"_L1, "answer.key_not_found"_L1}, // PyJWT, jwks-rsa
    {"no kid specified"_L1, "answer.key_not_found"_L1}, // jwks-rsa
    {"no key id"_L1, "answer.key_not_found"_L1}, // jwx
    {"find key with key id"_L1, "answer.key_not_found"_L1}, // jwx
    {"required \"authorization\""_L1, "answer.no_token"_L1},
    {"required claim"_L1, "answer.claim_missing"_L1}, // nimbus, jwx, golang-jwt, ruby-jwt
    {"missing required \""_L1, "answer.claim_missing"_L1}, // jose
    {"missing required aud"_L1, "answer.claim_missing"_L1}, // nimbus
    {"missing required key"_L1, "answer.claim_missing"_L1}, // python-jose
    {"token is missing the"_L1, "answer.claim_missing"_L1}, // PyJWT
    {"claim \"iss\" does not exist"_L1, "answer.claim_missing"_L1}, // jwx
    {"claim \"aud\" not found"_L1, "answer.claim_missing"_L1}, // jwx
    {"\"alg\""_L1, "answer.algorithm"_L1}, // jose, nimbus
    {"[alg]"_L1, "answer.algorithm"_L1}, // Envoy
    {"alg value"_L1, "answer.algorithm"_L1}, // PyJWT
    {"algorithm not"_L1, "answer.algorithm"_L1}, // PyJWT, php-jwt
    {"for this algorithm"_L1, "answer.algorithm"_L1}, // php-jwt
    {"invalid algorithm"_L1, "answer.algorithm"_L1}, // jsonwebtoken
    {"unsupported algorithm"_L1, "answer.algorithm"_L1}, // Spring
    {"different algorithm"_L1, "answer.algorithm"_L1}, // ruby-jwt
    {"signing method"_L1, "answer.algorithm"_L1}, // golang-jwt
    {"unsecured (plain)"_L1, "answer.algorithm"_L1}, // nimbus
    {"header typ"_L1, "answer.typ"_L1}, // nimbus
    {"\"typ\""_L1, "answer.typ"_L1}, // jose
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
    {"signature has expired"_L1, "answer.expired"_L1}, // PyJWT and ruby-jwt
    {"token is expired"_L1, "answer.expired"_L1}, // golang-jwt tells of both in one sentence
    {"signature"_L1, "answer.signature"_L1},
    {"verification fail"_L1, "answer.signature"_L1},
    {"not valid before"_L1, "answer.not_yet_valid"_L1},
    {"used before"_L1, "answer.not_yet_valid"_L1},
    {"not yet valid"_L1, "answer.not_yet_valid"_L1},
    {"not valid yet"_L1, "answer.not_yet_valid"_L1}, // golang-jwt
    {"not active"_L1, "answer.not_yet_valid"_L1},
    {"before use time"_L1, "answer.not_yet_valid"_L1}, // nimbus
    {"\"nbf\""_L1, "answer.not_yet_valid"_L1},
    {"\"iat\""_L1, "answer.not_yet_valid"_L1},
    {"expired"_L1, "answer.expired"_L1},
    {"unexpected \"exp\""_L1,
     "answer.lifetime"_L1}, // express-oauth2-jwt-bearer, where it is missing
    {"\"exp\""_L1, "answer.expired"_L1},
    {"no expiration"_L1, "answer.lifetime"_L1},
    {"lifetime"_L1, "answer.lifetime"_L1},
    {"audience"_L1, "answer.audience"_L1},
    {"\"aud\""_L1, "answer.audience"_L1},
    {"aud claim"_L1, "answer.audience"_L1},
    {"issuer"_L1, "answer.issuer"_L1},
    {"\"iss\""_L1, "answer.issuer"_L1},
    {"iss claim"_L1, "answer.issuer"_L1},
    {"malformed"_L1, "answer.malformed"_L1},
    {"segments"_L1, "answer.malformed"_L1},
    {"not well formed"_L1, "answer.malformed"_L1},
    {"compact jw"_L1, "answer.malformed"_L1}, // jose
    {"missing"_L1, "answer.no_token"_L1},
    {"no authorization token"_L1, "answer.no_token"_L1}, // express-jwt
    {"jwt must be provided"_L1, "answer.no_token"_L1}, // jsonwebtoken
    {"no token provided"_L1, "answer.no_token"_L1},
    {"credentials were not provided"_L1, "answer.no_token"_L1}, // Django REST framework
    {"full authentication is required"_L1, "answer.no_token"_L1}, // Spring Security
    {"not authenticated"_L1, "answer.no_token"_L1}, // FastAPI
    {"find a valid token"_L1,
     "answer.no_token"_L1}, // jwx, which tells in the same sentence of errors
    {"invalid token"_L1, "answer.token_refused"_L1},
});

struct Code
{
    QLatin1StringView error;
    QLatin1StringView id;
};
// RFC 6750 section 3.1, RFC 9470 section 3, RFC 9449 sections 7.1 and 9: what the code alone says.
constexpr auto codes = std::to_array<Code>({
    {"insufficient_scope"_L1, "answer.scope_missing"_L1},
    {"insufficient_user_authentication"_L1, "answer.sign_in_again"_L1},
    {"use_dpop_nonce"_L1, "answer.dpop_nonce"_L1},
    {"invalid_dpop_proof"_L1, "answer.dpop_refused"_L1},
    {"invalid_request"_L1, "answer.malformed"_L1},
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

//! Names of claims stand in either kind of quotes, with a backslash in a sentence that quotes
//! another.
QLatin1StringView idByText(QByteArrayView sentence)
{
    const QByteArray text = sentence.toByteArray().replace("\\\"", "\"").replace('\'', '"');
    const auto row = std::ranges::find_if(
        texts, [&text](const Words &words) { return hasWords(text, words.needle); });
    return row == texts.end() ? QLatin1StringView() : row->id;
}

QString wantedBy(const http::Challenge &challenge, QLatin1StringView id)
{
    if (id == "answer.scope_missing"_L1)
        return QString::fromUtf8(challenge.value("scope"));
    if (id != "answer.sign_in_again"_L1)
        return {};
    const QByteArray age = challenge.value("max_age");
    return QString::fromUtf8(age.isNull() ? challenge.value("acr_values") : "max_age " + age);
}

base::Findings judgeOne(const http::Challenge &challenge, const ErrorAnswer &answer)
{
    const auto code = std::ranges::find_if(codes, [&](const Code &row) {
        return answer.error == QByteArrayView(row.error.data(), row.error.size());
    });
    const bool isPlain = code == codes.end() || code->id == "answer.malformed"_L1;
    base::Findings found = isPlain ? judgeSentence(answer) : base::Findings();
    if (!found.isEmpty())
        return found;
    const QLatin1StringView id = code == codes.end() ? "answer.token_refused"_L1 : code->id;
    return {answerFinding(id, answer, wantedBy(challenge, id))};
}

bool isBearer(const http::Challenge &challenge)
{
    return challenge.is("Bearer") || challenge.is("DPoP") || challenge.scheme.isEmpty();
}

base::Findings othersWanted(const QList<http::Challenge> &challenges, const base::Span &span)
{
    QStringList names;
    for (const http::Challenge &challenge : challenges)
        names.append(QString::fromUtf8(challenge.scheme));
    constexpr qsizetype most = 8;
    return {answerFinding("answer.scheme_wanted"_L1, {{}, {}, span},
                          names.first(std::min(names.size(), most)).join(u", "_s))};
}

//! Its words as a person would repeat them: "invalid authorization code (invalid_grant)".
QString saidBy(const ErrorAnswer &answer)
{
    const QString error = QString::fromUtf8(answer.error);
    const QString description = QString::fromUtf8(answer.description);
    if (error.isEmpty() || description.isEmpty())
        return error + description;
    return description + u" ("_s + error + u')';
}

} // namespace

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
        if (const QLatin1StringView id = idByText(piece); !id.isEmpty())
            findings.append(answerFinding(id, answer, detailOf(piece)));
        from = semicolon < 0 ? end : end + 2;
    }
    return findings;
}

bool hasWords(QByteArrayView text, QLatin1StringView needle)
{
    return QLatin1StringView(text).contains(needle, Qt::CaseInsensitive);
}

base::Finding answerFinding(QLatin1StringView id, const ErrorAnswer &answer, const QString &found)
{
    base::Finding finding
        = carryingFinding(id, found,
                          {{u"error"_s, QString::fromUtf8(answer.error)},
                           {u"description"_s, QString::fromUtf8(answer.description)},
                           {u"said"_s, saidBy(answer)}});
    finding.span = answer.span;
    return finding;
}

base::Findings judgeChallenge(const SourceText &wwwAuthenticate)
{
    constexpr qsizetype most = 8;
    const QList<http::Challenge> challenges = http::readChallenges(wwwAuthenticate.bytes());
    base::Findings findings;
    bool isOffered = false;
    for (const http::Challenge &challenge : challenges) {
        if (!isBearer(challenge) || findings.size() >= most)
            continue;
        isOffered = true;
        const ErrorAnswer answer{challenge.value("error"), challenge.value("error_description"),
                                 wwwAuthenticate.span()};
        if (!answer.error.isEmpty() || !answer.description.isEmpty())
            findings += judgeOne(challenge, answer);
    }
    // A challenge beside one with an error only tells what else would be taken.
    if (findings.isEmpty() && isOffered)
        return {answerFinding("answer.no_token"_L1, {{}, {}, wwwAuthenticate.span()})};
    if (findings.isEmpty() && !challenges.isEmpty())
        return othersWanted(challenges, wwwAuthenticate.span());
    return findings;
}

} // namespace capture
