// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/curves.h"

#include <algorithm>
#include <array>

namespace jose {

namespace {

using namespace Qt::Literals::StringLiterals;
using enum KeyType;

constexpr std::array table{
    Curve{"P-256"_L1, Ec, "prime256v1", 32, 256, true},
    Curve{"P-384"_L1, Ec, "secp384r1", 48, 384, true},
    Curve{"P-521"_L1, Ec, "secp521r1", 66, 521, true},
    Curve{"secp256k1"_L1, Ec, "secp256k1", 32, 256, true},
    Curve{"Ed25519"_L1, Okp, "ED25519", 32, 255, true},
    Curve{"Ed448"_L1, Okp, "ED448", 57, 448, true},
    Curve{"X25519"_L1, Okp, "X25519", 32, 255, false},
    Curve{"X448"_L1, Okp, "X448", 56, 448, false},
};

template <typename Predicate>
const Curve *first(Predicate predicate)
{
    const auto row = std::ranges::find_if(table, predicate);
    return row == table.end() ? nullptr : &*row;
}

} // namespace

const Curve *findCurve(QStringView name, KeyType type)
{
    return first([=](const Curve &row) { return row.name == name && row.type == type; });
}

const Curve *findCurveByOpenSslName(QByteArrayView name)
{
    return first([=](const Curve &row) { return name == QByteArrayView(row.openssl); });
}

} // namespace jose
