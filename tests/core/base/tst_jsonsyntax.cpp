// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/json.h"

#include "tests/core/base/jsonsamples.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using base::json::Document;
using base::json::Place;

namespace {

void addRows(const QList<samples::Json> &rows)
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<qint64>("offset");
    for (const samples::Json &row : rows)
        QTest::newRow(row.name) << row.text << QString::fromLatin1(row.problem) << row.offset;
}

void checkFirstProblem()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    QFETCH(qint64, offset);
    const Document document = Document::read(text);
    QVERIFY(!document.isValid());
    QVERIFY(!document.problems().isEmpty());
    QCOMPARE(QString(document.problems().first().id), problem);
    QCOMPARE(document.problems().first().offset, offset);
}

} // namespace

//! What RFC 8259 allows and refuses, and where.
class TestJsonSyntax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsStrictJson_data() { addRows(samples::goodJson()); }
    void acceptsStrictJson();
    void namesTheByteThatBreaksTheStructure_data() { addRows(samples::badStructure()); }
    void namesTheByteThatBreaksTheStructure() { checkFirstProblem(); }
    void namesTheByteThatBreaksAScalar_data() { addRows(samples::badScalars()); }
    void namesTheByteThatBreaksAScalar() { checkFirstProblem(); }
    void readsOnAfterBadEncoding_data() { addRows(samples::badEncoding()); }
    void readsOnAfterBadEncoding() { checkFirstProblem(); }
    void keepsWhatStoodBehindBadEncoding();
    void namesBadEncodingOnceAString();
    void endsTheListOfBadEncodings();
    void saysWhatWasExpectedAndFound_data();
    void saysWhatWasExpectedAndFound();
    void stopsAtTheFirstSyntaxError();
    void hasALimitOnDepth();
    void hasALimitOnBytes();
    void countsLinesAndCharacters_data();
    void countsLinesAndCharacters();
};

void TestJsonSyntax::acceptsStrictJson()
{
    QFETCH(QByteArray, text);
    const Document document = Document::read(text);
    QCOMPARE(document.problems(), QList<base::Error>());
    QVERIFY(document.isValid());
    QVERIFY(document.root().isPresent());
    QCOMPARE(document.root().text(), QByteArrayView(text.trimmed()));
}

void TestJsonSyntax::keepsWhatStoodBehindBadEncoding()
{
    const Document document = Document::read("\xEF\xBB\xBF[\"caf\xE9\",\"caf\xC3\xA9\",7]");
    QCOMPARE(document.problems().size(), 2);
    QCOMPARE(document.problems().first().id, "json.bom"_L1);
    QCOMPARE(document.problems().last().id, "json.utf8"_L1);
    QCOMPARE(document.problems().last().detail, u"byte 0xE9"_s);
    QCOMPARE(document.root().size(), 3);
    QCOMPARE(document.root().at(0).toString(), u"caf\uFFFD"_s);
    QCOMPARE(document.root().at(0).toUtf8(), "caf\xE9"_ba);
    QCOMPARE(document.root().at(1).toString(), u"café"_s);
    QCOMPARE(document.root().at(2).toInteger(), 7);
    QCOMPARE(document.root().span(), (base::Span{3, document.bytes().size()}));
}

void TestJsonSyntax::namesBadEncodingOnceAString()
{
    const Document document = Document::read("[\"\xFF\xFE\xFF\",\"good\",\"x\xFF\"]");
    QCOMPARE(document.problems().size(), 2);
    QCOMPARE(document.problems().at(0).offset, 2);
    QCOMPARE(document.problems().at(1).offset, 16);
}

void TestJsonSyntax::endsTheListOfBadEncodings()
{
    const QByteArray text = "[" + QByteArray("\"\xFF\",").repeated(10'000) + "0]";
    const Document document = Document::read(text);
    QCOMPARE(document.problems().size(), 64);
    QCOMPARE(document.root().size(), 10'001);
}

void TestJsonSyntax::saysWhatWasExpectedAndFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    QTest::newRow("letter") << "NaN"_ba << u"expected a value, found \"N\""_s;
    QTest::newRow("end") << "[1"_ba << u"expected \",\" or \"]\", found the end of the text"_s;
    QTest::newRow("single quote")
        << "{'a':1}"_ba << u"expected a name in double quotes or \"}\", found a single quote"_s;
    QTest::newRow("double quote") << R"({"a""b"})"_ba << u"expected \":\", found a double quote"_s;
    QTest::newRow("new line") << "\"a\nb\""_ba
                              << u"expected a control character to be escaped, found byte 0x0A"_s;
    QTest::newRow("member") << R"({"a":1])"_ba << u"expected \",\" or \"}\", found \"]\""_s;
    QTest::newRow("name") << R"({"a":1,})"_ba << u"expected a name in double quotes, found \"}\""_s;
    QTest::newRow("element") << "[:]"_ba << u"expected a value or \"]\", found \":\""_s;
    QTest::newRow("zero") << "01"_ba << u"expected no digit after a leading zero, found \"1\""_s;
    QTest::newRow("digit") << "1."_ba << u"expected a digit, found the end of the text"_s;
    QTest::newRow("word") << "nil"_ba << u"expected null, found \"i\""_s;
    QTest::newRow("cut word") << "tru"_ba << u"expected true, found the end of the text"_s;
    QTest::newRow("open string") << "\"a"_ba
                                 << u"expected a closing double quote, found the end of the text"_s;
    QTest::newRow("hexadecimal") << R"("\u00zz")"_ba
                                 << u"expected four hexadecimal digits after \\u, found \"z\""_s;
    QTest::newRow("escape")
        << R"("\q")"_ba
        << u"expected one of \" \\ / b f n r t u after the backslash, found \"q\""_s;
    QTest::newRow("trailing") << "{}x"_ba << u"x"_s;
    QTest::newRow("trailing byte") << "{}\xC2\xA0"_ba << u"byte 0xC2"_s;
}

void TestJsonSyntax::saysWhatWasExpectedAndFound()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);
    const Document document = Document::read(text);
    QCOMPARE(document.problems().size(), 1);
    QCOMPARE(document.problems().first().detail, detail);
}

void TestJsonSyntax::stopsAtTheFirstSyntaxError()
{
    const Document document = Document::read(R"({"a":[1,"x",tru],"b":2,])");
    QCOMPARE(document.problems().size(), 1);
    QCOMPARE(document.problems().first().offset, 15);
    const base::json::Value list = document.root().member("a");
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(1).toString(), u"x"_s);
    // What was left open ends where the reading ended.
    QCOMPARE(list.span(), (base::Span{5, 15}));
    QCOMPARE(document.root().span(), (base::Span{0, 15}));
    QVERIFY(!document.root().member("b").isPresent());
}

void TestJsonSyntax::hasALimitOnDepth()
{
    const base::json::Limits two{.depth = 2};
    QVERIFY(Document::read("[[1]]", two).isValid());
    const Document document = Document::read(R"([1,{"a":[]}])", two);
    QCOMPARE(document.problems().size(), 1);
    QCOMPARE(document.problems().first(), (base::Error{"json.depth"_L1, u"2"_s, 8}));
    QCOMPARE(document.root().size(), 2);
}

void TestJsonSyntax::hasALimitOnBytes()
{
    const base::json::Limits ten{.bytes = 10};
    QVERIFY(Document::read("[123,5678]", ten).isValid());
    const Document document = Document::read("[123,5678,9]", ten);
    QCOMPARE(document.problems().size(), 1);
    QCOMPARE(document.problems().first(), (base::Error{"json.size"_L1, u"10"_s, 10}));
    QVERIFY(!document.isValid());
    QCOMPARE(document.root().size(), 2);
    QCOMPARE(document.root().span().end, 10);
}

void TestJsonSyntax::countsLinesAndCharacters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<qint64>("column");
    QTest::newRow("start") << "[1]"_ba << 0LL << 1LL << 1LL;
    QTest::newRow("same line") << "[1]"_ba << 2LL << 1LL << 3LL;
    QTest::newRow("on the new line character") << "[\n1]"_ba << 1LL << 1LL << 2LL;
    QTest::newRow("second line") << "[\n1]"_ba << 2LL << 2LL << 1LL;
    QTest::newRow("carriage return and new line are one") << "[\r\n1]"_ba << 3LL << 2LL << 1LL;
    QTest::newRow("carriage return alone") << "[\r1]"_ba << 2LL << 2LL << 1LL;
    QTest::newRow("empty lines") << "\n\n\n["_ba << 3LL << 4LL << 1LL;
    QTest::newRow("characters, not bytes") << "\"é陳😀x"_ba << 10LL << 1LL << 5LL;
    QTest::newRow("within a character") << "\"陳x"_ba << 2LL << 1LL << 2LL;
    QTest::newRow("malformed byte is one") << "\"\xFF\xFFx"_ba << 3LL << 1LL << 4LL;
    QTest::newRow("malformed piece is one") << "\"\xE9\x99x"_ba << 3LL << 1LL << 3LL;
    QTest::newRow("byte order mark is none") << "\xEF\xBB\xBF[x"_ba << 4LL << 1LL << 2LL;
    QTest::newRow("end") << "[\n1,"_ba << 4LL << 2LL << 3LL;
    QTest::newRow("beyond the end") << "[1"_ba << 99LL << 1LL << 3LL;
    QTest::newRow("before the start") << "[1"_ba << -1LL << 1LL << 1LL;
}

void TestJsonSyntax::countsLinesAndCharacters()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, offset);
    const Place place = Document::read(text).place(offset);
    QTEST(place.line, "line");
    QTEST(place.column, "column");
}

QTEST_GUILESS_MAIN(TestJsonSyntax)
#include "tst_jsonsyntax.moc"
