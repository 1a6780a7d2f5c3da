// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/shape.h"
#include "core/jose/token.h"

namespace jose {

//! What reading a token brings forth; see Token for each member.
struct TokenContent
{
    QByteArray text;
    Form form = Form::Empty;
    QList<base::Error> problems;
    QList<Part> parts;
    QList<SignatureBlock> signatures;
    base::json::Document envelope;
    std::shared_ptr<const Token> nested;
};

//! RFC 7515 section 7.1.
void readSigned(TokenContent &content, const shape::Cut &cut);
//! RFC 7516 section 7.1.
void readEncrypted(TokenContent &content, const shape::Cut &cut);
//! RFC 7515 section 7.2; `envelope` must have been read.
void readJsonSigned(TokenContent &content);
//! RFC 7516 section 7.2; `envelope` must have been read.
void readJsonEncrypted(TokenContent &content);

} // namespace jose
