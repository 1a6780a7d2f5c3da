// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/practice/httpserver.h"

#include <QTimer>

class QTcpSocket;

namespace practice {

//! One client of an HttpServer, from its first byte to its last. Owns the socket and deletes itself
//! when that is closed; `service` must outlive it.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    HttpConnection(QTcpSocket *socket, const HttpService &service, QObject *parent);

    //! Answers with the status of the error, reads nothing more, and closes a little later: closing
    //! with unread bytes would reset the connection and take the answer away from the client.
    void refuse(const base::Error &error);

private:
    enum class Phase : quint8 { Reading, Answering, Closing, Refused };

    void onReadyRead();
    void onBytesWritten();
    // A client that says nothing, or reads nothing, must not hold a connection for ever.
    void onDeadline();
    void awaitRequest();
    void serve();
    [[nodiscard]] bool readRequest();
    // False while the end of the head has not come; searched on from where the last look ended,
    // so that a head in single bytes costs no square of its length.
    [[nodiscard]] bool readHead();
    // Reads on, and never more than is wanted, so that a client cannot fill the memory.
    void take(qint64 size);
    void answer();
    void send(const HttpAnswer &answer, bool withBody);

    QTcpSocket *m_socket;
    const HttpService &m_service;
    QTimer m_deadline;
    QByteArray m_input;
    HttpRequest m_request;
    qsizetype m_searched = 0; //!< How much of m_input is known not to hold the end of the head.
    bool m_headDone = false;
    Phase m_phase = Phase::Reading;
};

} // namespace practice
