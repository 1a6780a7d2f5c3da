// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace net {
struct CertificateException;
}
namespace oidc {
struct IssuerSnapshot;
}

namespace ui {

class Session;

//! Says under the issuer's field why its keys could not be had and what to do about it, with the
//! one click that may help: trust this very certificate, or allow this very host, for this run.
class IssuerNotice final : public Card
{
    Q_OBJECT

public:
    explicit IssuerNotice(Session *session, QWidget *parent = nullptr);

private:
    void refresh();
    void showProblem(const QString &title, const QString &text);
    void offerRemedy(const oidc::IssuerSnapshot &snapshot);
    void askAboutCertificate();

    Session *m_session;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_trust = nullptr;
    QPushButton *m_allow = nullptr;
};

} // namespace ui
