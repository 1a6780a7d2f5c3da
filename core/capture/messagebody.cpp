// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/messagebody.h"

#include "core/capture/lines.h"
#include "core/http/headers.h"

#include <algorithm>
#include <optional>

namespace capture {

namespace {

bool isWhite(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

//! Where the next request or status line begins, from the line at `from` on; the end if none does.
qsizetype nextMessage(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype longest = 64 * 1024;
    while (from < text.size()) {
        const qsizetype end = nextLine(text, from);
        const QByteArrayView line = lineAt(text, from);
        const QByteArrayView start = line.sliced(std::max(indentOf(line), entryPrefixLength(line)));
        if (start.size() < longest && (isStatusLine(start) || isRequestLine(start)))
            return from;
        from = end;
    }
    return text.size();
}

std::optional<qsizetype> contentLength(const MessageHead &head)
{
    bool ok = false;
    const qsizetype length = head.value("content-length").toLongLong(&ok);
    return ok && length >= 0 ? std::optional(length) : std::nullopt;
}

//! Whether a body that ends here looks as if it ended: a line ends, or the next message begins.
bool isBoundary(QByteArrayView text, qsizetype at)
{
    if (at == text.size() || text[at] == '\r' || text[at] == '\n')
        return true;
    return at > 0 && text[at - 1] == '\n';
}

//! "grant_type=…&code=…" alone on its line, where no field says what the body is.
bool looksLikeForm(QByteArrayView line)
{
    const qsizetype equals = line.indexOf('=');
    return equals > 0 && line.first(equals).toByteArray().toLower() == line.first(equals)
        && line.indexOf('&', equals) > 0 && !line.contains(' ');
}

bool isForm(QByteArrayView text, qsizetype from, const MessageHead &head)
{
    if (head.contains("content-type"))
        return http::mediaType(head.value("content-type")) == "application/x-www-form-urlencoded";
    return looksLikeForm(lineAt(text, from));
}

//! Whether something is said about a body, or one can be seen.
bool isExpected(QByteArrayView text, qsizetype from, const MessageHead &head)
{
    if (head.contains("content-type") || head.contains("transfer-encoding")
        || head.contains("content-length"))
        return true;
    return text[from] == '{' || text[from] == '[' || text[from] == '<' || isForm(text, from, head);
}

//! The end by what the body looks like, within its message.
qsizetype endByLook(QByteArrayView text, qsizetype from, const MessageHead &head)
{
    if (isForm(text, from, head))
        return lineEnd(text, from);
    const qsizetype message = nextMessage(text, from);
    const qsizetype json = jsonEnd(text.first(message), from);
    return json < 0 ? message : json;
}

} // namespace

qsizetype JsonExtent::feed(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size() && !isDone(); ++at) {
        const char c = bytes[at];
        if (m_inString) {
            m_inString = m_isEscaped || c != '"';
            m_isEscaped = !m_isEscaped && c == '\\';
            continue;
        }
        m_inString = c == '"';
        m_depth += c == '{' || c == '[' ? 1 : 0;
        m_depth -= m_depth > 0 && (c == '}' || c == ']') ? 1 : 0;
        m_hasBegun = m_hasBegun || m_depth > 0;
        if (isDone())
            return at + 1;
    }
    return bytes.size();
}

qsizetype jsonEnd(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && isWhite(text[from]))
        ++from;
    if (from >= text.size() || (text[from] != '{' && text[from] != '['))
        return -1;
    JsonExtent extent;
    const qsizetype length = extent.feed(text.sliced(from));
    return extent.isDone() ? from + length : -1;
}

JoinedChunks joinChunks(const SourceText &text, qsizetype from)
{
    constexpr qsizetype longestSize = 8;
    const QByteArrayView bytes = text.bytes();
    JoinedChunks joined;
    joined.text = text.sliced(from, 0);
    qsizetype at = from;
    while (at < bytes.size()) {
        const QByteArrayView line = lineHead(bytes, at);
        const qsizetype extension = line.indexOf(';');
        const QByteArrayView digits = extension < 0 ? line : line.first(extension);
        bool ok = false;
        const qsizetype size = digits.size() > longestSize
            ? -1
            : qsizetype(digits.toByteArray().trimmed().toUInt(&ok, 16));
        if (!ok)
            break;
        at = nextLine(bytes, at);
        joined.end = at;
        const qsizetype length = std::min(size, bytes.size() - at);
        if (size == 0 || !isBoundary(bytes, at + length))
            break;
        joined.text.append(text.sliced(at, length));
        at += length;
        joined.end = at;
        at += bytes.sliced(at).startsWith("\r\n") ? 2 : 1;
    }
    return joined;
}

MessageBody readBodyAt(const SourceText &text, qsizetype from, const MessageHead &head)
{
    const QByteArrayView bytes = text.bytes();
    if (!head.hasEnd || from >= bytes.size() || !isExpected(bytes, from, head))
        return {text.sliced(from, 0), from};
    if (head.value("transfer-encoding").toLower().contains("chunked")) {
        JoinedChunks chunks = joinChunks(text, from);
        if (chunks.end > from && !chunks.text.isEmpty())
            return {chunks.text, chunks.end};
    }
    const std::optional<qsizetype> length = contentLength(head);
    const bool isTold
        = length && *length <= bytes.size() - from && isBoundary(bytes, from + *length);
    const qsizetype end = isTold ? from + *length : endByLook(bytes, from, head);
    return {text.sliced(from, end - from), end};
}

} // namespace capture
