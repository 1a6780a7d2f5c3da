// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <array>

namespace capture {

//! The base64url alphabet, RFC 4648 section 5, without padding.
[[nodiscard]] inline bool isTokenCharacter(char c)
{
    constexpr std::array<bool, 256> table = [] {
        std::array<bool, 256> characters{};
        for (size_t i = 0; i < characters.size(); ++i)
            characters[i] = (i >= '0' && i <= '9') || (i >= 'A' && i <= 'Z')
                || (i >= 'a' && i <= 'z') || i == '-' || i == '_';
        return characters;
    }();
    return table[uchar(c)];
}

//! The six bits of such a character; anything for others.
[[nodiscard]] inline uint base64urlValue(char c)
{
    if (c >= 'a')
        return uint(c - 'a' + 26);
    if (c >= 'A' && c <= 'Z')
        return uint(c - 'A');
    if (c >= '0' && c <= '9')
        return uint(c - '0' + 52);
    return c == '-' ? 62U : 63U;
}

} // namespace capture
