// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/httpserver.h"
#include "rawclient.h"

#include <QTest>
#include <QTimer>

#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using practice::HttpAnswer;
using practice::HttpLimits;
using practice::HttpRequest;
using practice::HttpServer;

namespace {

const QByteArray simpleGet = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n"_ba;

//! Answers with the path and the body of the request.
HttpAnswer echo(const HttpRequest &request)
{
    HttpAnswer answer;
    answer.body = request.path + '|' + request.body;
    return answer;
}

} // namespace

//! Real sockets against a server in the same thread: friendly, slow, greedy and leaving clients.
class TestHttpServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensOnOneAddressOnly();
    void saysWhenThePortIsTaken();
    void answersSeveralRequestsOnOneConnection();
    void answersPipelinedRequestsInOrder();
    void takesAHeadByteByByte();
    void ignoresAnEmptyLineBeforeTheRequest();
    void deliversBodiesUpToTheLimit();
    void refusesABodyOverTheLimit();
    void acceptsAHeadOfExactlyTheLimit();
    void refusesAnEndlessHead();
    void refusalReachesAClientThatStillSends();
    void closesAfterAMalformedRequest();
    void headHasNoBodyAndTheConnectionStaysUsable();
    void closesWhenAsked();
    void answersAClientThatShutsItsWritingSide();
    void dripDoesNotExtendTheTimeOfARequest();
    void slowBodyIsRefusedInTime();
    void dropsIdleConnections();
    void dropsAClientThatDoesNotReadItsAnswer();
    void readerPacesAFloodOfRequests();
    void survivesClientsThatLeave_data();
    void survivesClientsThatLeave();
    void refusesACrowdAndServesAgainAfterwards();
    void closeDropsKeptAliveConnections();
    void datesComeFromTheClock();

private:
    //! Listens on a free port.
    quint16 listen(HttpServer &server)
    {
        const auto port = server.listen(0);
        return port ? *port : quint16(0);
    }

    FixedClock m_clock;
};

void TestHttpServer::listensOnOneAddressOnly()
{
    HttpServer server({m_clock, echo});
    const quint16 port = listen(server);
    RawClient good(port);
    QTRY_COMPARE(good.socket.state(), QAbstractSocket::ConnectedState);
    // 127.0.0.2 is this machine too, and would answer if the server listened on every address.
    QTcpSocket other;
    other.connectToHost(QHostAddress(u"127.0.0.2"_s), port);
    QTRY_COMPARE(other.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestHttpServer::saysWhenThePortIsTaken()
{
    HttpServer first({m_clock, echo});
    HttpServer second({m_clock, echo});
    const auto port = second.listen(listen(first));
    QVERIFY(!port);
    QCOMPARE(port.error().id, "http.listen"_L1);
    QVERIFY(!port.error().detail.isEmpty());
}

void TestHttpServer::answersSeveralRequestsOnOneConnection()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    for (const char *path : {"/a", "/b", "/c"}) {
        client.send("GET "_ba + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
        TRY_ANSWER(answer, client);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, path + "|"_ba);
    }
    QCOMPARE(server.connectionCount(), 1);
}

void TestHttpServer::answersPipelinedRequestsInOrder()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
                "POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody"
                "GET /3 HTTP/1.1\r\nHost: a\r\n\r\nGET /4 HT"_ba);
    for (const QByteArray &expected : {"/1|"_ba, "/2|body"_ba, "/3|"_ba}) {
        TRY_ANSWER(answer, client);
        QCOMPARE(answer->body, expected);
    }
    client.send("TP/1.1\r\nHost: a\r\n\r\n"_ba);
    TRY_ANSWER(last, client);
    QCOMPARE(last->body, "/4|"_ba);
}

void TestHttpServer::takesAHeadByteByByte()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    const QByteArray request = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi"_ba;
    QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    client.socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (const char byte : request) {
        client.send(QByteArray(1, byte));
        QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    }
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->body, "/x|hi"_ba);
}

void TestHttpServer::ignoresAnEmptyLineBeforeTheRequest()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    client.send("\r\n\r\n"_ba + simpleGet); // RFC 9112 section 2.2
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->status, 200);
}

void TestHttpServer::deliversBodiesUpToTheLimit()
{
    // Larger than the head limit, which is also the size of the read buffer.
    HttpServer server({m_clock, echo, HttpLimits{.headBytes = 256, .bodyBytes = 5000}});
    RawClient client(listen(server));
    const QByteArray body(5000, 'b');
    client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n"_ba + body
                + simpleGet);
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->body, "/x|" + body);
    TRY_ANSWER(next, client);
    QCOMPARE(next->body, "/x|"_ba);
}

void TestHttpServer::refusesABodyOverTheLimit()
{
    HttpServer server({m_clock, echo, HttpLimits{.bodyBytes = 5000}});
    RawClient client(listen(server));
    client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5001\r\n\r\n"_ba);
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->status, 413);
    QCOMPARE(answer->header("Connection"), "close"_ba);
    QTRY_VERIFY(client.isClosed());
}

void TestHttpServer::acceptsAHeadOfExactlyTheLimit()
{
    HttpServer server({m_clock, echo, HttpLimits{.headBytes = 200}});
    const quint16 port = listen(server);
    const QByteArray start = "GET /x HTTP/1.1\r\nHost: a\r\nX: "_ba;
    RawClient fits(port);
    fits.send(start + QByteArray(200 - start.size(), 'x') + "\r\n\r\n");
    TRY_ANSWER(good, fits);
    QCOMPARE(good->status, 200);
    RawClient tooLong(port);
    tooLong.send(start + QByteArray(201 - start.size(), 'x') + "\r\n\r\n");
    TRY_ANSWER(bad, tooLong);
    QCOMPARE(bad->status, 431);
}

void TestHttpServer::refusesAnEndlessHead()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    client.send("GET / HTTP/1.1\r\nHost: a\r\n"_ba + QByteArray("X: y\r\n").repeated(20'000));
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->status, 431);
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestHttpServer::refusalReachesAClientThatStillSends()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    client.send("BROKEN\r\n\r\n"_ba + QByteArray(300'000, 'x'));
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->status, 400);
    QVERIFY(answer->body.contains("request.line"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received.isEmpty());
}

void TestHttpServer::closesAfterAMalformedRequest()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    client.send("GET / HTTP/1.1\r\nHost : a\r\n\r\n"_ba + simpleGet);
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->status, 400);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received.isEmpty()); // What follows a broken head is not a request.
}

void TestHttpServer::headHasNoBodyAndTheConnectionStaysUsable()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    client.send("HEAD /long HTTP/1.1\r\nHost: a\r\n\r\n"_ba);
    std::optional<RawAnswer> head;
    QTRY_VERIFY(head || (head = client.takeAnswer(false)));
    QCOMPARE(head->header("Content-Length"), "6"_ba);
    client.send(simpleGet);
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->body, "/x|"_ba);
}

void TestHttpServer::closesWhenAsked()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    client.send("GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"_ba);
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->header("Connection"), "close"_ba);
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestHttpServer::answersAClientThatShutsItsWritingSide()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    client.send(simpleGet);
    client.socket.flush();
    // As `printf … | nc -N` does; QTcpSocket itself cannot.
    QCOMPARE(::shutdown(static_cast<int>(client.socket.socketDescriptor()), SHUT_WR), 0);
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->body, "/x|"_ba);
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestHttpServer::dripDoesNotExtendTheTimeOfARequest()
{
    HttpServer server({m_clock, echo, HttpLimits{.requestTime = 150ms}});
    RawClient client(listen(server));
    QTimer drip;
    QObject::connect(&drip, &QTimer::timeout, &drip, [&] { client.send("x"_ba); });
    drip.start(10ms);
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->status, 408);
}

void TestHttpServer::slowBodyIsRefusedInTime()
{
    HttpServer server({m_clock, echo, HttpLimits{.requestTime = 100ms}});
    RawClient client(listen(server));
    client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n"_ba);
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->status, 408);
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestHttpServer::dropsIdleConnections()
{
    HttpServer server({m_clock, echo, HttpLimits{.idleTime = 50ms}});
    const quint16 port = listen(server);
    RawClient silent(port);
    RawClient served(port);
    served.send(simpleGet);
    TRY_ANSWER(answer, served);
    QTRY_VERIFY(silent.isClosed());
    QTRY_VERIFY(served.isClosed());
    QVERIFY(silent.received.isEmpty());
    QCOMPARE(server.connectionCount(), 0);
}

void TestHttpServer::dropsAClientThatDoesNotReadItsAnswer()
{
    const auto huge = [](const HttpRequest &) {
        HttpAnswer answer;
        answer.body = QByteArray(32 * 1024 * 1024, 'x');
        return answer;
    };
    HttpServer server({m_clock, huge, HttpLimits{.answerTime = 200ms}});
    RawClient client(listen(server));
    client.reading = false;
    client.socket.setReadBufferSize(1024);
    client.send(simpleGet);
    QTRY_COMPARE(server.connectionCount(), 1);
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestHttpServer::readerPacesAFloodOfRequests()
{
    constexpr int requests = 3000;
    int handled = 0;
    const auto large = [&](const HttpRequest &) {
        ++handled;
        HttpAnswer answer;
        answer.body = QByteArray(8192, 'x');
        return answer;
    };
    HttpServer server({m_clock, large, HttpLimits{.answerTime = 60s}});
    RawClient client(listen(server));
    client.reading = false;
    client.socket.setReadBufferSize(1024);
    client.send(simpleGet.repeated(requests));
    QTRY_VERIFY(handled > 0);
    // 24 MB of answers do not fit into the kernel's buffers: the server must have stopped.
    int before = -1;
    const auto stopped = [&] { return std::exchange(before, handled) == handled; };
    QTRY_VERIFY(stopped());
    QVERIFY2(handled < requests, "every request was answered though nobody reads");
    client.reading = true;
    client.socket.setReadBufferSize(0);
    client.received += client.socket.readAll();
    QTRY_VERIFY_WITH_TIMEOUT(handled == requests, 30'000);
}

void TestHttpServer::survivesClientsThatLeave_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("at once") << ""_ba;
    QTest::newRow("in the request line") << "GET /x HT"_ba;
    QTest::newRow("in the head") << "GET /x HTTP/1.1\r\nHost: a\r\n"_ba;
    QTest::newRow("in the body")
        << "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf"_ba;
    QTest::newRow("before the answer") << simpleGet;
    QTest::newRow("with requests waiting") << simpleGet.repeated(200);
    QTest::newRow("after a refusal") << "nonsense\r\n\r\n"_ba;
}

void TestHttpServer::survivesClientsThatLeave()
{
    QFETCH(QByteArray, sent);
    HttpServer server({m_clock, echo});
    const quint16 port = listen(server);
    for (const bool reset : {true, false}) {
        RawClient client(port);
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
        client.send(sent);
        client.socket.flush();
        if (reset)
            client.socket.abort();
        else
            client.socket.disconnectFromHost();
        QTRY_COMPARE(server.connectionCount(), 0);
    }
    RawClient next(port);
    next.send(simpleGet);
    TRY_ANSWER(answer, next);
    QCOMPARE(answer->status, 200);
}

void TestHttpServer::refusesACrowdAndServesAgainAfterwards()
{
    HttpServer server({m_clock, echo, HttpLimits{.connections = 2}});
    const quint16 port = listen(server);
    RawClient first(port);
    RawClient second(port);
    QTRY_COMPARE(server.connectionCount(), 2);
    RawClient third(port);
    TRY_ANSWER(refusal, third);
    QCOMPARE(refusal->status, 503);
    first.socket.abort();
    QTRY_COMPARE(server.connectionCount(), 1);
    RawClient fourth(port);
    fourth.send(simpleGet);
    TRY_ANSWER(answer, fourth);
    QCOMPARE(answer->status, 200);
}

void TestHttpServer::closeDropsKeptAliveConnections()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    client.send(simpleGet);
    TRY_ANSWER(answer, client);
    server.close();
    QVERIFY(!server.isListening());
    QTRY_VERIFY(client.isClosed());
}

void TestHttpServer::datesComeFromTheClock()
{
    HttpServer server({m_clock, echo});
    RawClient client(listen(server));
    client.send(simpleGet);
    TRY_ANSWER(answer, client);
    QCOMPARE(answer->header("Date"), "Thu, 20 Aug 2026 10:00:00 GMT"_ba);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
