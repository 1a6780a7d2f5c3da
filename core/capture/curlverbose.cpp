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

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr QByteArrayView sent("> ");
constexpr QByteArrayView received("< ");
constexpr QByteArrayView told("* ");

//! A list in a text has stars too; curl's remarks begin with these words.
bool isRemark(QByteArrayView line)
{
    constexpr std::array<QByteArrayView, 29> words{"Trying ",
                                                   "Connected to ",
                                                   "Host ",
                                                   "IPv6: ",
                                                   "IPv4: ",
                                                   "ALPN",
                                                   "TLSv1",
                                                   "SSL ",
                                                   "Server certificate",
                                                   "Using HTTP",
                                                   "using HTTP",
                                                   "Using Stream",
                                                   "[HTTP/",
                                                   "h2h3 [",
                                                   "h2 [",
                                                   "Connection #",
                                                   "Closing conn",
                                                   "Re-using",
                                                   "Request completely",
                                                   "upload completely",
                                                   "We are compl",
                                                   "Mark bundle",
                                                   "Could not res",
                                                   "Rebuilt URL",
                                                   "Issue another",
                                                   "Uses proxy",
                                                   "Note: ",
                                                   "  Trying ",
                                                   "Established connection"};
    if (!line.startsWith(told))
        return false;
    const QByteArrayView rest = line.sliced(told.size());
    return std::ranges::any_of(
        words, [rest](QByteArrayView word) { return rest.trimmed().startsWith(word.trimmed()); });
}

//! "{ [5 bytes data]" and the table that shows the progress.
bool isProgress(QByteArrayView line)
{
    const bool isData
        = (line.startsWith("{ [") || line.startsWith("} [")) && line.endsWith("bytes data]");
    const QByteArrayView trimmed = line.trimmed();
    return isData || trimmed.startsWith("% Total") || trimmed.startsWith("Dload  Upload")
        || (line.contains("--:--:--") && trimmed.size() < 120);
}

//! Where the mark stands that begins what curl prints of its work; a time and ids may stand before.
qsizetype markAt(QByteArrayView line)
{
    constexpr std::array<QByteArrayView, 5> marks{"*", ">", "<", "{ [", "} ["};
    const qsizetype at = curlPrefixLength(line);
    const QByteArrayView rest = line.sliced(at);
    const bool isMarked
        = std::ranges::any_of(marks, [rest](QByteArrayView mark) { return rest.startsWith(mark); });
    return isMarked ? at : 0;
}

//! "GET /path", as people type it.
bool isTypedRequestLine(QByteArrayView line)
{
    const QByteArrayView method = line.first(std::ranges::find(line, ' ') - line.begin());
    const QByteArrayView target = line.sliced(method.size()).trimmed();
    const bool isMethod = method.size() >= 3
        && std::ranges::all_of(method, [](char c) { return c >= 'A' && c <= 'Z'; });
    return isMethod && !target.contains(' ')
        && (target.startsWith('/') || target.startsWith("http"));
}

//! "401 Unauthorized", as people type it; 0 for anything else.
int typedStatus(QByteArrayView line)
{
    const QByteArrayView code = line.first(std::ranges::find(line, ' ') - line.begin());
    const QByteArrayView reason = line.sliced(code.size()).trimmed();
    const bool isReason = std::ranges::all_of(
        reason, [](char c) { return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == ' '; });
    const int status = code.size() == 3 && isReason ? code.toInt() : 0;
    return status >= 100 && status < 600 ? status : 0;
}

//! From the mark on; empty behind the end of the text.
QByteArrayView markedLine(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = from < text.size() ? lineHead(text, from) : QByteArrayView();
    return line.sliced(markAt(line));
}

//! Whether lines that were received follow those that were sent, as in no quoted mail.
bool isAnswered(QByteArrayView text, qsizetype from)
{
    constexpr int mostLines = 100;
    constexpr qsizetype farthest = 32 * 1024;
    const QByteArrayView near = text.first(std::min(text.size(), from + farthest));
    QByteArrayView line = markedLine(near, from);
    for (int count = 0; count < mostLines && line.startsWith('>'); ++count) {
        from = nextLine(near, from);
        line = markedLine(near, from);
    }
    constexpr int mostEmpty = 2; // Bruno puts one there
    for (int count = 0; count < mostEmpty && from < near.size() && line.trimmed().isEmpty();
         ++count) {
        from = nextLine(near, from);
        line = markedLine(near, from);
    }
    return line.startsWith(received)
        && (isStatusLine(line.sliced(received.size()))
            || typedStatus(line.sliced(received.size())) > 0);
}

//! Walks over the lines that curl printed.
class VerboseReader final : private Printout
{
public:
    VerboseReader(const SourceText &text, qsizetype from, Collector &collector)
        : Printout(text, from, collector)
    {
        // Other lines, empty ones too, may stand between a request and what was received for it.
        if (markedLine(m_bytes, from).startsWith(received))
            m_reader.answer(collector.unansweredBefore(text.span(from, 0).start));
    }

    [[nodiscard]] qsizetype read();

private:
    bool readLine();
    void readSent(const SourceText &line);
    void readReceived(const SourceText &line);
    void readTold(const SourceText &line);
    bool readBodyLine(const SourceText &line);
    void readStreamField(const SourceText &field);
    void finishHead();
    void finishBody();
    void finishQuoted();
    void finishPart();
    void readQuotedBody(const SourceText &line, Side side);
    void finishRequest();
    void finishExchange();
    [[nodiscard]] bool isBodyWhole() const;

    Side m_side = Side::Unknown; //!< Whose head is open.
    QList<NamedText> m_fields; //!< Of the open head.
    QList<NamedText> m_streamFields; //!< What curl told of HTTP/2, and then sends as well.
    MessageHead m_answer; //!< Of the response whose body is awaited.
    bool m_awaitsBody = false;
    bool m_isQuoted = false; //!< It is no output of curl, but a mail.
    SourceText m_quotedBody; //!< curl prints no mark in front of a body, a mail does.
    Side m_quotedSide = Side::Unknown;
    bool m_isClosed = false; //!< curl said that it is done with the connection.
    SourceText m_body;
    JsonExtent m_json; //!< Of the body.
    bool m_isConnected = false; //!< curl said what it is connected to …
    bool m_usesTls = false; //!< … and how.
};

void VerboseReader::finishHead()
{
    if (m_side == Side::Unknown)
        return;
    collectFields(m_collector, m_reader.request(), m_side, m_fields);
    if (m_reader.request() >= 0 && (m_isConnected || m_usesTls))
        m_collector.setScheme(m_reader.request(), m_usesTls ? "https"_ba : "http"_ba);
    m_reader.extend(m_text.span(0, m_at).end);
    m_awaitsBody = m_side == Side::Response && !m_reader.isOpen();
    m_isClosed = false;
    if (m_awaitsBody) {
        m_answer.fields = m_fields;
        m_answer.hasEnd = true;
    }
    m_fields.clear();
    m_side = Side::Unknown;
}

//! Only where the request itself was cut out of the text, the HTTP/2 lines are all there is.
void VerboseReader::finishRequest()
{
    if (m_streamFields.isEmpty())
        return;
    const qsizetype index = m_collector.beginRequest(m_streamFields.first().value.span());
    collectFields(m_collector, index, Side::Request, m_streamFields);
    m_streamFields.clear();
}

void VerboseReader::finishBody()
{
    if (!m_body.isEmpty())
        m_collector.body(m_reader.request(), Side::Response, m_body,
                         m_answer.value("content-type"));
    if (!m_body.isEmpty())
        m_reader.extend(m_body.span().end);
    m_body = SourceText();
    m_json = JsonExtent();
    m_awaitsBody = false;
}

void VerboseReader::readQuotedBody(const SourceText &line, Side side)
{
    if (m_reader.request() < 0)
        return m_collector.text(-1, side, line);
    if (side != m_quotedSide)
        finishQuoted();
    m_quotedSide = side;
    m_quotedBody.append(line);
    m_quotedBody.appendReplaced("\n", line.span(line.size(), 0));
}

void VerboseReader::finishQuoted()
{
    if (!m_quotedBody.isEmpty())
        m_collector.body(m_reader.request(), m_quotedSide, m_quotedBody, {});
    m_quotedBody = SourceText();
}

//! At an empty line.
void VerboseReader::finishPart()
{
    finishHead();
    finishQuoted();
}

void VerboseReader::finishExchange()
{
    finishHead();
    finishBody();
    finishQuoted();
}

void VerboseReader::readSent(const SourceText &line)
{
    // A mail quotes requests and responses alike.
    m_isQuoted = m_isQuoted || isStatusLine(line.bytes());
    if (m_isQuoted && !isRequestLine(line.bytes()))
        return readReceived(line);
    if (isRequestLine(line.bytes()) || isTypedRequestLine(line.bytes())) {
        finishExchange();
        m_streamFields.clear();
        m_reader.startRequest(line);
        m_side = Side::Request;
        return;
    }
    // Its first line was left out by whoever copied the rest.
    const bool isField = fieldColon(line.bytes()) > 0 && !line.trimmed().bytes().endsWith(':');
    if (m_side == Side::Unknown && isField) {
        finishExchange();
        m_reader.startRequest(line.sliced(0, 0));
        m_side = Side::Request;
    }
    if (line.trimmed().isEmpty())
        return finishPart();
    if (m_side == Side::Request)
        m_fields += readHead(line, 0).fields;
    else
        readQuotedBody(line, Side::Request);
}

//! What was typed, with what HTTP puts in front.
SourceText asStatusLine(const SourceText &typed)
{
    SourceText line = typed.sliced(0, 0);
    line.appendReplaced("HTTP/1.1 ", typed.span(0, 0));
    line.append(typed);
    return line;
}

void VerboseReader::readReceived(const SourceText &line)
{
    const bool isTyped = m_reader.isOpen() && typedStatus(line.bytes()) > 0;
    if (isTyped || isStatusLine(line.bytes())) {
        finishExchange();
        finishRequest();
        m_reader.startResponse(isTyped ? asStatusLine(line) : line);
        m_side = Side::Response;
        return;
    }
    if (line.trimmed().isEmpty())
        return finishPart();
    if (m_side == Side::Response)
        m_fields += readHead(line, 0).fields;
    else
        readQuotedBody(line, Side::Response);
}

//! "[HTTP/2] [1] [authorization: Bearer …]", "h2h3 [authorization: Bearer …]".
void VerboseReader::readTold(const SourceText &line)
{
    const QByteArrayView bytes = line.bytes();
    m_isConnected = m_isConnected || bytes.startsWith("Connected to ");
    m_usesTls = m_usesTls || bytes.startsWith("SSL connection") || bytes.startsWith("TLSv1");
    if (bytes.startsWith("Connection #") || bytes.startsWith("Closing conn")) {
        m_isClosed = true;
        if (!m_body.isEmpty())
            finishBody();
    }
    if (!bytes.startsWith("[HTTP/") && !bytes.startsWith("h2"))
        return;
    const qsizetype open
        = bytes.startsWith("h2") ? bytes.indexOf('[') : bytes.lastIndexOf(" [") + 1;
    if (open > 0 && bytes.endsWith(']'))
        readStreamField(line.sliced(open + 1, bytes.size() - open - 2));
}

void VerboseReader::readStreamField(const SourceText &field)
{
    m_streamFields += readHead(field, 0).fields;
}

bool VerboseReader::isBodyWhole() const
{
    bool ok = false;
    const qsizetype length = m_answer.value("content-length").toLongLong(&ok);
    return ok ? m_body.size() >= length : m_json.isDone();
}

//! What is neither sent, received nor told is the body, as long as one is awaited.
bool VerboseReader::readBodyLine(const SourceText &line)
{
    const bool isEmpty = line.trimmed().isEmpty();
    if (!m_awaitsBody || (isEmpty && m_isClosed) || line.bytes().startsWith("$ "))
        return false;
    const bool isJson
        = m_json.isOpen() || line.bytes().startsWith('{') || line.bytes().startsWith('[');
    if (isJson)
        m_json.feed(line.bytes());
    m_body.append(line);
    if (isBodyWhole())
        finishBody();
    return true;
}

bool VerboseReader::readLine()
{
    const qsizetype next = nextLine(m_bytes, m_at);
    const QByteArrayView whole = lineAt(m_bytes, m_at);
    const qsizetype mark = markAt(whole);
    const QByteArrayView bytes = whole.sliced(mark);
    const SourceText line = m_text.sliced(m_at + mark, bytes.size());
    const bool isArrow = bytes == ">" || bytes == "<";
    if (isArrow || bytes.startsWith(sent) || bytes.startsWith(received)) {
        const SourceText rest = line.sliced(std::min(sent.size(), bytes.size()));
        if (bytes.startsWith('>'))
            readSent(rest);
        else
            readReceived(rest);
    } else if (bytes.startsWith(told)) {
        readTold(line.sliced(told.size()).trimmed());
    } else if (!isProgress(bytes) && !readBodyLine(m_text.sliced(m_at, next - m_at))) {
        return false;
    }
    m_at = next;
    return true;
}

qsizetype VerboseReader::read()
{
    while (m_at < m_bytes.size() && readLine()) { }
    finishExchange();
    finishRequest();
    return m_at;
}

} // namespace

bool beginsCurlVerbose(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = markedLine(text, from);
    if (line.startsWith(sent) || line.startsWith(received)) {
        const QByteArrayView rest = line.sliced(sent.size());
        return isStatusLine(rest) || isRequestLine(rest) || isTypedRequestLine(rest)
            || (line.startsWith(sent) && fieldColon(rest) > 0);
    }
    return isRemark(line);
}

qsizetype readCurlVerbose(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView line = markedLine(text.bytes(), from);
    const bool isSent = line.startsWith(sent) && !isRequestLine(line.sliced(sent.size()));
    if (isSent && !isAnswered(text.bytes(), from))
        return from;
    return VerboseReader(text, from, collector).read();
}

} // namespace capture
