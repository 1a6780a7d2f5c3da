// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"

namespace verdict {

//! A NumericDate (RFC 7519 section 2) as it was sent. Nothing is converted: a number in
//! milliseconds is a moment far away.
class TimeClaim
{
public:
    TimeClaim() = default;
    explicit TimeClaim(const base::json::Value &value); //!< Points into the value's Document.

    [[nodiscard]] const base::json::Value &value() const { return m_value; }
    [[nodiscard]] bool isPresent() const { return m_value.isPresent(); }
    //! A string, null, bool or worse stands where a number belongs.
    [[nodiscard]] bool hasWrongType() const { return isPresent() && !m_at; }
    //! Rounded up to the millisecond, saturated at the year 9999: base::instantFromNumber. Rounding
    //! up is safe for exp and nbf, which compare with `>=` and `<`; for ages see isRoundedUp().
    [[nodiscard]] const std::optional<base::Instant> &at() const { return m_at; }

    //! The number lies between two milliseconds, of which at() is the later.
    [[nodiscard]] bool isRoundedUp() const;

    //! Written with a fraction or an exponent, which is legal.
    [[nodiscard]] bool isFractional() const;
    //! So large that it must have been meant as milliseconds.
    [[nodiscard]] bool looksLikeMilliseconds() const;
    //! Thousands of years away, and no milliseconds either.
    [[nodiscard]] bool isFarAway() const;
    //! The moment if the number were milliseconds; for explaining only.
    [[nodiscard]] base::Instant ifMilliseconds() const;

private:
    [[nodiscard]] bool isHuge() const;

    base::json::Value m_value;
    std::optional<base::Instant> m_at;
};

//! `instant + duration` that stays within what an Instant can hold.
[[nodiscard]] base::Instant plus(base::Instant instant, std::chrono::seconds duration);

//! Whole seconds from one moment to another, rounded down.
[[nodiscard]] qlonglong secondsBetween(base::Instant from, base::Instant to);

//! For facts.
[[nodiscard]] qlonglong unixMilliseconds(base::Instant instant);

} // namespace verdict
