// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/json.h"

#include <QElapsedTimer>
#include <QtTest>

#include <array>

using namespace Qt::Literals::StringLiterals;
using base::json::Document;
using base::json::Value;

namespace {

QList<qsizetype> rows(const QList<Value> &values)
{
    QList<qsizetype> rows;
    for (const Value &value : values)
        rows.append(value.row());
    return rows;
}

} // namespace

//! Member names: found, counted, and every duplicate kept (RFC 8259 section 4).
class TestJsonNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheLastMemberOfAName();
    void comparesNamesByteByByte();
    void saysWhichOfManyNamesItHas();
    void keepsAndReportsEveryDuplicate();
    void seesDuplicatesThroughEscapes_data();
    void seesDuplicatesThroughEscapes();
    void tellsNamesApart_data();
    void tellsNamesApart();
    void looksAtEachObjectAlone();
    void findsDuplicatesInBrokenTexts();
    void findsDuplicatesAmongMany_data();
    void findsDuplicatesAmongMany();
    void manyNamesOfOneLengthCostNoMore();
};

void TestJsonNames::findsTheLastMemberOfAName()
{
    const Document document = Document::read(R"({"a":1,"b":2,"a":3,"c":{"a":4}})");
    QCOMPARE(document.root().member("a").toInteger(), 3);
    QCOMPARE(document.root().member("b").toInteger(), 2);
    QVERIFY(!document.root().member("d"));
    QCOMPARE(document.root().count("a"), 2);
    QCOMPARE(document.root().count("b"), 1);
    QCOMPARE(document.root().count("d"), 0);
    QVERIFY(!document.root().member("b").member("a"));
    const Document array = Document::read(R"(["a"])");
    QVERIFY(!array.root().member("a"));
    QVERIFY(!array.root().member(""));
}

void TestJsonNames::comparesNamesByteByByte()
{
    const Document document = Document::read(R"({"exp":1,"Exp":2,"exp ":3,"e\u0078p\u0000":4})");
    QCOMPARE(document.root().member("exp").toInteger(), 1);
    QVERIFY(document.root().at(3).hasName(QByteArrayView("exp\0", 4)));
    QCOMPARE(document.root().at(3).name().size(), 4);
    QVERIFY(document.duplicates().isEmpty());
}

void TestJsonNames::saysWhichOfManyNamesItHas()
{
    constexpr std::array names{"iss"_L1, "aud"_L1, "auth_time"_L1, ""_L1};
    const Document document
        = Document::read(R"({"aud":1,"auth_tim\u0065":2,"iss ":3,"is":4,"":5,"is\u0000":[6]})");
    QList<qsizetype> found;
    for (const Value member : document.root())
        found.append(member.nameIn(names));
    QCOMPARE(found, (QList<qsizetype>{1, 2, -1, -1, 3, -1}));
    QCOMPARE(document.root().nameIn(names), -1); // no name, which is not an empty one
    QCOMPARE(document.root().at(5).at(0).nameIn(names), -1);
    QCOMPARE(Value().nameIn(names), -1);
}

void TestJsonNames::keepsAndReportsEveryDuplicate()
{
    const Document document = Document::read(R"({"a":1,"b":2,"a":3,"c":4,"a":5})");
    QVERIFY(document.isValid()); // a finding for the judge, no syntax error
    QCOMPARE(document.root().size(), 5);
    QCOMPARE(rows(document.duplicates()), (QList<qsizetype>{0, 2, 4}));
    QVERIFY(document.root().at(0).isDuplicate());
    QVERIFY(!document.root().at(1).isDuplicate());
    QCOMPARE(document.root().at(2).text(), QByteArrayView("3"));
}

void TestJsonNames::seesDuplicatesThroughEscapes_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("escaped second") << "aud"_ba
                                    << R"(\u0061ud)"_ba;
    QTest::newRow("escaped first") << R"(\u0061ud)"_ba
                                   << "aud"_ba;
    QTest::newRow("both, otherwise") << R"(\u0061ud)"_ba
                                     << R"(a\u0075d)"_ba;
    QTest::newRow("case of the digits") << R"(\u00E9)"_ba
                                        << R"(\u00e9)"_ba;
    QTest::newRow("two bytes") << "é"_ba
                               << R"(\u00e9)"_ba;
    QTest::newRow("surrogate pair") << "😀"_ba
                                    << R"(\uD83D\uDE00)"_ba;
    QTest::newRow("slash") << "a/b"_ba
                           << R"(a\/b)"_ba;
    QTest::newRow("short and long escape") << R"(\n)"_ba
                                           << R"(\u000A)"_ba;
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    // Most readers make U+FFFD of it, so the names meet there.
    QTest::newRow("lone surrogate") << R"(\uD800)"_ba
                                    << R"(\uFFFD)"_ba;
}

void TestJsonNames::seesDuplicatesThroughEscapes()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    const Document document = Document::read("{\"" + first + "\":1,\"x\":2,\"" + second + "\":3}");
    QVERIFY(document.isValid());
    QCOMPARE(rows(document.duplicates()), (QList<qsizetype>{0, 2}));
    QCOMPARE(document.root().member(document.root().at(0).name().toUtf8()).toInteger(), 3);
}

void TestJsonNames::tellsNamesApart_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("case") << "aud"_ba
                          << "AUD"_ba;
    QTest::newRow("prefix") << "aud"_ba
                            << "audi"_ba;
    QTest::newRow("same length") << "aud"_ba
                                 << "aue"_ba;
    QTest::newRow("same length and end") << "https://a.example/claims/roles"_ba
                                         << "https://b.example/claims/roles"_ba;
    QTest::newRow("normal forms") << R"(\u00e9)"_ba
                                  << R"(e\u0301)"_ba;
    QTest::newRow("escaped backslash") << R"(\\u0061)"_ba
                                       << "a"_ba;
    QTest::newRow("NUL") << "a"_ba
                         << R"(a\u0000)"_ba;
    QTest::newRow("malformed bytes") << "\xFF"_ba
                                     << "\xFE"_ba;
}

void TestJsonNames::tellsNamesApart()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    const Document document = Document::read("{\"" + first + "\":1,\"" + second + "\":3}");
    QCOMPARE(document.root().size(), 2);
    QVERIFY(document.duplicates().isEmpty());
}

void TestJsonNames::looksAtEachObjectAlone()
{
    const Document document = Document::read(R"({"a":{"a":1},"b":[{"a":1},{"a":2,"a":3}]})");
    QCOMPARE(document.duplicates().size(), 2);
    QCOMPARE(document.duplicates().first().pointer(), u"/b/1/a"_s);
}

void TestJsonNames::findsDuplicatesInBrokenTexts()
{
    const Document document = Document::read(R"({"a":1,"a":[{"b":1,"b":2,)");
    QVERIFY(!document.isValid());
    QCOMPARE(document.duplicates().size(), 4);
}

void TestJsonNames::findsDuplicatesAmongMany_data()
{
    QTest::addColumn<int>("members");
    // Around the number from which names are hashed instead of compared.
    for (const int members : {2, 15, 16, 17, 18, 64, 1000})
        QTest::addRow("%d", members) << members;
}

void TestJsonNames::findsDuplicatesAmongMany()
{
    QFETCH(int, members);
    QByteArray text = "{";
    for (int i = 0; i < members - 1; ++i)
        text += "\"" + QByteArray::number(i) + "\":0,";
    const Document clean = Document::read(text + "\"x\":1}");
    QVERIFY(clean.isValid());
    QVERIFY(clean.duplicates().isEmpty());
    const Document doubled = Document::read(text + "\"\\u0030\":1}");
    QVERIFY(doubled.isValid());
    QCOMPARE(rows(doubled.duplicates()), (QList<qsizetype>{0, members - 1}));
}

// Comparing each with each would take some 10^10 comparisons here, minutes instead of milliseconds.
void TestJsonNames::manyNamesOfOneLengthCostNoMore()
{
    constexpr int members = 100'000;
    QByteArray text = "{";
    for (int i = 0; i < members; ++i)
        text += "\"" + QByteArray(64, 'x') + QByteArray::number(1'000'000 + i) + "\":0,";
    QElapsedTimer timer;
    timer.start();
    const Document document = Document::read(text + "\"y\":0}");
    QVERIFY(document.isValid());
    QVERIFY(document.duplicates().isEmpty());
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestJsonNames)
#include "tst_jsonnames.moc"
