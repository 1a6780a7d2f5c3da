// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"
#include "core/report/times.h"

#include <QString>

//! What a ticket says of the request that carried the token. Pure.
namespace ui::tickettext {

//! How one token came, and what was answered.
struct Sending
{
    const capture::Sighting *sighting = nullptr;
    const capture::Request *request = nullptr;
    base::Findings carrying;
    base::Findings answers; //!< About the same request.
};

//! Sections in Markdown without any secret: the values of the query are left out, and findings are
//! redacted. Empty for a token that was pasted alone.
[[nodiscard]] QString carriedIn(const Sending &sending, const report::Standpoint &now);

} // namespace ui::tickettext
