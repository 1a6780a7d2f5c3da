// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/oidc/snapshot.h"

namespace verdict {

//! The document speaks for another issuer than the one that was typed, or for none; nothing in it
//! may be used then (OpenID Connect Discovery section 4.3, RFC 8414 section 3.3).
[[nodiscard]] bool isDocumentForeign(const oidc::IssuerSnapshot &snapshot);

//! There are keys, and they are the issuer's.
[[nodiscard]] bool mayUseKeys(const oidc::IssuerSnapshot &snapshot);

//! What iss must say: as typed, but in the document's spelling where only a slash at the end or the
//! case of scheme and host differs.
[[nodiscard]] QString issuerOf(const oidc::IssuerSnapshot &snapshot);

//! The issuer's clock against this machine's, if more can be said about it than its error.
[[nodiscard]] std::optional<oidc::ClockOffset> issuerClock(const oidc::IssuerSnapshot *snapshot);

} // namespace verdict
