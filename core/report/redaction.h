// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/base/json.h"

namespace report {

//! Whether a claim's value stays out of reports: personal data, identifiers of a user or a session,
//! and every custom claim, because nobody knows what is in it.
[[nodiscard]] bool isMasked(const QString &claim);

//! "masked: text of 17 characters"
[[nodiscard]] QString maskText(const base::json::Value &value);

//! The finding without values of masked claims.
[[nodiscard]] base::Finding redacted(const base::Finding &finding);

} // namespace report
