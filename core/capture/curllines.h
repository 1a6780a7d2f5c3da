// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

namespace capture {

//! How long is what --trace-time and --trace-ids, and -vv since curl 8.10, put in front of each
//! line that curl prints about its work: "12:34:56.789012 ", "[0-0] ". 0 if nothing is.
[[nodiscard]] qsizetype curlPrefixLength(QByteArrayView line);

} // namespace capture
