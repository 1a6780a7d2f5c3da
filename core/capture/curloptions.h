// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/optionwalk.h"

namespace capture {

//! What the reader of curl makes of an option's value. Scanned must be 0: OptionRow's default.
enum class CurlUse : quint8 {
    Scanned, //!< Of no meaning here, but a token may be in it.
    Name, //!< A file, address or number: passed over.
    Header,
    Cookie,
    User,
    Bearer,
    Data,
    RawData,
    EncodedData,
    Json,
    Form,
    FormString,
    Method,
    Url,
    Query,
    Get,
    Head,
    Upload,
    Referer,
    UserAgent,
    Variable,
    Next,
};

//! Every option of curl 8 that takes a value, and the few without one that say something of the
//! request: https://curl.se/docs/manpage.html.
[[nodiscard]] std::span<const OptionRow> curlOptions();

} // namespace capture
