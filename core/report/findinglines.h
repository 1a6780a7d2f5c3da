// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/report/formats.h"
#include "core/report/textpage.h"

namespace report {

//! Colour repeats what the mark says, and says nothing by itself.
[[nodiscard]] Ink inkOf(base::Outcome outcome);

//! A finding about the carrying: one line where it is information; else what is wrong, what to do
//! and where it is written.
void addCarryingFinding(TextPage &page, const base::Finding &finding);

//! Where the inspected token was found, and what is to be said about that; nothing for a bare one.
void addCarried(TextPage &page, const Carried &carried);

} // namespace report
