// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/timeline.h"

#include "ui/widgets/plaintext.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime localTime(base::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count());
}

//! "14:02:11", with the date when it is another day than today.
QString clockText(base::Instant instant, base::Instant now)
{
    const QDateTime local = localTime(instant);
    if (local.date() == localTime(now).date())
        return local.toString(u"HH:mm:ss"_s);
    return local.toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace

Timeline::Timeline(QWidget *parent)
    : Card(parent)
{
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("Timeline of the token"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Timeline::setVerdict(const verdict::Verdict &verdict)
{
    show(verdict, {});
}

void Timeline::setVerdict(const verdict::Verdict &verdict, const Moment &moment)
{
    show(verdict, moment);
}

void Timeline::show(const verdict::Verdict &verdict, const std::optional<Moment> &moment)
{
    m_moments = verdict.moments;
    m_judged = verdict;
    m_leeway = verdict.policy.leeway;
    m_marks.clear();
    addMark(m_moments.authTime, u"auth_time"_s, ColorRole::SignIn, false);
    addMark(m_moments.issuedAt, u"iat"_s, ColorRole::Issued, false);
    addMark(m_moments.notBefore, u"nbf"_s, ColorRole::Issued, false);
    addMark(m_moments.expires, u"exp"_s,
            m_moments.expires && m_judged.at >= *m_moments.expires + m_leeway ? ColorRole::Rejected
                                                                              : ColorRole::Accepted,
            true);
    if (!m_marks.isEmpty()) {
        addFreshness();
        addLeeway();
        addJudged(moment);
    }
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const Mark &a, const Mark &b) { return a.at < b.at; });
    describe();
    update();
}

//! What is judged is strong; the moment beside it stands back.
void Timeline::addJudged(const std::optional<Moment> &moment)
{
    const QString clock = clockText(m_judged.at, m_judged.at);
    m_marks.append({m_judged.at, moment ? moment->judgedName : tr("now"), clock, clock,
                    ColorRole::Now, false, true});
    if (!moment)
        return;
    const QString other = clockText(moment->other, m_judged.at);
    m_marks.append({moment->other, moment->otherName, other, other, ColorRole::Muted, true, true});
}

//! Marks of one instant share a label: "iat · nbf".
void Timeline::addMark(const std::optional<base::Instant> &at, const QString &name, ColorRole role,
                       bool isBelow)
{
    if (!at)
        return;
    for (Mark &mark : m_marks) {
        if (mark.at == *at && mark.isBelow == isBelow) {
            mark.name += u" \u00b7 "_s + name;
            return;
        }
    }
    const QString clock = clockText(*at, m_judged.at);
    m_marks.append({*at, name, clock + u" \u00b7 "_s + report::shortRelativeText(*at, m_judged),
                    clock, role, isBelow, true});
}

void Timeline::addFreshness()
{
    if (!m_moments.authTime || !m_moments.freshUntil)
        return;
    const QString clock = clockText(*m_moments.freshUntil, m_judged.at);
    const QString limit = report::durationText(*m_moments.freshUntil - *m_moments.authTime);
    Mark mark{*m_moments.freshUntil,
              tr("sign-in fresh until"),
              {},
              clock,
              ColorRole::SignIn,
              true,
              false};
    //: %1 is a time of day, %2 a duration: "14:07:11 · for 5 min"
    mark.detail = tr("%1 \u00b7 for %2").arg(clock, limit);
    m_marks.append(mark);
}

//! Above, for below exp has the room: what is hatched needs a name.
void Timeline::addLeeway()
{
    if (!m_moments.expires || m_leeway.count() <= 0)
        return;
    const base::Instant end = *m_moments.expires + m_leeway;
    const QString clock = clockText(end, m_judged.at);
    //: %1 is a time of day, %2 a duration: "14:07:11 \u00b7 of 1 min"
    const QString detail
        = tr("%1 \u00b7 of %2", "leeway").arg(clock, report::durationText(m_leeway));
    m_marks.append({end, tr("leeway until"), detail, clock, ColorRole::Muted, false, false});
}

void Timeline::describe()
{
    QStringList lines;
    for (const Mark &mark : m_marks) {
        QString line = mark.name + u": "_s;
        if (!report::isInUtc(mark.at)) // else it would be said twice
            line += report::localText(mark.at) + u" \u00b7 "_s;
        line += report::utcText(mark.at);
        if (mark.at != m_judged.at) // else it would be "now", which the moment judged may not be
            line += u" \u00b7 "_s + report::relativeText(mark.at, m_judged);
        lines.append(line);
    }
    const QString text = lines.join(u'\n');
    setAccessibleDescription(text);
    setToolTip(plaintext::tip(text));
}

QFont Timeline::nameFont() const
{
    return scaled(font(), 0.88, QFont::DemiBold);
}

QFont Timeline::detailFont() const
{
    return scaled(font(), 0.85);
}

QSize Timeline::sizeHint() const
{
    const int line = QFontMetrics(nameFont()).lineSpacing();
    const QMargins margins = contentsMargins();
    return {fontMetrics().averageCharWidth() * 80,
            5 * line + line * 3 / 5 + margins.top() + margins.bottom()};
}

QSize Timeline::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, sizeHint().height()};
}

QRectF Timeline::barRect() const
{
    const QRectF area = contentsRect();
    const double height = fontMetrics().height() * 0.7;
    return {area.left(), area.center().y() - height / 2, area.width(), height};
}

TimelineScale Timeline::scale() const
{
    QList<base::Instant> moments;
    for (const Mark &mark : m_marks)
        moments.append(mark.at);
    if (m_moments.expires && m_leeway.count() > 0)
        moments.append(*m_moments.expires + m_leeway);
    const QRectF bar = barRect();
    const double margin = bar.width() * 0.06;
    return {moments, bar.left() + margin, bar.right() - margin};
}

QList<Timeline::Label> Timeline::labels() const
{
    const TimelineScale positions = scale();
    return lane(false, positions) + lane(true, positions);
}

QList<Timeline::Label> Timeline::lane(bool isBelow, const TimelineScale &scale) const
{
    QList<Mark> marks;
    std::copy_if(m_marks.begin(), m_marks.end(), std::back_inserter(marks),
                 [isBelow](const Mark &mark) { return mark.isBelow == isBelow; });
    for (int detailLevel = 2; detailLevel >= 0; --detailLevel) {
        QList<Label> placed = laneAt(marks, detailLevel, scale);
        if (!placed.isEmpty())
            return placed;
    }
    return {};
}

//! Level 2: time and distance; 1: time; 0: the name alone. Empty when it does not fit.
QList<Timeline::Label> Timeline::laneAt(const QList<Mark> &marks, int detailLevel,
                                        const TimelineScale &scale) const
{
    const QFontMetricsF names(nameFont());
    const QFontMetricsF details(detailFont());
    QList<Label> labels;
    QList<LaneItem> items;
    for (const Mark &mark : marks) {
        Label label{mark.name, {}, {}, scale.x(mark.at), mark.role, mark.isBelow};
        if (detailLevel > 0)
            label.detail = detailLevel == 2 ? mark.detail : mark.shortDetail;
        const double width = std::max(names.horizontalAdvance(label.name),
                                      details.horizontalAdvance(label.detail));
        items.append({label.anchor, width});
        labels.append(label);
    }
    const QRectF area = contentsRect();
    const auto lefts = placeInLane(items, area.left(), area.right(), names.averageCharWidth() * 2);
    if (!lefts)
        return {};
    const double height = names.lineSpacing() * 2;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const double top = labels.at(i).isBelow ? area.bottom() - height : area.top();
        labels[i].rect = {lefts->at(i), top, items.at(i).width, height};
    }
    return labels;
}

void Timeline::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_marks.isEmpty()) {
        painter.setPen(color(ColorRole::Muted, palette()));
        painter.drawText(contentsRect(), Qt::AlignCenter, tr("This token names no times."));
        return;
    }
    const TimelineScale positions = scale();
    paintBars(painter, positions);
    paintMarks(painter, positions);
    paintLabels(painter);
}

void Timeline::paintBars(QPainter &painter, const TimelineScale &scale) const
{
    const QRectF bar = barRect();
    painter.setPen(QPen(color(ColorRole::Line, palette()), 2));
    painter.drawLine(QPointF(bar.left(), bar.center().y()), QPointF(bar.right(), bar.center().y()));
    if (m_moments.authTime && m_moments.freshUntil) {
        const double from = scale.x(*m_moments.authTime);
        const double to = scale.x(*m_moments.freshUntil);
        painter.fillRect(QRectF(from, bar.top() + bar.height() / 4, to - from, bar.height() / 2),
                         color(ColorRole::SignInBand, palette()));
    }
    paintLife(painter, scale);
}

void Timeline::paintLife(QPainter &painter, const TimelineScale &scale) const
{
    const std::optional<base::Instant> begins
        = m_moments.notBefore ? m_moments.notBefore : m_moments.issuedAt;
    if (!begins || !m_moments.expires || *begins >= *m_moments.expires)
        return;
    const QRectF bar = barRect();
    const auto piece = [&](base::Instant from, base::Instant to) {
        const double left = scale.x(from);
        return QRectF(left, bar.top(), scale.x(to) - left, bar.height());
    };
    const double round = bar.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::LifeLeft, palette()));
    painter.drawRoundedRect(piece(*begins, *m_moments.expires), round, round);
    if (m_leeway.count() > 0) {
        painter.setBrush(QBrush(color(ColorRole::Life, palette()), Qt::BDiagPattern));
        painter.drawRect(piece(*m_moments.expires, *m_moments.expires + m_leeway));
    }
    const base::Instant over = std::clamp(m_judged.at, *begins, *m_moments.expires);
    const bool isOver = m_judged.at >= *m_moments.expires + m_leeway;
    painter.setBrush(color(isOver ? ColorRole::Muted : ColorRole::Life, palette()));
    if (over > *begins)
        painter.drawRoundedRect(piece(*begins, over), round, round);
}

void Timeline::paintMarks(QPainter &painter, const TimelineScale &scale) const
{
    const QRectF bar = barRect();
    const double reach = bar.height() * 0.45;
    for (const Mark &mark : m_marks) {
        if (!mark.hasTick)
            continue;
        painter.setPen(QPen(color(mark.role, palette()), 2, Qt::SolidLine, Qt::FlatCap));
        const double x = scale.x(mark.at);
        painter.drawLine(QPointF(x, bar.top() - reach), QPointF(x, bar.bottom() + reach));
    }
    // Two slanted strokes: "not to scale here".
    for (const double x : scale.breaks()) {
        painter.fillRect(QRectF(x - reach / 2, bar.top(), reach, bar.height()),
                         color(ColorRole::Card, palette()));
        painter.setPen(QPen(color(ColorRole::Muted, palette()), 1.5));
        for (const double side : {-reach / 2, reach / 2})
            painter.drawLine(QPointF(x + side - 2, bar.bottom()), QPointF(x + side + 2, bar.top()));
    }
}

void Timeline::paintLabels(QPainter &painter) const
{
    const QRectF bar = barRect();
    for (const Label &label : labels()) {
        const double half = label.rect.height() / 2;
        const QRectF name(label.rect.left(), label.rect.top(), label.rect.width(), half);
        painter.setPen(color(label.role, palette()));
        painter.setFont(nameFont());
        // A name alone moves towards the line that it belongs to.
        const bool isAlone = label.detail.isEmpty();
        painter.drawText(isAlone && !label.isBelow ? name.translated(0, half) : name,
                         Qt::AlignCenter, label.name);
        painter.setPen(color(ColorRole::Muted, palette()));
        painter.setFont(detailFont());
        painter.drawText(name.translated(0, half), Qt::AlignCenter, label.detail);
        if (std::abs(label.rect.center().x() - label.anchor) < label.rect.width() / 2)
            continue;
        // Pushed aside by a neighbour: a thin line leads to the tick.
        const double y = label.isBelow ? label.rect.top() : label.rect.bottom();
        const double end = label.isBelow ? bar.bottom() : bar.top();
        painter.setPen(QPen(color(label.role, palette()), 1, Qt::DotLine));
        painter.drawLine(QPointF(label.rect.center().x(), y), QPointF(label.anchor, end));
    }
}

} // namespace ui
