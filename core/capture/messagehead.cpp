// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/messagehead.h"

#include "core/capture/lines.h"
#include "core/capture/tokencharacters.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! RFC 9110 section 5.6.2.
bool isNameCharacter(char c)
{
    return isUpper(c) || isDigit(c) || (c >= 'a' && c <= 'z')
        || QByteArrayView("-_.!#$%&'*+^`|~").contains(c);
}

//! Of "HTTP/1.1" or "HTTP/2" at the beginning; 0 if it is not there.
qsizetype versionLength(QByteArrayView text)
{
    constexpr QByteArrayView protocol("HTTP/");
    if (!text.startsWith(protocol))
        return 0;
    qsizetype end = protocol.size();
    while (end < text.size() && end < protocol.size() + 3
           && (isDigit(text[end]) || text[end] == '.'))
        ++end;
    return end == protocol.size() ? 0 : end;
}

qsizetype methodLength(QByteArrayView line)
{
    constexpr qsizetype longest = 20;
    qsizetype end = 0;
    while (end < line.size() && end < longest && (isUpper(line[end]) || line[end] == '-'))
        ++end;
    return end >= 3 && end < line.size() && line[end] == ' ' ? end : 0;
}

bool isTokenOrDot(char c)
{
    return isTokenCharacter(c) || c == '.';
}

//! Gathers the fields of one head, line by line.
class HeadReader
{
public:
    HeadReader(const SourceText &text, qsizetype from, qsizetype indent)
        : m_text(text)
        , m_bytes(text.bytes())
        , m_at(from)
        , m_indent(indent)
    {
    }

    [[nodiscard]] MessageHead read();

private:
    bool readLine();
    bool readFold(qsizetype from, qsizetype end);
    bool readField(qsizetype from, qsizetype end);
    bool readBrokenToken(qsizetype from, qsizetype end);
    [[nodiscard]] bool continuesToken(QByteArrayView line) const;

    const SourceText &m_text;
    QByteArrayView m_bytes;
    qsizetype m_at;
    qsizetype m_indent;
    qsizetype m_valueEnd = 0; //!< Of the last field, in the text.
    MessageHead m_head;
};

//! Without the mark that mail puts before a break of its own, RFC 2045 section 6.7.
QByteArrayView withoutSoftBreak(QByteArrayView line)
{
    return line.endsWith('=') ? line.chopped(1) : line;
}

//! Whether the last field ends in the middle of a token that this line goes on with: both are long
//! runs of a token's characters.
bool HeadReader::continuesToken(QByteArrayView line) const
{
    constexpr qsizetype shortestBrokenLine = 40;
    const QByteArrayView text = withoutSoftBreak(line);
    if (text.isEmpty() || m_head.fields.isEmpty()
        || !std::all_of(text.begin(), text.end(), isTokenOrDot))
        return false;
    const QByteArrayView value = withoutSoftBreak(m_head.fields.last().value.bytes());
    if (value.size() < shortestBrokenLine)
        return false;
    const QByteArrayView tail = value.last(shortestBrokenLine);
    return std::all_of(tail.begin(), tail.end(), isTokenOrDot);
}

bool HeadReader::readBrokenToken(qsizetype from, qsizetype end)
{
    if (!continuesToken(m_bytes.sliced(from, end - from)))
        return false;
    m_head.fields.last().value.append(m_text.sliced(m_valueEnd, end - m_valueEnd));
    m_valueEnd = end;
    return true;
}

//! A line that begins with a blank goes on with the field before; the break stands for one space.
bool HeadReader::readFold(qsizetype from, qsizetype end)
{
    if (m_head.fields.isEmpty() || !isBlank(m_bytes[from]))
        return false;
    const qsizetype start = from + indentOf(m_bytes.sliced(from, end - from));
    if (readBrokenToken(start, end))
        return true;
    SourceText &value = m_head.fields.last().value;
    if (!value.isEmpty())
        value.appendReplaced(" ", {m_text.span(m_valueEnd, start - m_valueEnd)});
    value.append(m_text.sliced(start, end - start));
    m_valueEnd = end;
    return true;
}

bool HeadReader::readField(qsizetype from, qsizetype end)
{
    const qsizetype colon = fieldColon(m_bytes.sliced(from, end - from));
    if (colon < 0)
        return false;
    qsizetype start = from + colon + 1;
    while (start < end && isBlank(m_bytes[start]))
        ++start;
    m_head.fields.append({m_text.sliced(from, colon).trimmed(), m_text.sliced(start, end - start)});
    m_valueEnd = end;
    return true;
}

//! False behind the head.
bool HeadReader::readLine()
{
    const QByteArrayView line = lineAt(m_bytes, m_at);
    const qsizetype from = m_at + std::min(m_indent, indentOf(line));
    const qsizetype end = m_at + line.size();
    if (line.trimmed().isEmpty()) {
        m_head.hasEnd = true;
        m_at = nextLine(m_bytes, m_at);
        return false;
    }
    if (!readFold(from, end) && !readField(from, end) && !readBrokenToken(from, end))
        return false;
    m_at = nextLine(m_bytes, m_at);
    return true;
}

MessageHead HeadReader::read()
{
    while (m_at < m_bytes.size() && readLine()) { }
    m_head.end = m_at;
    return std::move(m_head);
}

} // namespace

bool isRequestLine(QByteArrayView line)
{
    const qsizetype method = methodLength(line);
    const qsizetype blank = method > 0 ? line.lastIndexOf(' ') : -1;
    return blank > method && line.sliced(blank + 1).size() == versionLength(line.sliced(blank + 1))
        && !line.sliced(method + 1, blank - method - 1).trimmed().contains(' ');
}

int statusOf(QByteArrayView line)
{
    constexpr qsizetype digits = 3;
    const qsizetype version = versionLength(line);
    if (version == 0 || line.size() < version + 1 + digits || line[version] != ' ')
        return 0;
    const QByteArrayView code = line.sliced(version + 1, digits);
    const bool isWhole = line.size() == version + 1 + digits || line[version + 1 + digits] == ' ';
    return isWhole && std::all_of(code.begin(), code.end(), isDigit) ? code.toByteArray().toInt()
                                                                     : 0;
}

bool isStatusLine(QByteArrayView line)
{
    return statusOf(line) > 0;
}

qsizetype entryPrefixLength(QByteArrayView line)
{
    constexpr auto starts
        = std::to_array<QByteArrayView>({" GET /", " POST /", " PUT /", " PATCH /", " DELETE /",
                                         " HEAD /", " OPTIONS /", " HTTP/"});
    constexpr qsizetype longest = 120;
    const bool begins
        = !line.isEmpty() && ((line.front() >= '0' && line.front() <= '9') || line.front() == '[');
    const QByteArrayView near = line.first(std::min(line.size(), longest));
    if (!begins || near.contains('"'))
        return 0;
    for (const QByteArrayView start : starts) {
        const qsizetype at = near.indexOf(start) + 1;
        if (at > 0 && (isRequestLine(line.sliced(at)) || isStatusLine(line.sliced(at))))
            return at;
    }
    return 0;
}

qsizetype fieldColon(QByteArrayView line)
{
    constexpr qsizetype longest = 128;
    qsizetype end = line.startsWith(':') ? 1 : 0;
    const qsizetype start = end;
    while (end < line.size() && end < longest && isNameCharacter(line[end]))
        ++end;
    if (end == start)
        return -1;
    while (end < line.size() && isBlank(line[end])) // RFC 9112 section 5.1 forbids them; look still
        ++end;
    return end < line.size() && line[end] == ':' ? end : -1;
}

QByteArray MessageHead::value(QByteArrayView name) const
{
    for (const NamedText &field : fields) {
        if (QByteArrayView(field.name.bytes()).compare(name, Qt::CaseInsensitive) == 0) {
            const QByteArray value = field.value.bytes().trimmed();
            return value.isNull() ? QByteArray("") : value;
        }
    }
    return {};
}

MessageHead readHead(const SourceText &text, qsizetype from, qsizetype indent)
{
    return HeadReader(text, from, indent).read();
}

} // namespace capture
