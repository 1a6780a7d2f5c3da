// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/claims.h"

#include "core/jose/base64url.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace practice {

using namespace jsontext;
using namespace std::chrono_literals;

namespace {

// The same person, session and machine in every sample, so that tokens can be told to belong
// together.
constexpr QLatin1StringView userId("3d5c8a1e-6f27-4b90-8e4d-a1c7f05b92e6");
constexpr QLatin1StringView offlineGrantId("b8e2f6d4-0a93-4c5e-9f71-2d6b84e3c05a");
constexpr QLatin1StringView machineClientId("c41f7a90be5d2836");

constexpr std::chrono::seconds accessTokenLife = 30min;
constexpr std::chrono::seconds idTokenLife = 5min;
constexpr std::chrono::seconds sinceSignIn = 90s;

void addTimes(Members &claims, base::Instant issued, std::chrono::seconds life)
{
    claims.insert("iat"_ba, number(unixSeconds(issued)));
    claims.insert("exp"_ba, number(unixSeconds(issued + life)));
}

//! What access and ID tokens of a user have in common.
void addUser(Members &claims, base::Instant issued)
{
    claims.insert("sub"_ba, text(userId.toString()));
    claims.insert("auth_time"_ba, number(unixSeconds(issued - sinceSignIn)));
    claims.insert(
        "amr"_ba,
        list({u"mfa"_s, u"otp"_s, u"pwd"_s, u"x_primary_password"_s, u"x_secondary_totp"_s}));
    claims.insert("https://authgear.com/claims/user/is_anonymous"_ba, boolean(false));
    claims.insert("https://authgear.com/claims/user/is_verified"_ba, boolean(true));
    claims.insert("https://authgear.com/claims/user/can_reauthenticate"_ba, boolean(true));
    claims.insert("https://authgear.com/claims/user/roles"_ba, list({u"editor"_s, u"viewer"_s}));
}

//! Authgear's jti: the hash of the hidden opaque token by which the server finds the grant.
QByteArray newTokenId()
{
    return text(QString::fromLatin1(
        QCryptographicHash::hash(opaqueCredential(), QCryptographicHash::Sha256).toHex()));
}

} // namespace

Members userAccessClaims(const Mint &with, base::Instant issued)
{
    Members claims{
        {"iss"_ba, text(with.issuer)},
        {"aud"_ba, list({with.issuer})},
        {"client_id"_ba, text(with.clientId)},
        {"scope"_ba, text(u"openid offline_access https://authgear.com/scopes/full-access")},
        {"jti"_ba, newTokenId()},
    };
    addUser(claims, issued);
    addTimes(claims, issued, accessTokenLife);
    return claims;
}

Members idClaims(const Mint &with, base::Instant issued)
{
    const QByteArray session = jose::base64url::encode(
        QByteArrayView("offline_grant:" + QByteArray(offlineGrantId.data())));
    Members claims{
        {"iss"_ba, text(with.issuer)},
        {"aud"_ba, list({with.clientId})},
        {"sid"_ba, text(QString::fromLatin1(session))},
        {"nonce"_ba, text(QString::fromLatin1(opaqueCredential()))},
    };
    addUser(claims, issued);
    addTimes(claims, issued, idTokenLife);
    return claims;
}

Members clientAccessClaims(const Mint &with, base::Instant issued)
{
    Members claims{
        {"iss"_ba, text(with.issuer)},
        {"aud"_ba, list({practiceResource()})},
        {"client_id"_ba, text(machineClientId.toString())},
        {"sub"_ba, text("client_id_"_L1 + machineClientId)},
        {"scope"_ba, text(u"orders:read orders:write")},
        {"jti"_ba, newTokenId()},
    };
    addTimes(claims, issued, accessTokenLife);
    return claims;
}

void addPersonalClaims(Members &claims, base::Instant issued)
{
    claims.insert("name"_ba, text(u"陳大文 🦊"));
    claims.insert("family_name"_ba, text(u"陳"));
    claims.insert("given_name"_ba, text(u"大文"));
    claims.insert("nickname"_ba, text(u"狐狸 👩‍💻 🇭🇰"));
    claims.insert("preferred_username"_ba, text(u"chan.tai.man"));
    claims.insert("email"_ba, text(u"taiman@example.com"));
    claims.insert("email_verified"_ba, boolean(true));
    claims.insert("locale"_ba, text(u"zh-Hant-HK"));
    claims.insert("zoneinfo"_ba, text(u"Asia/Hong_Kong"));
    claims.insert("updated_at"_ba, number(unixSeconds(issued - std::chrono::hours(24 * 30))));
}

qint64 unixSeconds(base::Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

QByteArray opaqueCredential()
{
    constexpr QByteArrayView alphabet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    QByteArray credential;
    for (int i = 0; i < 32; ++i)
        credential += alphabet.at(QRandomGenerator::system()->bounded(int(alphabet.size())));
    return credential;
}

} // namespace practice
