// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"

#include <span>

namespace capture {

//! Could the line at `from` begin this form? Cheap: looks at that line only, and of it at no more
//! than 512 bytes.
using BeginsForm = bool(QByteArrayView text, qsizetype from);
//! Reads the form that begins at `from` and returns where it ends; `from` if it is another form
//! after all, and then nothing was collected. May not look further than it reads plus 64 KiB, or a
//! text full of false beginnings takes quadratic time.
using ReadForm = qsizetype(const SourceText &text, qsizetype from, Collector &collector);

//! One form that a capture, or a stretch of it, can have. The dispatcher asks at the beginning of
//! each line, in the order of the table, and gives lines that nobody wants to the scanner. So a
//! ticket with prose, a command and an answer is understood piece by piece.
struct Form
{
    QLatin1StringView name{}; //!< Stable: Capture::form.
    BeginsForm *begins = nullptr;
    ReadForm *read = nullptr;
};

//! The table, in the order in which forms are asked.
[[nodiscard]] std::span<const Form> forms();

} // namespace capture
