// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/phrases.h"

#include "core/report/texts.h"

#include <array>

namespace report {

namespace {

// clang-format off
constexpr auto kindReasons = std::to_array<Phrase>({
    {"typ=at+jwt", QT_TRANSLATE_NOOP("report", "typ is at+jwt")},
    {"typ=dpop+jwt", QT_TRANSLATE_NOOP("report", "typ is dpop+jwt")},
    {"typ=logout+jwt", QT_TRANSLATE_NOOP("report", "typ is logout+jwt")},
    {"typ=oauth-authz-req+jwt", QT_TRANSLATE_NOOP("report", "typ says that it is a request object, the parameters of an authorization request")},
    {"typ=token-introspection+jwt", QT_TRANSLATE_NOOP("report", "typ says that it is the signed answer of an introspection endpoint")},
    {"typ=client-authentication+jwt", QT_TRANSLATE_NOOP("report", "typ says that a client authenticates with it")},
    {"typ=vnd.authgear.anonymous-request", QT_TRANSLATE_NOOP("report", "typ is vnd.authgear.anonymous-request")},
    {"typ=vnd.authgear.biometric-request", QT_TRANSLATE_NOOP("report", "typ is vnd.authgear.biometric-request")},
    {"typ=vnd.authgear.app2app-request", QT_TRANSLATE_NOOP("report", "typ is vnd.authgear.app2app-request")},
    {"token_use=access", QT_TRANSLATE_NOOP("report", "token_use is access")},
    {"token_use=id", QT_TRANSLATE_NOOP("report", "token_use is id")},
    {"claim.typ=Bearer", QT_TRANSLATE_NOOP("report", "the claim typ is Bearer")},
    {"claim.typ=ID", QT_TRANSLATE_NOOP("report", "the claim typ is ID")},
    {"claim.typ=Logout", QT_TRANSLATE_NOOP("report", "the claim typ is Logout")},
    {"nonce", QT_TRANSLATE_NOOP("report", "there is a nonce")},
    {"at_hash", QT_TRANSLATE_NOOP("report", "there is an at_hash")},
    {"c_hash", QT_TRANSLATE_NOOP("report", "there is a c_hash")},
    {"client_id", QT_TRANSLATE_NOOP("report", "it names a client_id")},
    {"scope", QT_TRANSLATE_NOOP("report", "it names scopes")},
    {"scp", QT_TRANSLATE_NOOP("report", "it names scopes (scp)")},
    {"cid", QT_TRANSLATE_NOOP("report", "it names a client (cid)")},
    {"sid", QT_TRANSLATE_NOOP("report", "it names a session (sid)")},
    {"auth_time", QT_TRANSLATE_NOOP("report", "it says when the user signed in")},
    {"empty", QT_TRANSLATE_NOOP("report", "there is nothing")},
    {"header", QT_TRANSLATE_NOOP("report", "its header cannot be read")},
    {"payload", QT_TRANSLATE_NOOP("report", "its payload cannot be read")},
    {"five_parts", QT_TRANSLATE_NOOP("report", "it has five parts")},
    {"json", QT_TRANSLATE_NOOP("report", "it is written as JSON")},
    {"payload_bytes", QT_TRANSLATE_NOOP("report", "its payload is no JSON object")},
    {"nested", QT_TRANSLATE_NOOP("report", "its payload is another token")},
    {"b64=false", QT_TRANSLATE_NOOP("report", "its payload is not encoded (b64)")},
    {"shape=32", QT_TRANSLATE_NOOP("report", "it is 32 letters and digits")},
    {"shape=uuid.32", QT_TRANSLATE_NOOP("report", "it is a UUID, a dot and 32 letters and digits")},
    {"no_parts", QT_TRANSLATE_NOOP("report", "it has no parts with dots between them")},
    {"sub=client_id_", QT_TRANSLATE_NOOP("report", "its subject begins with client_id_")},
    {"sub=client_id", QT_TRANSLATE_NOOP("report", "its subject is the client itself")},
    {"events", QT_TRANSLATE_NOOP("report", "it reports a logout event")},
    {"htm+htu", QT_TRANSLATE_NOOP("report", "it names one HTTP request (htm, htu)")},
    {"aud=azp", QT_TRANSLATE_NOOP("report", "its audience is its authorized party (azp)")},
    {"aud=client_id", QT_TRANSLATE_NOOP("report", "its audience is a client id")},
    {"no_iss_no_sub", QT_TRANSLATE_NOOP("report", "it has an audience and neither issuer nor subject")},
    {"claims", QT_TRANSLATE_NOOP("report", "it holds claims, and none that tells its kind")},
});

constexpr auto cleaning = std::to_array<Phrase>({
    {"whitespace", QT_TRANSLATE_NOOP("report", "white space around")},
    {"bom", QT_TRANSLATE_NOOP("report", "a byte order mark")},
    {"quotes", QT_TRANSLATE_NOOP("report", "quotation marks")},
    {"header_name", QT_TRANSLATE_NOOP("report", "“Authorization:”")},
    {"colon", QT_TRANSLATE_NOOP("report", "a colon behind the scheme, where none belongs")},
    {"tab", QT_TRANSLATE_NOOP("report", "a tab behind the scheme, where a blank belongs")},
    {"scheme", QT_TRANSLATE_NOOP("report", "the scheme (Bearer)")},
    {"trailing_comma", QT_TRANSLATE_NOOP("report", "a comma at the end")},
    {"trailing_semicolon", QT_TRANSLATE_NOOP("report", "a semicolon at the end")},
});

constexpr auto carrying = std::to_array<Phrase>({
    {"scheme_missing", QT_TRANSLATE_NOOP("report", "“Bearer” is missing")},
    {"scheme_twice", QT_TRANSLATE_NOOP("report", "“Bearer” stands there twice")},
    {"tab", QT_TRANSLATE_NOOP("report", "a tab stands where a blank belongs")},
    {"colon", QT_TRANSLATE_NOOP("report", "a colon stands behind the scheme")},
    {"quotes", QT_TRANSLATE_NOOP("report", "quotation marks stand around the token")},
});

constexpr auto repairs = std::to_array<Phrase>({
    {"percent_encoding", QT_TRANSLATE_NOOP("report", "undoing URL encoding")},
    {"standard_alphabet", QT_TRANSLATE_NOOP("report", "“-” and “_” for “+” and “/”")},
    {"padding", QT_TRANSLATE_NOOP("report", "taking off the padding")},
    {"whitespace", QT_TRANSLATE_NOOP("report", "taking out white space")},
    {"quotes", QT_TRANSLATE_NOOP("report", "taking off quotation marks")},
    {"trailing_bits", QT_TRANSLATE_NOOP("report", "clearing the stray bits at the end")},
    {"cut_off", QT_TRANSLATE_NOOP("report", "leaving out a last character that was cut in half")},
});

constexpr auto subjects = std::to_array<Phrase>({
    {"token", QT_TRANSLATE_NOOP("report", "Token")},
    {"header", QT_TRANSLATE_NOOP("report", "Header")},
    {"payload", QT_TRANSLATE_NOOP("report", "Payload")},
    {"signature", QT_TRANSLATE_NOOP("report", "Signature")},
    {"key", QT_TRANSLATE_NOOP("report", "Keys")},
    {"issuer", QT_TRANSLATE_NOOP("report", "Discovery document")},
    {"jwks_uri", QT_TRANSLATE_NOOP("report", "Discovery document (jwks_uri)")},
    {"clock", QT_TRANSLATE_NOOP("report", "Clocks")},
    {"session", QT_TRANSLATE_NOOP("report", "Session alive")},
    {"alg", QT_TRANSLATE_NOOP("report", "Algorithm (alg)")},
    {"kid", QT_TRANSLATE_NOOP("report", "Key name (kid)")},
    {"typ", QT_TRANSLATE_NOOP("report", "Token kind (typ)")},
    {"crit", QT_TRANSLATE_NOOP("report", "Critical headers (crit)")},
    {"b64", QT_TRANSLATE_NOOP("report", "Encoding of the payload (b64)")},
    {"jwk", QT_TRANSLATE_NOOP("report", "Key in the token (jwk)")},
    {"jku", QT_TRANSLATE_NOOP("report", "Key address in the token (jku)")},
    {"x5u", QT_TRANSLATE_NOOP("report", "Certificate address in the token (x5u)")},
    {"x5c", QT_TRANSLATE_NOOP("report", "Certificates in the token (x5c)")},
    {"iss", QT_TRANSLATE_NOOP("report", "Issuer (iss)")},
    {"sub", QT_TRANSLATE_NOOP("report", "Subject (sub)")},
    {"aud", QT_TRANSLATE_NOOP("report", "Audience (aud)")},
    {"azp", QT_TRANSLATE_NOOP("report", "Authorized party (azp)")},
    {"client_id", QT_TRANSLATE_NOOP("report", "Client (client_id)")},
    {"exp", QT_TRANSLATE_NOOP("report", "Expiry (exp)")},
    {"nbf", QT_TRANSLATE_NOOP("report", "Beginning (nbf)")},
    {"iat", QT_TRANSLATE_NOOP("report", "Made at (iat)")},
    {"auth_time", QT_TRANSLATE_NOOP("report", "Sign-in age (auth_time)")},
    {"can_reauthenticate", QT_TRANSLATE_NOOP("report", "Can re-authenticate")},
    {"https://authgear.com/claims/user/can_reauthenticate", QT_TRANSLATE_NOOP("report", "Can re-authenticate")},
    {"https://authgear.com/claims/user/roles", QT_TRANSLATE_NOOP("report", "Roles")},
    {"https://authgear.com/claims/user/is_anonymous", QT_TRANSLATE_NOOP("report", "Anonymous user")},
    {"scope", QT_TRANSLATE_NOOP("report", "Scopes (scope)")},
    {"jti", QT_TRANSLATE_NOOP("report", "Used once (jti)")},
    {"nonce", QT_TRANSLATE_NOOP("report", "Request bound (nonce)")},
    {"cnf", QT_TRANSLATE_NOOP("report", "Proof of possession (cnf)")},
});
// clang-format on

//! Tables of a few dozen rows need no index.
const Phrase *find(std::span<const Phrase> phrases, QStringView id)
{
    for (const auto &row : phrases) {
        if (id == QLatin1StringView(row.id))
            return &row;
    }
    return nullptr;
}

} // namespace

std::span<const Phrase> kindReasonPhrases()
{
    return kindReasons;
}

std::span<const Phrase> cleaningPhrases()
{
    return cleaning;
}

std::span<const Phrase> carryingPhrases()
{
    return carrying;
}

std::span<const Phrase> repairPhrases()
{
    return repairs;
}

std::span<const Phrase> subjectPhrases()
{
    return subjects;
}

QString phrase(std::span<const Phrase> phrases, QStringView id, Quote quote)
{
    const auto *row = find(phrases, id);
    return row != nullptr ? translated(row->text) : foreign(id, quote);
}

QString subjectName(QStringView subject, Quote quote)
{
    const auto *row = find(subjects, subject);
    return row != nullptr
        ? translated(row->text)
        : filled(translated(QT_TRANSLATE_NOOP("report", "Claim “%1”")), {foreign(subject, quote)});
}

} // namespace report
