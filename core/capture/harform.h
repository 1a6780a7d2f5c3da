// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/forms.h"

namespace capture {

//! "har": an HTTP Archive in a text that is in memory; core/capture/filereader reads large ones.
[[nodiscard]] BeginsForm beginsHar;
[[nodiscard]] ReadForm readHar;

} // namespace capture
