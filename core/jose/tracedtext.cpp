// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/tracedtext.h"

#include <QString>

#include <string_view>

namespace jose {

namespace {

constexpr qsizetype unicodeEscape = 6; // \uXXXX

//! The code unit of a \uXXXX escape at the front, or -1.
int unicodeEscapeAtFront(QByteArrayView text)
{
    if (text.size() < unicodeEscape || !text.startsWith("\\u"))
        return -1;
    return hexNumber(text.sliced(2, 4));
}

TracedText::Replacement unescapeUnicode(QByteArrayView text)
{
    const int first = unicodeEscapeAtFront(text);
    if (first < 0)
        return {};
    const int second = unicodeEscapeAtFront(text.sliced(unicodeEscape));
    if (QChar::isHighSurrogate(char32_t(first)) && second >= 0
        && QChar::isLowSurrogate(char32_t(second))) {
        const char32_t both = QChar::surrogateToUcs4(char16_t(first), char16_t(second));
        return {2 * unicodeEscape, QString::fromUcs4(&both, 1).toUtf8()};
    }
    const QChar unit
        = QChar::isSurrogate(char32_t(first)) ? QChar(QChar::ReplacementCharacter) : QChar(first);
    return {unicodeEscape, QString(unit).toUtf8()};
}

TracedText::Replacement unescape(QByteArrayView text)
{
    if (text.size() < 2 || text.front() != '\\')
        return {};
    constexpr std::string_view letters = "bfnrt";
    constexpr std::string_view meanings = "\b\f\n\r\t";
    if (text[1] == 'u')
        return unescapeUnicode(text);
    const size_t letter = letters.find(text[1]);
    return {2, QByteArray(1, letter == std::string_view::npos ? text[1] : meanings[letter])};
}

//! Most of a token. Nothing that is replaced begins so, which spares a call for each of them.
bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

int hexNumber(QByteArrayView digits)
{
    constexpr std::string_view lower = "0123456789abcdef";
    constexpr std::string_view upper = "0123456789ABCDEF";
    int number = 0;
    for (const char digit : digits) {
        const size_t value = qMin(lower.find(digit), upper.find(digit));
        if (value == std::string_view::npos)
            return -1;
        number = number * 16 + int(value);
    }
    return number;
}

base::Span TracedText::source(qsizetype index) const
{
    return m_sources.isEmpty() ? base::Span{index, index + 1} : m_sources.at(index);
}

bool TracedText::rewrite(Replacement (*step)(QByteArrayView rest))
{
    QByteArray bytes;
    QList<base::Span> sources;
    bool changed = false;
    for (qsizetype at = 0; at < m_bytes.size();) {
        const Replacement replacement
            = isPlain(m_bytes.at(at)) ? Replacement() : step(QByteArrayView(m_bytes).sliced(at));
        const qsizetype taken = qMax(replacement.length, qsizetype(1));
        const base::Span span{source(at).start, source(at + taken - 1).end};
        if (replacement.length == 0) {
            bytes.append(m_bytes.at(at));
            sources.append(span);
        } else {
            bytes.append(replacement.by);
            sources.resize(bytes.size(), span);
            changed = true;
        }
        at += taken;
    }
    if (changed) {
        m_bytes = bytes;
        m_sources = sources;
    }
    return changed;
}

bool TracedText::exchange(char from, char to)
{
    if (!m_bytes.contains(from))
        return false;
    m_bytes.replace(from, to);
    return true;
}

void TracedText::crop(qsizetype first, qsizetype length)
{
    if (first > 0 && m_sources.isEmpty()) {
        for (qsizetype at = 0; at < m_bytes.size(); ++at)
            m_sources.append({at, at + 1});
    }
    m_bytes = m_bytes.mid(first, length);
    if (!m_sources.isEmpty())
        m_sources = m_sources.mid(first, length);
}

TracedText unescapedJson(QByteArrayView inner)
{
    TracedText text(inner.toByteArray());
    if (inner.contains('\\'))
        text.rewrite(unescape);
    return text;
}

} // namespace jose
