// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>

//! What support gets instead of a bare token: samples of captures, made around tokens.
namespace practice {

//! A raw request with a bearer token and the answer of a backend that wants another audience.
[[nodiscard]] QByteArray refusedRequest(const QByteArray &token, base::Instant now);

//! What a browser's file tells: the tokens were handed out, worked, and were refused in the end.
struct BrowsedTokens
{
    QString issuer;
    QByteArray accessToken;
    QByteArray idToken;
    base::Instant issued{};
    base::Instant refused{};
};

//! A HAR file, as developer tools save it with sensitive data.
[[nodiscard]] QByteArray browserHar(const BrowsedTokens &tokens);

} // namespace practice
