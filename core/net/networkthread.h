// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/net/issuerclient.h"

#include <QPointer>
#include <QThread>

namespace net {

class IssuerVisit;

//! The side of the client that lives on the network thread: makes the transport there on first use
//! and drives one visit at a time.
class VisitDesk final : public QObject
{
    Q_OBJECT

public:
    explicit VisitDesk(TransportFactory transports);
    ~VisitDesk() override;

    //! On the network thread only. An older visit is dropped, and says nothing more.
    void visit(const FetchRequest &request, base::Instant now);

Q_SIGNALS:
    //! As those of IssuerVisit; to be connected to across threads.
    void progressed(const QString &step, const QString &url);
    void finished(const oidc::IssuerSnapshot &snapshot);

private:
    TransportFactory m_transports;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<IssuerVisit> m_visit;
};

//! A running thread with a desk on it. Dropping it never waits: the thread ends by itself when what
//! is on it is gone, which may take seconds (see connectioncut.h).
class NetworkThread final
{
public:
    explicit NetworkThread(TransportFactory transports);
    ~NetworkThread();
    Q_DISABLE_COPY_MOVE(NetworkThread)

    [[nodiscard]] VisitDesk *desk() const { return m_desk; }
    [[nodiscard]] QPointer<QThread> thread() const { return m_thread; }

private:
    QPointer<QThread> m_thread;
    VisitDesk *m_desk; // lives on the thread, which ends with it
};

} // namespace net
