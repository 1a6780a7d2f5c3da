// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "core/base/finding.h"

namespace report {

//! One Markdown item a finding: what passed in a few words, what did not with its remedy and its
//! rule.
[[nodiscard]] QString findingItem(const base::Finding &finding, base::Instant now);

} // namespace report
