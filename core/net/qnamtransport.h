// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/net/replyreader.h"
#include "core/net/transport.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>

namespace net {

//! The real network: no redirects, cookies, cache, stored credentials or dialogues of its own.
//! Lives and dies on a network thread, because deleting it may block.
class QnamTransport final : public QObject, public Transport
{
    Q_OBJECT

public:
    QnamTransport();
    ~QnamTransport() override;

    void begin(const FetchRequest &request) override;
    [[nodiscard]] QString proxyFor(const QByteArray &url) override;
    void resolve(const QString &host, Resolved resolved) override;
    void get(const Hop &hop, Answered answered) override;
    http::Exchange abort() override;

private:
    void send();
    void onFinished();

    QNetworkAccessManager m_manager;
    // The person's own authorities are asked first and alone, then those of the system: together
    // they would cost most of a second, because Qt then loads every certificate of the system.
    QList<QSslCertificate> m_authorities;
    QSet<QString> m_knownToSystem; // host:port whose certificate is none of theirs
    bool m_onlyExtra = false; // the request under way
    QList<CertificateException> m_exceptions;
    QSet<QByteArray> m_trusted; // certificates that only an exception let pass, in this visit
    std::unique_ptr<ReplyReader> m_reader;
    Hop m_hop;
    Answered m_answered;
    int m_lookup = -1;
};

} // namespace net
