// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/algorithms.h"

#include <QString>

namespace jose {

//! One row of the table of curves that a JWK may name (RFC 7518 section 6.2.1.1, RFC 8812, RFC
//! 8037).
struct Curve
{
    QLatin1StringView name; //!< JWK `crv`
    KeyType type = KeyType::Ec;
    const char *openssl = nullptr; //!< Group name for EC, key type name for OKP.
    int octets = 0; //!< Exact length of a coordinate, or of x for OKP.
    int bits = 0;
    bool signs = true; //!< False where the curve only agrees on keys.
};

//! Null when unknown.
[[nodiscard]] const Curve *findCurve(QStringView name, KeyType type);
//! For keys out of PEM and DER, which name no JWK curve.
[[nodiscard]] const Curve *findCurveByOpenSslName(QByteArrayView name);

} // namespace jose
