// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"

#include <QString>

namespace report {

//! "18 min 09 s", "2 h 10 min", "3 days 4 h"; two units at most, never negative.
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);
//! "in 18 min 09 s", "27 min 20 s ago", "now".
[[nodiscard]] QString relativeText(base::Instant instant, base::Instant now);
//! "18 min 09 s": the same distance without its direction, so that two sentences agree.
[[nodiscard]] QString distanceText(base::Instant instant, base::Instant now);
//! "just now", "34 s ago"; the date itself for who judges at an earlier moment, or days later.
[[nodiscard]] QString pastText(base::Instant instant, base::Instant now);
//! "2026-08-24 16:02:11 +02:00" in the machine's zone.
[[nodiscard]] QString localText(base::Instant instant);
//! "2026-08-24 14:02:11 UTC"; "9999-12-31 or later" where base::instantFromNumber saturates.
[[nodiscard]] QString utcText(base::Instant instant);
//! "18:09" below an hour, "3:18:09" below a day, then "2 d 3 h": the countdown.
[[nodiscard]] QString countdownText(std::chrono::milliseconds left);

} // namespace report
