// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

//! Tokens made by hand, with nothing of the code that is tested.
namespace handmade {

inline const QByteArray secret = "a secret of more than thirty-two bytes, for tests";
constexpr qint64 noon = 1'787'000'000; //!< Where support::FakeClock begins.

inline QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

inline QByteArray signedToken(const QByteArray &payload,
                              const QByteArray &header = R"({"alg":"HS256","typ":"at+jwt"})")
{
    const QByteArray input = encoded(header) + '.' + encoded(payload);
    return input + '.'
        + encoded(QMessageAuthenticationCode::hash(input, secret, QCryptographicHash::Sha256));
}

inline QByteArray payload(qint64 expires = noon + 1089)
{
    return R"({"iss":"https://demo.example","aud":["https://demo.example"],"sub":"user-1",)"
           R"("iat":)"
        + QByteArray::number(noon - 720) + R"(,"auth_time":)" + QByteArray::number(noon - 1640)
        + R"(,"exp":)" + QByteArray::number(expires)
        + R"(,"client_id":"app","jti":"j1","email":"person@example.com","amr":["pwd","otp"]})";
}

} // namespace handmade
