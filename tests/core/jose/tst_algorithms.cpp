// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/algorithms.h"

#include "tests/core/jose/joseblocks.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

class tst_Algorithms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheNamesOfTheRegistry();
    void findsExactlyAsWritten_data();
    void findsExactlyAsWritten();
    void lengthsAndStrengthsFollowTheStandards_data();
    void lengthsAndStrengthsFollowTheStandards();
    void everyRowCitesItsRule();
};

void tst_Algorithms::knowsTheNamesOfTheRegistry()
{
    QStringList names;
    for (const jose::Algorithm &row : jose::algorithms())
        names.append(row.name);
    names.sort();
    QCOMPARE(names.join(u' '),
             u"ES256 ES256K ES384 ES512 Ed25519 Ed448 EdDSA HS256 HS384 HS512 "
             "PS256 PS384 PS512 RS256 RS384 RS512 none"_s);
}

void tst_Algorithms::findsExactlyAsWritten_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("known");
    QTest::newRow("as registered") << "RS256"_ba << true;
    QTest::newRow("none") << "none"_ba << true;
    QTest::newRow("lower case, RFC 7515 4.1.1") << "rs256"_ba << false;
    QTest::newRow("None") << "None"_ba << false;
    QTest::newRow("trailing blank") << "RS256 "_ba << false;
    QTest::newRow("beginning of a name") << "RS25"_ba << false;
    QTest::newRow("trailing zero") << QByteArray("RS256\0", 6) << false;
    QTest::newRow("encryption") << "RSA-OAEP"_ba << false;
    QTest::newRow("empty") << ""_ba << false;
}

void tst_Algorithms::findsExactlyAsWritten()
{
    QFETCH(const QByteArray, name);
    QFETCH(const bool, known);
    const jose::Algorithm *row = jose::findAlgorithm(name);
    QCOMPARE(row != nullptr, known);
    if (known)
        QCOMPARE(QByteArray(row->name.data(), row->name.size()), name);
}

void tst_Algorithms::lengthsAndStrengthsFollowTheStandards_data()
{
    QTest::addColumn<int>("octets");
    QTest::addColumn<int>("bits");
    QTest::newRow("HS256") << 32 << 256; // RFC 7518 3.2
    QTest::newRow("HS384") << 48 << 384;
    QTest::newRow("HS512") << 64 << 512;
    QTest::newRow("RS256") << 0 << 2048; // RFC 7518 3.3
    QTest::newRow("PS512") << 0 << 2048; // RFC 7518 3.5
    QTest::newRow("ES256") << 64 << 0; // RFC 7518 3.4
    QTest::newRow("ES384") << 96 << 0;
    QTest::newRow("ES512") << 132 << 0; // 521 bits are 66 octets
    QTest::newRow("ES256K") << 64 << 0; // RFC 8812 3.2
    QTest::newRow("Ed25519") << 64 << 0; // RFC 8032 5.1.6
    QTest::newRow("Ed448") << 114 << 0; // RFC 8032 5.2.6
    QTest::newRow("EdDSA") << 0 << 0;
}

void tst_Algorithms::lengthsAndStrengthsFollowTheStandards()
{
    QFETCH(const int, octets);
    QFETCH(const int, bits);
    const jose::Algorithm *row = jose::findAlgorithm(QTest::currentDataTag());
    QVERIFY(row);
    QCOMPARE(row->signatureBytes, octets);
    QCOMPARE(row->minimumKeyBits, bits);
}

void tst_Algorithms::everyRowCitesItsRule()
{
    for (const jose::Algorithm &row : jose::algorithms())
        QVERIFY2(row.spec.startsWith("RFC "_L1), row.name.data());
}

QTEST_GUILESS_MAIN(tst_Algorithms)
#include "tst_algorithms.moc"
