// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

namespace capture {

//! Whether a line or body can hold anything that is worth taking apart: the beginning of a JWT, or
//! a word that stands before credentials (token, code=, Bearer, session, secret, assertion,
//! error=, redacted). Runs over the text once; most lines of most logs hold none.
[[nodiscard]] bool mayHoldToken(QByteArrayView text);

} // namespace capture
