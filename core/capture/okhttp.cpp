// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/lines.h"
#include "core/capture/logline.h"
#include "core/capture/messagefields.h"
#include "core/capture/messageforms.h"
#include "core/capture/messagehead.h"
#include "core/capture/printout.h"

#include <QHash>

#include <algorithm>

namespace capture {

namespace {

//! OkHttp's, and the longer ones of Feign.
struct Drawing
{
    QByteArrayView sent;
    QByteArrayView received;
};
constexpr auto drawings = std::to_array<Drawing>({{"--> ", "<-- "}, {"---> ", "<--- "}});

//! The lines that OkHttp's HttpLoggingInterceptor and Feign's Logger draw with an arrow.
struct Arrow
{
    enum class Kind : quint8 { None, Request, Response, End };
    Kind kind = Kind::None;
    qsizetype at = 0; //!< In the line; the logger's own prefix is in front.
    qsizetype rest = 0; //!< Behind the arrow.
    qsizetype urlStart = 0;
    qsizetype urlEnd = 0;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Sets where the URL is; false if there is none.
bool findUrl(QByteArrayView line, Arrow &arrow)
{
    for (const QByteArrayView scheme : {QByteArrayView(" http://"), QByteArrayView(" https://")}) {
        const qsizetype blank = line.indexOf(scheme, arrow.at);
        if (blank < 0)
            continue;
        const qsizetype end = line.indexOf(' ', blank + 1);
        arrow.urlStart = blank + 1;
        arrow.urlEnd = end < 0 ? line.size() : end;
        return true;
    }
    return false;
}

//! "GET https://…" behind the arrow.
bool isSentLine(QByteArrayView rest)
{
    const auto blank = std::ranges::find(rest, ' ');
    const auto method = rest.first(blank - rest.begin());
    return method.size() >= 3 && rest.sliced(method.size()).startsWith(" http")
        && std::ranges::all_of(method, [](char c) { return c >= 'A' && c <= 'Z'; });
}

//! "401 Unauthorized https://…", newer versions without the reason.
bool isReceivedLine(QByteArrayView rest)
{
    return rest.size() > 4 && std::all_of(rest.begin(), rest.begin() + 3, isDigit)
        && rest[3] == ' ';
}

//! "HTTP/1.1 401 Unauthorized (100ms)", as Feign writes it, of the request that was sent last.
bool isStatusAlone(QByteArrayView rest)
{
    return isStatusLine(rest) && !rest.contains("://");
}

Arrow arrowIn(QByteArrayView line, QByteArrayView drawn, bool isSent)
{
    using Kind = Arrow::Kind;
    Arrow arrow;
    arrow.at = line.indexOf(drawn);
    if (arrow.at < 0 || (arrow.at > 0 && line[arrow.at - 1] != ' '))
        return {};
    arrow.rest = arrow.at + drawn.size();
    const QByteArrayView rest = line.sliced(arrow.rest);
    if (rest.startsWith("END ") || rest.startsWith("HTTP FAILED"))
        arrow.kind = Kind::End;
    else if (isSent && isSentLine(rest) && findUrl(line, arrow))
        arrow.kind = Kind::Request;
    else if (!isSent && (isStatusAlone(rest) || (isReceivedLine(rest) && findUrl(line, arrow))))
        arrow.kind = Kind::Response;
    return arrow;
}

Arrow arrowIn(QByteArrayView line)
{
    for (const Drawing &drawing : drawings) {
        if (const Arrow arrow = arrowIn(line, drawing.sent, true); arrow.kind != Arrow::Kind::None)
            return arrow;
        if (const Arrow arrow = arrowIn(line, drawing.received, false);
            arrow.kind != Arrow::Kind::None)
            return arrow;
    }
    return {};
}

//! JSON or a form, where the fields and the empty line were left out.
bool beginsBody(QByteArrayView line)
{
    const qsizetype equals = line.indexOf('=');
    const bool isForm = equals > 0 && line.indexOf('&', equals) > 0 && !line.contains(' ')
        && !line.first(equals).contains(':');
    return line.startsWith('{') || line.startsWith('[') || isForm;
}

//! Walks over the lines of an app's log; other lines may stand between those of OkHttp.
class OkHttpReader final : private Printout
{
public:
    OkHttpReader(const SourceText &text, qsizetype from, Collector &collector)
        : Printout(text, from, collector)
        , m_end(from)
    {
    }

    [[nodiscard]] qsizetype read();

private:
    using Kind = Arrow::Kind;

    bool readLine();
    void readArrow(const Arrow &arrow, const SourceText &line);
    void readPiece(const SourceText &piece);
    void finishMessage();
    [[nodiscard]] qsizetype pieceStart(QByteArrayView line) const;

    QByteArray m_prefix; //!< What the logger put before the last arrow.
    QHash<QByteArray, qsizetype> m_unanswered; //!< By their URLs.
    QByteArray m_sent; //!< The URL of the last one.
    qsizetype m_request = -1;
    Side m_side = Side::Unknown; //!< Of the message that is open.
    QList<NamedText> m_fields;
    SourceText m_body;
    bool m_inBody = false;
    qsizetype m_end; //!< Behind the last line that was OkHttp's.
};

void OkHttpReader::finishMessage()
{
    if (m_side != Side::Unknown) {
        collectFields(m_collector, m_request, m_side, m_fields);
        const auto type = std::ranges::find_if(m_fields, [](const NamedText &field) {
            return field.name.bytes().compare("content-type", Qt::CaseInsensitive) == 0;
        });
        if (!m_body.trimmed().isEmpty())
            m_collector.body(m_request, m_side, m_body.trimmed(),
                             type == m_fields.end() ? QByteArray() : type->value.bytes());
        if (Request *request = m_collector.request(m_request))
            request->span.end = std::max(request->span.end, m_text.span(0, m_end).end);
    }
    m_side = Side::Unknown;
    m_fields.clear();
    m_body = SourceText();
    m_inBody = false;
}

void OkHttpReader::readArrow(const Arrow &arrow, const SourceText &line)
{
    finishMessage();
    if (arrow.kind == Kind::End)
        return;
    m_prefix = line.bytes().first(arrow.at);
    const SourceText url = line.sliced(arrow.urlStart, arrow.urlEnd - arrow.urlStart);
    const bool isAnswer = arrow.kind == Kind::Response;
    const QByteArray key = isAnswer && url.isEmpty() ? m_sent : url.bytes();
    const bool isKnown = isAnswer && m_unanswered.contains(key);
    m_side = isAnswer ? Side::Response : Side::Request;
    m_request = isKnown ? m_unanswered.take(key) : m_collector.beginRequest(line.span());
    if (!isKnown && !url.isEmpty())
        m_collector.url(m_request, url);
    Request *request = m_collector.request(m_request);
    if (!request)
        return;
    const QByteArrayView rest = QByteArrayView(line.bytes()).sliced(arrow.rest);
    if (isAnswer) {
        request->status = isStatusLine(rest) ? statusOf(rest) : rest.first(3).toInt();
    } else {
        m_sent = key;
        m_unanswered.insert(key, m_request);
        request->method = rest.first(arrow.urlStart - 1 - arrow.rest).toByteArray();
    }
    if (!request->time)
        request->time = parseLogLine(line.sliced(0, arrow.at)).time;
}

//! Where the message's own text begins in a line that has the same prefix: logcat and others keep
//! their columns, so its last word stands in the same place. -1 for a line of somebody else.
qsizetype OkHttpReader::pieceStart(QByteArrayView line) const
{
    const QByteArrayView prefix = QByteArrayView(m_prefix).trimmed().isEmpty()
        ? QByteArrayView()
        : QByteArrayView(m_prefix).first(
            std::ranges::find_if(m_prefix.rbegin(), m_prefix.rend(),
                                 [](char c) { return c != ' ' && c != '\t'; })
                .base()
            - m_prefix.begin());
    const qsizetype word = prefix.lastIndexOf(' ') + 1;
    if (line.size() < prefix.size()
        || line.sliced(word, prefix.size() - word) != prefix.sliced(word))
        return -1;
    return std::min(m_prefix.size(), line.size());
}

void OkHttpReader::readPiece(const SourceText &piece)
{
    m_inBody = m_inBody || beginsBody(piece.bytes().trimmed());
    if (m_inBody)
        return m_body.append(piece);
    if (piece.trimmed().isEmpty()) {
        m_inBody = true;
        return;
    }
    const QList<NamedText> fields = readHead(piece, 0).fields;
    if (fields.isEmpty())
        m_collector.text(m_request, m_side, piece);
    m_fields += fields;
}

bool OkHttpReader::readLine()
{
    const QByteArrayView line = lineAt(m_bytes, m_at);
    const qsizetype next = nextLine(m_bytes, m_at);
    const Arrow arrow = arrowIn(line);
    const qsizetype start
        = arrow.kind == Kind::None && m_side != Side::Unknown ? pieceStart(line) : -1;
    if (arrow.kind == Kind::None && start < 0)
        return false;
    if (m_at > m_end)
        m_collector.text(-1, Side::Unknown, m_text.sliced(m_end, m_at - m_end));
    if (arrow.kind != Kind::None)
        readArrow(arrow, m_text.sliced(m_at, line.size()));
    else
        readPiece(m_text.sliced(m_at + start, next - m_at - start));
    m_end = next;
    return true;
}

qsizetype OkHttpReader::read()
{
    constexpr int mostBetween = 16;
    for (int between = 0; m_at < m_bytes.size() && between <= mostBetween;) {
        between = readLine() ? 0 : between + 1;
        m_at = nextLine(m_bytes, m_at);
    }
    finishMessage();
    return m_end;
}

} // namespace

bool beginsOkHttp(QByteArrayView text, qsizetype from)
{
    const Arrow arrow = arrowIn(lineHead(text, from));
    return arrow.kind == Arrow::Kind::Request || arrow.kind == Arrow::Kind::Response;
}

qsizetype readOkHttp(const SourceText &text, qsizetype from, Collector &collector)
{
    return OkHttpReader(text, from, collector).read();
}

} // namespace capture
