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

// Of queries, forms, JSON, storage, environment: compared without regard to case, "_" and "-", so
// that accessToken and ACCESS_TOKEN are known too.
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

constexpr auto headers = std::to_array<RoleRow>({
    {"authorization"_L1, Role::AccessToken},
    {"proxy-authorization"_L1, Role::AccessToken},
    {"x-forwarded-authorization"_L1, Role::AccessToken},
    {"x-original-authorization"_L1, Role::AccessToken},
    {"x-access-token"_L1, Role::AccessToken},
    {"x-forwarded-access-token"_L1, Role::AccessToken},
    {"x-auth-request-access-token"_L1, Role::AccessToken},
    {"x-amzn-oidc-accesstoken"_L1, Role::AccessToken},
    {"x-id-token"_L1, Role::IdToken},
    {"x-refresh-token"_L1, Role::RefreshToken},
    {"dpop"_L1, Role::DpopProof},
});

// Reference authgear 3.11. A project may put a prefix before each.
constexpr auto cookies = std::to_array<RoleRow>({
    {"session"_L1, Role::SessionCookie},
    {"app_session"_L1, Role::AppSession},
    {"app_access_token"_L1, Role::AccessToken},
});

template <typename Rows>
Role roleIn(const Rows &rows, const QString &name)
{
    const auto row = std::ranges::find_if(rows, [&](const RoleRow &candidate) {
        return name.compare(candidate.name, Qt::CaseInsensitive) == 0;
    });
    return row == rows.end() ? Role::Unknown : row->role;
}

QString plain(QString name)
{
    return name.remove(u'_').remove(u'-');
}

Role roleOfCookie(const QString &name)
{
    for (const RoleRow &row : cookies) {
        const bool isPrefixed
            = name.endsWith(row.name) && name.chopped(row.name.size()).endsWith(u'_');
        if (name == row.name || (isPrefixed && row.role != Role::SessionCookie))
            return row.role;
    }
    // A member of a JSON text in a cookie is named by both.
    return roleIn(parameters, plain(name.sliced(name.lastIndexOf(u'.') + 1)));
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

} // namespace

Role roleOf(const Carrier &carrier)
{
    switch (carrier.type) {
    case CarrierType::Text:
        return roleIn(parameters, plain(carrier.name));
    case CarrierType::Header:
        return roleIn(headers, carrier.name);
    case CarrierType::Cookie:
    case CarrierType::SetCookie:
        return roleOfCookie(carrier.name);
    default:
        break;
    }
    return roleIn(parameters, plain(carrier.name));
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
    default:
        break;
    }
    return value.size() >= shortest && hasDigitAndLetter(value)
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
