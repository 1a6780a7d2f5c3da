// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/inquiry.h"
#include "core/verdict/judge.h"

namespace verdict {

//! The moments that the token names.
[[nodiscard]] Moments momentsOf(const Inquiry &inquiry);

//! The first moment after now at which a finding becomes another one, or a yes-or-no fact in it
//! does.
[[nodiscard]] std::optional<base::Instant> nextChange(const Inquiry &inquiry);

} // namespace verdict
