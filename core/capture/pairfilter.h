// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <array>

namespace capture {

//! Tells by two characters which of some words may stand at a place of a text. Two look-ups pass
//! over nearly all places, where comparing the words one by one would take most of the time.
class PairFilter
{
public:
    static constexpr int mostWords = 32;

    //! The next word has these characters, letters in either case; 0 where any will do.
    constexpr void add(char first, char second)
    {
        Q_ASSERT(m_count < mostWords);
        set(m_first, first, quint32(1) << m_count);
        set(m_second, second, quint32(1) << m_count);
        ++m_count;
    }
    //! A bit for each word that may stand here, the first that was added lowest.
    [[nodiscard]] constexpr quint32 candidates(char first, char second) const
    {
        return m_first[static_cast<uchar>(first)] & m_second[static_cast<uchar>(second)];
    }

private:
    using Masks = std::array<quint32, 256>;

    static constexpr void set(Masks &masks, char c, quint32 bit)
    {
        if (c == '\0') {
            for (quint32 &mask : masks)
                mask |= bit;
            return;
        }
        masks[static_cast<uchar>(c)] |= bit;
        if (c >= 'a' && c <= 'z')
            masks[static_cast<uchar>(c - 'a' + 'A')] |= bit;
    }

    Masks m_first{};
    Masks m_second{};
    int m_count = 0;
};

} // namespace capture
