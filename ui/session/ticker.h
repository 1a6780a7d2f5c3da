// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"

#include <QTimer>

namespace ui {

//! Ticks at each second boundary of the wall clock while it is running. Each tick is set anew from
//! the clock, so that it stays right after a suspend and after the clock was set by hand.
class Ticker final : public QObject
{
    Q_OBJECT

public:
    explicit Ticker(const base::Clock &clock, QObject *parent = nullptr);

    void setRunning(bool running);
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void ticked();

private:
    void arm();

    const base::Clock &m_clock;
    QTimer m_timer;
};

} // namespace ui
