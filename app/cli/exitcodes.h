// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/judge.h"

namespace cli {

//! What the process says to a script. 64, 66 and 70 are those of sysexits.h.
enum ExitCode : int {
    Accepted = 0,
    Rejected = 1,
    CannotTell = 2,
    WrongUsage = 64,
    UnreadableInput = 66,
    InternalError = 70,
};

[[nodiscard]] inline int exitCodeOf(verdict::Decision decision)
{
    using verdict::Decision;
    if (decision == Decision::CannotTell)
        return CannotTell;
    return decision == Decision::Accepted ? Accepted : Rejected;
}

} // namespace cli
