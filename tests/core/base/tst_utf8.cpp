// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/utf8.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using base::utf8::Step;

namespace {

Step step(const QByteArray &bytes)
{
    return base::utf8::step(bytes.constBegin(), bytes.constEnd());
}

} // namespace

//! One step over UTF-8 (Unicode 15, table 3-7 and section 3.9, "maximal subpart").
class TestUtf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsEveryScalarValue();
    void refusesEverySurrogate();
    void measuresIllFormedPieces_data();
    void measuresIllFormedPieces();
    void asksForMoreOnlyOfGoodBeginnings();
};

void TestUtf8::acceptsEveryScalarValue()
{
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (QChar::isSurrogate(c))
            continue;
        const QByteArray bytes = QStringView(QChar::fromUcs4(c)).toUtf8();
        const Step whole = step(bytes);
        if (!whole.wellFormed || whole.cut || whole.length != bytes.size())
            QFAIL(qPrintable(QString::number(uint(c), 16)));
    }
}

void TestUtf8::refusesEverySurrogate()
{
    for (unsigned c = 0xD800; c <= 0xDFFF; ++c) {
        const char sent[] = {char(0xED), char(0x80 | ((c >> 6) & 0x3F)), char(0x80 | (c & 0x3F))};
        const QByteArray bytes(sent, sizeof sent);
        QVERIFY(!step(bytes).wellFormed);
        QCOMPARE(step(bytes).length, 1);
    }
}

void TestUtf8::measuresIllFormedPieces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("length");
    QTest::newRow("stray continuation") << "\x80\x80"_ba << 1;
    QTest::newRow("overlong C0") << "\xC0\x80"_ba << 1;
    QTest::newRow("overlong C1") << "\xC1\xBF"_ba << 1;
    QTest::newRow("lead without continuation") << "\xC3("_ba << 1;
    QTest::newRow("overlong E0") << "\xE0\x9F\xBF"_ba << 1;
    QTest::newRow("two good of three") << "\xE9\x99("_ba << 2;
    QTest::newRow("overlong F0") << "\xF0\x8F\xBF\xBF"_ba << 1;
    QTest::newRow("two good of four") << "\xF0\x9F("_ba << 2;
    QTest::newRow("three good of four") << "\xF0\x9F\x98("_ba << 3;
    QTest::newRow("above the last") << "\xF4\x90\x80\x80"_ba << 1;
    QTest::newRow("F5") << "\xF5\x80\x80\x80"_ba << 1;
    QTest::newRow("FF") << "\xFF"_ba << 1;
}

void TestUtf8::measuresIllFormedPieces()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, length);
    const Step found = step(bytes);
    QVERIFY(!found.wellFormed);
    QVERIFY(!found.cut);
    QCOMPARE(found.length, length);
}

void TestUtf8::asksForMoreOnlyOfGoodBeginnings()
{
    for (const QByteArray &bytes : {"\xC3"_ba, "\xE9"_ba, "\xE9\x99"_ba, "\xF0\x9F\x98"_ba}) {
        QVERIFY(step(bytes).cut);
        QCOMPARE(step(bytes).length, bytes.size());
        QVERIFY(!step(bytes).wellFormed);
    }
    QVERIFY(!step("\xE0\x80").cut);
    QVERIFY(!step("\xED\xA0").cut);
    QVERIFY(!step("\xFF").cut);
}

QTEST_GUILESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
