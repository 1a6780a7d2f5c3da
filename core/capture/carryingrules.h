// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"
#include "core/capture/decode.h"

#include <span>

namespace capture {

//! Every id that a finding of a capture can have, for the wording and for a test that walks over
//! them: carrying.*, request.*, answer.*, resolver.*, capture.*.
struct CarryingRule
{
    QLatin1StringView id{};
    //! Fail: an error, some backend must refuse it. Warn: a risk, or it may be refused. Pass:
    //! information, nothing is wrong.
    base::Outcome outcome = base::Outcome::Warn;
    QLatin1StringView spec{};
};
//! The whole table.
[[nodiscard]] std::span<const CarryingRule> carryingRules();
//! Null for an unknown id.
[[nodiscard]] const CarryingRule *findCarryingRule(QLatin1StringView id);

//! A finding with the outcome and spec of its rule. `id` must be one of the table.
[[nodiscard]] base::Finding carryingFinding(QLatin1StringView id, const QString &found = {},
                                            const base::Facts &facts = {});

//! What the token's own text says about its carrying: percent-encoded, truncated (and how we know:
//! the length of its signature), shortened ("eyJ…abc"), padded, wrong alphabet, in a query, quotes.
[[nodiscard]] base::Findings judgeCarrying(const Sighting &sighting);

//! What only sightings together say: two different tokens in one request, an ID token where an
//! access token belongs, `expires_in` against exp - iat, a header over 8 KiB. Adds to the
//! sightings' findings and to the capture's.
void judgeTogether(Capture &capture);

//! What a challenge without an error means depends on what the request carried: a token, nothing,
//! or something that was masked or left out. The fact "sent" of answer.no_token tells.
void judgeSilence(Capture &capture);

//! An answer's WWW-Authenticate, or an OAuth error answer, parsed back to a cause: Authgear's own
//! texts, ASP.NET's, RFC 6750's (reference authgear 7 and 9). ids answer.*.
[[nodiscard]] base::Findings judgeChallenge(const SourceText &wwwAuthenticate);
[[nodiscard]] base::Findings
judgeErrorAnswer(const QByteArray &error, const QByteArray &description, const base::Span &span);

//! The x-authgear-* headers of a resolver's answer or a forwarded request, by the rules of
//! reference authgear 6. ids resolver.*. `names` and `values` run in parallel.
[[nodiscard]] base::Findings judgeResolver(const QList<NamedText> &headers, Side side);

} // namespace capture
