// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/report/foreign.h"
#include "core/report/formats.h"
#include "core/report/times.h"

#include <QStringList>

//! What the text and Markdown reports share: the parts of an inspection as rows of plain facts.
namespace report {

//! One claim or header as a person reads it.
struct ClaimRow
{
    QString name; //!< Foreign.
    QString value; //!< The JSON text as it was sent; foreign.
    QString meaning; //!< Ours: what it is, and the moment that a number names.
};

//! In the order in which they were sent, duplicates included; none where nothing can be read.
[[nodiscard]] QList<ClaimRow> claimRows(const jose::Token &token, const Standpoint &now);
[[nodiscard]] QList<ClaimRow> headerRows(const jose::Token &token);

//! A key that was looked at: "RSA 2048, from the issuer".
[[nodiscard]] QString keyText(const verdict::Examination &examination,
                              const jose::Attempt &attempt);

//! Findings about the token itself: all but those that say what no token can tell, which every
//! report lists apart.
[[nodiscard]] base::Findings aboutToken(const base::Findings &findings);

//! What was not checked, required first, as sentences.
[[nodiscard]] QStringList notCheckedTexts(const verdict::Verdict &verdict, Quote quote);

//! "Judged as: Access token, at 2026-08-24 14:02:11 UTC."
[[nodiscard]] QString judgedText(const verdict::Verdict &verdict);

//! What the same policy says of a token inside the inspected one, at the same moment. Design:
//! "Nested: inner and outer judged apart."
[[nodiscard]] verdict::Verdict innerVerdict(const Inspection &inspection,
                                            const verdict::Examination &inner);

//! What TLS said of the certificate that it complained about; null where there was none.
[[nodiscard]] const http::TlsFacts *doubtedCertificate(const oidc::IssuerSnapshot &snapshot);

//! "access token (typ is at+jwt)"
[[nodiscard]] QString kindText(const verdict::Examination &examination);

//! ✓ ! ✗ –
[[nodiscard]] QChar markOf(base::Outcome outcome);
//! "pass", "warn", "fail", "skipped": stable, for files.
[[nodiscard]] QLatin1StringView name(base::Outcome outcome);

} // namespace report
