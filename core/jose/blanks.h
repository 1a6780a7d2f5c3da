// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

//! The characters that cling to text copied from terminals, mails and web pages, in UTF-8.
namespace jose::blanks {

//! How many bytes the blank at the front takes: ASCII white space, and the Unicode blanks, line
//! separators and zero-width characters. 0 when the text does not begin with one.
[[nodiscard]] qsizetype blankAtFront(QByteArrayView text);
//! The same at the end of the text.
[[nodiscard]] qsizetype blankAtBack(QByteArrayView text);

//! The same for quotation marks: straight, typographic and backticks.
[[nodiscard]] qsizetype quoteAtFront(QByteArrayView text);
//! The same at the end of the text.
[[nodiscard]] qsizetype quoteAtBack(QByteArrayView text);

} // namespace jose::blanks
