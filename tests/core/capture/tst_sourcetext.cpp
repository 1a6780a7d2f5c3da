// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using base::Span;
using capture::SourceText;

class TestSourceText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhereItStands();
    void offsetsHave64Bits();
    void emptyPiecesKnowTheirPlace();
    void joinedPiecesReachOverTheGap();
    void replacedBytesStandForAllOfTheirSource();
    void slicesOfRewrittenTextStayExact();
    void splitsAndTrims();
    void decodes_data();
    void decodes();
    void leavesMalformedAlone_data();
    void leavesMalformedAlone();
    void formsBecomePairs();
    void base64StandsForTheWhole();
    void refusesWhatIsNoBase64_data();
    void refusesWhatIsNoBase64();
};

void TestSourceText::knowsWhereItStands()
{
    const SourceText text("Bearer abc", 100);
    QCOMPARE(text.span(), (Span{100, 110}));
    QCOMPARE(text.sliced(7).span(), (Span{107, 110}));
    QCOMPARE(text.sliced(7).bytes(), "abc"_ba);
    QVERIFY(text.isVerbatim());
}

void TestSourceText::offsetsHave64Bits()
{
    constexpr qint64 far = 5'000'000'000;
    QCOMPARE(SourceText("abc", far).sliced(1, 1).span(), (Span{far + 1, far + 2}));
}

void TestSourceText::emptyPiecesKnowTheirPlace()
{
    const SourceText text("ab", 10);
    QCOMPARE(text.sliced(1, 0).span(), (Span{11, 11}));
    QCOMPARE(text.sliced(2, 0).span(), (Span{12, 12}));
    QCOMPARE(SourceText().span(), Span{});
}

void TestSourceText::joinedPiecesReachOverTheGap()
{
    const SourceText text("eyJhb\n  Gciabc");
    SourceText joined = text.sliced(0, 5);
    joined.append(text.sliced(8));
    QCOMPARE(joined.bytes(), "eyJhbGciabc"_ba);
    QCOMPARE(joined.span(), (Span{0, 14}));
    QCOMPARE(joined.span(4, 2), (Span{4, 9}));
    QCOMPARE(joined.span(5, 3), (Span{8, 11}));
    QVERIFY(!joined.isVerbatim());
}

void TestSourceText::replacedBytesStandForAllOfTheirSource()
{
    SourceText text = SourceText("a%2Eb").sliced(0, 1);
    text.appendReplaced(".", {1, 4});
    text.append(SourceText("a%2Eb").sliced(4));
    QCOMPARE(text.bytes(), "a.b"_ba);
    QCOMPARE(text.span(1, 1), (Span{1, 4}));
    QCOMPARE(text.span(0, 2), (Span{0, 4}));
    QCOMPARE(text.span(2, 1), (Span{4, 5}));
}

void TestSourceText::slicesOfRewrittenTextStayExact()
{
    const SourceText decoded = capture::percentDecoded(SourceText("x=%7Babc%7D&", 50));
    QCOMPARE(decoded.bytes(), "x={abc}&"_ba);
    const SourceText inner = decoded.sliced(3, 3);
    QCOMPARE(inner.bytes(), "abc"_ba);
    QCOMPARE(inner.span(), (Span{55, 58}));
    QCOMPARE(inner.sliced(1, 1).span(), (Span{56, 57}));
    QCOMPARE(decoded.sliced(2, 5).span(), (Span{52, 61}));
}

void TestSourceText::splitsAndTrims()
{
    const auto pieces = SourceText("a; b;c", 10).split(';');
    QCOMPARE(pieces.size(), 3);
    QCOMPARE(pieces[1].trimmed().bytes(), "b"_ba);
    QCOMPARE(pieces[1].trimmed().span(), (Span{13, 14}));
    QCOMPARE(SourceText("a=b=c").split('=', 2).last().bytes(), "b=c"_ba);
    QCOMPARE(SourceText(" \t\n").trimmed().size(), 0);
}

void TestSourceText::decodes_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QByteArray>("decoded");
    QTest::addColumn<QString>("how");
    QTest::newRow("RFC 3986 2.1") << "a%2eb%2Ec"_ba
                                  << "a.b.c"_ba << u"percent"_s;
    QTest::newRow("plus is a plus in URLs") << "a+b"_ba
                                            << "a+b"_ba << u"percent"_s;
    QTest::newRow("plus is a blank in forms") << "a+b%2B"_ba
                                              << "a b+"_ba << u"form"_s;
    QTest::newRow("RFC 8259 7") << R"(\"a\/b\\c\n\t\u002e\")"_ba
                                << "\"a/b\\c\n\t.\""_ba << u"json"_s;
    QTest::newRow("surrogates") << R"(\ud83d\ude00)"_ba
                                << "\xF0\x9F\x98\x80"_ba << u"json"_s;
    QTest::newRow("lone surrogate") << R"(\ud83d.)"_ba
                                    << "\xEF\xBF\xBD."_ba << u"json"_s;
    QTest::newRow("named references") << "&lt;&quot;&apos;&amp;&gt;"_ba
                                      << "<\"'&>"_ba << u"html"_s;
    QTest::newRow("numbers") << "&#46;&#x2E;&#X2e;"_ba
                             << "..."_ba << u"html"_s;
}

void TestSourceText::decodes()
{
    QFETCH(QByteArray, encoded);
    QFETCH(QString, how);
    const SourceText text(encoded);
    const SourceText decoded = how == "percent"_L1 ? capture::percentDecoded(text)
        : how == "form"_L1                         ? capture::percentDecoded(text, true)
        : how == "json"_L1                         ? capture::jsonUnescaped(text)
                                                   : capture::htmlUnescaped(text);
    QTEST(decoded.bytes(), "decoded");
    QCOMPARE(decoded.span(), text.span());
}

void TestSourceText::leavesMalformedAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"%", "%2", "%zz", "%%%", "100%"})
        QTest::newRow(text) << QByteArray(text);
}

void TestSourceText::leavesMalformedAlone()
{
    QFETCH(QByteArray, text);
    QCOMPARE(capture::percentDecoded(SourceText(text)).bytes(), text);
    QCOMPARE(capture::jsonUnescaped(SourceText("\\")).bytes(), "\\"_ba);
    QCOMPARE(capture::jsonUnescaped(SourceText("\\u12")).bytes(), "\\u12"_ba);
    QCOMPARE(capture::htmlUnescaped(SourceText("&#;&#x;&nope;&")).bytes(), "&#;&#x;&nope;&"_ba);
}

void TestSourceText::formsBecomePairs()
{
    const auto pairs = capture::formPairs(SourceText("a=1&&b&c%3D=x%26y=z", 5));
    QCOMPARE(pairs.size(), 3);
    QCOMPARE(pairs[0].value.bytes(), "1"_ba);
    QCOMPARE(pairs[0].value.span(), (Span{7, 8}));
    QCOMPARE(pairs[1].name.bytes(), "b"_ba);
    QVERIFY(pairs[1].value.isEmpty());
    QCOMPARE(pairs[2].name.bytes(), "c="_ba);
    QCOMPARE(pairs[2].value.bytes(), "x&y=z"_ba);
}

void TestSourceText::base64StandsForTheWhole()
{
    for (const QByteArray &encoded :
         {"aGVsbG8/Pz4="_ba, "aGVsbG8_Pz4"_ba, "aGVs\nbG8/\r\n Pz4="_ba}) {
        const auto decoded = capture::base64Decoded(SourceText(encoded, 3));
        QVERIFY(decoded);
        QCOMPARE(decoded->bytes(), "hello?\?>"_ba);
        QCOMPARE(decoded->span(1, 1), (Span{3, 3 + encoded.size()}));
    }
}

void TestSourceText::refusesWhatIsNoBase64_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "a", "abcde", "ab=c", "a.b", "hello world!"})
        QTest::newRow(text) << QByteArray(text);
}

void TestSourceText::refusesWhatIsNoBase64()
{
    QFETCH(QByteArray, text);
    QVERIFY(!capture::base64Decoded(SourceText(text)));
}

QTEST_GUILESS_MAIN(TestSourceText)
#include "tst_sourcetext.moc"
