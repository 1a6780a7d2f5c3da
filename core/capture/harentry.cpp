// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/harentry.h"

#include "core/capture/answers.h"
#include "core/capture/collector.h"
#include "core/capture/hints.h"
#include "core/capture/logtime.h"
#include "core/capture/tokenscan.h"
#include "core/http/status.h"

#include <algorithm>

namespace capture {

namespace {

//! More lines than any message has fields.
constexpr qsizetype mostLines = 1'000;

//! Texts of these types hold no tokens that anybody sent; they are most of a HAR.
bool isMedia(QByteArrayView type)
{
    return type.startsWith("image/") || type.startsWith("font/") || type.startsWith("video/")
        || type.startsWith("audio/") || type.startsWith("application/wasm");
}

//! Scripts and style sheets speak of tokens all the time and seldom hold one.
bool isProgram(QByteArrayView type)
{
    return type.contains("javascript") || type.startsWith("text/css");
}

class EntryWriter
{
public:
    EntryWriter(const HarEntry &entry, Collector &collector)
        : m_entry(entry)
        , m_collector(collector)
        , m_request(collector.beginRequest(entry.span))
    {
    }

    void write()
    {
        if (Request *request = m_collector.request(m_request)) {
            request->method = m_entry.method.bytes();
            request->status = m_entry.status;
            request->time = readLogTime(m_entry.started.bytes());
        }
        m_collector.url(m_request, m_entry.url);
        writeRequest();
        writeResponse();
        for (const HarMessage &message : m_entry.messages)
            writeMessage(message);
    }

private:
    void writeRequest()
    {
        writeHeaders(HarList::RequestHeaders, Side::Request);
        if (!m_entry.hasHeader(HarList::RequestHeaders, "cookie"))
            writeCookies(HarList::RequestCookies, Side::Request);
        if (!m_entry.url.bytes().contains('?'))
            writeParameters(HarList::Query, CarrierType::Query);
        if (!m_entry.postText.isEmpty())
            return writeBody(m_entry.postText, m_entry.postType.bytes(), Side::Request);
        const bool isMultipart = m_entry.postType.bytes().startsWith("multipart/");
        writeParameters(HarList::PostParams,
                        isMultipart ? CarrierType::Multipart : CarrierType::Form);
    }

    void writeResponse()
    {
        writeHeaders(HarList::ResponseHeaders, Side::Response);
        if (!m_entry.hasHeader(HarList::ResponseHeaders, "set-cookie"))
            writeCookies(HarList::ResponseCookies, Side::Response);
        if (!m_entry.hasHeader(HarList::ResponseHeaders, "location"))
            m_collector.link(m_request, Side::Response, m_entry.redirect);
        if (m_entry.contentEncoding.bytes() == "base64")
            return writeEncodedBody();
        writeBody(m_entry.contentText, m_entry.contentType.bytes(), Side::Response);
    }

    //! HTTP/2 names the parts of the URL as fields again (RFC 9113 section 8.3.1).
    void writeHeaders(HarList which, Side side)
    {
        for (const NamedText &header : m_entry.list(which)) {
            if (header.name.bytes().startsWith(':'))
                continue;
            // Of a field that was sent several times Chrome's protocol makes one of several lines.
            for (const SourceText &line : header.value.split('\n', mostLines))
                m_collector.header(m_request, side, header.name, line);
        }
    }

    void writeCookies(HarList which, Side side)
    {
        for (const NamedText &cookie : m_entry.list(which))
            m_collector.cookie(m_request, side, cookie.name, cookie.value);
    }

    void writeParameters(HarList which, CarrierType type)
    {
        for (const NamedText &pair : m_entry.list(which))
            m_collector.parameter(m_request, {type, pair.name.toString(), Side::Request},
                                  pair.value);
    }

    //! The server's words on what is wrong, which need not speak of tokens at all.
    [[nodiscard]] bool isComplaint(const SourceText &body, Side side) const
    {
        constexpr qsizetype head = 64;
        if (side != Side::Response || body.size() > longestComplaint)
            return false;
        // GraphQL answers 200 whatever happened.
        const QByteArrayView begin(body.bytes());
        return http::isErrorStatus(m_entry.status)
            || begin.first(std::min(head, begin.size())).contains("errors");
    }

    //! Taking escapes off costs several times the size of a body, so only where it can be worth it.
    void writeBody(const SourceText &escaped, const QByteArray &type, Side side)
    {
        if (isMedia(type) || (!isComplaint(escaped, side) && !mayHoldToken(escaped.bytes())))
            return;
        if (!isProgram(type))
            m_collector.body(m_request, side, jsonUnescaped(escaped), type);
        else if (nextCandidate(escaped.bytes(), 0) >= 0)
            m_collector.text(m_request, side, escaped);
    }

    void writeEncodedBody()
    {
        if (isMedia(m_entry.contentType.bytes()))
            return;
        const std::optional<SourceText> decoded = base64Decoded(jsonUnescaped(m_entry.contentText));
        if (decoded && (isComplaint(*decoded, Side::Response) || mayHoldToken(decoded->bytes())))
            m_collector.body(m_request, Side::Response, *decoded, m_entry.contentType.bytes());
    }

    void writeMessage(const HarMessage &message)
    {
        const bool isSent = message.type.bytes() == "send";
        m_collector.body(m_request, isSent ? Side::Request : Side::Response, message.data, {});
    }

    const HarEntry &m_entry;
    Collector &m_collector;
    qsizetype m_request;
};

} // namespace

bool HarEntry::hasHeader(HarList which, QByteArrayView name) const
{
    const QList<NamedText> &headers = list(which);
    return std::any_of(headers.begin(), headers.end(), [&](const NamedText &header) {
        return name.compare(header.name.bytes(), Qt::CaseInsensitive) == 0;
    });
}

void handOver(const HarEntry &entry, Collector &collector)
{
    EntryWriter(entry, collector).write();
}

} // namespace capture
