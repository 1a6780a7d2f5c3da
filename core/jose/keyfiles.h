// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/keydata.h"

namespace jose {

//! One armoured block of a PEM text (RFC 7468), read as kindly as the eye reads it: text around it,
//! indentation, any line ending or none, and the "\n" of a JSON string or an environment variable.
struct PemBlock
{
    QByteArray label; //!< "PUBLIC KEY"
    //! Perhaps a private key, hence wiped. Empty when the base64 is broken or the end line is
    //! missing.
    base::SecretBytes der;
    bool encrypted = false;

    //! "EC PARAMETERS" and the like, which stand before a key and are none.
    [[nodiscard]] bool isParameters() const { return label.endsWith(" PARAMETERS"); }
};

//! Every block of the text, broken ones included.
[[nodiscard]] QList<PemBlock> pemBlocks(QByteArrayView text);

//! Errors: key.encrypted, key.pem, and those of a key. There is never a prompt for a passphrase.
[[nodiscard]] base::Result<std::shared_ptr<Key::Data>> readPemBlock(const PemBlock &block);

//! An X.509 certificate, or any form of a public or private key. Error key.der.
[[nodiscard]] base::Result<std::shared_ptr<Key::Data>> readDer(QByteArrayView der);

//! What OpenSSL makes of a DER key, the private half included; null if nothing.
[[nodiscard]] ossl::Pkey decodeKey(QByteArrayView der);

//! Whether the bytes begin with a DER SEQUENCE that ends where they end.
[[nodiscard]] bool isDerSequence(QByteArrayView bytes);

} // namespace jose
