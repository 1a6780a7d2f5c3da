// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/panelfacts.h"

#include "core/capture/lines.h"
#include "core/capture/messagefields.h"
#include "core/capture/messagehead.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

constexpr qsizetype longestLabel = 80;

//! RFC 9110 section 9.3 and RFC 5789; in capitals, as every tool shows them.
constexpr auto methods
    = std::to_array<QByteArrayView>({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"});

bool isMethod(QByteArrayView text)
{
    return std::ranges::find(methods, text) != methods.end();
}

bool isAbsoluteUrl(QByteArrayView text)
{
    const bool hasScheme = text.startsWith("https://") || text.startsWith("http://")
        || text.startsWith("wss://") || text.startsWith("ws://");
    return hasScheme && std::ranges::none_of(text, [](char c) {
               return c == ' ' || c == '\t' || c == '"' || c == '<';
           });
}

//! "401", "401 Unauthorized", "401 - Unauthorized"; 0 for anything else.
int statusIn(QByteArrayView text)
{
    constexpr qsizetype longest = 48;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool isCode = text.size() >= 3 && text.size() <= longest && text[0] >= '1'
        && text[0] <= '5' && isDigit(text[1]) && isDigit(text[2]);
    if (!isCode || (text.size() > 3 && text[3] != ' '))
        return 0;
    const bool isReason
        = std::none_of(text.begin() + 3, text.end(), [&](char c) { return isDigit(c) || c == ':'; })
        && !text.endsWith(" ms") && !text.endsWith(" B");
    return isReason ? text.first(3).toInt() : 0;
}

//! Where the value of a line begins: behind its indentation, or behind "label:" or a label and a
//! tab where it has one.
qsizetype valueAt(QByteArrayView line)
{
    constexpr QByteArrayView wideColon("\xEF\xBC\x9A"); // U+FF1A
    const qsizetype indent = indentOf(line);
    const QByteArrayView label = line.first(std::min(line.size(), indent + longestLabel));
    const qsizetype tab = label.indexOf('\t', indent); // Charles, and tables that were copied
    const qsizetype wide = label.indexOf(wideColon, indent);
    const qsizetype colon = label.indexOf(':', indent);
    if (tab >= 0 && (colon < 0 || tab < colon))
        return tab + 1 + indentOf(line.sliced(tab + 1));
    if (wide >= 0 && (colon < 0 || wide < colon))
        return wide + wideColon.size() + indentOf(line.sliced(wide + wideColon.size()));
    if (colon < 0 || line.sliced(colon).startsWith("://"))
        return indent;
    return colon + 1 + indentOf(line.sliced(colon + 1));
}

//! "date", "date:", "date: Mon, …".
bool isKnownField(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    const qsizetype colon = text.indexOf(':', 1);
    const QByteArrayView name = colon < 0 ? text : text.first(colon).trimmed();
    return isTellingName(name) || sideOf(name) != Side::Unknown;
}

bool beginsMessage(QByteArrayView line)
{
    const QByteArrayView text = line.sliced(indentOf(line));
    return isRequestLine(text) || isStatusLine(text);
}

class FactReader
{
public:
    FactReader(const SourceText &text, qsizetype from)
        : m_text(text)
        , m_bytes(text.bytes())
        , m_at(from)
    {
    }

    [[nodiscard]] PanelFacts read()
    {
        constexpr int mostLines = 24;
        const qsizetype from = m_at;
        bool isAtFields = false;
        for (int line = 0; line < mostLines && m_at < m_bytes.size() && !isAtFields; ++line) {
            isAtFields
                = isKnownField(lineHead(m_bytes, m_at)) || beginsMessage(lineHead(m_bytes, m_at));
            if (!isAtFields && !readLine())
                break;
        }
        const bool hasMethod
            = !m_facts.method.isEmpty() || (isAtFields && beginsMessage(lineHead(m_bytes, m_at)));
        const bool isPanel
            = isAtFields && hasMethod && !m_facts.url.isEmpty() && m_labels > 0 && !m_isAmbiguous;
        m_facts.end = isPanel ? m_at : from;
        return std::move(m_facts);
    }

private:
    //! False where the text is no panel any more.
    bool readLine()
    {
        const QByteArrayView line = lineAt(m_bytes, m_at);
        const QByteArrayView trimmed = line.trimmed();
        m_empty = trimmed.isEmpty() ? m_empty + 1 : 0;
        constexpr int mostEmpty = 2;
        constexpr qsizetype longest = 200;
        const qsizetype from = valueAt(line);
        const bool isFact = take(m_text.sliced(m_at + from, line.size() - from).trimmed());
        const bool isOther = !isFact && trimmed.size() > longest;
        if (m_isAmbiguous || m_empty > mostEmpty || isOther || trimmed.startsWith('{')
            || trimmed.startsWith('<') || trimmed.startsWith('#'))
            return false;
        // A label, or a title: what a request that somebody wrote down does not have.
        m_labels += (!isFact && !trimmed.isEmpty()) || (isFact && from > indentOf(line)) ? 1 : 0;
        m_labels += m_hasStatus ? 1 : 0;
        m_at = nextLine(m_bytes, m_at);
        return true;
    }

    bool take(const SourceText &value)
    {
        const QByteArrayView bytes = value.bytes();
        if (isMethod(bytes)) {
            takeMethod(bytes);
            return true;
        }
        const qsizetype blank = bytes.indexOf(' ');
        const bool hasMethod = blank > 0 && isMethod(bytes.first(blank));
        if (isAbsoluteUrl(hasMethod ? bytes.sliced(blank + 1) : bytes)) {
            if (hasMethod)
                takeMethod(bytes.first(blank));
            takeUrl(hasMethod ? value.sliced(blank + 1) : value);
            return true;
        }
        const int status = statusIn(bytes);
        if (status > 0 && m_facts.status == 0)
            m_facts.status = status;
        m_hasStatus = m_hasStatus || status > 0;
        return status > 0;
    }

    //! Two of them are of two requests.
    void takeMethod(QByteArrayView method)
    {
        m_isAmbiguous = m_isAmbiguous || !m_facts.method.isEmpty();
        m_facts.method = method.toByteArray();
    }

    //! Of two addresses nothing tells which one the request went to.
    void takeUrl(const SourceText &url)
    {
        m_isAmbiguous
            = m_isAmbiguous || (!m_facts.url.isEmpty() && m_facts.url.bytes() != url.bytes());
        m_facts.url = url;
    }

    const SourceText &m_text;
    QByteArrayView m_bytes;
    qsizetype m_at;
    PanelFacts m_facts;
    int m_empty = 0;
    int m_labels = 0;
    bool m_hasStatus = false;
    bool m_isAmbiguous = false;
};

} // namespace

bool beginsPanelFacts(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, from);
    const QByteArrayView value = line.sliced(valueAt(line)).trimmed();
    const qsizetype blank = value.indexOf(' ');
    if (blank < 0)
        return isMethod(value) || isAbsoluteUrl(value);
    return isMethod(value.first(blank)) && isAbsoluteUrl(value.sliced(blank + 1));
}

PanelFacts readPanelFacts(const SourceText &text, qsizetype from)
{
    return FactReader(text, from).read();
}

qsizetype panelPartBehind(QByteArrayView text, qsizetype from)
{
    constexpr int mostLines = 8;
    qsizetype at = from;
    for (int count = 0; count < mostLines && at < text.size(); ++count) {
        const QByteArrayView line = lineHead(text, at).trimmed();
        if (!line.isEmpty() && !line.startsWith("--") && !line.startsWith('('))
            return at > from && isKnownField(line) ? at : -1;
        at = nextLine(text, at);
    }
    return -1;
}

bool isPanelTitle(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, from).trimmed();
    const QByteArrayView name = line.endsWith(':') ? line.chopped(1) : line;
    // Names of fields that nobody knows have dashes, "x-request-id", and no blanks.
    const bool isName = name.contains('-') && !name.contains(' ');
    if (name.isEmpty() || name.size() > longestLabel || isKnownField(name) || beginsMessage(line)
        || isName || name.contains(':') || name.contains('='))
        return false;
    const qsizetype next = nextLine(text, from);
    const QByteArrayView behind = next < text.size() ? lineHead(text, next) : QByteArrayView();
    return isKnownField(behind) || beginsMessage(behind);
}

} // namespace capture
