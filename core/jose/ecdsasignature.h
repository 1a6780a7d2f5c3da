// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <array>

//! ECDSA signatures: r || s as JWS sends them (RFC 7518 section 3.4), DER as OpenSSL wants them.
namespace jose::ecdsa {

//! A DER signature without a heap: large enough for P-521.
struct Der
{
    std::array<unsigned char, 144> bytes{};
    size_t size = 0;
};

//! `raw` has an even length of at most 132.
[[nodiscard]] Der toDer(QByteArrayView raw);

//! r || s with `octets` each; empty when `der` is no signature of that size.
[[nodiscard]] QByteArray toRaw(QByteArrayView der, int octets);

//! Whether this is one whole DER signature, which a JWS must not carry.
[[nodiscard]] bool isDer(QByteArrayView signature);

} // namespace jose::ecdsa
