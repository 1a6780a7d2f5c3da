// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

#include <span>

namespace capture {

//! What a line of a log tells of an exchange; the rest of the line behind the mark is its value.
enum class Says : quint8 {
    Begin, //!< A request begins; a method, an address or both may stand behind.
    Method,
    Scheme,
    Path,
    Query,
    Status, //!< And with it the answer begins.
    Answer, //!< The answer begins.
    Field,
    Body, //!< The body stands behind, or in the lines that follow.
    BodyEnd,
    Nothing,
};

struct ExchangeRow
{
    QByteArrayView mark;
    Says says = Says::Nothing;
};

//! How one logger of exchanges writes them.
struct ExchangeDialect
{
    //! Whether the line begins an exchange: the mark alone could stand in many texts.
    bool (*begins)(QByteArrayView line) = nullptr;
    std::span<const ExchangeRow> rows; //!< In the order in which they are looked for.
    bool hasBareFields = false; //!< "name: value" without a mark is a field too.
    //! Something may stand in front of a mark; else a field's value could hold one.
    bool hasPrefixes = false;
    //! What the line behind the first begins with, where that is a title that anybody writes.
    QByteArrayView second{};
};

//! The one that the line begins; null if it begins none. Looks at no more than the line.
[[nodiscard]] const ExchangeDialect *exchangeDialectAt(QByteArrayView line);

//! Where the mark stands in the line, behind what a logger puts in front; -1 without it.
[[nodiscard]] qsizetype markIn(QByteArrayView line, QByteArrayView mark);

//! The row whose mark stands in the line; null where none does.
[[nodiscard]] const ExchangeRow *rowIn(const ExchangeDialect &dialect, QByteArrayView line);

} // namespace capture
