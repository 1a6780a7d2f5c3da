// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/lines.h"
#include "core/capture/literal.h"
#include "core/capture/logline.h"
#include "core/capture/messageforms.h"
#include "core/capture/messagehead.h"
#include "core/capture/printout.h"

#include <algorithm>

namespace capture {

namespace {

constexpr qsizetype farthestQuote = 160;

//! Where the first quotation mark of a line stands that may open a dump; -1 without one.
qsizetype quoteIn(QByteArrayView line)
{
    const QByteArrayView head = line.first(std::min(line.size(), farthestQuote));
    const auto quote = std::ranges::find_if(head, [](char c) { return c == '"' || c == '\''; });
    return quote == head.end() ? -1 : quote - head.begin();
}

//! What stands behind the quotation mark up to the first line break, which is written as one: an
//! access log has request lines in quotes too, and nothing behind them.
QByteArrayView firstLineIn(QByteArrayView line, qsizetype quote)
{
    const QByteArrayView inner = line.sliced(quote + 1);
    return inner.first(std::max(inner.indexOf("\\r\\n"), qsizetype(0)));
}

bool beginsMessage(QByteArrayView line, qsizetype quote)
{
    const QByteArrayView first = firstLineIn(line, quote);
    return isRequestLine(first) || isStatusLine(first);
}

//! Walks over messages that programs print as literals, one or several to a message: Go's %q of
//! httputil.DumpRequest, Ruby's set_debug_output, the repr of Python's bytes.
class QuotedDumpReader final : private Printout
{
public:
    QuotedDumpReader(const SourceText &text, qsizetype from, Collector &collector)
        : Printout(text, from, collector)
        , m_end(from)
    {
    }

    [[nodiscard]] qsizetype read();

private:
    bool readLine();
    void finishMessage();

    SourceText m_mark; //!< What stands in front of the literal: a time, an arrow.
    SourceText m_message;
    bool m_isOpen = false;
    qsizetype m_end; //!< Behind the last line that was of a dump.
};

void QuotedDumpReader::finishMessage()
{
    if (!std::exchange(m_isOpen, false))
        return;
    if (isRequestLine(lineAt(m_message.bytes(), 0)))
        (void)m_reader.readRequest(m_message, 0);
    else
        (void)m_reader.readResponse(m_message, 0);
    Request *request = m_collector.request(m_reader.request());
    if (request && !request->time)
        request->time = parseLogLine(m_mark).time;
    m_reader.extend(m_text.span(0, m_end).end);
    m_message = SourceText();
}

bool QuotedDumpReader::readLine()
{
    const QByteArrayView line = lineAt(m_bytes, m_at);
    const qsizetype quote = quoteIn(line);
    if (quote < 0)
        return false;
    const SourceText mark = m_text.sliced(m_at, quote).trimmed();
    const bool begins = beginsMessage(line, quote);
    if (!begins && (!m_isOpen || mark.bytes() != m_mark.bytes()))
        return false;
    if (m_at > m_end) {
        const SourceText between = m_text.sliced(m_end, m_at - m_end);
        m_collector.text(-1, Side::Unknown, between);
        m_collector.remark(-1, between);
    }
    if (begins) {
        finishMessage();
        m_mark = mark;
        m_isOpen = true;
    }
    m_message.append(readQuoted(m_text, m_at + quote, m_at + line.size()).text);
    m_end = nextLine(m_bytes, m_at);
    return true;
}

qsizetype QuotedDumpReader::read()
{
    constexpr int mostBetween = 4; // "reading 23 bytes...", and what else a log says meanwhile
    for (int between = 0; m_at < m_bytes.size() && between <= mostBetween;) {
        between = readLine() ? 0 : between + 1;
        m_at = nextLine(m_bytes, m_at);
    }
    finishMessage();
    return m_end;
}

} // namespace

bool beginsQuotedDump(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, from);
    const qsizetype quote = quoteIn(line);
    if (quote < 0 || line.startsWith('{'))
        return false;
    // The end of a long first line is not in sight.
    const bool isCut = line.indexOf("\\r\\n", quote) < 0 && from + line.size() < text.size()
        && text[from + line.size()] != '\n' && text[from + line.size()] != '\r';
    return isCut ? line.sliced(quote + 1).contains(" /") : beginsMessage(line, quote);
}

qsizetype readQuotedDump(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView line = lineAt(text.bytes(), from);
    if (!beginsMessage(line, quoteIn(line)))
        return from;
    return QuotedDumpReader(text, from, collector).read();
}

} // namespace capture
