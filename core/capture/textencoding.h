// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"

namespace capture {

//! The text as UTF-8 without a byte order mark: UTF-16 that announces itself (Windows tools write
//! it) is converted, with the notice capture.encoding. Other bytes stay as they are.
[[nodiscard]] QByteArray readableText(const QByteArray &bytes, Collector &collector);

//! Says why nothing was found: capture.empty, capture.binary or capture.no_token, unless another
//! notice explains it.
void noteEmptyHands(Capture &capture);

} // namespace capture
