// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/answers.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

http::Exchange answer(int status, const QByteArray &body, const QByteArray &type = "text/plain")
{
    http::Exchange exchange;
    exchange.url = "https://a.example:8443/.well-known/openid-configuration";
    exchange.status = status;
    exchange.reason = "Reason";
    exchange.body = body;
    exchange.answerHeaders.append("Content-Type", type);
    exchange.answerHeaders.append("WWW-Authenticate", "Basic realm=\"x\"");
    exchange.answerHeaders.append("Retry-After", "120");
    return exchange;
}

} // namespace

class TestAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheLikelyCause_data();
    void namesTheLikelyCause();
    void acceptsEverySuccessWithABody();
    void shortensTheBodyInTheDetail();
    void tellsPagesFromOtherText_data();
    void tellsPagesFromOtherText();
    void blamesTheProxyForWhatHappensBeforeTheIssuer_data();
    void blamesTheProxyForWhatHappensBeforeTheIssuer();
    void knowsWhenToLookElsewhere_data();
    void knowsWhenToLookElsewhere();
};

void TestAnswers::namesTheLikelyCause_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("detail");
    const QString url = u"https://a.example:8443/.well-known/openid-configuration"_s;
    QTest::newRow("Authgear 404") << 404 << "app not found\n"_ba << u"net.app_not_found"_s
                                  << u"a.example"_s;
    QTest::newRow("another 404") << 404 << "<h1>Not Found</h1>"_ba << u"net.not_found"_s << url;
    QTest::newRow("empty 404") << 404 << ""_ba << u"net.not_found"_s << url;
    QTest::newRow("410") << 410 << "app not found"_ba << u"net.not_found"_s << url;
    // Authgear's own words: useragentblocklist, networkprotection.
    QTest::newRow("user agent") << 403
                                << "Your User-Agent is not allowed to access this resource"_ba
                                << u"net.forbidden_user_agent"_s
                                << u"Your User-Agent is not allowed to access this resource"_s;
    QTest::newRow("address") << 403 << "Your IP is not allowed to access this resource\n"_ba
                             << u"net.forbidden_ip"_s
                             << u"Your IP is not allowed to access this resource"_s;
    QTest::newRow("403") << 403 << "Forbidden"_ba << u"net.forbidden"_s << u"Forbidden"_s;
    QTest::newRow("401") << 401 << "x"_ba << u"net.unauthorized"_s << u"Basic realm=\"x\""_s;
    QTest::newRow("429") << 429 << "app not found"_ba << u"net.rate_limited"_s << u"120"_s;
    QTest::newRow("206, RFC 9110 15.3.7") << 206 << "{}"_ba << u"net.partial"_s << u"206 Reason"_s;
    QTest::newRow("206, empty") << 206 << ""_ba << u"net.partial"_s << u"206 Reason"_s;
    QTest::newRow("400") << 400 << "x"_ba << u"net.status"_s << u"400 Reason"_s;
    QTest::newRow("405") << 405 << "x"_ba << u"net.status"_s << u"405 Reason"_s;
    QTest::newRow("503") << 503 << "app not found"_ba << u"net.status"_s << u"503 Reason"_s;
    QTest::newRow("304") << 304 << ""_ba << u"net.status"_s << u"304 Reason"_s;
    QTest::newRow("empty") << 200 << ""_ba << u"net.empty"_s << u"200 Reason"_s;
    QTest::newRow("blank") << 200 << " \r\n"_ba << u"net.empty"_s << u"200 Reason"_s;
    QTest::newRow("204") << 204 << ""_ba << u"net.empty"_s << u"204 Reason"_s;
}

void TestAnswers::namesTheLikelyCause()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, id);
    QFETCH(QString, detail);
    const auto problem = net::statusProblem(answer(status, body));
    QVERIFY(problem);
    QCOMPARE(QString(problem->id), id);
    QCOMPARE(problem->detail, detail);
}

void TestAnswers::acceptsEverySuccessWithABody()
{
    for (const int status : {200, 201, 203, 299})
        QVERIFY(!net::statusProblem(answer(status, "{}")));
}

void TestAnswers::shortensTheBodyInTheDetail()
{
    const auto problem = net::statusProblem(answer(403, QByteArray(5000, 'x')));
    QVERIFY(problem);
    QCOMPARE(problem->detail.size(), 200);
}

void TestAnswers::tellsPagesFromOtherText_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("id");
    QTest::newRow("page") << "<!doctype html>"_ba
                          << "text/html; charset=utf-8"_ba << u"net.html"_s;
    QTest::newRow("page without type") << "\n <html>"_ba
                                       << ""_ba << u"net.html"_s;
    QTest::newRow("page called JSON") << "<html>"_ba
                                      << "application/json"_ba << u"net.html"_s;
    QTest::newRow("text called a page") << "hello"_ba
                                        << "text/html"_ba << u"net.html"_s;
    QTest::newRow("text") << "hello"_ba
                          << "text/plain"_ba << u"net.not_json"_s;
    QTest::newRow("cut JSON") << "{\"a\":"_ba
                              << "application/json"_ba << u"net.not_json"_s;
}

void TestAnswers::tellsPagesFromOtherText()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(QString, id);
    const base::Error error
        = net::notJson(answer(200, body, type), {"discovery.json"_L1, u"json.syntax"_s, 5});
    QCOMPARE(QString(error.id), id);
    if (id == u"net.not_json"_s) {
        QCOMPARE(error.detail, u"json.syntax"_s);
        QCOMPARE(error.offset, 5);
    }
}

// Qt 6.4 names the host of the issuer where the proxy refused a plain http request, and calls a 403
// or 503 of CONNECT a missing route or a refused connection.
void TestAnswers::blamesTheProxyForWhatHappensBeforeTheIssuer_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("before"); // id and detail
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QByteArray &scheme, const QString &proxy,
                        const QString &before, const QString &after, int status = 0) {
        QTest::newRow(name) << scheme + "://a.example/x" << proxy << status << before << after;
    };
    const QString proxy = u"p.corp:3128"_s;
    row("refused, http", "http", proxy, u"net.refused a.example:80"_s, u"net.proxy p.corp:3128"_s);
    row("refused, https", "https", proxy, u"net.refused a.example:443"_s,
        u"net.proxy p.corp:3128"_s);
    row("proxy without address", "http", proxy, u"net.dns a.example"_s, u"net.proxy p.corp:3128"_s);
    row("CONNECT answered 403", "https", proxy, u"net.unreachable Proxy denied connection"_s,
        u"net.proxy p.corp:3128: Proxy denied connection"_s);
    row("CONNECT answered 407", "https", proxy, u"net.proxy Proxy requires authentication"_s,
        u"net.proxy p.corp:3128: Proxy requires authentication"_s);
    row("hung up, http", "http", proxy, u"net.reset a.example:80"_s, u"net.proxy p.corp:3128"_s);
    row("hung up in the tunnel", "https", proxy, u"net.reset a.example:443"_s,
        u"net.reset a.example:443"_s);
    row("time ran out", "http", proxy, u"net.timeout http://a.example/x"_s,
        u"net.timeout http://a.example/x"_s);
    row("too large is nobody's refusal", "http", proxy, u"net.too_large 5"_s, u"net.too_large 5"_s);
    row("certificate of the issuer", "https", proxy, u"net.tls_name a.example"_s,
        u"net.tls_name a.example"_s);
    row("no proxy, refused", "http", {}, u"net.refused a.example:80"_s,
        u"net.refused a.example:80"_s);
    row("no proxy, and a server that says 407", "http", {},
        u"net.proxy Proxy requires authentication"_s, u"net.status 407 Reason"_s, 407);
}

void TestAnswers::blamesTheProxyForWhatHappensBeforeTheIssuer()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QString, proxy);
    QFETCH(const int, status);
    QFETCH(const QString, before);
    const QByteArray id = before.section(u' ', 0, 0).toLatin1();
    http::Exchange exchange = answer(status, {});
    exchange.url = url;
    exchange.proxy = proxy;
    exchange.error = base::Error{QLatin1StringView(id), before.section(u' ', 1), -1};
    const base::Error error = net::seenThroughProxy(exchange);
    QTEST(error.id + u' ' + error.detail, "after");
}

void TestAnswers::knowsWhenToLookElsewhere_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("expected");
    QTest::newRow("404") << 404 << u"net.not_found"_s << true;
    QTest::newRow("405") << 405 << u"net.status"_s << true;
    QTest::newRow("410") << 410 << u"net.not_found"_s << true;
    QTest::newRow("page") << 200 << u"net.html"_s << true;
    QTest::newRow("text") << 200 << u"net.not_json"_s << true;
    QTest::newRow("nothing") << 204 << u"net.empty"_s << true;
    QTest::newRow("403") << 403 << u"net.forbidden"_s << false;
    QTest::newRow("500") << 500 << u"net.status"_s << false;
    QTest::newRow("shape") << 200 << u"discovery.shape"_s << false;
    QTest::newRow("too large") << 200 << u"net.too_large"_s << false;
    QTest::newRow("TLS") << 0 << u"net.tls"_s << false;
    QTest::newRow("timeout") << 0 << u"net.timeout"_s << false;
    QTest::newRow("refused") << 0 << u"net.refused"_s << false;
}

void TestAnswers::knowsWhenToLookElsewhere()
{
    QFETCH(int, status);
    QFETCH(QString, id);
    QFETCH(bool, expected);
    const QByteArray text = id.toLatin1();
    http::Exchange exchange = answer(status, {});
    exchange.error = base::Error{QLatin1StringView(text), {}, -1};
    QCOMPARE(net::mayBeElsewhere(exchange), expected);
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
