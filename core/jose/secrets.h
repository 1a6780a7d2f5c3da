// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace jose {

//! Whether these bytes are a public key in one of the forms in which people have mistaken one for a
//! shared secret: PEM, its base64 without the armour, DER, JWK. With such a "secret" anybody could
//! sign (RFC 8725 section 2.1).
[[nodiscard]] bool holdsPublicKey(QByteArrayView bytes);

} // namespace jose
