// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/core/jose/forcedfailures.h"
#include "tests/core/jose/joseblocks.h"

using namespace Qt::Literals::StringLiterals;
using namespace josetest;
using jose::KeyOrigin;
using jose::KeySet;
using jose::Match;
using jose::SignatureStatus;
using jose::SigningKey;

namespace {

QByteArray file(const QString &name)
{
    return dataFile(u"openssl/"_s + name);
}

const QByteArray hmacSecret = QByteArray("0123456789abcdef").repeated(4);

//! Read anew each time: a key keeps its contexts, and a row wants them made.
KeySet setFor(const QString &key)
{
    return key == "secret"_L1
        ? secretSet(hmacSecret)
        : KeySet::fromFile(file(key + u".spki.pem"_s), KeyOrigin::File).value();
}

SigningKey signingKey(const QByteArray &algorithm, const QString &key)
{
    return key == "secret"_L1
        ? SigningKey::fromSecret(algorithm, base::SecretBytes(hmacSecret)).value()
        : SigningKey::fromPem(algorithm, file(key + u".pkcs8.pem"_s)).value();
}

} // namespace

//! What becomes of a judgement when OpenSSL itself fails. RFC 7515 section 5.2: what could not be
//! computed is neither valid nor invalid.
class TestOpenSslFailures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverComputedIsNeitherValidNorInvalid_data();
    void neverComputedIsNeitherValidNorInvalid();
    void aFailedComparisonIsNoPass_data();
    void aFailedComparisonIsNoPass();
    void aContextThatFailedIsNotUsedAgain_data();
    void aContextThatFailedIsNotUsedAgain();
    void signingSaysSo_data();
    void signingSaysSo();
    void readingAKeySaysSo_data();
    void readingAKeySaysSo();
    void readingAPrivateJwkSaysSo_data();
    void readingAPrivateJwkSaysSo();
    void aThumbprintIsWholeOrMissing();
    void aPublicPemIsWholeOrMissing_data();
    void aPublicPemIsWholeOrMissing();
};

void TestOpenSslFailures::neverComputedIsNeitherValidNorInvalid_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("function");
    QTest::addColumn<int>("before");
    const auto row = [](const char *token, const char *key, const char *function, int before = 0) {
        QTest::addRow("%s: %s, call %d", token, function, before + 1)
            << QString::fromLatin1(token) + u".jws"_s << QString::fromLatin1(key)
            << QByteArray(function) << before;
    };
    for (const char *token : {"RS256", "PS256"}) {
        row(token, "rsa", "EVP_PKEY_CTX_new_from_pkey");
        row(token, "rsa", "EVP_PKEY_verify_init");
        row(token, "rsa", "EVP_PKEY_CTX_set_signature_md");
        row(token, "rsa", "EVP_PKEY_CTX_set_params"); // the padding, once when it is made …
        row(token, "rsa", "EVP_PKEY_CTX_set_params", 1); // … and once before each use
        row(token, "rsa", "EVP_Digest");
    }
    row("PS256", "rsa", "EVP_PKEY_CTX_set_rsa_mgf1_md");
    row("ES256", "p256", "EVP_PKEY_CTX_new_from_pkey");
    row("ES256", "p256", "EVP_PKEY_verify_init");
    row("ES256", "p256", "EVP_PKEY_CTX_set_signature_md");
    row("ES256", "p256", "EVP_Digest");
    row("Ed25519", "ed25519", "EVP_MD_CTX_new");
    row("Ed25519", "ed25519", "EVP_DigestVerifyInit_ex");
    row("Ed25519", "ed25519", "EVP_DigestVerifyInit_ex", 1);
    row("HS256", "secret", "EVP_MAC_CTX_new");
    row("HS256", "secret", "EVP_MAC_init");
    row("HS256", "secret", "EVP_MAC_init", 1);
    row("HS256", "secret", "EVP_MAC_update");
    row("HS256", "secret", "EVP_MAC_final");
}

void TestOpenSslFailures::neverComputedIsNeitherValidNorInvalid()
{
    QFETCH(const QString, token);
    QFETCH(const QString, key);
    QFETCH(const QByteArray, function);
    QFETCH(const int, before);
    const QList<KeySet> sets{setFor(key)};
    const jose::SignatureBlock block = blockOf(file(token));
    const forced::Failure failure(function, before);
    const auto result = jose::verify(block, sets);
    QVERIFY(failure.happened());
    QCOMPARE(result.status, SignatureStatus::Unverified);
    QCOMPARE(result.reason, "key.unreadable"_L1);
    QCOMPARE(result.verifiedBy, -1);
    QCOMPARE(result.attempts.first().match, Match::Unusable);
    QCOMPARE(forced::errorsLeftBehind(), 0);
}

void TestOpenSslFailures::aFailedComparisonIsNoPass_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("function");
    QTest::newRow("RS256") << u"rsa"_s << "EVP_PKEY_verify"_ba;
    QTest::newRow("PS256") << u"rsa"_s << "EVP_PKEY_verify"_ba;
    QTest::newRow("ES256") << u"p256"_s << "EVP_PKEY_verify"_ba;
    QTest::newRow("Ed25519") << u"ed25519"_s << "EVP_DigestVerify"_ba;
}

// OpenSSL answers -1, which is "true" in C, for an error and for some forged signatures.
void TestOpenSslFailures::aFailedComparisonIsNoPass()
{
    QFETCH(const QString, key);
    QFETCH(const QByteArray, function);
    const QList<KeySet> sets{setFor(key)};
    const auto block = blockOf(file(QString::fromLatin1(QTest::currentDataTag()) + u".jws"_s));
    const forced::Failure failure(function, 0);
    const auto result = jose::verify(block, sets);
    QVERIFY(failure.happened());
    QCOMPARE(result.status, SignatureStatus::Invalid);
    QCOMPARE(result.attempts.first().match, Match::WrongSignature);
    QCOMPARE(forced::errorsLeftBehind(), 0);
}

void TestOpenSslFailures::aContextThatFailedIsNotUsedAgain_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("function");
    QTest::newRow("RS256") << u"rsa"_s << "EVP_PKEY_CTX_set_params"_ba;
    QTest::newRow("PS256") << u"rsa"_s << "EVP_PKEY_CTX_set_params"_ba;
    QTest::newRow("ES256") << u"p256"_s << "EVP_Digest"_ba;
    QTest::newRow("Ed25519") << u"ed25519"_s << "EVP_DigestVerifyInit_ex"_ba;
    QTest::newRow("HS256") << u"secret"_s << "EVP_MAC_update"_ba;
}

void TestOpenSslFailures::aContextThatFailedIsNotUsedAgain()
{
    QFETCH(const QString, key);
    QFETCH(const QByteArray, function);
    const QList<KeySet> sets{setFor(key)};
    const auto block = blockOf(file(QString::fromLatin1(QTest::currentDataTag()) + u".jws"_s));
    QCOMPARE(jose::verify(block, sets).status, SignatureStatus::Valid); // its context is idle now
    {
        const forced::Failure failure(function, 0);
        QCOMPARE(jose::verify(block, sets).status, SignatureStatus::Unverified);
        QVERIFY(failure.happened());
    }
    QCOMPARE(jose::verify(block, sets).status, SignatureStatus::Valid);
    QCOMPARE(forced::errorsLeftBehind(), 0);
}

void TestOpenSslFailures::signingSaysSo_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("function");
    const auto row = [](const char *algorithm, const char *key, const char *function) {
        QTest::addRow("%s: %s", algorithm, function)
            << QByteArray(algorithm) << QString::fromLatin1(key) << QByteArray(function);
    };
    row("RS256", "rsa", "EVP_MD_CTX_new");
    row("RS256", "rsa", "EVP_DigestSignInit_ex");
    row("RS256", "rsa", "EVP_PKEY_CTX_set_rsa_padding");
    row("RS256", "rsa", "EVP_DigestSign");
    row("PS256", "rsa", "EVP_PKEY_CTX_set_rsa_padding");
    row("PS256", "rsa", "EVP_PKEY_CTX_set_rsa_pss_saltlen");
    row("ES256", "p256", "EVP_DigestSign");
    row("ES256", "p256", "BN_bn2binpad"); // DER to r || s
    row("Ed25519", "ed25519", "EVP_DigestSignInit_ex");
    row("Ed25519", "ed25519", "EVP_DigestSign");
    row("HS256", "secret", "EVP_Q_mac");
}

void TestOpenSslFailures::signingSaysSo()
{
    QFETCH(const QByteArray, algorithm);
    QFETCH(const QString, key);
    QFETCH(const QByteArray, function);
    const SigningKey signer = signingKey(algorithm, key);
    const forced::Failure failure(function, 0);
    const auto signature = signer.sign("input");
    QVERIFY(failure.happened());
    QVERIFY(!signature);
    QCOMPARE(signature.error().id, "signing.key"_L1);
    QCOMPARE(forced::errorsLeftBehind(), 0);
}

void TestOpenSslFailures::readingAKeySaysSo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("function");
    QTest::addColumn<int>("before");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *function, int before, const char *error) {
        QTest::addRow("%s: %s, call %d", name, function, before + 1) << QString::fromLatin1(name)
                + u".spki.pem"_s << QByteArray(function) << before << QString::fromLatin1(error);
    };
    row("rsa", "OSSL_PARAM_BLD_new", 0, "key.value");
    row("rsa", "OSSL_PARAM_BLD_push_BN", 0, "key.value");
    row("rsa", "OSSL_PARAM_BLD_push_BN", 1, "key.value");
    row("rsa", "OSSL_PARAM_BLD_to_param", 0, "key.value");
    row("rsa", "EVP_PKEY_CTX_new_from_name", 0, "key.value");
    row("rsa", "EVP_PKEY_fromdata_init", 0, "key.value");
    row("rsa", "EVP_PKEY_fromdata", 0, "key.value");
    row("rsa", "EVP_PKEY_get_bn_param", 0, "key.pem"); // n
    row("rsa", "EVP_PKEY_get_bn_param", 1, "key.value"); // e
    row("rsa", "BN_bn2binpad", 0, "key.pem");
    row("p256", "OSSL_PARAM_BLD_new", 0, "key.point");
    row("p256", "OSSL_PARAM_BLD_push_utf8_string", 0, "key.point");
    row("p256", "OSSL_PARAM_BLD_push_octet_string", 0, "key.point");
    row("p256", "EVP_PKEY_fromdata", 0, "key.point");
    row("p256", "EVP_PKEY_get_utf8_string_param", 0, "key.curve");
    row("p256", "EVP_PKEY_get_bn_param", 0, "key.pem"); // x
    row("p256", "EVP_PKEY_get_bn_param", 1, "key.point"); // y
    row("ed25519", "EVP_PKEY_new_raw_public_key_ex", 0, "key.point");
    row("ed25519", "EVP_PKEY_get_raw_public_key", 0, "key.pem");
}

void TestOpenSslFailures::readingAKeySaysSo()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, function);
    QFETCH(const int, before);
    const QByteArray pem = file(name);
    const forced::Failure failure(function, before);
    const auto key = jose::Key::fromPem(pem);
    QVERIFY(failure.happened());
    QVERIFY(!key);
    QTEST(QString(key.error().id), "error");
    QCOMPARE(forced::errorsLeftBehind(), 0);
}

void TestOpenSslFailures::readingAPrivateJwkSaysSo_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("function");
    const auto row = [](const char *algorithm, const char *name, const char *function) {
        QTest::addRow("%s: %s", algorithm, function)
            << QByteArray(algorithm) << QString::fromLatin1(name) << QByteArray(function);
    };
    for (const char *function :
         {"OSSL_PARAM_BLD_new", "BN_bin2bn", "OSSL_PARAM_BLD_push_BN", "OSSL_PARAM_BLD_to_param",
          "EVP_PKEY_CTX_new_from_name", "EVP_PKEY_fromdata_init", "EVP_PKEY_fromdata"}) {
        row("RS256", "rfc7515/a.2.key.json", function);
        row("ES256", "rfc7515/a.3.key.json", function);
    }
    row("ES256", "rfc7515/a.3.key.json", "OSSL_PARAM_BLD_push_utf8_string");
    row("ES256", "rfc7515/a.3.key.json", "OSSL_PARAM_BLD_push_octet_string");
    row("EdDSA", "rfc8037/key.json", "EVP_PKEY_new_raw_private_key_ex");
}

void TestOpenSslFailures::readingAPrivateJwkSaysSo()
{
    QFETCH(const QByteArray, algorithm);
    QFETCH(const QString, name);
    QFETCH(const QByteArray, function);
    const QByteArray jwk = dataFile(name);
    QVERIFY(SigningKey::fromJwk(algorithm, jwk));
    const forced::Failure failure(function, 0);
    const auto key = SigningKey::fromJwk(algorithm, jwk);
    QVERIFY(failure.happened());
    QVERIFY(!key);
    QCOMPARE(key.error().id, "signing.key"_L1);
    QCOMPARE(forced::errorsLeftBehind(), 0);
}

// RFC 7638 is about all 32 octets of a hash, never about whatever stood in the memory.
void TestOpenSslFailures::aThumbprintIsWholeOrMissing()
{
    const QByteArray jwk = jwkOf(signingKey("RS256", u"rsa"_s));
    const auto whole = KeySet::fromJson(jwk, KeyOrigin::File).value();
    QCOMPARE(whole.entries().first().key.thumbprint().size(), 43);
    const forced::Failure failure("EVP_Digest", 0);
    const auto set = KeySet::fromJson(jwk, KeyOrigin::File).value();
    QVERIFY(failure.happened());
    QCOMPARE(set.entries().first().key.thumbprint(), QByteArray());
    QCOMPARE(forced::errorsLeftBehind(), 0);
}

void TestOpenSslFailures::aPublicPemIsWholeOrMissing_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QString>("key");
    QTest::newRow("RSA") << "RS256"_ba << u"rsa"_s;
    QTest::newRow("EC") << "ES256"_ba << u"p256"_s;
}

void TestOpenSslFailures::aPublicPemIsWholeOrMissing()
{
    QFETCH(const QByteArray, algorithm);
    QFETCH(const QString, key);
    const SigningKey signer = signingKey(algorithm, key);
    QVERIFY(signer.publicPem().endsWith("-----END PUBLIC KEY-----\n"));
    const forced::Failure failure("PEM_write_bio_PUBKEY", 0);
    QCOMPARE(signer.publicPem(), QByteArray());
    QVERIFY(failure.happened());
    QCOMPARE(forced::errorsLeftBehind(), 0);
}

QTEST_GUILESS_MAIN(TestOpenSslFailures)
#include "tst_opensslfailures.moc"
