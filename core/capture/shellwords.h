// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/literal.h"

namespace capture {

//! Whose rules of quoting hold.
enum class Shell : quint8 {
    Posix, //!< bash, sh, zsh.
    Cmd, //!< Windows' cmd.exe.
    PowerShell,
};

//! A command line cut into words.
struct CommandLine
{
    QList<Literal> words;
    QList<Literal> inputs; //!< Behind `<<<` and `<<EOF`: what the command reads.
    qsizetype end = 0; //!< In the text: at the newline, `|`, `;` … or comment that ended it.
};

//! The command that begins at `from`, its quotes, escapes and continued lines taken off, nothing
//! expanded. Redirections are left out.
[[nodiscard]] CommandLine readCommandLine(const SourceText &text, qsizetype from, Shell shell);

//! By what the first line ends in and how its quotes are escaped.
[[nodiscard]] Shell shellOf(QByteArrayView text, qsizetype from);

// What readCommandLine() chooses from.
[[nodiscard]] CommandLine readPosixCommand(const SourceText &text, qsizetype from);
[[nodiscard]] CommandLine readCmdCommand(const SourceText &text, qsizetype from);
[[nodiscard]] CommandLine readPowerShellCommand(const SourceText &text, qsizetype from);

//! Where the variable that `$` begins ends: `$NAME`, `${…}`, `$(…)`, PowerShell's `$env:NAME`;
//! `at + 1` if it is a mere dollar sign. What is not closed on its line is not one.
[[nodiscard]] qsizetype variableEnd(QByteArrayView text, qsizetype at, Shell shell);

//! The string whose quote, `'`, `"` or here-string `@'`, `@"`, stands at `at`; returns where it
//! ends, behind its quote.
[[nodiscard]] qsizetype readPowerShellString(QByteArrayView text, qsizetype at,
                                             LiteralWriter &writer);

// Shared by the readers.

//! A line end of one or two bytes; 0 where there is none.
[[nodiscard]] qsizetype lineBreakAt(QByteArrayView text, qsizetype at);
//! Where the quote at `at` closes; the end of the line if it never does.
[[nodiscard]] qsizetype closingQuote(QByteArrayView text, qsizetype at, bool hasEscapes);
//! The same of a quote that was opened before `from`.
[[nodiscard]] qsizetype quoteAt(QByteArrayView text, qsizetype from, char quote, bool hasEscapes);
//! Whether the line behind this line break begins with an option, so that the mark which continues
//! lines was lost on the way.
[[nodiscard]] bool goesOnWithOption(QByteArrayView text, qsizetype lineBreak);
//! A URL that nobody quoted: a shell would end the command at its `&`, a person did not mean to.
[[nodiscard]] bool isAmpersandOfUrl(QByteArrayView text, qsizetype at);

} // namespace capture
