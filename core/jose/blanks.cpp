// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/blanks.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace jose::blanks {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view blankWords[] = {
    " ",
    "\t",
    "\n",
    "\v",
    "\f",
    "\r",
    "\xC2\x85", // U+0085 next line
    "\xC2\xA0", // U+00A0 no-break space
    "\xC2\xAD", // U+00AD soft hyphen
    "\xE2\x80\x80", // U+2000 to U+200A: the spaces of typography
    "\xE2\x80\x81",
    "\xE2\x80\x82",
    "\xE2\x80\x83",
    "\xE2\x80\x84",
    "\xE2\x80\x85",
    "\xE2\x80\x86",
    "\xE2\x80\x87",
    "\xE2\x80\x88",
    "\xE2\x80\x89",
    "\xE2\x80\x8A",
    "\xE2\x80\x8B", // U+200B to U+200D: zero width
    "\xE2\x80\x8C",
    "\xE2\x80\x8D",
    "\xE2\x80\xA8", // U+2028 line separator
    "\xE2\x80\xA9", // U+2029 paragraph separator
    "\xE2\x80\xAF", // U+202F narrow no-break space
    "\xE2\x81\x9F", // U+205F mathematical space
    "\xE2\x81\xA0", // U+2060 word joiner
    "\xE3\x80\x80", // U+3000 ideographic space
    "\xEF\xBB\xBF", // U+FEFF zero-width no-break space
};

constexpr std::string_view quoteWords[] = {
    "\\\"", // escaped, as in JSON inside a log
    "\"",
    "'",
    "`",
    "\xC2\xAB", // U+00AB «
    "\xC2\xBB", // U+00BB »
    "\xC2\xB4", // U+00B4 ´
    "\xE2\x80\x98", // U+2018 to U+201F: single and double, high and low
    "\xE2\x80\x99",
    "\xE2\x80\x9A",
    "\xE2\x80\x9B",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    "\xE2\x80\x9E",
    "\xE2\x80\x9F",
    "\xE2\x80\xB9", // U+2039 ‹
    "\xE2\x80\xBA", // U+203A ›
    "\xE3\x80\x8C", // U+300C 「
    "\xE3\x80\x8D", // U+300D 」
};

//! Tells the letters of a token from all of these without a search: no word ends or begins so.
bool isTokenLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

qsizetype wordAtFront(QByteArrayView text, Words words)
{
    if (text.isEmpty() || isTokenLetter(text.front()))
        return 0;
    const auto fits = [text](std::string_view word) { return text.startsWith(word); };
    const auto found = std::find_if(words.begin(), words.end(), fits);
    return found == words.end() ? 0 : qsizetype(found->size());
}

qsizetype wordAtBack(QByteArrayView text, Words words)
{
    if (text.isEmpty() || isTokenLetter(text.back()))
        return 0;
    const auto fits = [text](std::string_view word) { return text.endsWith(word); };
    const auto found = std::find_if(words.begin(), words.end(), fits);
    return found == words.end() ? 0 : qsizetype(found->size());
}

} // namespace

qsizetype blankAtFront(QByteArrayView text)
{
    return wordAtFront(text, blankWords);
}

qsizetype blankAtBack(QByteArrayView text)
{
    return wordAtBack(text, blankWords);
}

qsizetype quoteAtFront(QByteArrayView text)
{
    return wordAtFront(text, quoteWords);
}

qsizetype quoteAtBack(QByteArrayView text)
{
    return wordAtBack(text, quoteWords);
}

} // namespace jose::blanks
