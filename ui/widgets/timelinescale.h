// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"

#include <QList>

#include <optional>

namespace ui {

//! Places moments on a line. Between neighbours it is linear, but each gap gets a share that can be
//! seen: an `exp` in the year 9999 does not squeeze the last hour into one pixel.
class TimelineScale
{
public:
    TimelineScale() = default;
    TimelineScale(QList<base::Instant> moments, double left, double right);

    [[nodiscard]] double x(base::Instant moment) const;
    //! Middles of the gaps that are drawn so much shorter than they are that a sign must say it.
    [[nodiscard]] const QList<double> &breaks() const { return m_breaks; }

private:
    QList<base::Instant> m_moments; //!< Ascending, each once.
    QList<double> m_positions;
    QList<double> m_breaks;
};

//! One label of a lane, wanted centred on its anchor.
struct LaneItem
{
    double anchor = 0;
    double width = 0;
};
//! Left edges so that no two overlap and all stay between the borders; nothing if they do not fit.
//! `items` are ordered by anchor.
[[nodiscard]] std::optional<QList<double>> placeInLane(const QList<LaneItem> &items, double left,
                                                       double right, double spacing);

} // namespace ui
