// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/publicnumbers.h"

#include "core/jose/base64url.h"

#include <openssl/core_names.h>

#include <algorithm>
#include <array>
#include <bit>

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray numberOf(const EVP_PKEY *key, const char *name, qsizetype octets = 0)
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1)
        return {};
    const ossl::Number number(raw);
    const qsizetype size = octets ? octets : BN_num_bytes(raw);
    QByteArray bytes(size, Qt::Uninitialized);
    const int written = BN_bn2binpad(raw, ossl::octets(bytes), static_cast<int>(size));
    return written < 0 ? QByteArray() : bytes;
}

base::Result<PublicNumbers> rsaNumbers(const EVP_PKEY *key)
{
    PublicNumbers numbers;
    numbers.n = numberOf(key, OSSL_PKEY_PARAM_RSA_N);
    numbers.e = numberOf(key, OSSL_PKEY_PARAM_RSA_E);
    numbers.pssOnly = EVP_PKEY_is_a(key, "RSA-PSS") == 1;
    std::array<char, 64> digest{}; // stays empty where none is demanded
    EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_MANDATORY_DIGEST, digest.data(),
                                   digest.size(), nullptr);
    numbers.pssDigest = QByteArray(digest.data());
    return numbers;
}

base::Result<PublicNumbers> ecNumbers(const EVP_PKEY *key)
{
    std::array<char, 64> name{};
    EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, name.data(), name.size(),
                                   nullptr);
    PublicNumbers numbers;
    numbers.type = KeyType::Ec;
    numbers.curve = findCurveByOpenSslName(QByteArrayView(name.data()));
    if (!numbers.curve)
        return base::failure("key.curve"_L1, QString::fromUtf8(name.data()));
    numbers.x = numberOf(key, OSSL_PKEY_PARAM_EC_PUB_X, numbers.curve->octets);
    numbers.y = numberOf(key, OSSL_PKEY_PARAM_EC_PUB_Y, numbers.curve->octets);
    return numbers;
}

base::Result<PublicNumbers> okpNumbers(const EVP_PKEY *key)
{
    PublicNumbers numbers;
    numbers.type = KeyType::Okp;
    const char *name = EVP_PKEY_get0_type_name(key);
    numbers.curve = name ? findCurveByOpenSslName(QByteArrayView(name)) : nullptr;
    if (!numbers.curve)
        return base::failure("key.type"_L1, QString::fromUtf8(name));
    size_t size = static_cast<size_t>(numbers.curve->octets);
    numbers.x.resize(numbers.curve->octets);
    if (EVP_PKEY_get_raw_public_key(key, ossl::octets(numbers.x), &size) != 1)
        numbers.x.clear();
    return numbers;
}

base::Result<PublicNumbers> anyNumbers(const EVP_PKEY *key)
{
    if (EVP_PKEY_is_a(key, "RSA") == 1 || EVP_PKEY_is_a(key, "RSA-PSS") == 1)
        return rsaNumbers(key);
    return EVP_PKEY_is_a(key, "EC") == 1 ? ecNumbers(key) : okpNumbers(key);
}

} // namespace

base::Result<PublicNumbers> numbersOf(const EVP_PKEY *key)
{
    auto numbers = anyNumbers(key);
    const QString errors = ossl::takeErrors();
    if (numbers && numbers->n.isEmpty() && numbers->x.isEmpty())
        return base::failure("key.der"_L1, errors);
    return numbers;
}

QList<std::pair<QByteArray, QByteArray>> requiredMembers(const PublicNumbers &numbers)
{
    const auto text = [](QByteArrayView bytes) { return base64url::encode(bytes); };
    if (numbers.type == KeyType::Rsa)
        return {{"e"_ba, text(numbers.e)}, {"kty"_ba, "RSA"_ba}, {"n"_ba, text(numbers.n)}};
    const QByteArray crv(numbers.curve->name.data(), numbers.curve->name.size());
    const QByteArray kty = numbers.type == KeyType::Ec ? "EC"_ba : "OKP"_ba;
    QList<std::pair<QByteArray, QByteArray>> members{
        {"crv"_ba, crv}, {"kty"_ba, kty}, {"x"_ba, text(numbers.x)}};
    if (numbers.type == KeyType::Ec)
        members.append({"y"_ba, text(numbers.y)});
    return members;
}

QByteArray thumbprint(const PublicNumbers &numbers)
{
    QByteArray json;
    for (const auto &[name, value] : requiredMembers(numbers))
        json += (json.isEmpty() ? "{\"" : ",\"") + name + "\":\"" + value + '"';
    return base64url::encode(ossl::sha256(json + '}'));
}

int bitLength(QByteArrayView number)
{
    const QByteArray bytes = withoutLeadingZeros(number);
    if (bytes.isEmpty())
        return 0;
    const auto top = static_cast<unsigned char>(bytes.front());
    return static_cast<int>(8 * (bytes.size() - 1)) + std::bit_width(top);
}

QByteArray withoutLeadingZeros(QByteArrayView number)
{
    const auto first = std::ranges::find_if(number, [](char octet) { return octet != 0; });
    return number.sliced(first - number.begin()).toByteArray();
}

int bitsOf(const PublicNumbers &numbers)
{
    return numbers.type == KeyType::Rsa ? bitLength(numbers.n) : numbers.curve->bits;
}

} // namespace jose
