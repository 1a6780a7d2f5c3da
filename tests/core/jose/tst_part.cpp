// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/partreader.h"
#include "tokentexts.h"

using namespace Qt::Literals::StringLiterals;
using namespace tokentexts;
using base::Span;
using jose::Token;

class tst_Part final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsBytesToTheirCharacters_data();
    void mapsBytesToTheirCharacters();
    void mapsCharactersToTheirBytes_data();
    void mapsCharactersToTheirBytes();
    void everyBitIsCovered();
    void spansAreThoseOfTheWholeText();
    void rangesOutsideAreNowhere();
    void mapsAcrossLineBreaks();
    void mapsAcrossPercentEncoding();
    void mapsAcrossJsonEscapes();
    void mapsTextThatIsNotEncoded();
    void mapsTheBeginningOfABrokenPart();
    void problemsPointIntoTheJsonText();
    void unescapesLikeTheJsonReader_data();
    void unescapesLikeTheJsonReader();
};

namespace {

jose::Part part(const QByteArray &characters)
{
    return jose::readPart(jose::TracedText(characters), {0, characters.size()});
}

} // namespace

void tst_Part::mapsBytesToTheirCharacters_data()
{
    QTest::addColumn<Span>("decoded");
    QTest::addColumn<Span>("characters");
    QTest::newRow("byte 0") << Span{0, 1} << Span{0, 2};
    QTest::newRow("byte 1") << Span{1, 2} << Span{1, 3};
    QTest::newRow("byte 2") << Span{2, 3} << Span{2, 4};
    QTest::newRow("byte 3") << Span{3, 4} << Span{4, 6};
    QTest::newRow("bytes 0 and 1") << Span{0, 2} << Span{0, 3};
    QTest::newRow("a group") << Span{0, 3} << Span{0, 4};
    QTest::newRow("over the edge") << Span{2, 4} << Span{2, 6};
    QTest::newRow("the last byte") << Span{7, 8} << Span{9, 11};
    QTest::newRow("all") << Span{0, 8} << Span{0, 11};
    QTest::newRow("nothing, in front") << Span{0, 0} << Span{0, 0};
    QTest::newRow("nothing, inside") << Span{3, 3} << Span{4, 4};
    QTest::newRow("beyond the end") << Span{7, 9} << Span{};
    QTest::newRow("nowhere") << Span{} << Span{};
}

void tst_Part::mapsBytesToTheirCharacters()
{
    QFETCH(Span, decoded);
    QFETCH(Span, characters);
    QCOMPARE(part("AAAABBBBCCA").textSpan(decoded), characters); // eight bytes
}

void tst_Part::mapsCharactersToTheirBytes_data()
{
    QTest::addColumn<Span>("characters");
    QTest::addColumn<Span>("decoded");
    QTest::newRow("character 0") << Span{0, 1} << Span{0, 1};
    QTest::newRow("character 1") << Span{1, 2} << Span{0, 2};
    QTest::newRow("character 2") << Span{2, 3} << Span{1, 3};
    QTest::newRow("character 3") << Span{3, 4} << Span{2, 3};
    QTest::newRow("characters 3 and 4") << Span{3, 5} << Span{2, 4};
    QTest::newRow("the last character") << Span{10, 11} << Span{7, 8};
    QTest::newRow("all and more") << Span{0, 100} << Span{0, 8};
    QTest::newRow("nothing") << Span{4, 4} << Span{};
    QTest::newRow("beyond the end") << Span{11, 12} << Span{};
    QTest::newRow("nowhere") << Span{} << Span{};
}

void tst_Part::mapsCharactersToTheirBytes()
{
    QFETCH(Span, characters);
    QFETCH(Span, decoded);
    QCOMPARE(part("AAAABBBBCCA").decodedSpan(characters), decoded);
}

void tst_Part::everyBitIsCovered()
{
    // Changing a character outside of textSpan() must not change the bytes, and each one inside
    // must be able to.
    const QByteArray text = "QUJDREVGR0hJSktM"; // ABCDEFGHIJKL
    const QByteArray bytes = jose::base64url::decode(text).value();
    for (qsizetype start = 0; start < bytes.size(); ++start) {
        for (qsizetype end = start + 1; end <= bytes.size(); ++end) {
            const Span span = part(text).textSpan({start, end});
            for (qsizetype at = 0; at < text.size(); ++at) {
                bool touches = false;
                for (const char other : "AQZ_-"_ba) {
                    QByteArray changed = text;
                    changed[at] = other;
                    const QByteArray now = jose::base64url::decode(changed).value();
                    touches |= now.mid(start, end - start) != bytes.mid(start, end - start);
                }
                QCOMPARE(touches, span.contains(at));
            }
        }
    }
}

void tst_Part::spansAreThoseOfTheWholeText()
{
    const Token token = Token::read(simple(R"({"sub":"joe","n":1})"));
    const base::json::Value name = token.claims().member("sub");
    const Span span = token.payload().textSpan(name.span());
    QCOMPARE(textAt(token, span), "iJqb2Ui"_ba); // the bytes 7 to 11
    QVERIFY(token.payload().decodedSpan(span).contains(name.span().start));
    QCOMPARE(token.payload().textSpan({0, token.payload().bytes.size()}), token.payload().span);
    QCOMPARE(token.payload().decodedSpan({0, token.text().size()}),
             (Span{0, token.payload().bytes.size()}));
}

void tst_Part::rangesOutsideAreNowhere()
{
    const Token token = Token::read(simple());
    QCOMPARE(token.payload().decodedSpan(token.header().span), Span());
    QCOMPARE(token.header().decodedSpan(token.payload().span), Span());
    QCOMPARE(jose::Part().textSpan({0, 0}), Span());
    QCOMPARE(jose::Part().decodedSpan({0, 1}), Span());
}

void tst_Part::mapsAcrossLineBreaks()
{
    const jose::Part wrapped = part("QUJD\r\nREVG\r\n");
    QCOMPARE(wrapped.bytes, "ABCDEF"_ba);
    QCOMPARE(wrapped.textSpan({2, 4}), (Span{2, 8})); // "JD", the break, "RE"
    QCOMPARE(wrapped.textSpan({3, 6}), (Span{6, 10}));
    QCOMPARE(wrapped.textSpan({3, 3}), (Span{6, 6}));
    QCOMPARE(wrapped.textSpan({6, 6}), (Span{12, 12}));
    QCOMPARE(wrapped.decodedSpan({4, 6}), Span());
    QCOMPARE(wrapped.decodedSpan({3, 7}), (Span{2, 4}));
    QCOMPARE(wrapped.decodedSpan({0, 12}), (Span{0, 6}));
}

void tst_Part::mapsAcrossPercentEncoding()
{
    const jose::Part encoded = part("QU%4aD");
    QCOMPARE(encoded.bytes, "ABC"_ba);
    QCOMPARE(encoded.textSpan({2, 3}), (Span{2, 6}));
    QCOMPARE(encoded.decodedSpan({3, 4}), (Span{1, 3}));
    QCOMPARE(part("QUJDRA%253D%253D").textSpan({3, 4}), (Span{4, 6}));
}

void tst_Part::mapsAcrossJsonEscapes()
{
    const Token token = Token::read(R"({"payload":"QU\u004aD\nRE","signature":"AAAA"})");
    const jose::Part &payload = token.payload();
    QCOMPARE(textAt(token, payload.span), R"(QU\u004aD\nRE)"_ba);
    QCOMPARE(payload.bytes, "ABCD"_ba);
    QCOMPARE(payload.problem->offset, 9);
    QCOMPARE(textAt(token, payload.textSpan({2, 3})), R"(\u004aD)"_ba);
    QCOMPARE(textAt(token, payload.textSpan({3, 4})), "RE"_ba);
    QCOMPARE(payload.decodedSpan({payload.span.start + 9, payload.span.start + 11}), Span());
    QCOMPARE(token.signatures().constFirst().signingInput, ".QUJD\nRE"_ba);
}

void tst_Part::mapsTextThatIsNotEncoded()
{
    const QByteArray header
        = jose::base64url::encode(R"({"alg":"HS256","b64":false,"crit":["b64"]})");
    const Token token = Token::read(header + ".$02.AAAA");
    const Span span{header.size() + 1, header.size() + 4};
    QCOMPARE(token.payload().textSpan({0, 3}), span);
    QCOMPARE(token.payload().decodedSpan({span.start + 1, span.start + 2}), (Span{1, 2}));
    const Token json = Token::read(R"({"protected":")" + header
                                   + R"(","payload":"\u00e9.","signature":"AAAA"})");
    QCOMPARE(json.payload().bytes, "\xC3\xA9."_ba);
    QCOMPARE(textAt(json, json.payload().textSpan({1, 2})), R"(\u00e9)"_ba);
    QCOMPARE(textAt(json, json.payload().textSpan({2, 3})), "."_ba);
}

void tst_Part::mapsTheBeginningOfABrokenPart()
{
    const jose::Part broken = part("QUJDRE*VG");
    QCOMPARE(broken.bytes, "ABCD"_ba);
    QCOMPARE(broken.textSpan({3, 4}), (Span{4, 6}));
    QCOMPARE(broken.decodedSpan({6, 9}), Span());
    const jose::Part wrapped = part("QU\nJDRE*VG");
    QCOMPARE(wrapped.textSpan({3, 4}), (Span{5, 7}));
    QCOMPARE(wrapped.decodedSpan({7, 10}), Span());
}

void tst_Part::problemsPointIntoTheJsonText()
{
    const Token token = Token::read(R"({"payload":"QU\u004aD!","signature":"AAAA"})");
    QCOMPARE(QString(token.payload().problem->id), u"base64url.alphabet"_s);
    QCOMPARE(token.payload().problem->offset, 9);
}

void tst_Part::unescapesLikeTheJsonReader_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::newRow("plain") << "abc"_ba;
    QTest::newRow("short escapes") << R"(\"\\\/\b\f\n\r\t)"_ba;
    QTest::newRow("one unit") << R"(\u0041\u00e9\u4f60)"_ba;
    QTest::newRow("a pair") << R"(\uD83D\uDE00)"_ba;
    QTest::newRow("lone high surrogate") << R"(\uD83Dx)"_ba;
    QTest::newRow("high surrogate at the end") << R"(\uD83D)"_ba;
    QTest::newRow("lone low surrogate") << R"(\uDE00)"_ba;
    QTest::newRow("two high surrogates") << R"(\uD83D\uD83D\uDE00)"_ba;
    QTest::newRow("byte order mark") << R"(\uFEFF)"_ba;
    QTest::newRow("NUL") << R"(\u0000)"_ba;
    QTest::newRow("raw UTF-8") << "\xC3\xA9\\n\xF0\x9F\x98\x80"_ba;
}

void tst_Part::unescapesLikeTheJsonReader()
{
    QFETCH(QByteArray, inner);
    const auto document = base::json::Document::read('"' + inner + '"');
    QVERIFY(document.isValid());
    const jose::TracedText text = jose::unescapedJson(inner);
    QCOMPARE(text.bytes(), document.root().toUtf8());
    QVERIFY(text.sources().isEmpty() || text.sources().size() == text.bytes().size());
}

QTEST_GUILESS_MAIN(tst_Part)
#include "tst_part.moc"
