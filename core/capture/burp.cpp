// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"
#include "core/capture/documentforms.h"
#include "core/capture/lines.h"
#include "core/capture/logtime.h"
#include "core/capture/messagehead.h"
#include "core/capture/messagereader.h"

#include <algorithm>

namespace capture {

namespace {

constexpr QByteArrayView opening("<item>");
constexpr QByteArrayView closing("</item>");

//! Where the first element of this name begins; "response" is not "responselength". -1 if there is
//! none.
qsizetype openingTag(QByteArrayView text, const QByteArray &name)
{
    const QByteArray begin = '<' + name;
    qsizetype at = text.indexOf(begin);
    while (at >= 0) {
        const qsizetype end = at + begin.size();
        if (end < text.size() && QByteArrayView("> \t\r\n").contains(text[end]))
            return at;
        at = text.indexOf(begin, end);
    }
    return -1;
}

//! What stands between the tags of the first element of this name, its CDATA section and base64
//! undone; empty if there is none.
SourceText element(const SourceText &item, const QByteArray &name)
{
    constexpr QByteArrayView cdata("<![CDATA[");
    const QByteArrayView bytes = item.bytes();
    const qsizetype tag = openingTag(bytes, name);
    const qsizetype from = tag < 0 ? -1 : bytes.indexOf('>', tag) + 1;
    const qsizetype end = from <= 0 ? -1 : bytes.indexOf("</" + name + '>', from);
    if (end < 0)
        return item.sliced(0, 0);
    const bool isEncoded = bytes.sliced(tag, from - tag).contains("base64=\"true\"");
    SourceText text = item.sliced(from, end - from).trimmed();
    if (text.bytes().startsWith(cdata) && text.bytes().endsWith("]]>"))
        text = text.sliced(cdata.size(), text.size() - cdata.size() - 3);
    return isEncoded ? base64Decoded(text).value_or(text) : text;
}

//! The next item, -1 if none stands near.
qsizetype nextItem(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype farthest = 64 * 1024;
    return text.first(std::min(text.size(), from + farthest)).indexOf(opening, from);
}

//! What the item tells of its request besides the two messages: the response may not have come, or
//! not have been saved.
void tellAround(const SourceText &item, qsizetype index, Collector &collector)
{
    Request *request = collector.request(index);
    if (!request)
        return;
    if (const auto time = readLogTime(element(item, "time").bytes()))
        request->time = time;
    const int status = element(item, "status").bytes().toInt();
    if (request->status == 0 && status >= 100 && status < 600)
        request->status = status;
}

void readItem(const SourceText &item, Collector &collector)
{
    MessageReader reader(collector);
    const SourceText request = element(item, "request");
    const SourceText response = element(item, "response");
    if (isRequestLine(lineAt(request.bytes(), 0)))
        (void)reader.readRequest(request, 0);
    else
        collector.text(-1, Side::Request, request);
    if (isStatusLine(lineAt(response.bytes(), 0)))
        (void)reader.readResponse(response, 0);
    const SourceText protocol = element(item, "protocol");
    if (reader.request() >= 0 && !protocol.isEmpty())
        collector.setScheme(reader.request(), protocol.bytes());
    tellAround(item, reader.request(), collector);
}

} // namespace

bool beginsBurp(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, from).trimmed();
    return line.startsWith("<items burpVersion=") || line == opening;
}

qsizetype readBurp(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView bytes = text.bytes();
    qsizetype at = from;
    for (qsizetype begin = nextItem(bytes, from); begin >= 0; begin = nextItem(bytes, at)) {
        const qsizetype close = bytes.indexOf(closing, begin);
        const qsizetype end = close < 0 ? bytes.size() : close + closing.size();
        readItem(text.sliced(begin, end - begin), collector);
        at = end;
    }
    return at;
}

} // namespace capture
