// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/timelinescale.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

namespace {

constexpr double smallestShare = 0.12;
//! A gap this many times longer than all others together is marked as broken.
constexpr double brokenFrom = 20;

//! Raises small shares to the least one that can be seen; the rest keeps its proportions.
QList<double> seenShares(QList<double> shares)
{
    const double least = std::min(smallestShare, 0.6 / static_cast<double>(shares.size()));
    double kept = 0;
    qsizetype raised = 0;
    for (const double share : shares) {
        if (share < least)
            ++raised;
        else
            kept += share;
    }
    const double scale = (1 - static_cast<double>(raised) * least) / kept;
    for (double &share : shares)
        share = share < least ? least : share * scale;
    return shares;
}

} // namespace

TimelineScale::TimelineScale(QList<base::Instant> moments, double left, double right)
    : m_moments(std::move(moments))
{
    std::sort(m_moments.begin(), m_moments.end());
    m_moments.erase(std::unique(m_moments.begin(), m_moments.end()), m_moments.end());
    if (m_moments.size() < 2) {
        m_positions.fill((left + right) / 2, m_moments.size());
        return;
    }
    QList<double> shares;
    for (qsizetype i = 1; i < m_moments.size(); ++i)
        shares.append(static_cast<double>((m_moments.at(i) - m_moments.at(i - 1)).count()));
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double &share : shares)
        share /= total;
    const QList<double> seen = seenShares(shares);
    m_positions.append(left);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        const double from = m_positions.last();
        const double to = from + seen.at(i) * (right - left);
        m_positions.append(to);
        if (seen.size() > 1 && shares.at(i) > brokenFrom * (1 - shares.at(i)))
            m_breaks.append((from + to) / 2);
    }
}

double TimelineScale::x(base::Instant moment) const
{
    if (m_moments.isEmpty())
        return 0;
    const auto next = std::lower_bound(m_moments.begin(), m_moments.end(), moment);
    const qsizetype i = next - m_moments.begin();
    if (i == m_moments.size())
        return m_positions.last();
    if (i == 0 || *next == moment)
        return m_positions.at(i);
    const auto gap = static_cast<double>((m_moments.at(i) - m_moments.at(i - 1)).count());
    const auto part = static_cast<double>((moment - m_moments.at(i - 1)).count());
    return std::lerp(m_positions.at(i - 1), m_positions.at(i), part / gap);
}

std::optional<QList<double>> placeInLane(const QList<LaneItem> &items, double left, double right,
                                         double spacing)
{
    QList<double> lefts;
    double free = left;
    for (const LaneItem &item : items) {
        const double wanted = std::min(item.anchor - item.width / 2, right - item.width);
        lefts.append(std::max(wanted, free));
        free = lefts.last() + item.width + spacing;
    }
    double border = right;
    for (qsizetype i = items.size() - 1; i >= 0; --i) {
        lefts[i] = std::min(lefts.at(i), border - items.at(i).width);
        border = lefts.at(i) - spacing;
    }
    if (!lefts.isEmpty() && lefts.first() < left)
        return std::nullopt;
    return lefts;
}

} // namespace ui
