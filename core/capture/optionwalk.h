// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/literal.h"

#include <QLatin1StringView>

#include <span>

namespace capture {

//! An option of a command: `-H value`, `-Hvalue`, `--header value`, `--header=value`.
struct OptionRow
{
    char letter = '\0'; //!< '\0': it has none.
    QLatin1StringView name{};
    bool hasValue = true;
    quint8 use = 0; //!< What the command's reader makes of it; its own enum.
};

//! Goes over the words of a command and tells options from arguments: an option's value is never
//! taken for an argument. Options that are in no row have no value.
class OptionWalk
{
public:
    //! An option with its value, or an argument.
    struct Item
    {
        const OptionRow *row = nullptr; //!< Null: an argument, `value` is the word.
        Literal value;
    };

    OptionWalk(const QList<Literal> &words, std::span<const OptionRow> rows)
        : m_words(&words)
        , m_rows(rows)
    {
    }
    //! False where there are no more.
    [[nodiscard]] bool next(Item &item);

private:
    [[nodiscard]] bool readLong(const Literal &word, Item &item);
    [[nodiscard]] bool readLetters(Item &item);
    [[nodiscard]] bool takeValue(const OptionRow &row, Item &item);

    const QList<Literal> *m_words;
    std::span<const OptionRow> m_rows;
    qsizetype m_next = 0;
    Literal m_letters; //!< `-sSLH`.
    qsizetype m_letter = 0; //!< The next of them.
    bool m_isPastOptions = false;
};

} // namespace capture
