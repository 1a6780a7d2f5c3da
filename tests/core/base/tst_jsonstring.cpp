// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/jsonstring.h"

#include "core/base/json.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using base::json::decodeString;
using base::json::Document;

//! The decoding of strings (RFC 8259 section 7).
class TestJsonString : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesEscapes_data();
    void decodesEscapes();
    void decodesEveryCodePointOfThePlanes();
    void keepsALeadingByteOrderMark();
    void hasNoTextForOtherKinds();
};

void TestJsonString::decodesEscapes_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "abc"_ba << u"abc"_s;
    QTest::newRow("empty") << ""_ba << u""_s;
    QTest::newRow("simple") << R"(\"\\\/\b\f\n\r\t)"_ba << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("between text") << R"(a\nb\tc)"_ba << u"a\nb\tc"_s;
    QTest::newRow("backslash and u") << R"(\\u0041)"_ba << u"\\u0041"_s;
    QTest::newRow("one byte") << R"(\u0041)"_ba << u"A"_s;
    QTest::newRow("NUL") << R"(a\u0000b)"_ba << u"a\u0000b"_s;
    QTest::newRow("two bytes") << R"(\u00e9\u00E9)"_ba << u"éé"_s;
    QTest::newRow("three bytes") << R"(\u9673)"_ba << u"陳"_s;
    QTest::newRow("pair") << R"(\ud83d\uDE00!)"_ba << u"😀!"_s;
    QTest::newRow("last code point") << R"(\uDBFF\uDFFF)"_ba << QString::fromUcs4(U"\U0010FFFF");
    QTest::newRow("lone high") << R"(\uD800)"_ba << u"\uFFFD"_s;
    QTest::newRow("lone low") << R"(\uDC00)"_ba << u"\uFFFD"_s;
    QTest::newRow("wrong order") << R"(\uDE00\uD83D)"_ba << u"\uFFFD\uFFFD"_s;
    QTest::newRow("high twice") << R"(\uD83D\uD83D\uDE00)"_ba << u"\uFFFD😀"_s;
    QTest::newRow("high and text") << R"(\uD83Dx)"_ba << u"\uFFFDx"_s;
    QTest::newRow("high and a simple escape") << R"(\uD83D\n\uDE00)"_ba << u"\uFFFD\n\uFFFD"_s;
    QTest::newRow("high and another escape") << R"(\uD83D\u0041)"_ba << u"\uFFFDA"_s;
    QTest::newRow("text as it was sent") << "é陳😀\\n"_ba << u"é陳😀\n"_s;
    QTest::newRow("malformed beside an escape") << "\xFF\\n"_ba << u"\uFFFD\n"_s;
}

void TestJsonString::decodesEscapes()
{
    QFETCH(QByteArray, inner);
    QFETCH(QString, expected);
    QCOMPARE(base::json::toText(decodeString(inner)), expected);
    const Document document = Document::read("[\"" + inner + "\"]");
    QCOMPARE(document.root().at(0).toString(), expected);
    const Document named = Document::read("{\"" + inner + "\":0}");
    QCOMPARE(named.root().at(0).name(), expected);
    QVERIFY(named.root().at(0).hasName(decodeString(inner)));
}

void TestJsonString::decodesEveryCodePointOfThePlanes()
{
    for (char32_t c = 1; c <= 0x10FFFF; c += 0x3B) {
        if (QChar::isSurrogate(c))
            continue;
        const QString text = QString::fromUcs4(&c, 1);
        QByteArray escaped;
        for (const QChar unit : text)
            escaped += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        QCOMPARE(decodeString(escaped), text.toUtf8());
    }
}

// QString::fromUtf8 would swallow it, and two strings that differ would look the same.
void TestJsonString::keepsALeadingByteOrderMark()
{
    const Document document = Document::read("[\"\xEF\xBB\xBF\",\"\xEF\xBB\xBF\xEF\xBB\xBFx\","
                                             "\"\\uFEFF\"]");
    QCOMPARE(document.root().at(0).toString(), u"\uFEFF"_s);
    QCOMPARE(document.root().at(1).toString(), u"\uFEFF\uFEFFx"_s);
    QCOMPARE(document.root().at(2).toString(), u"\uFEFF"_s);
}

void TestJsonString::hasNoTextForOtherKinds()
{
    const Document document = Document::read(R"([1,true,null,[],{}])");
    for (const base::json::Value &value : document.root()) {
        QVERIFY(value.toString().isNull());
        QVERIFY(value.toUtf8().isNull());
    }
}

QTEST_GUILESS_MAIN(TestJsonString)
#include "tst_jsonstring.moc"
