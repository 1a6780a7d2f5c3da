// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/issuerclient.h"

#include "core/net/networkthread.h"
#include "core/net/qnamtransport.h"

#include <QDeadlineTimer>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

// How much later than the visit itself the client gives up, when its thread hangs in a system call
// (a proxy script, a broken resolver).
constexpr std::chrono::milliseconds grace{500};
// How long leaving the program waits for network threads. They are done in a few milliseconds; one
// that hangs is left to the end of the process.
constexpr std::chrono::milliseconds patience{300};

} // namespace

class IssuerClient::Private final
{
public:
    Private(IssuerClient *client, const base::Clock &clock, TransportFactory transports)
        : m_client(client)
        , m_clock(clock)
        , m_transports(std::move(transports))
    {
        m_backstop.setSingleShot(true);
        QObject::connect(&m_backstop, &QTimer::timeout, m_client, [this] { giveUp(); });
    }

    ~Private()
    {
        retire();
        const QDeadlineTimer deadline(patience);
        for (const QPointer<QThread> &thread : std::as_const(m_retired)) {
            if (thread && thread->wait(deadline))
                delete thread.data(); // there may be no event loop any more for its deleteLater()
        }
    }

    void start(const FetchRequest &fetchRequest);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }

private:
    void ensureThread();
    void retire();
    void giveUp();
    void finish(const oidc::IssuerSnapshot &snapshot);

    IssuerClient *m_client;
    const base::Clock &m_clock;
    TransportFactory m_transports;
    QTimer m_backstop;
    std::unique_ptr<NetworkThread> m_network;
    QList<QPointer<QThread>> m_retired;
    FetchRequest m_request;
    quint64 m_generation = 0; // of the network thread
    bool m_running = false;
};

void IssuerClient::Private::start(const FetchRequest &fetchRequest)
{
    stop();
    ensureThread();
    m_request = fetchRequest;
    m_running = true;
    m_backstop.start(m_request.timeout + grace);
    VisitDesk *desk = m_network->desk();
    QMetaObject::invokeMethod(
        desk, [desk, fetchRequest, now = m_clock.now()] { desk->visit(fetchRequest, now); },
        Qt::QueuedConnection);
}

// A visit that did not come to its end leaves with its thread: a manager whose request was aborted
// before its head arrived must not be used again, and may take seconds to delete.
void IssuerClient::Private::stop()
{
    if (!m_running)
        return;
    m_running = false;
    m_backstop.stop();
    retire();
}

void IssuerClient::Private::ensureThread()
{
    if (m_network)
        return;
    m_network = std::make_unique<NetworkThread>(m_transports);
    // What an older thread had already queued is still delivered after a disconnect().
    const auto isCurrent
        = [this, mine = ++m_generation] { return m_running && mine == m_generation; };
    QObject::connect(m_network->desk(), &VisitDesk::progressed, m_client,
                     [this, isCurrent](const QString &step, const QString &url) {
                         if (isCurrent())
                             Q_EMIT m_client->progressed(step, url);
                     });
    QObject::connect(m_network->desk(), &VisitDesk::finished, m_client,
                     [this, isCurrent](const oidc::IssuerSnapshot &snapshot) {
                         if (isCurrent())
                             finish(snapshot);
                     });
}

void IssuerClient::Private::retire()
{
    if (!m_network)
        return;
    ++m_generation;
    m_retired.removeAll(nullptr);
    m_retired.append(m_network->thread());
    m_network.reset();
}

void IssuerClient::Private::giveUp()
{
    oidc::IssuerSnapshot snapshot;
    snapshot.input = m_request.issuer;
    snapshot.fetchedAt = m_clock.now();
    snapshot.error = base::Error{"net.timeout"_L1, m_request.issuer.issuer, -1};
    finish(snapshot);
}

void IssuerClient::Private::finish(const oidc::IssuerSnapshot &snapshot)
{
    m_running = false;
    m_backstop.stop();
    if (snapshot.error && snapshot.error->id == "net.timeout"_L1)
        retire();
    Q_EMIT m_client->finished(snapshot); // last: the receiver may fetch again, or delete the client
}

IssuerClient::IssuerClient(const base::Clock &clock, QObject *parent)
    : IssuerClient(
        clock, [] { return std::make_unique<QnamTransport>(); }, parent)
{
}

IssuerClient::IssuerClient(const base::Clock &clock, TransportFactory transports, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock, std::move(transports)))
{
}

IssuerClient::~IssuerClient() = default;

void IssuerClient::fetch(const FetchRequest &request)
{
    d->start(request);
}

void IssuerClient::cancel()
{
    d->stop();
}

bool IssuerClient::isRunning() const
{
    return d->isRunning();
}

} // namespace net
