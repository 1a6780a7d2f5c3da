// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/report/foreign.h"
#include "core/verdict/judge.h"

namespace report {

//! What the signature's verdict stands on, in sentences: which key, whose, from where, how old,
//! over what transport, and every warning that takes away from it.
[[nodiscard]] QString basisOf(const verdict::Examination &examination,
                              const verdict::Verdict &verdict, Quote quote);

//! "TLS 1.3", "plain http": how the keys of a snapshot came here.
[[nodiscard]] QString transportText(const oidc::IssuerSnapshot &snapshot);

//! Where the keys of a snapshot are: the URL of its last answered exchange, or the issuer.
[[nodiscard]] QString keySourceOf(const oidc::IssuerSnapshot &snapshot);

} // namespace report
