// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace base {

//! A moment, in milliseconds since 1970-01-01T00:00:00Z. Time is an argument everywhere: only
//! programs and sessions own a Clock, no rule reads one.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

//! 9999-12-31T23:59:59.999Z and its negative: where instantFromNumber saturates.
inline constexpr Instant latestInstant{std::chrono::milliseconds{253402300799999}};
inline constexpr Instant earliestInstant{-latestInstant.time_since_epoch()};

//! Where the present moment comes from, so that a test can say what time it is.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    [[nodiscard]] virtual Instant now() const = 0;
};

//! The machine's wall clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

//! Reads RFC 3339 ("2026-08-24T14:02:11Z", with offset and fraction) or Unix seconds, and the
//! former as reports write it: "2026-08-24 14:02:11 UTC", "2026-08-24 16:02:11 +02:00".
//! Rounded up to the next millisecond, as numbers in tokens are. Error "instant.syntax".
[[nodiscard]] Result<Instant> parseInstant(QByteArrayView text);

//! Reads "90", "90s", "5m", "2h", "1d" and sums such as "1h30m". Error "duration.syntax";
//! negative durations are refused, and so are units that go from short to long.
[[nodiscard]] Result<std::chrono::seconds> parseDuration(QByteArrayView text);

//! The exact JSON number `text` (RFC 8259 section 6) of seconds as an Instant, rounded up to the
//! next millisecond, saturated at the year 9999 and its negative. Nothing when it is no JSON
//! number.
[[nodiscard]] std::optional<Instant> instantFromNumber(QByteArrayView text);

//! "2026-08-24T14:02:11Z", with milliseconds only when there are any.
[[nodiscard]] QString toRfc3339(Instant instant);

} // namespace base
