// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>

//! Where on a line a command stands: behind a prompt, `sudo`, variables set for it, or in prose.
namespace capture {

//! Offsets in the text of a command that was found.
struct CommandPlace
{
    qsizetype start = -1; //!< Of its name, path included; -1: there is none on the line.
    qsizetype arguments = -1; //!< Behind the name.
    bool isInBackticks = false; //!< As Markdown sets commands in a sentence.
};

//! The command `name` (or name.exe) on the line, if words follow it that can be arguments and are
//! not prose; `isVerb` says which other words can.
[[nodiscard]] CommandPlace findCommand(QByteArrayView text, qsizetype from, QLatin1StringView name,
                                       bool (*isVerb)(QByteArrayView) = nullptr);

//! Whether nothing but a prompt, or another command before a `;` or `|`, stands before the place.
[[nodiscard]] bool isBehindPrompt(QByteArrayView text, qsizetype from, qsizetype at);

//! Whether a word can be a URL or a host: prose has no such words, and a token with its dots is
//! none.
[[nodiscard]] bool looksLikeUrl(QByteArrayView word);

//! Where `word` stands in `text`, no letter, digit or underscore beside it; -1 if it does not.
[[nodiscard]] qsizetype indexOfWord(QByteArrayView text, QByteArrayView word, qsizetype from = 0);

} // namespace capture
