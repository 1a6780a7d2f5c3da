// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/issuernotice.h"

#include "core/base/escape.h"
#include "core/report/times.h"
#include "core/report/wording.h"
#include "ui/session/session.h"
#include "ui/widgets/messagebox.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

// The exchange whose certificate was refused; null when TLS was not what went wrong.
const http::Exchange *refusedCertificate(const std::optional<oidc::IssuerSnapshot> &snapshot)
{
    if (!snapshot || !snapshot->error || snapshot->exchanges.isEmpty())
        return nullptr;
    const auto &last = snapshot->exchanges.constLast();
    const bool refused
        = last.tls.used && !last.tls.problems.isEmpty() && !last.tls.certificateSha256.isEmpty();
    return refused ? &last : nullptr;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString certificateText(const http::Exchange &exchange)
{
    const auto &tls = exchange.tls;
    const QStringList lines{
        IssuerNotice::tr("Issued to: %1").arg(base::escape::visible(tls.certificateSubject)),
        IssuerNotice::tr("Issued by: %1").arg(base::escape::visible(tls.certificateIssuer)),
        IssuerNotice::tr("Valid: %1 to %2")
            .arg(report::utcText(tls.validFrom), report::utcText(tls.validUntil)),
        IssuerNotice::tr("SHA-256: %1").arg(QString::fromLatin1(tls.certificateSha256)),
        IssuerNotice::tr("Problem: %1").arg(base::escape::visible(tls.problems.join("; "_L1))),
    };
    return lines.join(u'\n');
}

//! Keys that are missing may be so because it is another issuer that was asked.
QString otherIssuer(const oidc::IssuerSnapshot &snapshot)
{
    const QString named = snapshot.discovery.issuer();
    if (named.isEmpty() || named == snapshot.input.issuer)
        return {};
    return u' '
        + IssuerNotice::tr("Besides, the discovery document names another issuer: %1.")
              .arg(base::escape::visible(named));
}

} // namespace

IssuerNotice::IssuerNotice(Session *session, QWidget *parent)
    : Card(parent)
    , m_session(session)
{
    setObjectName(u"issuerNotice"_s);
    setState(ColorRole::Rejected, ColorRole::RejectedSurface);
    m_title = plainLabel(this);
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_text = plainLabel(this);
    m_trust = new QPushButton(tr("Trust this certificate…"), this);
    m_allow = new QPushButton(this);

    auto *texts = new QVBoxLayout;
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    row->addLayout(texts, 1);
    row->addWidget(m_trust);
    row->addWidget(m_allow);

    connect(m_trust, &QPushButton::clicked, this, &IssuerNotice::askAboutCertificate);
    connect(m_allow, &QPushButton::clicked, this, [this] {
        if (m_session->snapshot())
            m_session->allowPrivateHost(m_session->snapshot()->blockedHost);
    });
    connect(m_session, &Session::fetchChanged, this, &IssuerNotice::refresh);
    connect(m_session, &Session::issuerTextChanged, this, &IssuerNotice::refresh);
    refresh();
}

void IssuerNotice::refresh()
{
    m_trust->hide();
    m_allow->hide();
    const auto &snapshot = m_session->snapshot();
    if (const auto problem = m_session->issuerProblem()) {
        const auto text = report::word(*problem);
        showProblem(text.title, text.explanation + u' ' + text.action);
    } else if (snapshot && snapshot->error && !m_session->isFetching()) {
        const auto text = report::word(*snapshot->error);
        showProblem(text.title, text.explanation + u' ' + text.action + otherIssuer(*snapshot));
        offerRemedy(*snapshot);
    } else {
        hide();
    }
}

void IssuerNotice::showProblem(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
    show();
}

void IssuerNotice::offerRemedy(const oidc::IssuerSnapshot &snapshot)
{
    m_trust->setVisible(refusedCertificate(m_session->snapshot()) != nullptr);
    if (!snapshot.blockedHost.isEmpty()) {
        m_allow->setText(
            tr("Allow %1 for this run")
                .arg(base::escape::visible(snapshot.blockedHost).replace(u'&', "&&"_L1)));
        m_allow->show();
    }
}

void IssuerNotice::askAboutCertificate()
{
    const auto *exchange = refusedCertificate(m_session->snapshot());
    if (exchange == nullptr)
        return;
    const auto url = QUrl::fromEncoded(exchange->url);
    const net::CertificateException exception{url.host(), url.port(443),
                                              exchange->tls.certificateSha256};
    auto *box
        = new MessageBox(QMessageBox::Warning, tr("Trust this certificate?"),
                         tr("Trust this certificate of %1 until Assay is closed?").arg(url.host()),
                         certificateText(*exchange), QMessageBox::Cancel, this);
    auto *trust = box->addButton(tr("Trust for this run"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(trust, &QAbstractButton::clicked, this,
            [this, exception] { m_session->trustCertificate(exception); });
    box->open();
}

} // namespace ui
