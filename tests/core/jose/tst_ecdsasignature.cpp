// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/ecdsasignature.h"

#include <QTest>

using namespace jose::ecdsa;

namespace {

QByteArray derOf(const QByteArray &raw)
{
    const Der der = toDer(raw);
    return {reinterpret_cast<const char *>(der.bytes.data()), qsizetype(der.size)};
}

} // namespace

//! The two forms of an ECDSA signature: RFC 7518 section 3.4 and X.690 section 8.3.
class TestEcdsaSignature final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesDer_data();
    void writesDer();
    void readsWhatItWrote_data();
    void readsWhatItWrote();
    void refusesToRead_data();
    void refusesToRead();
};

void TestEcdsaSignature::writesDer_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("der");
    const auto row = [](const char *tag, const QByteArray &raw, const QByteArray &der) {
        QTest::newRow(tag) << QByteArray::fromHex(raw) << QByteArray::fromHex(der);
    };
    row("small numbers", "0102", "3006 020101 020102");
    row("leading zeros go", "0001 0002", "3006 020101 020102");
    row("a zero stays one octet", "0000 0001", "3006 020100 020101");
    row("the sign bit needs a zero", "80ff", "3008 02020080 020200ff");
    row("zeros before a sign bit", "0080 007f", "3007 02020080 02017f");
}

void TestEcdsaSignature::writesDer()
{
    QFETCH(const QByteArray, raw);
    QTEST(derOf(raw), "der");
}

void TestEcdsaSignature::readsWhatItWrote_data()
{
    QTest::addColumn<QByteArray>("raw");
    for (const int octets : {32, 48, 66}) {
        const auto row = [octets](const char *tag, char first, char last) {
            QTest::addRow("%s, %d octets", tag, octets)
                << QByteArray(octets, first) + QByteArray(octets, last);
        };
        row("all bits", '\xff', '\xff'); // for P-521 longer than one length octet can say
        row("no bits", '\0', '\0');
        row("r is short", '\0', '\x7f');
        row("s is short", '\x01', '\0');
    }
}

void TestEcdsaSignature::readsWhatItWrote()
{
    QFETCH(const QByteArray, raw);
    const QByteArray der = derOf(raw);
    QVERIFY(isDer(der));
    QCOMPARE(toRaw(der, int(raw.size() / 2)), raw);
}

void TestEcdsaSignature::refusesToRead_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::addColumn<bool>("isDer");
    const auto row = [](const char *tag, const QByteArray &der, bool isDer) {
        QTest::newRow(tag) << QByteArray::fromHex(der) << isDer;
    };
    row("nothing", "", false);
    row("cut off", "3006 020101 0201", false);
    row("something behind", "3006 020101 020102 00", false);
    row("three numbers", "3009 020101 020102 020103", false);
    row("no sequence", "020101", false);
    row("texts", "3006 040101 040102", false);
    row("a number too large for one octet", "3007 02020100 020101", true);
    row("a negative number", "3006 0201ff 020101", false);
}

void TestEcdsaSignature::refusesToRead()
{
    QFETCH(const QByteArray, der);
    QTEST(jose::ecdsa::isDer(der), "isDer");
    QVERIFY(toRaw(der, 1).isEmpty());
}

QTEST_GUILESS_MAIN(TestEcdsaSignature)
#include "tst_ecdsasignature.moc"
