// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/formats.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/pages/inspect/sightingspanel.h"
#include "ui/pages/inspect/tickettext.h"
#include "ui/session/capturedesk.h"
#include "ui/session/session.h"
#include "ui/widgets/claimsview.h"
#include "ui/widgets/dropveil.h"
#include "ui/widgets/flattabs.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/tokeneditor.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QToolButton>

#include <functional>

namespace ui {

using namespace Qt::Literals::StringLiterals;

QAction *InspectPage::addEditAction(const QString &text, const QKeySequence &shortcut,
                                    const std::function<void()> &slot)
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, slot);
    m_editActions.append(action);
    return action;
}

void InspectPage::buildActions()
{
    QAction *undo = addEditAction(tr("&Undo"), QKeySequence::Undo, [this] { m_editor->undo(); });
    QAction *redo = addEditAction(tr("&Redo"), QKeySequence::Redo, [this] { m_editor->redo(); });
    undo->setObjectName(u"undo"_s);
    redo->setObjectName(u"redo"_s);
    const auto showUndo = [this, undo, redo] {
        undo->setEnabled(m_editor->canUndo());
        redo->setEnabled(m_editor->canRedo());
    };
    connect(m_editor, &TokenEditor::undoChanged, this, showUndo);
    showUndo();

    m_ticket = addEditAction(tr("&Copy for a ticket"), QKeySequence(u"Ctrl+Shift+C"_s),
                             [this] { copyForTicket(); });
    m_ticket->setObjectName(u"copyForTicket"_s);
    m_ticket->setIcon(icon(Symbol::Ticket));
    m_ticket->setToolTip(tr("Copies a summary without the token; personal claims are masked"));
    auto *button = new QToolButton;
    button->setDefaultAction(m_ticket);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(tr("Copy for a ticket"));
    m_tabs->setCornerButton(button);

    const QStringList titles{tr("Chec&ks"), tr("Clai&ms"), tr("He&ader"), tr("K&eys"),
                             tr("&Bytes")};
    for (int tab = 0; tab < titles.size(); ++tab) {
        auto *action = new QAction(titles.at(tab), this);
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + tab)));
        connect(action, &QAction::triggered, this, [this, tab] {
            setCurrentTab(static_cast<Tab>(tab));
            m_tabs->focusPage(); // else the next keys would change the token
        });
        m_viewActions.append(action);
    }
    m_findClaim = new QAction(tr("Find a &claim"), this);
    m_findClaim->setShortcut(QKeySequence::Find);
    addAction(m_findClaim);
    connect(m_findClaim, &QAction::triggered, this, &InspectPage::findClaim);
}

void InspectPage::findClaim()
{
    if (m_tabs->current() != HeaderTab)
        setCurrentTab(ClaimsTab);
    (m_tabs->current() == HeaderTab ? m_header : m_claims)->focusFilter();
}

QList<QAction *> InspectPage::captureActions() const
{
    return m_sightings->listActions();
}

void InspectPage::dragEnterEvent(QDragEnterEvent *event)
{
    const QString file = plaintext::localFile(event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    m_veil->cover(QFileInfo(file).fileName());
}

void InspectPage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_veil->hide();
}

void InspectPage::dropEvent(QDropEvent *event)
{
    m_veil->hide();
    event->acceptProposedAction();
    Q_EMIT fileDropped(plaintext::localFile(event->mimeData()));
}

//! A field would take the name of the file for a text, and the page would not be asked.
bool InspectPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter) {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (!plaintext::localFile(drag->mimeData()).isEmpty()) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void InspectPage::copyForTicket()
{
    if (!m_session->hasToken())
        return;
    const CaptureDesk &captures = m_session->captures();
    plaintext::copy(report::toMarkdown({m_session->examination(), m_session->verdict()})
                    + tickettext::carriedIn({captures.sighting(), captures.request(),
                                             captures.carrying(), captures.answers()},
                                            m_session->now()));
    Q_EMIT copiedForTicket();
}

void InspectPage::applyRemedy(Remedy remedy, const QString &argument)
{
    verdict::Policy policy = m_session->policy();
    switch (remedy) {
    case Remedy::RequireAudience:
        policy.audiences = {argument};
        m_session->setPolicy(policy);
        break;
    case Remedy::RequireClientId:
        policy.clientId = argument;
        m_session->setPolicy(policy);
        break;
    case Remedy::FetchKeys:
        m_session->fetchKeys();
        break;
    case Remedy::FetchFromToken:
        m_session->fetchFromTokenIssuer();
        break;
    case Remedy::ConfirmIssuer:
        m_session->confirmIssuer();
        break;
    case Remedy::OpenInner:
        if (const auto inner = m_session->examination().token.nested())
            replaceInput(QByteArray(inner->text()));
        break;
    }
}

} // namespace ui
