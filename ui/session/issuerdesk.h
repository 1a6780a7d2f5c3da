// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/net/issuerclient.h"

#include <QHash>
#include <QObject>

namespace ui {

//! The issuer that the person typed, the visits to it, and what they brought. Key sets are kept in
//! memory for each issuer, so coming back to one shows its keys with their age.
class IssuerDesk final : public QObject
{
    Q_OBJECT

public:
    explicit IssuerDesk(const base::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }
    //! False when nothing changed.
    bool setText(const QString &text);
    //! The issuer that a token names. Unconfirmed, unless its keys were fetched before as one's
    //! own.
    void setFromToken(const QString &text);
    [[nodiscard]] bool isUnconfirmed() const { return m_isUnconfirmed; }
    [[nodiscard]] const base::Result<oidc::IssuerInput> &input() const { return m_input; }

    void fetch();
    void cancel();
    [[nodiscard]] bool isFetching() const { return m_client.isRunning(); }
    [[nodiscard]] const QString &url() const { return m_url; }
    [[nodiscard]] const std::optional<oidc::IssuerSnapshot> &snapshot() const { return m_snapshot; }

    void trust(const net::CertificateException &exception) { m_exceptions.append(exception); }
    void allowHost(const QString &host) { m_allowedHosts.insert(host); }
    void setExtraCa(const QByteArray &pem) { m_extraCa = pem; }
    //! "This is my issuer", for one that came from the token.
    void confirm();

Q_SIGNALS:
    void changed();

private:
    void take(const QString &text);
    void accept(const oidc::IssuerSnapshot &snapshot);

    net::IssuerClient m_client;
    QString m_text;
    QString m_url;
    base::Result<oidc::IssuerInput> m_input;
    std::optional<oidc::IssuerSnapshot> m_snapshot;
    QHash<QString, oidc::IssuerSnapshot> m_cache;
    QList<net::CertificateException> m_exceptions;
    QSet<QString> m_allowedHosts;
    QByteArray m_extraCa;
    bool m_isUnconfirmed = false;
};

} // namespace ui
