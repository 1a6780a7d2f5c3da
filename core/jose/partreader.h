// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/token.h"
#include "core/jose/tracedtext.h"

namespace jose {

//! A part of base64url characters, which stand at `span` of the token's text.
[[nodiscard]] Part readPart(QByteArrayView characters, const base::Span &span);
//! The same for characters that had to be unescaped.
[[nodiscard]] Part readPart(const TracedText &characters, const base::Span &span);

//! The same for a part that is the bytes themselves (RFC 7797 section 3).
[[nodiscard]] Part readUnencodedPart(const TracedText &characters, const base::Span &span);

//! `part` with its bytes read as JSON: headers and payloads.
[[nodiscard]] Part withJson(Part part);

//! Whether this protected header says that the payload is not encoded.
[[nodiscard]] bool saysUnencoded(const Part &protectedHeader);

} // namespace jose
