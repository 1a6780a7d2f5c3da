// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/httpserver.h"

#include "core/practice/httpconnection.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace practice {

HttpServer::HttpServer(HttpService service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
    // A proxy set for the whole application must not carry a loopback listener elsewhere.
    m_listener.setProxy(QNetworkProxy::NoProxy);
    connect(&m_listener, &QTcpServer::newConnection, this, &HttpServer::acceptConnections);
    connect(&m_listener, &QTcpServer::acceptError, this, &HttpServer::onAcceptError);
}

HttpServer::~HttpServer()
{
    close();
}

base::Result<quint16> HttpServer::listen(quint16 port)
{
    if (!m_listener.listen(QHostAddress::LocalHost, port))
        return base::failure("http.listen"_L1, m_listener.errorString());
    return m_listener.serverPort();
}

void HttpServer::close()
{
    m_listener.close();
    qDeleteAll(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly));
}

qsizetype HttpServer::connectionCount() const
{
    return findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly).size();
}

void HttpServer::acceptConnections()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        const bool crowded = connectionCount() >= m_service.limits.connections;
        auto *connection = new HttpConnection(socket, m_service, this);
        if (crowded)
            connection->refuse({"request.crowd"_L1, u"Too many connections at once."_s});
    }
}

void HttpServer::onAcceptError()
{
    // Out of descriptors, say. Qt stops accepting for good after an error, so try again soon.
    constexpr std::chrono::milliseconds pause(100);
    QTimer::singleShot(pause, &m_listener, &QTcpServer::resumeAccepting);
}

} // namespace practice
