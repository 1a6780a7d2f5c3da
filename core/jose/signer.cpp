// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/signer.h"

#include "core/jose/base64url.h"
#include "core/jose/ecdsasignature.h"
#include "core/jose/jwkusage.h"
#include "core/jose/keyfiles.h"
#include "core/jose/signkeydata.h"

#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>

namespace jose {

using namespace Qt::Literals::StringLiterals;

namespace {

using base::failure;
using base::Result;

Result<const Algorithm *> signingAlgorithm(QByteArrayView name)
{
    const Algorithm *row = findAlgorithm(name);
    if (!row || row->family == Family::None)
        return failure("signing.algorithm"_L1, QString::fromUtf8(name));
    return row;
}

//! One DigestSign over the input; `padding` is 0 where there is none to choose.
Result<QByteArray> digestSign(const SigningKey::Data &key, QByteArrayView input, int padding)
{
    const ossl::MdCtx context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *settings = nullptr;
    const QLatin1StringView digest = key.algorithm->digest;
    bool ready = context
        && EVP_DigestSignInit_ex(context.get(), &settings,
                                 digest.isEmpty() ? nullptr : digest.data(), nullptr, nullptr,
                                 key.pkey.get(), nullptr)
            == 1;
    if (ready && padding != 0)
        ready = EVP_PKEY_CTX_set_rsa_padding(settings, padding) == 1;
    if (ready && padding == RSA_PKCS1_PSS_PADDING)
        ready = EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, RSA_PSS_SALTLEN_DIGEST) == 1;
    size_t size = static_cast<size_t>(EVP_PKEY_get_size(key.pkey.get()));
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (!ready
        || EVP_DigestSign(context.get(), ossl::octets(signature), &size, ossl::octets(input),
                          ossl::length(input))
            != 1)
        return failure("signing.key"_L1, ossl::takeErrors());
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

Result<QByteArray> signPkcs1(const SigningKey::Data &key, QByteArrayView input)
{
    return digestSign(key, input, RSA_PKCS1_PADDING);
}

Result<QByteArray> signPss(const SigningKey::Data &key, QByteArrayView input)
{
    return digestSign(key, input, RSA_PKCS1_PSS_PADDING);
}

Result<QByteArray> signEdDsa(const SigningKey::Data &key, QByteArrayView input)
{
    return digestSign(key, input, 0);
}

Result<QByteArray> signEcdsa(const SigningKey::Data &key, QByteArrayView input)
{
    return digestSign(key, input, 0).and_then([&](const QByteArray &der) -> Result<QByteArray> {
        QByteArray raw = ecdsa::toRaw(der, key.algorithm->signatureBytes / 2);
        if (raw.isEmpty())
            return failure("signing.key"_L1);
        return raw;
    });
}

Result<QByteArray> signHmac(const SigningKey::Data &key, QByteArrayView input)
{
    const QByteArrayView secret = key.secret.revealSecret();
    QByteArray mac(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    size_t size = 0;
    if (!EVP_Q_mac(nullptr, "HMAC", nullptr, key.algorithm->digest.data(), nullptr, secret.data(),
                   ossl::length(secret), ossl::octets(input), ossl::length(input),
                   ossl::octets(mac), ossl::length(mac), &size))
        return failure("signing.key"_L1, ossl::takeErrors());
    mac.truncate(static_cast<qsizetype>(size));
    return mac;
}

struct FamilySigner
{
    Family family;
    Result<QByteArray> (*sign)(const SigningKey::Data &key, QByteArrayView input);
};
constexpr std::array signers{
    FamilySigner{Family::RsaPkcs1, signPkcs1}, FamilySigner{Family::RsaPss, signPss},
    FamilySigner{Family::Ecdsa, signEcdsa},    FamilySigner{Family::EdDsa, signEdDsa},
    FamilySigner{Family::Hmac, signHmac},
};

//! Whether the key is of the kind that the algorithm signs with.
bool fits(const Algorithm &algorithm, const PublicNumbers &numbers)
{
    Key::Data shape;
    shape.type = numbers.type;
    shape.curve = numbers.curve;
    return canServe(shape, algorithm);
}

Result<std::shared_ptr<const SigningKey::Data>> paired(const Algorithm *algorithm, ossl::Pkey pkey)
{
    auto numbers = numbersOf(pkey.get());
    if (!numbers)
        return tl::unexpected(numbers.error());
    if (!fits(*algorithm, *numbers))
        return failure("signing.algorithm"_L1, algorithm->name);
    auto data = std::make_shared<SigningKey::Data>();
    data->algorithm = algorithm;
    data->pkey = std::move(pkey);
    data->numbers = std::move(*numbers);
    return data;
}

ossl::Pkey generated(const Algorithm &algorithm, int bits)
{
    if (algorithm.keyType == KeyType::Rsa)
        return ossl::Pkey(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<size_t>(bits)));
    const QString name = algorithm.curve.isEmpty() ? u"Ed25519"_s : QString(algorithm.curve);
    const Curve *curve = findCurve(name, algorithm.keyType);
    if (algorithm.keyType == KeyType::Ec)
        return ossl::Pkey(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve->openssl));
    return ossl::Pkey(EVP_PKEY_Q_keygen(nullptr, nullptr, curve->openssl));
}

} // namespace

SigningKey::SigningKey(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

Result<SigningKey> SigningKey::generate(QByteArrayView algorithm, int bits)
{
    const auto row = signingAlgorithm(algorithm);
    if (!row)
        return tl::unexpected(row.error());
    if ((*row)->isSymmetric())
        return failure("signing.algorithm"_L1, QString::fromUtf8(algorithm));
    ossl::Pkey pkey = generated(**row, bits);
    if (!pkey)
        return failure("signing.key"_L1, ossl::takeErrors());
    return paired(*row, std::move(pkey)).map([](auto data) { return SigningKey(std::move(data)); });
}

Result<SigningKey> SigningKey::fromSecret(QByteArrayView algorithm, const base::SecretBytes &secret)
{
    const auto row = signingAlgorithm(algorithm);
    if (!row)
        return tl::unexpected(row.error());
    if (!(*row)->isSymmetric())
        return failure("signing.algorithm"_L1, QString::fromUtf8(algorithm));
    if (secret.isEmpty())
        return failure("key.secret_empty"_L1);
    auto data = std::make_shared<Data>();
    data->algorithm = *row;
    data->secret = secret;
    return SigningKey(std::move(data));
}

Result<SigningKey> SigningKey::fromJwk(QByteArrayView algorithm, QByteArray jwk)
{
    const auto document = base::json::Document::read(std::move(jwk));
    if (!document.isValid())
        return tl::unexpected(document.problems().first());
    const base::json::Value root = document.root();
    if (root.member("kty").toString() == "oct"_L1)
        return base64url::decode(root.member("k").toUtf8()).and_then([&](const QByteArray &secret) {
            return fromSecret(algorithm, base::SecretBytes(secret));
        });
    const auto row = signingAlgorithm(algorithm);
    if (!row)
        return tl::unexpected(row.error());
    return privateKeyFromJwk(root)
        .and_then([&](ossl::Pkey &&pkey) { return paired(*row, std::move(pkey)); })
        .map([](auto data) { return SigningKey(std::move(data)); });
}

Result<SigningKey> SigningKey::fromPem(QByteArrayView algorithm, QByteArrayView pem)
{
    const auto row = signingAlgorithm(algorithm);
    if (!row)
        return tl::unexpected(row.error());
    for (const PemBlock &block : pemBlocks(pem)) {
        if (!block.label.endsWith("PRIVATE KEY"))
            continue;
        if (ossl::Pkey pkey = decodeKey(block.der.revealSecret()))
            return paired(*row, std::move(pkey)).map([](auto data) {
                return SigningKey(std::move(data));
            });
    }
    return failure("signing.key"_L1, ossl::takeErrors());
}

QByteArray SigningKey::algorithm() const
{
    return m_data ? QByteArray(m_data->algorithm->name.data(), m_data->algorithm->name.size())
                  : QByteArray();
}

QList<std::pair<QByteArray, QByteArray>> SigningKey::publicMembers() const
{
    return m_data && m_data->pkey ? requiredMembers(m_data->numbers)
                                  : QList<std::pair<QByteArray, QByteArray>>();
}

QByteArray SigningKey::thumbprint() const
{
    return m_data && m_data->pkey ? jose::thumbprint(m_data->numbers) : QByteArray();
}

QByteArray SigningKey::publicPem() const
{
    if (!m_data || !m_data->pkey)
        return {};
    const ossl::Bio memory(BIO_new(BIO_s_mem()));
    if (!memory || PEM_write_bio_PUBKEY(memory.get(), m_data->pkey.get()) != 1) {
        ossl::takeErrors();
        return {};
    }
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return QByteArray(text, size);
}

Result<QByteArray> SigningKey::sign(QByteArrayView input) const
{
    if (!m_data)
        return failure("signing.key"_L1);
    const auto signer
        = std::ranges::find(signers, m_data->algorithm->family, &FamilySigner::family);
    return signer->sign(*m_data, input);
}

Result<QByteArray> SigningKey::compact(QByteArrayView header, QByteArrayView payload) const
{
    const QByteArray input = base64url::encode(header) + '.' + base64url::encode(payload);
    return sign(input).map(
        [&](const QByteArray &signature) { return input + '.' + base64url::encode(signature); });
}

} // namespace jose
