// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"

namespace capture {

//! What a line of a log says about a request. Views and texts are of the line.
struct LogLine
{
    SourceText method;
    SourceText url;
    int status = 0;
    bool isKeyed = false; //!< Method and target are told by their keys: nothing but logs writes so.
    std::optional<base::Instant> time;
    QList<SourceText> links; //!< Referers.
    QList<SourceText> credentials; //!< Quoted fields that begin with a scheme.
    QList<SourceText> cookies; //!< Quoted fields that look like a Cookie header.

    [[nodiscard]] bool hasRequest() const { return !url.isEmpty(); }
};

//! Common and combined access logs of nginx and Apache with whatever fields a project added,
//! nginx's error log, W3C (IIS), load balancers, and lines of `key=value` or with a time in front.
[[nodiscard]] LogLine parseLogLine(const SourceText &line);

//! Where the first JSON object of the line begins, of which the end may not be in sight; -1 if
//! there is none.
[[nodiscard]] qsizetype firstObjectIn(QByteArrayView line);

//! Where the JSON object begins that the line ends with, as structured loggers write it behind what
//! a container or syslog puts in front; -1 if there is none.
[[nodiscard]] qsizetype objectInLogLine(QByteArrayView line);

//! Hands over what parseLogLine() finds, then scans the rest of the line. `request` is the one that
//! the line is about; -1 begins one. False, and nothing collected, if it is no line of a log.
[[nodiscard]] bool readLogLine(const SourceText &line, qsizetype request, Collector &collector);

} // namespace capture
