// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/decimal.h"

#include <QtTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using base::Decimal;

//! JSON numbers without rounding.
class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsJsonNumbersOnly_data();
    void readsJsonNumbersOnly();
    void scalesExactly_data();
    void scalesExactly();
    void takesNoTimeForHugeExponents();
};

void TestDecimal::readsJsonNumbersOnly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNumber");
    for (const char *text :
         {"0", "-0", "10", "-1.5", "1e5", "1E+5", "0.0e-0", "1e99999999999999999999"})
        QTest::newRow(text) << QByteArray(text) << true;
    for (const char *text : {"", "-", "+1", "01", "1.", ".5", "1e", "1e+", " 1", "1 ", "0x1", "1,5",
                             "NaN", "--1", "1.2.3", "1e5.0", "١"})
        QTest::addRow("not \"%s\"", text) << QByteArray(text) << false;
}

void TestDecimal::readsJsonNumbersOnly()
{
    QFETCH(QByteArray, text);
    QTEST(Decimal::read(text).has_value(), "isNumber");
}

void TestDecimal::scalesExactly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("power");
    QTest::addColumn<quint64>("magnitude");
    QTest::addColumn<bool>("hasRest");
    QTest::addColumn<bool>("tooLarge");
    const auto row = [](const char *text, int power, quint64 magnitude, bool rest, bool large) {
        QTest::addRow("%s * 10^%d", text, power)
            << QByteArray(text) << power << magnitude << rest << large;
    };
    row("0", 3, 0, false, false);
    row("0e999999999999999999999", 3, 0, false, false);
    row("1766541600", 3, 1766541600000, false, false);
    row("1766541600.25", 3, 1766541600250, false, false);
    row("1766541600.0005", 3, 1766541600000, true, false);
    row("1766541600.0010", 3, 1766541600001, false, false);
    row("-12.5", 0, 12, true, false);
    row("0.001", 3, 1, false, false);
    row("0.0009", 3, 0, true, false);
    row("1000000e-6", 0, 1, false, false);
    row("0.00001e5", 0, 1, false, false);
    row("1e-400", 3, 0, true, false);
    row("1e-999999999999999999999999", 3, 0, true, false);
    row("1e400", 3, 0, false, true);
    row("1e999999999999999999999999", 3, 0, false, true);
    row("9999999999999999999", 0, 9999999999999999999ULL, false, false);
    row("10000000000000000000", 0, 0, false, true);
    row("1e18", 0, 1000000000000000000, false, false);
}

void TestDecimal::scalesExactly()
{
    QFETCH(QByteArray, text);
    QFETCH(int, power);
    const std::optional<Decimal> decimal = Decimal::read(text);
    QVERIFY(decimal.has_value());
    const Decimal::Scaled scaled = decimal->scaled(power);
    QTEST(scaled.magnitude, "magnitude");
    QTEST(scaled.hasRest, "hasRest");
    QTEST(scaled.tooLarge, "tooLarge");
}

// A loop as long as the exponent would never end; one as long as the text is fine.
void TestDecimal::takesNoTimeForHugeExponents()
{
    const QByteArray zeros(1'000'000, '0');
    const QByteArray text = "0." + zeros + "5e1000001";
    const std::optional<Decimal> decimal = Decimal::read(text);
    QVERIFY(decimal.has_value());
    QCOMPARE(decimal->toInteger(), 5);
    const QByteArray shrunk = "5" + zeros + "e-1000000";
    QCOMPARE(Decimal::read(shrunk).value().toInteger(), 5);
    QVERIFY(!Decimal::read("1e-9223372036854775808").value().toInteger());
    QVERIFY(!Decimal::read("1e9223372036854775807").value().toInteger());
}

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
