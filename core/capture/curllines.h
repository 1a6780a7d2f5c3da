// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

namespace capture {

//! How long is what --trace-time and --trace-ids, and -vv since curl 8.10, put in front of each
//! line that curl prints about its work: "12:34:56.789012 ", "[0-0] "; or build servers, before
//! every line: "2026-11-30T10:00:01.1234567Z "; or Apache's HttpClient, whose log of headers has
//! the arrows of curl: "… headers - http-outgoing-0 >> GET /me HTTP/1.1". 0 if nothing is.
[[nodiscard]] qsizetype curlPrefixLength(QByteArrayView line);

} // namespace capture
