// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>

#include <span>

namespace jose {

//! The `kty` of a JWK: RFC 7518 section 6.1, RFC 8037 section 2.
enum class KeyType : quint8 { Rsa, Ec, Okp, Oct };
//! How a signature is computed, whatever the digest or the curve: RFC 7518 sections 3.2 to 3.6 and
//! RFC 8037 section 3.1.
enum class Family : quint8 { None, Hmac, RsaPkcs1, RsaPss, Ecdsa, EdDsa };

//! One row of the only table that knows the signature algorithms.
struct Algorithm
{
    QLatin1StringView name; //!< The `alg` value, RFC 7518 section 3.1 and its registry.
    Family family = Family::None;
    KeyType keyType = KeyType::Oct; //!< Not meaningful for `none`.
    QLatin1StringView digest; //!< OpenSSL name; empty where the algorithm hashes by itself.
    QLatin1StringView curve; //!< JWK `crv`; empty where any curve of the family fits (`EdDSA`).
    int signatureBytes = 0; //!< Exact length; 0 where the key decides (RSA, EdDSA).
    int minimumKeyBits = 0; //!< Weaker keys get the finding key.weak.
    QLatin1StringView spec;

    [[nodiscard]] bool isSymmetric() const { return family == Family::Hmac; }
};

//! Every algorithm, in the order in which they are offered.
[[nodiscard]] std::span<const Algorithm> algorithms();

//! Null when unknown; the comparison is exact, as RFC 7515 section 4.1.1 demands.
[[nodiscard]] const Algorithm *findAlgorithm(QByteArrayView name);

} // namespace jose
