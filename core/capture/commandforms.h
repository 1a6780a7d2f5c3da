// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/forms.h"

//! The forms of requests that are spelled out as a command or as code. Each pair is a row of
//! forms(): see there what they promise.
namespace capture {

[[nodiscard]] BeginsForm beginsCurl;
[[nodiscard]] ReadForm readCurl;

//! A file of options for `curl -K`.
[[nodiscard]] BeginsForm beginsCurlConfig;
[[nodiscard]] ReadForm readCurlConfig;

[[nodiscard]] BeginsForm beginsWget;
[[nodiscard]] ReadForm readWget;

//! ab, hey, wrk, vegeta and other tools that send one request many times.
[[nodiscard]] BeginsForm beginsLoadTest;
[[nodiscard]] ReadForm readLoadTest;

//! HTTPie, and xh, which takes the same words.
[[nodiscard]] BeginsForm beginsHttpie;
[[nodiscard]] ReadForm readHttpie;

//! Invoke-WebRequest and Invoke-RestMethod with the variables set before them.
[[nodiscard]] BeginsForm beginsPowerShell;
[[nodiscard]] ReadForm readPowerShell;

//! fetch() of JavaScript, as browsers copy it, and axios.
[[nodiscard]] BeginsForm beginsFetch;
[[nodiscard]] ReadForm readFetch;

//! Python's requests and httpx, with the variables set before them.
[[nodiscard]] BeginsForm beginsPython;
[[nodiscard]] ReadForm readPython;

//! .http and .rest files of editors.
[[nodiscard]] BeginsForm beginsHttpFile;
[[nodiscard]] ReadForm readHttpFile;

} // namespace capture
