// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/lines.h"
#include "core/capture/messageforms.h"
#include "core/capture/messagehead.h"
#include "core/capture/messagereader.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

constexpr qsizetype longestLine = 64 * 1024;

//! The line at `from` without indentation, as far as a first line may be long.
QByteArrayView firstLineAt(QByteArrayView text, qsizetype from)
{
    const QByteArrayView rest = text.sliced(from);
    const QByteArrayView line = lineAt(rest.first(std::min(rest.size(), longestLine)), 0);
    return line.sliced(indentOf(line));
}

//! Where HTTP begins in a packet that tcpdump -A prints: behind the headers of IP and TCP, which
//! begin with 'E' (version 4) or '`' (version 6) and have dots for what cannot be printed. 0
//! elsewhere.
qsizetype packetHeaderLength(QByteArrayView line)
{
    constexpr auto starts = std::to_array<QByteArrayView>(
        {"GET /", "POST /", "PUT /", "PATCH /", "DELETE /", "HEAD /", "OPTIONS /", "HTTP/1."});
    constexpr qsizetype shortest = 20;
    constexpr qsizetype longest = 100;
    constexpr qsizetype fewestDots = 4;
    if (!line.startsWith('E') && !line.startsWith('`'))
        return 0;
    const QByteArrayView near = line.first(std::min(line.size(), longest));
    for (const QByteArrayView start : starts) {
        const qsizetype at = near.indexOf(start);
        if (at >= shortest && near.first(at).count('.') >= fewestDots)
            return at;
    }
    return 0;
}

//! Whether fields stand behind the first line; a line of a log has none.
bool hasFieldsBehind(QByteArrayView text, qsizetype from)
{
    const qsizetype next = nextLine(text, from);
    return next < text.size() && fieldColon(lineHead(text, next)) > 0;
}

//! What stands in front of the first line of a message that a log or tcpdump prints.
qsizetype prefixLength(QByteArrayView text, qsizetype from)
{
    const qsizetype packet = packetHeaderLength(lineHead(text, from));
    const QByteArrayView near = text.sliced(from).first(std::min(longestLine, text.size() - from));
    const qsizetype entry = packet > 0 ? 0 : entryPrefixLength(lineAt(near, 0));
    return entry > 0 && !hasFieldsBehind(text, from) ? 0 : std::max(packet, entry);
}

//! A few words may stand between a request and its response ("Response:"). -1 if none follows.
qsizetype findResponse(QByteArrayView text, qsizetype from)
{
    constexpr int mostLines = 8;
    constexpr qsizetype mostBytes = 4096;
    const QByteArrayView near = text.first(std::min(text.size(), from + mostBytes));
    for (int line = 0; line < mostLines && from < near.size(); ++line) {
        const QByteArrayView first = firstLineAt(near, from);
        if (isStatusLine(first))
            return from;
        if (const qsizetype prefix = entryPrefixLength(first);
            prefix > 0 && isStatusLine(first.sliced(prefix)) && hasFieldsBehind(text, from))
            return from + prefix;
        if (isRequestLine(first) || first.startsWith("curl "))
            return -1;
        from = nextLine(near, from);
    }
    return -1;
}

//! A method and a target; the end of a long line is for read() to see.
bool mayBeRequestLine(QByteArrayView line, bool isCut)
{
    if (!isCut)
        return isRequestLine(line);
    const qsizetype blank = line.indexOf(' ');
    return blank >= 3 && std::all_of(line.begin(), line.begin() + blank, [](char c) {
               return (c >= 'A' && c <= 'Z') || c == '-';
           });
}

} // namespace

bool beginsHttp(QByteArrayView text, qsizetype from)
{
    const QByteArrayView head = lineHead(text, from);
    const qsizetype prefix = std::max(packetHeaderLength(head), entryPrefixLength(head));
    const QByteArrayView line = head.sliced(std::max(indentOf(head), prefix));
    const bool isCut = from + head.size() < text.size() && text[from + head.size()] != '\n'
        && text[from + head.size()] != '\r';
    return isStatusLine(line) || mayBeRequestLine(line, isCut);
}

qsizetype readHttp(const SourceText &text, qsizetype from, Collector &collector)
{
    MessageReader reader(collector);
    const QByteArrayView bytes = text.bytes();
    const qsizetype start = from;
    from += prefixLength(bytes, from);
    const QByteArrayView line = firstLineAt(bytes, from);
    if (isStatusLine(line)) {
        reader.answer(collector.unansweredBefore(text.span(from, 0).start));
        qsizetype end = reader.readResponse(text, from);
        while (reader.isOpen() && end < bytes.size() && isStatusLine(firstLineAt(bytes, end)))
            end = reader.readResponse(text, end);
        return end;
    }
    if (!isRequestLine(line))
        return start;
    qsizetype end = reader.readRequest(text, from);
    for (qsizetype next = end; reader.isOpen() && next >= 0;) {
        next = findResponse(bytes, end);
        if (next < 0)
            break;
        if (next > end)
            collector.text(reader.request(), Side::Unknown, text.sliced(end, next - end));
        end = reader.readResponse(text, next);
    }
    return end;
}

} // namespace capture
