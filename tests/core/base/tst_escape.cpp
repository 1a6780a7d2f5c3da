// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/escape.h"

#include <QProcess>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
namespace escape = base::escape;

namespace {

// QString::fromUcs4 would swallow U+FEFF.
QString fromPoint(char32_t c)
{
    QString text;
    for (const char16_t unit : QChar::fromUcs4(c))
        text += QChar(unit);
    return text;
}

} // namespace

//! One escaping function per sink, against text that wants to be something else.
class TestEscape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOrdinaryTextAlone_data();
    void leavesOrdinaryTextAlone();
    void spellsOutWhatNobodySees_data();
    void spellsOutWhatNobodySees();
    void spellsOutEveryControlCharacter();
    void spellsOutEveryTagAndSelector();
    void keepsWhatJoinsAnEmoji_data();
    void keepsWhatJoinsAnEmoji();
    void spellsOutJoinersElsewhere_data();
    void spellsOutJoinersElsewhere();
    void showsBlanksAtTheEnds_data();
    void showsBlanksAtTheEnds();
    void stopsATerminalSequence();
    void fencesMarkdown_data();
    void fencesMarkdown();
    void escapesHtml_data();
    void escapesHtml();
    void quotesShellWords_data();
    void quotesShellWords();
    void shellReadsTheWordBack();
};

void TestEscape::leavesOrdinaryTextAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("printable ASCII")
        << u"https://a.example/x?y=z&~!@#$%^*()_+`-={}|[]\\:\";'<>,."_s;
    QTest::newRow("blank inside") << u"a b  c"_s;
    QTest::newRow("Latin") << u"José Ångström ß"_s;
    QTest::newRow("combining marks") << u"e\u0301a\u0308"_s;
    QTest::newRow("Greek, Cyrillic") << u"Ωμέγα Привет"_s;
    QTest::newRow("Hebrew and Arabic letters") << u"שלום مرحبا"_s;
    QTest::newRow("Chinese") << u"陳大文"_s;
    QTest::newRow("Japanese with its blank") << u"山田\u3000太郎"_s;
    QTest::newRow("Thai") << u"สวัสดี"_s;
    QTest::newRow("emoji") << u"😀🎉"_s;
    QTest::newRow("beyond the first plane") << u"𝒳𠀀"_s;
    QTest::newRow("replacement character") << u"\uFFFD"_s;
}

void TestEscape::leavesOrdinaryTextAlone()
{
    QFETCH(QString, text);
    QCOMPARE(escape::forTerminal(text), text);
    QCOMPARE(escape::visible(text), text);
    QVERIFY(!escape::hasInvisible(text));
}

void TestEscape::spellsOutWhatNobodySees_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, char32_t c, const QString &expected) {
        QTest::newRow(name) << u'a' + fromPoint(c) + u'b' << u'a' + expected + u'b';
    };
    row("NUL", 0, u"\\u{0}"_s);
    row("new line", '\n', u"\\n"_s);
    row("carriage return", '\r', u"\\r"_s);
    row("tab", '\t', u"\\t"_s);
    row("ESC", 0x1B, u"\\u{1B}"_s);
    row("DEL", 0x7F, u"\\u{7F}"_s);
    row("C1 control sequence introducer", 0x9B, u"\\u{9B}"_s);
    row("no-break space", 0xA0, u"\\u{A0}"_s);
    row("soft hyphen", 0xAD, u"\\u{AD}"_s);
    row("combining grapheme joiner", 0x34F, u"\\u{34F}"_s);
    row("Arabic letter mark", 0x61C, u"\\u{61C}"_s);
    row("Hangul filler", 0x3164, u"\\u{3164}"_s);
    row("en quad", 0x2000, u"\\u{2000}"_s);
    row("zero width space", 0x200B, u"\\u{200B}"_s);
    row("left-to-right mark", 0x200E, u"\\u{200E}"_s);
    row("line separator", 0x2028, u"\\u{2028}"_s);
    row("paragraph separator", 0x2029, u"\\u{2029}"_s);
    row("right-to-left override", 0x202E, u"\\u{202E}"_s);
    row("word joiner", 0x2060, u"\\u{2060}"_s);
    row("isolate", 0x2066, u"\\u{2066}"_s);
    row("pop isolate", 0x2069, u"\\u{2069}"_s);
    row("blank Braille pattern", 0x2800, u"\\u{2800}"_s);
    row("variation selector", 0xFE0F, u"\\u{FE0F}"_s);
    row("byte order mark", 0xFEFF, u"\\u{FEFF}"_s);
    row("interlinear annotation", 0xFFF9, u"\\u{FFF9}"_s);
    row("noncharacter", 0xFFFF, u"\\u{FFFF}"_s);
    row("musical format", 0x1D173, u"\\u{1D173}"_s);
    row("tag a", 0xE0061, u"\\u{E0061}"_s);
    QTest::newRow("lone high surrogate") << u"a"_s + QChar(0xD800) << u"a\\u{D800}"_s;
    QTest::newRow("lone low surrogate") << QChar(0xDC00) + u"a"_s << u"\\u{DC00}a"_s;
    QTest::newRow("surrogates in the wrong order")
        << QString(QChar(0xDC00)) + QChar(0xD800) << u"\\u{DC00}\\u{D800}"_s;
}

void TestEscape::spellsOutWhatNobodySees()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(escape::forTerminal(text), expected);
    QCOMPARE(escape::visible(text), expected);
    QVERIFY(escape::hasInvisible(text));
}

void TestEscape::spellsOutEveryControlCharacter()
{
    for (char32_t c = 0; c < 0xA1; ++c) {
        const bool isControl = c < 0x20 || c >= 0x7F;
        QCOMPARE(escape::forTerminal(fromPoint(c)) != fromPoint(c), isControl);
    }
}

// Text can be hidden in them, a byte in each (a claim may hold a message that only machines read).
void TestEscape::spellsOutEveryTagAndSelector()
{
    for (char32_t c = 0xE0000; c <= 0xE0FFF; ++c)
        QVERIFY(escape::hasInvisible(u"😀"_s + fromPoint(c)));
    for (char32_t c = 0xFE00; c < 0xFE0F; ++c)
        QVERIFY(escape::hasInvisible(u"😀"_s + fromPoint(c)));
}

void TestEscape::keepsWhatJoinsAnEmoji_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("red heart") << u"\u2764\uFE0F"_s;
    QTest::newRow("programmer") << u"👩\u200D💻"_s;
    QTest::newRow("family") << u"👨\u200D👩\u200D👧"_s;
    QTest::newRow("skin tone") << u"👩🏽\u200D🚀"_s;
    QTest::newRow("heart on fire") << u"\u2764\uFE0F\u200D🔥"_s;
    QTest::newRow("selector at the end") << u"👁\uFE0F\u200D🗨\uFE0F"_s;
}

void TestEscape::keepsWhatJoinsAnEmoji()
{
    QFETCH(QString, text);
    QCOMPARE(escape::visible(text), text);
    QVERIFY(!escape::hasInvisible(text));
}

void TestEscape::spellsOutJoinersElsewhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("between letters") << u"ad\u200Dmin"_s << u"ad\\u{200D}min"_s;
    QTest::newRow("before an emoji") << u"a\u200D😀"_s << u"a\\u{200D}😀"_s;
    QTest::newRow("after an emoji") << u"😀\u200Da"_s << u"😀\\u{200D}a"_s;
    QTest::newRow("alone") << u"\u200D"_s << u"\\u{200D}"_s;
    QTest::newRow("at the end") << u"😀\u200D"_s << u"😀\\u{200D}"_s;
    QTest::newRow("twice") << u"😀\u200D\u200D😀"_s << u"😀\\u{200D}\\u{200D}😀"_s;
    QTest::newRow("selector twice") << u"\u2764\uFE0F\uFE0F"_s << u"\u2764\uFE0F\\u{FE0F}"_s;
    QTest::newRow("selector after a letter") << u"a\uFE0F"_s << u"a\\u{FE0F}"_s;
    QTest::newRow("selector first") << u"\uFE0F\u200D😀"_s << u"\\u{FE0F}\\u{200D}😀"_s;
    QTest::newRow("zero width non-joiner") << u"👩\u200C💻"_s << u"👩\\u{200C}💻"_s;
}

void TestEscape::spellsOutJoinersElsewhere()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(escape::forTerminal(text), expected);
    QVERIFY(escape::hasInvisible(text));
}

void TestEscape::showsBlanksAtTheEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("leading") << u" a"_s << u"\\u{20}a"_s;
    QTest::newRow("trailing") << u"a "_s << u"a\\u{20}"_s;
    QTest::newRow("both, several") << u"  a b "_s << u"\\u{20}\\u{20}a b\\u{20}"_s;
    QTest::newRow("only blanks") << u"  "_s << u"\\u{20}\\u{20}"_s;
    QTest::newRow("ideographic") << u"陳\u3000"_s << u"陳\\u{3000}"_s;
    QTest::newRow("behind a new line") << u"a\n "_s << u"a\\n\\u{20}"_s;
}

void TestEscape::showsBlanksAtTheEnds()
{
    QFETCH(QString, text);
    QTEST(escape::visible(text), "expected");
    QVERIFY(escape::hasInvisible(text));
}

void TestEscape::stopsATerminalSequence()
{
    QCOMPARE(escape::forTerminal(u"\u001B]0;owned\u0007\u001B[2J\r\nexp: valid"),
             u"\\u{1B}]0;owned\\u{7}\\u{1B}[2J\\r\\nexp: valid"_s);
}

void TestEscape::fencesMarkdown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"abc"_s << u"`abc`"_s;
    QTest::newRow("markup") << u"<img src=x> **b** [l](u) @all"_s
                            << u"`<img src=x> **b** [l](u) @all`"_s;
    QTest::newRow("empty") << u""_s << u"` `"_s;
    QTest::newRow("one inside") << u"a`b"_s << u"``a`b``"_s;
    QTest::newRow("runs inside") << u"a``b`c"_s << u"```a``b`c```"_s;
    QTest::newRow("at the start") << u"`a"_s << u"`` `a ``"_s;
    QTest::newRow("at the end") << u"a`"_s << u"`` a` ``"_s;
    QTest::newRow("only backticks") << u"```"_s << u"```` ``` ````"_s;
    QTest::newRow("blanks at both ends") << u" a "_s << u"`  a  `"_s;
    QTest::newRow("new line") << u"a\n# b"_s << u"`a\\n# b`"_s;
    QTest::newRow("bar of a table") << u"a|b"_s << u"`a\\u{7C}b`"_s;
}

void TestEscape::fencesMarkdown()
{
    QFETCH(QString, text);
    QTEST(escape::forMarkdownCode(text), "expected");
}

void TestEscape::escapesHtml_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"abc é 陳"_s << u"abc é 陳"_s;
    QTest::newRow("element") << u"<b>&amp;</b>"_s << u"&lt;b&gt;&amp;amp;&lt;/b&gt;"_s;
    QTest::newRow("double quotes") << u"\" onload=\"x"_s << u"&quot; onload=&quot;x"_s;
    QTest::newRow("single quotes") << u"' onload='x"_s << u"&#39; onload=&#39;x"_s;
    QTest::newRow("control") << u"a\u0000b\u202E"_s << u"a\\u{0}b\\u{202E}"_s;
}

void TestEscape::escapesHtml()
{
    QFETCH(QString, text);
    QTEST(escape::forHtml(text), "expected");
}

void TestEscape::quotesShellWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"abc"_s << u"'abc'"_s;
    QTest::newRow("empty") << u""_s << u"''"_s;
    QTest::newRow("single quote") << u"it's"_s << u"'it'\\''s'"_s;
    QTest::newRow("only quotes") << u"''"_s << u"''\\'''\\'''"_s;
    QTest::newRow("expansions") << u"$(id) `id` ${x} !1 *"_s << u"'$(id) `id` ${x} !1 *'"_s;
    QTest::newRow("end of a bracketed paste") << u"\u001B[201~id\n"_s << u"'\\u{1B}[201~id\\n'"_s;
}

void TestEscape::quotesShellWords()
{
    QFETCH(QString, text);
    QTEST(escape::forShell(text), "expected");
}

void TestEscape::shellReadsTheWordBack()
{
    const QString text = u"a'b\"c\\d $x `y` $(z) ; & | < > * ? ~ # ! {a,b} é陳😀  '"_s;
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"printf %s "_s + escape::forShell(text)});
    QSignalSpy finished(&shell, &QProcess::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), text);
}

QTEST_GUILESS_MAIN(TestEscape)
#include "tst_escape.moc"
