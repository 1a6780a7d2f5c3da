// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/decode.h"

namespace capture {

//! "GET /path HTTP/1.1", RFC 9112 section 3; also with "HTTP/2", as browsers copy it.
[[nodiscard]] bool isRequestLine(QByteArrayView line);
//! "HTTP/1.1 401 Unauthorized", RFC 9112 section 4.
[[nodiscard]] bool isStatusLine(QByteArrayView line);
//! The code of a status line; 0 when it is none.
[[nodiscard]] int statusOf(QByteArrayView line);

//! How long is what a log puts in front of the first line of a message that a program dumps into
//! it: "2026/11/30 10:00:01 main.go:42: GET /me HTTP/1.1". Request lines in quotes are of access
//! logs. 0 elsewhere.
[[nodiscard]] qsizetype entryPrefixLength(QByteArrayView line);

//! Where the colon behind a field's name is, "name:" and ":authority:" alike; -1 if the line is no
//! field.
[[nodiscard]] qsizetype fieldColon(QByteArrayView line);

//! The fields of a message up to the empty line behind them.
struct MessageHead
{
    QList<NamedText> fields;
    qsizetype end = 0; //!< Behind the empty line, or where a line stands that is no field.
    bool hasEnd = false; //!< There was an empty line, so a body can follow.

    //! Without blanks around; of several the first; null when it is not there.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] bool contains(QByteArrayView name) const { return !value(name).isNull(); }
};

//! Reads fields from the line at `from` on, of which each begins with `indent` blanks that belong
//! to the paste. Obsolete folding (RFC 9112 section 5.2) is undone; the lines of a token that was
//! broken stay as they are, so that this can be told.
[[nodiscard]] MessageHead readHead(const SourceText &text, qsizetype from, qsizetype indent = 0);

} // namespace capture
