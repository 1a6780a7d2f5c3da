// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/exchangedialects.h"
#include "core/capture/lines.h"
#include "core/capture/logline.h"
#include "core/capture/messagefields.h"
#include "core/capture/messageforms.h"
#include "core/capture/messagehead.h"
#include "core/capture/printout.h"

#include <algorithm>

namespace capture {

namespace {

//! One side of an exchange as it is read.
struct Half
{
    QList<NamedText> fields;
    SourceText body;
};

//! Walks over the lines in which loggers tell of exchanges, with words in front of what they tell.
class ExchangeLogReader final : private Printout
{
public:
    ExchangeLogReader(const SourceText &text, qsizetype from, Collector &collector,
                      const ExchangeDialect &dialect)
        : Printout(text, from, collector)
        , m_dialect(dialect)
        , m_end(from)
    {
    }

    [[nodiscard]] qsizetype read();

private:
    bool readLine();
    void act(Says says, const SourceText &value);
    void begin(const SourceText &value);
    void readField(const SourceText &line);
    void finish();
    [[nodiscard]] Half &half() { return m_isAnswer ? m_answer : m_request; }

    const ExchangeDialect &m_dialect;
    base::Span m_span; //!< Of the line that begins the exchange.
    std::optional<base::Instant> m_time;
    bool m_isOpen = false;
    bool m_isAnswer = false;
    bool m_isBody = false;
    SourceText m_url;
    SourceText m_query;
    QByteArray m_method;
    QByteArray m_scheme;
    int m_status = 0;
    Half m_request;
    Half m_answer;
    qsizetype m_end; //!< Behind the last line that was the logger's.
};

void ExchangeLogReader::finish()
{
    if (!std::exchange(m_isOpen, false))
        return;
    const qsizetype index = m_collector.beginRequest(m_span);
    if (Request *request = m_collector.request(index)) {
        request->method = m_method;
        request->status = m_status;
        request->time = m_time;
        request->span.end = m_text.span(0, m_end).end;
    }
    if (!m_scheme.isEmpty() && index >= 0)
        m_collector.setScheme(index, m_scheme);
    m_url.append(m_query);
    if (!m_url.isEmpty())
        m_collector.url(index, m_url);
    for (const bool isAnswer : {false, true}) {
        m_isAnswer = isAnswer;
        const Side side = isAnswer ? Side::Response : Side::Request;
        collectFields(m_collector, index, side, half().fields);
        if (!half().body.trimmed().isEmpty())
            m_collector.body(index, side, half().body.trimmed(), {});
    }
}

void ExchangeLogReader::begin(const SourceText &value)
{
    finish();
    const QByteArrayView bytes = value.bytes();
    const qsizetype blank = bytes.indexOf(' ');
    const bool hasMethod = blank > 0 && !bytes.startsWith("http");
    m_isOpen = true;
    m_isAnswer = m_isBody = false;
    m_method = hasMethod ? bytes.first(blank).toByteArray() : QByteArray();
    m_url = hasMethod ? value.sliced(blank + 1).trimmed() : value;
    m_query = SourceText();
    m_scheme.clear();
    m_status = 0;
    m_request = m_answer = {};
}

//! Ruby writes values as literals: `Authorization: "Bearer …"`.
void ExchangeLogReader::readField(const SourceText &line)
{
    for (NamedText field : readHead(line, 0).fields) {
        const SourceText value = field.value.trimmed();
        const QByteArrayView bytes = value.bytes();
        if (bytes.size() >= 2 && bytes.front() == '"' && bytes.back() == '"')
            field.value = jsonUnescaped(value.sliced(1, value.size() - 2));
        half().fields.append(field);
    }
}

void ExchangeLogReader::act(Says says, const SourceText &value)
{
    m_isBody = says == Says::Body;
    switch (says) {
    case Says::Begin:
        return begin(value);
    case Says::Method: {
        const QByteArray &word = value.bytes();
        const qsizetype from = word.indexOf('=') + 1; // "HttpMethod(value=GET)"
        m_method = word.mid(from, word.size() - from - (word.endsWith(')') ? 1 : 0));
        return;
    }
    case Says::Scheme:
        m_scheme = value.bytes();
        return;
    case Says::Path:
        m_url = value;
        return;
    case Says::Query:
        m_query = value;
        return;
    case Says::Status:
        m_isAnswer = true;
        m_status = value.bytes().left(3).toInt();
        return;
    case Says::Answer:
        m_isAnswer = true;
        return;
    case Says::Field:
        return readField(value);
    case Says::Body:
        half().body = value;
        return;
    case Says::BodyEnd:
    case Says::Nothing:
        return;
    }
}

bool ExchangeLogReader::readLine()
{
    const QByteArrayView line = lineAt(m_bytes, m_at);
    const qsizetype next = nextLine(m_bytes, m_at);
    const bool begins = m_dialect.begins(line);
    const ExchangeRow *row = rowIn(m_dialect, line);
    const qsizetype indent = indentOf(line);
    const bool isField
        = !row && m_dialect.hasBareFields && !m_isBody && fieldColon(line.sliced(indent)) > 0;
    if (!row && !isField && !m_isBody)
        return false;
    if (m_at > m_end)
        m_collector.text(-1, Side::Unknown, m_text.sliced(m_end, m_at - m_end));
    if (row) {
        const qsizetype at = markIn(line, row->mark);
        // A body begins with the brace that told it.
        const qsizetype from = at + row->mark.size() - (row->mark.endsWith('{') ? 1 : 0);
        act(begins ? Says::Begin : row->says,
            m_text.sliced(m_at + from, line.size() - from).trimmed());
        if (begins) {
            m_span = m_text.span(m_at, line.size());
            m_time = parseLogLine(m_text.sliced(m_at, at)).time;
        }
    } else if (isField) {
        readField(m_text.sliced(m_at + indent, line.size() - indent));
    } else {
        half().body.append(m_text.sliced(m_at, next - m_at));
    }
    m_end = next;
    return true;
}

qsizetype ExchangeLogReader::read()
{
    constexpr int mostBetween = 4;
    for (int between = 0; m_at < m_bytes.size() && between <= mostBetween;) {
        between = readLine() ? 0 : between + 1;
        m_at = nextLine(m_bytes, m_at);
    }
    finish();
    return m_end;
}

} // namespace

bool beginsExchangeLog(QByteArrayView text, qsizetype from)
{
    return exchangeDialectAt(lineHead(text, from)) != nullptr;
}

qsizetype readExchangeLog(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView bytes = text.bytes();
    const ExchangeDialect *dialect = exchangeDialectAt(lineHead(bytes, from));
    if (!dialect || !lineHead(bytes, nextLine(bytes, from)).trimmed().startsWith(dialect->second))
        return from;
    return ExchangeLogReader(text, from, collector, *dialect).read();
}

} // namespace capture
