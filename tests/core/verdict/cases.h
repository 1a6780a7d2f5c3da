// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "builders.h"

//! One row for each rule, and one more for each outcome that a policy can make of it.
namespace cases {

struct Case
{
    QLatin1StringView id;
    base::Outcome outcome;
    verdict::Decision decision;
    const char *tag;
    verdict::Verdict verdict;
};
using Cases = QList<Case>;

[[nodiscard]] Cases ofForm();
[[nodiscard]] Cases ofSignatures();
[[nodiscard]] Cases ofKeys();
[[nodiscard]] Cases ofIssuers();
[[nodiscard]] Cases ofKinds();
[[nodiscard]] Cases ofTimes();
[[nodiscard]] Cases ofAudiences();
[[nodiscard]] Cases ofSignIns();
[[nodiscard]] Cases ofRequirements();
[[nodiscard]] Cases ofClaims();

} // namespace cases
