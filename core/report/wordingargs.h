// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/report/foreign.h"
#include "core/report/times.h"
#include "core/report/wordingrow.h"

#include <QStringList>

namespace report {

//! Whether each "name=value" condition of the row holds for this finding.
[[nodiscard]] bool fits(const WordingRow &row, const base::Finding &finding);

//! The texts for %1, %2 … of the row's templates, in the order of WordingRow::args; every foreign
//! one as `quote` shows it.
[[nodiscard]] QStringList arguments(const WordingRow &row, const base::Finding &finding,
                                    const Standpoint &now, Quote quote);

} // namespace report
