// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/publicnumbers.h"

#include <openssl/core_names.h>

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

// The limits of OpenSSL's own RSA check, applied before it sees the numbers: one verification with
// a modulus or an exponent beyond them would take seconds (CVE-2023-3446 is of that kind).
constexpr int maximumModulusBits = 16384;
constexpr int maximumExponentBits = 64;

bool isEven(const QByteArray &number)
{
    return number.isEmpty() || (number.back() & 1) == 0;
}

//! `isFilled`: whether every number found its way into the builder.
base::Result<ossl::Pkey> made(const char *type, OSSL_PARAM_BLD *builder, bool isFilled,
                              QLatin1StringView refusal)
{
    const ossl::Params params(isFilled ? OSSL_PARAM_BLD_to_param(builder) : nullptr);
    const ossl::PkeyCtx context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return base::failure(refusal, ossl::takeErrors());
    return ossl::Pkey(key);
}

ossl::Number toNumber(const QByteArray &bytes)
{
    return ossl::Number(
        BN_bin2bn(ossl::octets(QByteArrayView(bytes)), static_cast<int>(bytes.size()), nullptr));
}

base::Result<ossl::Pkey> buildRsa(const PublicNumbers &numbers)
{
    if (bitLength(numbers.n) > maximumModulusBits)
        return base::failure("key.size"_L1, u"n"_s);
    if (bitLength(numbers.e) > maximumExponentBits)
        return base::failure("key.size"_L1, u"e"_s);
    if (isEven(numbers.n))
        return base::failure("key.value"_L1, u"n"_s);
    if (numbers.e.isEmpty())
        return base::failure("key.value"_L1, u"e"_s);
    const ossl::Number n = toNumber(numbers.n);
    const ossl::Number e = toNumber(numbers.e);
    const ossl::ParamBuilder builder(OSSL_PARAM_BLD_new());
    const bool isFilled = n && e && builder
        && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1
        && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1;
    return made("RSA", builder.get(), isFilled, "key.value"_L1);
}

base::Result<ossl::Pkey> buildEc(const PublicNumbers &numbers)
{
    const QByteArray point = '\x04' + numbers.x + numbers.y;
    const ossl::ParamBuilder builder(OSSL_PARAM_BLD_new());
    const bool isFilled = builder
        && OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME,
                                           numbers.curve->openssl, 0)
            == 1
        && OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY,
                                            point.constData(), ossl::length(point))
            == 1;
    // Decoding the point checks that it is on the curve; these curves have no other subgroup.
    return made("EC", builder.get(), isFilled, "key.point"_L1);
}

base::Result<ossl::Pkey> buildOkp(const PublicNumbers &numbers)
{
    ossl::Pkey key(EVP_PKEY_new_raw_public_key_ex(nullptr, numbers.curve->openssl, nullptr,
                                                  ossl::octets(QByteArrayView(numbers.x)),
                                                  ossl::length(numbers.x)));
    if (!key)
        return base::failure("key.point"_L1, ossl::takeErrors());
    return key;
}

} // namespace

base::Result<ossl::Pkey> buildKey(const PublicNumbers &numbers)
{
    if (numbers.type == KeyType::Rsa)
        return buildRsa(numbers);
    return numbers.type == KeyType::Ec ? buildEc(numbers) : buildOkp(numbers);
}

} // namespace jose
