// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"

#include <cstdio>

namespace desktop {

void print(FILE *stream, const QString &text);

//! As assay-cli says it: what is wrong, why, and what to do, on standard error.
void complain(const base::Error &error);

} // namespace desktop
