// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/calendar.h"

#include "core/verdict/snapshots.h"

namespace verdict {

using base::Instant;
using std::chrono::milliseconds;

namespace {

//! Collects moments and keeps the first that is still to come.
class Nearest
{
public:
    explicit Nearest(Instant now)
        : m_now(now)
    {
    }

    void consider(Instant moment)
    {
        if (moment > m_now && (!m_first || moment < *m_first))
            m_first = moment;
    }
    [[nodiscard]] const std::optional<Instant> &first() const { return m_first; }

private:
    Instant m_now;
    std::optional<Instant> m_first;
};

// A bound is also crossed by the issuer's clock: first perhaps, then surely.
void considerBound(Nearest &nearest, Instant bound, const Inquiry &inquiry)
{
    nearest.consider(bound);
    const std::optional<oidc::ClockOffset> clock = issuerClock(inquiry.snapshot());
    if (!clock)
        return;
    nearest.consider(bound - clock->offset - clock->error);
    nearest.consider(bound - clock->offset + clock->error);
}

} // namespace

Moments momentsOf(const Inquiry &inquiry)
{
    Moments moments;
    moments.authTime = inquiry.time(Claim::AuthTime).at();
    moments.issuedAt = inquiry.time(Claim::Iat).at();
    moments.notBefore = inquiry.time(Claim::Nbf).at();
    moments.expires = inquiry.time(Claim::Exp).at();
    moments.freshUntil = inquiry.freshUntil();
    return moments;
}

std::optional<Instant> nextChange(const Inquiry &inquiry)
{
    const Moments moments = momentsOf(inquiry);
    const std::chrono::seconds leeway = inquiry.policy().leeway;
    Nearest nearest(inquiry.now());
    if (moments.expires) {
        nearest.consider(*moments.expires);
        considerBound(nearest, plus(*moments.expires, leeway), inquiry);
    }
    if (moments.notBefore) {
        nearest.consider(*moments.notBefore);
        considerBound(nearest, plus(*moments.notBefore, -leeway), inquiry);
    }
    if (moments.issuedAt) {
        nearest.consider(plus(*moments.issuedAt, -leeway));
        considerBound(nearest, *moments.issuedAt, inquiry);
    }
    if (moments.authTime)
        nearest.consider(*moments.authTime);
    if (moments.freshUntil) // Equal is fresh: stale begins just behind it.
        nearest.consider(*moments.freshUntil + milliseconds{1});
    return nearest.first();
}

} // namespace verdict
