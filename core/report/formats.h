// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"
#include "core/verdict/judge.h"

#include <QString>

namespace report {

//! Where the token of an inspection was found in a capture. Tokens in it are shortened already.
struct Carried
{
    capture::Carrier carrier;
    std::optional<capture::Request> request;
    base::Findings findings; //!< Of the sighting, then what the answer to its request says.
    bool isJudgedThen = false; //!< At the time of the request, not now.
};

//! What is known of the carrying of one sighting.
[[nodiscard]] Carried carriedOf(const capture::Capture &capture, qsizetype sighting);

//! What one inspection is: everything a report is made of.
struct Inspection
{
    verdict::Examination examination;
    verdict::Verdict verdict;
    std::optional<Carried> carried{};
};

//! How the report for a terminal is written; `width` in characters.
struct TextOptions
{
    bool colour = false;
    int width = 100;
    bool allFindings = true;
};

//! For a person at a terminal. All foreign text is escaped for the terminal.
[[nodiscard]] QString toText(const Inspection &inspection, const TextOptions &options);

//! Schema "assay.inspection/1", documented in README. Claims as JSON, never the signature part or
//! the whole token.
[[nodiscard]] QByteArray toJson(const Inspection &inspection);

//! Schema "assay.error/1": why there is no inspection at all (unreadable input, wrong usage).
[[nodiscard]] QByteArray toJson(const base::Error &error);

//! A redacted summary for a ticket: personal claims masked, no token.
[[nodiscard]] QString toMarkdown(const Inspection &inspection);

} // namespace report
