// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/literal.h"

#include <algorithm>

namespace capture {

namespace {

char controlOf(char letter)
{
    constexpr QByteArrayView letters("abefnrtv");
    constexpr QByteArrayView controls("\a\b\x1b\f\n\r\t\v");
    const qsizetype at = letters.indexOf(letter);
    return at < 0 ? '\0' : controls[at];
}

QByteArray utf8Of(quint32 codePoint)
{
    const bool isCharacter = codePoint <= 0x10FFFF && !(codePoint >= 0xD800 && codePoint <= 0xDFFF);
    const char32_t character = isCharacter ? char32_t(codePoint) : U'\uFFFD';
    return QString::fromUcs4(&character, 1).toUtf8();
}

struct NumberedEscape
{
    QByteArray bytes;
    qsizetype length = 0; //!< Behind the backslash; 0 if it is none.
};

//! As many digits as there are, up to `most`.
qsizetype digitsIn(QByteArrayView text, qsizetype most, int base)
{
    qsizetype count = 0;
    for (; count < std::min(most, text.size()); ++count) {
        const char c = text[count];
        const bool isDigit = base == 8
            ? c >= '0' && c <= '7'
            : (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
        if (!isDigit)
            break;
    }
    return count;
}

//! `xHH`, `uHHHH`, `UHHHHHHHH`, `u{H…}` and octal.
NumberedEscape numberedEscape(QByteArrayView text)
{
    const char letter = text[0];
    if (letter >= '0' && letter <= '7') {
        const qsizetype length = digitsIn(text, 3, 8);
        return {QByteArray(1, char(text.first(length).toUInt(nullptr, 8))), length};
    }
    const bool braces = letter == 'u' && text.size() > 1 && text[1] == '{';
    const qsizetype most = letter == 'x' ? 2 : letter == 'U' || braces ? 8 : 4;
    const QByteArrayView digits = text.sliced(braces ? 2 : 1);
    const qsizetype count
        = letter == 'x' || (letter | 0x20) == 'u' ? digitsIn(digits, most, 16) : 0;
    if (count == 0)
        return {};
    const quint32 number = digits.first(count).toUInt(nullptr, 16);
    const bool isClosed = braces && count < digits.size() && digits[count] == '}';
    return {letter == 'x' ? QByteArray(1, char(number)) : utf8Of(number),
            1 + (braces ? 1 : 0) + count + (isClosed ? 1 : 0)};
}

} // namespace

Literal Literal::sliced(qsizetype from, qsizetype length) const
{
    Literal piece{text.sliced(from, length), {}};
    const auto first = std::ranges::upper_bound(gaps, from, {}, &Gap::end);
    for (auto gap = first; gap != gaps.end() && gap->at < from + length; ++gap) {
        const qsizetype start = std::max(gap->at, from);
        piece.gaps.append({start - from, std::min(gap->end(), from + length) - start});
    }
    return piece;
}

Literal Literal::trimmed() const
{
    const QByteArrayView all = bytes();
    const QByteArrayView kept = all.trimmed();
    return kept.isEmpty() ? sliced(0, 0) : sliced(kept.data() - all.data(), kept.size());
}

QList<Literal> Literal::split(char separator) const
{
    QList<Literal> pieces;
    qsizetype start = 0;
    for (qsizetype at = bytes().indexOf(separator); at >= 0;
         at = bytes().indexOf(separator, start)) {
        pieces.append(sliced(start, at - start));
        start = at + 1;
    }
    pieces.append(sliced(start));
    return pieces;
}

void Literal::append(const Literal &other)
{
    for (const Gap &gap : other.gaps)
        gaps.append({size() + gap.at, gap.length});
    text.append(other.text);
}

void LiteralWriter::flush()
{
    if (m_end > m_from)
        m_done.text.append(m_source->sliced(m_from, m_end - m_from));
    m_from = m_end;
}

void LiteralWriter::keep(qsizetype from, qsizetype end)
{
    if (from != m_end) {
        flush();
        m_from = from;
    }
    m_end = end;
}

void LiteralWriter::replace(QByteArrayView by, qsizetype from, qsizetype end)
{
    if (by.isEmpty())
        return;
    flush();
    m_done.text.appendReplaced(by, m_source->span(from, end - from));
}

void LiteralWriter::gap(qsizetype from, qsizetype end)
{
    m_done.gaps.append({size(), end - from});
    keep(from, end);
}

void LiteralWriter::append(const Literal &literal)
{
    flush();
    m_done.append(literal);
    m_from = m_end = 0;
}

Literal LiteralWriter::take(qsizetype place)
{
    flush();
    m_from = m_end = 0;
    if (m_done.text.isEmpty())
        m_done.text = m_source->sliced(place, 0);
    return std::exchange(m_done, {});
}

qsizetype readEscape(QByteArrayView text, qsizetype at, LiteralWriter &writer)
{
    const char letter = at + 1 < text.size() ? text[at + 1] : '\0';
    if (at + 1 >= text.size()) {
        writer.keep(at, at + 1);
        return at + 1;
    }
    if (letter == '\n' || text.sliced(at + 1).startsWith("\r\n")) // the line goes on
        return at + (letter == '\n' ? 2 : 3);
    if (const char control = controlOf(letter)) {
        writer.replace(QByteArrayView(&control, 1), at, at + 2);
        return at + 2;
    }
    const NumberedEscape numbered = numberedEscape(text.sliced(at + 1));
    if (numbered.length > 0) {
        writer.replace(numbered.bytes, at, at + 1 + numbered.length);
        return at + 1 + numbered.length;
    }
    writer.keep(at + 1, at + 2);
    return at + 2;
}

Quoted readQuoted(const SourceText &text, qsizetype quote, qsizetype end)
{
    const QByteArrayView bytes = text.bytes();
    LiteralWriter writer(text);
    qsizetype at = quote + 1;
    while (at < end && bytes[at] != bytes[quote]) {
        if (bytes[at] == '\\') {
            at = readEscape(bytes.first(end), at, writer);
        } else {
            writer.keep(at, at + 1);
            ++at;
        }
    }
    return {writer.take(quote).text, at};
}

} // namespace capture
