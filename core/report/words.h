// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/report/foreign.h"
#include "core/report/wording.h"

//! What word() and headline() are made of, for sinks with another way to show foreign text.
namespace report {

//! word() of a finding.
[[nodiscard]] Wording wordFor(const base::Finding &finding, const Standpoint &now, Quote quote);

//! word() of an error.
[[nodiscard]] ErrorText wordFor(const base::Error &error, Quote quote);

//! attemptText().
[[nodiscard]] QString attemptTextFor(const jose::Attempt &attempt, Quote quote);

//! What follows "Rejected: "; the short text where the finding is never the reason.
[[nodiscard]] QString headlineWords(const base::Finding &finding, const Standpoint &now,
                                    Quote quote);

//! headline().
[[nodiscard]] Headline headlineFor(const verdict::Examination &examination,
                                   const verdict::Verdict &verdict, Quote quote,
                                   const base::Findings &beside = {});

} // namespace report
