// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace report {

//! "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3" of "RFC 7519 section 4.1.3"; also OpenID
//! Connect and the Authgear documentation. Empty when the text names nothing that is known.
[[nodiscard]] QString specUrl(QStringView spec);

} // namespace report
