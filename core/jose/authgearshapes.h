// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

//! Authgear's credentials that are no JWT. Reference authgear 3.7.
namespace jose {

//! 32 letters and digits: opaque access token, authorization code, app session token, device
//! secret.
[[nodiscard]] bool isOpaque32(QByteArrayView text);

//! "<uuid>.<32 letters and digits>": refresh token or IdP session cookie.
[[nodiscard]] bool isUuidSecret(QByteArrayView text);

} // namespace jose
