// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/examination.h"

#include <span>

namespace verdict {

//! What the token is: `typ` first, then the claims, then the shape. Reference authgear 3.7.
//! Neither time nor policy nor any key changes the answer.
[[nodiscard]] KindGuess recognize(const jose::Token &token);

//! Every id that KindGuess::reasons can hold, for the wording.
[[nodiscard]] std::span<const QLatin1StringView> kindReasons();

//! More than a likeness: a nonce, a hash, an audience that is the client id, or its own word for
//! it.
[[nodiscard]] bool isProvenIdToken(const KindGuess &guess);

//! Signed with a key that is in no issuer's key set: the client's own, or the project's admin key.
[[nodiscard]] bool hasForeignKey(Kind kind);

} // namespace verdict
