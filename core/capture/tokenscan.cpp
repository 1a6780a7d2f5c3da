// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/tokenscan.h"

#include "core/capture/tokencharacters.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace capture {

namespace {

// A JSON object begins with "{" and then a quote or a blank. What base64url makes of that: "ey" and
// A … D (a blank) or I … L (a quote), "ew" and 0 … 3 (\r), k … n (\t) or o … r (\n).
constexpr bool isThird(char second, char third)
{
    const auto isIn = [third](char first, char last) { return third >= first && third <= last; };
    if (second == 'y')
        return isIn('A', 'D') || isIn('I', 'L');
    return second == 'w' && (isIn('0', '3') || isIn('k', 'r'));
}

//! Escapes end in letters that could belong to a token: "\n" of C and its heirs, "\x22", "\u0022",
//! "%22".
bool isBehindEscape(const char *begin, const char *at)
{
    const auto hasMark
        = [&](ptrdiff_t back, char mark) { return at - begin >= back && at[-back] == mark; };
    const auto areHex = [&](ptrdiff_t count) {
        return std::all_of(at - count, at, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
        });
    };
    constexpr QByteArrayView letters("nrtfbv");
    if (hasMark(2, '\\') && letters.contains(at[-1]))
        return true;
    if (hasMark(3, '%') && areHex(2))
        return true;
    return (hasMark(4, '\\') && at[-3] == 'x' && areHex(2))
        || (hasMark(6, '\\') && at[-5] == 'u' && areHex(4));
}

bool isCandidate(const char *begin, const char *at, const char *end)
{
    return end - at >= 4 && isThird(at[1], at[2])
        && (at == begin || !isTokenCharacter(at[-1]) || isBehindEscape(begin, at));
}

const char *scanPlain(const char *begin, const char *at, const char *end)
{
    while (at < end) {
        at = static_cast<const char *>(std::memchr(at, 'e', size_t(end - at)));
        if (!at || isCandidate(begin, at, end))
            return at;
        ++at;
    }
    return nullptr;
}

const char *runPlain(const char *at, const char *end)
{
    while (at < end && isTokenCharacter(*at))
        ++at;
    return at;
}

#ifdef __x86_64__
constexpr ptrdiff_t width = 32;

//! "e" followed by "y" or "w", 64 places a step: pairs are rare in text, so that nearly all of the
//! time goes by at the speed of memory.
__attribute__((target("avx2"))) const char *scanWide(const char *begin, const char *at,
                                                     const char *end)
{
    const __m256i e = _mm256_set1_epi8('e');
    const __m256i y = _mm256_set1_epi8('y');
    const __m256i w = _mm256_set1_epi8('w');
    const auto pairs = [&](const char *p) __attribute__((target("avx2")))
    {
        const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(p));
        const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(p + 1));
        const __m256i either
            = _mm256_or_si256(_mm256_cmpeq_epi8(second, y), _mm256_cmpeq_epi8(second, w));
        return uint(_mm256_movemask_epi8(_mm256_and_si256(_mm256_cmpeq_epi8(first, e), either)));
    };
    // Words have such pairs too; nearly all of them end at the third character.
    for (; end - at > 2 * width + 2; at += 2 * width) {
        quint64 hits = pairs(at) | (quint64(pairs(at + width)) << 32U);
        for (; hits != 0; hits &= hits - 1) {
            const char *const place = at + std::countr_zero(hits);
            if (isThird(place[1], place[2]) && isCandidate(begin, place, end))
                return place;
        }
    }
    return scanPlain(begin, at, end);
}

//! A character belongs to the alphabet when the sets that its two halves (four bits each) allow
//! meet: one bit a set, {-}, {0-9}, {A-O, a-o}, {P-Z, _}, {p-z}.
__attribute__((target("avx2"))) const char *runWide(const char *at, const char *end)
{
    const __m128i lowSets
        = _mm_setr_epi8(26, 30, 30, 30, 30, 30, 30, 30, 30, 30, 28, 4, 4, 5, 4, 12);
    const __m128i highSets = _mm_setr_epi8(0, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m256i low = _mm256_broadcastsi128_si256(lowSets);
    const __m256i high = _mm256_broadcastsi128_si256(highSets);
    const __m256i half = _mm256_set1_epi8(0x0F);
    for (; end - at >= width; at += width) {
        const __m256i text = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
        const __m256i lower = _mm256_shuffle_epi8(low, _mm256_and_si256(text, half));
        const __m256i upper
            = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(text, 4), half));
        const __m256i none
            = _mm256_cmpeq_epi8(_mm256_and_si256(lower, upper), _mm256_setzero_si256());
        if (const uint others = uint(_mm256_movemask_epi8(none)))
            return at + std::countr_zero(others);
    }
    return runPlain(at, end);
}

bool hasWideScan()
{
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
}
#else
// The plain ways are right everywhere, and fast enough where there is no wide one.
constexpr auto scanWide = scanPlain;
constexpr auto runWide = runPlain;
constexpr bool hasWideScan()
{
    return false;
}
#endif

} // namespace

qsizetype nextCandidate(QByteArrayView text, qsizetype from)
{
    if (from >= text.size())
        return -1;
    const char *const begin = text.begin();
    const auto scan = hasWideScan() ? scanWide : scanPlain;
    const char *const found = scan(begin, begin + from, text.end());
    return found ? found - begin : -1;
}

qsizetype tokenRunEnd(QByteArrayView text, qsizetype from)
{
    const auto run = hasWideScan() ? runWide : runPlain;
    return run(text.begin() + from, text.end()) - text.begin();
}

} // namespace capture
