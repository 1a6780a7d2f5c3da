// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/timeclaim.h"

#include "core/base/decimal.h"

#include <algorithm>
#include <cmath>

namespace verdict {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

// 10^11 s is the year 5138; as milliseconds it is 1973. Above 10^14 not even milliseconds make
// sense.
constexpr double leastMilliseconds = 1e11;
constexpr double mostMilliseconds = 1e14;

// Longer than any Instant that base::instantFromNumber makes, and far from overflow.
constexpr seconds longest{1'000'000'000'000};

double number(const base::json::Value &value)
{
    bool isExact = false;
    const double result = value.text().toDouble(&isExact);
    return isExact ? std::abs(result) : HUGE_VAL;
}

} // namespace

TimeClaim::TimeClaim(const base::json::Value &value)
    : m_value(value)
{
    if (value.isNumber())
        m_at = base::instantFromNumber(value.text());
}

bool TimeClaim::isRoundedUp() const
{
    constexpr int milli = 3;
    const auto number = isFractional() ? base::Decimal::read(m_value.text()) : std::nullopt;
    return number && number->scaled(milli).hasRest;
}

bool TimeClaim::isFractional() const
{
    const auto isMark = [](char c) { return c == '.' || c == 'e' || c == 'E'; };
    const QByteArrayView text = m_value.text();
    return m_at && std::any_of(text.begin(), text.end(), isMark);
}

bool TimeClaim::isHuge() const
{
    // From the exact reading, because 1e400 and 1e-400 are both beyond a double.
    const base::Instant limit{seconds{static_cast<qint64>(leastMilliseconds)}};
    return m_at && (*m_at >= limit || -m_at->time_since_epoch() >= limit.time_since_epoch());
}

bool TimeClaim::looksLikeMilliseconds() const
{
    return isHuge() && number(m_value) < mostMilliseconds;
}

bool TimeClaim::isFarAway() const
{
    return isHuge() && !looksLikeMilliseconds();
}

base::Instant TimeClaim::ifMilliseconds() const
{
    if (!looksLikeMilliseconds())
        return {};
    return base::Instant{milliseconds{std::llround(m_value.text().toDouble())}};
}

base::Instant plus(base::Instant instant, seconds duration)
{
    return instant + std::clamp(duration, -longest, longest);
}

qlonglong secondsBetween(base::Instant from, base::Instant to)
{
    return std::chrono::floor<seconds>(to - from).count();
}

qlonglong unixMilliseconds(base::Instant instant)
{
    return instant.time_since_epoch().count();
}

} // namespace verdict
