// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/json.h"

#include <QtTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using base::Span;
using base::json::Document;
using base::json::Kind;
using base::json::Value;

//! The values of a Document: what was sent, as it was sent.
class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsListsOfStrings_data();
    void knowsListsOfStrings();
    void keepsTheOrderOfMembers();
    void keepsTheTextOfNumbers_data();
    void keepsTheTextOfNumbers();
    void knowsTheKindOfEachValue();
    void knowsTheSpansOfNamesAndValues();
    void readsIntegersHoweverTheyAreSpelled_data();
    void readsIntegersHoweverTheyAreSpelled();
    void listsOnlyTheStringsOfAnArray();
    void walksChildrenAndSiblings();
    void findsAChildByItsRow();
    void findsAChildAmongUnevenSiblings();
    void findsTheValueAtAByte_data();
    void findsTheValueAtAByte();
    void findsNothingOutsideOfTheRoot();
    void namesEachValueByAJsonPointer();
    void answersNothingWhenAbsent();
    void staysAbsentInAnEmptyDocument();
    void livesAsLongAsOneCopyOfTheDocument();
    void comparesHandlesByIdentity();
    void readsDeepTextsWithoutRecursion();
    void readsTenThousandMembers();
};

void TestJson::keepsTheOrderOfMembers()
{
    const Document document = Document::read(R"({"z":1,"a":2,"m":3,"B":4})");
    QStringList names;
    for (const Value &member : document.root())
        names.append(member.name());
    QCOMPARE(names, (QStringList{u"z"_s, u"a"_s, u"m"_s, u"B"_s}));
}

void TestJson::keepsTheTextOfNumbers_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"1e400", "-0", "1.10", "123456789012345678901234567890", "0.1E-7",
                               "9007199254740993", "-0.0e0"})
        QTest::newRow(number) << QByteArray(number);
}

void TestJson::keepsTheTextOfNumbers()
{
    QFETCH(QByteArray, number);
    const Document document = Document::read("[" + number + "]");
    QVERIFY(document.isValid());
    QCOMPARE(document.root().at(0).text(), QByteArrayView(number));
}

void TestJson::knowsTheKindOfEachValue()
{
    const Document document = Document::read(R"([null,false,true,1,"s",[],{}])");
    const QList<Kind> kinds{Kind::Null,   Kind::False, Kind::True,  Kind::Number,
                            Kind::String, Kind::Array, Kind::Object};
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const Value value = document.root().at(i);
        QCOMPARE(value.kind(), kinds[i]);
        QCOMPARE(value.isBool(), i == 1 || i == 2);
        QCOMPARE(value.isTrue(), i == 2);
        QCOMPARE(value.isNumber(), i == 3);
        QCOMPARE(value.isString(), i == 4);
        QCOMPARE(value.isArray(), i == 5);
        QCOMPARE(value.isObject(), i == 6);
    }
}

void TestJson::knowsTheSpansOfNamesAndValues()
{
    const QByteArray text = "{ \"\\u0061\" : [ 1 ] ,\"陳\":\"é\"}";
    const Document document = Document::read(text);
    const Value first = document.root().at(0);
    const Value second = document.root().at(1);
    QCOMPARE(first.nameSpan(), (Span{2, 10}));
    QCOMPARE(first.span(), (Span{13, 18}));
    QCOMPARE(first.text(), QByteArrayView("[ 1 ]"));
    QCOMPARE(first.at(0).span(), (Span{15, 16}));
    QVERIFY(!first.at(0).nameSpan().isValid());
    QVERIFY(!document.root().nameSpan().isValid());
    QCOMPARE(text.mid(second.nameSpan().start, second.nameSpan().size()), "\"陳\""_ba);
    QCOMPARE(second.text(), QByteArrayView("\"é\""));
    QCOMPARE(document.root().span(), (Span{0, text.size()}));
}

void TestJson::readsIntegersHoweverTheyAreSpelled_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isInteger");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("plain") << "1766541600"_ba << true << 1766541600LL;
    QTest::newRow("exponent") << "1e3"_ba << true << 1000LL;
    QTest::newRow("fraction of zeros") << "-12.000"_ba << true << -12LL;
    QTest::newRow("fraction lifted") << "1.25e2"_ba << true << 125LL;
    QTest::newRow("minus zero") << "-0"_ba << true << 0LL;
    QTest::newRow("largest") << "9223372036854775807"_ba << true
                             << std::numeric_limits<qint64>::max();
    QTest::newRow("smallest") << "-9223372036854775808"_ba << true
                              << std::numeric_limits<qint64>::min();
    QTest::newRow("too large") << "9223372036854775808"_ba << false << 0LL;
    QTest::newRow("too small") << "-9223372036854775809"_ba << false << 0LL;
    QTest::newRow("half") << "1.5"_ba << false << 0LL;
    QTest::newRow("tiny") << "1e-400"_ba << false << 0LL;
    QTest::newRow("huge") << "1e400"_ba << false << 0LL;
    QTest::newRow("string") << R"("5")"_ba << false << 0LL;
    QTest::newRow("true") << "true"_ba << false << 0LL;
}

void TestJson::readsIntegersHoweverTheyAreSpelled()
{
    QFETCH(bool, isInteger);
    QFETCH(QByteArray, text);
    const std::optional<qint64> integer = Document::read(text).root().toInteger();
    QCOMPARE(integer.has_value(), isInteger);
    if (isInteger)
        QTEST(*integer, "expected");
}

void TestJson::listsOnlyTheStringsOfAnArray()
{
    const Document document = Document::read(R"({"a":["x",1,"y",["z"],null],"s":"x"})");
    QCOMPARE(document.root().member("a").toStringList(), (QStringList{u"x"_s, u"y"_s}));
    QCOMPARE(document.root().member("s").toStringList(), QStringList());
    QCOMPARE(document.root().toStringList(), QStringList());
}

void TestJson::walksChildrenAndSiblings()
{
    const Document document = Document::read(R"({"a":[1,[2,3]],"b":{},"c":4})");
    const Value root = document.root();
    const Value a = root.firstChild();
    QCOMPARE(a.name(), u"a"_s);
    QCOMPARE(a.nextSibling().name(), u"b"_s);
    QCOMPARE(a.nextSibling().nextSibling().name(), u"c"_s);
    QVERIFY(!a.nextSibling().nextSibling().nextSibling());
    QVERIFY(!root.nextSibling());
    QVERIFY(!root.parent());
    QCOMPARE(a.firstChild().nextSibling().firstChild().parent().parent(), a);
    QVERIFY(!a.nextSibling().firstChild());
    QCOMPARE(root.size(), 3);
    QCOMPARE(a.size(), 2);
    QCOMPARE(a.nextSibling().size(), 0);
    QCOMPARE(root.at(2).size(), 0);
    QCOMPARE(document.valueCount(), 8);
    for (qsizetype i = 0; i < document.valueCount(); ++i)
        QCOMPARE(document.value(i).index(), i);
    QVERIFY(document.root().at(1).begin() == document.root().at(1).end());
    QVERIFY(document.root().at(2).begin() == document.root().at(2).end());
}

void TestJson::findsAChildByItsRow()
{
    const Document document = Document::read("[10,11,12]");
    for (qsizetype row = 0; row < 3; ++row) {
        QCOMPARE(document.root().at(row).toInteger(), 10 + row);
        QCOMPARE(document.root().at(row).row(), row);
    }
    QVERIFY(!document.root().at(3));
    QVERIFY(!document.root().at(-1));
    QVERIFY(!document.root().at(0).at(0));
    QCOMPARE(document.root().row(), 0);
    QCOMPARE(Value().row(), -1);
}

// The rows are found by halving the nodes of the whole subtree, so its shape must not matter.
void TestJson::findsAChildAmongUnevenSiblings()
{
    QByteArray text = "[";
    for (int i = 0; i < 200; ++i) {
        const QByteArray depth(i % 7, '[');
        text += (i == 0 ? "" : ",") + depth + QByteArray::number(i)
            + QByteArray(",0").repeated(i % 7 == 0 ? 0 : i % 11) + QByteArray(i % 7, ']');
    }
    const Document document = Document::read(text + "]");
    QVERIFY(document.isValid());
    QCOMPARE(document.root().size(), 200);
    for (int i = 0; i < 200; ++i) {
        const Value child = document.root().at(i);
        QCOMPARE(child.row(), i);
        QCOMPARE(child.parent(), document.root());
        Value leaf = child;
        while (leaf.firstChild())
            leaf = leaf.firstChild();
        QCOMPARE(leaf.toInteger(), i);
    }
}

void TestJson::findsTheValueAtAByte_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QString>("pointer");
    //           0123456789012345678901234
    // text is   {"a": [10, {}] , "b":"c"}
    QTest::newRow("opening brace") << 0LL << u""_s;
    QTest::newRow("quote of a name") << 1LL << u"/a"_s;
    QTest::newRow("name") << 2LL << u"/a"_s;
    QTest::newRow("colon") << 4LL << u"/a"_s;
    QTest::newRow("blank after a colon") << 5LL << u"/a"_s;
    QTest::newRow("opening bracket") << 6LL << u"/a"_s;
    QTest::newRow("first element") << 8LL << u"/a/0"_s;
    QTest::newRow("comma in an array") << 9LL << u"/a"_s;
    QTest::newRow("empty object") << 12LL << u"/a/1"_s;
    QTest::newRow("closing bracket") << 13LL << u"/a"_s;
    QTest::newRow("blank after a member") << 14LL << u""_s;
    QTest::newRow("comma after a member") << 15LL << u""_s;
    QTest::newRow("second name") << 18LL << u"/b"_s;
    QTest::newRow("string") << 22LL << u"/b"_s;
    QTest::newRow("closing brace") << 24LL << u""_s;
}

void TestJson::findsTheValueAtAByte()
{
    QFETCH(qint64, offset);
    const Document document = Document::read(R"({"a": [10, {}] , "b":"c"})");
    const Value value = document.valueAt(offset);
    QVERIFY(value.isPresent());
    QTEST(value.pointer(), "pointer");
}

void TestJson::findsNothingOutsideOfTheRoot()
{
    const Document document = Document::read("  [1]  ");
    for (const qint64 offset : {-1, 0, 1, 5, 6, 7, 1000})
        QVERIFY(!document.valueAt(offset));
    QCOMPARE(document.valueAt(2), document.root());
    QVERIFY(!Document().valueAt(0));
    QVERIFY(!Document::read("").valueAt(0));
}

// RFC 6901 section 5
void TestJson::namesEachValueByAJsonPointer()
{
    const Document document
        = Document::read(R"({"foo":["bar","baz"],"":0,"a/b":1,"m~n":8,"~1":{"é\u0022":[[7]]}})");
    QStringList pointers;
    for (qsizetype i = 0; i < document.valueCount(); ++i)
        pointers.append(document.value(i).pointer());
    QCOMPARE(
        pointers,
        (QStringList{u""_s, u"/foo"_s, u"/foo/0"_s, u"/foo/1"_s, u"/"_s, u"/a~1b"_s, u"/m~0n"_s,
                     u"/~01"_s, u"/~01/é\""_s, u"/~01/é\"/0"_s, u"/~01/é\"/0/0"_s}));
}

void TestJson::answersNothingWhenAbsent()
{
    const Value absent;
    QVERIFY(!absent.isPresent());
    QVERIFY(!absent);
    QVERIFY(!absent.is(Kind::Null));
    QCOMPARE(absent.kind(), Kind::Null);
    QVERIFY(!absent.span().isValid());
    QVERIFY(!absent.nameSpan().isValid());
    QVERIFY(absent.text().isEmpty());
    QVERIFY(absent.name().isNull());
    QVERIFY(!absent.hasName(""));
    QVERIFY(absent.toString().isNull());
    QVERIFY(absent.toUtf8().isEmpty());
    QVERIFY(!absent.toInteger());
    QVERIFY(absent.toStringList().isEmpty());
    QCOMPARE(absent.size(), 0);
    QVERIFY(!absent.firstChild());
    QVERIFY(!absent.nextSibling());
    QVERIFY(!absent.parent());
    QVERIFY(!absent.at(0));
    QVERIFY(!absent.member("a"));
    QCOMPARE(absent.count("a"), 0);
    QVERIFY(!absent.isDuplicate());
    QVERIFY(absent.pointer().isEmpty());
    QVERIFY(absent.begin() == absent.end());
    QCOMPARE(absent.index(), -1);
}

void TestJson::staysAbsentInAnEmptyDocument()
{
    const Document document;
    QVERIFY(!document.isValid());
    QVERIFY(!document.root());
    QVERIFY(document.bytes().isEmpty());
    QVERIFY(document.problems().isEmpty());
    QVERIFY(document.duplicates().isEmpty());
    QCOMPARE(document.valueCount(), 0);
    QVERIFY(!document.value(0));
    QCOMPARE(document.place(7).column, 1);
}

void TestJson::livesAsLongAsOneCopyOfTheDocument()
{
    Document kept;
    Value value;
    {
        const Document document = Document::read(R"({"a":"x"})");
        kept = document;
        value = document.root().member("a");
    }
    QCOMPARE(value.toString(), u"x"_s);
    const Document moved = std::move(kept);
    QCOMPARE(value.toString(), u"x"_s);
    QCOMPARE(moved.root().at(0), value);
}

void TestJson::comparesHandlesByIdentity()
{
    const Document one = Document::read("[1,1]");
    const Document other = Document::read("[1,1]");
    const Document copy = one; // NOLINT(performance-unnecessary-copy-initialization)
    QVERIFY(one.root() == copy.root());
    QVERIFY(one.root() != other.root());
    QVERIFY(one.root().at(0) != one.root().at(1));
    QVERIFY(Value() == Value());
}

void TestJson::readsDeepTextsWithoutRecursion()
{
    constexpr int depth = 1'000'000;
    const Document document
        = Document::read(QByteArray(depth, '[') + QByteArray(depth, ']'), {.depth = depth});
    QVERIFY(document.isValid());
    QCOMPARE(document.valueCount(), depth);
    QCOMPARE(document.root().size(), 1);
    QCOMPARE(document.valueAt(depth - 1).index(), depth - 1);
    QCOMPARE(document.value(1000).pointer(), u"/0"_s.repeated(1000));
}

void TestJson::readsTenThousandMembers()
{
    QByteArray text = "{";
    for (int i = 0; i < 10'000; ++i)
        text += (i == 0 ? "\"m" : ",\"m") + QByteArray::number(i) + "\":" + QByteArray::number(i);
    const Document document = Document::read(text + "}");
    QVERIFY(document.isValid());
    QCOMPARE(document.root().size(), 10'000);
    QCOMPARE(document.root().at(9'999).name(), u"m9999"_s);
    QCOMPARE(document.root().member("m5000").toInteger(), 5000);
    for (int i = 0; i < 10'000; ++i) {
        const Value value = document.root().at(i);
        QCOMPARE(document.valueAt(value.span().start), value);
    }
}

void TestJson::knowsListsOfStrings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isList");
    const auto row
        = [](const char *json, bool isList) { QTest::newRow(json) << QByteArray(json) << isList; };
    row(R"(["a","b"])", true);
    row(R"([""])", true);
    row("[]", true);
    row(R"(["a",1])", false);
    row(R"(["a",null])", false);
    row(R"([["a"]])", false);
    row(R"("a")", false);
    row(R"({"a":"b"})", false);
    row("null", false);
    row("", false); // absent
}

void TestJson::knowsListsOfStrings()
{
    QFETCH(const QByteArray, json);
    QTEST(Document::read(json).root().isStringList(), "isList");
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
