// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/signer.h"
#include "core/report/formats.h"

//! Inspections for the tests of reports: real tokens, really signed and judged.
namespace inspections {

inline constexpr qint64 nowMs = 1'787'580'131'000; // 2026-08-24T14:02:11Z
inline const base::Instant now{std::chrono::milliseconds{nowMs}};

//! The key of the tests' issuer, https://issuer.example.
[[nodiscard]] const jose::SigningKey &issuerKey();

//! What a visit to that issuer 34 s ago over TLS 1.3 brought.
[[nodiscard]] oidc::IssuerSnapshot snapshot();

//! Signed by issuerKey() with a fitting header, unless another header is given.
[[nodiscard]] QByteArray signedToken(QByteArrayView payload, QByteArrayView header = {});

//! A good user access token of the issuer.
[[nodiscard]] QByteArray accessPayload(QByteArrayView more = {});

[[nodiscard]] report::Inspection inspect(const QByteArray &token, const verdict::Evidence &evidence,
                                         const verdict::Policy &policy = {});
//! With the snapshot as evidence.
[[nodiscard]] report::Inspection inspect(const QByteArray &token,
                                         const verdict::Policy &policy = {});

} // namespace inspections
