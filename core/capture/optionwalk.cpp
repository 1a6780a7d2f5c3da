// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/optionwalk.h"

#include <algorithm>

namespace capture {

namespace {

//! Word processors and chats make one dash, en or em, of the two in front of an option's name.
Literal withPlainDashes(const Literal &word)
{
    constexpr qsizetype dashSize = 3;
    const QByteArrayView bytes = word.bytes();
    const bool isDash = bytes.startsWith("\xE2\x80\x94") || bytes.startsWith("\xE2\x80\x93");
    if (!isDash || bytes.size() <= dashSize)
        return word;
    const bool isLetter = bytes.size() == dashSize + 1;
    Literal plain;
    plain.text.appendReplaced(isLetter ? "-" : "--", word.text.span(0, dashSize));
    plain.append(word.sliced(dashSize));
    return plain;
}

} // namespace

bool OptionWalk::next(Item &item)
{
    for (;;) {
        item = {};
        if (m_letter < m_letters.size()) {
            if (readLetters(item))
                return true;
            continue;
        }
        if (m_next >= m_words->size())
            return false;
        const Literal word = withPlainDashes(m_words->at(m_next++));
        if (!m_isPastOptions && word.bytes() == "--") {
            m_isPastOptions = true;
        } else if (m_isPastOptions || word.size() < 2 || !word.bytes().startsWith('-')) {
            item.value = word;
            return true;
        } else if (word.bytes().startsWith("--")) {
            if (readLong(word.sliced(2), item))
                return true;
        } else {
            m_letters = word;
            m_letter = 1;
        }
    }
}

//! The value of an option is the next word. False where the command ends before it.
bool OptionWalk::takeValue(const OptionRow &row, Item &item)
{
    item.row = &row;
    if (!row.hasValue)
        return true;
    if (m_next >= m_words->size())
        return false;
    item.value = m_words->at(m_next++);
    return true;
}

bool OptionWalk::readLong(const Literal &word, Item &item)
{
    const qsizetype equals = word.bytes().indexOf('=');
    const QByteArrayView name = equals < 0 ? word.bytes() : word.bytes().first(equals);
    const auto row = std::ranges::find_if(
        m_rows, [name](const OptionRow &option) { return QLatin1StringView(name) == option.name; });
    if (equals >= 0 && (row == m_rows.end() || row->hasValue)) {
        // Of an unknown option too: it is no argument, but a token can be in it.
        static constexpr OptionRow unknown;
        item.row = row == m_rows.end() ? &unknown : &*row;
        item.value = word.sliced(equals + 1);
        return true;
    }
    return row != m_rows.end() && takeValue(*row, item);
}

//! One letter; what follows it in the word is its value, where it has one.
bool OptionWalk::readLetters(Item &item)
{
    const char letter = m_letters.bytes()[m_letter++];
    const auto row = std::ranges::find_if(m_rows, [letter](const OptionRow &option) {
        return option.letter != '\0' && option.letter == letter;
    });
    if (row == m_rows.end())
        return false;
    if (!row->hasValue || m_letter == m_letters.size())
        return takeValue(*row, item);
    const qsizetype from = m_letter + (m_letters.bytes()[m_letter] == '=' ? 1 : 0);
    m_letter = m_letters.size();
    item.row = &*row;
    item.value = m_letters.sliced(from);
    return true;
}

} // namespace capture
