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

enum class Shape : quint8 { Text, Flag, TextList };

constexpr auto shapeNames
    = std::to_array<QLatin1StringView>({"string"_L1, "boolean"_L1, "array of string"_L1});

struct TypeRow
{
    Claim claim;
    Shape shape;
};
constexpr auto types = std::to_array<TypeRow>({
    {Claim::Sub, Shape::Text},
    {Claim::Jti, Shape::Text},
    {Claim::Nonce, Shape::Text},
    {Claim::Sid, Shape::Text},
    {Claim::AtHash, Shape::Text},
    {Claim::CHash, Shape::Text},
    {Claim::ClientId, Shape::Text},
    {Claim::Amr, Shape::TextList},
    {Claim::AuthgearRoles, Shape::TextList},
    {Claim::AuthgearAnonymous, Shape::Flag},
    {Claim::AuthgearVerified, Shape::Flag},
    {Claim::AuthgearCanReauthenticate, Shape::Flag},
});

bool fits(const Value &value, Shape shape)
{
    switch (shape) {
    case Shape::Text:
        return value.isString();
    case Shape::Flag:
        return value.isBool();
    case Shape::TextList:
        break;
    }
    return value.isStringList();
}

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
        if (value && !fits(value, row.shape))
            inquiry.add(Draft("claim.type"_L1, name(row.claim))
                            .outcome(outcomeOfType(inquiry, row.claim))
                            .expected(shapeNames[static_cast<size_t>(row.shape)])
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
