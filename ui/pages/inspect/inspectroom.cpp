// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/checkspanel.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/pages/inspect/issueroffer.h"
#include "ui/pages/inspect/sightingspanel.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"
#include "ui/widgets/inputnote.h"
#include "ui/widgets/policypanel.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/tokeneditor.h"
#include "ui/widgets/verdictbanner.h"

#include <QDataStream>
#include <QIODevice>
#include <QSplitter>
#include <QVBoxLayout>

//! Who gets the room of the page.
namespace ui {

//! Who gets the room at the left: many rows need more of it than the text that they stand in.
void InspectPage::shareColumn()
{
    constexpr int lowLines = 46;
    const bool hasList = m_sightings->isWorthShowing();
    const bool isFile = !m_session->captures().fileName().isEmpty();
    const bool isLow = height() < lowLines * fontMetrics().lineSpacing();
    const bool isEmpty = m_session->input().trimmed().isEmpty() && !m_session->hasToken();
    m_column->setStretchFactor(m_editor, 1);
    m_column->setStretchFactor(m_sightings, !m_sightings->isShort() ? 3 : isFile ? 1 : 0);
    m_sightings->setCompact(isLow);
    m_policy->setCompact(isLow);
    m_note->setVisible(!isEmpty && !m_sightings->hasOnlyWords() && !(hasList && isLow));
}

//! In a low window, or with large text, verdict and checks need the room more.
void InspectPage::showWhatFits()
{
    constexpr int lowestLines = 30;
    const bool isLow = height() < lowestLines * fontMetrics().lineSpacing();
    m_timeline->setVisible(!m_timeline->isEmpty() && !isLow);
    m_banner->setCompact(isLow);
    m_offer->setCompact(isLow);
    shareColumn();
}

void InspectPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

QByteArray InspectPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_split->saveState() << m_checks->splitter()->saveState();
    return state;
}

void InspectPage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray main;
    QByteArray checks;
    stream >> main >> checks;
    if (stream.status() != QDataStream::Ok)
        return;
    m_split->restoreState(main);
    m_checks->splitter()->restoreState(checks);
}

} // namespace ui
