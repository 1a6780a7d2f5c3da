// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/forms.h"

namespace capture {

//! "log": a line of a log that could hold a token; every other line is left alone, unread.
[[nodiscard]] BeginsForm beginsLog;
[[nodiscard]] ReadForm readLog;

} // namespace capture
