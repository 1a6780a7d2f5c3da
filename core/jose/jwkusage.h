// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/keydata.h"

namespace jose {

//! key.use_unknown, key.use_conflict, key.algorithm_unfit, key.x5c_differs: what the JWK says about
//! itself beside its numbers (RFC 7517 section 4).
[[nodiscard]] base::Findings usageFindings(const Key::Data &data, const base::json::Value &jwk);

//! Whether a key of this type and curve can be used with the algorithm.
[[nodiscard]] bool canServe(const Key::Data &data, const Algorithm &algorithm);

} // namespace jose
