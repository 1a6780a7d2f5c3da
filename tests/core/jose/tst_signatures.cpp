// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/verifier.h"

#include "tests/core/jose/joseblocks.h"

#include <array>
#include <thread>

//! The computation itself, against what the openssl command signed and against forgeries.
using namespace Qt::Literals::StringLiterals;
using namespace josetest;
using jose::KeyOrigin;
using jose::KeySet;
using jose::Match;
using jose::SignatureStatus;

namespace {

QByteArray file(const QString &name)
{
    return dataFile(u"openssl/"_s + name);
}

KeySet pemSet(const QString &name)
{
    return KeySet::fromFile(file(name + u".spki.pem"_s), KeyOrigin::File).value();
}

const QByteArray hmacSecret = QByteArray("0123456789abcdef").repeated(4);

KeySet setFor(const QString &key)
{
    return key == "secret"_L1 ? secretSet(hmacSecret) : pemSet(key);
}

//! The same header and payload with other octets for a signature.
jose::SignatureBlock withSignature(const QByteArray &compact, const QByteArray &octets)
{
    return blockOf(compact.left(compact.lastIndexOf('.') + 1) + jose::base64url::encode(octets));
}

QByteArray signatureOf(const QByteArray &compact)
{
    return blockOf(compact).signature.bytes;
}

// The orders of the groups, SEC 2 and FIPS 186.
const QByteArray orderP256
    = QByteArray::fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

} // namespace

class tst_Signatures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithOpenSsl_data();
    void agreesWithOpenSsl();
    void everyFlippedBitIsSeen_data() { agreesWithOpenSsl_data(); }
    void everyFlippedBitIsSeen();
    void everyOtherLengthIsSeen_data() { agreesWithOpenSsl_data(); }
    void everyOtherLengthIsSeen();
    void saltMustBeAsLongAsTheHash_data();
    void saltMustBeAsLongAsTheHash();
    void pssIsNeverCheckedAsPkcs1();
    void digestIsPartOfTheAlgorithm();
    void refusesDegenerateEcdsa_data();
    void refusesDegenerateEcdsa();
    void acceptsNumbersWithLeadingZeros();
    void recognizesDer();
    void refusesDegenerateRsa_data();
    void refusesDegenerateRsa();
    void smallExponentKeysVerify();
    void oneKeyServesManyThreads();
    void aKeyMayDieBetweenUses();
};

void tst_Signatures::agreesWithOpenSsl_data()
{
    QTest::addColumn<QString>("key");
    for (const char *bits : {"256", "384", "512"}) {
        QTest::addRow("RS%s", bits) << u"rsa"_s;
        QTest::addRow("PS%s", bits) << u"rsa"_s;
        QTest::addRow("HS%s", bits) << u"secret"_s;
    }
    QTest::newRow("ES256") << u"p256"_s;
    QTest::newRow("ES384") << u"p384"_s;
    QTest::newRow("ES512") << u"p521"_s;
    QTest::newRow("ES256K") << u"secp256k1"_s;
    QTest::newRow("EdDSA-25519") << u"ed25519"_s;
    QTest::newRow("EdDSA-448") << u"ed448"_s;
    QTest::newRow("Ed25519") << u"ed25519"_s;
    QTest::newRow("Ed448") << u"ed448"_s;
    QTest::newRow("PS256-pssonly") << u"rsapss"_s;
}

void tst_Signatures::agreesWithOpenSsl()
{
    QFETCH(const QString, key);
    const QByteArray token = file(QString::fromLatin1(QTest::currentDataTag()) + u".jws"_s);
    const auto result = jose::verify(blockOf(token), {setFor(key)});
    QCOMPARE(result.status, SignatureStatus::Valid);
    QCOMPARE(result.reason, QLatin1StringView());
    QCOMPARE(result.verifiedBy, 0);
    QCOMPARE(result.verifiedAttempt()->match, Match::Verified);
}

void tst_Signatures::everyFlippedBitIsSeen()
{
    QFETCH(const QString, key);
    const QByteArray token = file(QString::fromLatin1(QTest::currentDataTag()) + u".jws"_s);
    const QList<KeySet> sets{setFor(key)};
    const QByteArray signature = signatureOf(token);
    // Every bit of the ends, and one of each octet between: the slow curves take their time.
    for (qsizetype bit = 0; bit < signature.size() * 8; bit += bit < 16 ? 1 : 9) {
        QByteArray forged = signature;
        forged[bit / 8] = static_cast<char>(forged[bit / 8] ^ (1 << (bit % 8)));
        const auto result = jose::verify(withSignature(token, forged), sets);
        QCOMPARE(result.status, SignatureStatus::Invalid);
        QCOMPARE(result.reason, "signature.mismatch"_L1);
    }
    jose::SignatureBlock changed = blockOf(token);
    for (const qsizetype at :
         {qsizetype(0), changed.signingInput.size() / 2, changed.signingInput.size() - 1}) {
        jose::SignatureBlock other = changed;
        other.signingInput[at] = static_cast<char>(other.signingInput[at] ^ 1);
        QCOMPARE(jose::verify(other, sets).status, SignatureStatus::Invalid);
    }
    QCOMPARE(jose::verify(changed, sets).status, SignatureStatus::Valid);
}

void tst_Signatures::everyOtherLengthIsSeen()
{
    QFETCH(const QString, key);
    const QByteArray token = file(QString::fromLatin1(QTest::currentDataTag()) + u".jws"_s);
    const QList<KeySet> sets{setFor(key)};
    const QByteArray signature = signatureOf(token);
    for (const QByteArray &other :
         {signature.chopped(1), signature.first(1), signature + '\0', '\0' + signature,
          signature + signature, signature.sliced(1), QByteArray(2000, '\x01')}) {
        const auto result = jose::verify(withSignature(token, other), sets);
        QCOMPARE(result.status, SignatureStatus::Invalid);
        QCOMPARE(result.reason, "signature.length"_L1);
        QCOMPARE(result.detail, QString());
        const jose::Attempt &attempt = result.attempts.first();
        QCOMPARE(attempt.match, Match::SignatureLength);
        QCOMPARE(attempt.expected, QString::number(signature.size()));
        QCOMPARE(attempt.found, QString::number(other.size()));
    }
}

void tst_Signatures::saltMustBeAsLongAsTheHash_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"PS256-salt-0", "PS256-salt-20", "PS256-salt-33", "PS256-salt-max", "PS256-mgf1-sha1"})
        QTest::newRow(name) << QString::fromLatin1(name) + u".jws"_s;
}

// RFC 7518 section 3.5: the salt has the size of the hash output, MGF1 uses the same hash.
void tst_Signatures::saltMustBeAsLongAsTheHash()
{
    QFETCH(const QString, name);
    const auto result = jose::verify(blockOf(file(name)), {pemSet(u"rsa"_s)});
    QCOMPARE(result.status, SignatureStatus::Invalid);
    QCOMPARE(result.reason, "signature.mismatch"_L1);
}

// OpenSSL 3.0 puts a context that is initialised again back to PKCS#1 v1.5, so this goes to and fro
// on one and the same key, whose contexts are kept.
void tst_Signatures::pssIsNeverCheckedAsPkcs1()
{
    const QList<KeySet> sets{pemSet(u"rsa"_s)};
    const QByteArray rs = file(u"RS256.jws"_s);
    const QByteArray ps = file(u"PS256.jws"_s);
    // A signature of the other padding over this very input.
    const auto key = jose::SigningKey::fromPem("RS256", file(u"rsa.pkcs8.pem"_s)).value();
    const QByteArray pkcs1OverPs = key.sign(blockOf(ps).signingInput).value();
    const auto pssKey = jose::SigningKey::fromPem("PS256", file(u"rsa.pkcs8.pem"_s)).value();
    const QByteArray pssOverRs = pssKey.sign(blockOf(rs).signingInput).value();
    for (int round = 0; round < 4; ++round) {
        QCOMPARE(jose::verify(blockOf(ps), sets).status, SignatureStatus::Valid);
        QCOMPARE(jose::verify(withSignature(ps, pkcs1OverPs), sets).status,
                 SignatureStatus::Invalid);
        QCOMPARE(jose::verify(blockOf(rs), sets).status, SignatureStatus::Valid);
        QCOMPARE(jose::verify(withSignature(rs, pssOverRs), sets).status, SignatureStatus::Invalid);
    }
}

void tst_Signatures::digestIsPartOfTheAlgorithm()
{
    const QList<KeySet> sets{pemSet(u"rsa"_s)};
    for (const char *family : {"RS", "PS"}) {
        const auto key
            = jose::SigningKey::fromPem(family + "512"_ba, file(u"rsa.pkcs8.pem"_s)).value();
        const QByteArray input
            = jose::base64url::encode(R"({"alg":")" + QByteArray(family) + R"(256"})") + ".e30";
        const QByteArray token = input + '.' + jose::base64url::encode(key.sign(input).value());
        QCOMPARE(jose::verify(blockOf(token), sets).reason, "signature.mismatch"_L1);
    }
}

void tst_Signatures::refusesDegenerateEcdsa_data()
{
    QTest::addColumn<QByteArray>("signature");
    const QByteArray zero(32, '\0');
    const QByteArray one = QByteArray(31, '\0') + '\x01';
    const QByteArray good = signatureOf(file(u"ES256.jws"_s));
    const QByteArray r = good.first(32);
    const QByteArray s = good.sliced(32);
    QTest::newRow("r = s = 0, CVE-2022-21449") << zero + zero;
    QTest::newRow("r = 0") << zero + s;
    QTest::newRow("s = 0") << r + zero;
    QTest::newRow("r = s = 1") << one + one;
    QTest::newRow("r = n") << orderP256 + s;
    QTest::newRow("s = n") << r + orderP256;
    QTest::newRow("r = s = n") << orderP256 + orderP256;
    QTest::newRow("all ones") << QByteArray(64, '\xff');
    QTest::newRow("s and r exchanged") << s + r;
}

void tst_Signatures::refusesDegenerateEcdsa()
{
    QFETCH(const QByteArray, signature);
    const auto result
        = jose::verify(withSignature(file(u"ES256.jws"_s), signature), {pemSet(u"p256"_s)});
    QCOMPARE(result.status, SignatureStatus::Invalid);
    QCOMPARE(result.reason, "signature.mismatch"_L1);
    QCOMPARE(result.attempts.first().match, Match::WrongSignature);
}

// Small numbers take a shorter DER form on the way to OpenSSL. One signature in 128 has one.
void tst_Signatures::acceptsNumbersWithLeadingZeros()
{
    const auto key = jose::SigningKey::generate("ES256").value();
    const QList<KeySet> sets{setOf(jwkOf(key))};
    bool leadingZero = false;
    for (int i = 0; i < 2000 && !leadingZero; ++i) {
        const QByteArray token = key.compact(R"({"alg":"ES256"})", QByteArray::number(i)).value();
        const QByteArray signature = signatureOf(token);
        leadingZero = signature[0] == 0 || signature[32] == 0;
        QCOMPARE(signature.size(), 64);
        if (i < 20 || leadingZero)
            QCOMPARE(jose::verify(blockOf(token), sets).status, SignatureStatus::Valid);
    }
    QVERIFY(leadingZero);
}

void tst_Signatures::recognizesDer()
{
    const auto result = jose::verify(blockOf(file(u"ES256-der.jws"_s)), {pemSet(u"p256"_s)});
    QCOMPARE(result.status, SignatureStatus::Invalid);
    QCOMPARE(result.reason, "signature.length"_L1);
    QCOMPARE(result.detail, u"der"_s);
}

void tst_Signatures::refusesDegenerateRsa_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("zero") << QByteArray(256, '\0');
    QTest::newRow("one") << QByteArray(255, '\0') + '\x01';
    QTest::newRow("greater than the modulus") << QByteArray(256, '\xff');
}

void tst_Signatures::refusesDegenerateRsa()
{
    QFETCH(const QByteArray, signature);
    for (const char *name : {"RS256.jws", "PS256.jws"}) {
        const auto result = jose::verify(withSignature(file(QString::fromLatin1(name)), signature),
                                         {pemSet(u"rsa"_s)});
        QCOMPARE(result.reason, "signature.mismatch"_L1);
    }
}

void tst_Signatures::smallExponentKeysVerify()
{
    const auto result = jose::verify(blockOf(file(u"RS256-e3.jws"_s)), {pemSet(u"rsa_e3"_s)});
    QCOMPARE(result.status, SignatureStatus::Valid);
}

void tst_Signatures::oneKeyServesManyThreads()
{
    const QList<KeySet> sets{pemSet(u"rsa"_s), pemSet(u"p256"_s), secretSet(hmacSecret)};
    const QByteArrayList tokens{file(u"RS256.jws"_s), file(u"PS512.jws"_s), file(u"ES256.jws"_s),
                                file(u"HS384.jws"_s)};
    std::array<int, 4> wrong{};
    {
        std::vector<std::jthread> threads;
        for (int &count : wrong) {
            threads.emplace_back([&] {
                for (int i = 0; i < 200; ++i) {
                    const QByteArray &token = tokens.at(i % tokens.size());
                    QByteArray forged = signatureOf(token);
                    forged[5] = static_cast<char>(forged[5] ^ 1);
                    count += jose::verify(blockOf(token), sets).status != SignatureStatus::Valid;
                    count += jose::verify(withSignature(token, forged), sets).status
                        != SignatureStatus::Invalid;
                }
            });
        }
    }
    for (const int count : wrong)
        QCOMPARE(count, 0);
}

// A context must never outlive its key and be taken for that of the next one at the same address.
void tst_Signatures::aKeyMayDieBetweenUses()
{
    const auto one = jose::SigningKey::generate("ES256").value();
    const auto two = jose::SigningKey::generate("ES256").value();
    const QByteArray token = one.compact(R"({"alg":"ES256"})", "{}").value();
    for (int i = 0; i < 50; ++i) {
        const bool right = i % 2 == 0;
        const QList<KeySet> sets{setOf(jwkOf(right ? one : two))};
        QCOMPARE(jose::verify(blockOf(token), sets).status,
                 right ? SignatureStatus::Valid : SignatureStatus::Invalid);
    }
}

QTEST_GUILESS_MAIN(tst_Signatures)
#include "tst_signatures.moc"
