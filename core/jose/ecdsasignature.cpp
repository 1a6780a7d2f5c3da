// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/ecdsasignature.h"

#include "core/jose/ossl.h"

#include <algorithm>

namespace jose::ecdsa {

namespace {

constexpr unsigned char sequenceTag = 0x30;
constexpr unsigned char integerTag = 0x02;
constexpr unsigned char oneLengthOctet = 0x81;

// An ASN.1 INTEGER of an unsigned number: no leading zeros, but one where the top bit is set.
unsigned char *putInteger(unsigned char *out, QByteArrayView number)
{
    while (number.size() > 1 && number.front() == 0)
        number = number.sliced(1);
    const bool padded = (number.front() & 0x80) != 0;
    *out++ = integerTag;
    *out++ = static_cast<unsigned char>(number.size() + (padded ? 1 : 0));
    if (padded)
        *out++ = 0;
    return std::ranges::copy(number, out).out;
}

ossl::EcdsaSignature parsed(QByteArrayView der)
{
    const unsigned char *at = ossl::octets(der);
    ossl::EcdsaSignature signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    ossl::takeErrors();
    const bool whole = at == ossl::octets(der) + der.size();
    return whole ? std::move(signature) : nullptr;
}

} // namespace

Der toDer(QByteArrayView raw)
{
    Q_ASSERT(raw.size() % 2 == 0 && raw.size() >= 2 && raw.size() <= 132);
    std::array<unsigned char, 140> content{};
    unsigned char *end = putInteger(content.data(), raw.first(raw.size() / 2));
    end = putInteger(end, raw.sliced(raw.size() / 2));
    const auto size = static_cast<size_t>(end - content.data());
    Der der;
    der.bytes[der.size++] = sequenceTag;
    if (size > 0x7f)
        der.bytes[der.size++] = oneLengthOctet;
    der.bytes[der.size++] = static_cast<unsigned char>(size);
    std::copy(content.data(), end, der.bytes.data() + der.size);
    der.size += size;
    return der;
}

QByteArray toRaw(QByteArrayView der, int octets)
{
    const ossl::EcdsaSignature signature = parsed(der);
    if (!signature)
        return {};
    QByteArray raw(2 * octets, Qt::Uninitialized);
    unsigned char *out = ossl::octets(raw);
    const bool fits = BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, octets) == octets
        && BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + octets, octets) == octets;
    return fits ? raw : QByteArray();
}

bool isDer(QByteArrayView signature)
{
    return parsed(signature) != nullptr;
}

} // namespace jose::ecdsa
