// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace fuzz {

//! What must hold for every input; libFuzzer keeps the input for which it does not.
inline void check(bool holds)
{
    if (!holds)
        __builtin_trap();
}

} // namespace fuzz
