// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/session/ticker.h"

namespace ui {

Ticker::Ticker(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        arm();
        Q_EMIT ticked();
    });
}

void Ticker::setRunning(bool running)
{
    if (!running)
        m_timer.stop();
    else if (!m_timer.isActive())
        arm();
}

void Ticker::arm()
{
    const auto now = m_clock.now();
    const auto next = std::chrono::floor<std::chrono::seconds>(now) + std::chrono::seconds{1};
    m_timer.start(std::chrono::duration_cast<std::chrono::milliseconds>(next - now));
}

} // namespace ui
