// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"

//! The bodies that Collector::body() knows by name.
namespace capture {

//! Members as parameters, whatever their depth. False, and nothing collected, when the text is no
//! JSON at all; of a broken one what could be read.
[[nodiscard]] bool readJsonBody(const SourceText &text, qsizetype request, Side side,
                                Collector &collector);
//! RFC 7578; `contentType` whole, for its boundary. False without one.
[[nodiscard]] bool readMultipartBody(const SourceText &text, const QByteArray &contentType,
                                     qsizetype request, Side side, Collector &collector);
//! Form fields and redirects of a page, then whatever else in it looks like a token.
[[nodiscard]] bool readHtmlBody(const SourceText &text, qsizetype request, Side side,
                                Collector &collector);

} // namespace capture
