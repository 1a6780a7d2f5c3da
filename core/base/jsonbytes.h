// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/jsonnumber.h"

#include <QString>

#include <bit>
#include <cstring>

//! Single bytes of JSON text: their classes, and how to pass over most of them quickly.
namespace base::json::bytes {

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

constexpr bool isPlain(uchar c)
{
    return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
}

constexpr bool isHexDigit(char c)
{
    return number::isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr quint64 everyByte(uchar c)
{
    return 0x0101010101010101ULL * c;
}

// The high bit of each byte that is not plain. Above the lowest such byte the answer may be wrong
// (borrows), so only the lowest one counts.
constexpr quint64 notPlain(quint64 word)
{
    const quint64 quote = word ^ everyByte('"');
    const quint64 backslash = word ^ everyByte('\\');
    const quint64 hits = ((word - everyByte(0x20)) & ~word) | ((quote - everyByte(1)) & ~quote)
        | ((backslash - everyByte(1)) & ~backslash) | word;
    return hits & everyByte(0x80);
}

//! The first byte of a string that needs a closer look. Most bytes of most tokens pass through
//! here.
inline const char *skipPlain(const char *p, const char *end)
{
    if constexpr (std::endian::native == std::endian::little) {
        while (end - p >= 8) {
            quint64 word = 0;
            std::memcpy(&word, p, sizeof word);
            if (const quint64 hits = notPlain(word); hits != 0)
                return p + std::countr_zero(hits) / 8;
            p += 8;
        }
    }
    while (p != end && isPlain(uchar(*p)))
        ++p;
    return p;
}

constexpr bool isPrintable(char c)
{
    return c > ' ' && c < '\x7F';
}

inline QString hex(char c)
{
    return QStringLiteral("byte 0x%1")
        .arg(QString::number(uchar(c), 16).toUpper().rightJustified(2, u'0'));
}

//! For a sentence that says what was found. Only the byte is named, because the rest of its
//! character may not have come yet.
inline QString describe(char c)
{
    if (c == '"')
        return QStringLiteral("a double quote");
    if (c == '\'')
        return QStringLiteral("a single quote");
    return isPrintable(c) ? QStringLiteral("\"%1\"").arg(QLatin1Char(c)) : hex(c);
}

} // namespace base::json::bytes
