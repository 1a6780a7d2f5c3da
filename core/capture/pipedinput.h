// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/literal.h"

#include <optional>

//! `echo '{…}' | http POST …`: what one command prints and another sends.
namespace capture {

struct PipedInput
{
    Literal text; //!< What is printed.
    QList<Literal> rest; //!< The command's other words.
    qsizetype commandAt = -1; //!< Behind the pipe.
};

//! Whether the line begins with a command that prints its words, perhaps behind a prompt.
[[nodiscard]] bool beginsPipedInput(QByteArrayView text, qsizetype from);

//! Nothing where the words are not piped into another command.
[[nodiscard]] std::optional<PipedInput> readPipedInput(const SourceText &text, qsizetype from);

} // namespace capture
