// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/practice/httpmessage.h"

#include <QObject>
#include <QTcpServer>

#include <chrono>
#include <functional>

namespace practice {

//! What one client may cost. The defaults fit an issuer that a person runs on their own machine.
struct HttpLimits
{
    qsizetype headBytes = 16 * 1024;
    qint64 bodyBytes = 64 * 1024;
    int connections = 64;
    std::chrono::milliseconds idleTime{30'000}; //!< Without a byte, before and between requests.
    //! From the first byte to the last, not restarted.
    std::chrono::milliseconds requestTime{5'000};
    std::chrono::milliseconds answerTime{5'000}; //!< For a client that does not read its answer.
    std::chrono::milliseconds lingerTime{250}; //!< After a refusal, so that it can be read.
};

//! What a server serves. The handler is called on the server's thread and answers at once.
struct HttpService
{
    const base::Clock &clock;
    std::function<HttpAnswer(const HttpRequest &)> handler;
    HttpLimits limits{};
};

//! A small HTTP/1.1 server on 127.0.0.1 only: keep-alive, pipelining one answer at a time, HEAD,
//! hard limits on everything that a client decides. Raw bytes reach the handler unchanged. No TLS,
//! no chunked bodies, no content negotiation.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    //! The clock of `service` must outlive the server; its handler must not close() it.
    explicit HttpServer(HttpService service, QObject *parent = nullptr);
    ~HttpServer() override;

    //! Port 0: any free one. Returns the port; error http.listen with what the system said.
    [[nodiscard]] base::Result<quint16> listen(quint16 port);
    //! Stops listening and drops every connection, also those kept alive. Not from the handler.
    void close();
    [[nodiscard]] bool isListening() const { return m_listener.isListening(); }
    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }
    [[nodiscard]] qsizetype connectionCount() const;

private:
    void acceptConnections();
    void onAcceptError();

    HttpService m_service;
    QTcpServer m_listener;
};

} // namespace practice
