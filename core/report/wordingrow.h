// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1StringView>

#include <span>

//! How the wording tables are made. A finding id has one row, or several of which the first fits
//! whose condition holds. Every text is QT_TRANSLATE_NOOP("report", "…") with numbered
//! placeholders; `args` says what fills them.
namespace report {

//! One way to say one finding.
struct WordingRow
{
    const char *id = nullptr;
    //! "fact=value" conditions, all of which must hold, with a comma between; nothing: always.
    //! Beside the facts there are "outcome", "subject", "expected" and "found".
    const char *when = "";
    //! What %1, %2 … stand for: "expected", "found", "subject" or a fact, each with an optional
    //! format: "seconds:duration", "offset:ms", "at:instant", "at:relative", "keys:list",
    //! "problem:title", "problem:text", "problem:action", "kind:kind" …
    const char *args = "expected found";
    const char *subject = nullptr; //!< Nothing: the name of finding.subject.
    const char *found = nullptr; //!< Nothing: finding.found.
    const char *headline
        = nullptr; //!< Follows "Rejected: ", lower case; nothing where it can only pass.
    const char *inShort = nullptr;
    const char *title = nullptr;
    const char *explanation = nullptr;
    const char *action = nullptr;
};

// Of tokens, a family of rules each.
[[nodiscard]] std::span<const WordingRow> formWording();
[[nodiscard]] std::span<const WordingRow> algorithmWording();
[[nodiscard]] std::span<const WordingRow> signatureWording();
[[nodiscard]] std::span<const WordingRow> keyWording();
[[nodiscard]] std::span<const WordingRow> keySetWording();
[[nodiscard]] std::span<const WordingRow> issuerWording();
[[nodiscard]] std::span<const WordingRow> kindWording();
[[nodiscard]] std::span<const WordingRow> timeWording();
[[nodiscard]] std::span<const WordingRow> audienceWording();
[[nodiscard]] std::span<const WordingRow> reauthWording();
[[nodiscard]] std::span<const WordingRow> claimWording();
// Of captures: their rows have no headline, for a capture has no verdict.
[[nodiscard]] std::span<const WordingRow> carryingWording();
[[nodiscard]] std::span<const WordingRow> requestWording();
[[nodiscard]] std::span<const WordingRow> answerWording();
[[nodiscard]] std::span<const WordingRow> oauthWording();
[[nodiscard]] std::span<const WordingRow> captureWording();

} // namespace report
