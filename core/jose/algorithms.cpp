// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/algorithms.h"

#include <algorithm>
#include <array>

namespace jose {

namespace {

using namespace Qt::Literals::StringLiterals;
using enum Family;
using enum KeyType;

constexpr auto sha256 = "SHA2-256"_L1;
constexpr auto sha384 = "SHA2-384"_L1;
constexpr auto sha512 = "SHA2-512"_L1;
constexpr auto hmacRule = "RFC 7518 section 3.2"_L1;
constexpr auto pkcs1Rule = "RFC 7518 section 3.3"_L1;
constexpr auto ecdsaRule = "RFC 7518 section 3.4"_L1;
constexpr auto pssRule = "RFC 7518 section 3.5"_L1;

// name, family, key type, digest, curve, octets of a signature, bits of a strong key, rule
constexpr std::array table{
    Algorithm{"RS256"_L1, RsaPkcs1, Rsa, sha256, {}, 0, 2048, pkcs1Rule},
    Algorithm{"RS384"_L1, RsaPkcs1, Rsa, sha384, {}, 0, 2048, pkcs1Rule},
    Algorithm{"RS512"_L1, RsaPkcs1, Rsa, sha512, {}, 0, 2048, pkcs1Rule},
    Algorithm{"PS256"_L1, RsaPss, Rsa, sha256, {}, 0, 2048, pssRule},
    Algorithm{"PS384"_L1, RsaPss, Rsa, sha384, {}, 0, 2048, pssRule},
    Algorithm{"PS512"_L1, RsaPss, Rsa, sha512, {}, 0, 2048, pssRule},
    Algorithm{"ES256"_L1, Ecdsa, Ec, sha256, "P-256"_L1, 64, 0, ecdsaRule},
    Algorithm{"ES384"_L1, Ecdsa, Ec, sha384, "P-384"_L1, 96, 0, ecdsaRule},
    Algorithm{"ES512"_L1, Ecdsa, Ec, sha512, "P-521"_L1, 132, 0, ecdsaRule},
    Algorithm{"ES256K"_L1, Ecdsa, Ec, sha256, "secp256k1"_L1, 64, 0, "RFC 8812 section 3.2"_L1},
    Algorithm{"EdDSA"_L1, EdDsa, Okp, {}, {}, 0, 0, "RFC 8037 section 3.1"_L1},
    Algorithm{"Ed25519"_L1, EdDsa, Okp, {}, "Ed25519"_L1, 64, 0, "RFC 9864 section 2.2"_L1},
    Algorithm{"Ed448"_L1, EdDsa, Okp, {}, "Ed448"_L1, 114, 0, "RFC 9864 section 2.2"_L1},
    Algorithm{"HS256"_L1, Hmac, Oct, sha256, {}, 32, 256, hmacRule},
    Algorithm{"HS384"_L1, Hmac, Oct, sha384, {}, 48, 384, hmacRule},
    Algorithm{"HS512"_L1, Hmac, Oct, sha512, {}, 64, 512, hmacRule},
    Algorithm{"none"_L1, None, Oct, {}, {}, 0, 0, "RFC 7518 section 3.6"_L1},
};

} // namespace

std::span<const Algorithm> algorithms()
{
    return table;
}

const Algorithm *findAlgorithm(QByteArrayView name)
{
    const auto row = std::ranges::find_if(table, [name](const Algorithm &algorithm) {
        return QByteArrayView(algorithm.name.data(), algorithm.name.size()) == name;
    });
    return row == table.end() ? nullptr : &*row;
}

} // namespace jose
