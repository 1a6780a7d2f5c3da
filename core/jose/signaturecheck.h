// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/key.h"

#include <memory>
#include <optional>

namespace jose {

//! One OpenSSL context, ready for one key and one algorithm. It shares the key with its owner (for
//! HMAC: holds a copy of the secret, which OpenSSL wipes), and CheckPool drops it with the key. Not
//! for two threads at once.
class SignatureCheck
{
public:
    virtual ~SignatureCheck() = default;
    Q_DISABLE_COPY_MOVE(SignatureCheck)

    [[nodiscard]] const Algorithm &algorithm() const { return m_algorithm; }
    //! `signature` has the length that expectedLength() says. Nothing when OpenSSL could not get as
    //! far as comparing: that is no statement about the signature (RFC 7515 section 5.2), and the
    //! context must not be used again.
    [[nodiscard]] virtual std::optional<bool> accepts(QByteArrayView input,
                                                      QByteArrayView signature)
        = 0;

protected:
    explicit SignatureCheck(const Algorithm &algorithm)
        : m_algorithm(algorithm)
    {
    }

private:
    const Algorithm &m_algorithm;
};

//! The exact octets of a signature by this key: RFC 7518 section 3.4 for r || s, RFC 8017 section
//! 8.2.2 step 1 for RSA, RFC 8032 for EdDSA.
[[nodiscard]] int expectedLength(const Algorithm &algorithm, const Key::Data &key);

//! Whether the key, which must fit the algorithm, made the signature. Nothing when this OpenSSL
//! cannot do it.
[[nodiscard]] std::optional<bool> matches(const Algorithm &algorithm, const Key::Data &key,
                                          QByteArrayView input, QByteArrayView signature);

} // namespace jose
