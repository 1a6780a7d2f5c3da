// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/heredocument.h"
#include "core/capture/lines.h"
#include "core/capture/wordreader.h"

#include <algorithm>

namespace capture {

namespace {

//! POSIX Shell Command Language section 2.2, and bash's `$'…'`.
class PosixReader final : private WordReader
{
public:
    PosixReader(const SourceText &text, qsizetype from)
        : WordReader(text, from)
        , m_text(&text)
    {
    }
    CommandLine read();

private:
    bool readNext();
    bool readUnquoted(char c);
    bool readLineBreak(qsizetype length);
    void readBackslash();
    void readSingleQuotes();
    void readDoubleQuotes();
    qsizetype readInDoubleQuotes(qsizetype at);
    void readDollar();
    void readVariable();
    bool readPrintedDocument();
    void readAnsiC();
    void readBackticks();
    bool readTypographicQuotes();
    void redirect();
    bool readHereMark();
    [[nodiscard]] qsizetype readHereDocuments(qsizetype from, qsizetype farthest);
    void endWord();

    const SourceText *m_text;
    QList<HereMark> m_hereMarks; //!< Their lines are still to come.
    bool m_isRedirected = false;
    bool m_isHereString = false;
};

CommandLine PosixReader::read()
{
    while (m_at < m_bytes.size() && readNext()) { }
    endWord();
    // Behind the rest of the line, which another command may take.
    constexpr qsizetype farthestBehind = 8 * 1024;
    if (!m_hereMarks.isEmpty())
        (void)readHereDocuments(nextLine(m_bytes, m_at), farthestBehind);
    return takeLine();
}

//! Where they end; `from` if they do not.
qsizetype PosixReader::readHereDocuments(qsizetype from, qsizetype farthest)
{
    for (const HereMark &mark : std::exchange(m_hereMarks, {})) {
        const auto document = readHereDocument(*m_text, from, mark, farthest);
        if (!document)
            break;
        m_line.inputs.append(document->text);
        from = nextLine(m_bytes, document->end);
    }
    return from;
}

void PosixReader::endWord()
{
    if (!isInWord())
        return;
    const Literal word = takeWord();
    if (std::exchange(m_isHereString, false))
        m_line.inputs.append(word);
    else if (!m_isRedirected)
        m_line.words.append(word);
    m_isRedirected = false;
}

//! False where the command ends.
bool PosixReader::readNext()
{
    if (const qsizetype lineBreak = lineBreakAt(m_bytes, m_at))
        return readLineBreak(lineBreak);
    switch (const char c = m_bytes[m_at]) {
    case '\\':
        readBackslash();
        return true;
    case '\'':
        readSingleQuotes();
        return true;
    case '"':
        readDoubleQuotes();
        return true;
    case '$':
        readDollar();
        return true;
    case '`':
        readBackticks();
        return true;
    default:
        return readUnquoted(c);
    }
}

bool PosixReader::readUnquoted(char c)
{
    if (c == ' ' || c == '\t') {
        endWord();
        ++m_at;
        return true;
    }
    if (c == '<' || c == '>') {
        redirect();
        return true;
    }
    const bool isComment = c == '#' && !isInWord();
    const bool isEnd
        = QByteArrayView(";|()").contains(c) || (c == '&' && !isAmpersandOfUrl(m_bytes, m_at));
    if (isComment || isEnd)
        return false;
    if (!readTypographicQuotes())
        keep(m_at, m_at + 1);
    return true;
}

bool PosixReader::readLineBreak(qsizetype length)
{
    endWord();
    if (!m_hereMarks.isEmpty()) {
        constexpr qsizetype farthest = 64 * 1024;
        const qsizetype from = m_at + length;
        const qsizetype end = readHereDocuments(from, farthest);
        m_at = end > from ? end : m_at;
        return false;
    }
    if (!goesOnWithOption(m_bytes, m_at))
        return false;
    m_at += length;
    return true;
}

//! Blanks behind the backslash of a continued line come from copying, and are forgiven.
void PosixReader::readBackslash()
{
    qsizetype next = m_at + 1;
    while (next < m_bytes.size() && m_bytes[next] == ' ')
        ++next;
    if (const qsizetype lineBreak = lineBreakAt(m_bytes, next)) {
        if (next > m_at + 1)
            endWord();
        m_at = next + lineBreak;
        if (m_bytes.sliced(m_at).startsWith("> ")) // the prompt of a continued line
            m_at += 2;
        return;
    }
    keep(std::min(m_at + 1, m_bytes.size()), std::min(m_at + 2, m_bytes.size()));
}

void PosixReader::readSingleQuotes()
{
    const auto isLetter = [&](qsizetype i) {
        return i >= 0 && i < m_bytes.size() && (m_bytes[i] | 0x20) >= 'a'
            && (m_bytes[i] | 0x20) <= 'z';
    };
    const qsizetype end = closingQuote(m_bytes, m_at, false);
    // "it didn't work" behind a command: an apostrophe.
    if (isLetter(m_at - 1) && isLetter(m_at + 1)
        && m_bytes.sliced(m_at, end - m_at).contains('\n')) {
        keep(m_at, m_at + 1);
        return;
    }
    const qsizetype start = m_at + 1;
    keep(start, start);
    // A variable in here is sent as it stands, which nobody means to do with a credential.
    for (qsizetype dollar = m_bytes.first(end).indexOf('$', start); dollar >= 0;
         dollar = m_bytes.first(end).indexOf('$', m_at)) {
        m_word.keep(m_at, dollar);
        const qsizetype variable = variableEnd(m_bytes.first(end), dollar, Shell::Posix);
        if (variable > dollar + 1)
            m_word.gap(dollar, variable);
        else
            m_word.keep(dollar, variable);
        m_at = variable;
    }
    m_word.keep(m_at, end);
    m_at = std::min(end + 1, m_bytes.size());
}

void PosixReader::readDoubleQuotes()
{
    qsizetype end = closingQuote(m_bytes, m_at, true);
    keep(m_at + 1, m_at + 1);
    while (m_at < end) {
        m_at = readInDoubleQuotes(m_at);
        if (m_at > end + 1) // A substitution has quotes of its own.
            end = quoteAt(m_bytes, m_at, '"', true);
    }
    m_at = std::min(std::max(m_at, end + 1), m_bytes.size());
}

qsizetype PosixReader::readInDoubleQuotes(qsizetype at)
{
    const char c = m_bytes[at];
    if (c == '$' || c == '`') {
        m_at = at;
        c == '$' ? readVariable() : readBackticks();
        return m_at;
    }
    if (c != '\\') {
        m_word.keep(at, at + 1);
        return at + 1;
    }
    if (const qsizetype lineBreak = lineBreakAt(m_bytes, at + 1))
        return at + 1 + lineBreak;
    const bool isEscape
        = at + 1 < m_bytes.size() && QByteArrayView("$`\"\\").contains(m_bytes[at + 1]);
    const qsizetype end = std::min(at + 2, m_bytes.size());
    m_word.keep(isEscape ? at + 1 : at, end);
    return end;
}

//! `$'…'`, `$"…"` or a variable.
void PosixReader::readDollar()
{
    const char next = m_at + 1 < m_bytes.size() ? m_bytes[m_at + 1] : '\0';
    if (next == '\'')
        return readAnsiC();
    if (next != '"')
        return readVariable();
    ++m_at;
    readDoubleQuotes();
}

//! `$(cat <<EOF …)`: the document itself.
bool PosixReader::readPrintedDocument()
{
    constexpr QByteArrayView opening("$(cat <<");
    constexpr qsizetype farthest = 64 * 1024;
    if (!m_bytes.sliced(m_at).startsWith(opening))
        return false;
    const HereMark mark = capture::readHereMark(m_bytes, m_at + opening.size() - 2);
    const bool isAlone = lineBreakAt(m_bytes, mark.end) > 0 && !mark.word.isEmpty();
    const auto document = isAlone
        ? readHereDocument(*m_text, nextLine(m_bytes, mark.end), mark, farthest)
        : std::nullopt;
    qsizetype end = document ? document->end : m_bytes.size();
    while (end < m_bytes.size() && uchar(m_bytes[end]) <= ' ')
        ++end;
    if (end >= m_bytes.size() || m_bytes[end] != ')')
        return false;
    beginWord(m_at);
    m_word.append(document->text);
    m_at = end + 1;
    return true;
}

void PosixReader::readVariable()
{
    if (readPrintedDocument())
        return;
    const qsizetype end = variableEnd(m_bytes, m_at, Shell::Posix);
    if (end > m_at + 1)
        keepGap(end);
    else
        keep(m_at, end);
}

void PosixReader::readAnsiC()
{
    const qsizetype end = closingQuote(m_bytes, ++m_at, true);
    keep(m_at + 1, m_at + 1);
    while (m_at < end) {
        if (m_bytes[m_at] == '\\')
            m_at = readEscape(m_bytes, m_at, m_word);
        else
            keep(m_at, m_at + 1);
    }
    m_at = std::min(std::max(m_at, end + 1), m_bytes.size());
}

//! Another command's output; what is not closed on its line is a mere backtick.
void PosixReader::readBackticks()
{
    constexpr qsizetype longest = 512;
    const QByteArrayView rest
        = m_bytes.sliced(m_at + 1).first(std::min(longest, m_bytes.size() - m_at - 1));
    const qsizetype length = rest.indexOf('`');
    if (length < 0 || rest.first(length).contains('\n')) {
        keep(m_at, m_at + 1);
        return;
    }
    keepGap(m_at + length + 2);
}

//! Word processors and chats turn quotes into these; no shell would take them.
bool PosixReader::readTypographicQuotes()
{
    constexpr qsizetype markSize = 3;
    const auto isMark = [](QByteArrayView at, bool isDouble) {
        return at.startsWith(isDouble ? "\xE2\x80\x9C" : "\xE2\x80\x98")
            || at.startsWith(isDouble ? "\xE2\x80\x9D" : "\xE2\x80\x99");
    };
    const QByteArrayView rest = m_bytes.sliced(m_at);
    const bool isDouble = isMark(rest, true);
    if (isInWord() || rest[0] != '\xE2' || (!isDouble && !isMark(rest, false)))
        return false;
    for (qsizetype i = markSize; i < rest.size() && rest[i] != '\n'; ++i) {
        if (rest[i] != '\xE2' || !isMark(rest.sliced(i), isDouble))
            continue;
        keep(m_at + markSize, m_at + i);
        m_at += markSize;
        return true;
    }
    return false;
}

//! Its lines follow behind the line that it stands on.
bool PosixReader::readHereMark()
{
    const QByteArrayView rest = m_bytes.sliced(m_at);
    if (!rest.startsWith("<<") || rest.startsWith("<<<"))
        return false;
    const HereMark mark = capture::readHereMark(m_bytes, m_at);
    if (mark.word.isEmpty())
        return false;
    m_hereMarks.append(mark);
    m_isRedirected = false;
    m_at = mark.end;
    return true;
}

//! `2>&1`, `> file`, and bash's `<<< text`: the word behind it is a file, the number
//! before it a descriptor.
void PosixReader::redirect()
{
    const QByteArrayView before
        = isInWord() ? m_bytes.sliced(m_wordStart, m_at - m_wordStart) : QByteArrayView();
    const bool isDescriptor
        = std::ranges::all_of(before, [](char c) { return c >= '0' && c <= '9'; });
    m_isRedirected = isInWord() && isDescriptor;
    endWord();
    if (readHereMark())
        return;
    m_isHereString = m_bytes.sliced(m_at).startsWith("<<<");
    while (m_at < m_bytes.size() && QByteArrayView("<>&|").contains(m_bytes[m_at]))
        ++m_at;
    m_isRedirected = true;
}

} // namespace

CommandLine readPosixCommand(const SourceText &text, qsizetype from)
{
    return PosixReader(text, from).read();
}

} // namespace capture
