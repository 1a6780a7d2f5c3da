// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/commandline.h"
#include "core/capture/requestdraft.h"
#include "core/capture/shellwords.h"

#include <functional>
#include <optional>

//! What the readers of curl, wget and HTTPie share.
namespace capture {

//! A command found in a capture, cut into words.
struct FoundCommandLine
{
    CommandLine line; //!< Its end is in the capture.
    base::Span span; //!< Of the command, its name included.
    SourceText before; //!< What stands on its line before it.
    QList<Literal> inputs; //!< What it reads, as far as the capture tells.
    SourceText whole;
};

//! Reads the command at a place that findCommand() found.
[[nodiscard]] FoundCommandLine readFoundCommand(const SourceText &text, qsizetype from,
                                                const CommandPlace &place);

//! The same, of the command that the one at `from` prints for; `find` finds it at the place behind
//! the pipe. Nothing where there is no such command.
[[nodiscard]] std::optional<FoundCommandLine>
readPipedCommand(const SourceText &text, qsizetype from,
                 const std::function<CommandPlace(qsizetype at)> &find);

//! What a command of curl asks for: several requests where `--next` stands between them.
[[nodiscard]] QList<RequestDraft> readCurlWords(const FoundCommandLine &command);

//! Hands a command's requests over; what stands before it is scanned. Returns where it ends;
//! `from`, and nothing is collected, if it was mere talk of the command.
[[nodiscard]] qsizetype finishCommand(const FoundCommandLine &command,
                                      const QList<RequestDraft> &drafts, qsizetype from,
                                      Collector &collector);

} // namespace capture
