// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"
#include "core/jose/algorithms.h"
#include "core/jose/curves.h"
#include "core/jose/ossl.h"

#include <QByteArray>

#include <utility>

namespace jose {

//! The public half of a key pair as plain numbers, whatever file it came from. Every key is built
//! anew from these, so that a private half cannot come along and no door skips a check.
struct PublicNumbers
{
    KeyType type = KeyType::Rsa;
    const Curve *curve = nullptr; //!< EC and OKP.
    QByteArray n, e; //!< RSA, unsigned big endian without leading zeros.
    QByteArray x, y; //!< EC coordinates of exact length; OKP has only x.
    bool pssOnly = false; //!< SPKI with id-RSASSA-PSS, RFC 4055 section 1.2.
    QByteArray pssDigest; //!< The only hash that such a key may be used with; empty: any.
};

//! A key ready for use. Errors: key.size, key.value, key.point.
[[nodiscard]] base::Result<ossl::Pkey> buildKey(const PublicNumbers &numbers);

//! The public half of what OpenSSL has read. Errors: key.type, key.curve, key.der.
[[nodiscard]] base::Result<PublicNumbers> numbersOf(const EVP_PKEY *key);

//! Name and octets of the JWK members that make up the public key (RFC 7638 section 3.2), in the
//! order of that section, `kty` and `crv` included.
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>>
requiredMembers(const PublicNumbers &numbers);

//! RFC 7638: base64url of the SHA-256 over the required members.
[[nodiscard]] QByteArray thumbprint(const PublicNumbers &numbers);

//! Modulus or field size.
[[nodiscard]] int bitsOf(const PublicNumbers &numbers);

//! The length in bits of an unsigned big endian number.
[[nodiscard]] int bitLength(QByteArrayView number);

//! Without leading zero octets.
[[nodiscard]] QByteArray withoutLeadingZeros(QByteArrayView number);

} // namespace jose
