// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/smallorder.h"

#include <algorithm>
#include <array>

namespace jose {

namespace {

using namespace Qt::Literals::StringLiterals;

struct Point
{
    QLatin1StringView curve;
    const char *y = nullptr; //!< Hex of the encoding, the sign of x left out.
};

// With p the prime of the curve: y is 0, 1, p - 1, the two of order 8, and what OpenSSL takes for 0
// and 1 as well (p and p + 1).
constexpr std::array table{
    Point{"Ed25519"_L1, "0000000000000000000000000000000000000000000000000000000000000000"},
    Point{"Ed25519"_L1, "0100000000000000000000000000000000000000000000000000000000000000"},
    Point{"Ed25519"_L1, "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"},
    Point{"Ed25519"_L1, "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"},
    Point{"Ed25519"_L1, "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"},
    Point{"Ed25519"_L1, "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"},
    Point{"Ed25519"_L1, "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"},
    Point{"Ed448"_L1,
          "000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
          "000000000000000000000000000000"},
    Point{"Ed448"_L1,
          "010000000000000000000000000000000000000000000000000000000000000000000000000000000000"
          "000000000000000000000000000000"},
    Point{"Ed448"_L1,
          "fefffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffff"
          "ffffffffffffffffffffffffffff00"},
    Point{"Ed448"_L1,
          "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffffff"
          "ffffffffffffffffffffffffffff00"},
    Point{"Ed448"_L1,
          "00000000000000000000000000000000000000000000000000000000ffffffffffffffffffffffffffff"
          "ffffffffffffffffffffffffffff00"},
};

constexpr char signOfX = '\x80'; // The highest bit of the last octet, on both curves.

} // namespace

bool hasSmallOrder(const QByteArray &x, const Curve &curve)
{
    if (x.isEmpty())
        return false;
    QByteArray y = x;
    y.back() = static_cast<char>(y.back() & ~signOfX);
    const QByteArray hex = y.toHex();
    return std::ranges::any_of(table, [&](const Point &point) {
        return point.curve == curve.name && hex == QByteArrayView(point.y);
    });
}

} // namespace jose
