// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/signer.h"
#include "core/practice/httpmessage.h"

namespace practice {

//! What the endpoints of a practice issuer speak about.
struct IssuerFacts
{
    QString issuer; //!< "http://127.0.0.1:9400": also the public origin.
    QString kid;
    jose::SigningKey key;
    base::Instant keyCreatedAt{};
};

//! The 17 members that Authgear's discovery document has, sorted.
[[nodiscard]] QByteArray discoveryJson(const QString &issuer);

//! The key set, with Authgear's own member `created_at` in Unix seconds.
[[nodiscard]] QByteArray keySetJson(const IssuerFacts &facts);

//! What Authgear answers, of the endpoints that a token debugger meets. Nothing is minted here: the
//! token endpoint has an error for everybody.
[[nodiscard]] HttpAnswer answerRequest(const IssuerFacts &facts, const HttpRequest &request);

} // namespace practice
