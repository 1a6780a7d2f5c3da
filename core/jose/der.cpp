// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/keyfiles.h"

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

// OpenSSL asks on the terminal for the passphrase of an encrypted key unless somebody says no.
int refusePassphrase(char *, size_t, size_t *, const OSSL_PARAM *, void *)
{
    return 0;
}

ossl::Pkey decodeCertificate(QByteArrayView der)
{
    const unsigned char *at = ossl::octets(der);
    const ossl::Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    return ossl::Pkey(certificate ? X509_get_pubkey(certificate.get()) : nullptr);
}

ossl::Pkey decodeSelection(QByteArrayView der, int selection)
{
    EVP_PKEY *key = nullptr;
    const ossl::DecoderCtx context(
        OSSL_DECODER_CTX_new_for_pkey(&key, "DER", nullptr, nullptr, selection, nullptr, nullptr));
    if (!context
        || OSSL_DECODER_CTX_set_passphrase_cb(context.get(), refusePassphrase, nullptr) != 1)
        return {};
    const unsigned char *at = ossl::octets(der);
    size_t left = ossl::length(der);
    const bool decoded = OSSL_DECODER_from_data(context.get(), &at, &left) == 1;
    ossl::Pkey owned(key);
    return decoded ? std::move(owned) : nullptr;
}

} // namespace

bool isDerSequence(QByteArrayView bytes)
{
    constexpr qsizetype shortForm = 0x80;
    if (bytes.size() < 4 || bytes[0] != 0x30)
        return false;
    const qsizetype first = static_cast<unsigned char>(bytes[1]);
    if (first < shortForm)
        return bytes.size() == 2 + first;
    const qsizetype lengthOctets = first - shortForm;
    if (lengthOctets < 1 || lengthOctets > 4 || bytes.size() < 2 + lengthOctets)
        return false;
    qsizetype length = 0;
    for (const char octet : bytes.sliced(2, lengthOctets))
        length = length * 256 + static_cast<unsigned char>(octet);
    return bytes.size() == 2 + lengthOctets + length;
}

ossl::Pkey decodeKey(QByteArrayView der)
{
    // Asked for anything at all, OpenSSL takes a PKCS#1 public key for Diffie-Hellman parameters.
    ossl::Pkey key = decodeSelection(der, EVP_PKEY_PUBLIC_KEY);
    return key ? std::move(key) : decodeSelection(der, EVP_PKEY_KEYPAIR);
}

base::Result<std::shared_ptr<Key::Data>> readDer(QByteArrayView der)
{
    ossl::Pkey key;
    if (isDerSequence(der)) {
        key = decodeCertificate(der);
        if (!key)
            key = decodeKey(der);
    }
    ossl::takeErrors();
    if (!key)
        return base::failure("key.der"_L1);
    return numbersOf(key.get()).and_then(keyFromNumbers);
}

} // namespace jose
