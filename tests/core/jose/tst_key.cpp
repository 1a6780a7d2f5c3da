// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/key.h"

#include "tests/core/jose/joseblocks.h"

using namespace Qt::Literals::StringLiterals;
using namespace josetest;
using jose::Key;
using jose::KeyType;

namespace {

const QByteArray goodN
    = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_"
      "BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_"
      "FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4"
      "vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
// RFC 7517 appendix A.1.
const QByteArray goodX = "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4";
const QByteArray goodY = "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM";

QByteArray rsaJwk(const QByteArray &more = {}, const QByteArray &n = goodN,
                  const QByteArray &e = "AQAB")
{
    return R"({"kty":"RSA","n":")" + n + R"(","e":")" + e + "\"" + more + "}";
}

QByteArray ecJwk(const QByteArray &x = goodX, const QByteArray &y = goodY,
                 const QByteArray &crv = "P-256")
{
    return R"({"kty":"EC","crv":")" + crv + R"(","x":")" + x + R"(","y":")" + y + "\"}";
}

QByteArray okpJwk(const QByteArray &crv, qsizetype octets)
{
    return R"({"kty":"OKP","crv":")" + crv + R"(","x":")"
        + jose::base64url::encode(QByteArray(octets, '\x11')) + "\"}";
}

//! The octets of a base64url text with some put before them, as base64url.
QByteArray prefixed(const QByteArray &prefix, const QByteArray &text)
{
    return jose::base64url::encode(prefix + jose::base64url::decode(text).value());
}

QByteArray numberOfBits(int bits)
{
    QByteArray octets((bits + 7) / 8, '\xff');
    octets[0] = static_cast<char>(0xff >> (8 * octets.size() - bits));
    return jose::base64url::encode(octets);
}

//! The y of a point in hex, as RFC 8032 encodes it; the highest bit is the sign of x.
QByteArray edwardsJwk(const QByteArray &crv, const QByteArray &hex)
{
    return R"({"kty":"OKP","crv":")" + crv + R"(","x":")"
        + jose::base64url::encode(QByteArray::fromHex(hex)) + R"("})";
}

} // namespace

class tst_Key final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsJwks_data();
    void readsJwks();
    void saysWhatIsWrongWithAJwk_data();
    void saysWhatIsWrongWithAJwk();
    void pointsAtTheBrokenCharacter();
    void notesWhatIsOddAboutAJwk_data();
    void notesWhatIsOddAboutAJwk();
    void knowsThePointsThatEverybodyCanSignFor_data();
    void knowsThePointsThatEverybodyCanSignFor();
    void weakKeysFailAndStillVerify();
    void acceptsNumbersAtTheLimits();
    void keepsWhatTheJwkSaysAboutItself();
    void dropsPrivateMembers();
    void dropsTheSecretFromItsJson();
    void keepsJsonAsItWasSent();
    void thumbprintsOfTheStandards();
    void thumbprintIgnoresLeadingZeros();
    void secretsHaveNoThumbprint();
    void refusesEmptyAndPublicSecrets();
    void comparesTheCertificateInX5c();
    void nullKeyAnswersNothing();
};

void tst_Key::readsJwks_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<KeyType>("type");
    QTest::addColumn<QString>("curve");
    QTest::addColumn<int>("bits");
    QTest::newRow("RSA") << rsaJwk() << KeyType::Rsa << QString() << 2048;
    QTest::newRow("P-256") << ecJwk() << KeyType::Ec << u"P-256"_s << 256;
    QTest::newRow("Ed25519") << dataFile(u"rfc8037/key.json"_s) << KeyType::Okp << u"Ed25519"_s
                             << 255;
    QTest::newRow("Ed448") << okpJwk("Ed448", 57) << KeyType::Okp << u"Ed448"_s << 448;
    QTest::newRow("X25519") << okpJwk("X25519", 32) << KeyType::Okp << u"X25519"_s << 255;
    QTest::newRow("X448") << okpJwk("X448", 56) << KeyType::Okp << u"X448"_s << 448;
    QTest::newRow("oct") << R"({"kty":"oct","k":"c2VjcmV0"})"_ba << KeyType::Oct << QString() << 48;
    for (const char *alg : {"ES384", "ES512", "ES256K"}) {
        const auto key = jose::SigningKey::generate(alg).value();
        const jose::Algorithm *row = jose::findAlgorithm(alg);
        const int bits = alg == "ES512"_ba ? 521 : row->signatureBytes * 4;
        QTest::newRow(alg) << jwkOf(key) << KeyType::Ec << QString(row->curve) << bits;
    }
}

void tst_Key::readsJwks()
{
    QFETCH(const QByteArray, jwk);
    const auto key = keyFromJwk(jwk);
    QVERIFY2(key, key ? "" : qPrintable(key.error().id + key.error().detail));
    QTEST(key->type(), "type");
    QTEST(key->curve(), "curve");
    QTEST(key->bits(), "bits");
}

void tst_Key::saysWhatIsWrongWithAJwk_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &jwk, const char *error) {
        QTest::newRow(name) << jwk << QString::fromLatin1(error);
    };
    row("a string", R"("RSA")", "key.shape ");
    row("an array", "[]", "key.shape ");
    row("nothing", "{}", "key.member_missing kty");
    row("kty a number", R"({"kty":1})", "key.member_type kty");
    row("kty unknown", R"({"kty":"AKP"})", "key.type AKP");
    row("kty in lower case", R"({"kty":"rsa"})", "key.type rsa");
    row("kty twice", R"({"kty":"RSA","kty":"RSA"})", "key.member_duplicate kty");
    row("n missing", R"({"kty":"RSA","e":"AQAB"})", "key.member_missing n");
    row("n null", R"({"kty":"RSA","n":null,"e":"AQAB"})", "key.member_type n");
    row("n empty", rsaJwk({}, ""), "key.value n");
    row("n zero", rsaJwk({}, "AAAA"), "key.value n");
    row("n even", rsaJwk({}, "AQAC"), "key.value n");
    row("n padded", rsaJwk({}, goodN + "=="), "key.member_encoding n");
    row("n in base64", rsaJwk({}, "ab+/"), "key.member_encoding n");
    row("n twice", rsaJwk(R"(,"n":"AQAB")"), "key.member_duplicate n");
    row("n through an escape, twice", rsaJwk(R"(,"\u006e":"AQAB")"), "key.member_duplicate n");
    row("n too large", rsaJwk({}, numberOfBits(16385)), "key.size n");
    row("e too large", rsaJwk({}, goodN, numberOfBits(65)), "key.size e");
    row("e zero", rsaJwk({}, goodN, "AA"), "key.value e");
    row("e a number", R"({"kty":"RSA","n":")" + goodN + R"(","e":65537})", "key.member_type e");
    row("kid a number", rsaJwk(R"(,"kid":7)"), "key.member_type kid");
    row("kid twice", rsaJwk(R"(,"kid":"a","kid":"b")"), "key.member_duplicate kid");
    row("use an array", rsaJwk(R"(,"use":["sig"])"), "key.member_type use");
    row("alg null", rsaJwk(R"(,"alg":null)"), "key.member_type alg");
    row("key_ops a string", rsaJwk(R"(,"key_ops":"verify")"), "key.member_type key_ops");
    row("key_ops with a number", rsaJwk(R"(,"key_ops":["verify",1])"), "key.member_type key_ops");
    row("crv missing", R"({"kty":"EC","x":"AA","y":"AA"})", "key.member_missing crv");
    row("crv unknown", ecJwk(goodX, goodY, "P-192"), "key.curve P-192");
    row("crv of OKP in EC", ecJwk(goodX, goodY, "Ed25519"), "key.curve Ed25519");
    row("crv of EC in OKP", okpJwk("P-256", 32), "key.curve P-256");
    row("y missing", R"({"kty":"EC","crv":"P-256","x":")" + goodX + "\"}", "key.member_missing y");
    row("off the curve", ecJwk(goodX, goodX), "key.point ");
    row("x and y of another curve", ecJwk(goodX, goodY, "secp256k1"), "key.point ");
    row("x too long", ecJwk(prefixed("\x01", goodX)), "key.size x");
    row("x empty", ecJwk(""), "key.size x");
    row("x one character", ecJwk("A"), "key.member_encoding x");
    row("Ed25519 with 31 octets", okpJwk("Ed25519", 31), "key.size x");
    row("Ed25519 with 33 octets", okpJwk("Ed25519", 33), "key.size x");
    row("Ed448 with 56 octets", okpJwk("Ed448", 56), "key.size x");
    row("k missing", R"({"kty":"oct"})", "key.member_missing k");
    row("k empty", R"({"kty":"oct","k":""})", "key.secret_empty k");
    row("k not base64url", R"({"kty":"oct","k":"se cret"})", "key.member_encoding k");
    row("k is a public key",
        R"({"kty":"oct","k":")" + jose::base64url::encode(dataFile(u"openssl/rsa.spki.pem"_s))
            + "\"}",
        "secret.is_public_key k");
}

void tst_Key::saysWhatIsWrongWithAJwk()
{
    QFETCH(const QByteArray, jwk);
    QFETCH(const QString, error);
    const auto key = keyFromJwk(jwk);
    QVERIFY(!key);
    // OpenSSL adds its own words about points.
    const bool ownWords = error.startsWith(u"key.point"_s);
    QCOMPARE(key.error().id + u' ' + (ownWords ? QString() : key.error().detail), error);
}

void tst_Key::pointsAtTheBrokenCharacter()
{
    const QByteArray jwk = R"({"kty":"RSA","n":"AQ*B","e":"AQAB"})";
    QCOMPARE(keyFromJwk(jwk).error().offset, jwk.indexOf('*'));
}

void tst_Key::notesWhatIsOddAboutAJwk_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QString>("findings");
    const auto row = [](const char *name, const QByteArray &jwk, const char *findings) {
        QTest::newRow(name) << jwk << QString::fromLatin1(findings);
    };
    row("nothing", rsaJwk(R"(,"kid":"a","use":"sig","alg":"RS256","key_ops":["verify"])"), "");
    row("leading zero in n", rsaJwk({}, prefixed(QByteArray(1, '\0'), goodN)),
        "key.member_length n");
    row("leading zero in e", rsaJwk({}, goodN, "AAEAAQ"), "key.member_length e");
    row("sign octet before x", ecJwk(prefixed(QByteArray(1, '\0'), goodX)), "key.member_length x");
    row("use unknown", rsaJwk(R"(,"use":"tls")"), "key.use_unknown use");
    row("use in upper case", rsaJwk(R"(,"use":"SIG")"), "key.use_unknown use");
    row("use enc", rsaJwk(R"(,"use":"enc")"), "");
    row("sig that encrypts", rsaJwk(R"(,"use":"sig","key_ops":["encrypt"])"),
        "key.use_conflict key_ops");
    row("the same twice", rsaJwk(R"(,"key_ops":["verify","verify"])"), "key.use_conflict key_ops");
    row("own operation", rsaJwk(R"(,"use":"sig","key_ops":["verify","audit"])"), "");
    row("RSA for ES256", rsaJwk(R"(,"alg":"ES256")"), "key.algorithm_unfit alg");
    row("alg none", rsaJwk(R"(,"alg":"none")"), "key.algorithm_unfit alg");
    row("RSA for encryption", rsaJwk(R"(,"alg":"RSA-OAEP-256")"), "");
    row("private", rsaJwk(R"(,"d":"AQAB")"), "key.private_published d");
    row("1024 bits", rsaJwk({}, numberOfBits(1024)), "key.weak n");
    row("2047 bits", rsaJwk({}, numberOfBits(2047)), "key.weak n");
    row("2048 bits", rsaJwk({}, numberOfBits(2048)), "");
    row("e = 1", rsaJwk({}, goodN, "AQ"), "key.weak e");
    row("e = 2", rsaJwk({}, goodN, "Ag"), "key.weak e");
    row("e = 3", rsaJwk({}, goodN, "Aw"), "");
    row("e = 253, one octet with its top bit set", rsaJwk({}, goodN, "_Q"), "");
    row("e even", rsaJwk({}, goodN, "AQAA"), "key.weak e");
}

void tst_Key::notesWhatIsOddAboutAJwk()
{
    QFETCH(const QByteArray, jwk);
    const auto key = keyFromJwk(jwk);
    QVERIFY2(key, key ? "" : qPrintable(key.error().id + key.error().detail));
    QStringList found;
    for (const base::Finding &finding : key->findings())
        found.append(finding.id + u' ' + finding.subject);
    QTEST(found.join(u", "_s), "findings");
}

// RFC 8032 leaves it to the verifier; libsodium and BoringSSL's callers refuse these very points.
void tst_Key::knowsThePointsThatEverybodyCanSignFor_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QString>("findings");
    const auto row = [](const char *name, const QByteArray &crv, const QByteArray &hex,
                        const QString &findings = u"key.weak x"_s) {
        QTest::newRow(name) << edwardsJwk(crv, hex) << findings;
    };
    const auto zeros = [](int octets) { return QByteArray(octets * 2, '0'); };
    const auto ones = [](int octets) { return QByteArray(octets * 2, 'f'); };
    row("Ed25519 0", "Ed25519", zeros(32));
    row("Ed25519 0, x negative", "Ed25519", zeros(31) + "80");
    row("Ed25519 1, the neutral point", "Ed25519", "01" + zeros(31));
    row("Ed25519 order 8", "Ed25519",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
    row("Ed25519 order 8, the other", "Ed25519",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
    row("Ed25519 order 8, x negative", "Ed25519",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");
    row("Ed25519 p - 1", "Ed25519", "ec" + ones(30) + "7f");
    row("Ed25519 p, not reduced", "Ed25519", "ed" + ones(30) + "7f");
    row("Ed25519 p + 1, not reduced", "Ed25519", "ee" + ones(30) + "7f");
    row("Ed448 0", "Ed448", zeros(57));
    row("Ed448 0, x negative", "Ed448", zeros(56) + "80");
    row("Ed448 1, the neutral point", "Ed448", "01" + zeros(56));
    row("Ed448 p - 1", "Ed448", "fe" + ones(27) + "fe" + ones(27) + "00");
    row("Ed25519 2 is no such point", "Ed25519", "02" + zeros(31), {});
    row("Ed25519 p - 2 is no such point", "Ed25519", "eb" + ones(30) + "7f", {});
    row("X25519 signs nothing", "X25519", "01" + zeros(31), {});
}

void tst_Key::knowsThePointsThatEverybodyCanSignFor()
{
    QFETCH(const QByteArray, jwk);
    const auto key = keyFromJwk(jwk);
    QVERIFY2(key, key ? "" : qPrintable(key.error().id + key.error().detail));
    QStringList found;
    for (const base::Finding &finding : key->findings())
        found.append(finding.id + u' ' + finding.subject);
    QTEST(found.join(u", "_s), "findings");
}

void tst_Key::weakKeysFailAndStillVerify()
{
    const auto key = keyFromJwk(rsaJwk({}, numberOfBits(1024))).value();
    const base::Finding &finding = key.findings().first();
    QCOMPARE(finding.outcome, base::Outcome::Fail);
    QCOMPARE(finding.expected, u"2048"_s);
    QCOMPARE(finding.found, u"1024"_s);
    const auto pem = Key::fromPem(dataFile(u"openssl/rsa1024.spki.pem"_s)).value();
    const auto result = jose::verify(blockOf(dataFile(u"openssl/RS256-1024.jws"_s)),
                                     {jose::KeySet::of(pem, jose::KeyOrigin::File)});
    QCOMPARE(result.status, jose::SignatureStatus::Valid);
    QCOMPARE(ids(pem.findings()), QStringList{u"key.weak"_s});
}

void tst_Key::acceptsNumbersAtTheLimits()
{
    QVERIFY(keyFromJwk(rsaJwk({}, numberOfBits(16384))));
    QVERIFY(keyFromJwk(rsaJwk({}, goodN, numberOfBits(64))));
}

void tst_Key::keepsWhatTheJwkSaysAboutItself()
{
    const auto key
        = keyFromJwk(rsaJwk(R"(,"kid":"a\u00e9","use":"sig","alg":"PS256","key_ops":["verify"])"))
              .value();
    QVERIFY(key.hasKid());
    QCOMPARE(key.kid(), u"aé"_s);
    QCOMPARE(key.use(), u"sig"_s);
    QCOMPARE(key.algorithm(), u"PS256"_s);
    QCOMPARE(key.operations(), QStringList{u"verify"_s});
    QVERIFY(!keyFromJwk(rsaJwk()).value().hasKid());
    QVERIFY(keyFromJwk(rsaJwk(R"(,"kid":"")")).value().hasKid());
}

void tst_Key::dropsPrivateMembers()
{
    const QByteArray sent
        = R"({"d":"AQAB", "kty" : "RSA","p":"Aw","e":"AQAB","extra":{"d":1},"n":")" + goodN
        + R"(","oth":[]})";
    const auto key = keyFromJwk(sent).value();
    QVERIFY(key.cameWithPrivatePart());
    QCOMPARE(key.json().bytes(),
             R"({"kty":"RSA","e":"AQAB","extra":{"d":1},"n":")"_ba + goodN + "\"}");
}

void tst_Key::dropsTheSecretFromItsJson()
{
    const auto key = keyFromJwk(R"({"k":"c2VjcmV0","kty":"oct"})").value();
    QCOMPARE(key.json().bytes(), R"({"kty":"oct"})"_ba);
    QVERIFY(!key.cameWithPrivatePart());
}

void tst_Key::keepsJsonAsItWasSent()
{
    const QByteArray sent = R"({ "x5t":"\u0041", "b":1e400, "b":1, )" + rsaJwk().sliced(1);
    QCOMPARE(keyFromJwk(' ' + sent + ' ').value().json().bytes(), sent);
}

void tst_Key::thumbprintsOfTheStandards()
{
    QCOMPARE(keyFromJwk(dataFile(u"rfc7638/key.json"_s)).value().thumbprint(),
             dataFile(u"rfc7638/thumbprint"_s));
    QCOMPARE(keyFromJwk(dataFile(u"rfc8037/key.json"_s)).value().thumbprint(),
             dataFile(u"rfc8037/a3.thumbprint"_s));
    // Computed by hand from {"crv":"P-256","kty":"EC","x":…,"y":…} with openssl dgst.
    QCOMPARE(keyFromJwk(ecJwk()).value().thumbprint(),
             "cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s"_ba);
}

void tst_Key::thumbprintIgnoresLeadingZeros()
{
    const auto odd = keyFromJwk(rsaJwk({}, prefixed(QByteArray(2, '\0'), goodN))).value();
    QCOMPARE(odd.thumbprint(), keyFromJwk(rsaJwk()).value().thumbprint());
    QCOMPARE(odd.bits(), 2048);
}

void tst_Key::secretsHaveNoThumbprint()
{
    QVERIFY(Key::fromSecret(base::SecretBytes("secret")).value().thumbprint().isEmpty());
    QVERIFY(keyFromJwk(R"({"kty":"oct","k":"c2VjcmV0"})").value().thumbprint().isEmpty());
}

void tst_Key::refusesEmptyAndPublicSecrets()
{
    QCOMPARE(Key::fromSecret({}).error().id, "key.secret_empty"_L1);
    for (const char *name : {"rsa.spki.pem", "rsa.cert.pem", "rsa.rsapublic.pem", "rsa.spki.der",
                             "rsa.cert.der", "ed25519.spki.pem"}) {
        const base::SecretBytes secret(dataFile(u"openssl/"_s + QLatin1StringView(name)));
        QVERIFY2(!Key::fromSecret(secret), name);
        QCOMPARE(Key::fromSecret(secret).error().id, "secret.is_public_key"_L1);
    }
}

void tst_Key::comparesTheCertificateInX5c()
{
    const auto withCertificate = [](const QByteArray &jwk) {
        const QByteArray der = dataFile(u"openssl/rsa.cert.der"_s).toBase64();
        return ids(keyFromJwk(jwk.chopped(1) + R"(,"x5c":[")" + der + "\"]}").value().findings());
    };
    const auto own
        = jose::SigningKey::fromPem("RS256", dataFile(u"openssl/rsa.pkcs8.pem"_s)).value();
    QCOMPARE(withCertificate(jwkOf(own)), QStringList());
    QCOMPARE(withCertificate(rsaJwk()), QStringList{u"key.x5c_differs"_s});
    QCOMPARE(ids(keyFromJwk(rsaJwk(R"(,"x5c":[])")).value().findings()),
             QStringList{u"key.x5c_differs"_s});
}

void tst_Key::nullKeyAnswersNothing()
{
    const Key key;
    QVERIFY(key.isNull());
    QVERIFY(!key.hasKid());
    QCOMPARE(key.bits(), 0);
    QCOMPARE(key.curve(), QString());
    QVERIFY(key.findings().isEmpty());
    QVERIFY(key.thumbprint().isEmpty());
    QVERIFY(!key.json().root().isPresent());
}

QTEST_GUILESS_MAIN(tst_Key)
#include "tst_key.moc"
