// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/issuerclient.h"
#include "core/net/tlsfacts.h"
#include "tests/support/fakeclock.h"
#include "tests/support/hostileserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using oidc::Transport;
using support::HostileServer;

namespace {

const QByteArray wellKnown = "/.well-known/openid-configuration";
const QByteArray keySet = R"({"keys": [{"kty": "EC", "crv": "P-256", "kid": "1",
    "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
    "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]})";

QByteArray testFile(const QString &name)
{
    QFile file(QStringLiteral(ASSAY_TEST_DATA "/tls/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void serveIssuer(HostileServer &server)
{
    const QByteArray base = server.base();
    server.on(
        wellKnown,
        support::json(R"({"issuer": ")" + base + R"(", "jwks_uri": ")" + base + R"(/jwks"})"));
    server.on("/jwks", support::json(keySet));
}

net::FetchRequest requestFor(const HostileServer &server)
{
    net::FetchRequest request;
    request.issuer = *oidc::parseIssuer(server.issuer());
    request.timeout = 3000ms;
    return request;
}

} // namespace

class TestTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trustsTheExtraAuthority();
    void namesWhatIsWrongWithACertificate_data();
    void namesWhatIsWrongWithACertificate();
    void keepsTheFactsOfABadCertificate();
    void trustsTheVeryCertificateThatAPersonTrusted();
    void trustsNoOtherHostPortOrCertificate_data();
    void trustsNoOtherHostPortOrCertificate();
    void forgetsTrustThatIsTakenBack();
    void namesAServerWithoutTls();
    void refusesTheWayBackToPlainHttp();
    void acceptsKeysOverPlainHttpAndSaysSo();
    void endsInTimeDuringTheHandshake();
    void endsInTimeInAnEndlessHead();
    void picksTheMostTellingComplaint();
    void bindsTrustToHostPortAndFingerprint();

private:
    static oidc::IssuerSnapshot fetch(net::IssuerClient &client, const net::FetchRequest &request);
    static oidc::IssuerSnapshot fetch(const net::FetchRequest &request);
    static QString errorOf(const oidc::IssuerSnapshot &snapshot);
};

oidc::IssuerSnapshot TestTls::fetch(net::IssuerClient &client, const net::FetchRequest &request)
{
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    client.fetch(request);
    finished.wait(5000);
    return finished.size() == 1 ? finished.first().first().value<oidc::IssuerSnapshot>()
                                : oidc::IssuerSnapshot{};
}

oidc::IssuerSnapshot TestTls::fetch(const net::FetchRequest &request)
{
    const support::FakeClock clock;
    net::IssuerClient client(clock);
    return fetch(client, request);
}

QString TestTls::errorOf(const oidc::IssuerSnapshot &snapshot)
{
    return snapshot.error ? QString(snapshot.error->id) : QString();
}

void TestTls::trustsTheExtraAuthority()
{
    HostileServer server(u"good"_s);
    serveIssuer(server);
    auto request = requestFor(server);
    request.extraCaPem = testFile(u"ca.pem"_s);
    const auto snapshot = fetch(request);
    QCOMPARE(errorOf(snapshot), QString());
    QVERIFY(snapshot.hasKeys());
    QCOMPARE(snapshot.transport, Transport::Tls);
    for (const http::Exchange &exchange : snapshot.exchanges) { // the second on a kept connection
        QVERIFY(exchange.tls.used);
        QCOMPARE(exchange.tls.protocol, u"TLS 1.3"_s);
        QCOMPARE(exchange.tls.certificateSubject, u"localhost, Assay tests"_s);
        QCOMPARE(exchange.tls.certificateIssuer, u"Assay test authority, Assay tests"_s);
        QCOMPARE(exchange.tls.certificateSha256.size(), 64);
        QVERIFY(exchange.tls.certificatePem.startsWith("-----BEGIN CERTIFICATE-----"));
        QVERIFY(exchange.tls.problems.isEmpty());
        QVERIFY(!exchange.tls.trustedByException);
    }
}

void TestTls::namesWhatIsWrongWithACertificate_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("withAuthority");
    QTest::addColumn<QString>("id");
    QTest::newRow("unknown authority") << u"good"_s << false << u"net.tls_untrusted"_s;
    QTest::newRow("self-signed") << u"selfsigned"_s << true << u"net.tls_untrusted"_s;
    QTest::newRow("expired") << u"expired"_s << true << u"net.tls_expired"_s;
    QTest::newRow("another name") << u"elsewhere"_s << true << u"net.tls_name"_s;
}

void TestTls::namesWhatIsWrongWithACertificate()
{
    QFETCH(QString, certificate);
    QFETCH(bool, withAuthority);
    QFETCH(QString, id);
    HostileServer server(certificate);
    serveIssuer(server);
    auto request = requestFor(server);
    if (withAuthority)
        request.extraCaPem = testFile(u"ca.pem"_s);
    const auto snapshot = fetch(request);
    QCOMPARE(errorOf(snapshot), id);
    QCOMPARE(snapshot.exchanges.size(), 1); // no second well-known URL after a TLS error
    QVERIFY(server.requests().isEmpty());
}

void TestTls::keepsTheFactsOfABadCertificate()
{
    HostileServer server(u"expired"_s);
    auto request = requestFor(server);
    request.extraCaPem = testFile(u"ca.pem"_s);
    const http::TlsFacts tls = fetch(request).exchanges.value(0).tls;
    QVERIFY(tls.used);
    QCOMPARE(tls.certificateSubject, u"localhost, Assay tests"_s);
    QCOMPARE(base::toRfc3339(tls.validUntil), u"2021-01-01T00:00:00Z"_s);
    QCOMPARE(base::toRfc3339(tls.validFrom), u"2020-01-01T00:00:00Z"_s);
    QCOMPARE(tls.certificateSha256.size(), 64);
    QCOMPARE(tls.certificatePem, testFile(u"expired.pem"_s));
    QVERIFY(!tls.problems.isEmpty());
    QVERIFY(!tls.trustedByException);
}

void TestTls::trustsTheVeryCertificateThatAPersonTrusted()
{
    HostileServer server(u"selfsigned"_s);
    serveIssuer(server);
    auto request = requestFor(server);
    const auto refused = fetch(request);
    QCOMPARE(errorOf(refused), u"net.tls_untrusted"_s);
    request.exceptions
        = {{u"127.0.0.1"_s, server.port(), refused.exchanges.first().tls.certificateSha256}};
    const auto trusted = fetch(request);
    QCOMPARE(errorOf(trusted), QString());
    QVERIFY(trusted.hasKeys());
    QCOMPARE(trusted.transport, Transport::TlsException);
    QCOMPARE(trusted.exchanges.size(), 2);
    for (const http::Exchange &exchange : trusted.exchanges)
        QVERIFY(exchange.tls.trustedByException);
    QVERIFY(!trusted.exchanges.first().tls.problems.isEmpty());
}

void TestTls::trustsNoOtherHostPortOrCertificate_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("portOffset");
    QTest::addColumn<bool>("sameCertificate");
    QTest::newRow("host") << u"localhost"_s << 0 << true;
    QTest::newRow("port") << u"127.0.0.1"_s << 1 << true;
    QTest::newRow("certificate") << u"127.0.0.1"_s << 0 << false;
}

void TestTls::trustsNoOtherHostPortOrCertificate()
{
    QFETCH(QString, host);
    QFETCH(int, portOffset);
    QFETCH(bool, sameCertificate);
    HostileServer server(u"selfsigned"_s);
    serveIssuer(server);
    auto request = requestFor(server);
    const QByteArray sha256 = fetch(request).exchanges.value(0).tls.certificateSha256;
    const QByteArray fingerprint = sameCertificate ? sha256 : QByteArray(64, '0');
    request.exceptions = {{host, server.port() + portOffset, fingerprint}};
    QCOMPARE(errorOf(fetch(request)), u"net.tls_untrusted"_s);
}

void TestTls::forgetsTrustThatIsTakenBack()
{
    HostileServer server(u"selfsigned"_s);
    serveIssuer(server);
    const support::FakeClock clock;
    net::IssuerClient client(clock); // the same one: its connections are kept alive
    auto request = requestFor(server);
    const QByteArray sha256 = fetch(client, request).exchanges.value(0).tls.certificateSha256;
    request.exceptions = {{u"127.0.0.1"_s, server.port(), sha256}};
    QVERIFY(fetch(client, request).hasKeys());
    request.exceptions.clear();
    QCOMPARE(errorOf(fetch(client, request)), u"net.tls_untrusted"_s);
    // The same for an authority.
    HostileServer good(u"good"_s);
    serveIssuer(good);
    auto signedRequest = requestFor(good);
    signedRequest.extraCaPem = testFile(u"ca.pem"_s);
    QVERIFY(fetch(client, signedRequest).hasKeys());
    signedRequest.extraCaPem.clear();
    QCOMPARE(errorOf(fetch(client, signedRequest)), u"net.tls_untrusted"_s);
}

void TestTls::namesAServerWithoutTls()
{
    HostileServer server;
    server.on(wellKnown, support::json("{}"));
    net::FetchRequest request = requestFor(server);
    request.issuer = *oidc::parseIssuer(u"https://127.0.0.1:"_s + QString::number(server.port()));
    request.timeout = 500ms;
    const QString error = errorOf(fetch(request));
    // The server waits for a request, the client for a handshake, unless one of them gives up.
    QVERIFY2(error == u"net.timeout"_s || error == u"net.tls"_s, qPrintable(error));
}

void TestTls::refusesTheWayBackToPlainHttp()
{
    HostileServer plain;
    serveIssuer(plain);
    HostileServer server(u"good"_s);
    server.on(wellKnown, support::redirect(plain.base() + wellKnown));
    auto request = requestFor(server);
    request.extraCaPem = testFile(u"ca.pem"_s);
    const auto snapshot = fetch(request);
    QCOMPARE(errorOf(snapshot), u"net.redirect_downgrade"_s);
    QVERIFY(plain.requests().isEmpty());
}

void TestTls::acceptsKeysOverPlainHttpAndSaysSo()
{
    HostileServer plain;
    plain.on("/jwks", support::json(keySet));
    HostileServer server(u"good"_s);
    server.on(wellKnown,
              support::json(R"({"issuer": ")" + server.base() + R"(", "jwks_uri": ")" + plain.base()
                            + R"(/jwks"})"));
    auto request = requestFor(server);
    request.extraCaPem = testFile(u"ca.pem"_s);
    const auto snapshot = fetch(request);
    QVERIFY(snapshot.hasKeys());
    QCOMPARE(snapshot.transport, Transport::PlainLoopback);
    QVERIFY(snapshot.keysFromOtherOrigin);
}

void TestTls::endsInTimeDuringTheHandshake()
{
    HostileServer silent; // never says hello
    net::FetchRequest request = requestFor(silent);
    request.issuer = *oidc::parseIssuer(u"https://localhost:"_s + QString::number(silent.port()));
    request.timeout = 200ms;
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(errorOf(fetch(request)), u"net.timeout"_s);
    QVERIFY(elapsed.elapsed() < 700);
}

void TestTls::endsInTimeInAnEndlessHead()
{
    HostileServer server(u"good"_s);
    server.on(wellKnown, support::endlessHead());
    auto request = requestFor(server);
    request.extraCaPem = testFile(u"ca.pem"_s);
    request.timeout = 300ms;
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(errorOf(fetch(request)), u"net.timeout"_s);
    QVERIFY(elapsed.elapsed() < 900);
    QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, 1000);
}

void TestTls::picksTheMostTellingComplaint()
{
    const QSslError name(QSslError::HostNameMismatch);
    const QSslError expired(QSslError::CertificateExpired);
    const QSslError early(QSslError::CertificateNotYetValid);
    const QSslError untrusted(QSslError::SelfSignedCertificate);
    const QSslError other(QSslError::InvalidPurpose);
    QCOMPARE(net::tlsErrorId({untrusted, expired, name}), "net.tls_name"_L1);
    QCOMPARE(net::tlsErrorId({untrusted, expired}), "net.tls_expired"_L1);
    QCOMPARE(net::tlsErrorId({other, early}), "net.tls_expired"_L1);
    QCOMPARE(net::tlsErrorId({other, untrusted}), "net.tls_untrusted"_L1);
    QCOMPARE(net::tlsErrorId({other}), "net.tls"_L1);
    QCOMPARE(net::tlsErrorId({}), "net.tls"_L1);
}

void TestTls::bindsTrustToHostPortAndFingerprint()
{
    const QList<net::CertificateException> exceptions{{u"A.example"_s, 443, "AB12"},
                                                      {u"[::1]"_s, 8443, "cd34"}};
    const auto excepted = [&](const char *url, const QByteArray &sha256) {
        return net::isExcepted(exceptions, QUrl(QString::fromLatin1(url)), sha256);
    };
    QVERIFY(excepted("https://a.example/x", "ab12"));
    QVERIFY(excepted("https://a.example:443/x", "ab12"));
    QVERIFY(excepted("https://[::1]:8443/", "cd34"));
    QVERIFY(!excepted("https://a.example/x", "cd34"));
    QVERIFY(!excepted("https://a.example:8443/x", "ab12"));
    QVERIFY(!excepted("https://b.a.example/x", "ab12"));
    QVERIFY(!excepted("https://a.example/x", {}));
    QVERIFY(!net::isExcepted({{u"a.example"_s, 443, {}}}, QUrl(u"https://a.example"_s), {}));
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
