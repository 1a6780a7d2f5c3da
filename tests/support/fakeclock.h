// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"

namespace support {

//! A clock that stands still until a test moves it.
class FakeClock final : public base::Clock
{
public:
    explicit FakeClock(base::Instant start = base::Instant{std::chrono::seconds{1'787'000'000}})
        : m_now(start)
    {
    }

    [[nodiscard]] base::Instant now() const override { return m_now; }
    void set(base::Instant now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    base::Instant m_now;
};

} // namespace support
