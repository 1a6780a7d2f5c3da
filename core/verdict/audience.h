// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/oidc/issuer.h"
#include "core/verdict/inquiry.h"

namespace verdict {

//! Which audiences would do. Empty when nobody said: an expectation is never invented.
struct Expectation
{
    QStringList audiences;
    bool isDefault = false; //!< The issuer itself, for user access tokens of Authgear.
};
//! What the person gave, or the one default; empty means that nothing is expected, never that
//! anything will do.
[[nodiscard]] Expectation expectedAudience(const Inquiry &inquiry);

//! The two identifiers that are most alike, and in what they still differ.
struct ClosestPair
{
    QString wanted;
    QString found;
    oidc::Difference difference = oidc::Difference::Other;
};
//! For the sentence only: the verdict compares exactly.
[[nodiscard]] ClosestPair closestPair(const QStringList &wanted, const QStringList &found);

//! What was probably mixed up, as a stable name; empty when nothing can be said.
[[nodiscard]] QLatin1StringView audienceHint(const Inquiry &inquiry, const Expectation &wanted);

} // namespace verdict
