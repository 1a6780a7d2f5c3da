// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/momentchoice.h"

#include "core/report/times.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/wraplabel.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString clockText(base::Instant instant, base::Instant now)
{
    const auto local = [](base::Instant moment) {
        return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count());
    };
    const bool isToday = local(instant).date() == local(now).date();
    return local(instant).toString(isToday ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace

MomentChoice::MomentChoice(Session *session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_text(new WrapLabel(this))
{
    setObjectName(u"momentChoice"_s);
    setPadding(0.35);
    m_text->setMaximumLines(3);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_text, 1, Qt::AlignVCenter);
    m_then = addSegment(tr("As of the ca&pture"), "judgeAsOfCapture");
    m_now = addSegment(tr("No&w"), "judgeNow");
    auto *group = new QButtonGroup(this);
    group->addButton(m_then);
    group->addButton(m_now);
    for (QAbstractButton *button : {m_then, m_now})
        row->addWidget(button);
    connect(m_then, &QAbstractButton::clicked, this,
            [this] { m_session->captures().setAsOfCapture(true); });
    connect(m_now, &QAbstractButton::clicked, this,
            [this] { m_session->captures().setAsOfCapture(false); });
    refresh();
}

QAbstractButton *MomentChoice::addSegment(const QString &text, const char *name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1StringView(name));
    button->setCheckable(true);
    button->setAutoDefault(false);
    return button;
}

QString MomentChoice::explanation(bool isAsOf) const
{
    const CaptureDesk &captures = m_session->captures();
    const base::Instant then = *captures.capturedAt(captures.chosen());
    const QString clock = clockText(then, m_session->wallClock());
    const capture::Request *request = captures.request();
    if (!isAsOf)
        return tr("Judged now. It was captured at %1, %2.")
            .arg(clock, report::relativeText(then, m_session->wallClock()));
    if (captures.isMomentChosen() || request == nullptr)
        return tr("Judged as of %1, when it was captured.").arg(clock);
    if (!captures.hasFailed(*captures.sighting()))
        return tr("Judged as of %1, when it was captured: another request of this capture "
                  "failed.")
            .arg(clock);
    return tr("Judged as of %1, when the answer was %2: the moment that counts.")
        .arg(clock)
        .arg(request->status);
}

void MomentChoice::refresh()
{
    const CaptureDesk &captures = m_session->captures();
    const bool isOffered
        = captures.capturedAt(captures.chosen()).has_value() && !m_session->fixedInstant();
    setVisible(isOffered);
    if (!isOffered)
        return;
    const bool isAsOf = captures.isAsOfCapture(captures.chosen());
    m_text->setText(explanation(isAsOf));
    setAccessibleName(m_text->text());
    (isAsOf ? m_then : m_now)->setChecked(true);
    for (QAbstractButton *button : {m_then, m_now})
        button->setIconSize(QSize(1, 1) * fontMetrics().height());
    // A pressed look alone is easily missed, above all in the dark.
    m_then->setIcon(isAsOf ? icon(Symbol::Accepted, ColorRole::Accent) : QIcon());
    m_now->setIcon(isAsOf ? QIcon() : icon(Symbol::Accepted, ColorRole::Accent));
    setState(isAsOf ? ColorRole::Accent : ColorRole::CardBorder,
             isAsOf ? ColorRole::AccentSurface : ColorRole::Card);
}

} // namespace ui
