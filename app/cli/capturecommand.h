// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/options.h"

namespace cli {

//! `assay-cli capture`: lists what stands in a file. The exit code: 0 with tokens, 2 without any or
//! when the reading was stopped.
[[nodiscard]] int listCapture(const CaptureCommandOptions &options);

} // namespace cli
