// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/kind.h"

#include "core/jose/authgearshapes.h"
#include "core/jose/claimindex.h"
#include "core/jose/headerfacts.h"

#include <algorithm>

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

using Reasons = QList<QLatin1StringView>;

// RFC 7515 section 4.1.9: media types, of which "application/" may be left out.
struct TypRow
{
    QLatin1StringView typ;
    Kind kind;
    QLatin1StringView reason;
};
constexpr auto typs = std::to_array<TypRow>({
    {"at+jwt"_L1, Kind::AccessToken, "typ=at+jwt"_L1},
    {"dpop+jwt"_L1, Kind::DpopProof, "typ=dpop+jwt"_L1},
    {"logout+jwt"_L1, Kind::LogoutToken, "typ=logout+jwt"_L1},
    // Typed as something else, so no claim in it makes an ID or access token of it, RFC 8725
    // section 3.11: a request object has client_id, scope and nonce.
    {"oauth-authz-req+jwt"_L1, Kind::OtherJwt, "typ=oauth-authz-req+jwt"_L1}, // RFC 9101
    {"token-introspection+jwt"_L1, Kind::OtherJwt, "typ=token-introspection+jwt"_L1}, // RFC 9701
    // draft-ietf-oauth-rfc7523bis
    {"client-authentication+jwt"_L1, Kind::OtherJwt, "typ=client-authentication+jwt"_L1},
    {"vnd.authgear.anonymous-request"_L1, Kind::AnonymousRequest,
     "typ=vnd.authgear.anonymous-request"_L1},
    {"vnd.authgear.biometric-request"_L1, Kind::BiometricRequest,
     "typ=vnd.authgear.biometric-request"_L1},
    {"vnd.authgear.app2app-request"_L1, Kind::App2AppRequest,
     "typ=vnd.authgear.app2app-request"_L1},
});

// What some issuers say outright in the claims: Amazon Cognito in token_use, Keycloak in typ.
struct StatementRow
{
    Claim claim;
    QLatin1StringView value;
    Kind kind;
    QLatin1StringView reason;
};
constexpr auto statements = std::to_array<StatementRow>({
    {Claim::TokenUse, "access"_L1, Kind::AccessToken, "token_use=access"_L1},
    {Claim::TokenUse, "id"_L1, Kind::IdToken, "token_use=id"_L1},
    {Claim::Typ, "Bearer"_L1, Kind::AccessToken, "claim.typ=Bearer"_L1},
    {Claim::Typ, "ID"_L1, Kind::IdToken, "claim.typ=ID"_L1},
    {Claim::Typ, "Logout"_L1, Kind::LogoutToken, "claim.typ=Logout"_L1},
});

// Which claims show the kind by being there; a group is asked before the next one.
struct PresenceRow
{
    Claim claim;
    Kind kind;
    QLatin1StringView reason;
};
constexpr auto proofs = std::to_array<PresenceRow>({
    {Claim::Nonce, Kind::IdToken, "nonce"_L1},
    {Claim::AtHash, Kind::IdToken, "at_hash"_L1},
    {Claim::CHash, Kind::IdToken, "c_hash"_L1},
});
constexpr auto accessSigns = std::to_array<PresenceRow>({
    {Claim::ClientId, Kind::AccessToken, "client_id"_L1},
    {Claim::Scope, Kind::AccessToken, "scope"_L1},
    {Claim::Scp, Kind::AccessToken, "scp"_L1},
    {Claim::Cid, Kind::AccessToken, "cid"_L1},
});
// Weaker: session tokens of some makers have these too, so an audience must be there as well.
constexpr auto sessionSigns = std::to_array<PresenceRow>({
    {Claim::Sid, Kind::IdToken, "sid"_L1},
    {Claim::AuthTime, Kind::IdToken, "auth_time"_L1},
});

constexpr auto otherReasons = std::to_array<QLatin1StringView>({
    "empty"_L1,         "header"_L1,        "payload"_L1,  "five_parts"_L1,
    "json"_L1,          "payload_bytes"_L1, "nested"_L1,   "b64=false"_L1,
    "shape=32"_L1,      "shape=uuid.32"_L1, "no_parts"_L1, "sub=client_id_"_L1,
    "sub=client_id"_L1, "events"_L1,        "htm+htu"_L1,  "aud=azp"_L1,
    "aud=client_id"_L1, "no_iss_no_sub"_L1, "claims"_L1,
});

// OpenID Connect Back-Channel Logout section 2.4.
constexpr auto logoutEvent = "http://schemas.openid.net/event/backchannel-logout"_L1;

template <size_t n>
KindGuess byPresence(const std::array<PresenceRow, n> &rows, const ClaimIndex &claims)
{
    KindGuess guess;
    for (const PresenceRow &row : rows) {
        if (claims[row.claim])
            guess = {row.kind, guess.reasons << row.reason};
    }
    return guess;
}

KindGuess byStatement(const ClaimIndex &claims)
{
    for (const StatementRow &row : statements) {
        if (claims[row.claim].isString() && claims[row.claim].toString() == row.value)
            return {row.kind, {row.reason}};
    }
    return {};
}

KindGuess bySpecialClaims(const ClaimIndex &claims)
{
    const QByteArrayView event(logoutEvent.data(), logoutEvent.size());
    if (claims[Claim::Events].member(event))
        return {Kind::LogoutToken, {"events"_L1}};
    if (claims[Claim::Htm] && claims[Claim::Htu])
        return {Kind::DpopProof, {"htm+htu"_L1}};
    return {};
}

// An application for itself, without a person: Authgear writes "client_id_" before its client id,
// others the bare client id.
QLatin1StringView machineReason(const ClaimIndex &claims)
{
    if (!claims[Claim::Sub].isString())
        return {};
    const QString sub = claims[Claim::Sub].toString();
    if (sub.startsWith("client_id_"_L1))
        return "sub=client_id_"_L1;
    const bool isClient
        = claims[Claim::ClientId].isString() && claims[Claim::ClientId].toString() == sub;
    return isClient ? "sub=client_id"_L1 : QLatin1StringView();
}

KindGuess withMachine(KindGuess guess, const ClaimIndex &claims)
{
    const QLatin1StringView reason = machineReason(claims);
    if (guess.kind == Kind::AccessToken && !reason.isEmpty())
        return {Kind::M2mToken, guess.reasons << reason};
    return guess;
}

// The Admin API token has an audience (the project), a time, and nobody who is speaking or meant.
bool isAdminShape(const ClaimIndex &claims)
{
    const QStringList audiences = claims.audiences();
    return !claims[Claim::Iss] && !claims[Claim::Sub] && claims[Claim::Iat] && claims[Claim::Exp]
        && audiences.size() == 1 && !audiences.constFirst().isEmpty()
        && !audiences.constFirst().contains(u':');
}

KindGuess bySession(const ClaimIndex &claims)
{
    return claims[Claim::Aud] ? byPresence(sessionSigns, claims) : KindGuess();
}

KindGuess byRest(const ClaimIndex &claims)
{
    const QString azp = claims[Claim::Azp].toString();
    if (!azp.isEmpty() && claims.audiences() == QStringList{azp})
        return {Kind::IdToken, {"aud=azp"_L1}};
    if (isAdminShape(claims))
        return {Kind::AdminApiToken, {"no_iss_no_sub"_L1}};
    return {Kind::OtherJwt, {"claims"_L1}};
}

KindGuess byClaims(const ClaimIndex &claims)
{
    for (const KindGuess &guess :
         {bySpecialClaims(claims), byStatement(claims), byPresence(proofs, claims),
          byPresence(accessSigns, claims), bySession(claims)}) {
        if (guess.kind != Kind::Nothing)
            return withMachine(guess, claims);
    }
    return byRest(claims);
}

KindGuess ofCompact(const Token &token)
{
    if (!isReadable(token.header()))
        return {Kind::Unreadable, {"header"_L1}};
    const ClaimIndex claims(readableClaims(token));
    const QString typ = mediaType(token.header().json.root().member("typ"));
    const auto row = std::ranges::find(typs, typ, &TypRow::typ);
    if (row != typs.end())
        return withMachine({row->kind, {row->reason}}, claims);
    if (token.hasUnencodedPayload())
        return {Kind::OtherJws, {"b64=false"_L1}};
    if (claims.isPresent())
        return byClaims(claims);
    if (token.nested())
        return {Kind::OtherJws, {"nested"_L1}};
    if (isPayloadBroken(token))
        return {Kind::Unreadable, {"payload"_L1}};
    return {Kind::OtherJws, {"payload_bytes"_L1}};
}

KindGuess ofBareText(QByteArrayView text)
{
    if (text.isEmpty())
        return {Kind::Nothing, {"empty"_L1}};
    if (isOpaque32(text))
        return {Kind::Opaque32, {"shape=32"_L1}};
    if (isUuidSecret(text))
        return {Kind::UuidSecret, {"shape=uuid.32"_L1}};
    return {Kind::Opaque, {"no_parts"_L1}};
}

constexpr auto kindNames = std::to_array<QLatin1StringView>({
    "nothing"_L1,
    "unreadable"_L1,
    "access_token"_L1,
    "id_token"_L1,
    "m2m_token"_L1,
    "logout_token"_L1,
    "dpop_proof"_L1,
    "anonymous_request"_L1,
    "biometric_request"_L1,
    "app2app_request"_L1,
    "admin_api_token"_L1,
    "jwt"_L1,
    "jws"_L1,
    "json_jws"_L1,
    "jwe"_L1,
    "opaque_32"_L1,
    "uuid_secret"_L1,
    "opaque"_L1,
});
static_assert(kindNames.size() == static_cast<size_t>(Kind::Opaque) + 1);

} // namespace

KindGuess recognize(const Token &token)
{
    switch (token.form()) {
    case Form::Encrypted:
        return {Kind::Jwe, {"five_parts"_L1}};
    case Form::EncryptedJson:
        return {Kind::Jwe, {"json"_L1}};
    case Form::FlattenedJson:
    case Form::GeneralJson:
        return {Kind::JsonJws, {"json"_L1}};
    case Form::Compact:
        // A refresh token has a dot too.
        return isUuidSecret(token.text()) ? ofBareText(token.text()) : ofCompact(token);
    case Form::Empty:
    case Form::Opaque:
        break;
    }
    return ofBareText(token.text());
}

std::span<const QLatin1StringView> kindReasons()
{
    static const QList<QLatin1StringView> all = [] {
        Reasons reasons(otherReasons.begin(), otherReasons.end());
        const auto take = [&reasons](const auto &rows) {
            for (const auto &row : rows)
                reasons << row.reason;
        };
        take(typs);
        take(statements);
        take(proofs);
        take(accessSigns);
        take(sessionSigns);
        return reasons;
    }();
    return {all.constData(), static_cast<size_t>(all.size())};
}

bool isProvenIdToken(const KindGuess &guess)
{
    constexpr std::array weak{"sid"_L1, "auth_time"_L1, "aud=azp"_L1};
    return guess.kind == Kind::IdToken
        && std::ranges::any_of(guess.reasons, [&weak](QLatin1StringView reason) {
               return std::ranges::find(weak, reason) == weak.end();
           });
}

bool hasForeignKey(Kind kind)
{
    constexpr std::array kinds{Kind::DpopProof, Kind::AnonymousRequest, Kind::BiometricRequest,
                               Kind::App2AppRequest, Kind::AdminApiToken};
    return std::ranges::find(kinds, kind) != kinds.end();
}

QLatin1StringView name(Kind kind)
{
    return kindNames[static_cast<size_t>(kind)];
}

} // namespace jose
