// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/difference.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using report::differences;
using report::TextRange;

Q_DECLARE_METATYPE(report::TextRange)

class TestDifference final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatDiffers_data();
    void findsWhatDiffers();
    void neverCutsASurrogatePair();
    void marksTheDifferenceWithoutColour_data();
    void marksTheDifferenceWithoutColour();
    void makesInvisibleCharactersVisible();
    void saysWhetherMarkingHelps();
};

void TestDifference::findsWhatDiffers_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<TextRange>("inExpected");
    QTest::addColumn<TextRange>("inFound");
    const auto row = [](const char *name, const QString &expected, const QString &found,
                        TextRange inExpected, TextRange inFound) {
        QTest::newRow(name) << expected << found << inExpected << inFound;
    };
    row("equal", u"abc"_s, u"abc"_s, {3, 3}, {3, 3});
    row("both empty", {}, {}, {0, 0}, {0, 0});
    row("slash too many", u"https://a/"_s, u"https://a"_s, {9, 10}, {9, 9});
    row("slash missing", u"https://a"_s, u"https://a/"_s, {9, 9}, {9, 10});
    row("scheme", u"https://a"_s, u"http://a"_s, {4, 5}, {4, 4});
    row("host in the middle", u"https://one.example/x"_s, u"https://two.example/x"_s, {8, 11},
        {8, 11});
    row("repeated letters do not overlap", u"aaa"_s, u"aa"_s, {2, 3}, {2, 2});
    row("nothing in common", u"abc"_s, u"xyz"_s, {0, 3}, {0, 3});
    row("one empty", u"abc"_s, {}, {0, 3}, {0, 0});
    row("letter case", u"https://A"_s, u"https://a"_s, {8, 9}, {8, 9});
}

void TestDifference::findsWhatDiffers()
{
    QFETCH(const QString, expected);
    QFETCH(const QString, found);
    QFETCH(const TextRange, inExpected);
    QFETCH(const TextRange, inFound);
    const auto result = differences(expected, found);
    QVERIFY2(result.expected == inExpected,
             qPrintable(u"%1..%2"_s.arg(result.expected.start).arg(result.expected.end)));
    QVERIFY2(result.found == inFound,
             qPrintable(u"%1..%2"_s.arg(result.found.start).arg(result.found.end)));
    QCOMPARE(result.any(), expected != found);
}

void TestDifference::neverCutsASurrogatePair()
{
    // U+1F600 and U+1F601 share their high surrogate; U+1F600 and U+1FA00 share the low one.
    const auto sameHigh = differences(u"a😀b", u"a😁b");
    QVERIFY((sameHigh.expected == TextRange{1, 3}));
    QVERIFY((sameHigh.found == TextRange{1, 3}));
    const auto sameLow = differences(u"a\U0001F600b", u"a\U0001FA00b");
    QVERIFY((sameLow.expected == TextRange{1, 3}));
    QVERIFY((sameLow.found == TextRange{1, 3}));
}

void TestDifference::marksTheDifferenceWithoutColour_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("markedExpected");
    QTest::addColumn<QString>("markedFound");
    QTest::newRow("slash") << u"https://a.example/"_s << u"https://a.example"_s
                           << u"https://a.example‹/›"_s << u"https://a.example"_s;
    QTest::newRow("scheme") << u"https://a.example"_s << u"http://a.example"_s
                            << u"http‹s›://a.example"_s << u"http://a.example"_s;
    QTest::newRow("trailing blank") << u"api"_s << u"api "_s << u"api"_s << u"api‹\\u{20}›"_s;
}

void TestDifference::marksTheDifferenceWithoutColour()
{
    QFETCH(const QString, expected);
    QFETCH(const QString, found);
    const auto difference = differences(expected, found);
    QTEST(report::marked(expected, difference.expected).withMarks(), "markedExpected");
    QTEST(report::marked(found, difference.found).withMarks(), "markedFound");
}

void TestDifference::makesInvisibleCharactersVisible()
{
    const auto found = u"https://a.example\u200B"_s;
    const auto difference = differences(u"https://a.example", found);
    const auto marked = report::marked(found, difference.found);
    QCOMPARE(marked.differing, u"\\u{200B}"_s);
    QVERIFY(!marked.plain().contains(u'\u200B'));
}

void TestDifference::saysWhetherMarkingHelps()
{
    const auto helps = [](QStringView expected, QStringView found) {
        return report::isTelling(differences(expected, found), expected, found);
    };
    QVERIFY(helps(u"https://a.example/", u"https://a.example"));
    QVERIFY(!helps(u"https://a.example", u"https://a.example"));
    QVERIFY(!helps(u"https://a.example", u"1234567890abcdef"));
    QVERIFY(!helps(u"", u"x"));
}

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_textdifference.moc"
