// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/base64url.h"
#include "core/jose/signer.h"
#include "core/jose/verifier.h"
#include "tests/bench/ratios.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>
#include <memory>

//! Reading and verifying a whole token against the bare call of OpenSSL that nobody can do without:
//! one context, kept, with a digest fetched once (performance: aims 1 and 2).
namespace {

using Bytes = const unsigned char *;

//! The claims of an access token; with header and signature the token has about 900 characters.
QByteArray payloadFor(qsizetype signatureCharacters)
{
    QByteArray json
        = R"({"iss":"https://auth.example.com","aud":["https://auth.example.com"],)"
          R"("sub":"3b9e2f77-6c0e-4f4d-9a55-0f1f5f3c7d21","client_id":"c0ffee0123",)"
          R"("jti":"5f0c7e2ab1d94a5e8e7d1c3b2a190807","iat":1766537999,"exp":1766541600,)"
          R"("auth_time":1766530800,"amr":["pwd","otp","mfa"],"scope":"openid email",)"
          R"("https://authgear.com/claims/user/is_anonymous":false,)"
          R"("https://authgear.com/claims/user/roles":["reader","writer"],"pad":")";
    const qsizetype characters = 900 - 60 - signatureCharacters;
    return json + QByteArray(characters * 3 / 4 - json.size() - 2, 'x') + "\"}";
}

//! One token and its key, for both ways.
struct Case
{
    explicit Case(const char *name)
        : algorithm(name)
        , row(*jose::findAlgorithm(name))
        , secret(32, 's')
        , key(row.isSymmetric()
                  ? jose::SigningKey::fromSecret(name, base::SecretBytes(secret)).value()
                  : jose::SigningKey::generate(name).value())
    {
        const qsizetype probe = key.sign("x").value().size() * 4 / 3;
        token = key.compact(R"({"alg":")" + algorithm + R"(","kid":"k1","typ":"at+jwt"})",
                            payloadFor(probe))
                    .value();
        input = token.left(token.lastIndexOf('.'));
        signature = jose::base64url::decode(token.mid(input.size() + 1)).value();
        sets = {row.isSymmetric() ? secretSet() : publicSet()};
    }

    [[nodiscard]] jose::KeySet secretSet() const
    {
        return jose::KeySet::of(jose::Key::fromSecret(base::SecretBytes(secret)).value(),
                                jose::KeyOrigin::Secret);
    }
    [[nodiscard]] jose::KeySet publicSet() const
    {
        QByteArray jwk = R"({"kid":"k1","use":"sig")";
        for (const auto &[member, value] : key.publicMembers())
            jwk += ",\"" + member + "\":\"" + value + '"';
        return jose::KeySet::fromJson(R"({"keys":[)" + jwk + "}]}", jose::KeyOrigin::Issuer)
            .value();
    }

    QByteArray algorithm;
    const jose::Algorithm &row;
    QByteArray secret;
    jose::SigningKey key;
    QByteArray token;
    QByteArray input;
    QByteArray signature;
    QList<jose::KeySet> sets;
};

const Case &caseOf(const char *name)
{
    static std::map<std::string, std::unique_ptr<Case>> cases;
    auto &held = cases[name];
    if (!held)
        held = std::make_unique<Case>(name);
    return *held;
}

void BM_Whole(benchmark::State &state, const char *name)
{
    const Case &subject = caseOf(name);
    for (auto round : state) {
        const jose::Token token = jose::Token::read(subject.token);
        const auto result = jose::verify(token.signatures().first(), subject.sets);
        if (result.status != jose::SignatureStatus::Valid)
            state.SkipWithError("not valid");
    }
}

EVP_PKEY *publicKey(const Case &subject)
{
    const QByteArray pem = subject.key.publicPem();
    BIO *memory = BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()));
    EVP_PKEY *key = PEM_read_bio_PUBKEY(memory, nullptr, nullptr, nullptr);
    BIO_free(memory);
    return key;
}

//! RSA and ECDSA: digest, then verify on the kept context.
class RawPkey
{
public:
    explicit RawPkey(const Case &subject)
        : m_key(publicKey(subject))
        , m_context(EVP_PKEY_CTX_new(m_key, nullptr))
        , m_md(EVP_MD_fetch(nullptr, "SHA2-256", nullptr))
        , m_ecdsa(subject.row.family == jose::Family::Ecdsa)
    {
        EVP_PKEY_verify_init(m_context);
        EVP_PKEY_CTX_set_signature_md(m_context, m_md);
        if (subject.row.family == jose::Family::RsaPss) {
            EVP_PKEY_CTX_set_rsa_padding(m_context, RSA_PKCS1_PSS_PADDING);
            EVP_PKEY_CTX_set_rsa_pss_saltlen(m_context, RSA_PSS_SALTLEN_DIGEST);
        }
    }
    ~RawPkey()
    {
        EVP_PKEY_CTX_free(m_context);
        EVP_PKEY_free(m_key);
        EVP_MD_free(m_md);
    }
    RawPkey(const RawPkey &) = delete;
    RawPkey &operator=(const RawPkey &) = delete;

    [[nodiscard]] bool verify(const QByteArray &input, const QByteArray &signature) const
    {
        std::array<unsigned char, 32> hash{};
        EVP_Digest(input.constData(), static_cast<size_t>(input.size()), hash.data(), nullptr, m_md,
                   nullptr);
        if (m_ecdsa)
            return verifyRaw(hash, signature);
        return EVP_PKEY_verify(m_context, reinterpret_cast<Bytes>(signature.constData()),
                               static_cast<size_t>(signature.size()), hash.data(), hash.size())
            == 1;
    }

private:
    [[nodiscard]] bool verifyRaw(const std::array<unsigned char, 32> &hash,
                                 const QByteArray &signature) const
    {
        const auto *octets = reinterpret_cast<Bytes>(signature.constData());
        ECDSA_SIG *numbers = ECDSA_SIG_new();
        ECDSA_SIG_set0(numbers, BN_bin2bn(octets, 32, nullptr),
                       BN_bin2bn(octets + 32, 32, nullptr));
        std::array<unsigned char, 80> der{};
        unsigned char *end = der.data();
        const int size = i2d_ECDSA_SIG(numbers, &end);
        ECDSA_SIG_free(numbers);
        return EVP_PKEY_verify(m_context, der.data(), static_cast<size_t>(size), hash.data(),
                               hash.size())
            == 1;
    }

    EVP_PKEY *m_key;
    EVP_PKEY_CTX *m_context;
    EVP_MD *m_md;
    bool m_ecdsa;
};

void BM_Raw(benchmark::State &state, const char *name)
{
    const Case &subject = caseOf(name);
    const RawPkey raw(subject);
    for (auto round : state) {
        if (!raw.verify(subject.input, subject.signature))
            state.SkipWithError("not valid");
    }
}

void BM_RawEdDsa(benchmark::State &state)
{
    const Case &subject = caseOf("EdDSA");
    EVP_PKEY *key = publicKey(subject);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, key);
    for (auto round : state) {
        if (EVP_DigestVerify(context, reinterpret_cast<Bytes>(subject.signature.constData()), 64,
                             reinterpret_cast<Bytes>(subject.input.constData()),
                             static_cast<size_t>(subject.input.size()))
            != 1)
            state.SkipWithError("not valid");
    }
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
}

void BM_RawHmac(benchmark::State &state)
{
    const Case &subject = caseOf("HS256");
    EVP_MAC *mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(mac);
    std::array<char, 7> digest{"SHA256"};
    const std::array params{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end()};
    EVP_MAC_init(context, reinterpret_cast<Bytes>(subject.secret.constData()), 32, params.data());
    for (auto round : state) {
        std::array<unsigned char, 32> octets{};
        size_t size = 0;
        EVP_MAC_init(context, nullptr, 0, nullptr);
        EVP_MAC_update(context, reinterpret_cast<Bytes>(subject.input.constData()),
                       static_cast<size_t>(subject.input.size()));
        EVP_MAC_final(context, octets.data(), &size, octets.size());
        if (CRYPTO_memcmp(octets.data(), subject.signature.constData(), size) != 0)
            state.SkipWithError("not valid");
    }
    EVP_MAC_CTX_free(context);
    EVP_MAC_free(mac);
}

BENCHMARK_CAPTURE(BM_Whole, RS256, "RS256");
BENCHMARK_CAPTURE(BM_Raw, RS256, "RS256");
BENCHMARK_CAPTURE(BM_Whole, PS256, "PS256");
BENCHMARK_CAPTURE(BM_Raw, PS256, "PS256");
BENCHMARK_CAPTURE(BM_Whole, ES256, "ES256");
BENCHMARK_CAPTURE(BM_Raw, ES256, "ES256");
BENCHMARK_CAPTURE(BM_Whole, EdDSA, "EdDSA");
BENCHMARK(BM_RawEdDsa);
BENCHMARK_CAPTURE(BM_Whole, HS256, "HS256");
BENCHMARK(BM_RawHmac);

// The aims are written the other way round there: limit / program >= 0.90, 0.93, 0.97.
constexpr std::array<Ratio, 5> aims{{
    {"verify RS256", "BM_Whole/RS256", "BM_Raw/RS256", 1 / 0.90},
    {"verify PS256", "BM_Whole/PS256", "BM_Raw/PS256", 1 / 0.90},
    {"verify ES256", "BM_Whole/ES256", "BM_Raw/ES256", 1 / 0.93},
    {"verify EdDSA", "BM_Whole/EdDSA", "BM_RawEdDsa", 1 / 0.97},
    {"verify HS256", "BM_Whole/HS256", "BM_RawHmac", 4.5},
}};

} // namespace

int main(int argc, char **argv)
{
    for (const char *name : {"RS256", "PS256", "ES256", "EdDSA", "HS256"})
        std::printf("%s token %lld bytes\n", name, caseOf(name).token.size());
    return ratios::run(argc, argv, aims);
}
