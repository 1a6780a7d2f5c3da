// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/json.h"
#include "core/jose/key.h"
#include "core/practice/practiceissuer.h"
#include "rawclient.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using practice::PracticeIssuer;

//! The issuer from outside, over real sockets: authgear.md parts 1, 2 and 7 as tables.
class TestPracticeIssuer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void discoveryIsTheSameInBothPlaces();
    void discoveryHasAuthgearsMembersInOrder();
    void discoveryListsAreComplete_data();
    void discoveryListsAreComplete();
    void keySetHoldsTheSigningKeyAlone();
    void discoveryAndKeysAreForEverybody_data();
    void discoveryAndKeysAreForEverybody();
    void answersPreflightRequests();
    void sendsLocalhostToThePublicOrigin();
    void knowsNoOtherHost_data();
    void knowsNoOtherHost();
    void answers_data();
    void answers();
    void userinfoSaysWhyInTheHeader();
    void reportsATakenPort();
    void everyRunHasItsOwnKey();
    void startingTwiceIsStartingOnce();
    void canBeDeletedWhileItStarts();

private:
    std::optional<RawAnswer> ask(const QByteArray &request);
    std::optional<RawAnswer> get(const QByteArray &path)
    {
        return ask("GET "_ba + path + " HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n");
    }

    FixedClock m_clock;
    std::unique_ptr<PracticeIssuer> m_issuer;
    quint16 m_port = 0;
    QByteArray m_host;
};

//! The whole answer to these bytes; nothing when none came in time.
std::optional<RawAnswer> TestPracticeIssuer::ask(const QByteArray &request)
{
    RawClient client(m_port);
    client.send(request);
    std::optional<RawAnswer> answer;
    [&] { QTRY_VERIFY(answer || (answer = client.takeAnswer())); }();
    return answer;
}

void TestPracticeIssuer::initTestCase()
{
    m_issuer = std::make_unique<PracticeIssuer>(m_clock);
    QVERIFY(!m_issuer->isRunning());
    QSignalSpy started(m_issuer.get(), &PracticeIssuer::started);
    m_issuer->start();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 30'000);
    const QUrl url(m_issuer->issuer());
    QCOMPARE(started.first().first().toString(), m_issuer->issuer());
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QVERIFY(url.path().isEmpty());
    m_port = static_cast<quint16>(url.port());
    m_host = url.authority().toLatin1();
    QVERIFY(m_issuer->isRunning());
}

void TestPracticeIssuer::discoveryIsTheSameInBothPlaces()
{
    const auto openId = get("/.well-known/openid-configuration");
    const auto oauth = get("/.well-known/oauth-authorization-server");
    QVERIFY(openId && oauth);
    QCOMPARE(openId->status, 200);
    QCOMPARE(openId->body, oauth->body);
}

void TestPracticeIssuer::discoveryHasAuthgearsMembersInOrder()
{
    const auto answer = get("/.well-known/openid-configuration");
    QVERIFY(answer);
    const auto json = base::json::Document::read(answer->body);
    QVERIFY(json.isValid());
    QStringList names;
    for (const base::json::Value member : json.root())
        names.append(member.name());
    QCOMPARE(names.size(), 17);
    QStringList sorted = names;
    sorted.sort();
    QCOMPARE(names, sorted);
    QCOMPARE(json.root().member("issuer").toString(), m_issuer->issuer());
    QCOMPARE(json.root().member("jwks_uri").toString(), m_issuer->issuer() + u"/oauth2/jwks"_s);
    QCOMPARE(json.root().member("userinfo_endpoint").toString(),
             m_issuer->issuer() + u"/oauth2/userinfo"_s);
    QVERIFY(!json.root().member("introspection_endpoint"));
}

void TestPracticeIssuer::discoveryListsAreComplete_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QString>("first");
    QTest::newRow("claims") << "claims_supported"_ba << qsizetype(24) << u"iss"_s;
    QTest::newRow("scopes") << "scopes_supported"_ba << qsizetype(10) << u"offline_access"_s;
    QTest::newRow("grants") << "grant_types_supported"_ba << qsizetype(3)
                            << u"authorization_code"_s;
    QTest::newRow("response types") << "response_types_supported"_ba << qsizetype(3) << u"code"_s;
    QTest::newRow("response modes") << "response_modes_supported"_ba << qsizetype(3) << u"query"_s;
    QTest::newRow("client authentication")
        << "token_endpoint_auth_methods_supported"_ba << qsizetype(3) << u"none"_s;
    QTest::newRow("DPoP") << "dpop_signing_alg_values_supported"_ba << qsizetype(2) << u"ES256"_s;
    QTest::newRow("ID token") << "id_token_signing_alg_values_supported"_ba << qsizetype(1)
                              << u"RS256"_s;
    QTest::newRow("PKCE") << "code_challenge_methods_supported"_ba << qsizetype(1) << u"S256"_s;
    QTest::newRow("subject") << "subject_types_supported"_ba << qsizetype(1) << u"public"_s;
}

void TestPracticeIssuer::discoveryListsAreComplete()
{
    QFETCH(QByteArray, member);
    const auto answer = get("/.well-known/openid-configuration");
    QVERIFY(answer);
    const auto json = base::json::Document::read(answer->body);
    const QStringList list = json.root().member(member).toStringList();
    QTEST(list.size(), "size");
    QTEST(list.first(), "first");
}

void TestPracticeIssuer::keySetHoldsTheSigningKeyAlone()
{
    const auto answer = get("/oauth2/jwks");
    QVERIFY(answer);
    const auto json = base::json::Document::read(answer->body);
    const auto key = json.root().member("keys").at(0);
    QCOMPARE(json.root().member("keys").size(), 1);
    QStringList names;
    for (const base::json::Value member : key)
        names.append(member.name());
    const QStringList expected{u"alg"_s, u"created_at"_s, u"e"_s,  u"kid"_s,
                               u"kty"_s, u"n"_s,          u"use"_s};
    QCOMPARE(names, expected); // Above all: no private member.
    QCOMPARE(key.member("alg").toString(), u"RS256"_s);
    QCOMPARE(key.member("e").toString(), u"AQAB"_s);
    QCOMPARE(key.member("use").toString(), u"sig"_s);
    QCOMPARE(key.member("created_at").toInteger(), std::optional<qint64>(1787220000));
    QCOMPARE(QUuid(key.member("kid").toString()).version(), QUuid::Random);
    QCOMPARE(key.member("kid").toString(), m_issuer->kid());
    const auto set = jose::KeySet::fromJson(answer->body, jose::KeyOrigin::Issuer);
    QVERIFY(set);
    QCOMPARE(set->entries().first().key.bits(), 2048);
    QCOMPARE(set->entries().first().key.thumbprint(), m_issuer->signingKey().thumbprint());
}

void TestPracticeIssuer::discoveryAndKeysAreForEverybody_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("openid") << "/.well-known/openid-configuration"_ba;
    QTest::newRow("oauth") << "/.well-known/oauth-authorization-server"_ba;
    QTest::newRow("keys") << "/oauth2/jwks"_ba;
}

void TestPracticeIssuer::discoveryAndKeysAreForEverybody()
{
    QFETCH(QByteArray, path);
    const auto answer = get(path);
    QVERIFY(answer);
    QCOMPARE(answer->header("Content-Type"), "application/json"_ba);
    QCOMPARE(answer->header("Access-Control-Allow-Origin"), "*"_ba);
    QCOMPARE(answer->header("Access-Control-Max-Age"), "900"_ba);
    QCOMPARE(answer->header("X-Content-Type-Options"), "nosniff"_ba);
    QCOMPARE(answer->header("Date"), "Thu, 20 Aug 2026 10:00:00 GMT"_ba);
    for (const char *name : {"Cache-Control", "ETag", "Last-Modified", "Expires", "Age"})
        QVERIFY2(answer->header(name).isNull(), name);
}

void TestPracticeIssuer::answersPreflightRequests()
{
    const auto answer = ask("OPTIONS /oauth2/jwks HTTP/1.1\r\nHost: " + m_host
                            + "\r\nOrigin: https://app.example\r\n"
                              "Access-Control-Request-Method: GET\r\n"
                              "Access-Control-Request-Headers: authorization\r\n\r\n");
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->body.isEmpty());
    QCOMPARE(answer->header("Access-Control-Allow-Origin"), "*"_ba);
    QCOMPARE(answer->header("Access-Control-Allow-Methods"), "GET"_ba);
    QCOMPARE(answer->header("Access-Control-Allow-Headers"), "authorization"_ba);
}

void TestPracticeIssuer::sendsLocalhostToThePublicOrigin()
{
    const QByteArray port = QByteArray::number(m_port);
    const auto answer
        = ask("GET /oauth2/jwks?a=%0d%0ab HTTP/1.1\r\nHost: LocalHost:" + port + "\r\n\r\n");
    QVERIFY(answer);
    QCOMPARE(answer->status, 307);
    QCOMPARE(answer->header("Location"), "http://127.0.0.1:" + port + "/oauth2/jwks?a=%0d%0ab");
}

void TestPracticeIssuer::knowsNoOtherHost_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("rebound name") << "evil.example:PORT"_ba;
    QTest::newRow("no port") << "127.0.0.1"_ba;
    QTest::newRow("localhost without port") << "localhost"_ba;
    QTest::newRow("other port") << "127.0.0.1:1"_ba;
    QTest::newRow("other spelling") << "127.1:PORT"_ba;
    QTest::newRow("longer name") << "127.0.0.1:PORT.evil.example"_ba;
    QTest::newRow("userinfo") << "x@127.0.0.1:PORT"_ba;
    QTest::newRow("empty") << ""_ba;
}

void TestPracticeIssuer::knowsNoOtherHost()
{
    QFETCH(QByteArray, host);
    host.replace("PORT", QByteArray::number(m_port));
    const auto answer = ask("GET /oauth2/jwks HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    QVERIFY(answer);
    QCOMPARE(answer->status, 404);
    QCOMPARE(answer->body.trimmed(), "app not found"_ba);
    QVERIFY(answer->header("Access-Control-Allow-Origin").isNull());
}

void TestPracticeIssuer::answers_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row
        = [](const QByteArray &method, const QByteArray &path, int status, const QByteArray &body) {
              QTest::newRow((method + ' ' + path).constData()) << method << path << status << body;
          };
    row("GET", "/", 404, "404 page not found\n");
    row("GET", "/.well-known/openid-configuration/", 404, "404 page not found\n");
    row("GET", "//.well-known/openid-configuration", 404, "404 page not found\n");
    row("GET", "/oauth2/userInfo", 404, "404 page not found\n");
    row("POST", "/oauth2/jwks", 405, "Method Not Allowed\n");
    row("GET", "/oauth2/token", 405, "Method Not Allowed\n");
    row("POST", "/oauth2/token", 400,
        R"({"error":"invalid_client","error_description":"invalid client ID"})");
    row("GET", "/oauth2/userinfo", 401,
        R"({"error":"invalid_grant","error_description":"invalid session"})");
    row("POST", "/oauth2/userinfo", 401,
        R"({"error":"invalid_grant","error_description":"invalid session"})");
    row("GET", "/oauth2/authorize?client_id=x", 400,
        "Invalid OAuth authorization request:\nerror: unauthorized_client\n"
        "error_description: invalid client ID\n");
    row("POST", "/oauth2/revoke", 200, "");
    row("GET", "/oauth2/end_session?id_token_hint=x", 200, "You are signed out.\n");
}

void TestPracticeIssuer::answers()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const auto answer = ask(method + ' ' + path + " HTTP/1.1\r\nHost: " + m_host
                            + "\r\nContent-Length: 0\r\n\r\n");
    QVERIFY(answer);
    QTEST(answer->status, "status");
    QTEST(answer->body, "body");
}

void TestPracticeIssuer::userinfoSaysWhyInTheHeader()
{
    const auto answer = get("/oauth2/userinfo");
    QVERIFY(answer);
    QCOMPARE(answer->header("WWW-Authenticate"),
             R"(Bearer error="invalid_grant", error_description="invalid session")"_ba);
    QCOMPARE(answer->header("Cache-Control"), "no-store"_ba);
    QVERIFY(answer->header("Access-Control-Allow-Origin").isNull());
}

void TestPracticeIssuer::reportsATakenPort()
{
    PracticeIssuer second(m_clock);
    QSignalSpy failed(&second, &PracticeIssuer::failed);
    second.start(m_port);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
    const auto error = failed.first().first().value<base::Error>();
    QCOMPARE(error.id, "practice.port"_L1);
    QVERIFY(!second.isRunning());
}

void TestPracticeIssuer::everyRunHasItsOwnKey()
{
    PracticeIssuer second(m_clock);
    QSignalSpy started(&second, &PracticeIssuer::started);
    second.start();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 30'000);
    QVERIFY(second.kid() != m_issuer->kid());
    QVERIFY(second.signingKey().thumbprint() != m_issuer->signingKey().thumbprint());
    const practice::Mint mint = second.samplesMint();
    QVERIFY(mint.stranger.thumbprint() != mint.key.thumbprint());
}

void TestPracticeIssuer::startingTwiceIsStartingOnce()
{
    PracticeIssuer issuer(m_clock);
    QSignalSpy started(&issuer, &PracticeIssuer::started);
    issuer.start();
    issuer.start();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 30'000);
    const QString kid = issuer.kid();
    issuer.start();
    QCOMPARE(issuer.kid(), kid);
}

void TestPracticeIssuer::canBeDeletedWhileItStarts()
{
    auto *issuer = new PracticeIssuer(m_clock);
    QSignalSpy started(issuer, &PracticeIssuer::started);
    issuer->start();
    delete issuer;
    QTRY_COMPARE_WITH_TIMEOUT(QThreadPool::globalInstance()->activeThreadCount(), 0, 30'000);
    QCOMPARE(started.size(), 0);
}

QTEST_GUILESS_MAIN(TestPracticeIssuer)
#include "tst_practiceissuer.moc"
