// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/script.h"
#include "core/capture/scriptvalues.h"

#include <optional>

namespace capture {

//! The statements of a script, cut at line ends and semicolons outside brackets.
[[nodiscard]] QList<ScriptRange> statementsOf(const Script &script);

//! `name = value`, `name["key"] = value`.
struct Assignment
{
    QByteArray target;
    qsizetype key = -1; //!< Index of the token.
    ScriptRange value;
};
[[nodiscard]] std::optional<Assignment> assignmentIn(const Script &script,
                                                     const ScriptRange &statement);

} // namespace capture
