// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/httpmessage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using practice::parseHead;

//! The reading of request heads, and the writing of answers: both without a socket.
class TestHttpMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAPlainRequest();
    void keepsRawBytesOfTheHead();
    void splitsTargets_data();
    void splitsTargets();
    void refuses_data();
    void refuses();
    void knowsWhoStaysConnected_data();
    void knowsWhoStaysConnected();
    void writesAnAnswer();
    void leavesTheBodyOutForHead();
    void hasAStatusForEveryError();
};

void TestHttpMessage::readsAPlainRequest()
{
    const auto request = parseHead("POST /oauth2/token?x=1 HTTP/1.1\r\nHost: a:1\r\n"
                                   "Content-Length: 12\r\nX-Empty:");
    QVERIFY(request);
    QCOMPARE(request->method, "POST"_ba);
    QCOMPARE(request->path, "/oauth2/token"_ba);
    QCOMPARE(request->query, "?x=1"_ba);
    QCOMPARE(request->host, "a:1"_ba);
    QCOMPARE(request->bodyBytes, 12);
    QVERIFY(request->headers.contains("x-empty"));
    QVERIFY(!request->isHttp10);
}

void TestHttpMessage::keepsRawBytesOfTheHead()
{
    const QByteArray head = "GET / HTTP/1.1\r\nHost: a\r\nAuthorization:  Bearer  x\t "_ba;
    const auto request = parseHead(head);
    QVERIFY(request);
    QCOMPARE(request->head, head);
    QCOMPARE(request->headers.value("Authorization"), "Bearer  x"_ba);
}

void TestHttpMessage::splitsTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("origin form, RFC 9112 3.2.1") << "/a/b?c?d"_ba
                                                 << "h"_ba
                                                 << "/a/b"_ba
                                                 << "?c?d"_ba;
    QTest::newRow("absolute form, RFC 9112 3.2.2") << "http://other:9/x?y"_ba
                                                   << "other:9"_ba
                                                   << "/x"_ba
                                                   << "?y"_ba;
    QTest::newRow("absolute form without a path") << "HTTP://o"_ba
                                                  << "o"_ba
                                                  << "/"_ba
                                                  << ""_ba;
    QTest::newRow("absolute form with a query only") << "http://o?q"_ba
                                                     << "o"_ba
                                                     << "/"_ba
                                                     << "?q"_ba;
    QTest::newRow("asterisk form, RFC 9112 3.2.4") << "*"_ba
                                                   << "h"_ba
                                                   << "*"_ba
                                                   << ""_ba;
    QTest::newRow("two slashes are a path of their own") << "//x"_ba
                                                         << "h"_ba
                                                         << "//x"_ba
                                                         << ""_ba;
}

void TestHttpMessage::splitsTargets()
{
    QFETCH(QByteArray, target);
    const auto request = parseHead("GET " + target + " HTTP/1.1\r\nHost: h");
    QVERIFY(request);
    QTEST(request->host, "host");
    QTEST(request->path, "path");
    QTEST(request->query, "query");
}

void TestHttpMessage::refuses_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QLatin1StringView>("error");
    const auto row = [](const char *name, const QByteArray &head, QLatin1StringView error) {
        QTest::newRow(name) << head << error;
    };
    row("nothing", "", "request.line"_L1);
    row("no version", "GET /\r\nHost: a", "request.line"_L1);
    row("two blanks", "GET  / HTTP/1.1\r\nHost: a", "request.line"_L1);
    row("blank in the target", "GET /a b HTTP/1.1\r\nHost: a", "request.line"_L1);
    row("tab", "GET\t/\tHTTP/1.1\r\nHost: a", "request.line"_L1);
    row("no path", "GET evil HTTP/1.1\r\nHost: a", "request.line"_L1);
    row("absolute without host", "GET http:///x HTTP/1.1\r\nHost: a", "request.line"_L1);
    row("https target", "GET https://a/ HTTP/1.1\r\nHost: a", "request.line"_L1);
    row("method with a bracket", "G(T / HTTP/1.1\r\nHost: a", "request.line"_L1);
    row("non-ASCII target", "GET /\xC3\xA9 HTTP/1.1\r\nHost: a", "request.line"_L1);
    row("CR in the target", "GET /\rx HTTP/1.1\r\nHost: a", "request.line"_L1);
    row("NUL in the target", QByteArray("GET /\0 HTTP/1.1\r\nHost: a", 24), "request.line"_L1);
    row("LF line end", "GET / HTTP/1.1\nHost: a", "request.line"_L1);
    row("TLS hello", "\x16\x03\x01\x02", "request.line"_L1);
    row("HTTP/2 preface", "PRI * HTTP/2.0", "request.version"_L1);
    row("HTTP/0.9", "GET / HTTP/0.9\r\nHost: a", "request.version"_L1);
    row("HTTP/1.10", "GET / HTTP/1.10\r\nHost: a", "request.version"_L1);
    row("no Host, RFC 9112 3.2", "GET / HTTP/1.1", "request.host"_L1);
    row("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nhost: a", "request.host"_L1);
    row("folded line, RFC 9112 5.2", "GET / HTTP/1.1\r\nHost: a\r\n b", "request.header"_L1);
    row("blank before the colon", "GET / HTTP/1.1\r\nHost : a", "request.header"_L1);
    row("no colon", "GET / HTTP/1.1\r\nHost: a\r\nxyz", "request.header"_L1);
    row("no name", "GET / HTTP/1.1\r\nHost: a\r\n: x", "request.header"_L1);
    row("LF in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\nSet-Cookie: b", "request.header"_L1);
    row("ESC in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: \x1B[31m", "request.header"_L1);
    row("chunked", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked",
        "request.encoding"_L1);
    row("two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1",
        "request.length"_L1);
    row("negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1", "request.length"_L1);
    row("length with a plus", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1",
        "request.length"_L1);
    row("empty length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:", "request.length"_L1);
    row("length beyond 64 bits",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9223372036854775808", "request.length"_L1);
}

void TestHttpMessage::refuses()
{
    QFETCH(QByteArray, head);
    QFETCH(QLatin1StringView, error);
    const auto request = parseHead(head);
    QVERIFY(!request);
    QCOMPARE(request.error().id, error);
}

void TestHttpMessage::knowsWhoStaysConnected_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1") << "GET / HTTP/1.1\r\nHost: a"_ba << true;
    QTest::newRow("1.1 close") << "GET / HTTP/1.1\r\nHost: a\r\nConnection: CLOSE"_ba << false;
    QTest::newRow("1.1 close in a list")
        << "GET / HTTP/1.1\r\nHost: a\r\nConnection: x , close"_ba << false;
    QTest::newRow("1.1 closet") << "GET / HTTP/1.1\r\nHost: a\r\nConnection: closet"_ba << true;
    QTest::newRow("1.0") << "GET / HTTP/1.0"_ba << false;
    QTest::newRow("1.0 keep-alive") << "GET / HTTP/1.0\r\nConnection: Keep-Alive"_ba << true;
}

void TestHttpMessage::knowsWhoStaysConnected()
{
    QFETCH(QByteArray, head);
    const auto request = parseHead(head);
    QVERIFY(request);
    QTEST(request->keepAlive, "keepAlive");
}

void TestHttpMessage::writesAnAnswer()
{
    practice::HttpAnswer answer;
    answer.status = 404;
    answer.headers.append("X-A"_ba, "b"_ba);
    answer.body = "gone"_ba;
    const practice::Framing framing{base::Instant(std::chrono::milliseconds(784111777999))};
    QCOMPARE(practice::serialize(answer, framing),
             "HTTP/1.1 404 Not Found\r\nX-A: b\r\n"
             "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n" // RFC 9110 section 5.6.7
             "Content-Length: 4\r\n\r\ngone"_ba);
}

void TestHttpMessage::leavesTheBodyOutForHead()
{
    practice::HttpAnswer answer;
    answer.body = "four"_ba;
    practice::Framing framing;
    framing.withBody = false;
    framing.keepAlive = false;
    QCOMPARE(practice::serialize(answer, framing),
             "HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
             "Content-Length: 4\r\nConnection: close\r\n\r\n"_ba);
}

void TestHttpMessage::hasAStatusForEveryError()
{
    QCOMPARE(practice::statusOf({"request.line"_L1, {}}), 400);
    QCOMPARE(practice::statusOf({"request.version"_L1, {}}), 505);
    QCOMPARE(practice::statusOf({"request.encoding"_L1, {}}), 501);
    QCOMPARE(practice::statusOf({"request.too_large"_L1, {}}), 413);
    QCOMPARE(practice::statusOf({"request.head_size"_L1, {}}), 431);
    QCOMPARE(practice::statusOf({"request.timeout"_L1, {}}), 408);
    QCOMPARE(practice::statusOf({"request.crowd"_L1, {}}), 503);
}

QTEST_GUILESS_MAIN(TestHttpMessage)
#include "tst_httpmessage.moc"
