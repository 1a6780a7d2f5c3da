// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/html.h"

#include "core/capture/bodies.h"
#include "core/capture/decode.h"
#include "core/capture/documentforms.h"
#include "core/capture/hints.h"
#include "core/capture/lines.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

//! Tags that a line of a page begins with; prose in angle brackets begins with none.
constexpr auto openings = std::to_array<QByteArrayView>(
    {"<!doctype html", "<html", "<head", "<body", "<form", "<input", "<meta", "<script", "<title"});

bool beginsFolded(QByteArrayView text, QByteArrayView word)
{
    return text.size() >= word.size()
        && text.first(word.size()).compare(word, Qt::CaseInsensitive) == 0;
}

//! Goes from tag to tag. What stands between tags and in attributes that nobody reads is scanned at
//! the end, with everything else.
class PageReader
{
public:
    PageReader(const SourceText &text, qsizetype from, Collector &collector)
        : m_text(text)
        , m_from(from)
        , m_at(from)
        , m_collector(collector)
    {
    }

    qsizetype read(qsizetype request, Side side)
    {
        m_request = request;
        m_outer = request;
        m_side = side;
        while (m_at < m_text.size() && !m_isOver) {
            const HtmlTag tag = nextTag(m_text, m_at);
            m_at = tag.end;
            readTag(tag);
            m_isOver = m_isOver || isPieceOver();
        }
        m_collector.text(m_outer, m_side, htmlUnescaped(m_text.sliced(m_from, m_at - m_from)));
        return m_at;
    }

private:
    //! A few tags in other text, without a page around them: they end with the line behind which no
    //! further one begins.
    [[nodiscard]] bool isPieceOver() const
    {
        if (m_isWhole || m_isInForm)
            return false;
        const QByteArrayView bytes = m_text.bytes();
        const QByteArrayView rest = lineHead(bytes, m_at);
        const qsizetype next = m_at + rest.size();
        if (!rest.trimmed().isEmpty() || next >= bytes.size())
            return false;
        const QByteArrayView line = lineHead(bytes, nextLine(bytes, next));
        return !line.sliced(indentOf(line)).startsWith('<');
    }

    void readTag(const HtmlTag &tag)
    {
        if (tag.name == "html" || tag.name == "body" || tag.name.startsWith('!'))
            m_isWhole = m_isWhole || tag.name != "!--";
        else if (tag.name == "form")
            readForm(tag);
        else if (tag.name == "/form")
            endForm(tag);
        else if (tag.name == "/html")
            m_isOver = true;
        else if (tag.name == "input")
            readInput(tag);
        else if (tag.name == "meta")
            readMeta(tag);
        else if (tag.name == "script")
            readScript();
        else if (tag.name == "a" || tag.name == "iframe")
            readLink(tag);
    }

    void readForm(const HtmlTag &tag)
    {
        const SourceText action = tag.attribute("action");
        m_isInForm = true;
        if (m_outer >= 0)
            return m_collector.link(m_outer, m_side, action);
        m_request = m_collector.beginRequest(m_text.span(tag.start, tag.end - tag.start));
        if (Request *request = m_collector.request(m_request)) {
            const QByteArray method = tag.attribute("method").bytes().trimmed().toUpper();
            request->method = method.isEmpty() ? QByteArray("GET") : method;
        }
        m_collector.url(m_request, action);
    }

    void endForm(const HtmlTag &tag)
    {
        if (Request *request = m_outer < 0 ? m_collector.request(m_request) : nullptr)
            request->span.end = m_text.span(tag.start, tag.end - tag.start).end;
        m_request = m_outer;
        m_isInForm = false;
        m_isOver = m_isOver || !m_isWhole; // a piece of a page ends with its form
    }

    void readInput(const HtmlTag &tag)
    {
        const SourceText name = tag.attribute("name");
        const SourceText value = tag.attribute("value");
        if (!name.isEmpty() && !value.isEmpty())
            m_collector.parameter(m_request, {CarrierType::Html, name.toString(), m_side}, value);
    }

    //! <meta http-equiv="refresh" content="0;url=…">, which Authgear answers with a custom UI.
    void readMeta(const HtmlTag &tag)
    {
        const SourceText content = tag.attribute("content");
        const qsizetype equals = content.bytes().indexOf('=');
        const QByteArray before = content.bytes().left(qMax<qsizetype>(0, equals)).toLower();
        if (before.trimmed().endsWith("url"))
            m_collector.link(m_request, m_side, content.sliced(equals + 1).trimmed());
        else if (!content.isEmpty() && !tag.attribute("name").isEmpty())
            m_collector.parameter(
                m_request, {CarrierType::Html, tag.attribute("name").toString(), m_side}, content);
    }

    void readLink(const HtmlTag &tag)
    {
        const SourceText target = tag.name == "a" ? tag.attribute("href") : tag.attribute("src");
        if (mayHoldToken(target.bytes()))
            m_collector.link(m_request, m_side, target);
    }

    //! The string literals of a script that are URLs: location.href = "…".
    void readScript()
    {
        const QByteArrayView bytes = m_text.bytes();
        const qsizetype found = bytes.indexOf("</script", m_at);
        const qsizetype end = found < 0 ? bytes.size() : found;
        if (mayHoldToken(bytes.sliced(m_at, end - m_at)))
            readLiterals(end);
        m_at = end;
    }

    void readLiterals(qsizetype end)
    {
        const QByteArrayView bytes = m_text.bytes();
        while (m_at < end) {
            const char quote = bytes[m_at++];
            if (quote != '"' && quote != '\'' && quote != '`')
                continue;
            const qsizetype from = m_at;
            while (m_at < end && bytes[m_at] != quote && bytes[m_at] != '\n')
                m_at += bytes[m_at] == '\\' ? 2 : 1;
            m_at = qMin(m_at, end);
            readLiteral(from, m_at);
            m_at = qMin(m_at + 1, end);
        }
    }

    void readLiteral(qsizetype from, qsizetype end)
    {
        const QByteArrayView inner = QByteArrayView(m_text.bytes()).sliced(from, end - from);
        const bool isUrl = (inner.startsWith("http") || inner.startsWith('/'))
            && (inner.contains('?') || inner.contains('#'));
        if (isUrl && mayHoldToken(inner))
            m_collector.link(m_request, m_side, jsonUnescaped(m_text.sliced(from, end - from)));
    }

    const SourceText &m_text;
    qsizetype m_from;
    qsizetype m_at;
    Collector &m_collector;
    qsizetype m_request = -1;
    qsizetype m_outer = -1; // the request that the page answers
    Side m_side = Side::Unknown;
    bool m_isWhole = false; // a page, and not a piece of one
    bool m_isInForm = false;
    bool m_isOver = false;
};

} // namespace

qsizetype readPage(const SourceText &text, qsizetype from, qsizetype request, Side side,
                   Collector &collector)
{
    return PageReader(text, from, collector).read(request, side);
}

bool readHtmlBody(const SourceText &text, qsizetype request, Side side, Collector &collector)
{
    if (!text.bytes().contains('<'))
        return false;
    qsizetype at = 0;
    while (at < text.size())
        at = readPage(text, at, request, side, collector);
    return true;
}

bool beginsHtml(QByteArrayView text, qsizetype from)
{
    const QByteArrayView head = lineHead(text, from);
    const QByteArrayView trimmed = head.sliced(indentOf(head));
    return trimmed.startsWith('<') && std::ranges::any_of(openings, [&](QByteArrayView opening) {
               return beginsFolded(trimmed, opening);
           });
}

qsizetype readHtml(const SourceText &text, qsizetype from, Collector &collector)
{
    return readPage(text, from, -1, Side::Response, collector);
}

} // namespace capture
