// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/forms.h"

namespace capture {

//! "log": a line of a log that could hold a token; every other line is left alone, unread.
[[nodiscard]] BeginsForm beginsLog;
[[nodiscard]] ReadForm readLog;

//! "w3c_log": the extended log file format of the W3C, as IIS and CloudFront write it: behind a
//! line
//! "#Fields:" those that it names.
[[nodiscard]] BeginsForm beginsW3cLog;
[[nodiscard]] ReadForm readW3cLog;

} // namespace capture
