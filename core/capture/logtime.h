// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"

namespace capture {

//! A moment as logs write it: RFC 3339 (a blank instead of the T, a comma before the fraction, an
//! offset without colon), "10/Oct/2026:13:55:36 +0200" of access logs, HTTP dates, Unix seconds,
//! milliseconds or nanoseconds. Nothing where the zone is not told: a guess would be wrong by
//! hours.
[[nodiscard]] std::optional<base::Instant> readLogTime(QByteArrayView text);

} // namespace capture
