// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/wordreader.h"

#include <algorithm>

namespace capture {

namespace {

//! Behind a line break: the here-string's end mark, which must begin its line.
qsizetype hereStringEnd(QByteArrayView text, qsizetype at, char quote)
{
    const char mark[] = {'\n', quote, '@'};
    const qsizetype end = text.indexOf(QByteArrayView(mark, 3), at);
    return end < 0 ? text.size() : end;
}

qsizetype readBacktick(QByteArrayView text, qsizetype at, LiteralWriter &writer)
{
    constexpr QByteArrayView letters("0abefnrtv");
    constexpr QByteArrayView controls("\0\a\b\x1b\f\n\r\t\v", 9);
    if (at + 1 >= text.size())
        return at + 1;
    if (const qsizetype lineBreak = lineBreakAt(text, at + 1))
        return at + 1 + lineBreak;
    const qsizetype letter = letters.indexOf(text[at + 1]);
    if (letter >= 0)
        writer.replace(controls.sliced(letter, 1), at, at + 2);
    else
        writer.keep(at + 1, at + 2);
    return at + 2;
}

qsizetype readDollar(QByteArrayView text, qsizetype at, LiteralWriter &writer)
{
    const qsizetype end = variableEnd(text, at, Shell::PowerShell);
    if (end > at + 1)
        writer.gap(at, end);
    else
        writer.keep(at, end);
    return end;
}

//! One byte, escape or variable of a string in double quotes that ends at `end`.
qsizetype readInDoubleQuotes(QByteArrayView text, qsizetype at, LiteralWriter &writer)
{
    if (text[at] == '`')
        return readBacktick(text, at, writer);
    if (text[at] == '$')
        return readDollar(text, at, writer);
    writer.keep(at, at + 1);
    return at + 1;
}

qsizetype readHereString(QByteArrayView text, qsizetype at, LiteralWriter &writer)
{
    const char quote = text[at + 1];
    const qsizetype lineEnd = text.indexOf('\n', at);
    qsizetype from = lineEnd < 0 ? text.size() : lineEnd + 1;
    const qsizetype end = std::max(from, hereStringEnd(text, std::max(lineEnd, at), quote));
    const qsizetype last = end > from && text[end - 1] == '\r' ? end - 1 : end;
    if (quote == '\'')
        writer.keep(from, last);
    else
        while (from < last)
            from = readInDoubleQuotes(text.first(last), from, writer);
    return std::min(end + 3, text.size());
}

class PowerShellReader final : private WordReader
{
public:
    PowerShellReader(const SourceText &text, qsizetype from)
        : WordReader(text, from)
    {
    }
    CommandLine read();

private:
    bool readNext();
    bool readUnquoted(char c);
    void endWord();
};

//! Windows PowerShell hands inner quotes to programs only where they are written `\"`.
Literal withoutBackslashes(const Literal &word)
{
    if (!word.bytes().contains("\\\""))
        return word;
    Literal plain = word.sliced(0, 0);
    qsizetype start = 0;
    for (qsizetype at = word.bytes().indexOf("\\\""); at >= 0;
         at = word.bytes().indexOf("\\\"", start)) {
        plain.append(word.sliced(start, at - start));
        plain.append(word.sliced(at + 1, 1));
        start = at + 2;
    }
    plain.append(word.sliced(start));
    return plain;
}

CommandLine PowerShellReader::read()
{
    while (m_at < m_bytes.size() && readNext()) { }
    endWord();
    return takeLine();
}

void PowerShellReader::endWord()
{
    if (isInWord())
        m_line.words.append(withoutBackslashes(takeWord()));
}

//! False where the command ends.
bool PowerShellReader::readNext()
{
    const char c = m_bytes[m_at];
    if (const qsizetype lineBreak = lineBreakAt(m_bytes, m_at)) {
        endWord();
        if (!goesOnWithOption(m_bytes, m_at))
            return false;
        m_at += lineBreak;
        return true;
    }
    if (c == ' ' || c == '\t' || (c == '`' && lineBreakAt(m_bytes, m_at + 1) > 0)) {
        endWord();
        m_at += c == '`' ? 1 + lineBreakAt(m_bytes, m_at + 1) : 1;
        return true;
    }
    return readUnquoted(c);
}

bool PowerShellReader::readUnquoted(char c)
{
    const bool isEnd = QByteArrayView(";|>()}").contains(c) || (c == '#' && !isInWord())
        || (c == '&' && !isAmpersandOfUrl(m_bytes, m_at));
    if (isEnd)
        return false;
    beginWord(m_at);
    const bool isHere = c == '@' && m_at + 1 < m_bytes.size()
        && (m_bytes[m_at + 1] == '\'' || m_bytes[m_at + 1] == '"');
    if (c == '\'' || c == '"' || isHere)
        m_at = readPowerShellString(m_bytes, m_at, m_word);
    else
        m_at = readInDoubleQuotes(m_bytes, m_at, m_word);
    return true;
}

} // namespace

qsizetype readPowerShellString(QByteArrayView text, qsizetype at, LiteralWriter &writer)
{
    if (text[at] == '@')
        return readHereString(text, at, writer);
    const char quote = text[at];
    qsizetype i = at + 1;
    while (i < text.size()) {
        if (text[i] == quote && (i + 1 == text.size() || text[i + 1] != quote))
            return i + 1;
        if (text[i] == quote) { // two of them are one
            writer.keep(i, i + 1);
            i += 2;
        } else if (quote == '"') {
            i = readInDoubleQuotes(text, i, writer);
        } else {
            writer.keep(i, i + 1);
            ++i;
        }
    }
    return text.size();
}

CommandLine readPowerShellCommand(const SourceText &text, qsizetype from)
{
    return PowerShellReader(text, from).read();
}

} // namespace capture
