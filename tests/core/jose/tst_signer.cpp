// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/signer.h"

#include "tests/core/jose/joseblocks.h"

using namespace Qt::Literals::StringLiterals;
using namespace josetest;
using jose::SignatureStatus;
using jose::SigningKey;

class tst_Signer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsWhatTheVerifierAccepts_data();
    void signsWhatTheVerifierAccepts();
    void refuses_data();
    void refuses();
    void readsPrivatePem_data();
    void readsPrivatePem();
    void readsPrivateJwk_data();
    void readsPrivateJwk();
    void refusesKeysOfAnotherKind();
    void refusesBrokenPrivateKeys();
    void publicPartsNameTheSameKey();
    void secretsShowNothing();
    void keepsTheBytesAsGiven();
    void nullKeyOnlyFails();
    void makesRsaOfTheWantedSize();
};

void tst_Signer::signsWhatTheVerifierAccepts_data()
{
    QTest::addColumn<bool>("symmetric");
    for (const jose::Algorithm &row : jose::algorithms()) {
        if (row.family != jose::Family::None)
            QTest::newRow(row.name.data()) << row.isSymmetric();
    }
}

void tst_Signer::signsWhatTheVerifierAccepts()
{
    QFETCH(const bool, symmetric);
    const QByteArray algorithm = QTest::currentDataTag();
    const base::SecretBytes secret(QByteArray(64, 's'));
    const auto key
        = symmetric ? SigningKey::fromSecret(algorithm, secret) : SigningKey::generate(algorithm);
    QVERIFY(key);
    QCOMPARE(key->algorithm(), algorithm);
    const QByteArray token = key->compact(R"({"alg":")" + algorithm + "\"}", "payload").value();
    const auto set = symmetric ? secretSet(QByteArray(64, 's')) : setOf(jwkOf(*key));
    QCOMPARE(jose::verify(blockOf(token), {set}).status, SignatureStatus::Valid);
}

void tst_Signer::refuses_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    for (const char *name : {"none", "RSA-OAEP", "", "rs256", "HS256"})
        QTest::newRow(name) << QByteArray(name);
}

void tst_Signer::refuses()
{
    QFETCH(const QByteArray, algorithm);
    const auto key = SigningKey::generate(algorithm);
    QVERIFY(!key);
    QCOMPARE(key.error().id, "signing.algorithm"_L1);
    QCOMPARE(key.error().detail, QString::fromLatin1(algorithm));
}

void tst_Signer::readsPrivatePem_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::newRow("rsa.pkcs8.pem") << "RS256"_ba;
    QTest::newRow("rsa.pkcs1.pem") << "PS384"_ba;
    QTest::newRow("p256.sec1.pem") << "ES256"_ba;
    QTest::newRow("p521.pkcs8.pem") << "ES512"_ba;
    QTest::newRow("ed25519.pkcs8.pem") << "EdDSA"_ba;
    QTest::newRow("ed448.pkcs8.pem") << "Ed448"_ba;
}

void tst_Signer::readsPrivatePem()
{
    QFETCH(const QByteArray, algorithm);
    const QByteArray pem = dataFile(u"openssl/"_s + QString::fromLatin1(QTest::currentDataTag()));
    const auto key = SigningKey::fromPem(algorithm, pem).value();
    const QByteArray token = key.compact(R"({"alg":")" + algorithm + "\"}", "{}").value();
    const auto set = jose::KeySet::fromFile(key.publicPem(), jose::KeyOrigin::File).value();
    QCOMPARE(jose::verify(blockOf(token), {set}).status, SignatureStatus::Valid);
    QCOMPARE(key.thumbprint(), jose::Key::fromPem(pem).value().thumbprint());
}

void tst_Signer::readsPrivateJwk_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QByteArray>("token");
    const auto keys = base::json::Document::read(dataFile(u"rfc7520/keys.json"_s));
    const auto jwk = [&](qsizetype index) {
        return keys.root().member("keys").at(index).text().toByteArray();
    };
    // Deterministic signatures must come out octet by octet as they are printed.
    QTest::newRow("RS256") << jwk(0) << dataFile(u"rfc7520/4.1.jws"_s);
    QTest::newRow("HS256") << jwk(2) << dataFile(u"rfc7520/4.4.jws"_s);
    QTest::newRow("EdDSA") << dataFile(u"rfc8037/key.json"_s) << dataFile(u"rfc8037/a4.jws"_s);
}

void tst_Signer::readsPrivateJwk()
{
    QFETCH(const QByteArray, jwk);
    QFETCH(const QByteArray, token);
    const auto key = SigningKey::fromJwk(QTest::currentDataTag(), jwk);
    QVERIFY2(key, key ? "" : qPrintable(key.error().id + key.error().detail));
    const jose::SignatureBlock block = blockOf(token);
    QCOMPARE(key->sign(block.signingInput).value(), block.signature.bytes);
}

void tst_Signer::refusesKeysOfAnotherKind()
{
    const QByteArray pem = dataFile(u"openssl/p256.pkcs8.pem"_s);
    for (const char *algorithm : {"RS256", "ES384", "ES256K", "EdDSA"})
        QCOMPARE(SigningKey::fromPem(algorithm, pem).error().id, "signing.algorithm"_L1);
    QCOMPARE(SigningKey::fromPem("EdDSA", dataFile(u"openssl/x25519.pkcs8.pem"_s)).error().id,
             "signing.algorithm"_L1);
    QCOMPARE(SigningKey::fromSecret("ES256", base::SecretBytes("s")).error().id,
             "signing.algorithm"_L1);
    QCOMPARE(SigningKey::fromSecret("HS256", {}).error().id, "key.secret_empty"_L1);
}

void tst_Signer::refusesBrokenPrivateKeys()
{
    QCOMPARE(SigningKey::fromPem("RS256", dataFile(u"openssl/rsa.spki.pem"_s)).error().id,
             "signing.key"_L1);
    QCOMPARE(SigningKey::fromPem("RS256", dataFile(u"openssl/rsa.encrypted8.pem"_s)).error().id,
             "signing.key"_L1);
    QCOMPARE(SigningKey::fromPem("RS256", "").error().id, "signing.key"_L1);
    QCOMPARE(SigningKey::fromJwk("RS256", "{").error().id, "json.syntax"_L1);
    QCOMPARE(SigningKey::fromJwk("RS256", "[]").error().id, "key.shape"_L1);
    const auto half = SigningKey::fromJwk("RS256", dataFile(u"rfc7638/key.json"_s));
    QCOMPARE(half.error().id, "key.member_missing"_L1);
    QCOMPARE(half.error().detail, u"d"_s);
    QVERIFY(
        !SigningKey::fromJwk("ES256", R"({"kty":"EC","crv":"P-256","x":"AQ","y":"AQ","d":"AQ"})"));
    QVERIFY(!SigningKey::fromJwk("EdDSA", R"({"kty":"OKP","crv":"Ed25519","x":"AQ","d":"AQ"})"));
    QVERIFY(!SigningKey::fromJwk("EdDSA", R"({"kty":"OKP","crv":"Ed1","x":"AQ","d":"AQ"})"));
}

void tst_Signer::publicPartsNameTheSameKey()
{
    for (const char *algorithm : {"RS256", "ES256", "ES512", "EdDSA", "Ed448"}) {
        const auto key = SigningKey::generate(algorithm).value();
        QCOMPARE(keyFromJwk(jwkOf(key)).value().thumbprint(), key.thumbprint());
        QCOMPARE(jose::Key::fromPem(key.publicPem()).value().thumbprint(), key.thumbprint());
        QVERIFY(!keyFromJwk(jwkOf(key)).value().cameWithPrivatePart());
    }
}

void tst_Signer::secretsShowNothing()
{
    const auto key = SigningKey::fromSecret("HS256", base::SecretBytes("secret")).value();
    QVERIFY(key.publicMembers().isEmpty());
    QVERIFY(key.publicPem().isEmpty());
    QVERIFY(key.thumbprint().isEmpty());
}

void tst_Signer::keepsTheBytesAsGiven()
{
    const auto key = SigningKey::fromSecret("HS256", base::SecretBytes("secret")).value();
    const QByteArray header = "{ \"alg\" :\"HS256\"}";
    const QByteArray payload("\0\xff no JSON", 10);
    const QList<QByteArray> parts = key.compact(header, payload).value().split('.');
    QCOMPARE(parts.size(), 3);
    QCOMPARE(jose::base64url::decode(parts.at(0)).value(), header);
    QCOMPARE(jose::base64url::decode(parts.at(1)).value(), payload);
}

void tst_Signer::nullKeyOnlyFails()
{
    const SigningKey key;
    QCOMPARE(key.sign("x").error().id, "signing.key"_L1);
    QCOMPARE(key.compact("{}", "{}").error().id, "signing.key"_L1);
    QVERIFY(key.algorithm().isEmpty());
    QVERIFY(key.publicMembers().isEmpty());
}

void tst_Signer::makesRsaOfTheWantedSize()
{
    const auto key = SigningKey::generate("PS256", 1024).value();
    QCOMPARE(keyFromJwk(jwkOf(key)).value().bits(), 1024);
    QCOMPARE(SigningKey::generate("RS256", 8).error().id, "signing.key"_L1);
}

QTEST_GUILESS_MAIN(tst_Signer)
#include "tst_signer.moc"
