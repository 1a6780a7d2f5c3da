// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/authgearshapes.h"

#include <algorithm>

namespace jose {

namespace {

constexpr qsizetype secretSize = 32;
constexpr qsizetype uuidSize = 36;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLowerHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f');
}

bool isAlphanumeric(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isUuid(QByteArrayView text)
{
    if (text.size() != uuidSize)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        if (isDash ? text[i] != '-' : !isLowerHex(text[i]))
            return false;
    }
    return true;
}

} // namespace

bool isOpaque32(QByteArrayView text)
{
    return text.size() == secretSize && std::all_of(text.begin(), text.end(), isAlphanumeric);
}

bool isUuidSecret(QByteArrayView text)
{
    return text.size() == uuidSize + 1 + secretSize && text[uuidSize] == '.'
        && isUuid(text.first(uuidSize)) && isOpaque32(text.sliced(uuidSize + 1));
}

} // namespace jose
