// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/keydata.h"
#include "core/jose/signer.h"

namespace jose {

//! Immutable; a context is made for each signature, since signing is for practice and tests.
struct SigningKey::Data
{
    const Algorithm *algorithm = nullptr;
    ossl::Pkey pkey; //!< With its private half; null for secrets.
    PublicNumbers numbers; //!< Of `pkey`.
    base::SecretBytes secret;
};

//! A private JWK as OpenSSL wants it. Errors: signing.key, and those of a JWK.
[[nodiscard]] base::Result<ossl::Pkey> privateKeyFromJwk(const base::json::Value &jwk);

} // namespace jose
