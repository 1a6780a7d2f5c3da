// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/judge.h"

#include <QString>

namespace report {

//! Where a sentence stands in time, to say how far away another moment is.
struct Standpoint
{
    base::Instant at{};
    verdict::AsOf asOf = verdict::AsOf::Now;

    Standpoint() = default;
    // Implicit, so that who judges now needs no word for it.
    Standpoint(base::Instant now)
        : at(now)
    {
    }
    Standpoint(const verdict::Verdict &verdict)
        : at(verdict.at)
        , asOf(verdict.asOf)
    {
    }
    friend bool operator==(const Standpoint &, const Standpoint &) = default;
};

//! "18 min 09 s", "2 h 10 min", "3 days 4 h"; two units at most, never negative.
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);
//! "in 18 min 09 s", "27 min 20 s ago", "now"; "27 min 20 s before the request" where that is
//! judged.
[[nodiscard]] QString relativeText(base::Instant instant, const Standpoint &from);
//! The same beside a picture of the moments: "27 min 20 s before".
[[nodiscard]] QString shortRelativeText(base::Instant instant, const Standpoint &from);
//! "18 min 09 s": the same distance without its direction, so that two sentences agree.
[[nodiscard]] QString distanceText(base::Instant instant, base::Instant now);
//! "just now", "34 s ago"; the date itself for who judges at another moment, or days later.
[[nodiscard]] QString pastText(base::Instant instant, const Standpoint &from);
//! "2026-08-24 16:02:11 +02:00" in the machine's zone.
[[nodiscard]] QString localText(base::Instant instant);
//! "2026-08-24 14:02:11 UTC"; "9999-12-31 or later" where base::instantFromNumber saturates.
[[nodiscard]] QString utcText(base::Instant instant);
//! Whether the machine's zone is UTC at that moment, so that one of the two texts says it all.
[[nodiscard]] bool isInUtc(base::Instant instant);
//! "18:09" below an hour, "3:18:09" below a day, then "2 d 3 h": the countdown.
[[nodiscard]] QString countdownText(std::chrono::milliseconds left);

} // namespace report
