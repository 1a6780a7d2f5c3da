// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/replyerrors.h"

#include "tests/core/net/fakereply.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using net::replyError;
using nettest::FakeReply;

//! From QNetworkReply's errors to ours: each has its id and says where or why.
class TestReplyErrors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEachWayToFail_data();
    void namesEachWayToFail();
    void aStatusIsNoFailure_data();
    void aStatusIsNoFailure();
    void namesThePlace_data();
    void namesThePlace();
    void aHandshakeIsNamedByItsComplaints_data();
    void aHandshakeIsNamedByItsComplaints();
    void tellsAlertsAfterTheHandshake_data();
    void tellsAlertsAfterTheHandshake();
    void brokenCompressionNamesTheCoding();
};

void TestReplyErrors::namesEachWayToFail_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *tag, QNetworkReply::NetworkError error, const char *id,
                        const char *detail = "the words") {
        QTest::newRow(tag) << error << QString::fromLatin1(id) << QString::fromLatin1(detail);
    };
    const char *place = "a.example:8443";
    row("refused", QNetworkReply::ConnectionRefusedError, "net.refused", place);
    row("hung up", QNetworkReply::RemoteHostClosedError, "net.reset", place);
    row("no such name", QNetworkReply::HostNotFoundError, "net.dns", "a.example");
    row("socket timed out", QNetworkReply::TimeoutError, "net.timeout", place);
    row("no way there", QNetworkReply::UnknownNetworkError, "net.unreachable");
    row("no way there for now", QNetworkReply::TemporaryNetworkFailureError, "net.unreachable");
    row("no network", QNetworkReply::NetworkSessionFailedError, "net.unreachable");
    row("proxy refused", QNetworkReply::ProxyConnectionRefusedError, "net.proxy");
    row("proxy hung up", QNetworkReply::ProxyConnectionClosedError, "net.proxy");
    row("no such proxy", QNetworkReply::ProxyNotFoundError, "net.proxy");
    row("proxy timed out", QNetworkReply::ProxyTimeoutError, "net.proxy");
    row("proxy wants a password", QNetworkReply::ProxyAuthenticationRequiredError, "net.proxy");
    row("another proxy error", QNetworkReply::UnknownProxyError, "net.proxy");
    row("handshake without complaints", QNetworkReply::SslHandshakeFailedError, "net.tls");
    row("no HTTP", QNetworkReply::ProtocolFailure, "net.protocol");
    row("another protocol", QNetworkReply::ProtocolUnknownError, "net.protocol");
    row("cancelled by somebody else", QNetworkReply::OperationCanceledError, "net.protocol");
    row("insecure redirect", QNetworkReply::InsecureRedirectError, "net.protocol");
    row("error without a status", QNetworkReply::ContentNotFoundError, "net.protocol");
}

void TestReplyErrors::namesEachWayToFail()
{
    QFETCH(const QNetworkReply::NetworkError, error);
    FakeReply reply(u"https://a.example:8443/x"_s);
    reply.fail(error, u"the words"_s);
    const auto found = replyError(reply, {});
    QVERIFY(found);
    QTEST(QString(found->id), "id");
    QTEST(found->detail, "detail");
}

// RFC 8446 section 4.4.2.4: a server that demands a certificate says so after the handshake.
void TestReplyErrors::tellsAlertsAfterTheHandshake_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("id");
    const QString words = u"Error while reading: error:0A00045C:SSL routines::tlsv13 alert "
                          "certificate required"_s;
    QTest::newRow("alert") << u"https://a.example/x"_s << words << u"net.tls"_s;
    QTest::newRow("no route") << u"https://a.example/x"_s << u"Network unreachable"_s
                              << u"net.unreachable"_s;
    QTest::newRow("not over TLS") << u"http://a.example/x"_s << words << u"net.unreachable"_s;
}

void TestReplyErrors::tellsAlertsAfterTheHandshake()
{
    QFETCH(const QString, url);
    QFETCH(const QString, words);
    FakeReply reply(url);
    reply.fail(QNetworkReply::UnknownNetworkError, words);
    const auto found = replyError(reply, {});
    QVERIFY(found);
    QTEST(QString(found->id), "id");
    QCOMPARE(found->detail, words);
}

void TestReplyErrors::aStatusIsNoFailure_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::newRow("200") << 200 << QNetworkReply::NoError;
    QTest::newRow("302") << 302 << QNetworkReply::NoError;
    QTest::newRow("401") << 401 << QNetworkReply::AuthenticationRequiredError;
    QTest::newRow("403") << 403 << QNetworkReply::ContentAccessDenied;
    QTest::newRow("404") << 404 << QNetworkReply::ContentNotFoundError;
    QTest::newRow("410") << 410 << QNetworkReply::ContentGoneError;
    QTest::newRow("418") << 418 << QNetworkReply::ProtocolInvalidOperationError;
    QTest::newRow("500") << 500 << QNetworkReply::InternalServerError;
    QTest::newRow("503") << 503 << QNetworkReply::ServiceUnavailableError;
    QTest::newRow("599") << 599 << QNetworkReply::UnknownServerError;
}

// The answer is there, and core/net/answers says what is wrong with it.
void TestReplyErrors::aStatusIsNoFailure()
{
    QFETCH(const int, status);
    QFETCH(const QNetworkReply::NetworkError, error);
    FakeReply reply(u"https://a.example/x"_s);
    reply.setStatus(status);
    reply.fail(error, u"the words"_s);
    QVERIFY(!replyError(reply, {}));
}

void TestReplyErrors::namesThePlace_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("place");
    QTest::newRow("port of https") << u"https://a.example/x"_s << u"a.example:443"_s;
    QTest::newRow("port of http") << u"http://a.example/x"_s << u"a.example:80"_s;
    QTest::newRow("port given") << u"http://a.example:8080/x"_s << u"a.example:8080"_s;
}

void TestReplyErrors::namesThePlace()
{
    QFETCH(const QString, url);
    FakeReply reply(url);
    reply.fail(QNetworkReply::ConnectionRefusedError, u"the words"_s);
    QTEST(replyError(reply, {})->detail, "place");
}

void TestReplyErrors::aHandshakeIsNamedByItsComplaints_data()
{
    QTest::addColumn<QList<QSslError>>("complaints");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("detail");
    const QString host = u"a.example"_s;
    QTest::newRow("name") << QList<QSslError>{QSslError(QSslError::SelfSignedCertificate),
                                              QSslError(QSslError::HostNameMismatch)}
                          << u"net.tls_name"_s << host;
    QTest::newRow("expired") << QList<QSslError>{QSslError(QSslError::CertificateUntrusted),
                                                 QSslError(QSslError::CertificateExpired)}
                             << u"net.tls_expired"_s << host;
    QTest::newRow("not yet valid") << QList<QSslError>{QSslError(QSslError::CertificateNotYetValid)}
                                   << u"net.tls_expired"_s << host;
    QTest::newRow("self-signed") << QList<QSslError>{QSslError(QSslError::SelfSignedCertificate)}
                                 << u"net.tls_untrusted"_s << host;
    QTest::newRow("another complaint") << QList<QSslError>{QSslError(QSslError::CertificateRevoked)}
                                       << u"net.tls"_s << u"the words"_s;
}

void TestReplyErrors::aHandshakeIsNamedByItsComplaints()
{
    QFETCH(const QList<QSslError>, complaints);
    FakeReply reply(u"https://a.example/x"_s);
    reply.fail(QNetworkReply::SslHandshakeFailedError, u"the words"_s);
    const auto found = replyError(reply, complaints);
    QVERIFY(found);
    QTEST(QString(found->id), "id");
    QTEST(found->detail, "detail");
}

void TestReplyErrors::brokenCompressionNamesTheCoding()
{
    FakeReply reply(u"https://a.example/x"_s);
    reply.setStatus(200);
    reply.setHeader("Content-Encoding", "gzip");
    reply.fail(QNetworkReply::UnknownContentError, u"the words"_s);
    const auto found = replyError(reply, {});
    QVERIFY(found);
    QCOMPARE(found->id, "net.decompression"_L1);
    QCOMPARE(found->detail, u"gzip"_s);
}

QTEST_GUILESS_MAIN(TestReplyErrors)
#include "tst_replyerrors.moc"
