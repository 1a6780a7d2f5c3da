// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"

#include <span>

namespace verdict {

//! The separate questions of a judgement; "invalid" is never the whole answer.
enum class Question : quint8 {
    Form,
    Signature,
    Time,
    Issuer,
    Audience,
    Kind,
    Reauthentication,
    Requirement,
    Claim,
    Authgear,
    Liveness,
};

//! Which finding explains the others, first that applies. design: judgement, "Primary finding".
enum class Rank : quint8 {
    Unreadable,
    Unsecured, //!< unsecured, HS confusion, crit, algorithm not allowed
    ForeignKey, //!< a kind that explains why no key of the issuer fits
    Issuer,
    NoKey,
    Signature,
    Kind,
    Time,
    Audience,
    Reauthentication,
    Rest, //!< then the order of the table
};

//! One row of the rule table: everything about a finding that does not depend on the token.
struct Rule
{
    QLatin1StringView id;
    Question question = Question::Form;
    Rank rank = Rank::Rest;
    base::Outcome outcome = base::Outcome::Skipped; //!< Unless the policy makes it another one.
    QLatin1StringView spec;
};

//! Every finding that examine() and judge() can make. The order of the rows is the order of
//! findings.
[[nodiscard]] std::span<const Rule> rules();
//! Null for an unknown id.
[[nodiscard]] const Rule *findRule(QLatin1StringView id);

} // namespace verdict
