// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/checkpool.h"
#include "core/jose/key.h"
#include "core/jose/ossl.h"
#include "core/jose/publicnumbers.h"

namespace jose {

//! What a Key shares between its copies. Immutable after reading, but for the idle contexts.
struct Key::Data
{
    KeyType type = KeyType::Oct;
    const Curve *curve = nullptr;
    int bits = 0;
    bool pssOnly = false;
    QByteArray pssDigest;
    bool privatePart = false;
    std::optional<QString> kid;
    std::optional<QString> use;
    std::optional<QString> algorithm;
    std::optional<QStringList> operations;
    QByteArray thumbprint;
    base::Findings findings;
    base::json::Document json;
    ossl::Pkey pkey; //!< Null for oct.
    base::SecretBytes secret; //!< oct only.
    mutable CheckPool checks;
};

//! What every way of reading an asymmetric key ends in: the checks, the weaknesses, the thumbprint.
[[nodiscard]] base::Result<std::shared_ptr<Key::Data>> keyFromNumbers(const PublicNumbers &numbers);

//! An oct key. Errors: key.secret_empty, secret.is_public_key.
[[nodiscard]] base::Result<std::shared_ptr<Key::Data>> keyFromSecret(base::SecretBytes secret);

} // namespace jose
