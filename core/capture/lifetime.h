// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"

#include <optional>

namespace capture {

//! `expires_in` of a token response against exp - iat of its access token, both in seconds
//! (RFC 6749 section 5.1): carrying.expires_in_differs where they do. Nothing for an opaque token,
//! a token without both claims, and a text that is no number.
[[nodiscard]] std::optional<base::Finding> judgeLifetime(const QByteArray &accessToken,
                                                         QByteArrayView expiresIn);

} // namespace capture
