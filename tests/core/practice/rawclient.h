// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"

#include <QTcpSocket>

#include <optional>

//! A clock that stands still.
class FixedClock final : public base::Clock
{
public:
    // Thu, 20 Aug 2026 10:00:00 GMT
    base::Instant instant{std::chrono::seconds(1787220000)};
    [[nodiscard]] base::Instant now() const override { return instant; }
};

struct RawAnswer
{
    int status = 0;
    QByteArray head;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
};

//! A client that sends exactly the bytes it is given and keeps exactly those it gets.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] {
            if (reading)
                received += socket.readAll();
        });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    void send(const QByteArray &bytes) { socket.write(bytes); }
    [[nodiscard]] bool isClosed() const
    {
        return socket.state() == QAbstractSocket::UnconnectedState;
    }

    //! Takes one whole answer off what was received.
    std::optional<RawAnswer> takeAnswer(bool withBody = true)
    {
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return {};
        RawAnswer answer;
        answer.head = received.first(end);
        answer.status = answer.head.mid(9, 3).toInt();
        const qsizetype length = withBody ? answer.header("Content-Length").toInt() : 0;
        if (received.size() < end + 4 + length)
            return {};
        answer.body = received.mid(end + 4, length);
        received.remove(0, end + 4 + length);
        return answer;
    }

    QTcpSocket socket;
    QByteArray received;
    bool reading = true;
};

//! Waits until a whole answer is there; the test fails when it does not come. QTRY_VERIFY looks
//! once more after success, so nothing is taken twice.
#define TRY_ANSWER(variable, client)                                                               \
    std::optional<RawAnswer> variable;                                                             \
    QTRY_VERIFY(variable || (variable = (client).takeAnswer()))
