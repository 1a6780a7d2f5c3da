// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1StringView>

#include <span>

//! The error-text tables, one a family. Texts are QT_TRANSLATE_NOOP("report", "…").
namespace report {

//! The wording of one error id.
struct ErrorRow
{
    const char *id;
    const char *title; //!< A sentence without full stop.
    const char *explanation; //!< What it means, with the likely cause.
    const char *detail; //!< Said only when the error has a detail, which is %1; may be null.
    const char *action; //!< What to do.
};

[[nodiscard]] std::span<const ErrorRow> tokenErrors(); //!< base64url.*, json.*, token.*
[[nodiscard]] std::span<const ErrorRow> keyErrors(); //!< key.*, keyset.*, secret.*, signing.*
[[nodiscard]] std::span<const ErrorRow> issuerErrors(); //!< issuer.*, discovery.*
[[nodiscard]] std::span<const ErrorRow> networkErrors(); //!< net.*
[[nodiscard]] std::span<const ErrorRow> programErrors(); //!< input.*, instant.*, practice.* …

//! Null for an id that no table knows.
[[nodiscard]] const ErrorRow *findErrorRow(QLatin1StringView id);

} // namespace report
