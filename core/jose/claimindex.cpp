// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/claimindex.h"

#include <QLatin1StringView>

namespace jose {

namespace {

using namespace Qt::Literals::StringLiterals;

// In the order of enum Claim.
constexpr auto names = std::to_array<QLatin1StringView>({
    "iss"_L1,
    "sub"_L1,
    "aud"_L1,
    "exp"_L1,
    "nbf"_L1,
    "iat"_L1,
    "jti"_L1,
    "auth_time"_L1,
    "nonce"_L1,
    "azp"_L1,
    "at_hash"_L1,
    "c_hash"_L1,
    "acr"_L1,
    "email_verified"_L1,
    "phone_number_verified"_L1,
    "updated_at"_L1,
    "address"_L1,
    "sid"_L1,
    "amr"_L1,
    "client_id"_L1,
    "cid"_L1,
    "scope"_L1,
    "scp"_L1,
    "cnf"_L1,
    "events"_L1,
    "htm"_L1,
    "htu"_L1,
    "token_use"_L1,
    "typ"_L1,
    "roles"_L1,
    "realm_access"_L1,
    "https://authgear.com/claims/user/roles"_L1,
    "https://authgear.com/claims/user/is_anonymous"_L1,
    "https://authgear.com/claims/user/is_verified"_L1,
    "https://authgear.com/claims/user/can_reauthenticate"_L1,
});
static_assert(names.size() == static_cast<size_t>(Claim::Count));

} // namespace

QLatin1StringView name(Claim claim)
{
    return names[static_cast<size_t>(claim)];
}

ClaimIndex::ClaimIndex(const base::json::Value &claims)
    : m_claims(claims)
{
    for (const base::json::Value member : claims) {
        const qsizetype claim = member.nameIn(names);
        if (claim >= 0)
            m_values[static_cast<size_t>(claim)] = member;
    }
}

bool ClaimIndex::hasAuthgearClaims() const
{
    constexpr std::array own{Claim::AuthgearRoles, Claim::AuthgearAnonymous,
                             Claim::AuthgearVerified, Claim::AuthgearCanReauthenticate};
    for (const Claim claim : own) {
        if ((*this)[claim])
            return true;
    }
    return false;
}

QStringList ClaimIndex::audiences() const
{
    const base::json::Value &aud = (*this)[Claim::Aud];
    return aud.isString() ? QStringList{aud.toString()} : aud.toStringList();
}

} // namespace jose
