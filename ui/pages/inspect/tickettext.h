// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"

#include <QString>

//! What a ticket says of the request that carried the token. Pure.
namespace ui::tickettext {

//! A section in Markdown without any secret: the values of the query are left out, and findings are
//! redacted. Empty for a token that was pasted alone.
[[nodiscard]] QString carriedIn(const capture::Sighting *sighting, const capture::Request *request,
                                const base::Findings &carrying, base::Instant now);

} // namespace ui::tickettext
