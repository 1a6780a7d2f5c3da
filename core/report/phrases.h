// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/report/foreign.h"

#include <span>

//! Small words for the stable ids inside findings: what was taken off, what gave a kind away, what
//! a claim is called.
namespace report {

//! A stable id and its words.
struct Phrase
{
    const char *id;
    const char *text; //!< QT_TRANSLATE_NOOP("report", "…")
};

//! What gave a kind away: jose::kindReasons().
[[nodiscard]] std::span<const Phrase> kindReasonPhrases();
//! What was taken off: jose::CleanedInput::removed.
[[nodiscard]] std::span<const Phrase> cleaningPhrases();
[[nodiscard]] std::span<const Phrase> carryingPhrases();
//! What would have to be changed: jose::base64url::Repair::steps.
[[nodiscard]] std::span<const Phrase> repairPhrases();
//! What claims, headers and parts are called.
[[nodiscard]] std::span<const Phrase> subjectPhrases();

//! The phrase of `id`, or the id itself as `quote` shows it when `phrases` has none.
[[nodiscard]] QString phrase(std::span<const Phrase> phrases, QStringView id,
                             Quote quote = base::escape::visible);

//! "Audience (aud)" for "aud"; "Claim “x”" for a claim that has no name of its own here.
[[nodiscard]] QString subjectName(QStringView subject, Quote quote = base::escape::visible);

} // namespace report
