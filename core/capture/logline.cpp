// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/logline.h"

#include "core/capture/bodies.h"
#include "core/capture/logtime.h"
#include "core/capture/logwords.h"
#include "core/capture/messagehead.h"
#include "core/capture/textsearch.h"
#include "core/capture/tokenscan.h"
#include "core/http/address.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

constexpr auto methods = std::to_array<QByteArrayView>(
    {"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "CONNECT", "TRACE"});
constexpr auto timeKeys
    = std::to_array<QByteArrayView>({"time", "timestamp", "@timestamp", "ts", "t", "date"});
constexpr auto methodKeys = std::to_array<QByteArrayView>({"method", "http_method", "verb"});
constexpr auto urlKeys
    = std::to_array<QByteArrayView>({"url", "uri", "path", "request_uri", "target", "fwd_url"});
constexpr auto statusKeys
    = std::to_array<QByteArrayView>({"status", "status_code", "statusCode", "http_status"});
constexpr auto refererKeys = std::to_array<QByteArrayView>({"referer", "referrer", "http_referer"});

bool isTarget(QByteArrayView text)
{
    return text.startsWith('/') || text.startsWith("http://") || text.startsWith("https://");
}

int statusIn(QByteArrayView text)
{
    const bool isThreeDigits = text.size() == 3
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const int status = isThreeDigits ? text.toInt() : 0;
    return status >= 100 && status < 600 ? status : 0;
}

//! `name=value; name=value`, as $http_cookie is logged.
bool looksLikeCookies(QByteArrayView text)
{
    const qsizetype equals = text.indexOf('=');
    const auto name = text.first(qMax<qsizetype>(0, equals));
    return equals > 0 && text.indexOf("; ", equals) > 0 && !name.contains(' ')
        && !name.contains('/') && !name.contains('?');
}

bool startsWithScheme(QByteArrayView text)
{
    constexpr qsizetype length = 7;
    return text.size() > length
        && QLatin1StringView(text.first(length))
               .compare(QLatin1StringView("bearer "), Qt::CaseInsensitive)
        == 0;
}

class LineReader
{
public:
    explicit LineReader(const SourceText &line)
        : m_line(line)
        , m_words(logWords(line.bytes()))
    {
    }

    LogLine read()
    {
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            readKeyed(m_words[i]);
            if (!m_found.time)
                readTime(i);
            if (!m_found.hasRequest())
                readRequest(i);
            readQuoted(m_words[i]);
        }
        return m_found;
    }

private:
    [[nodiscard]] QByteArrayView view(const LogWord &word) const
    {
        return QByteArrayView(m_line.bytes()).sliced(word.from, word.end - word.from);
    }
    [[nodiscard]] SourceText piece(const LogWord &word) const
    {
        return m_line.sliced(word.from, word.end - word.from);
    }

    //! Of "method=GET, url=…" and "request{method=GET uri=/me}:" the value alone.
    [[nodiscard]] SourceText withoutMarks(const LogWord &word) const
    {
        constexpr QByteArrayView marks(",:}>");
        LogWord bare = word;
        while (word.fence == 0 && bare.end > bare.from
               && marks.contains(m_line.bytes()[bare.end - 1]))
            --bare.end;
        return piece(bare);
    }

    void readKeyed(const LogWord &word)
    {
        if (word.key.isEmpty())
            return;
        const SourceText text = withoutMarks(word);
        const QByteArrayView value = text.bytes();
        if (isOneOf(methodKeys, word.key) && isOneOf(methods, value))
            m_found.method = text;
        else if (isOneOf(urlKeys, word.key) && isTarget(value) && !value.contains(' '))
            m_found.url = text;
        else if (isOneOf(statusKeys, word.key))
            m_found.status = statusIn(value);
        else if (isOneOf(refererKeys, word.key))
            m_found.links.append(piece(word));
        m_hasKeyedMethod = m_hasKeyedMethod || isOneOf(methodKeys, word.key);
        m_hasKeyedUrl = m_hasKeyedUrl || isOneOf(urlKeys, word.key);
        m_found.isKeyed = m_hasKeyedMethod && m_hasKeyedUrl && m_found.hasRequest()
            && !m_found.method.isEmpty();
    }

    //! A time stands near the beginning, in brackets, or has a key; other numbers are no times.
    void readTime(qsizetype index)
    {
        constexpr qsizetype mostInFront = 6;
        const LogWord &word = m_words[index];
        const QByteArrayView text = view(word);
        const bool isKeyed = isOneOf(timeKeys, word.key);
        const bool isPlaced = index == 0 || isKeyed;
        if (!isPlaced && word.fence != '[' && index >= mostInFront)
            return;
        if (isPlaced || text.size() >= 19)
            m_found.time = readLogTime(text);
        if (!m_found.time && index + 1 < m_words.size() && text.size() == 10)
            m_found.time = readLogTime(QByteArrayView(m_line.bytes())
                                           .sliced(word.from, m_words[index + 1].end - word.from));
        if (!m_found.time && index == 0)
            m_found.time = readW3cTime();
    }

    //! "2026-01-02 03:04:05 10.0.0.1 GET …": the W3C extended format, always in UTC.
    [[nodiscard]] std::optional<base::Instant> readW3cTime() const
    {
        if (m_words.size() < 4 || view(m_words[0]).size() != 10 || view(m_words[1]).size() != 8)
            return std::nullopt;
        if (!http::isAddressLiteral(QString::fromLatin1(view(m_words[2]))))
            return std::nullopt;
        return readLogTime(view(m_words[0]).toByteArray() + 'T' + view(m_words[1]).toByteArray()
                           + 'Z');
    }

    void readRequest(qsizetype index)
    {
        const LogWord &word = m_words[index];
        if (word.fence == '"')
            readRequestLine(word.from, word.end, index);
        else if (word.fence == 0 && view(word).startsWith('"'))
            readRequestLine(word.from + 1, m_line.size(), index); // its end is not in sight
        else if (word.fence == 0 && isOneOf(methods, view(word)))
            readBareRequest(index);
    }

    //! "GET /path HTTP/1.1" in quotes; blanks in a target that is not encoded belong to it.
    void readRequestLine(qsizetype from, qsizetype to, qsizetype index)
    {
        const QByteArrayView text = QByteArrayView(m_line.bytes()).sliced(from, to - from);
        const qsizetype blank = text.indexOf(' ');
        if (blank < 3 || !isOneOf(methods, text.first(blank)) || !isTarget(text.sliced(blank + 1)))
            return;
        const qsizetype protocol = text.lastIndexOf(QByteArrayView(" HTTP/"));
        const qsizetype end = protocol > blank ? protocol : text.size();
        m_found.method = m_line.sliced(from, blank);
        m_found.url = m_line.sliced(from + blank + 1, end - blank - 1);
        readStatusAround(index);
    }

    //! Gin puts quotes around the target alone.
    void readBareRequest(qsizetype index)
    {
        if (index + 1 >= m_words.size() || !isTarget(view(m_words[index + 1])))
            return;
        m_found.method = piece(m_words[index]);
        m_found.url = piece(m_words[index + 1]);
        if (index + 2 < m_words.size() && m_words[index + 1].fence == 0)
            addQuery(index + 2);
        readStatusAround(index + (m_isW3c ? 3 : 1));
    }

    //! W3C logs have the query in a field of its own, and a port behind it.
    void addQuery(qsizetype index)
    {
        const LogWord &query = m_words[index];
        const QByteArrayView text = view(query);
        const qsizetype keySize = query.key.isEmpty() ? 0 : query.key.size() + 1;
        const bool isQuery = query.fence == 0 && (keySize > 0 || text.contains('='))
            && !m_found.url.bytes().contains('?');
        m_isW3c = isQuery || text == "-";
        if (!isQuery)
            return;
        const qsizetype from = query.from - keySize;
        m_found.url.appendReplaced("?", m_line.span(from, 0));
        m_found.url.append(m_line.sliced(from, query.end - from));
    }

    //! The first that looks like one behind the request; load balancers write it in front.
    void readStatusAround(qsizetype request)
    {
        constexpr qsizetype nearest = 6; // bytes, the method and the target stand between
        for (qsizetype i = std::max(request - nearest, qsizetype(0)); i < request; ++i) {
            if (m_found.status == 0)
                m_found.status = statusOfSquid(view(m_words[i]));
        }
        for (qsizetype i = request + 1; i < m_words.size() && m_found.status == 0; ++i)
            m_found.status = statusBehind(m_words[i]);
        for (qsizetype i = request - 1; i > 0 && m_found.status == 0; --i) {
            if (isStatusInFront(request, i))
                m_found.status = statusIn(view(m_words[i]));
        }
    }

    //! "401", or "HTTP/1.1 401 Unauthorized" in quotes, as Python's httpx logs it.
    [[nodiscard]] int statusBehind(const LogWord &word) const
    {
        if (!word.key.isEmpty())
            return 0;
        if (word.fence == '"')
            return isStatusLine(view(word)) ? statusOf(view(word)) : 0;
        return word.fence == 0 ? statusIn(view(word)) : 0;
    }

    //! "TCP_MISS/401"; behind it stands how many bytes were sent, which may look like a status.
    [[nodiscard]] static int statusOfSquid(QByteArrayView text)
    {
        const qsizetype slash = text.indexOf('/');
        const bool isResult = slash > 3
            && std::all_of(text.begin(), text.begin() + slash,
                           [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
        return isResult ? statusIn(text.sliced(slash + 1)) : 0;
    }

    //! AWS's stands at a fixed distance, HAProxy's behind its five timers, Gin's between bars.
    [[nodiscard]] bool isStatusInFront(qsizetype request, qsizetype index) const
    {
        constexpr qsizetype ofAws = 4;
        constexpr qsizetype slashesBetweenTimers = 4;
        if (m_words[index].fence != 0 || !m_words[index].key.isEmpty())
            return false;
        const QByteArrayView before = view(m_words[index - 1]);
        return request - index == ofAws || before == "|"
            || (before.count('/') == slashesBetweenTimers && before.back() >= '0'
                && before.back() <= '9');
    }

    void readQuoted(const LogWord &word)
    {
        if (word.fence != '"')
            return;
        const QByteArrayView text = view(word);
        if (startsWithScheme(text))
            m_found.credentials.append(piece(word));
        else if (text.startsWith("http") && isTarget(text) && !isOneOf(urlKeys, word.key)
                 && !isOneOf(refererKeys, word.key))
            m_found.links.append(piece(word));
        else if (looksLikeCookies(text))
            m_found.cookies.append(piece(word));
    }

    const SourceText &m_line;
    QList<LogWord> m_words;
    LogLine m_found;
    bool m_isW3c = false;
    bool m_hasKeyedMethod = false;
    bool m_hasKeyedUrl = false;
};

//! The rest of the line, of which a JSON object at the end is read as such.
void readRest(const SourceText &line, qsizetype request, Collector &collector)
{
    const qsizetype object = objectInLogLine(line.bytes());
    const SourceText front = object < 0 ? line : line.sliced(0, object);
    collector.text(request, Side::Request, front);
    collector.remark(request, front, nextCandidate(front.bytes(), 0) >= 0);
    if (object < 0)
        return;
    const SourceText json = line.sliced(object, line.size() - object);
    if (!readJsonBody(json, request, Side::Unknown, collector))
        collector.text(request, Side::Request, json);
}

//! A name for a field that the line holds without one; it stands where its value stands.
SourceText fieldName(QByteArrayView name, const SourceText &value)
{
    SourceText text = value.sliced(0, 0);
    text.appendReplaced(name, value.span());
    return text;
}

} // namespace

qsizetype firstObjectIn(QByteArrayView line)
{
    // Records have objects in them, so the first counts; zap's console puts a tab in front of it.
    const qsizetype behindBlank = line.indexOf(" {\"");
    const qsizetype behindTab = line.indexOf("\t{\"");
    const bool isTab = behindTab >= 0 && (behindBlank < 0 || behindTab < behindBlank);
    const qsizetype object = isTab ? behindTab : behindBlank;
    return object < 0 ? -1 : object + 1;
}

qsizetype objectInLogLine(QByteArrayView line)
{
    return line.trimmed().endsWith('}') ? firstObjectIn(line) : -1;
}

LogLine parseLogLine(const SourceText &line)
{
    return LineReader(line).read();
}

bool readLogLine(const SourceText &line, qsizetype request, Collector &collector)
{
    const LogLine found = parseLogLine(line);
    if (!found.hasRequest() && !found.time)
        return false;
    const qsizetype index = request < 0 ? collector.beginRequest(line.span()) : request;
    if (Request *known = collector.request(index)) {
        if (known->method.isEmpty())
            known->method = found.method.bytes();
        if (known->status == 0)
            known->status = found.status;
        if (!known->time)
            known->time = found.time;
    }
    if (found.hasRequest())
        collector.url(index, found.url);
    for (const SourceText &link : found.links)
        collector.link(index, Side::Request, link);
    for (const SourceText &credential : found.credentials)
        collector.header(index, Side::Request, fieldName("Authorization", credential), credential);
    for (const SourceText &cookies : found.cookies)
        collector.header(index, Side::Request, fieldName("Cookie", cookies), cookies);
    readRest(line, index, collector);
    return true;
}

} // namespace capture
