// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/token.h"

#include <span>

namespace jose {

//! What a token-like text is. Reference authgear 3.7.
enum class Kind : quint8 {
    Nothing,
    Unreadable,
    AccessToken,
    IdToken,
    M2mToken, //!< client_credentials access token
    LogoutToken,
    DpopProof,
    AnonymousRequest,
    BiometricRequest,
    App2AppRequest,
    AdminApiToken,
    OtherJwt, //!< claims set, no sign of a kind
    OtherJws, //!< signed, but the payload is no claims set
    JsonJws, //!< JSON serialization
    Jwe,
    Opaque32, //!< opaque access token, code, app session token, device secret: the same shape
    UuidSecret, //!< refresh token or IdP session cookie: the same shape
    Opaque,
};

//! "access_token", "id_token" …; stable, part of the JSON schemas.
[[nodiscard]] QLatin1StringView name(Kind kind);

//! A kind, and the signs that it was told by.
struct KindGuess
{
    Kind kind = Kind::Nothing;
    //! What gave it away: "typ=at+jwt", "nonce", "sub=client_id_". All of them: kindReasons().
    QList<QLatin1StringView> reasons;
};

//! What the token is: `typ` first, then the claims, then the shape. Reference authgear 3.7.
//! Neither time nor policy nor any key changes the answer.
[[nodiscard]] KindGuess recognize(const Token &token);

//! Every id that KindGuess::reasons can hold, for the wording.
[[nodiscard]] std::span<const QLatin1StringView> kindReasons();

//! More than a likeness: a nonce, a hash, an audience that is the client id, or its own word for
//! it.
[[nodiscard]] bool isProvenIdToken(const KindGuess &guess);

//! Signed with a key that is in no issuer's key set: the client's own, or the project's admin key.
[[nodiscard]] bool hasForeignKey(Kind kind);

} // namespace jose
