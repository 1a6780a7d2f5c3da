// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/report/times.h"
#include "ui/widgets/card.h"
#include "ui/widgets/timelinescale.h"

namespace ui {

//! auth_time and how long it is fresh, iat, nbf, exp with its leeway, and now, on one line.
class Timeline final : public Card
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);

    void setVerdict(const verdict::Verdict &verdict);
    //! The moment that is judged is not called "now", and another stands beside it.
    struct Moment
    {
        QString judgedName; //!< "captured"
        base::Instant other{};
        QString otherName; //!< "now"
    };
    void setVerdict(const verdict::Verdict &verdict, const Moment &moment);
    [[nodiscard]] bool isEmpty() const { return m_marks.isEmpty(); }

    //! What is painted of each label, for tests: they must not overlap.
    struct Label
    {
        QString name;
        QString detail;
        QRectF rect;
        double anchor = 0;
        ColorRole role = ColorRole::Text;
        bool isBelow = false;
    };
    [[nodiscard]] QList<Label> labels() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Mark
    {
        base::Instant at{};
        QString name;
        QString detail; //!< "14:02:11 · 27 min ago"
        QString shortDetail; //!< "14:02:11"
        ColorRole role = ColorRole::Text;
        bool isBelow = false;
        bool hasTick = true;
    };
    void addMark(const std::optional<base::Instant> &at, const QString &name, ColorRole role,
                 bool isBelow);
    void addFreshness();
    void addLeeway();
    void addJudged(const std::optional<Moment> &moment);
    void show(const verdict::Verdict &verdict, const std::optional<Moment> &moment);
    void describe();
    [[nodiscard]] TimelineScale scale() const;
    [[nodiscard]] QList<Label> lane(bool isBelow, const TimelineScale &scale) const;
    [[nodiscard]] QList<Label> laneAt(const QList<Mark> &marks, int detailLevel,
                                      const TimelineScale &scale) const;
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] QFont detailFont() const;
    [[nodiscard]] QRectF barRect() const;
    void paintBars(QPainter &painter, const TimelineScale &scale) const;
    void paintLife(QPainter &painter, const TimelineScale &scale) const;
    void paintMarks(QPainter &painter, const TimelineScale &scale) const;
    void paintLabels(QPainter &painter) const;

    QList<Mark> m_marks; //!< Ascending.
    verdict::Moments m_moments;
    report::Standpoint m_judged;
    std::chrono::seconds m_leeway{0};
};

} // namespace ui
