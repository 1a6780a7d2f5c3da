// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/wordreader.h"

#include <algorithm>

namespace capture {

namespace {

//! What cmd.exe does to a line before a program sees it: its carets are taken off, a caret at the
//! end of a line joins the next one. Chrome and Firefox write quotes as `^"` and `^\^"`.
class CaretReader
{
public:
    CaretReader(const SourceText &text, qsizetype from)
        : m_bytes(text.bytes())
        , m_out(text)
        , m_at(from)
    {
    }
    //! The line without carets; `end` is where it ended in the text.
    Literal read(qsizetype &end);

private:
    bool readNext();
    void readCaret();
    [[nodiscard]] bool isEnd(char c) const;

    QByteArrayView m_bytes;
    LiteralWriter m_out;
    qsizetype m_at;
    bool m_isQuoted = false;
};

Literal CaretReader::read(qsizetype &end)
{
    const qsizetype from = m_at;
    while (m_at < m_bytes.size() && readNext()) { }
    end = m_at;
    return m_out.take(std::min(from, m_bytes.size()));
}

bool CaretReader::isEnd(char c) const
{
    if (m_isQuoted)
        return false;
    return QByteArrayView("|<>").contains(c) || (c == '&' && !isAmpersandOfUrl(m_bytes, m_at));
}

bool CaretReader::readNext()
{
    const char c = m_bytes[m_at];
    if (const qsizetype lineBreak = lineBreakAt(m_bytes, m_at)) {
        if (!goesOnWithOption(m_bytes, m_at))
            return false;
        m_out.replace(" ", m_at, m_at + lineBreak);
        m_at += lineBreak;
        m_isQuoted = false;
        return true;
    }
    if (c == '^' && !m_isQuoted) {
        readCaret();
        return true;
    }
    if (isEnd(c))
        return false;
    if (c == '"')
        m_isQuoted = !m_isQuoted;
    m_out.keep(m_at, m_at + 1);
    ++m_at;
    return true;
}

//! The byte behind the caret stands for itself; behind a caret that joins lines, the byte behind
//! the line break does.
void CaretReader::readCaret()
{
    ++m_at;
    m_at += lineBreakAt(m_bytes, m_at);
    if (const qsizetype lineBreak = lineBreakAt(m_bytes, m_at)) {
        m_out.replace("\n", m_at, m_at + lineBreak);
        m_at += lineBreak;
        return;
    }
    if (m_at < m_bytes.size()) {
        m_out.keep(m_at, m_at + 1);
        ++m_at;
    }
}

//! How a program's start-up code cuts a command line into arguments: backslashes count before
//! quotes only, two quotes inside quotes are one.
class ArgumentReader final : private WordReader
{
public:
    explicit ArgumentReader(const SourceText &line)
        : WordReader(line, 0)
    {
    }
    QList<Literal> read();

private:
    void readNext();
    void readBackslashes();
    void readQuote();
    void readPercent();
    void endWord();

    bool m_isQuoted = false;
};

QList<Literal> ArgumentReader::read()
{
    while (m_at < m_bytes.size())
        readNext();
    endWord();
    return takeLine().words;
}

void ArgumentReader::endWord()
{
    if (isInWord())
        m_line.words.append(takeWord());
}

void ArgumentReader::readNext()
{
    const char c = m_bytes[m_at];
    if (c == '\\')
        return readBackslashes();
    if (c == '"')
        return readQuote();
    if (c == '%')
        return readPercent();
    if (m_isQuoted || (c != ' ' && c != '\t'))
        return keep(m_at, m_at + 1);
    endWord();
    ++m_at;
}

void ArgumentReader::readBackslashes()
{
    qsizetype end = m_at;
    while (end < m_bytes.size() && m_bytes[end] == '\\')
        ++end;
    if (end == m_bytes.size() || m_bytes[end] != '"')
        return keep(m_at, end);
    const qsizetype count = end - m_at;
    if (count > 1)
        keep(end - count / 2, end);
    m_at = end;
    if (count % 2 == 1)
        keep(end, end + 1);
}

void ArgumentReader::readQuote()
{
    if (m_isQuoted && m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '"') {
        keep(m_at, m_at + 1);
        ++m_at;
        return;
    }
    m_isQuoted = !m_isQuoted;
    keep(m_at + 1, m_at + 1);
}

//! `%NAME%`; what does not look like a name is percent-encoding.
void ArgumentReader::readPercent()
{
    constexpr qsizetype longest = 64;
    const auto isName = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '_';
    };
    const qsizetype limit = std::min(m_bytes.size(), m_at + longest);
    qsizetype end = m_at + 1;
    while (end < limit && isName(m_bytes[end]))
        ++end;
    const bool isDigit = m_at + 1 < limit && m_bytes[m_at + 1] <= '9';
    if (end >= limit || m_bytes[end] != '%' || end == m_at + 1 || isDigit)
        return keep(m_at, m_at + 1);
    keepGap(end + 1);
}

} // namespace

CommandLine readCmdCommand(const SourceText &text, qsizetype from)
{
    CommandLine line;
    const Literal plain = CaretReader(text, from).read(line.end);
    line.words = ArgumentReader(plain.text).read();
    return line;
}

} // namespace capture
