// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/literal.h"

#include <optional>

//! `<<EOF`: the lines that a command of a shell reads, up to one that holds the word alone (POSIX
//! Shell Command Language section 2.7.4).
namespace capture {

struct HereMark
{
    QByteArray word; //!< Empty where none stands behind `<<`.
    bool isQuoted = false; //!< Nothing in the lines is expanded.
    bool isIndented = false; //!< `<<-`: tabs in front of the lines do not count.
    qsizetype end = 0; //!< In the text, behind the word.
};

//! The mark whose `<<` stands at `at`.
[[nodiscard]] HereMark readHereMark(QByteArrayView text, qsizetype at);

struct HereDocument
{
    Literal text;
    qsizetype end = 0; //!< Where the line that closes it ends.
};

//! The lines from `from` on; nothing where none of the next `farthest` bytes closes them.
[[nodiscard]] std::optional<HereDocument>
readHereDocument(const SourceText &text, qsizetype from, const HereMark &mark, qsizetype farthest);

} // namespace capture
