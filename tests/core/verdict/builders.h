// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/signer.h"
#include "core/verdict/judge.h"

//! Tokens, issuers and judgements for the tests of core/verdict. Everything happens at `noon`.
namespace builders {

inline constexpr qint64 noonSeconds = 1'790'000'000; // 2026-09-21T13:33:20Z
inline constexpr base::Instant noon{std::chrono::seconds{noonSeconds}};
inline constexpr char issuer[] = "https://demo.authgear.cloud";
inline constexpr char clientId[] = "0123456789abcdef";
inline constexpr char resource[] = "https://api.example.com";

[[nodiscard]] base::Instant noonPlus(qint64 seconds);

//! The members of a JSON object in order. Values are JSON text, so that anything can be written.
class Json
{
public:
    Json &set(const QByteArray &name, const QByteArray &json); //!< Replaces or appends.
    Json &also(const QByteArray &name, const QByteArray &json); //!< A duplicate.
    Json &text(const QByteArray &name, const QByteArray &value); //!< A plain string.
    Json &at(const QByteArray &name, qint64 secondsFromNoon); //!< A time.
    Json &drop(const QByteArray &name);
    [[nodiscard]] QByteArray bytes() const;

private:
    QList<std::pair<QByteArray, QByteArray>> m_members;
};

//! Genuine tokens of an Authgear project: made a minute ago, good for 29 more; sign-in half a
//! minute before that. Reference authgear 3.3, 3.4, 4.2.
[[nodiscard]] Json accessClaims();
[[nodiscard]] Json idClaims();
[[nodiscard]] Json m2mClaims();
//! A claims set without any sign of a kind, of no known issuer's making.
[[nodiscard]] Json plainClaims();

[[nodiscard]] Json accessHeader(); //!< RS256, kid "k1", at+jwt
[[nodiscard]] Json jwtHeader(); //!< RS256, kid "k1", JWT

//! Made once a run: RSA 2048, as Authgear has it, and one that has nothing to do with the issuer.
[[nodiscard]] const jose::SigningKey &issuerKey();
[[nodiscard]] const jose::SigningKey &strangerKey();

[[nodiscard]] QByteArray minted(const Json &header, const Json &claims);
[[nodiscard]] QByteArray mintedBytes(const QByteArray &header, const QByteArray &payload);
[[nodiscard]] QByteArray mintedWith(const jose::SigningKey &key, const Json &header,
                                    const Json &claims);
//! The three parts, without any cryptography.
[[nodiscard]] QByteArray unsignedToken(const QByteArray &header, const QByteArray &payload,
                                       const QByteArray &signature = "AAAA");

//! A JWK Set of public keys, with kid k1, k2 … unless told otherwise.
[[nodiscard]] QByteArray jwks(const QList<jose::SigningKey> &keys, const QByteArrayList &kids = {});
[[nodiscard]] jose::KeySet keySet(const QByteArray &json, jose::KeyOrigin origin);

//! The visit to the project's issuer: Authgear's discovery document and one key.
[[nodiscard]] oidc::IssuerSnapshot authgearSnapshot();
//! A plain OpenID provider at the same address.
[[nodiscard]] oidc::IssuerSnapshot otherSnapshot();
[[nodiscard]] oidc::Discovery discovery(const QByteArray &json);
[[nodiscard]] verdict::Evidence evidenceOf(const oidc::IssuerSnapshot &snapshot);
[[nodiscard]] verdict::Evidence authgear();
[[nodiscard]] verdict::Evidence other();
//! The issuer's key as a file, and no issuer.
[[nodiscard]] verdict::Evidence keysOnly();

[[nodiscard]] verdict::Policy profile(verdict::Profile profile);
[[nodiscard]] verdict::Policy forClient(verdict::Profile profile = verdict::Profile::Automatic);

[[nodiscard]] verdict::Verdict judged(const QByteArray &token, const verdict::Evidence &evidence,
                                      const verdict::Policy &policy = {}, base::Instant now = noon);

//! Null when there is none.
[[nodiscard]] const base::Finding *find(const verdict::Verdict &verdict, QLatin1StringView id);
//! "pass signature.valid, fail time.expired …": for messages.
[[nodiscard]] QString listed(const verdict::Verdict &verdict);
[[nodiscard]] QLatin1StringView primaryId(const verdict::Verdict &verdict);

} // namespace builders
