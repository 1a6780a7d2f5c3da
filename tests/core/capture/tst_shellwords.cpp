// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/shellwords.h"

#include <QTest>

using capture::Shell;
using namespace Qt::Literals::StringLiterals;

//! Words of a command line, each knowing where in the text it stands.
class TestShellWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void marksGaps_data();
    void marksGaps();
    void endsWithTheCommand_data();
    void endsWithTheCommand();
    void keepsSpans();
    void tellsShells_data();
    void tellsShells();
};

namespace {

QByteArray joined(const capture::CommandLine &line)
{
    QByteArrayList words;
    for (const capture::Literal &word : line.words)
        words.append(word.text.bytes());
    return words.join('|');
}

} // namespace

void TestShellWords::splits_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, Shell shell, const QByteArray &text,
                        const QByteArray &words) { QTest::newRow(name) << shell << text << words; };
    using enum Shell;
    row("blanks", Posix, "a  b\tc", "a|b|c");
    row("single quotes", Posix, R"('a b' 'c\n"d')", R"(a b|c\n"d)");
    row("double quotes", Posix, R"("a \"b\" \\ \n \`")", R"(a "b" \ \n `)");
    row("empty words", Posix, R"('' "" $'')", "||");
    row("joined quotes", Posix, R"(a'b'"c"\d)", "abcd");
    row("the quote in single quotes", Posix, R"('it'\''s')", "it's");
    row("ANSI-C", Posix, R"($'a\n\t\x41\u00e9\'\\\101')", "a\n\tA\xC3\xA9'\\A");
    row("ANSI-C in a word", Posix, R"(-H$'a\x20b')", "-Ha b");
    row("locale's quotes", Posix, R"($"a b")", "a b");
    row("no ANSI-C in double quotes", Posix, R"("$'a'")", "$'a'");
    row("continued", Posix, "a \\\n  b \\\r\n c", "a|b|c");
    row("continued in a word", Posix, "a\\\nb \"c\\\nd\"", "ab|cd");
    row("redirections", Posix, "a >out 2>&1 < in b 2>/dev/null", "a|b");
    row("a here-document is no word", Posix, "a <<EOF b <<- 'END' c\nx\nEOF\ny\nEND\n", "a|b|c");
    row("an open quote ends with its line", Posix, "a 'b c\n", "a|b c");
    row("an apostrophe", Posix, "a didn't work\nb 'c'", "a|didn't|work");
    row("typographic quotes", Posix,
        "\xE2\x80\x9C"
        "a b\xE2\x80\x9D c",
        "a b|c");
    row("a backslash at the end", Posix, "a\\", "a");
    row("a dollar at the end", Posix, "a $", "a|$");
    row("NUL", Posix, QByteArray("a\0b c", 5), QByteArray("a\0b|c", 5));

    row("carets", Cmd, R"(^"a b^" c^^d)", "a b|c^d");
    row("escaped quotes in carets", Cmd, R"(^"^{^\^"a^\^":1^}^")", R"({"a":1})");
    row("quotes keep carets", Cmd, R"("a ^ b")", "a ^ b");
    row("doubled quotes", Cmd, R"("a ""b"" c")", R"(a "b" c)");
    row("backslashes count before quotes only", Cmd, R"(a\\b "c\\" "d\\\"e")", R"(a\\b|c\|d\"e)");
    row("caret and newline", Cmd, "a ^\n  b ^\r\n  c", "a|b|c");
    row("a line break in a word", Cmd, "^\"a^\n\nb^\"", "a\nb");
    row("a caret at the end", Cmd, "a ^", "a");
    row("an escaped percent", Cmd, R"(^"%^41^")", "%41");

    row("PowerShell's single quotes", PowerShell, "'it''s' a", "it's|a");
    row("backticks", PowerShell, "\"a`\"b`nc``\" d`\n e", "a\"b\nc`|d|e");
    row("PowerShell's doubled quotes", PowerShell, R"("a""b")", R"(a"b)");
    row("backslash and quote", PowerShell, R"('{\"a\":1}')", R"({"a":1})");
    row("here-string", PowerShell, "@'\na 'b'\n'@ c", "a 'b'|c");
}

void TestShellWords::splits()
{
    QFETCH(Shell, shell);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, words);
    const capture::SourceText source(text);
    QCOMPARE(joined(readCommandLine(source, 0, shell)), words);
}

void TestShellWords::marksGaps_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("gap");
    using enum Shell;
    QTest::newRow("name") << Posix << "\"a $TOKEN b\""_ba
                          << "$TOKEN"_ba;
    QTest::newRow("braces") << Posix << "a${TOKEN:-x}b"_ba
                            << "${TOKEN:-x}"_ba;
    QTest::newRow("command") << Posix << "\"$(cat $(echo f))\""_ba
                             << "$(cat $(echo f))"_ba;
    QTest::newRow("backticks") << Posix << "\"a `cat f`\""_ba
                               << "`cat f`"_ba;
    QTest::newRow("single quotes") << Posix << "'a $TOKEN'"_ba
                                   << "$TOKEN"_ba;
    QTest::newRow("escaped") << Posix << "\"\\$TOKEN\""_ba
                             << ""_ba;
    QTest::newRow("a price") << Posix << "'5 $ a'"_ba
                             << ""_ba;
    QTest::newRow("percent") << Cmd << "\"a %TOKEN% b\""_ba
                             << "%TOKEN%"_ba;
    QTest::newRow("percent-encoding") << Cmd << "%20b%20"_ba
                                      << ""_ba;
    QTest::newRow("environment") << PowerShell << "\"a $env:TOKEN\""_ba
                                 << "$env:TOKEN"_ba;
    QTest::newRow("member") << PowerShell << "\"$r.access_token.\""_ba
                            << "$r.access_token"_ba;
    QTest::newRow("PowerShell's escape") << PowerShell << "\"`$TOKEN\""_ba
                                         << ""_ba;
}

void TestShellWords::marksGaps()
{
    QFETCH(Shell, shell);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, gap);
    const capture::SourceText source(text);
    const capture::CommandLine line = readCommandLine(source, 0, shell);
    QByteArray found;
    for (const capture::Literal &word : line.words) {
        for (const capture::Gap &place : word.gaps)
            found += word.text.bytes().mid(place.at, place.length);
    }
    QCOMPARE(found, gap);
}

void TestShellWords::endsWithTheCommand_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("line") << "a b\nc"_ba
                          << "\nc"_ba;
    QTest::newRow("CRLF") << "a b\r\nc"_ba
                          << "\r\nc"_ba;
    QTest::newRow("pipe") << "a b | c"_ba
                          << "| c"_ba;
    QTest::newRow("and") << "a b && c"_ba
                         << "&& c"_ba;
    QTest::newRow("semicolon") << "a b; c"_ba
                               << "; c"_ba;
    QTest::newRow("comment") << "a b # c"_ba
                             << "# c"_ba;
    QTest::newRow("bracket") << "a b) c"_ba
                             << ") c"_ba;
    QTest::newRow("no comment in a word") << "a b#c"_ba
                                          << ""_ba;
    QTest::newRow("a here-document") << "a <<EOF\nb\nEOF\nc"_ba
                                     << "c"_ba;
    QTest::newRow("a here-document that does not end") << "a <<EOF\nb"_ba
                                                       << "\nb"_ba;
    QTest::newRow("the mark of a continued line was lost") << "a b\n  -H c"_ba
                                                           << ""_ba;
    QTest::newRow("a list is no option") << "a b\n - c"_ba
                                         << "\n - c"_ba;
}

void TestShellWords::endsWithTheCommand()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, rest);
    QCOMPARE(text.mid(readCommandLine(capture::SourceText(text), 0, Shell::Posix).end), rest);
}

void TestShellWords::keepsSpans()
{
    const QByteArray text = "x 'a'\"b\\\"c\" d";
    const capture::CommandLine line = readCommandLine(capture::SourceText(text), 0, Shell::Posix);
    QCOMPARE(line.words.size(), 3);
    const capture::SourceText &word = line.words[1].text;
    QCOMPARE(word.bytes(), "ab\"c"_ba);
    QCOMPARE(word.span(), (base::Span{3, 10}));
    QCOMPARE(word.span(1, 1), (base::Span{6, 7}));
    QCOMPARE(word.span(3, 1), (base::Span{9, 10}));
}

void TestShellWords::tellsShells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Shell>("shell");
    QTest::newRow("backslash") << "curl a \\\n b"_ba << Shell::Posix;
    QTest::newRow("caret") << "curl a ^\n b"_ba << Shell::Cmd;
    QTest::newRow("caret and CRLF") << "curl a ^\r\n b"_ba << Shell::Cmd;
    QTest::newRow("quoted caret") << "curl ^\"a^\""_ba << Shell::Cmd;
    QTest::newRow("backtick") << "curl.exe a `\n b"_ba << Shell::PowerShell;
    QTest::newRow("a command in backticks") << "curl `a`"_ba << Shell::Posix;
}

void TestShellWords::tellsShells()
{
    QFETCH(QByteArray, text);
    QTEST(capture::shellOf(text, 0), "shell");
}

QTEST_GUILESS_MAIN(TestShellWords)

#include "tst_shellwords.moc"
