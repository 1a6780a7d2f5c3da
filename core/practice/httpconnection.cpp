// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/httpconnection.h"

#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

namespace practice {

HttpConnection::HttpConnection(QTcpSocket *socket, const HttpService &service, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_service(service)
{
    m_socket->setParent(this);
    // What is not taken stays in the kernel, so a client that only sends is slowed down by TCP.
    m_socket->setReadBufferSize(m_service.limits.headBytes);
    m_deadline.setSingleShot(true);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_deadline, &QTimer::timeout, this, &HttpConnection::onDeadline);
    m_deadline.start(m_service.limits.idleTime);
}

void HttpConnection::refuse(const base::Error &error)
{
    m_request.keepAlive = false;
    m_input.clear();
    m_socket->skip(m_socket->bytesAvailable());
    send(plainAnswer(statusOf(error), error.detail.toUtf8()), true);
    m_phase = Phase::Refused;
    m_deadline.start(m_service.limits.lingerTime);
}

void HttpConnection::onReadyRead()
{
    if (m_phase == Phase::Reading)
        serve();
    else if (m_phase != Phase::Answering)
        m_socket->skip(m_socket->bytesAvailable());
}

void HttpConnection::onBytesWritten()
{
    if (m_phase != Phase::Answering || m_socket->bytesToWrite() > 0)
        return;
    m_phase = Phase::Reading;
    awaitRequest();
    serve(); // A pipelined request may be waiting, and no readyRead() will tell.
}

void HttpConnection::onDeadline()
{
    const bool requestBegun = m_headDone || !m_input.isEmpty();
    if (m_phase == Phase::Reading && requestBegun)
        refuse({"request.timeout"_L1, u"The request did not arrive in time."_s});
    else
        m_socket->abort();
}

void HttpConnection::awaitRequest()
{
    m_deadline.start(m_input.isEmpty() ? m_service.limits.idleTime : m_service.limits.requestTime);
}

//! Ends when a request is incomplete, refused or the last, or when the client does not read.
void HttpConnection::serve()
{
    while (m_phase == Phase::Reading && readRequest())
        answer();
}

bool HttpConnection::readRequest()
{
    const bool wasIdle = m_input.isEmpty() && !m_headDone;
    take(m_headDone ? m_request.bodyBytes : m_service.limits.headBytes + 4);
    if (wasIdle && !m_input.isEmpty())
        m_deadline.start(m_service.limits.requestTime);
    if (!m_headDone && !readHead())
        return false;
    take(m_request.bodyBytes);
    return m_input.size() >= m_request.bodyBytes;
}

//! Fills m_input up to this size with what has arrived.
void HttpConnection::take(qint64 size)
{
    if (m_input.size() < size && m_socket->bytesAvailable() > 0)
        m_input += m_socket->read(size - m_input.size());
}

//! True when the head has been read; a wrong or endless one has been refused.
bool HttpConnection::readHead()
{
    while (m_input.startsWith("\r\n")) // RFC 9112 section 2.2
        m_input.remove(0, 2);
    const qsizetype end = m_input.indexOf("\r\n\r\n", qMax(qsizetype(0), m_searched - 3));
    if (end < 0 || end > m_service.limits.headBytes) {
        m_searched = m_input.size();
        if (m_input.size() > m_service.limits.headBytes)
            refuse({"request.head_size"_L1, u"The request head is too long."_s});
        return false;
    }
    base::Result<HttpRequest> request = parseHead(QByteArrayView(m_input).first(end));
    if (!request) {
        refuse(
            {request.error().id, u"The request could not be read (%1)."_s.arg(request.error().id)});
        return false;
    }
    if (request->bodyBytes > m_service.limits.bodyBytes) {
        refuse({"request.too_large"_L1, u"The request body is too long."_s});
        return false;
    }
    m_request = *std::move(request);
    m_input.remove(0, end + 4);
    m_searched = 0;
    m_headDone = true;
    return true;
}

void HttpConnection::answer()
{
    m_request.body = m_input.first(m_request.bodyBytes);
    m_input.remove(0, m_request.bodyBytes);
    m_headDone = false;
    m_deadline.start(m_service.limits.answerTime);
    send(m_service.handler(m_request), m_request.method != "HEAD");
    if (m_socket->state() != QAbstractSocket::ConnectedState || !m_request.keepAlive) {
        m_phase = Phase::Closing;
        m_socket->disconnectFromHost(); // After the last byte is written; the deadline watches.
    } else if (m_socket->bytesToWrite() > 0) {
        m_phase = Phase::Answering;
    } else {
        awaitRequest();
    }
}

void HttpConnection::send(const HttpAnswer &answer, bool withBody)
{
    m_socket->write(serialize(
        answer, {m_service.clock.now(), withBody, m_request.keepAlive, m_request.isHttp10}));
    // A client that shuts its writing side after the request still reads, but Qt drops what is
    // unwritten when it sees the end of input: hand it to the kernel before that.
    m_socket->flush();
}

} // namespace practice
