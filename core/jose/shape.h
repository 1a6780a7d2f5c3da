// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/token.h"

//! What a text is, before anything of it is decoded for good.
namespace jose::shape {

//! Where the parts of a compact serialization begin and end.
struct Cut
{
    QList<base::Span> parts; //!< Not more than the five that any serialization has.
    qsizetype count = 0; //!< All of them.

    [[nodiscard]] base::Span at(qsizetype index) const { return parts.value(index); }
};

//! At every ".", however many there are; an empty text is one empty part.
[[nodiscard]] Cut cutAtDots(QByteArrayView text);

//! Compact, Encrypted or Opaque. A header that can be seen decides; without one only three or five
//! parts of base64url characters are taken for a token with a broken header, so that a UUID with a
//! secret behind a dot (an Authgear refresh token) stays opaque.
[[nodiscard]] Form formOf(QByteArrayView text, const Cut &cut);

//! RFC 7515 section 7.2 and RFC 7516 section 7.2; Opaque for other JSON.
[[nodiscard]] Form formOf(const base::json::Value &root);

//! A brace comes first, white space before it allowed.
[[nodiscard]] bool looksLikeJson(QByteArrayView text);

//! Whether a payload is a compact token although no `cty` says so.
[[nodiscard]] bool looksLikeNested(QByteArrayView payload, const Cut &cut);

} // namespace jose::shape
