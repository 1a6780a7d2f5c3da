// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/networkthread.h"

#include "core/jose/threadstate.h"
#include "core/net/issuervisit.h"
#include "core/net/transport.h"

using namespace Qt::Literals::StringLiterals;

namespace net {

VisitDesk::VisitDesk(TransportFactory transports)
    : m_transports(std::move(transports))
{
}

VisitDesk::~VisitDesk() = default;

void VisitDesk::visit(const FetchRequest &request, base::Instant now)
{
    if (!m_transport)
        m_transport = m_transports();
    m_visit = std::make_unique<IssuerVisit>(request, now, *m_transport);
    connect(m_visit.get(), &IssuerVisit::progressed, this, &VisitDesk::progressed);
    connect(m_visit.get(), &IssuerVisit::finished, this, &VisitDesk::finished);
    m_visit->start();
}

NetworkThread::NetworkThread(TransportFactory transports)
    : m_thread(new QThread)
    , m_desk(new VisitDesk(std::move(transports)))
{
    jose::leaveCleaningToTheSystem();
    m_thread->setObjectName(u"assay network"_s);
    m_desk->moveToThread(m_thread);
    // The desk goes while the thread's event loop still runs. Were it left to the end of the
    // thread, as is usual, deleting the QThread would wait for that end, on the thread of the
    // window.
    QObject::connect(m_desk, &QObject::destroyed, m_thread, &QThread::quit, Qt::DirectConnection);
    QObject::connect(m_thread, &QThread::finished, m_thread, jose::releaseThreadState,
                     Qt::DirectConnection);
    QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    m_thread->start();
}

NetworkThread::~NetworkThread()
{
    m_desk->deleteLater();
}

} // namespace net
