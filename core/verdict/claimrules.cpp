// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/families.h"

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;
using base::Outcome;
using base::json::Value;

namespace {

// What a standard requires besides the claims that have rules of their own.
struct RequiredRow
{
    Claim claim;
    bool ofIdToken; //!< OpenID Connect Core section 2; otherwise of an access token.
    Outcome outcome;
};
constexpr auto required = std::to_array<RequiredRow>({
    {Claim::Sub, true, Outcome::Fail},
    {Claim::Sub, false, Outcome::Fail},
    // Required on paper, and missing from tokens that every library takes.
    {Claim::ClientId, false, Outcome::Warn},
    {Claim::Jti, false, Outcome::Warn},
});

bool isAsked(const Inquiry &inquiry, const RequiredRow &row)
{
    if (row.ofIdToken)
        return inquiry.wantsIdToken();
    return inquiry.wantsAccessToken() && inquiry.isTypedAccessToken();
}

void judgeMissing(Inquiry &inquiry)
{
    for (const RequiredRow &row : required) {
        if (isAsked(inquiry, row) && !inquiry.claim(row.claim))
            inquiry.add(
                Draft("claim.missing"_L1, name(row.claim))
                    .outcome(row.outcome)
                    .spec(row.ofIdToken ? "OpenID Connect Core section 2"_L1
                                        : "RFC 9068 section 2.2"_L1)
                    .fact("kind"_L1,
                          QString(name(row.ofIdToken ? Kind::IdToken : Kind::AccessToken))));
    }
}

//! What a claim's value must be, in the words of the claim dictionary.
struct Shape
{
    QLatin1StringView name;
    bool (*fits)(const Value &value) = nullptr;
};
constexpr Shape text{"string"_L1, [](const Value &value) { return value.isString(); }};
constexpr Shape flag{"boolean"_L1, [](const Value &value) { return value.isBool(); }};
constexpr Shape number{"number"_L1, [](const Value &value) { return value.isNumber(); }};
constexpr Shape object{"object"_L1, [](const Value &value) { return value.isObject(); }};
constexpr Shape textList{"array of string"_L1,
                         [](const Value &value) { return value.isStringList(); }};

struct TypeRow
{
    Claim claim;
    const Shape &shape;
};
constexpr auto types = std::to_array<TypeRow>({
    {Claim::Sub, text},
    {Claim::Jti, text},
    {Claim::Nonce, text},
    {Claim::Sid, text},
    {Claim::Acr, text},
    {Claim::AtHash, text},
    {Claim::CHash, text},
    {Claim::ClientId, text},
    {Claim::Amr, textList},
    {Claim::Cnf, object},
    // Some issuers write "true" and dates, which statically typed backends trip over.
    {Claim::EmailVerified, flag},
    {Claim::PhoneNumberVerified, flag},
    {Claim::UpdatedAt, number},
    {Claim::Address, object},
    {Claim::AuthgearRoles, textList},
    {Claim::AuthgearAnonymous, flag},
    {Claim::AuthgearVerified, flag},
    {Claim::AuthgearCanReauthenticate, flag},
});

//! In another type a claim is not the one that the standard demands: it is missing.
Outcome outcomeOfType(const Inquiry &inquiry, Claim claim)
{
    const bool isDemanded = std::ranges::any_of(required, [&](const RequiredRow &row) {
        return row.claim == claim && row.outcome == Outcome::Fail && isAsked(inquiry, row);
    });
    return isDemanded ? Outcome::Fail : Outcome::Warn;
}

void judgeTypes(Inquiry &inquiry)
{
    for (const TypeRow &row : types) {
        const Value &value = inquiry.claim(row.claim);
        if (value && !row.shape.fits(value))
            inquiry.add(Draft("claim.type"_L1, name(row.claim))
                            .outcome(outcomeOfType(inquiry, row.claim))
                            .expected(row.shape.name)
                            .found(value));
    }
}

} // namespace

void judgeClaims(Inquiry &inquiry)
{
    if (!inquiry.claims().isPresent())
        return;
    judgeMissing(inquiry);
    judgeTypes(inquiry);
}

} // namespace verdict
