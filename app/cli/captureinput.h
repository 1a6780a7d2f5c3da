// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"

namespace cli {

//! What was read, and what was found in it.
struct CaptureInput
{
    QByteArray bytes; //!< Empty for a large file, which is not held.
    capture::Capture capture;
};

//! A file of any size, or standard input for "-" (at most 512 MiB where it is a pipe). On a
//! terminal standard error tells how far it is, and Ctrl+C ends the reading of a large file with
//! what was found so far. Errors: input.unreadable, input.too_large.
[[nodiscard]] base::Result<CaptureInput> readCapture(const QString &name);

[[nodiscard]] bool isCancelled(const capture::Capture &capture);

} // namespace cli
