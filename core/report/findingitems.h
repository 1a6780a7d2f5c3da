// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/report/times.h"

namespace report {

//! One Markdown item a finding: what passed in a few words, what did not with its remedy and its
//! rule.
[[nodiscard]] QString findingItem(const base::Finding &finding, const Standpoint &now);

} // namespace report
