// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/messagereader.h"

#include "core/capture/lines.h"
#include "core/capture/messagebody.h"
#include "core/capture/messagefields.h"

#include <algorithm>

namespace capture {

void MessageReader::extend(qint64 end)
{
    if (Request *request = m_collector.request(m_request))
        request->span.end = std::max(request->span.end, end);
}

void MessageReader::answer(qsizetype request)
{
    m_request = request;
    m_isOpen = request >= 0;
}

void MessageReader::startRequest(const SourceText &requestLine)
{
    m_request = m_collector.beginRequest(requestLine.span());
    m_isOpen = true;
    const QByteArrayView line = requestLine.bytes();
    const qsizetype first = line.indexOf(' ');
    const bool hasVersion = isRequestLine(line);
    const qsizetype last = hasVersion ? line.lastIndexOf(' ') : line.size();
    if (first < 0)
        return;
    if (Request *request = m_collector.request(m_request))
        request->method = line.first(first).toByteArray();
    m_collector.url(
        m_request,
        requestLine.sliced(first + 1, std::max(last - first - 1, qsizetype(0))).trimmed());
}

void MessageReader::startResponse(const SourceText &statusLine)
{
    const int status = statusOf(statusLine.bytes());
    if (!m_isOpen)
        m_request = m_collector.beginRequest(statusLine.span());
    constexpr int firstFinal = 200;
    constexpr int switchingProtocols = 101;
    m_isOpen = status < firstFinal && status != switchingProtocols;
    if (Request *request = m_collector.request(m_request))
        request->status = status;
}

//! The head behind the first line, and the body.
qsizetype MessageReader::readRest(const SourceText &text, qsizetype from, qsizetype indent,
                                  Side side)
{
    const MessageHead head = readHead(text, from, indent);
    collectFields(m_collector, m_request, side, head.fields);
    const MessageBody body = readBodyAt(text, head.end, head);
    if (!body.text.isEmpty())
        m_collector.body(m_request, side, body.text, head.value("content-type"));
    extend(text.span(0, body.end).end);
    return body.end;
}

qsizetype MessageReader::readRequest(const SourceText &text, qsizetype from)
{
    const QByteArrayView line = lineAt(text.bytes(), from);
    const qsizetype indent = indentOf(line);
    startRequest(text.sliced(from + indent, line.size() - indent));
    return readRest(text, nextLine(text.bytes(), from), indent, Side::Request);
}

qsizetype MessageReader::readResponse(const SourceText &text, qsizetype from)
{
    const QByteArrayView line = lineAt(text.bytes(), from);
    const qsizetype indent = indentOf(line);
    startResponse(text.sliced(from + indent, line.size() - indent));
    return readRest(text, nextLine(text.bytes(), from), indent, Side::Response);
}

bool readMessageValue(const SourceText &value, qsizetype request, Collector &collector)
{
    const QByteArrayView bytes = value.bytes();
    const QByteArrayView line = lineAt(bytes, 0);
    if (line.size() == bytes.size() || !isRequestLine(line))
        return false;
    if (request < 0)
        (void)MessageReader(collector).readRequest(value, 0);
    else // written a second time: its fields were not sent twice
        collector.text(-1, Side::Request, value);
    return true;
}

} // namespace capture
