// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/html.h"

#include <algorithm>

namespace capture {

namespace {

constexpr qsizetype mostAttributes = 200;

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!';
}

class TagReader
{
public:
    TagReader(const SourceText &text, qsizetype from)
        : m_text(text)
        , m_bytes(text.bytes())
        , m_at(from)
    {
    }

    HtmlTag read()
    {
        HtmlTag tag;
        findStart();
        tag.start = m_at;
        if (m_at < m_bytes.size())
            readInto(tag);
        tag.end = m_at;
        return tag;
    }

private:
    void findStart()
    {
        while (m_at < m_bytes.size()) {
            const qsizetype found = m_bytes.indexOf('<', m_at);
            m_at = found < 0 ? m_bytes.size() : found;
            if (m_at + 1 < m_bytes.size() && isNameStart(m_bytes[m_at + 1]))
                return;
            m_at = qMin(m_at + 1, m_bytes.size());
        }
    }

    void readInto(HtmlTag &tag)
    {
        if (m_bytes.sliced(m_at).startsWith("<!--")) {
            tag.name = "!--";
            skipBehind("-->", m_at + 4);
            return;
        }
        const qsizetype name = ++m_at;
        while (m_at < m_bytes.size() && !isBlank(m_bytes[m_at]) && m_bytes[m_at] != '>'
               && (m_at == name || m_bytes[m_at] != '/'))
            ++m_at;
        constexpr qsizetype longestName = 32;
        tag.name = m_bytes.sliced(name, qMin(longestName, m_at - name)).toByteArray().toLower();
        readAttributes(tag);
    }

    void skipBehind(QByteArrayView mark, qsizetype from)
    {
        const qsizetype found = m_bytes.indexOf(mark, from);
        m_at = found < 0 ? m_bytes.size() : found + mark.size();
    }

    void readAttributes(HtmlTag &tag)
    {
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at];
            if (c == '>') {
                ++m_at;
                return;
            }
            if (c == '<' && !tag.attributes.isEmpty())
                return; // a tag that was cut
            if (isBlank(c) || c == '/' || c == '=')
                ++m_at;
            else
                readAttribute(tag);
        }
    }

    void readAttribute(HtmlTag &tag)
    {
        const qsizetype name = m_at;
        while (m_at < m_bytes.size() && !isBlank(m_bytes[m_at]) && m_bytes[m_at] != '='
               && m_bytes[m_at] != '>' && m_bytes[m_at] != '/')
            ++m_at;
        NamedText attribute{m_text.sliced(name, m_at - name), m_text.sliced(m_at, 0)};
        skipBlanks();
        if (m_at < m_bytes.size() && m_bytes[m_at] == '=') {
            ++m_at;
            skipBlanks();
            attribute.value = htmlUnescaped(value());
        }
        if (tag.attributes.size() < mostAttributes)
            tag.attributes.append(attribute);
    }

    SourceText value()
    {
        const char quote = m_at < m_bytes.size() ? m_bytes[m_at] : '\0';
        if (quote == '"' || quote == '\'') {
            const qsizetype from = m_at + 1;
            const qsizetype found = m_bytes.indexOf(quote, from);
            const qsizetype end = found < 0 ? m_bytes.size() : found;
            m_at = qMin(end + 1, m_bytes.size());
            return m_text.sliced(from, end - from);
        }
        const qsizetype from = m_at;
        while (m_at < m_bytes.size() && !isBlank(m_bytes[m_at]) && m_bytes[m_at] != '>')
            ++m_at;
        return m_text.sliced(from, m_at - from);
    }

    void skipBlanks()
    {
        while (m_at < m_bytes.size() && isBlank(m_bytes[m_at]))
            ++m_at;
    }

    const SourceText &m_text;
    QByteArrayView m_bytes;
    qsizetype m_at;
};

} // namespace

SourceText HtmlTag::attribute(QByteArrayView wanted) const
{
    const auto found
        = std::find_if(attributes.begin(), attributes.end(), [&](const NamedText &candidate) {
              return wanted.compare(candidate.name.bytes(), Qt::CaseInsensitive) == 0;
          });
    return found == attributes.end() ? SourceText() : found->value;
}

HtmlTag nextTag(const SourceText &text, qsizetype from)
{
    return TagReader(text, from).read();
}

} // namespace capture
