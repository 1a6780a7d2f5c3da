// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/lines.h"
#include "core/capture/literal.h"
#include "core/capture/messagefields.h"
#include "core/capture/messageforms.h"
#include "core/capture/messagehead.h"
#include "core/capture/printout.h"

namespace capture {

namespace {

constexpr QByteArrayView sent("send: b");
constexpr QByteArrayView replied("reply: ");
constexpr QByteArrayView field("header: ");

bool isQuote(char c)
{
    return c == '\'' || c == '"';
}

//! Walks over what Python's http.client prints of itself where its debuglevel is 1: what it sends
//! as the literals of bytes, the answer's fields one a line.
class PythonDebugReader final : private Printout
{
public:
    PythonDebugReader(const SourceText &text, qsizetype from, Collector &collector)
        : Printout(text, from, collector)
    {
    }

    [[nodiscard]] qsizetype read();

private:
    bool readLine();
    void readSent(const SourceText &data);
    void finishSent();
    void finishAnswer();

    QByteArray m_contentType; //!< Of the request.
    SourceText m_body;
    QList<NamedText> m_answer;
};

//! A head, perhaps with its body; or more of the body.
void PythonDebugReader::readSent(const SourceText &data)
{
    const QByteArrayView line = lineAt(data.bytes(), 0);
    if (!isRequestLine(line)) {
        m_body.append(data);
        return;
    }
    finishSent();
    finishAnswer();
    m_reader.startRequest(data.sliced(0, line.size()));
    const MessageHead head = readHead(data, nextLine(data.bytes(), 0));
    collectFields(m_collector, m_reader.request(), Side::Request, head.fields);
    m_contentType = head.value("content-type");
    m_body = data.sliced(head.end);
}

void PythonDebugReader::finishSent()
{
    if (!m_body.trimmed().isEmpty())
        m_collector.body(m_reader.request(), Side::Request, m_body, m_contentType);
    m_body = SourceText();
}

void PythonDebugReader::finishAnswer()
{
    if (!m_answer.isEmpty())
        collectFields(m_collector, m_reader.request(), Side::Response, m_answer);
    m_answer.clear();
}

bool PythonDebugReader::readLine()
{
    const QByteArrayView line = lineAt(m_bytes, m_at);
    if (line.startsWith(sent) && line.size() > sent.size() && isQuote(line[sent.size()])) {
        readSent(readQuoted(m_text, m_at + sent.size(), m_at + line.size()).text);
    } else if (line.startsWith(replied) && line.size() > replied.size()
               && isQuote(line[replied.size()])) {
        finishSent();
        finishAnswer();
        m_reader.startResponse(
            readQuoted(m_text, m_at + replied.size(), m_at + line.size()).text.trimmed());
    } else if (line.startsWith(field) && m_reader.request() >= 0) {
        m_answer
            += readHead(m_text.sliced(m_at + field.size(), line.size() - field.size()), 0).fields;
    } else {
        return false;
    }
    m_at = nextLine(m_bytes, m_at);
    m_reader.extend(m_text.span(0, m_at).end);
    return true;
}

qsizetype PythonDebugReader::read()
{
    while (m_at < m_bytes.size() && readLine()) { }
    finishSent();
    finishAnswer();
    return m_at;
}

} // namespace

bool beginsPythonDebug(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, from);
    return line.startsWith(sent) && line.size() > sent.size() && isQuote(line[sent.size()])
        && isRequestLine(
               line.sliced(sent.size() + 1)
                   .first(std::max(line.sliced(sent.size() + 1).indexOf("\\r"), qsizetype(0))));
}

qsizetype readPythonDebug(const SourceText &text, qsizetype from, Collector &collector)
{
    return PythonDebugReader(text, from, collector).read();
}

} // namespace capture
