// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/lines.h"
#include "core/capture/messagefields.h"
#include "core/capture/messageforms.h"
#include "core/capture/messagehead.h"
#include "core/capture/printout.h"

#include <algorithm>

namespace capture {

namespace {

constexpr qsizetype indent = 4; // of everything that belongs to a message

//! Behind "127.0.0.1:53030: ", where "GET https://…" follows; -1 if the line is another.
qsizetype flowStart(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(": ");
    const QByteArrayView client = line.first(std::max(colon, qsizetype(0)));
    const qsizetype port = client.lastIndexOf(':') + 1;
    if (port < 2 || port == client.size() || client.contains(' '))
        return -1;
    const bool hasPort = std::all_of(client.begin() + port, client.end(),
                                     [](char c) { return c >= '0' && c <= '9'; });
    const QByteArrayView rest = line.sliced(colon + 2);
    const auto blank = std::ranges::find(rest, ' ');
    const bool isMethod = blank - rest.begin() >= 3
        && std::all_of(rest.begin(), blank, [](char c) { return c >= 'A' && c <= 'Z'; });
    return hasPort && isMethod && rest.sliced(blank - rest.begin()).startsWith(" http") ? colon + 2
                                                                                        : -1;
}

//! Behind " << ", where "HTTP/2.0 401 Unauthorized 12b" follows; -1 if the line is another.
qsizetype answerStart(QByteArrayView line)
{
    const qsizetype at = indentOf(line);
    return at > 0 && line.sliced(at).startsWith("<< ") ? at + 3 : -1;
}

//! Walks over what mitmdump prints with `--flow-detail` 1 to 4.
class MitmdumpReader final : private Printout
{
public:
    MitmdumpReader(const SourceText &text, qsizetype from, Collector &collector)
        : Printout(text, from, collector)
    {
    }

    [[nodiscard]] qsizetype read();

private:
    [[nodiscard]] SourceText lineFrom(qsizetype start) const;
    void readMessage(Side side);
    [[nodiscard]] bool isIndented() const;
};

SourceText MitmdumpReader::lineFrom(qsizetype start) const
{
    return m_text.sliced(m_at + start, lineAt(m_bytes, m_at).size() - start);
}

//! Lines of a body; the empty one between a head and its body is kept empty.
bool MitmdumpReader::isIndented() const
{
    const QByteArrayView line = lineAt(m_bytes, m_at);
    return (line.trimmed().isEmpty() || indentOf(line) >= indent) && answerStart(line) < 0;
}

void MitmdumpReader::readMessage(Side side)
{
    m_at = nextLine(m_bytes, m_at);
    if (m_at >= m_bytes.size() || !isIndented())
        return;
    const MessageHead head = readHead(m_text, m_at, indent);
    collectFields(m_collector, m_reader.request(), side, head.fields);
    m_at = head.end;
    const qsizetype body = m_at;
    while (m_at < m_bytes.size() && isIndented())
        m_at = nextLine(m_bytes, m_at);
    const SourceText text = m_text.sliced(body, m_at - body).trimmed();
    if (!text.isEmpty())
        m_collector.body(m_reader.request(), side, text, head.value("content-type"));
    m_reader.extend(m_text.span(0, m_at).end);
}

qsizetype MitmdumpReader::read()
{
    const qsizetype flow = flowStart(lineAt(m_bytes, m_at));
    if (flow < 0)
        return m_at;
    m_reader.startRequest(lineFrom(flow));
    readMessage(Side::Request);
    const qsizetype answer
        = m_at < m_bytes.size() ? answerStart(lineAt(m_bytes, m_at)) : qsizetype(-1);
    if (answer < 0)
        return m_at;
    m_reader.startResponse(lineFrom(answer));
    readMessage(Side::Response);
    return m_at;
}

} // namespace

bool beginsMitmdump(QByteArrayView text, qsizetype from)
{
    return flowStart(lineHead(text, from)) > 0;
}

qsizetype readMitmdump(const SourceText &text, qsizetype from, Collector &collector)
{
    return MitmdumpReader(text, from, collector).read();
}

} // namespace capture
