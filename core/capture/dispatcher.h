// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"

namespace capture {

//! Goes through a text line by line: a form that begins there reads on, what nobody wants is
//! scanned. Returns the form that most of the text has; "text" when no form was met.
QLatin1StringView dispatch(const SourceText &text, Collector &collector);

} // namespace capture
