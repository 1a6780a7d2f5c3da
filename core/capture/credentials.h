// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"
#include "core/capture/decode.h"

namespace capture {

//! What the value of Authorization or Proxy-Authorization holds.
struct Credential
{
    QByteArray scheme; //!< As written; empty where there is none.
    SourceText token; //!< Bare.
    //! carrying.*: scheme missing or twice, another scheme, tab, quotes inside, lower case, two
    //! spaces, trailing blank. judgement.md "Header forms" says which are errors.
    base::Findings findings;
};

//! RFC 9110 section 11.4 and RFC 6750 section 2.1, taken generously: whatever stands in the place
//! of the token is returned. Basic: user and password decoded, a token in either is returned.
//! Nothing for schemes that carry no token (Digest, Negotiate …) and for an empty value.
[[nodiscard]] QList<Credential> readCredentials(const SourceText &value);

//! "Bearer" or another word that a token stands behind.
[[nodiscard]] bool isCredentialScheme(QByteArrayView word);

//! RFC 6265 section 4.2.1, taken as servers take it: pairs cut at ";", quotes around a value kept.
[[nodiscard]] QList<NamedText> cookiePairs(const SourceText &value);
//! The pair of a Set-Cookie; the attributes hold no token.
[[nodiscard]] NamedText setCookiePair(const SourceText &value);

//! Cookies that are one value cut in pieces ("name.0", "name.1"; "name-0"; "nameC1", "nameC2" of
//! ASP.NET), joined in the order of their numbers. Each result has the name without number.
[[nodiscard]] QList<NamedText> joinedChunks(const QList<NamedText> &cookies);
//! Hands them over, each token with carrying.chunked where its cookie came in pieces.
void collectJoined(Collector &collector, qsizetype request, Side side,
                   const QList<NamedText> &cookies);

} // namespace capture
