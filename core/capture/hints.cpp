// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/hints.h"

#include <array>
#include <cstring>
#include <string_view>

namespace capture {

namespace {

//! A word around an "e", in lower case: what stands before it and behind it.
struct Word
{
    std::string_view before;
    std::string_view after;
};
constexpr auto words = std::to_array<Word>({
    {"tok", "n"},
    {"cod", "="},
    {"cod", "%3"},
    {"cod", "\""},
    {"b", "arer"},
    {"s", "ssion"},
    {"s", "cret"},
    {"ass", "rtion"},
    {"r", "dacted"},
    {"", "rror="},
    {"", "rror\""},
    {"", "rror%3"},
});

bool equalsFolded(const char *text, std::string_view word)
{
    for (size_t i = 0; i < word.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? char(c | 0x20) : c) != word[i])
            return false;
    }
    return true;
}

bool stands(const Word &word, const char *begin, const char *at, const char *end)
{
    const auto before = ptrdiff_t(word.before.size());
    return at - begin >= before && end - at > ptrdiff_t(word.after.size())
        && equalsFolded(at + 1, word.after) && equalsFolded(at - before, word.before);
}

//! "eyJ", "eyA", "ewo" and the like: base64url of a brace and a quote or blank.
bool isTokenStart(const char *at, const char *end)
{
    if (end - at < 3 || *at != 'e')
        return false;
    const char third = at[2];
    if (at[1] == 'y')
        return (third >= 'A' && third <= 'D') || (third >= 'I' && third <= 'L');
    return at[1] == 'w' && ((third >= '0' && third <= '3') || (third >= 'k' && third <= 'r'));
}

bool isHint(const char *begin, const char *at, const char *end)
{
    if (isTokenStart(at, end))
        return true;
    for (const Word &word : words) {
        if (stands(word, begin, at, end))
            return true;
    }
    return false;
}

bool hasHintAround(char letter, QByteArrayView text)
{
    const char *const end = text.end();
    for (const char *at = text.begin(); at < end; ++at) {
        at = static_cast<const char *>(std::memchr(at, letter, size_t(end - at)));
        if (!at)
            return false;
        if (isHint(text.begin(), at, end))
            return true;
    }
    return false;
}

} // namespace

bool mayHoldToken(QByteArrayView text)
{
    return !text.isEmpty() && (hasHintAround('e', text) || hasHintAround('E', text));
}

} // namespace capture
