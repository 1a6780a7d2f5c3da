// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/forms.h"

namespace capture {

//! "json": an object or array, also one of a line of JSON Lines; what stands behind it is left.
[[nodiscard]] BeginsForm beginsJson;
[[nodiscard]] ReadForm readJson;

//! "json" too: the members of an error as Node.js prints them behind its stack (util.inspect).
[[nodiscard]] BeginsForm beginsInspected;
[[nodiscard]] ReadForm readInspected;

} // namespace capture
