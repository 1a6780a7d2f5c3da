// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"
#include "core/report/foreign.h"

//! What every way to show a capture says in the same words. What comes in is shown as it is, so
//! tokens must have been shortened before: withoutTokens().
namespace report {

//! "access token (typ is at+jwt)", "refresh token (by its name)".
[[nodiscard]] QString kindText(const capture::Sighting &sighting);

//! "header “Authorization” of the request"
[[nodiscard]] QString carrierText(const capture::Carrier &carrier,
                                  Quote quote = base::escape::visible);

//! "GET https://api.example/me · 401 · 2026-08-24 14:02:11 UTC"; empty where nothing is known.
[[nodiscard]] QString requestText(const capture::Request &request,
                                  Quote quote = base::escape::visible);

//! "HAR", "output of curl -v": the form of a capture.
[[nodiscard]] QString formText(QLatin1StringView form);

//! "3 tokens in 2 requests, read as HAR." or that there is none.
[[nodiscard]] QString summaryText(const capture::Capture &capture);

} // namespace report
