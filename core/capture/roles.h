// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"

namespace capture {

//! What a carrier of this type and name is for: the parameter names of RFC 6749, RFC 7521, RFC 8693
//! and OpenID Connect, Authgear's cookies (reference authgear 3.11) and the headers in wide use.
//! Names of headers and Authgear cookies compare as their standards say; a project may prefix its
//! cookies.
[[nodiscard]] Role roleOf(const Carrier &carrier);

//! Whether a value without a token's shape is still the credential that its carrier is made for,
//! and not a flag, a country code or a placeholder: long enough, one word, of token characters.
[[nodiscard]] bool isPlausible(Role role, QByteArrayView value);

//! "refresh_token": the kind by content where that is telling, else by role, else the shape.
//! Stable, part of the JSON schema.
[[nodiscard]] QLatin1StringView kindName(const Sighting &sighting);

} // namespace capture
