// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/curllines.h"
#include "core/capture/lines.h"
#include "core/capture/messagebody.h"
#include "core/capture/messagefields.h"
#include "core/capture/messageforms.h"
#include "core/capture/printout.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

enum class Block : quint8 { Remark, SentHeader, SentData, ReceivedHeader, ReceivedData, Other };

struct Title
{
    QByteArrayView text;
    Block block = Block::Other;
};
constexpr std::array<Title, 8> titles{{
    {"== Info:", Block::Remark},
    {"=> Send header", Block::SentHeader},
    {"=> Send data", Block::SentData},
    {"=> Send SSL data", Block::Other},
    {"<= Recv header", Block::ReceivedHeader},
    {"<= Recv data", Block::ReceivedData},
    {"<= Recv SSL data", Block::Other},
    {"=> ", Block::Other},
}};

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

const Title *titleOf(QByteArrayView line)
{
    const QByteArrayView rest = line.sliced(curlPrefixLength(line));
    const auto title = std::ranges::find_if(
        titles, [rest](const Title &row) { return rest.startsWith(row.text); });
    return title == titles.end() ? nullptr : &*title;
}

//! "001f: …": the number in front, and where the rest begins; a start of -1 if it is no such line.
struct DumpLine
{
    qsizetype offset = 0;
    qsizetype start = -1;
};

DumpLine dumpLine(QByteArrayView line)
{
    constexpr qsizetype fewest = 4;
    constexpr qsizetype most = 12;
    qsizetype digits = 0;
    while (digits < line.size() && digits < most && isHexDigit(line[digits]))
        ++digits;
    if (digits < fewest || !line.sliced(digits).startsWith(':'))
        return {};
    const bool hasBlank = line.sliced(digits + 1).startsWith(' ');
    return {qsizetype(line.first(digits).toByteArray().toLongLong(nullptr, 16)),
            digits + (hasBlank ? 2 : 1)};
}

constexpr qsizetype bytesALine = 16;
constexpr qsizetype hexColumns = 3 * bytesALine;

bool isHexPair(QByteArrayView text, qsizetype at)
{
    return at + 2 <= text.size() && isHexDigit(text[at]) && isHexDigit(text[at + 1])
        && (at + 2 == text.size() || text[at + 2] == ' ');
}

//! How many bytes the hexadecimal columns of --trace hold; 0 if these are none. Behind them stands
//! one character a byte.
qsizetype hexCount(QByteArrayView content)
{
    qsizetype count = 0;
    while (count < bytesALine && isHexPair(content, 3 * count))
        ++count;
    const bool isPadded = content.size() > hexColumns
        && content.sliced(3 * count, hexColumns - 3 * count).trimmed().isEmpty();
    return isPadded && content.size() <= hexColumns + count ? count : 0;
}

//! One piece of what went over the wire, put together again.
class Dump
{
public:
    //! The next block. Each line of a response's head is one, without its line break.
    void begin() { m_next = 0; }
    void breakLine(const base::Span &where);
    void add(const DumpLine &line, const SourceText &content);
    [[nodiscard]] const SourceText &text() const { return m_text; }
    [[nodiscard]] SourceText take() { return std::exchange(m_text, SourceText()); }

private:
    void addHex(const SourceText &content, qsizetype count);

    SourceText m_text;
    qsizetype m_next = 0; //!< The offset that goes on where the last line ended.
};

void Dump::addHex(const SourceText &content, qsizetype count)
{
    for (qsizetype byte = 0; byte < count; ++byte) {
        const QByteArray pair = content.bytes().sliced(3 * byte, 2);
        m_text.appendReplaced(QByteArray::fromHex(pair), content.span(3 * byte, 2));
    }
}

//! --trace-ascii begins a new line at each line break, which it does not show: the numbers in front
//! tell a break from a line that was too long for it.
void Dump::add(const DumpLine &line, const SourceText &content)
{
    if (const qsizetype count = hexCount(content.bytes()); count > 0)
        return addHex(content, count);
    if (line.offset > m_next && m_next > 0)
        m_text.appendReplaced("\r\n", content.span(0, 0));
    m_text.append(content);
    m_next = line.offset + content.size();
}

void Dump::breakLine(const base::Span &where)
{
    if (!m_text.isEmpty() && !m_text.bytes().endsWith('\n'))
        m_text.appendReplaced("\r\n", where);
}

//! A status line, as text or as bytes.
bool startsHead(QByteArrayView content)
{
    constexpr QByteArrayView hex("48 54 54 50 2f"); // HTTP/
    return isStatusLine(content) || (hexCount(content) > 0 && content.startsWith(hex));
}

class TraceReader final : private Printout
{
public:
    TraceReader(const SourceText &text, qsizetype from, Collector &collector)
        : Printout(text, from, collector)
    {
    }

    [[nodiscard]] qsizetype read();

private:
    bool readLine();
    void begin(Block block);
    void finish();
    void finishSent();
    void finishReceived();
    void finishHead(const SourceText &head, Side side);
    [[nodiscard]] Dump *dumpOf(Block block);

    Block m_block = Block::Other;
    std::array<Dump, 4> m_dumps; //!< Headers and data, sent and received.
    QByteArray m_contentType;
};

Dump *TraceReader::dumpOf(Block block)
{
    switch (block) {
    case Block::SentHeader:
        return &m_dumps[0];
    case Block::SentData:
        return &m_dumps[1];
    case Block::ReceivedHeader:
        return &m_dumps[2];
    case Block::ReceivedData:
        return &m_dumps[3];
    default:
        return nullptr;
    }
}

void TraceReader::finishHead(const SourceText &head, Side side)
{
    const QByteArrayView line = lineAt(head.bytes(), 0);
    if (side == Side::Request)
        m_reader.startRequest(head.sliced(0, line.size()));
    else
        m_reader.startResponse(head.sliced(0, line.size()));
    const MessageHead fields = readHead(head, nextLine(head.bytes(), 0));
    collectFields(m_collector, m_reader.request(), side, fields.fields);
    m_contentType = fields.value("content-type");
}

void TraceReader::finishSent()
{
    const SourceText head = m_dumps[0].take();
    if (!head.isEmpty())
        finishHead(head, Side::Request);
    const SourceText data = m_dumps[1].take();
    if (!data.isEmpty())
        m_collector.body(m_reader.request(), Side::Request, data, m_contentType);
}

void TraceReader::finishReceived()
{
    const SourceText head = m_dumps[2].take();
    if (!head.isEmpty())
        finishHead(head, Side::Response);
    const SourceText data = m_dumps[3].take();
    if (data.isEmpty())
        return;
    const JoinedChunks chunks = joinChunks(data, 0);
    const SourceText &body = chunks.text.isEmpty() ? data : chunks.text;
    m_collector.body(m_reader.request(), Side::Response, body, m_contentType);
}

void TraceReader::finish()
{
    finishSent();
    finishReceived();
    m_reader.extend(m_text.span(0, m_at).end);
}

//! Each line of a response's head is a block of its own; a status line begins the next response,
//! and headers that are sent begin the next request.
void TraceReader::begin(Block block)
{
    const bool isNewRequest = block == Block::SentHeader
        && (m_block == Block::SentData || !m_dumps[2].text().isEmpty()
            || !m_dumps[3].text().isEmpty());
    const bool isReceived = block == Block::ReceivedHeader || block == Block::ReceivedData;
    if (isNewRequest)
        finish();
    else if (isReceived)
        finishSent();
    m_block = block;
    if (Dump *dump = dumpOf(block))
        dump->begin();
    if (block == Block::ReceivedHeader)
        m_dumps[2].breakLine(m_text.span(m_at, 0));
}

bool TraceReader::readLine()
{
    const QByteArrayView line = lineAt(m_bytes, m_at);
    const qsizetype next = nextLine(m_bytes, m_at);
    if (const Title *title = titleOf(line.first(std::min(line.size(), qsizetype(64))))) {
        begin(title->block);
        m_at = next;
        return true;
    }
    const DumpLine dumped = dumpLine(line);
    if (dumped.start < 0)
        return false;
    const SourceText content = m_text.sliced(m_at + dumped.start, line.size() - dumped.start);
    if (m_block == Block::ReceivedHeader && dumped.offset == 0 && startsHead(content.bytes()))
        finishReceived(); // an interim response, or one to a redirect
    if (Dump *dump = dumpOf(m_block))
        dump->add(dumped, content);
    m_at = next;
    return true;
}

qsizetype TraceReader::read()
{
    while (m_at < m_bytes.size() && readLine()) { }
    finish();
    return m_at;
}

} // namespace

namespace {

//! "2026-11-30T10:00:01.1234567Z ", RFC 3339.
qsizetype dateLength(QByteArrayView line)
{
    constexpr qsizetype shortest = 20;
    constexpr qsizetype longest = 36;
    if (line.size() < shortest || line[4] != '-' || line[7] != '-' || line[10] != 'T'
        || line[13] != ':' || line[16] != ':')
        return 0;
    return line.first(std::min(line.size(), longest)).indexOf(' ') + 1;
}

//! Up to the second of the two arrows that Apache's HttpClient draws. Its log of the wire has them
//! as well, but quotes what is behind.
qsizetype httpClientLength(QByteArrayView line)
{
    constexpr QByteArrayView logger("headers - http-outgoing-");
    constexpr qsizetype farthest = 200;
    constexpr qsizetype mostDigits = 8;
    const qsizetype at = line.first(std::min(line.size(), farthest)).indexOf(logger);
    if (at < 0)
        return 0;
    const QByteArrayView rest = line.sliced(at + logger.size());
    const qsizetype arrow = rest.first(std::min(rest.size(), mostDigits)).indexOf(' ') + 1;
    const bool isArrow
        = rest.sliced(arrow).startsWith(">> ") || rest.sliced(arrow).startsWith("<< ");
    return arrow > 0 && isArrow ? at + logger.size() + arrow + 1 : 0;
}

} // namespace

qsizetype curlPrefixLength(QByteArrayView line)
{
    if (const qsizetype length = httpClientLength(line); length > 0)
        return length;
    if (const qsizetype length = dateLength(line); length > 0)
        return length;
    constexpr qsizetype timeLength = 16;
    qsizetype at = 0;
    if (line.size() > timeLength && line[2] == ':' && line[5] == ':' && line[8] == '.'
        && line[timeLength - 1] == ' ')
        at = timeLength;
    const QByteArrayView rest = line.sliced(at);
    const qsizetype close = rest.first(std::min(rest.size(), timeLength)).indexOf("] ");
    return rest.startsWith('[') && close > 0 ? at + close + 2 : at;
}

bool beginsCurlTrace(QByteArrayView text, qsizetype from)
{
    const Title *title = titleOf(lineHead(text, from));
    return title && title->block != Block::Other;
}

qsizetype readCurlTrace(const SourceText &text, qsizetype from, Collector &collector)
{
    return TraceReader(text, from, collector).read();
}

} // namespace capture
