// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/jsontokenizer.h"

#include "tests/core/base/jsonsamples.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using base::json::Token;
using base::json::Tokenizer;
using base::json::TokenKind;

namespace {

//! Writes down what the tokenizer says, one line an event.
class Record final : public base::json::TokenSink
{
public:
    void onToken(const Token &token) override
    {
        lines.append(QByteArray::number(int(token.kind)) + (token.hasEscapes ? "\\ " : " ")
                     + QByteArray::number(token.span.start) + '-'
                     + QByteArray::number(token.span.end) + ' ' + token.text.toByteArray());
        ++count;
        lastEnd = token.span.end;
    }

    void onProblem(const base::Error &problem) override
    {
        lines.append("problem " + QByteArray(problem.id.data(), problem.id.size()) + ' '
                     + QByteArray::number(problem.offset) + ' ' + problem.detail.toUtf8());
    }

    QList<QByteArray> lines;
    qint64 count = 0;
    qint64 lastEnd = 0;
};

QList<QByteArray> read(const QList<QByteArray> &chunks, const Tokenizer::Limits &limits = {})
{
    Record record;
    Tokenizer tokenizer(&record, limits);
    for (const QByteArray &chunk : chunks) {
        // A copy of its own, so that reading one byte too far is seen by the sanitizer.
        const QByteArray copy(chunk.constData(), chunk.size());
        tokenizer.feed(copy);
    }
    tokenizer.finish();
    return record.lines;
}

QList<QByteArray> cut(const QByteArray &text, qsizetype size)
{
    QList<QByteArray> chunks;
    for (qsizetype at = 0; at < text.size(); at += size)
        chunks.append(text.mid(at, size));
    return chunks;
}

//! Counts, and keeps nothing: for inputs that are not kept either.
class Counter final : public base::json::TokenSink
{
public:
    void onToken(const Token &token) override
    {
        ++tokens;
        lastSpan = token.span;
        lastText = token.text.size();
    }
    void onProblem(const base::Error &) override { ++problems; }

    qint64 tokens = 0;
    qint64 problems = 0;
    qsizetype lastText = 0;
    base::Span lastSpan;
};

} // namespace

//! The tokenizer: the same events however the input is cut.
class TestJsonTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItSees();
    void saysTheSameByteByByte_data() { addTexts(); }
    void saysTheSameByteByByte();
    void saysTheSameInEverySplit_data() { addTexts(); }
    void saysTheSameInEverySplit();
    void saysTheSameInSmallChunks_data() { addTexts(); }
    void saysTheSameInSmallChunks();
    void ignoresEmptyChunks();
    void cutsTheTextOfLongTokens();
    void ignoresWhatComesAfterAnError();
    void countsOffsetsBeyond32Bits();
    void holdsNothingOfALongString();

private:
    static void addTexts();
};

void TestJsonTokenizer::addTexts()
{
    QTest::addColumn<QByteArray>("text");
    for (const samples::Json &row : samples::allJson()) {
        if (row.text.size() <= 400)
            QTest::newRow(row.name) << row.text;
    }
    QTest::newRow("everything at once") << QByteArray(
        "\xEF\xBB\xBF {\"\\u00e9陳\\n\":[-0.5e+10,true,null,\"\\uD83D\\uDE00😀\xE9\x99\\\\\"],"
        "\"\xF0\x9F\":{\"x\":false}} \r\n");
}

void TestJsonTokenizer::saysWhatItSees()
{
    const QList<QByteArray> expected{
        "0 0-1 {",       "4 1-4 \"a\"",  "2 5-6 [",           "6 6-8 -1",  "7 9-13 true",
        "8 14-19 false", "9 20-24 null", "5\\ 25-29 \"\\n\"", "3 29-30 ]", "1 30-31 }",
    };
    QCOMPARE(read({R"({"a":[-1,true,false,null,"\n"]})"}), expected);
}

void TestJsonTokenizer::saysTheSameByteByByte()
{
    QFETCH(QByteArray, text);
    QCOMPARE(read(cut(text, 1)), read({text}));
}

void TestJsonTokenizer::saysTheSameInEverySplit()
{
    QFETCH(QByteArray, text);
    const QList<QByteArray> whole = read({text});
    for (qsizetype at = 0; at <= text.size(); ++at)
        QCOMPARE(read({text.first(at), text.sliced(at)}), whole);
}

void TestJsonTokenizer::saysTheSameInSmallChunks()
{
    QFETCH(QByteArray, text);
    const QList<QByteArray> whole = read({text});
    for (qsizetype size = 2; size <= 9; ++size)
        QCOMPARE(read(cut(text, size)), whole);
}

void TestJsonTokenizer::ignoresEmptyChunks()
{
    QCOMPARE(read({"", R"("\u)", "", "", R"(00e9)", "", "\"", ""}), read({R"("\u00e9")"}));
    QCOMPARE(read({"", ""}), read({}));
}

void TestJsonTokenizer::cutsTheTextOfLongTokens()
{
    const Tokenizer::Limits four{.textBytes = 4};
    const QByteArray text = R"(["abcdefgh",123456,"xy"])";
    const QList<QByteArray> expected{
        "2 0-1 [", "5 1-11 \"abc", "6 12-18 1234", "5 19-23 \"xy\"", "3 23-24 ]",
    };
    for (qsizetype size = 1; size <= text.size(); ++size)
        QCOMPARE(read(cut(text, size), four), expected);
}

void TestJsonTokenizer::ignoresWhatComesAfterAnError()
{
    Record record;
    Tokenizer tokenizer(&record, {});
    tokenizer.feed("[1,,");
    QVERIFY(tokenizer.isStopped());
    const QList<QByteArray> lines = record.lines;
    tokenizer.feed("2]");
    tokenizer.finish();
    QCOMPARE(record.lines, lines);
    QVERIFY(lines.last().startsWith("problem json.syntax 3 "));
}

void TestJsonTokenizer::countsOffsetsBeyond32Bits()
{
    constexpr qint64 start = (qint64(1) << 32) - 3;
    for (const qsizetype size : {1, 2, 3, 5, 100}) {
        Record record;
        Tokenizer tokenizer(&record, {}, start);
        for (const QByteArray &chunk : cut("\xEF\xBB\xBF[\"abcd\\u00e9\",x", size))
            tokenizer.feed(chunk);
        const QList<QByteArray> expected{
            "problem json.bom 4294967293 ",
            "2 4294967296-4294967297 [",
            "5\\ 4294967297-4294967309 \"abcd\\u00e9\"",
            "problem json.syntax 4294967310 expected a value, found \"x\"",
        };
        QCOMPARE(record.lines, expected);
    }
}

void TestJsonTokenizer::holdsNothingOfALongString()
{
    Counter counter;
    Tokenizer tokenizer(&counter, {.textBytes = 100});
    tokenizer.feed("\"");
    for (int i = 0; i < 100'000; ++i)
        tokenizer.feed("\\u00e9é陳😀 plain text ");
    tokenizer.feed("\"");
    tokenizer.finish();
    QCOMPARE(counter.tokens, 1);
    QCOMPARE(counter.problems, 0);
    QCOMPARE(counter.lastText, 100);
    QCOMPARE(counter.lastSpan, (base::Span{0, 2 + 100'000LL * 27}));
}

QTEST_GUILESS_MAIN(TestJsonTokenizer)
#include "tst_jsontokenizer.moc"
