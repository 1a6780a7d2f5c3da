// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/token.h"

namespace jose {

//! Strictly decoded, and a JSON object: what a rule may rely on. A part that needed a repair is
//! shown to people, and judged unreadable.
[[nodiscard]] bool isReadable(const Part &part);

//! The claims set, unless its part needed a repair or ends in the middle.
[[nodiscard]] base::json::Value readableClaims(const Token &token);

//! The payload cannot be decoded, or begins like a claims set and is none.
[[nodiscard]] bool isPayloadBroken(const Token &token);

//! `typ` or `cty` in lower case without "application/" (RFC 7515 section 4.1.9); empty when absent
//! or no string.
[[nodiscard]] QString mediaType(const base::json::Value &value);

} // namespace jose
