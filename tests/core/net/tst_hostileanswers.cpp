// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/issuerclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/hostileserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <ctime>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using support::Behaviour;
using support::HostileServer;

namespace {

const QByteArray wellKnown = "/.well-known/openid-configuration";
const QByteArray keySet = R"({"keys": [{"kty": "EC", "crv": "P-256", "kid": "1",
    "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
    "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]})";
const QByteArray document = R"({"issuer": "{base}", "jwks_uri": "{base}/jwks"})";

// "{base}" is longer or shorter than what replaces it, so no length is announced.
Behaviour withoutLength(const QByteArray &body)
{
    Behaviour behaviour;
    behaviour.opening = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                        "Connection: close\r\n\r\n"_ba
        + body;
    behaviour.ending = Behaviour::Ending::Close;
    return behaviour;
}

// Text that gzip makes a little smaller, not much: about 3 bits a byte.
QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, '\0');
    quint32 state = 1;
    for (char &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>('a' + (state >> 29U));
    }
    return bytes;
}

Behaviour raw(const QByteArray &bytes, Behaviour::Ending ending)
{
    Behaviour behaviour;
    behaviour.opening = bytes;
    behaviour.ending = ending;
    return behaviour;
}

} // namespace

Q_DECLARE_METATYPE(support::Behaviour)

// The whole client, from the typed issuer to bytes on a socket.
class TestHostileAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesFromAServer();
    void sendsNothingButItsOwnHeaders();
    void namesEachFailure_data();
    void namesEachFailure();
    void endsInTime_data();
    void endsInTime();
    void keepsWhatArrivedBeforeTheTimeRanOut();
    void leavesNoBusyThreadBehind();
    void isReadyAtOnceAfterAnEndlessHead();
    void leavesAtOnceDuringAnEndlessHead();
    void acceptsABodyOfExactlyTheLimit();
    void unpacksGzip();
    void keepsTheHeadOfARedirect();
    void namesAClosedPort();
    void namesANameWithoutAddress();
    void blocksAPrivateRedirectOnTheWire();
    void namesTheProxyThatFailed_data();
    void namesTheProxyThatFailed();

private:
    static net::FetchRequest requestFor(const HostileServer &server);
    static oidc::IssuerSnapshot fetch(const net::FetchRequest &request);
    static QString errorOf(const oidc::IssuerSnapshot &snapshot);
};

net::FetchRequest TestHostileAnswers::requestFor(const HostileServer &server)
{
    net::FetchRequest request;
    request.issuer = *oidc::parseIssuer(server.issuer());
    request.timeout = 3000ms;
    return request;
}

oidc::IssuerSnapshot TestHostileAnswers::fetch(const net::FetchRequest &request)
{
    const support::FakeClock clock;
    net::IssuerClient client(clock);
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    client.fetch(request);
    finished.wait(5000);
    return finished.size() == 1 ? finished.first().first().value<oidc::IssuerSnapshot>()
                                : oidc::IssuerSnapshot{};
}

QString TestHostileAnswers::errorOf(const oidc::IssuerSnapshot &snapshot)
{
    return snapshot.error ? QString(snapshot.error->id) : QString();
}

void TestHostileAnswers::fetchesFromAServer()
{
    HostileServer server;
    server.on(wellKnown, withoutLength(document));
    server.on("/jwks", support::json(keySet, "Date: Mon, 24 Aug 2026 12:00:00 GMT\r\n"));
    const auto snapshot = fetch(requestFor(server));
    QCOMPARE(errorOf(snapshot), QString());
    QVERIFY(snapshot.hasKeys());
    QCOMPARE(snapshot.transport, oidc::Transport::PlainLoopback);
    QCOMPARE(snapshot.issuerMatch, oidc::IssuerMatch::Same);
    const http::Exchange &keys = snapshot.exchanges.last();
    QCOMPARE(keys.status, 200);
    QCOMPARE(keys.reason, "OK"_ba);
    QCOMPARE(keys.protocol, "HTTP/1.x"_ba);
    QCOMPARE(keys.body, keySet);
    QCOMPARE(keys.answerHeaders.value("Content-Type"), "application/json"_ba);
    QCOMPARE(keys.addresses, QStringList{u"127.0.0.1"_s});
    QVERIFY(!keys.tls.used);
    QVERIFY(snapshot.clockOffset);
}

void TestHostileAnswers::sendsNothingButItsOwnHeaders()
{
    HostileServer server;
    server.on(wellKnown, support::json("{}", "Set-Cookie: a=1\r\n"));
    (void)fetch(requestFor(server));
    (void)fetch(requestFor(server));
    QCOMPARE(server.requests().size(), 2);
    const QByteArray head = server.requests().last() + "\r\n"_ba;
    QVERIFY(head.startsWith("GET /.well-known/openid-configuration HTTP/1.1\r\n"));
    QVERIFY(head.contains("\r\nUser-Agent: Assay/"));
    QVERIFY(head.contains("\r\nAccept: application/json\r\n"));
    QVERIFY(head.contains("\r\nAccept-Language: en\r\n"));
    for (const char *unwanted :
         {"Mozilla", "Cookie", "Authorization", "Referer", "Origin", "Upgrade"})
        QVERIFY2(!head.contains(unwanted), unwanted);
}

void TestHostileAnswers::namesEachFailure_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *tag, const Behaviour &behaviour, const char *id) {
        QTest::newRow(tag) << behaviour << QString::fromLatin1(id);
    };
    using support::answer;
    row("endless body", support::endlessBody(), "net.too_large");
    row("too large", support::json(QByteArray(70'000, ' ')), "net.too_large");
    row("announced too large",
        raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{", Behaviour::Ending::KeepOpen),
        "net.too_large");
    row("gzip bomb", support::gzipBomb(4 << 20), "net.decompression");
    row("unpacks to more than the limit",
        support::json(support::gzip(noise(100'000)), "Content-Encoding: gzip\r\n"),
        "net.too_large");
    row("broken gzip", support::json("this is no gzip", "Content-Encoding: gzip\r\n"),
        "net.decompression");
    row("reset", support::reset(), "net.reset");
    row("reset in the head", raw("HTTP/1.1 200 O", Behaviour::Ending::Reset), "net.reset");
    row("closed without a word", raw({}, Behaviour::Ending::Close), "net.reset");
    row("reset in the body",
        raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\"", Behaviour::Ending::Reset),
        "net.reset");
    row("closed before the announced length",
        raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":1}", Behaviour::Ending::Close),
        "net.reset");
    row("more than the announced length",
        raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\n{\"a\":1}",
            Behaviour::Ending::Close),
        "net.not_json");
    row("truncated JSON", support::json(R"({"issuer": "http)"), "net.not_json");
    row("no HTTP", raw("SSH-2.0-OpenSSH_9.2\r\n\r\n", Behaviour::Ending::KeepOpen), "net.reset");
    row("redirect loop", support::redirect(wellKnown), "net.redirect_loop");
    row("redirect to a file", support::redirect("file:///etc/passwd"), "net.redirect_scheme");
    row("redirect to nowhere", answer("302 Found", "text/plain", "x"), "net.redirect_location");
    row("redirect with a password", support::redirect("http://me:pw@127.0.0.1/"),
        "net.redirect_location");
    row(
        "redirect with an endless body",
        [] {
            Behaviour endless = support::endlessBody();
            endless.opening = "HTTP/1.1 302 Found\r\nLocation: file:///x\r\n\r\n";
            return endless;
        }(),
        "net.redirect_scheme");
    row("Authgear 404", answer("404 Not Found", "text/plain", "app not found\n"),
        "net.app_not_found");
    row("404", answer("404 Not Found", "text/html", "<html>"), "net.not_found");
    row("403", answer("403 Forbidden", "text/plain", "no"), "net.forbidden");
    row("403 for the user agent",
        answer("403 Forbidden", "text/plain",
               "Your User-Agent is not allowed to access this resource"),
        "net.forbidden_user_agent");
    row("401 asks for a password",
        answer("401 Unauthorized", "text/plain", "no", "WWW-Authenticate: Basic realm=\"x\"\r\n"),
        "net.unauthorized");
    row("429 wants to be left alone",
        answer("429 Too Many Requests", "text/plain", "slow", "Retry-After: 120\r\n"),
        "net.rate_limited");
    row("503", answer("503 Service Unavailable", "text/plain", "later"), "net.status");
    row("400", answer("400 Bad Request", "text/plain", "no"), "net.status");
    row("HTML", answer("200 OK", "text/html", "<html><script>alert(1)</script>"), "net.html");
    row("HTML called JSON", support::json("<html>"), "net.html");
    row("empty", support::json({}), "net.empty");
    row("204", raw("HTTP/1.1 204 No Content\r\n\r\n", Behaviour::Ending::KeepOpen), "net.empty");
    row("an array", support::json("[]"), "discovery.shape");
    row("nested too deep", support::json(QByteArray(1000, '[')), "net.not_json");
    row("no key URL", support::json(R"({"issuer": "x"})"), "discovery.no_jwks_uri");
    row("keys in a file", support::json(R"({"jwks_uri": "file:///etc/passwd"})"),
        "discovery.jwks_scheme");
}

void TestHostileAnswers::namesEachFailure()
{
    QFETCH(Behaviour, behaviour);
    QFETCH(QString, id);
    HostileServer server;
    server.on(wellKnown, behaviour);
    auto request = requestFor(server);
    request.bodyLimit = 65'536;
    QElapsedTimer elapsed;
    elapsed.start();
    const auto snapshot = fetch(request);
    QCOMPARE(errorOf(snapshot), id);
    QVERIFY(elapsed.elapsed() < 2500); // seen at once, not by the time running out
    QVERIFY(!snapshot.exchanges.isEmpty());
    QVERIFY(snapshot.exchanges.first().body.size() <= request.bodyLimit);
}

void TestHostileAnswers::endsInTime_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::newRow("silence") << support::silence();
    QTest::newRow("endless head") << support::endlessHead();
    QTest::newRow("drip") << support::drip(5ms);
    Behaviour slowHead = support::endlessHead();
    slowHead.repeated = "a"_ba;
    slowHead.pause = 5ms;
    QTest::newRow("slow head") << slowHead;
    Behaviour late = support::json("{}");
    late.delay = 10s;
    QTest::newRow("late") << late;
    Behaviour manyHeaders = support::endlessHead();
    manyHeaders.repeated = "X-Header: yes\r\n"_ba;
    QTest::newRow("endless headers") << manyHeaders;
    Behaviour continues;
    continues.repeated = "HTTP/1.1 100 Continue\r\n\r\n"_ba;
    continues.opening = continues.repeated;
    QTest::newRow("endless 100 Continue") << continues;
}

void TestHostileAnswers::endsInTime()
{
    QFETCH(Behaviour, behaviour);
    HostileServer server;
    server.on(wellKnown, behaviour);
    auto request = requestFor(server);
    request.timeout = 250ms;
    QElapsedTimer elapsed;
    elapsed.start();
    const auto snapshot = fetch(request);
    QCOMPARE(errorOf(snapshot), u"net.timeout"_s);
    QVERIFY2(elapsed.elapsed() < 700, qPrintable(QString::number(elapsed.elapsed())));
    QCOMPARE(snapshot.exchanges.size(), 1);
    QTRY_COMPARE(server.openConnections(), 0); // nothing stays behind
}

void TestHostileAnswers::keepsWhatArrivedBeforeTheTimeRanOut()
{
    HostileServer server;
    server.on(wellKnown, support::drip(5ms));
    auto request = requestFor(server);
    request.timeout = 250ms;
    const http::Exchange exchange = fetch(request).exchanges.value(0);
    QCOMPARE(exchange.status, 200);
    QVERIFY(exchange.body.startsWith("{ "));
    QVERIFY(exchange.error);
}

// QNetworkAccessManager alone would keep a core busy and the memory growing (connectioncut.h).
void TestHostileAnswers::leavesNoBusyThreadBehind()
{
    HostileServer server;
    server.on(wellKnown, support::endlessHead());
    auto request = requestFor(server);
    request.timeout = 100ms;
    const support::FakeClock clock;
    net::IssuerClient client(clock);
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    client.fetch(request);
    QVERIFY(finished.wait(1000));
    QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, 500);
    const std::clock_t before = std::clock(); // of every thread of this process
    QVERIFY(!finished.wait(300));
    const double busy = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    QVERIFY2(busy < 0.1, qPrintable(QString::number(busy)));
}

void TestHostileAnswers::isReadyAtOnceAfterAnEndlessHead()
{
    HostileServer server;
    server.on(wellKnown, support::endlessHead());
    HostileServer good;
    good.on(wellKnown, withoutLength(document));
    good.on("/jwks", support::json(keySet));
    const support::FakeClock clock;
    net::IssuerClient client(clock);
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    client.fetch(requestFor(server));
    QTRY_COMPARE(server.requests().size(), 1);
    QElapsedTimer elapsed;
    elapsed.start();
    client.fetch(requestFor(good));
    QVERIFY(finished.wait(2000));
    QVERIFY2(elapsed.elapsed() < 500, qPrintable(QString::number(elapsed.elapsed())));
    QVERIFY(finished.first().first().value<oidc::IssuerSnapshot>().hasKeys());
}

void TestHostileAnswers::leavesAtOnceDuringAnEndlessHead()
{
    HostileServer server;
    server.on(wellKnown, support::endlessHead());
    const support::FakeClock clock;
    auto client = std::make_unique<net::IssuerClient>(clock);
    client->fetch(requestFor(server));
    QTRY_COMPARE(server.requests().size(), 1);
    QElapsedTimer elapsed;
    elapsed.start();
    client.reset();
    QVERIFY2(elapsed.elapsed() < 250, qPrintable(QString::number(elapsed.elapsed())));
}

void TestHostileAnswers::acceptsABodyOfExactlyTheLimit()
{
    HostileServer server;
    const QByteArray body = R"({"issuer": "x"})";
    server.on(wellKnown, support::json(body));
    auto request = requestFor(server);
    request.bodyLimit = body.size();
    QCOMPARE(errorOf(fetch(request)), u"discovery.no_jwks_uri"_s);
    request.bodyLimit = body.size() - 1;
    QCOMPARE(errorOf(fetch(request)), u"net.too_large"_s);
}

void TestHostileAnswers::unpacksGzip()
{
    HostileServer server;
    server.on("/jwks", support::json(support::gzip(keySet), "Content-Encoding: gzip\r\n"));
    net::FetchRequest request;
    request.jwksUrl = server.base() + "/jwks";
    const auto snapshot = fetch(request);
    QCOMPARE(errorOf(snapshot), QString());
    QCOMPARE(snapshot.exchanges.first().body, keySet);
}

void TestHostileAnswers::keepsTheHeadOfARedirect()
{
    HostileServer elsewhere;
    elsewhere.on("/x", withoutLength(document));
    elsewhere.on("/jwks", support::json(keySet));
    HostileServer server;
    server.on(wellKnown, support::redirect(elsewhere.base() + "/x", "307 Temporary Redirect"));
    const auto snapshot = fetch(requestFor(server));
    QVERIFY(snapshot.hasKeys());
    QCOMPARE(snapshot.exchanges.size(), 3);
    QCOMPARE(snapshot.exchanges.first().status, 307);
    QCOMPARE(snapshot.exchanges.first().location(), elsewhere.base() + "/x");
    QCOMPARE(snapshot.issuerMatch, oidc::IssuerMatch::Different); // the typed one counts
    QVERIFY(snapshot.keysFromOtherOrigin);
}

void TestHostileAnswers::namesAClosedPort()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QString issuer = u"http://127.0.0.1:"_s + QString::number(closed.serverPort());
    closed.close();
    net::FetchRequest request;
    request.issuer = *oidc::parseIssuer(issuer);
    const auto snapshot = fetch(request);
    QCOMPARE(errorOf(snapshot), u"net.refused"_s);
    QCOMPARE(snapshot.error->detail, issuer.mid(7));
}

void TestHostileAnswers::namesANameWithoutAddress()
{
    net::FetchRequest request;
    // A label of more than 63 characters goes to no name server.
    request.jwksUrl = "http://" + QByteArray(64, 'a') + ".invalid/jwks";
    request.timeout = 2000ms;
    const QString error = errorOf(fetch(request));
    QVERIFY2(error == u"net.dns"_s || error == u"keyset.url"_s, qPrintable(error));
}

// The typed name is public as far as its text and a proxy tell; the redirect leads to this machine.
void TestHostileAnswers::blocksAPrivateRedirectOnTheWire()
{
    HostileServer server;
    server.on("/x", support::redirect("http://127.0.0.1:1/"));
    const QByteArray proxy = server.base();
    // Asked through a proxy, which is our server: an absolute URL as the path.
    server.on("http://a.example/x", support::redirect("http://127.0.0.1:1/"));
    qputenv("http_proxy", proxy);
    net::FetchRequest request;
    request.jwksUrl = "http://a.example/x";
    const auto snapshot = fetch(request);
    qputenv("http_proxy", "");
    QCOMPARE(errorOf(snapshot), u"net.private_address"_s);
    QCOMPARE(snapshot.blockedHost, u"127.0.0.1"_s);
    QCOMPARE(snapshot.exchanges.first().proxy, QString::fromLatin1(proxy.mid(7)));
}

void TestHostileAnswers::namesTheProxyThatFailed_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("status"); // empty: nobody listens there
    const auto row = [](const char *name, const char *scheme, const char *status) {
        QTest::newRow(name) << QByteArray(scheme) << QByteArray(status);
    };
    row("nobody listens, http", "http", "");
    row("nobody listens, https", "https", "");
    row("denied", "https", "403 Forbidden");
    row("cannot find the issuer", "https", "404 Not Found");
    row("wants a password", "https", "407 Proxy Authentication Required");
    row("wants a password, http", "http", "407 Proxy Authentication Required");
    row("cannot reach the issuer", "https", "502 Bad Gateway");
    row("is busy", "https", "503 Service Unavailable");
}

void TestHostileAnswers::namesTheProxyThatFailed()
{
    QFETCH(const QByteArray, scheme);
    QFETCH(const QByteArray, status);
    HostileServer server;
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QByteArray nowhere = "http://127.0.0.1:" + QByteArray::number(closed.serverPort());
    closed.close();
    const Behaviour refusal
        = support::answer(status, "text/plain", "no", "Proxy-Authenticate: Basic realm=\"x\"\r\n");
    server.on("a.example:443", refusal); // CONNECT
    server.on("http://a.example/jwks", refusal);
    const QByteArray proxy = status.isEmpty() ? nowhere : server.base();
    qputenv("http_proxy", proxy);
    qputenv("https_proxy", proxy);
    net::FetchRequest request;
    request.jwksUrl = scheme + "://a.example/jwks";
    request.timeout = 5000ms;
    const auto snapshot = fetch(request);
    qputenv("http_proxy", "");
    qputenv("https_proxy", "");
    QCOMPARE(errorOf(snapshot), u"net.proxy"_s);
    QVERIFY2(snapshot.error->detail.startsWith(QString::fromLatin1(proxy.mid(7))),
             qPrintable(snapshot.error->detail));
}

QTEST_GUILESS_MAIN(TestHostileAnswers)
#include "tst_hostileanswers.moc"
