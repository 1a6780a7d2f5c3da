// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/key.h"

#include "tests/core/jose/joseblocks.h"

using namespace Qt::Literals::StringLiterals;
using namespace josetest;
using jose::Key;
using jose::SecretEncoding;

namespace {

QByteArray file(const char *name)
{
    return dataFile(u"openssl/"_s + QLatin1StringView(name));
}

} // namespace

class tst_KeyFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryForm_data();
    void readsEveryForm();
    void everyFormIsTheSameKey();
    void usesOnlyThePublicHalf();
    void refuses_data();
    void refuses();
    void neverAsksForAPassphrase();
    void missesNoKidInPemText();
    void saysWhetherEverybodyCanFetchAPrivateKey_data();
    void saysWhetherEverybodyCanFetchAPrivateKey();
    void readsPemHoweverItIsLaidOut_data();
    void readsPemHoweverItIsLaidOut();
    void refusesTornPem_data();
    void refusesTornPem();
    void readsDer();
    void refusesTornDer();
    void decodesSecrets_data();
    void decodesSecrets();
    void saysWhereASecretIsBroken_data();
    void saysWhereASecretIsBroken();
    void refusesPublicKeysAsSecrets_data();
    void refusesPublicKeysAsSecrets();
    void refusesAJwkAsSecret();
};

void tst_KeyFiles::readsEveryForm_data()
{
    QTest::addColumn<jose::KeyType>("type");
    QTest::addColumn<QString>("curve");
    QTest::addColumn<int>("bits");
    using enum jose::KeyType;
    for (const char *form : {"spki", "pkcs8", "pkcs1", "rsapublic", "cert"})
        QTest::addRow("rsa.%s.pem", form) << Rsa << QString() << 2048;
    for (const char *form : {"spki", "pkcs8", "sec1"})
        QTest::addRow("p256.%s.pem", form) << Ec << u"P-256"_s << 256;
    QTest::newRow("rsapss.spki.pem") << Rsa << QString() << 2048;
    QTest::newRow("p384.spki.pem") << Ec << u"P-384"_s << 384;
    QTest::newRow("p521.pkcs8.pem") << Ec << u"P-521"_s << 521;
    QTest::newRow("secp256k1.spki.pem") << Ec << u"secp256k1"_s << 256;
    QTest::newRow("ed25519.spki.pem") << Okp << u"Ed25519"_s << 255;
    QTest::newRow("ed448.pkcs8.pem") << Okp << u"Ed448"_s << 448;
    QTest::newRow("x25519.spki.pem") << Okp << u"X25519"_s << 255;
    QTest::newRow("x448.spki.pem") << Okp << u"X448"_s << 448;
}

void tst_KeyFiles::readsEveryForm()
{
    const auto key = Key::fromPem(file(QTest::currentDataTag()));
    QVERIFY2(key, key ? "" : qPrintable(key.error().id + key.error().detail));
    QTEST(key->type(), "type");
    QTEST(key->curve(), "curve");
    QTEST(key->bits(), "bits");
    QVERIFY(!key->hasKid());
    QVERIFY(!key->json().root().isPresent());
}

void tst_KeyFiles::everyFormIsTheSameKey()
{
    const QByteArray rsa = Key::fromPem(file("rsa.spki.pem")).value().thumbprint();
    for (const char *form : {"rsa.pkcs8.pem", "rsa.pkcs1.pem", "rsa.rsapublic.pem", "rsa.cert.pem"})
        QCOMPARE(Key::fromPem(file(form)).value().thumbprint(), rsa);
    const QByteArray ec = Key::fromPem(file("p256.spki.pem")).value().thumbprint();
    for (const char *form : {"p256.pkcs8.pem", "p256.sec1.pem"})
        QCOMPARE(Key::fromPem(file(form)).value().thumbprint(), ec);
}

void tst_KeyFiles::usesOnlyThePublicHalf()
{
    QVERIFY(Key::fromPem(file("rsa.pkcs8.pem")).value().cameWithPrivatePart());
    QVERIFY(Key::fromPem(file("p256.sec1.pem")).value().cameWithPrivatePart());
    QVERIFY(!Key::fromPem(file("rsa.spki.pem")).value().cameWithPrivatePart());
    QVERIFY(!Key::fromPem(file("rsa.cert.pem")).value().cameWithPrivatePart());
    // A file of one's own is published nowhere.
    QVERIFY(Key::fromPem(file("rsa.pkcs8.pem")).value().findings().isEmpty());
}

void tst_KeyFiles::refuses_data()
{
    QTest::addColumn<QString>("error");
    QTest::newRow("rsa.encrypted8.pem") << u"key.encrypted ENCRYPTED PRIVATE KEY"_s;
    QTest::newRow("rsa.encrypted1.pem") << u"key.encrypted RSA PRIVATE KEY"_s;
    QTest::newRow("rsa.csr.pem") << u"key.pem CERTIFICATE REQUEST"_s;
    QTest::newRow("dsa.spki.pem") << u"key.type DSA"_s;
    QTest::newRow("brainpool.spki.pem") << u"key.curve brainpoolP256r1"_s;
    QTest::newRow("brainpool.pkcs8.pem") << u"key.curve brainpoolP256r1"_s;
    QTest::newRow("ORIGIN") << u"key.pem "_s;
}

void tst_KeyFiles::refuses()
{
    const auto key = Key::fromPem(file(QTest::currentDataTag()));
    QVERIFY(!key);
    QTEST(key.error().id + u' ' + key.error().detail, "error");
}

// With a terminal OpenSSL would ask there. Without one a prompt fails at once, so the proof is the
// id: the text is refused before OpenSSL sees it, even where the label does not give it away.
void tst_KeyFiles::neverAsksForAPassphrase()
{
    QByteArray disguised = file("rsa.encrypted8.pem");
    disguised.replace("ENCRYPTED PRIVATE KEY", "PRIVATE KEY");
    QCOMPARE(Key::fromPem(disguised).error().id, "key.pem"_L1);
}

// RFC 7468 has no place for a kid, so two keys in a file are nothing to complain of.
void tst_KeyFiles::missesNoKidInPemText()
{
    const QByteArray two = file("rsa.spki.pem") + file("p256.spki.pem");
    const auto set = jose::KeySet::fromFile(two, jose::KeyOrigin::File).value();
    QCOMPARE(set.size(), 2);
    QVERIFY(set.findings().isEmpty());
}

// A private key in a file of one's own is careless; one that the network hands out is lost.
void tst_KeyFiles::saysWhetherEverybodyCanFetchAPrivateKey_data()
{
    QTest::addColumn<jose::KeyOrigin>("origin");
    QTest::addColumn<bool>("published");
    QTest::newRow("file") << jose::KeyOrigin::File << false;
    QTest::newRow("url") << jose::KeyOrigin::Url << true;
    QTest::newRow("issuer") << jose::KeyOrigin::Issuer << true;
}

void tst_KeyFiles::saysWhetherEverybodyCanFetchAPrivateKey()
{
    QFETCH(const jose::KeyOrigin, origin);
    const auto set = jose::KeySet::fromFile(file("rsa.pkcs8.pem"), origin).value();
    const base::Finding &finding = set.findings().first();
    QCOMPARE(finding.id, "keyset.private_members"_L1);
    QTEST(finding.facts.value(u"published"_s).toBool(), "published");
}

void tst_KeyFiles::readsPemHoweverItIsLaidOut_data()
{
    QTest::addColumn<QByteArray>("pem");
    const QByteArray pem = file("rsa.spki.pem");
    const auto replaced = [pem](const char *before, const char *after) {
        return QByteArray(pem).replace(before, after);
    };
    QTest::newRow("no final newline") << pem;
    QTest::newRow("CRLF") << replaced("\n", "\r\n");
    QTest::newRow("CR") << replaced("\n", "\r");
    QTest::newRow("indented") << replaced("\n", "\n    ");
    QTest::newRow("one line") << replaced("\n", " ");
    QTest::newRow("no lines at all") << replaced("\n", "");
    QTest::newRow("newlines of a JSON string") << replaced("\n", "\\n");
    QTest::newRow("CRLF of a JSON string") << replaced("\n", "\\r\\n");
    QTest::newRow("text before") << "subject=CN = x\n# my key:\n" + pem;
    QTest::newRow("text after") << pem + "\nthe end";
    QTest::newRow("parameters before") << "-----BEGIN EC PARAMETERS-----\nBgg=\n-----END EC "
                                          "PARAMETERS-----\n"
            + pem;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + pem;
}

void tst_KeyFiles::readsPemHoweverItIsLaidOut()
{
    QFETCH(const QByteArray, pem);
    const auto key = Key::fromPem(pem);
    QVERIFY2(key, key ? "" : qPrintable(key.error().id + key.error().detail));
    QCOMPARE(key->thumbprint(), Key::fromPem(file("rsa.spki.pem")).value().thumbprint());
    const auto set = jose::KeySet::fromFile(pem, jose::KeyOrigin::File);
    QCOMPARE(set.value().size(), 1);
}

void tst_KeyFiles::refusesTornPem_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("error");
    const QByteArray pem = file("rsa.spki.pem");
    const QByteArray beginning = "-----BEGIN PUBLIC KEY-----\n";
    QTest::newRow("empty") << ""_ba << u"key.pem "_s;
    QTest::newRow("no end line") << pem.left(200) << u"key.pem PUBLIC KEY"_s;
    QTest::newRow("begin line only") << beginning << u"key.pem PUBLIC KEY"_s;
    QTest::newRow("half a begin line") << "-----BEGIN PUBLIC"_ba << u"key.pem "_s;
    QTest::newRow("foreign character")
        << QByteArray(pem).replace(60, 1, "*") << u"key.pem PUBLIC KEY"_s;
    QTest::newRow("line lost") << QByteArray(pem).remove(100, 65) << u"key.pem PUBLIC KEY"_s;
    QTest::newRow("nothing inside")
        << beginning + "-----END PUBLIC KEY-----" << u"key.pem PUBLIC KEY"_s;
}

void tst_KeyFiles::refusesTornPem()
{
    QFETCH(const QByteArray, pem);
    const auto key = Key::fromPem(pem);
    QVERIFY(!key);
    QTEST(key.error().id + u' ' + key.error().detail, "error");
}

void tst_KeyFiles::readsDer()
{
    const QByteArray thumbprint = Key::fromPem(file("rsa.spki.pem")).value().thumbprint();
    QCOMPARE(Key::fromDer(file("rsa.spki.der")).value().thumbprint(), thumbprint);
    QCOMPARE(Key::fromDer(file("rsa.cert.der")).value().thumbprint(), thumbprint);
}

void tst_KeyFiles::refusesTornDer()
{
    const QByteArray der = file("rsa.spki.der");
    for (qsizetype size = 0; size < der.size(); ++size)
        QCOMPARE(Key::fromDer(der.first(size)).error().id, "key.der"_L1);
    QCOMPARE(Key::fromDer(der + '\0').error().id, "key.der"_L1);
}

void tst_KeyFiles::decodesSecrets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<SecretEncoding>("encoding");
    QTest::addColumn<QByteArray>("secret");
    using enum SecretEncoding;
    QTest::newRow("utf8") << "päss word"_ba << Utf8 << "päss word"_ba;
    QTest::newRow("utf8 keeps its newline") << "secret\n"_ba << Utf8 << "secret\n"_ba;
    QTest::newRow("utf8 that looks like hex") << "abcd"_ba << Utf8 << "abcd"_ba;
    QTest::newRow("base64") << "+/+/"_ba << Base64 << "\xfb\xff\xbf"_ba;
    QTest::newRow("base64 padded") << "c2VjcmV0cw=="_ba << Base64 << "secrets"_ba;
    QTest::newRow("base64 without padding") << "c2VjcmV0cw"_ba << Base64 << "secrets"_ba;
    QTest::newRow("base64url") << "-_-_"_ba << Base64Url << "\xfb\xff\xbf"_ba;
    QTest::newRow("base64url padded") << "c2VjcmV0cw=="_ba << Base64Url << "secrets"_ba;
    QTest::newRow("hex") << "00fFA5"_ba << Hex << QByteArray("\x00\xff\xa5", 3);
    QTest::newRow("private key: a bad idea, and a secret")
        << file("ed25519.pkcs8.pem") << Utf8 << file("ed25519.pkcs8.pem");
}

void tst_KeyFiles::decodesSecrets()
{
    QFETCH(const QByteArray, text);
    QFETCH(const SecretEncoding, encoding);
    const auto secret = jose::decodeSecret(text, encoding);
    QVERIFY2(secret, secret ? "" : secret.error().id.data());
    QTEST(secret->revealSecret().toByteArray(), "secret");
}

void tst_KeyFiles::saysWhereASecretIsBroken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<SecretEncoding>("encoding");
    QTest::addColumn<QString>("id");
    QTest::addColumn<qint64>("offset");
    using enum SecretEncoding;
    const QString broken = u"secret.encoding"_s;
    QTest::newRow("empty") << ""_ba << Utf8 << u"secret.empty"_s << qint64(-1);
    QTest::newRow("empty hex") << ""_ba << Hex << u"secret.empty"_s << qint64(-1);
    QTest::newRow("only padding") << "=="_ba << Base64 << broken << qint64(0);
    QTest::newRow("base64url as base64") << "ab-_"_ba << Base64 << broken << qint64(2);
    QTest::newRow("base64 as base64url") << "abc/"_ba << Base64Url << broken << qint64(3);
    QTest::newRow("newline") << "c2Vj\ncmV0"_ba << Base64 << broken << qint64(4);
    QTest::newRow("too much padding") << "c2VjcmV0="_ba << Base64 << broken << qint64(8);
    QTest::newRow("three padding") << "c2Vjcg==="_ba << Base64 << broken << qint64(7);
    QTest::newRow("trailing bits") << "c2VjcmV0cx=="_ba << Base64 << broken << qint64(9);
    QTest::newRow("hex with a blank") << "ab cd"_ba << Hex << broken << qint64(2);
    QTest::newRow("hex of odd length") << "abc"_ba << Hex << broken << qint64(3);
    QTest::newRow("hex with 0x") << "0xab"_ba << Hex << broken << qint64(1);
}

void tst_KeyFiles::saysWhereASecretIsBroken()
{
    QFETCH(const QByteArray, text);
    QFETCH(const SecretEncoding, encoding);
    const auto secret = jose::decodeSecret(text, encoding);
    QVERIFY(!secret);
    QTEST(QString(secret.error().id), "id");
    QTEST(secret.error().offset, "offset");
}

void tst_KeyFiles::refusesPublicKeysAsSecrets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<SecretEncoding>("encoding");
    using enum SecretEncoding;
    const QByteArray pem = file("rsa.spki.pem");
    const QByteArray der = file("rsa.spki.der");
    QTest::newRow("PEM") << pem << Utf8;
    QTest::newRow("PEM with newline") << pem + '\n' << Utf8;
    QTest::newRow("certificate") << file("rsa.cert.pem") << Utf8;
    QTest::newRow("base64 of the PEM") << pem.toBase64() << Base64;
    QTest::newRow("hex of the PEM") << pem.toHex() << Hex;
    QTest::newRow("DER") << der << Utf8;
    QTest::newRow("base64 of the DER") << der.toBase64() << Base64;
    QTest::newRow("base64url of the DER") << jose::base64url::encode(der) << Base64Url;
    QTest::newRow("hex of the DER") << der.toHex() << Hex;
    QTest::newRow("base64 of the DER as text") << der.toBase64() << Utf8;
    QTest::newRow("JWK") << dataFile(u"rfc7638/key.json"_s) << Utf8;
    // RFC 4253 section 6.6, RFC 8709 section 4, RFC 5656 section 3.1.
    for (const char *type : {"ssh-rsa", "ssh-ed25519", "ecdsa-sha2-nistp256"})
        QTest::newRow(type) << QByteArray(type) + " AAAAB3NzaC1yc2E= someone@example" << Utf8;
    QTest::newRow("JWK Set") << R"({"keys":[)" + dataFile(u"rfc7638/key.json"_s) + "]}" << Utf8;
}

void tst_KeyFiles::refusesPublicKeysAsSecrets()
{
    QFETCH(const QByteArray, text);
    QFETCH(const SecretEncoding, encoding);
    const auto secret = jose::decodeSecret(text, encoding);
    QVERIFY(!secret);
    QCOMPARE(secret.error().id, "secret.is_public_key"_L1);
}

void tst_KeyFiles::refusesAJwkAsSecret()
{
    const auto secret = jose::decodeSecret(R"({"kty":"oct","k":"c2VjcmV0"})", SecretEncoding::Utf8);
    QCOMPARE(secret.error().id, "secret.is_jwk"_L1);
}

QTEST_GUILESS_MAIN(tst_KeyFiles)
#include "tst_keyfiles.moc"
