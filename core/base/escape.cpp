// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/escape.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace base::escape {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

// Characters that nobody sees although their category does not say so, in order. The rest of the
// default-ignorable code points (Unicode 15, DerivedCoreProperties) is of category Cf.
constexpr Range unseen[] = {
    {0x034F, 0x034F}, // combining grapheme joiner
    {0x115F, 0x1160}, // Hangul fillers
    {0x17B4, 0x17B5}, // Khmer inherent vowels
    {0x180B, 0x180F}, // Mongolian variation selectors
    {0x2065, 0x2065}, // unassigned, ignored by every renderer
    {0x2800, 0x2800}, // blank Braille pattern
    {0x3164, 0x3164}, // Hangul filler
    {0xFDD0, 0xFDEF}, // noncharacters
    {0xFE00, 0xFE0F}, // variation selectors
    {0xFFA0, 0xFFA0}, // halfwidth Hangul filler
    {0xFFF0, 0xFFFB}, // unassigned, interlinear annotation
    {0xFFFE, 0xFFFF}, // noncharacters
    {0xE0000, 0xE0FFF}, // tags, variation selectors, unassigned
};

constexpr char32_t emojiSelector = 0xFE0F;
constexpr char32_t joiner = 0x200D;
constexpr char32_t ideographicSpace = 0x3000;

bool isUnseen(char32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Separator_Space: // looks like U+0020 and is none; the ideographic one is wide
        return c != ideographicSpace;
    default:
        break;
    }
    const auto *range = std::lower_bound(std::begin(unseen), std::end(unseen), c,
                                         [](const Range &r, char32_t x) { return r.last < x; });
    return range != std::end(unseen) && c >= range->first;
}

struct Character
{
    char32_t point = 0;
    int size = 0; // in UTF-16 units
};

Character characterAt(QStringView text, qsizetype at)
{
    if (at >= text.size())
        return {};
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[at + 1]), 2};
    return {first.unicode(), 1};
}

Character characterBefore(QStringView text, qsizetype at)
{
    if (at > 1 && text[at - 1].isLowSurrogate() && text[at - 2].isHighSurrogate())
        return characterAt(text, at - 2);
    return at > 0 ? characterAt(text, at - 1) : Character();
}

bool isEmoji(char32_t c)
{
    const bool isSkinTone = c >= 0x1F3FB && c <= 0x1F3FF;
    return isSkinTone || (c >= 0x2190 && QChar::category(c) == QChar::Symbol_Other);
}

// A selector or joiner inside of an emoji is part of a picture that people know. Anywhere else, or
// twice, it could hide something.
bool belongsToEmoji(QStringView text, qsizetype at)
{
    Character before = characterBefore(text, at);
    if (text[at] == QChar(emojiSelector))
        return isEmoji(before.point);
    if (text[at] != QChar(joiner))
        return false;
    if (before.point == emojiSelector)
        before = characterBefore(text, at - 1);
    return isEmoji(before.point) && isEmoji(characterAt(text, at + 1).point);
}

// Where the first character stands that must be spelled out; the size if there is none.
qsizetype findUnseen(QStringView text, qsizetype from)
{
    while (from < text.size()) {
        const Character character = characterAt(text, from);
        if (isUnseen(character.point) && !belongsToEmoji(text, from))
            return from;
        from += character.size;
    }
    return from;
}

QString spelledOut(char32_t c)
{
    struct Row
    {
        char32_t c = 0;
        QLatin1StringView text;
    };
    static constexpr Row known[] = {{U'\n', "\\n"_L1}, {U'\r', "\\r"_L1}, {U'\t', "\\t"_L1}};
    for (const Row &row : known) {
        if (row.c == c)
            return row.text;
    }
    return u"\\u{%1}"_s.arg(QString::number(uint(c), 16).toUpper());
}

QString spelledOut(QStringView text)
{
    QString out;
    for (const QChar c : text)
        out += spelledOut(char32_t(c.unicode()));
    return out;
}

bool isBlank(QChar c)
{
    return c == u' ' || c == QChar(ideographicSpace);
}

qsizetype leadingBlanks(QStringView text)
{
    const auto *rest = std::find_if_not(text.begin(), text.end(), isBlank);
    return rest - text.begin();
}

qsizetype trailingBlanks(QStringView text)
{
    return std::find_if_not(text.rbegin(), text.rend(), isBlank) - text.rbegin();
}

} // namespace

QString forTerminal(QStringView text)
{
    QString out;
    out.reserve(text.size());
    qsizetype from = 0;
    while (true) {
        const qsizetype at = findUnseen(text, from);
        out += text.sliced(from, at - from);
        if (at == text.size())
            return out;
        const Character character = characterAt(text, at);
        out += spelledOut(character.point);
        from = at + character.size;
    }
}

QString visible(QStringView text)
{
    const qsizetype leading = leadingBlanks(text);
    const QStringView rest = text.sliced(leading);
    const qsizetype trailing = trailingBlanks(rest);
    return spelledOut(text.first(leading)) + forTerminal(rest.chopped(trailing))
        + spelledOut(rest.last(trailing));
}

bool hasInvisible(QStringView text)
{
    return findUnseen(text, 0) != text.size() || leadingBlanks(text) != 0
        || trailingBlanks(text) != 0;
}

QString forMarkdownCode(QStringView text)
{
    // A bar would end the cell of a table, and the fence with it.
    const QString shown = forTerminal(text).replace(u'|', "\\u{7C}"_L1);
    if (shown.isEmpty())
        return u"` `"_s;
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : shown) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    // CommonMark 6.1: one blank at both ends is taken off, so it may be put there.
    const bool touchesFence = shown.startsWith(u'`') || shown.endsWith(u'`');
    const bool losesBlanks = shown.startsWith(u' ') && shown.endsWith(u' ');
    const QString pad = touchesFence || losesBlanks ? u" "_s : QString();
    return fence + pad + shown + pad + fence;
}

QString forHtml(QStringView text)
{
    // toHtmlEscaped leaves the apostrophe, which ends an attribute in single quotes.
    return forTerminal(text).toHtmlEscaped().replace(u'\'', "&#39;"_L1);
}

QString forShell(QStringView text)
{
    return u'\'' + forTerminal(text).replace(u'\'', "'\\''"_L1) + u'\'';
}

} // namespace base::escape
