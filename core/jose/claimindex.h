// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/json.h"

#include <array>

namespace jose {

//! The claims that rules look at.
enum class Claim : quint8 {
    Iss,
    Sub,
    Aud,
    Exp,
    Nbf,
    Iat,
    Jti,
    AuthTime,
    Nonce,
    Azp,
    AtHash,
    CHash,
    Acr,
    EmailVerified,
    PhoneNumberVerified,
    UpdatedAt,
    Address,
    Sid,
    Amr,
    ClientId,
    Cid,
    Scope,
    Scp,
    Cnf,
    Events,
    Htm,
    Htu,
    TokenUse,
    Typ,
    Roles,
    RealmAccess,
    AuthgearRoles,
    AuthgearAnonymous,
    AuthgearVerified,
    AuthgearCanReauthenticate,
    Count,
};

//! The name as it stands in a token: "iss", "https://authgear.com/claims/user/roles".
[[nodiscard]] QLatin1StringView name(Claim claim);

//! All of them, found in one walk over the claims set, however large that is. Of duplicates the
//! last one counts, as it does for most libraries; that they are there is another finding.
class ClaimIndex
{
public:
    ClaimIndex() = default;
    //! `claims` is an object or absent. The index points into its Document, which must live as
    //! long.
    explicit ClaimIndex(const base::json::Value &claims);

    //! Absent values are falsy.
    [[nodiscard]] const base::json::Value &operator[](Claim claim) const
    {
        return m_values[static_cast<size_t>(claim)];
    }
    //! There is a claims set.
    [[nodiscard]] bool isPresent() const { return m_claims.isPresent(); }
    [[nodiscard]] const base::json::Value &claims() const { return m_claims; }
    //! A claim that only Authgear makes is there.
    [[nodiscard]] bool hasAuthgearClaims() const;
    //! `aud` as a list, whether it was sent as one or as a string. What is no string is left out.
    [[nodiscard]] QStringList audiences() const;

private:
    base::json::Value m_claims;
    std::array<base::json::Value, static_cast<size_t>(Claim::Count)> m_values;
};

} // namespace jose
