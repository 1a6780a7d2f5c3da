// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using report::JsonWriter;

class TestJsonWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesIndentedMembersInOrder();
    void writesEmptyBracketsOnOneLine();
    void roundTripsHostileStrings_data();
    void roundTripsHostileStrings();
    void writesNoCharacterThatSteersATerminal();
    void embedsForeignJsonAsItStands();
    void embeddingEscapesOnlyWhatSteersATerminal();
    void writesNullForANullString();
};

void TestJsonWriter::writesIndentedMembersInOrder()
{
    JsonWriter json;
    json.beginObject();
    json.member("b"_L1, u"text");
    json.name("a"_L1).number(-9'223'372'036'854'775'807LL);
    json.name("list"_L1);
    json.beginArray();
    json.boolean(true);
    json.null();
    json.endArray();
    json.endObject();
    QCOMPARE(json.take(),
             "{\n  \"b\": \"text\",\n  \"a\": -9223372036854775807,\n  \"list\": [\n"
             "    true,\n    null\n  ]\n}\n"_ba);
}

void TestJsonWriter::writesEmptyBracketsOnOneLine()
{
    JsonWriter json;
    json.beginObject();
    json.name("a"_L1);
    json.beginArray();
    json.endArray();
    json.name("o"_L1);
    json.beginObject();
    json.endObject();
    json.endObject();
    QCOMPARE(json.take(), "{\n  \"a\": [],\n  \"o\": {}\n}\n"_ba);
}

void TestJsonWriter::roundTripsHostileStrings_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes and backslash") << u"a\"b\\c/d"_s;
    QTest::newRow("C0") << QString::fromLatin1(QByteArray("\0\x01\x1b[31m\r\n\t\b\f", 11));
    QTest::newRow("C1 and DEL") << u"\u009b31m\u007f"_s;
    QTest::newRow("bidi and zero width") << u"\u202e\u200b\u2066\ufeff"_s;
    QTest::newRow("line separators") << u"\u2028\u2029"_s;
    QTest::newRow("tag characters beyond the BMP") << u"\U000E0041"_s;
    QTest::newRow("Chinese and emoji") << u"陳大文 😀"_s;
    QTest::newRow("empty") << u""_s;
}

void TestJsonWriter::roundTripsHostileStrings()
{
    QFETCH(const QString, text);
    JsonWriter json;
    json.beginArray();
    json.string(text);
    json.endArray();
    const auto read = QJsonDocument::fromJson(json.take());
    QVERIFY(read.isArray());
    QCOMPARE(read.array().at(0).toString(), text);
}

void TestJsonWriter::writesNoCharacterThatSteersATerminal()
{
    JsonWriter json;
    json.beginArray();
    json.string(u"\u001b]0;x\u0007\u009b2J\u202e\u200b\U000E0041");
    json.endArray();
    const auto text = QString::fromUtf8(json.take());
    for (const auto c : text)
        QVERIFY2(c == u'\n' || (c.unicode() >= 0x20 && c.unicode() < 0x7f), qPrintable(text));
}

void TestJsonWriter::embedsForeignJsonAsItStands()
{
    const auto foreign = "{ \"n\":1.10,\"big\":123456789012345678901234567890,\n\t\"e\":1e400, "
                         "\"n\" : -0, \"名\":\"陳\\u0041\"}"_ba;
    JsonWriter json;
    json.beginObject();
    json.name("payload"_L1).embed(foreign);
    json.name("after"_L1).number(1);
    json.endObject();
    const auto text = json.take();
    QVERIFY(text.contains("\"payload\": " + foreign + ",\n"));
}

void TestJsonWriter::embeddingEscapesOnlyWhatSteersATerminal()
{
    JsonWriter json;
    json.beginArray();
    json.embed("\"a\xc2\x9b\xe2\x80\xae\x7f\"");
    json.endArray();
    const auto text = json.take();
    QCOMPARE(text, "[\n  \"a\\u009b\\u202e\\u007f\"\n]\n"_ba);
    QCOMPARE(QJsonDocument::fromJson(text).array().at(0).toString(), u"a\u009b\u202e\u007f"_s);
}

void TestJsonWriter::writesNullForANullString()
{
    JsonWriter json;
    json.beginObject();
    json.member("none"_L1, QString());
    json.member("empty"_L1, u"");
    json.endObject();
    QCOMPARE(json.take(), "{\n  \"none\": null,\n  \"empty\": \"\"\n}\n"_ba);
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
