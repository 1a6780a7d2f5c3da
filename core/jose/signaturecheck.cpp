// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/signaturecheck.h"

#include "core/jose/ecdsasignature.h"
#include "core/jose/keydata.h"
#include "core/jose/ossl.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/rsa.h>

#include <array>

namespace jose {

namespace {

//! The digest of a signing input, without a heap.
struct Hash
{
    Hash(const EVP_MD *md, QByteArrayView input)
        : isComplete(
            EVP_Digest(input.data(), ossl::length(input), octets.data(), &size, md, nullptr) == 1)
    {
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> octets{};
    unsigned int size = 0;
    bool isComplete;
};

// Set again before every use: OpenSSL 3.0 falls back to PKCS#1 v1.5 whenever a context is
// initialised again, and a PS256 signature checked as RS256 (or the reverse) must stay impossible.
[[nodiscard]] bool setPadding(EVP_PKEY_CTX *context, int padding)
{
    int saltOfDigestLength = RSA_PSS_SALTLEN_DIGEST;
    const bool pss = padding == RSA_PKCS1_PSS_PADDING;
    const std::array params{
        OSSL_PARAM_construct_int(OSSL_SIGNATURE_PARAM_PAD_MODE, &padding),
        pss ? OSSL_PARAM_construct_int(OSSL_SIGNATURE_PARAM_PSS_SALTLEN, &saltOfDigestLength)
            : OSSL_PARAM_construct_end(),
        OSSL_PARAM_construct_end()};
    return EVP_PKEY_CTX_set_params(context, params.data()) == 1;
}

//! RSA and ECDSA: the digest first, then one call on a context that stays as it is.
class DigestCheck : public SignatureCheck
{
public:
    DigestCheck(const Algorithm &row, const Key::Data &key)
        : SignatureCheck(row)
        , m_md(ossl::digest(row.digest))
        , m_context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.pkey.get(), nullptr))
    {
        m_ready = m_md && m_context && EVP_PKEY_verify_init(m_context.get()) == 1
            && EVP_PKEY_CTX_set_signature_md(m_context.get(), m_md) == 1;
    }
    [[nodiscard]] bool isReady() const { return m_ready; }

protected:
    [[nodiscard]] EVP_PKEY_CTX *context() const { return m_context.get(); }
    [[nodiscard]] const EVP_MD *md() const { return m_md; }
    //! Each further setting that the context needs before it is ready.
    void require(bool done) { m_ready = m_ready && done; }
    [[nodiscard]] std::optional<bool> verifyHash(const Hash &hash, const unsigned char *signature,
                                                 size_t size)
    {
        if (!hash.isComplete)
            return {};
        return EVP_PKEY_verify(context(), signature, size, hash.octets.data(), hash.size) == 1;
    }

private:
    const EVP_MD *m_md;
    ossl::PkeyCtx m_context;
    bool m_ready = false;
};

template <int padding>
class RsaCheck final : public DigestCheck
{
public:
    RsaCheck(const Algorithm &row, const Key::Data &key)
        : DigestCheck(row, key)
    {
        require(isReady() && setPadding(context(), padding));
        if constexpr (padding == RSA_PKCS1_PSS_PADDING)
            require(isReady() && EVP_PKEY_CTX_set_rsa_mgf1_md(context(), md()) == 1);
    }
    std::optional<bool> accepts(QByteArrayView input, QByteArrayView signature) override
    {
        if (!setPadding(context(), padding))
            return {};
        return verifyHash(Hash(md(), input), ossl::octets(signature), ossl::length(signature));
    }
};

class EcdsaCheck final : public DigestCheck
{
public:
    using DigestCheck::DigestCheck;
    std::optional<bool> accepts(QByteArrayView input, QByteArrayView signature) override
    {
        const ecdsa::Der der = ecdsa::toDer(signature);
        return verifyHash(Hash(md(), input), der.bytes.data(), der.size);
    }
};

class EdDsaCheck final : public SignatureCheck
{
public:
    EdDsaCheck(const Algorithm &row, const Key::Data &key)
        : SignatureCheck(row)
        , m_context(EVP_MD_CTX_new())
        , m_ready(m_context && restart(key.pkey.get()))
    {
    }
    [[nodiscard]] bool isReady() const { return m_ready; }
    std::optional<bool> accepts(QByteArrayView input, QByteArrayView signature) override
    {
        // Newer OpenSSL refuses a second one-shot on a context that was not started again.
        if (!restart(nullptr))
            return {};
        return EVP_DigestVerify(m_context.get(), ossl::octets(signature), ossl::length(signature),
                                ossl::octets(input), ossl::length(input))
            == 1;
    }

private:
    //! Null keeps the key that the context already has.
    [[nodiscard]] bool restart(EVP_PKEY *key)
    {
        return EVP_DigestVerifyInit_ex(m_context.get(), nullptr, nullptr, nullptr, nullptr, key,
                                       nullptr)
            == 1;
    }

    ossl::MdCtx m_context;
    bool m_ready;
};

class HmacCheck final : public SignatureCheck
{
public:
    HmacCheck(const Algorithm &row, const Key::Data &key)
        : SignatureCheck(row)
        , m_context(ossl::hmac() ? EVP_MAC_CTX_new(ossl::hmac()) : nullptr)
    {
        const QByteArrayView secret = key.secret.revealSecret();
        // The parameter takes a char *, and only reads it.
        const std::array params{
            OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST,
                                             const_cast<char *>(row.digest.data()), 0),
            OSSL_PARAM_construct_end()};
        m_ready = m_context
            && EVP_MAC_init(m_context.get(), ossl::octets(secret), ossl::length(secret),
                            params.data())
                == 1;
    }
    [[nodiscard]] bool isReady() const { return m_ready; }
    std::optional<bool> accepts(QByteArrayView input, QByteArrayView signature) override
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
        size_t size = 0;
        if (EVP_MAC_init(m_context.get(), nullptr, 0, nullptr) != 1
            || EVP_MAC_update(m_context.get(), ossl::octets(input), ossl::length(input)) != 1
            || EVP_MAC_final(m_context.get(), mac.data(), &size, mac.size()) != 1)
            return {};
        return size == ossl::length(signature)
            && CRYPTO_memcmp(mac.data(), signature.data(), size) == 0;
    }

private:
    ossl::MacCtx m_context;
    bool m_ready = false;
};

using CheckPtr = std::unique_ptr<SignatureCheck>;

template <typename Check>
CheckPtr make(const Algorithm &row, const Key::Data &key)
{
    auto check = std::make_unique<Check>(row, key);
    return check->isReady() ? std::move(check) : nullptr;
}

struct Maker
{
    Family family;
    CheckPtr (*make)(const Algorithm &, const Key::Data &);
};

constexpr std::array makers{
    Maker{Family::RsaPkcs1, make<RsaCheck<RSA_PKCS1_PADDING>>},
    Maker{Family::RsaPss, make<RsaCheck<RSA_PKCS1_PSS_PADDING>>},
    Maker{Family::Ecdsa, make<EcdsaCheck>},
    Maker{Family::EdDsa, make<EdDsaCheck>},
    Maker{Family::Hmac, make<HmacCheck>},
};

CheckPtr readyCheck(const Algorithm &algorithm, const Key::Data &key)
{
    if (CheckPtr idle = key.checks.take(algorithm))
        return idle;
    for (const Maker &maker : makers) {
        if (maker.family == algorithm.family)
            return maker.make(algorithm, key);
    }
    return {};
}

} // namespace

int expectedLength(const Algorithm &algorithm, const Key::Data &key)
{
    return algorithm.signatureBytes > 0 ? algorithm.signatureBytes
                                        : EVP_PKEY_get_size(key.pkey.get());
}

std::optional<bool> matches(const Algorithm &algorithm, const Key::Data &key, QByteArrayView input,
                            QByteArrayView signature)
{
    CheckPtr check = readyCheck(algorithm, key);
    if (!check) {
        ossl::takeErrors();
        return {};
    }
    const std::optional<bool> accepted = check->accepts(input, signature);
    if (!accepted.value_or(false))
        ossl::takeErrors();
    if (accepted) // a context that failed half-way is not kept
        key.checks.giveBack(std::move(check));
    return accepted;
}

} // namespace jose
