// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/hints.h"

#include "core/capture/pairfilter.h"

#include <array>
#include <bit>
#include <cstring>
#include <string_view>

namespace capture {

namespace {

//! A word around an "e", in lower case: what stands before it and behind it, and what makes another
//! word of it where it stands before it all ("statusCode").
struct Word
{
    std::string_view before;
    std::string_view after;
    std::string_view except{};
};
constexpr auto words = std::to_array<Word>({
    {"tok", "n"},
    {"cod", "=", "status"},
    {"cod", "%3", "status"},
    {"cod", "\"", "status"},
    {"b", "arer"},
    {"s", "ssion"},
    {"s", "cret"},
    {"ass", "rtion"},
    {"r", "dacted"},
    {"", "rror="},
    {"", "rror\""},
    {"", "rror%3"},
});

constexpr PairFilter filter = [] {
    PairFilter made;
    for (const Word &word : words)
        made.add(word.before.empty() ? '\0' : word.before.back(), word.after.front());
    return made;
}();

bool equalsFolded(const char *text, std::string_view word)
{
    for (size_t i = 0; i < word.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? char(c | 0x20) : c) != word[i])
            return false;
    }
    return true;
}

//! "statusCode", "status_code".
bool isPartOf(std::string_view longer, const char *begin, const char *at)
{
    const auto length = ptrdiff_t(longer.size());
    const char *const end = at > begin && at[-1] == '_' ? at - 1 : at;
    return length > 0 && end - begin >= length && equalsFolded(end - length, longer);
}

bool stands(const Word &word, const char *begin, const char *at, const char *end)
{
    const auto before = ptrdiff_t(word.before.size());
    return at - begin >= before && end - at > ptrdiff_t(word.after.size())
        && equalsFolded(at + 1, word.after) && equalsFolded(at - before, word.before)
        && !isPartOf(word.except, begin, at - before);
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
    quint32 candidates = filter.candidates(at > begin ? at[-1] : ' ', end - at > 1 ? at[1] : ' ');
    for (; candidates != 0; candidates &= candidates - 1) {
        if (stands(words[size_t(std::countr_zero(candidates))], begin, at, end))
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
