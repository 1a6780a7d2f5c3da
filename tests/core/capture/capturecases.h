// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"

#include <QStringList>

//! Tokens for captures, and what was seen in them as lines that a table can hold.
namespace capturecases {

//! A compact JWS with this header and payload; its signature is of `signatureSize` zero-free bytes
//! that verify with no key.
[[nodiscard]] QByteArray jws(const QByteArray &header, const QByteArray &payload,
                             qsizetype signatureSize = 256);
//! An Authgear access token, RS256; `which` tells one from another.
[[nodiscard]] QByteArray jwt(int which = 0);
[[nodiscard]] QByteArray idToken(int which = 0);
[[nodiscard]] QByteArray jwe();
//! 32 letters and digits: an opaque access token, an authorization code.
[[nodiscard]] QByteArray opaque(int which = 0);
//! uuid.32: a refresh token or an IdP session.
[[nodiscard]] QByteArray refreshToken(int which = 0);

//! "header Authorization request access_token": carrier type, name, side, kind.
[[nodiscard]] QString seen(const capture::Sighting &sighting);
[[nodiscard]] QStringList seen(const capture::Capture &capture);
//! "GET https://a.example/x 401", in order.
[[nodiscard]] QStringList requests(const capture::Capture &capture);
//! The ids of a sighting's findings, or of a capture's.
[[nodiscard]] QStringList ids(const base::Findings &findings);
//! What stands at the spans: of a token that was carried plainly, the token.
[[nodiscard]] QList<QByteArray> places(const capture::Capture &capture);
[[nodiscard]] QList<QByteArray> tokens(const capture::Capture &capture);

} // namespace capturecases
