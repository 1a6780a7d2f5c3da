// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/support/behaviours.h"

#include <QList>
#include <QThread>

#include <memory>

namespace support {

//! A server on 127.0.0.1 that speaks raw bytes, on a thread of its own, so that a client that
//! blocks is seen to block. Paths without a behaviour answer 404.
class HostileServer
{
public:
    HostileServer();
    //! TLS with tests/data/tls/<name>.pem.
    explicit HostileServer(const QString &certificateName);
    ~HostileServer();
    Q_DISABLE_COPY_MOVE(HostileServer)

    void on(const QByteArray &path, const Behaviour &behaviour);
    //! "http://127.0.0.1:40001" or the same with https.
    [[nodiscard]] QByteArray base() const;
    [[nodiscard]] QString issuer() const { return QString::fromLatin1(base()); }
    [[nodiscard]] quint16 port() const;
    //! Every request so far: its line and headers as they came.
    [[nodiscard]] QList<QByteArray> requests() const;
    //! Connections that are open at this moment.
    [[nodiscard]] int openConnections() const;

    struct State;

private:
    void start();

    std::shared_ptr<State> m_state;
    QThread m_thread;
};

} // namespace support
