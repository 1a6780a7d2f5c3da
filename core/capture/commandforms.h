// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"

//! The forms of requests that are spelled out as a command or as code. Each pair is a row of
//! forms(): see there what they promise.
namespace capture {

[[nodiscard]] bool beginsCurl(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readCurl(const SourceText &text, qsizetype from, Collector &collector);

[[nodiscard]] bool beginsWget(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readWget(const SourceText &text, qsizetype from, Collector &collector);

//! HTTPie, and xh, which takes the same words.
[[nodiscard]] bool beginsHttpie(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readHttpie(const SourceText &text, qsizetype from, Collector &collector);

//! Invoke-WebRequest and Invoke-RestMethod with the variables set before them.
[[nodiscard]] bool beginsPowerShell(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readPowerShell(const SourceText &text, qsizetype from,
                                       Collector &collector);

//! fetch() of JavaScript, as browsers copy it, and axios.
[[nodiscard]] bool beginsFetch(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readFetch(const SourceText &text, qsizetype from, Collector &collector);

//! Python's requests and httpx, with the variables set before them.
[[nodiscard]] bool beginsPython(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readPython(const SourceText &text, qsizetype from, Collector &collector);

//! .http and .rest files of editors.
[[nodiscard]] bool beginsHttpFile(QByteArrayView text, qsizetype from);
[[nodiscard]] qsizetype readHttpFile(const SourceText &text, qsizetype from, Collector &collector);

} // namespace capture
