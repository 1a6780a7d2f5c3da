// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/roles.h"

#include "core/jose/authgearshapes.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

struct RoleRow
{
    QLatin1StringView name;
    Role role;
};

// Of queries, forms, JSON, storage, environment: compared without regard to case and to the signs
// between words, so that accessToken and ACCESS_TOKEN are known too.
constexpr auto parameters = std::to_array<RoleRow>({
    {"accesstoken"_L1, Role::AccessToken}, // RFC 6749 section 5.1, RFC 6750 section 2.3
    {"idtoken"_L1, Role::IdToken},
    {"idtokenhint"_L1, Role::IdToken},
    {"refreshtoken"_L1, Role::RefreshToken},
    {"code"_L1, Role::AuthorizationCode},
    {"authorizationcode"_L1, Role::AuthorizationCode},
    {"devicesecret"_L1, Role::DeviceSecret},
    {"appsessiontoken"_L1, Role::AppSession},
    {"logouttoken"_L1, Role::LogoutToken},
    {"dpop"_L1, Role::DpopProof},
    {"assertion"_L1, Role::Assertion}, // RFC 7521 section 4.1
    {"clientassertion"_L1, Role::Assertion},
    {"subjecttoken"_L1, Role::Assertion}, // RFC 8693 section 2.1
    {"actortoken"_L1, Role::Assertion},
});

// Programs put words of their own before these: MY_APP_REFRESH_TOKEN, sb-access-token,
// X-Ms-Token-Aad-Id-Token, "authgear_default_refreshToken". The others are words of many uses.
constexpr std::array prefixed{
    "accesstoken"_L1,       "idtoken"_L1,         "idtokenhint"_L1,
    "refreshtoken"_L1,      "devicesecret"_L1,    "logouttoken"_L1,
    "authorizationcode"_L1, "appsessiontoken"_L1, "clientassertion"_L1,
};

constexpr auto headers = std::to_array<RoleRow>({
    {"authorization"_L1, Role::AccessToken},
    {"proxy-authorization"_L1, Role::AccessToken},
    {"x-forwarded-authorization"_L1, Role::AccessToken},
    {"x-original-authorization"_L1, Role::AccessToken},
    {"dpop"_L1, Role::DpopProof},
});

// Reference authgear 3.11. A project may put a prefix before each, so the longer names come first.
constexpr auto cookies = std::to_array<RoleRow>({
    {"app_session"_L1, Role::AppSession},
    {"app_access_token"_L1, Role::AccessToken},
    {"session"_L1, Role::SessionCookie},
});

template <typename Rows, typename Text>
Role roleIn(const Rows &rows, const Text &name)
{
    const auto row = std::ranges::find_if(rows, [&](const RoleRow &candidate) {
        return name.compare(candidate.name, Qt::CaseInsensitive) == 0;
    });
    return row == rows.end() ? Role::Unknown : row->role;
}

bool isSign(QChar c)
{
    return !c.isLetterOrNumber();
}

//! Without what stands between words: "access-token", "accessToken" and "ACCESS_TOKEN" are one.
QString plain(QString name)
{
    return name.removeIf(isSign);
}

//! Where the last letters of a name begin, signs between words not counted; -1 if there are fewer.
qsizetype startOfLast(const QString &name, qsizetype letters)
{
    qsizetype at = name.size();
    for (; at > 0 && letters > 0; --at)
        letters -= isSign(name[at - 1]) ? 0 : 1;
    return letters > 0 ? -1 : at;
}

//! "my_access_token", "myAccessToken", and no "paid_token" for "id_token".
bool isWordStart(const QString &name, qsizetype at)
{
    if (at == 0 || isSign(name[at - 1]))
        return true;
    return name[at].isUpper() && !name[at - 1].isUpper();
}

//! Frameworks call the other half of their protection against forged requests so:
//! "csrf_access_token".
bool isOfForgery(const QString &name)
{
    return name.contains("csrf"_L1, Qt::CaseInsensitive)
        || name.contains("xsrf"_L1, Qt::CaseInsensitive);
}

Role roleOfParameter(const QString &name)
{
    constexpr qsizetype longest = 512;
    if (name.size() > longest)
        return Role::Unknown;
    const QString letters = plain(name);
    if (const Role role = roleIn(parameters, letters); role != Role::Unknown)
        return role;
    for (const QLatin1StringView end : prefixed) {
        if (!letters.endsWith(end, Qt::CaseInsensitive))
            continue;
        const qsizetype at = startOfLast(name, end.size());
        if (at >= 0 && isWordStart(name, at) && !isOfForgery(name))
            return roleIn(parameters, end);
    }
    return Role::Unknown;
}

Role roleOfHeader(const QString &name)
{
    const Role role = roleIn(headers, name);
    return role == Role::Unknown ? roleOfParameter(name) : role;
}

Role roleOfCookie(const QString &name)
{
    const auto row = std::ranges::find_if(
        cookies, [&name](const RoleRow &candidate) { return name.endsWith(candidate.name); });
    const bool isIt = row != cookies.end() && isWordStart(name, name.size() - row->name.size());
    return isIt ? row->role : roleOfParameter(name);
}

constexpr std::array roleNames{
    "unknown"_L1,           "opaque_access_token"_L1, "id_token"_L1,
    "refresh_token"_L1,     "authorization_code"_L1,  "session_cookie"_L1,
    "app_session_token"_L1, "device_secret"_L1,       "dpop_proof"_L1,
    "logout_token"_L1,      "assertion"_L1,
};

bool isCredentialCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("-._~+/=|:*").contains(c);
}

bool hasDigitAndLetter(QByteArrayView value)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isLetter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    return std::any_of(value.begin(), value.end(), isDigit)
        && std::any_of(value.begin(), value.end(), isLetter);
}

//! One in 300 of Authgear's secrets has no digit (32 of 62 characters). Names in camel case have
//! the length of one now and then ("InvalidAuthenticationTokenTenant"), but few capitals.
bool isDrawnByLot(QByteArrayView value)
{
    constexpr qsizetype fewest = 9;
    const auto isSmall = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isBig = [](char c) { return c >= 'A' && c <= 'Z'; };
    return jose::isOpaque32(value) && std::ranges::count_if(value, isSmall) >= fewest
        && std::ranges::count_if(value, isBig) >= fewest;
}

//! "ERR_HTTP2_INVALID_SESSION", "internal_server_error_500": codes of errors are words between
//! signs; what an authorization server makes up is not.
bool isMadeOfWords(QByteArrayView value)
{
    const auto isSmall = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isBig = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto count = [value](const auto &is) { return std::ranges::count_if(value, is); };
    // Codes of vouchers, which people type, are in capitals: "WELCOME2026SUMMER".
    constexpr qsizetype longestVoucher = 24;
    if (count(isSmall) == 0 && value.size() <= longestVoucher)
        return true;
    return (count(isSmall) == 0 || count(isBig) == 0) && value.count('_') >= 2;
}

} // namespace

Role roleOf(const Carrier &carrier)
{
    switch (carrier.type) {
    case CarrierType::Header:
        return roleOfHeader(carrier.name);
    case CarrierType::Cookie:
    case CarrierType::SetCookie:
        return roleOfCookie(carrier.name);
    default:
        return roleOfParameter(carrier.name);
    }
}

bool isPlausible(Role role, QByteArrayView value)
{
    constexpr qsizetype shortest
        = 16; // RFC 6749 section 10.10 wants 128 bits that cannot be guessed
    switch (role) {
    case Role::Unknown:
        return false;
    case Role::SessionCookie: // Every framework has a cookie of this name; Authgear's has a shape.
        return jose::isUuidSecret(value);
    case Role::AppSession:
    case Role::DeviceSecret:
        return jose::isOpaque32(value);
    case Role::AuthorizationCode:
        if (isMadeOfWords(value))
            return false;
        break;
    default:
        break;
    }
    return value.size() >= shortest && (hasDigitAndLetter(value) || isDrawnByLot(value))
        && std::all_of(value.begin(), value.end(), isCredentialCharacter);
}

QLatin1StringView kindName(const Sighting &sighting)
{
    using jose::Kind;
    const Kind kind = sighting.kind.kind;
    const bool isShapeOnly
        = kind == Kind::Opaque || kind == Kind::Opaque32 || kind == Kind::UuidSecret;
    if (isShapeOnly && sighting.role != Role::Unknown)
        return roleNames[size_t(sighting.role)];
    return jose::name(kind);
}

} // namespace capture
