// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/key.h"

#include "tests/core/jose/joseblocks.h"

using namespace Qt::Literals::StringLiterals;
using namespace josetest;
using jose::KeyOrigin;
using jose::KeySet;

namespace {

const QByteArray oct = R"({"kty":"oct","kid":"s","k":"c2VjcmV0"})";

} // namespace

class tst_KeySet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsASetAndASingleKey();
    void aBadKeyDoesNotSpoilTheOthers();
    void refuses_data();
    void refuses();
    void judgesTheSet_data();
    void judgesTheSet();
    void namesTheKeysOfAFinding();
    void secretsArePublishedOnlyOverTheNetwork();
    void readsWhateverAPersonHandsOver_data();
    void readsWhateverAPersonHandsOver();
    void readsEveryBlockOfAPem();
    void keepsItsSourceUnlessItIsConfidential();
    void wrapsOneKey();

private:
    QByteArray m_a, m_b, m_plain;
};

void tst_KeySet::initTestCase()
{
    const auto one = jose::SigningKey::generate("ES256").value();
    const auto two = jose::SigningKey::generate("ES256").value();
    m_a = jwkOf(one, {R"("kid":"a")"});
    m_b = jwkOf(two, {R"("kid":"b")"});
    m_plain = jwkOf(two);
}

void tst_KeySet::readsASetAndASingleKey()
{
    const auto set = KeySet::fromJson(setJson({m_a, m_b}), KeyOrigin::Issuer).value();
    QCOMPARE(set.size(), 2);
    QCOMPARE(set.origin(), KeyOrigin::Issuer);
    QCOMPARE(set.entries().at(1).label, u"b"_s);
    QVERIFY(set.findings().isEmpty());
    const auto single = KeySet::fromJson(m_plain, KeyOrigin::File).value();
    QCOMPARE(single.size(), 1);
    QCOMPARE(single.entries().first().label, u"key 1 of 1"_s);
    QVERIFY(single.findings().isEmpty());
}

// RFC 7517 section 5: keys that are not understood should be ignored.
void tst_KeySet::aBadKeyDoesNotSpoilTheOthers()
{
    const QByteArray broken = R"({"kty":"EC","kid":"broken","crv":"P-256","x":"AQ","y":"AQ"})";
    const auto set
        = KeySet::fromJson(setJson({broken, "7", "null", R"({"kty":"X"})", m_a}), KeyOrigin::Issuer)
              .value();
    QCOMPARE(set.size(), 5);
    QCOMPARE(set.entries().at(0).problem->id, "key.point"_L1);
    QCOMPARE(set.entries().at(0).label, u"broken"_s);
    QCOMPARE(set.entries().at(1).problem->id, "key.shape"_L1);
    QCOMPARE(set.entries().at(2).problem->id, "key.shape"_L1);
    QCOMPARE(set.entries().at(3).problem->id, "key.type"_L1);
    QCOMPARE(set.entries().at(3).label, u"key 4 of 5"_s);
    QVERIFY(!set.entries().at(4).problem);
    QVERIFY(!set.entries().at(4).key.isNull());
    QCOMPARE(ids(set.findings()), QStringList{u"keyset.broken_member"_s});
    QCOMPARE(set.findings().first().facts.value(u"count"_s).toInt(), 4);
}

void tst_KeySet::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    QTest::newRow("empty") << ""_ba << u"json.empty "_s;
    QTest::newRow("an array of keys") << "[]"_ba << u"keyset.shape keys"_s;
    QTest::newRow("a string") << R"("keys")"_ba << u"keyset.shape keys"_s;
    QTest::newRow("no keys") << "{}"_ba << u"keyset.shape keys"_s;
    QTest::newRow("keys an object") << R"({"keys":{}})"_ba << u"keyset.shape keys"_s;
    QTest::newRow("keys null") << R"({"keys":null})"_ba << u"keyset.shape keys"_s;
    QTest::newRow("keys twice") << R"({"keys":[],"keys":[]})"_ba << u"keyset.shape keys"_s;
    QTest::newRow("a discovery document")
        << R"({"issuer":"https://i.example","jwks_uri":"https://i.example/jwks"})"_ba
        << u"keyset.is_discovery https://i.example/jwks"_s;
    QTest::newRow("a discovery document without keys")
        << R"({"issuer":"https://i.example"})"_ba << u"keyset.is_discovery "_s;
}

void tst_KeySet::refuses()
{
    QFETCH(const QByteArray, json);
    const auto set = KeySet::fromJson(json, KeyOrigin::Url);
    QVERIFY(!set);
    const bool ofReader = set.error().id.startsWith("json."_L1);
    QTEST(set.error().id + u' ' + (ofReader ? QString() : set.error().detail), "error");
}

void tst_KeySet::judgesTheSet_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("findings");
    QByteArray hidden = m_b;
    hidden.insert(1, R"("d":"AQ",)");
    QTest::newRow("two keys") << setJson({m_a, m_b}) << QString();
    QTest::newRow("empty") << setJson({}) << u"keyset.empty"_s;
    QTest::newRow("same kid") << setJson({m_a, m_a}) << u"keyset.duplicate_kid"_s;
    QTest::newRow("one without kid") << setJson({m_a, m_plain}) << u"keyset.kid_missing"_s;
    QTest::newRow("alone without kid") << setJson({m_plain}) << QString();
    QTest::newRow("private member") << setJson({m_a, hidden}) << u"keyset.private_members"_s;
    QTest::newRow("oct") << setJson({m_a, oct}) << u"keyset.secret_published"_s;
}

void tst_KeySet::judgesTheSet()
{
    QFETCH(const QByteArray, json);
    const auto set = KeySet::fromJson(json, KeyOrigin::Issuer);
    QVERIFY(set);
    QTEST(ids(set->findings()).join(u' '), "findings");
}

void tst_KeySet::namesTheKeysOfAFinding()
{
    const auto set = setOf(setJson({m_a, m_plain, m_a, m_b, m_b}));
    const base::Finding &repeated = set.findings().at(0);
    QCOMPARE(repeated.facts.value(u"keys"_s).toStringList(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(repeated.outcome, base::Outcome::Warn);
    QCOMPARE(set.findings().at(1).found, u"key 2 of 5"_s);
}

void tst_KeySet::secretsArePublishedOnlyOverTheNetwork()
{
    for (const KeyOrigin origin : {KeyOrigin::File, KeyOrigin::Secret, KeyOrigin::Token})
        QVERIFY(setOf(setJson({oct}), origin).findings().isEmpty());
    for (const KeyOrigin origin : {KeyOrigin::Issuer, KeyOrigin::Url})
        QCOMPARE(setOf(setJson({oct}), origin).findings().size(), 1);
}

void tst_KeySet::readsWhateverAPersonHandsOver_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("error");
    const QByteArray der = dataFile(u"openssl/rsa.spki.der"_s);
    QTest::newRow("JWK Set") << "\n " + setJson({m_a}) << QString();
    QTest::newRow("JWK") << m_a << QString();
    QTest::newRow("PEM") << dataFile(u"openssl/rsa.cert.pem"_s) << QString();
    QTest::newRow("DER key") << der << QString();
    QTest::newRow("DER certificate") << dataFile(u"openssl/rsa.cert.der"_s) << QString();
    QTest::newRow("naked base64") << der.toBase64() << QString();
    QTest::newRow("naked base64 in lines") << der.toBase64().insert(64, "\r\n") + '\n' << QString();
    // As Google publishes them beside its key set, with the line breaks of JSON.
    QTest::newRow("JSON with a certificate in it")
        << "{\"kid-1\": \"" + dataFile(u"openssl/rsa.cert.pem"_s).replace("\n", "\\n") + "\"}"
        << QString();
    QTest::newRow("JSON with nothing in it") << "{\"kid-1\": 1}"_ba << u"keyset.shape"_s;
    QTest::newRow("nothing") << ""_ba << u"keyset.no_content"_s;
    QTest::newRow("blanks") << " \r\n\t"_ba << u"keyset.no_content"_s;
    QTest::newRow("key of ssh") << "ssh-rsa AAAAB3NzaC1yc2E= me@host"_ba << u"key.ssh"_s;
    QTest::newRow("EC key of ssh") << "ecdsa-sha2-nistp256 AAAAE2Vj me"_ba << u"key.ssh"_s;
    QTest::newRow("key of ssh in hardware")
        << "sk-ssh-ed25519@openssh.com AAAAGnNr me"_ba << u"key.ssh"_s;
    QTest::newRow("key of an API") << "sk-proj-1234567890"_ba << u"keyset.unrecognized"_s;
    QTest::newRow("key of ssh, RFC 4716")
        << "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA"_ba << u"key.ssh"_s;
    QTest::newRow("UTF-16, little end first") << "\xff\xfe{\0"_ba << u"keyset.utf16"_s;
    QTest::newRow("UTF-16, big end first") << "\xfe\xff\0{"_ba << u"keyset.utf16"_s;
    QTest::newRow("a word") << "secret"_ba << u"keyset.unrecognized"_s;
    QTest::newRow("a token") << dataFile(u"rfc7520/4.1.jws"_s) << u"keyset.is_token"_s;
    QTest::newRow("torn DER") << der.chopped(1) << u"keyset.unrecognized"_s;
    QTest::newRow("DER of something else") << "\x30\x02\x05\x00"_ba << u"key.der"_s;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + m_a << u"json.bom"_s;
    QTest::newRow("broken JSON") << R"({"keys":[)"_ba << u"json.syntax"_s;
}

void tst_KeySet::readsWhateverAPersonHandsOver()
{
    QFETCH(const QByteArray, content);
    const auto set = KeySet::fromFile(content, KeyOrigin::File);
    QTEST(set ? QString() : QString(set.error().id), "error");
    if (set) {
        QCOMPARE(set->size(), 1);
        QVERIFY(!set->entries().first().problem);
    }
}

void tst_KeySet::readsEveryBlockOfAPem()
{
    const QByteArray pem = dataFile(u"openssl/p256.sec1.pem"_s) + '\n'
        + dataFile(u"openssl/rsa.encrypted8.pem"_s) + "\nnoise\n"
        + dataFile(u"openssl/ed25519.spki.pem"_s);
    const auto set = KeySet::fromFile(pem, KeyOrigin::File).value();
    QCOMPARE(set.size(), 3); // EC PARAMETERS are no key
    QCOMPARE(set.entries().at(0).key.curve(), u"P-256"_s);
    QCOMPARE(set.entries().at(1).problem->id, "key.encrypted"_L1);
    QCOMPARE(set.entries().at(2).key.curve(), u"Ed25519"_s);
}

void tst_KeySet::keepsItsSourceUnlessItIsConfidential()
{
    const QByteArray json = setJson({m_a});
    QCOMPARE(setOf(json).source(), json);
    QVERIFY(setOf(setJson({m_a, oct})).source().isEmpty());
    QVERIFY(setOf(dataFile(u"rfc8037/key.json"_s)).source().isEmpty());
    const QByteArray pem = dataFile(u"openssl/rsa.pkcs8.pem"_s);
    QVERIFY(KeySet::fromFile(pem, KeyOrigin::File).value().source().isEmpty());
}

void tst_KeySet::wrapsOneKey()
{
    const auto key = keyFromJwk(m_a).value();
    const KeySet set = KeySet::of(key, KeyOrigin::Token);
    QCOMPARE(set.size(), 1);
    QCOMPARE(set.origin(), KeyOrigin::Token);
    QCOMPARE(set.entries().first().kid, std::optional(u"a"_s));
    QVERIFY(KeySet().isEmpty());
}

QTEST_GUILESS_MAIN(tst_KeySet)
#include "tst_keyset.moc"
