// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <array>

//! Well-formed UTF-8 as Unicode 15 table 3-7 has it: no overlong forms, no surrogates, nothing
//! above U+10FFFF.
namespace base::utf8 {

namespace detail {

//! What may follow a lead byte: how many bytes in all, and the range of the second one.
struct Lead
{
    quint8 length;
    quint8 low;
    quint8 high;
};

constexpr Lead leadOf(uchar byte)
{
    struct Row
    {
        uchar first;
        uchar last;
        Lead lead;
    };
    constexpr std::array<Row, 9> rows{{
        {0x00, 0x7F, {1, 0, 0}},
        {0xC2, 0xDF, {2, 0x80, 0xBF}},
        {0xE0, 0xE0, {3, 0xA0, 0xBF}},
        {0xE1, 0xEC, {3, 0x80, 0xBF}},
        {0xED, 0xED, {3, 0x80, 0x9F}},
        {0xEE, 0xEF, {3, 0x80, 0xBF}},
        {0xF0, 0xF0, {4, 0x90, 0xBF}},
        {0xF1, 0xF3, {4, 0x80, 0xBF}},
        {0xF4, 0xF4, {4, 0x80, 0x8F}},
    }};
    for (const Row &row : rows) {
        if (byte >= row.first && byte <= row.last)
            return row.lead;
    }
    return {0, 0, 0};
}

constexpr std::array<Lead, 256> makeLeads()
{
    std::array<Lead, 256> leads{};
    for (unsigned byte = 0; byte < leads.size(); ++byte)
        leads[byte] = leadOf(uchar(byte));
    return leads;
}

inline constexpr std::array<Lead, 256> leads = makeLeads();

} // namespace detail

//! What stands at a place: one sequence of RFC 3629, or a piece that is none.
struct Step
{
    int length = 0; //!< Of the sequence, or of the longest ill-formed piece: never 0.
    bool wellFormed = false;
    bool cut = false; //!< The bytes end within a sequence that is good so far.
};

//! Looks at the sequence that begins at `p`, which must be before `end`.
constexpr Step step(const char *p, const char *end)
{
    const detail::Lead lead = detail::leads[uchar(*p)];
    if (lead.length <= 1)
        return {1, lead.length == 1, false};
    int length = 1;
    for (; length < lead.length && p + length != end; ++length) {
        const auto byte = uchar(p[length]);
        const bool second = length == 1;
        if (byte < (second ? lead.low : 0x80) || byte > (second ? lead.high : 0xBF))
            return {length, false, false};
    }
    return {length, length == lead.length, length != lead.length};
}

} // namespace base::utf8
