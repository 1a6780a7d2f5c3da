// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/issuerbar.h"

#include "core/base/escape.h"
#include "core/net/fetchrequest.h"
#include "core/report/times.h"
#include "core/report/wording.h"
#include "ui/session/session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/wraplabel.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

//: Joins the facts of the issuer's state: "discovery 84 ms · 2 keys · 34 s ago · TLS 1.3"
QString joined(const QStringList &facts)
{
    return facts.join(u" · "_s);
}

QString transportText(const oidc::IssuerSnapshot &snapshot)
{
    switch (snapshot.transport) {
    case oidc::Transport::Tls:
        return snapshot.exchanges.isEmpty() ? QString() : snapshot.exchanges.last().tls.protocol;
    case oidc::Transport::TlsException:
        return IssuerBar::tr("certificate trusted by you");
    case oidc::Transport::PlainLoopback:
        return IssuerBar::tr("this computer");
    case oidc::Transport::Plain:
        return IssuerBar::tr("plain http: anybody on the way could change the keys");
    }
    return {};
}

QString snapshotText(const oidc::IssuerSnapshot &snapshot, base::Instant now)
{
    if (snapshot.error)
        return report::word(*snapshot.error).title;
    QStringList facts;
    // Before all else: keys of another issuer prove nothing about this one.
    if (snapshot.issuerMatch == oidc::IssuerMatch::Different)
        facts.append(IssuerBar::tr("names another issuer"));
    else if (snapshot.issuerMatch == oidc::IssuerMatch::SlashOrCase)
        facts.append(IssuerBar::tr("written differently by the issuer"));
    std::chrono::milliseconds spent{0};
    for (const auto &exchange : snapshot.exchanges)
        spent += exchange.duration;
    facts.append(snapshot.keys.size() == 1
                     ? IssuerBar::tr("1 key")
                     : IssuerBar::tr("%n keys", nullptr, int(snapshot.keys.size())));
    //: %1 is "just now" or "34 s ago"
    facts.append(IssuerBar::tr("fetched %1 in %2 ms")
                     .arg(report::pastText(snapshot.fetchedAt, now))
                     .arg(spent.count()));
    if (const auto transport = transportText(snapshot); !transport.isEmpty())
        facts.append(transport);
    return joined(facts);
}

bool isCautious(const oidc::IssuerSnapshot &snapshot)
{
    return snapshot.transport == oidc::Transport::Plain
        || snapshot.transport == oidc::Transport::TlsException
        || snapshot.issuerMatch != oidc::IssuerMatch::Same;
}

} // namespace

IssuerBar::IssuerBar(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    build();
    connect(m_field, &QComboBox::editTextChanged, this, &IssuerBar::onEdited);
    connect(m_field->lineEdit(), &QLineEdit::returnPressed, m_session, &Session::fetchKeys);
    connect(m_button, &QPushButton::clicked, this, &IssuerBar::onButton);
    connect(m_session, &Session::issuerTextChanged, this, &IssuerBar::showText);
    connect(m_session, &Session::fetchChanged, this, &IssuerBar::watchTheTime);
    connect(m_session, &Session::fetchChanged, this, &IssuerBar::showState);
    m_seconds.setInterval(1s);
    connect(&m_seconds, &QTimer::timeout, this, &IssuerBar::showState);
    // The age of the keys is part of the state.
    connect(m_session, &Session::verdictChanged, this, &IssuerBar::showState);
    showText();
    showState();
}

void IssuerBar::build()
{
    auto *label = new QLabel(tr("Iss&uer"), this);
    m_field = new QComboBox(this);
    m_field->setEditable(true);
    m_field->setInsertPolicy(QComboBox::NoInsert);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_field->setMinimumContentsLength(24);
    m_field->setAccessibleName(tr("Issuer URL"));
    m_field->lineEdit()->setPlaceholderText(tr("https://project-id.authgear.cloud"));
    m_field->lineEdit()->setMaxLength(4096);
    m_field->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_field->completer()->setCompletionMode(QCompleter::PopupCompletion);
    label->setBuddy(m_field);

    m_button = new QPushButton(this);
    m_button->setAutoDefault(false);
    m_icon = new QLabel(this);
    m_state = new WrapLabel(this);
    m_state->setObjectName(u"issuerState"_s);
    m_state->setMaximumLines(1);
    m_state->setAccessibleDescription(tr("State of the issuer's keys"));
    // A long state must shrink before the field does.
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(label);
    row->addWidget(m_field, 3);
    row->addWidget(m_button);
    row->addWidget(m_icon);
    row->addWidget(m_state, 2, Qt::AlignVCenter);
}

//! The picture of the state is drawn in the colours and the size of the moment.
void IssuerBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        showState();
}

void IssuerBar::setHistory(const QStringList &issuers)
{
    const QSignalBlocker quiet(m_field);
    const auto text = m_field->currentText();
    m_field->clear();
    m_field->addItems(issuers);
    m_field->setEditText(text);
}

void IssuerBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->lineEdit()->selectAll();
}

bool IssuerBar::canFetch() const
{
    return !m_session->issuerProblem() && !m_session->issuerText().trimmed().isEmpty();
}

void IssuerBar::onEdited(const QString &text)
{
    const auto input = oidc::parseIssuer(text);
    if (!input && input.error().id == "issuer.looks_like_token"_L1) {
        const QSignalBlocker quiet(m_field);
        m_field->setEditText(m_session->issuerText());
        Q_EMIT tokenPasted(text);
        return;
    }
    m_session->setIssuerText(text);
    showState();
}

void IssuerBar::onButton()
{
    if (m_session->isFetching())
        m_session->cancelFetch();
    else
        m_session->fetchKeys();
}

void IssuerBar::showText()
{
    if (m_field->currentText() == m_session->issuerText())
        return;
    const QSignalBlocker quiet(m_field);
    m_field->setEditText(m_session->issuerText());
}

//! A slow answer must not look like none: the seconds go on, and there is an end to them.
void IssuerBar::watchTheTime()
{
    if (!m_session->isFetching()) {
        if (m_session->snapshot())
            m_askedFor.clear();
        return m_seconds.stop();
    }
    m_askedFor = m_session->issuerText();
    if (m_seconds.isActive())
        return;
    m_askedAt = m_session->wallClock();
    m_seconds.start();
}

QString IssuerBar::askingText() const
{
    const QString url = base::escape::visible(m_session->fetchUrl());
    const auto spent = std::chrono::floor<std::chrono::seconds>(m_session->wallClock() - m_askedAt);
    if (spent < 1s)
        return tr("Asking %1").arg(url);
    const auto most = std::chrono::floor<std::chrono::seconds>(net::FetchRequest{}.timeout);
    return tr("%1 s of at most %2 s, asking %3").arg(spent.count()).arg(most.count()).arg(url);
}

QString IssuerBar::stateText() const
{
    if (const auto problem = m_session->issuerProblem())
        return report::word(*problem).title;
    if (m_session->isOpeningSample())
        return tr("Starting the practice issuer on this computer…");
    if (m_session->isFetching())
        return askingText();
    if (m_session->snapshot())
        return snapshotText(*m_session->snapshot(), m_session->wallClock());
    if (m_session->issuerText().trimmed().isEmpty())
        return tr("No issuer: signatures cannot be checked yet");
    if (m_askedFor == m_session->issuerText())
        return tr("Stopped before the keys came");
    return tr("Not asked yet; nothing is sent before you press Fetch keys");
}

void IssuerBar::showState()
{
    const bool isFetching = m_session->isFetching();
    m_button->setText(isFetching ? tr("Cancel") : tr("Fetch &keys"));
    m_button->setEnabled(isFetching || canFetch());
    m_button->setToolTip(isFetching ? tr("Stops asking (Esc)") : QString());
    const auto text = stateText();
    m_state->setText(text);

    const auto state = look(stateOutcome());
    const int side = fontMetrics().height();
    m_icon->setPixmap(
        pixmap(state.symbol, color(state.text, palette()), side, devicePixelRatioF()));
}

base::Outcome IssuerBar::stateOutcome() const
{
    const auto &snapshot = m_session->snapshot();
    if (m_session->issuerProblem())
        return base::Outcome::Fail;
    if (!snapshot || m_session->isFetching())
        return base::Outcome::Skipped;
    if (snapshot->error)
        return base::Outcome::Fail;
    return isCautious(*snapshot) ? base::Outcome::Warn : base::Outcome::Pass;
}

} // namespace ui
