// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/linebefore.h"

#include "core/capture/tokencharacters.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

// Names that mean something are short; more of the line is not looked at.
constexpr qsizetype farthest = 160;

//! Also escaped, typographic, in URLs and in pages.
constexpr auto quoteMarks = std::to_array<QLatin1StringView>(
    {"\""_L1, "'"_L1, "`"_L1, "\\u0022"_L1, "\\u0027"_L1, "\\"_L1, "\xE2\x80\x9C"_L1,
     "\xE2\x80\x9D"_L1, "\xE2\x80\x98"_L1, "%22"_L1, "&quot;"_L1, "&#34;"_L1, "&#39;"_L1});

} // namespace

bool isNameCharacter(char c)
{
    return isTokenCharacter(c) || c == '.';
}

LineBefore::LineBefore(QByteArrayView text, qsizetype start)
{
    const QByteArrayView before = text.first(start).last(std::min(start, farthest));
    m_line = before.sliced(before.lastIndexOf('\n') + 1);
    m_isWhole = m_line.size() < before.size() || before.size() == start;
}

qsizetype LineBefore::dropQuotes()
{
    qsizetype dropped = 0;
    for (bool again = true; again;) {
        again = std::ranges::any_of(quoteMarks,
                                    [this](QLatin1StringView mark) { return dropOne(mark); });
        dropped += again ? 1 : 0;
    }
    return dropped;
}

bool LineBefore::dropOne(QLatin1StringView text)
{
    if (!m_line.endsWith(QByteArrayView(text.data(), text.size())))
        return false;
    m_line.chop(text.size());
    return true;
}

bool LineBefore::dropWord(QLatin1StringView word)
{
    const QLatin1StringView line(m_line);
    if (!line.endsWith(word, Qt::CaseInsensitive))
        return false;
    const QByteArrayView rest = m_line.chopped(word.size());
    if (!rest.isEmpty() && isNameCharacter(rest.back()))
        return false;
    m_line = rest;
    return true;
}

void LineBefore::dropBlanks()
{
    while (dropOne(" "_L1) || dropOne("\t"_L1) || dropOne("%20"_L1) || dropOne("\xC2\xA0"_L1)) { }
}

QString LineBefore::takeWord()
{
    qsizetype start = m_line.size();
    while (start > 0 && isNameCharacter(m_line[start - 1]))
        --start;
    start += std::min(escapeTail(start), m_line.size() - start);
    QString name = QString::fromUtf8(m_line.sliced(start));
    m_line = m_line.first(start);
    return name;
}

QString LineBefore::takeName()
{
    QString name = takeWord();
    const auto isDash = [](QChar c) { return c == u'-'; };
    return name.remove(0, std::ranges::find_if_not(name, isDash) - name.cbegin());
}

bool LineBefore::endsWithSign(QByteArrayView sign, QByteArrayView encoded) const
{
    return m_line.endsWith(sign) || m_line.endsWith(encoded);
}

bool LineBefore::isPairsAlone() const
{
    const QByteArrayView pairs = m_line.trimmed();
    return m_isWhole && pairs.contains('=') && std::ranges::none_of(pairs, [](char c) {
               return QByteArrayView(" \t?#/:\"'<>(").contains(c);
           });
}

QByteArrayView LineBefore::lastWord() const
{
    const auto start = std::find_if(m_line.rbegin(), m_line.rend(),
                                    [](char c) { return QByteArrayView(" \t\"'`<(").contains(c); });
    return m_line.last(start - m_line.rbegin());
}

//! How many characters from `start` on belong to "%3F", "\u0026" or "\n".
qsizetype LineBefore::escapeTail(qsizetype start) const
{
    const char before = start > 0 ? m_line[start - 1] : '\0';
    if (before == '%')
        return 2;
    if (before != '\\' || start == m_line.size())
        return 0;
    return m_line[start] == 'u' ? 5 : 1;
}

} // namespace capture
