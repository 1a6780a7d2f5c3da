// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/practice/jsontext.h"
#include "core/practice/samples.h"

//! The claims sets that Authgear writes, by kind of token. Every time in them follows from
//! `issued`.
namespace practice {

//! Access token of a signed-in user: JWT with typ `at+jwt`, audience the issuer, 30 minutes.
[[nodiscard]] jsontext::Members userAccessClaims(const Mint &with, base::Instant issued);

//! ID token of a public client: audience the client id, 5 minutes, no personal data.
[[nodiscard]] jsontext::Members idClaims(const Mint &with, base::Instant issued);

//! client_credentials: audience the resource, subject the client, no user.
[[nodiscard]] jsontext::Members clientAccessClaims(const Mint &with, base::Instant issued);

//! The standard attributes that only a confidential or third-party client finds in its ID tokens.
void addPersonalClaims(jsontext::Members &claims, base::Instant issued);

//! Unix seconds, rounded down: a token is never issued in the future.
[[nodiscard]] qint64 unixSeconds(base::Instant instant);

//! 32 letters and digits, the shape of an opaque Authgear credential.
[[nodiscard]] QByteArray opaqueCredential();

} // namespace practice
