// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/hostileserver.h"

#include "core/jose/threadstate.h"

#include <QFile>
#include <QMap>
#include <QMutex>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <atomic>

#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;

namespace support {

struct HostileServer::State
{
    mutable QMutex mutex;
    QMap<QByteArray, Behaviour> behaviours;
    QList<QByteArray> requests;
    std::optional<QSslConfiguration> tls;
    QByteArray base;
    quint16 port = 0;
    std::atomic<int> open = 0;

    Behaviour take(const QByteArray &request)
    {
        const QMutexLocker lock(&mutex);
        requests.append(request);
        Behaviour behaviour = behaviours.value(request.split(' ').value(1),
                                               answer("404 Not Found", "text/plain", "no"));
        behaviour.opening.replace("{base}", base);
        return behaviour;
    }
};

namespace {

// One connection, any number of requests on it.
class Connection final : public QObject
{
public:
    Connection(QSslSocket *socket, std::shared_ptr<HostileServer::State> state, QObject *parent)
        : QObject(parent)
        , m_socket(socket)
        , m_state(std::move(state))
    {
        ++m_state->open;
        m_socket->setParent(this);
        m_pause.setSingleShot(true);
        m_pause.setTimerType(Qt::PreciseTimer);
        connect(&m_pause, &QTimer::timeout, this, &Connection::repeat);
        connect(m_socket, &QTcpSocket::readyRead, this, &Connection::onReadyRead);
        connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::onTaken);
        connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &Connection::onTaken);
    }

    ~Connection() override { --m_state->open; }

private:
    void onReadyRead()
    {
        m_received += m_socket->readAll();
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        m_behaviour = m_state->take(m_received.left(end));
        m_received.remove(0, end + 4);
        QTimer::singleShot(m_behaviour.delay, this, [this] { open(); });
    }

    void open()
    {
        m_socket->write(m_behaviour.opening);
        if (m_behaviour.ending == Behaviour::Ending::Reset)
            reset();
        else if (m_behaviour.ending == Behaviour::Ending::Close)
            m_socket->disconnectFromHost();
        else if (m_behaviour.pause.count() > 0)
            m_pause.start(m_behaviour.pause);
    }

    // TLS takes everything at once, and keeps it until the other side does.
    void onTaken()
    {
        const bool isTaken
            = m_socket->bytesToWrite() == 0 && m_socket->encryptedBytesToWrite() == 0;
        if (isTaken && m_behaviour.pause.count() == 0)
            QTimer::singleShot(0, this, &Connection::repeat);
    }

    void repeat()
    {
        if (m_behaviour.repeated.isEmpty() || m_socket->state() != QTcpSocket::ConnectedState)
            return;
        m_socket->write(m_behaviour.repeated);
        if (m_behaviour.pause.count() > 0)
            m_pause.start(m_behaviour.pause);
    }

    // A RST instead of a FIN: close with nothing to linger for.
    void reset()
    {
        const linger now{1, 0};
        setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                   sizeof now);
        m_socket->abort();
    }

    QSslSocket *m_socket;
    std::shared_ptr<HostileServer::State> m_state;
    QByteArray m_received;
    Behaviour m_behaviour;
    QTimer m_pause;
};

class Listener final : public QTcpServer
{
public:
    explicit Listener(std::shared_ptr<HostileServer::State> state)
        : m_state(std::move(state))
    {
        listen(QHostAddress::LocalHost);
        m_state->port = serverPort();
        m_state->base = (m_state->tls ? "https"_ba : "http"_ba) + "://127.0.0.1:"_ba
            + QByteArray::number(serverPort());
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket;
        socket->setSocketDescriptor(descriptor);
        new Connection(socket, m_state, this);
        if (m_state->tls) {
            socket->setSslConfiguration(*m_state->tls);
            socket->startServerEncryption();
        }
    }

private:
    std::shared_ptr<HostileServer::State> m_state;
};

QByteArray testFile(const QString &name)
{
    QFile file(QStringLiteral(ASSAY_TEST_DATA "/tls/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

HostileServer::HostileServer()
    : m_state(std::make_shared<State>())
{
    start();
}

HostileServer::HostileServer(const QString &certificateName)
    : m_state(std::make_shared<State>())
{
    jose::leaveCleaningToTheSystem(); // The fetching threads of a test may outlive it by a moment.
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(testFile(certificateName + u".pem"_s)));
    tls.setPrivateKey(QSslKey(testFile(u"server.key"_s), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_state->tls = tls;
    start();
}

HostileServer::~HostileServer()
{
    m_thread.quit();
    m_thread.wait();
}

void HostileServer::start()
{
    m_thread.start();
    auto *home = new QObject;
    home->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, home, &QObject::deleteLater);
    QMetaObject::invokeMethod(
        home,
        [this, home] {
            auto *listener = new Listener(m_state);
            QObject::connect(home, &QObject::destroyed, listener, [listener] { delete listener; });
        },
        Qt::BlockingQueuedConnection);
}

void HostileServer::on(const QByteArray &path, const Behaviour &behaviour)
{
    const QMutexLocker lock(&m_state->mutex);
    m_state->behaviours.insert(path, behaviour);
}

QByteArray HostileServer::base() const
{
    return m_state->base;
}

quint16 HostileServer::port() const
{
    return m_state->port;
}

QList<QByteArray> HostileServer::requests() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->requests;
}

int HostileServer::openConnections() const
{
    return m_state->open;
}

} // namespace support
