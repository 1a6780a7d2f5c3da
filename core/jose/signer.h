// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/jose/key.h"

namespace jose {

//! A private key that signs tokens for practice and tests. Never stored, never printed.
class SigningKey
{
public:
    //! Null: every question has an empty answer, sign() fails with signing.key.
    SigningKey() = default;
    //! Generates for RS/PS (RSA of `bits`), ES and EdDSA algorithms. RSA takes up to 300 ms: not on
    //! the GUI thread. Errors: signing.algorithm (unknown, symmetric, or another kind of key),
    //! signing.key (what OpenSSL refused).
    [[nodiscard]] static base::Result<SigningKey> generate(QByteArrayView algorithm,
                                                           int bits = 2048);
    //! For HS algorithms. A short secret is taken: the samples need weak ones, too.
    [[nodiscard]] static base::Result<SigningKey> fromSecret(QByteArrayView algorithm,
                                                             const base::SecretBytes &secret);
    //! A private JWK or PEM, for the standards' vectors. Errors: signing.algorithm, signing.key,
    //! and those of a JWK (key.h).
    [[nodiscard]] static base::Result<SigningKey> fromJwk(QByteArrayView algorithm, QByteArray jwk);
    //! The first private key of the text that needs no passphrase. Errors: as above.
    [[nodiscard]] static base::Result<SigningKey> fromPem(QByteArrayView algorithm,
                                                          QByteArrayView pem);

    //! The one it was made for; a key signs with no other.
    [[nodiscard]] QByteArray algorithm() const;
    //! The public JWK members (kty, n, e / crv, x, y) without kid, use and alg; empty for secrets.
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> publicMembers() const;
    //! RFC 7638 thumbprint of the public half; empty for secrets, which it would give away.
    [[nodiscard]] QByteArray thumbprint() const;
    //! SubjectPublicKeyInfo as PEM; empty for secrets.
    [[nodiscard]] QByteArray publicPem() const;

    //! As a JWS carries it: r || s for ECDSA (RFC 7518 section 3.4), with a salt as long as the
    //! digest for PSS (section 3.5). Error signing.key: OpenSSL could not, or there is no key.
    [[nodiscard]] base::Result<QByteArray> sign(QByteArrayView input) const;
    //! base64url(header) "." base64url(payload) "." base64url(signature), bytes as given.
    [[nodiscard]] base::Result<QByteArray> compact(QByteArrayView header,
                                                   QByteArrayView payload) const;

    struct Data;
    explicit SigningKey(std::shared_ptr<const Data> data);

private:
    std::shared_ptr<const Data> m_data;
};

} // namespace jose
