// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"

#include <QString>

namespace report {

//! How a list of sightings is written.
struct CaptureOptions
{
    bool showTokens = false; //!< Else shortened, wherever they stand.
    bool colour = false;
    int width = 100;
};

//! For a person at a terminal. Foreign text is escaped for the terminal.
[[nodiscard]] QString toText(const capture::Capture &capture, const CaptureOptions &options);

//! Schema "assay.capture/1", documented in README.
[[nodiscard]] QByteArray toJson(const capture::Capture &capture, const CaptureOptions &options);

//! For a ticket.
[[nodiscard]] QString toMarkdown(const capture::Capture &capture, const CaptureOptions &options);

//! The tokens to choose from, numbered as in the other formats, a few words each: each token once,
//! at its first place.
[[nodiscard]] QString toList(const capture::Capture &capture, const CaptureOptions &options);

//! Tokens that differ.
[[nodiscard]] qsizetype countDifferent(const capture::Capture &capture);

} // namespace report
