// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"

//! HTTP as it goes over the wire and as tools print it. Each pair is what a Form wants.
namespace capture {

//! "http": a request as it is sent, with the response behind it, or a response alone (RFC 9112).
[[nodiscard]] bool beginsHttp(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readHttp(const SourceText &text, qsizetype from, Collector &collector);

//! "headers": fields without a request line, also one alone that holds a credential; what
//! developer tools show of a request, names and values on one line or on two.
[[nodiscard]] bool beginsHeaders(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readHeaders(const SourceText &text, qsizetype from, Collector &collector);

//! "curl_verbose": what `curl -v` prints.
[[nodiscard]] bool beginsCurlVerbose(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readCurlVerbose(const SourceText &text, qsizetype from,
                                        Collector &collector);

//! "curl_trace": what `curl --trace-ascii` and `curl --trace` print.
[[nodiscard]] bool beginsCurlTrace(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readCurlTrace(const SourceText &text, qsizetype from, Collector &collector);

} // namespace capture
