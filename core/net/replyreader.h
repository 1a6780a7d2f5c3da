// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/http/exchange.h"
#include "core/net/fetchrequest.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>

namespace net {

//! Reads one reply into an exchange while it arrives, never more than the limit; a reply that is
//! too large, and a redirect, are ended at once.
class ReplyReader final : public QObject
{
    Q_OBJECT

public:
    //! Takes the reply over. `exceptions` are certificates that the person trusts for this run.
    ReplyReader(QNetworkReply *reply, qint64 bodyLimit, QList<CertificateException> exceptions);
    ~ReplyReader() override;

    //! What has arrived so far.
    [[nodiscard]] const http::Exchange &exchange() const { return m_exchange; }
    [[nodiscard]] bool hasHead() const { return m_exchange.status != 0; }
    //! Also the end of every signal.
    void abort();

Q_SIGNALS:
    //! Once, from within a signal of the reply: the receiver may drop the reader with
    //! deleteLater(), not with delete.
    void finished();

private:
    void onHead();
    // Counted while it arrives: Content-Length may be missing, or a lie.
    void onBody();
    // Only for a certificate that the person trusts by fingerprint; anything else fails.
    void onSslErrors(const QList<QSslError> &errors);
    void onFinished();
    // While the connection is there: afterwards Qt knows neither protocol nor certificate.
    void noteTls();
    void end(const std::optional<base::Error> &error);
    [[nodiscard]] base::Error tooLarge() const;

    QPointer<QNetworkReply> m_reply; // the manager may die first, and takes it along
    qint64 m_bodyLimit;
    QList<CertificateException> m_exceptions;
    QList<QSslError> m_sslErrors;
    http::Exchange m_exchange;
    bool m_ended = false;
};

} // namespace net
