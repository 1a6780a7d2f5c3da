// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/lines.h"
#include "core/capture/messagefields.h"
#include "core/capture/messageforms.h"
#include "core/capture/messagehead.h"
#include "core/capture/printout.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace capture {

namespace {

struct Title
{
    QByteArrayView text;
    Side side;
};
constexpr auto titles = std::to_array<Title>({
    {"*** Request ***", Side::Request},
    {"*** Response ***", Side::Response},
    {"*** DioException ***:", Side::Response},
    {"*** DioError ***:", Side::Response}, // before version 5
});

//! The title in a line and where it stands, behind what the console of Flutter puts in front.
std::pair<const Title *, qsizetype> titleIn(QByteArrayView line)
{
    for (const Title &title : titles) {
        const qsizetype at = line.indexOf(title.text);
        if (at == 0 || (at > 0 && line[at - 1] == ' '))
            return {&title, at};
    }
    return {nullptr, -1};
}

//! What LogInterceptor of dio, the HTTP client of Flutter apps, prints: a title, then lines
//! "name: value", then fields behind "headers:" and the body behind "data:" or "Response Text:".
class DioReader final : private Printout
{
public:
    DioReader(const SourceText &text, qsizetype from, Collector &collector)
        : Printout(text, from, collector)
        , m_end(from)
    {
    }

    [[nodiscard]] qsizetype read();

private:
    enum class Part : quint8 { Facts, Fields, Body };

    bool readLine();
    void begin(const Title &title, const SourceText &line, qsizetype at);
    void readPiece(const SourceText &piece);
    void readFact(const SourceText &piece);
    void readUrl(const SourceText &url);
    void finishMessage();

    QByteArray m_prefix;
    QHash<QByteArray, qsizetype> m_unanswered; //!< By their URLs.
    qsizetype m_request = -1;
    Side m_side = Side::Unknown; //!< Of the message that is open.
    Part m_part = Part::Facts;
    base::Span m_title;
    QList<NamedText> m_fields;
    SourceText m_body;
    qsizetype m_end; //!< Behind the last line that was dio's.
};

void DioReader::finishMessage()
{
    if (m_side != Side::Unknown && m_request >= 0) {
        collectFields(m_collector, m_request, m_side, m_fields);
        if (!m_body.trimmed().isEmpty())
            m_collector.body(m_request, m_side, m_body.trimmed(), {});
        if (Request *request = m_collector.request(m_request))
            request->span.end = std::max(request->span.end, m_text.span(0, m_end).end);
    }
    m_side = Side::Unknown;
    m_request = -1;
    m_part = Part::Facts;
    m_fields.clear();
    m_body = SourceText();
}

void DioReader::begin(const Title &title, const SourceText &line, qsizetype at)
{
    finishMessage();
    m_prefix = line.bytes().first(at);
    m_side = title.side;
    m_title = line.span();
}

void DioReader::readUrl(const SourceText &url)
{
    if (m_request >= 0) // of an exception it is printed twice
        return;
    const bool isKnown = m_side == Side::Response && m_unanswered.contains(url.bytes());
    m_request = isKnown ? m_unanswered.take(url.bytes()) : m_collector.beginRequest(m_title);
    if (isKnown)
        return;
    m_collector.url(m_request, url);
    if (m_side == Side::Request)
        m_unanswered.insert(url.bytes(), m_request);
}

void DioReader::readFact(const SourceText &piece)
{
    const QByteArrayView line = piece.bytes();
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView name = line.first(std::max(colon, qsizetype(0)));
    const SourceText value = piece.sliced(colon + 1).trimmed();
    Request *request = m_collector.request(m_request);
    if (name == "uri" || name == "url")
        readUrl(value);
    else if (name == "method" && request)
        request->method = value.bytes();
    else if (name == "statusCode" && request)
        request->status = value.bytes().toInt();
    else if (name == "headers")
        m_part = Part::Fields;
    else if (name == "data" || name == "Response Text")
        m_part = Part::Body;
    else
        m_collector.text(m_request, m_side, piece);
}

void DioReader::readPiece(const SourceText &piece)
{
    const QByteArrayView line = piece.bytes();
    if (m_part == Part::Body)
        return m_body.append(piece);
    if (m_part == Part::Fields && line.startsWith(' ')) {
        m_fields += readHead(piece.sliced(indentOf(line)), 0).fields;
        return;
    }
    m_part = Part::Facts;
    readFact(piece);
}

bool DioReader::readLine()
{
    const QByteArrayView line = lineAt(m_bytes, m_at);
    const qsizetype next = nextLine(m_bytes, m_at);
    const auto [title, at] = titleIn(lineHead(m_bytes, m_at));
    const QByteArrayView prefix = QByteArrayView(m_prefix).trimmed();
    const bool isMine = m_side != Side::Unknown && line.trimmed().startsWith(prefix);
    if (!title && !isMine)
        return false;
    if (m_at > m_end)
        m_collector.text(-1, Side::Unknown, m_text.sliced(m_end, m_at - m_end));
    const qsizetype start = std::min(m_prefix.size(), line.size());
    if (title)
        begin(*title, m_text.sliced(m_at, line.size()), at);
    else
        readPiece(m_text.sliced(m_at + start, next - m_at - start));
    m_end = next;
    return true;
}

//! Without a prefix anything could belong to the body, so an empty line ends a message.
qsizetype DioReader::read()
{
    constexpr int mostBetween = 16;
    for (int between = 0; m_at < m_bytes.size() && between <= mostBetween;) {
        const bool isEmpty = lineAt(m_bytes, m_at).trimmed().isEmpty();
        if (isEmpty && m_prefix.trimmed().isEmpty())
            finishMessage();
        between = readLine() ? 0 : between + 1;
        m_at = nextLine(m_bytes, m_at);
    }
    finishMessage();
    return m_end;
}

} // namespace

bool beginsDio(QByteArrayView text, qsizetype from)
{
    return titleIn(lineHead(text, from)).first != nullptr;
}

qsizetype readDio(const SourceText &text, qsizetype from, Collector &collector)
{
    return DioReader(text, from, collector).read();
}

} // namespace capture
