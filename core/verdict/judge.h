// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "core/verdict/examination.h"
#include "core/verdict/policy.h"

namespace verdict {

//! Rejected: some required thing does not hold. CannotTell: nothing fails, but something that the
//! policy requires could not be judged.
enum class Decision : quint8 { Accepted, Rejected, CannotTell };

//! What the moment of a judgement is to who asked for it. No rule looks at it; sentences do, for
//! "2 min ago" is wrong of any moment but the present.
enum class AsOf : quint8 { Now, Request, Other };

//! The moments a countdown and a timeline show, as far as the token names them.
struct Moments
{
    std::optional<base::Instant> authTime;
    std::optional<base::Instant> issuedAt;
    std::optional<base::Instant> notBefore;
    std::optional<base::Instant> expires;
    std::optional<base::Instant> freshUntil; //!< auth_time + the policy's limit.
};

//! What one policy says of one examination at one moment.
struct Verdict
{
    Decision decision = Decision::CannotTell;
    base::Findings findings; //!< In the order of the rule table.
    qsizetype primary = -1; //!< The finding that matters most; -1 when all is well.
    //! What was not checked, as finding ids; those that the policy requires come first.
    QList<QLatin1StringView> notChecked;
    QList<QLatin1StringView> requiredNotChecked;
    Profile judgedAs = Profile::Automatic; //!< What Automatic became.
    Policy policy;
    base::Instant at{};
    AsOf asOf = AsOf::Now; //!< Set by who chose the moment.
    jose::SignatureStatus signature = jose::SignatureStatus::Unverified;
    Moments moments;
    //! The next instant at which any finding can change by time alone.
    std::optional<base::Instant> nextChange;

    [[nodiscard]] const base::Finding *primaryFinding() const
    {
        return primary >= 0 ? &findings.at(primary) : nullptr;
    }
};

//! Pure and cheap: the countdown calls it every second. All rules run; none stops the others.
[[nodiscard]] Verdict judge(const Examination &examination, const Policy &policy,
                            base::Instant now);

//! "accepted", "rejected", "cannot_tell"; stable.
[[nodiscard]] QLatin1StringView name(Decision decision);

//! The policy with its blanks filled by what the practice issuer's own backend would require: its
//! client id, or for a machine's token its resource. What the person set stays.
[[nodiscard]] Policy completed(Policy policy, const Examination &examination,
                               const QString &clientId, const QString &resource);

} // namespace verdict
