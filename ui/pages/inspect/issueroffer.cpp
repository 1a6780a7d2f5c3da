// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/issueroffer.h"

#include "core/base/escape.h"
#include "ui/session/session.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

//! With a key of the person's own there is an answer already; the checks still offer to fetch.
bool isSignatureKnown(const Session &session)
{
    return session.verdict().signature == jose::SignatureStatus::Valid;
}

} // namespace

IssuerOffer::IssuerOffer(Session *session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_text(new WrapLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(u"issuerOffer"_s);
    setPadding(0.35);
    m_text->setMaximumLines(3);
    m_button->setObjectName(u"issuerOfferButton"_s);
    m_button->setAutoDefault(false);
    m_row->setContentsMargins({});
    m_row->addWidget(m_text, 1, Qt::AlignVCenter);
    m_row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_asksToConfirm)
            m_session->confirmIssuer();
        else
            m_session->fetchFromTokenIssuer();
    });
    refresh();
}

void IssuerOffer::refresh()
{
    const QString host = m_session->tokenIssuerHost();
    m_asksToConfirm = m_session->isIssuerUnconfirmed() && !m_session->isFetching();
    if (m_asksToConfirm) {
        setState(ColorRole::Warning, ColorRole::WarningSurface);
        showOffer(tr("The keys came from the issuer that the token itself names: %1. Anybody can "
                     "write that into a token.")
                      .arg(base::escape::visible(m_session->issuerText())),
                  tr("This is my i&ssuer"));
    } else if (!host.isEmpty() && !m_session->isFetching() && !isSignatureKnown(*m_session)) {
        setState(ColorRole::CardBorder, ColorRole::Card);
        const QString shown = fontMetrics().elidedText(base::escape::visible(host), Qt::ElideMiddle,
                                                       fontMetrics().averageCharWidth() * 40);
        showOffer(tr("Keys are needed to check the signature. Nothing is sent until you click."),
                  tr("Fetch from the toke&n's own issuer: %1")
                      .arg(QString(shown).replace(u'&', "&&"_L1)));
        m_button->setToolTip(plaintext::tip(host));
    } else {
        hide();
    }
}

void IssuerOffer::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    refresh();
}

void IssuerOffer::showOffer(const QString &text, const QString &button)
{
    // A warning stays whatever the room.
    m_text->setText(m_isCompact && !m_asksToConfirm ? QString() : text);
    m_button->setText(button);
    m_button->setToolTip({});
    setAccessibleName(text);
    arrange();
    show();
}

void IssuerOffer::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

//! What a click sends must be readable before it: beside a long host there may be no room for it.
void IssuerOffer::arrange()
{
    const int beside = width() - m_button->sizeHint().width();
    const bool isNarrow = beside < fontMetrics().averageCharWidth() * 40;
    m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace ui
