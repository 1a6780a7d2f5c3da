// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! Backends that refuse a token and tell why in the body alone, each in its framework's own words.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsCause_data();
    void tellsCause();
    void leavesOtherAnswersAlone_data();
    void leavesOtherAnswersAlone();
    void toldOnceWhereTheHeaderTellsToo();
    void heedsWhatTellsMore_data();
    void heedsWhatTellsMore();
    void hearsTheErrorBesideOtherChallenges();
};

namespace {

QByteArray exchange(const QByteArray &status, const QByteArray &fields, const QByteArray &body)
{
    return "GET /orders HTTP/1.1\r\nHost: api.example\r\nAuthorization: Bearer "
        + capturecases::jwt() + "\r\n\r\nHTTP/1.1 " + status + "\r\n" + fields
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QStringList causes(const QByteArray &text)
{
    QStringList ids = capturecases::ids(capture::read(text).findings);
    ids.removeIf([](const QString &id) { return !id.startsWith("answer."_L1); });
    return ids;
}

} // namespace

void TestRefusals::tellsCause_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const char *body, const QString &cause) {
        QTest::newRow(name) << QByteArray(body) << cause;
    };
    row("express-jwt, express' error page",
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>Error</title>\n</head>\n<body>\n"
        "<pre>UnauthorizedError: jwt expired<br> &nbsp; at x.js:1</pre>\n</body>\n</html>\n",
        u"answer.expired"_s);
    row("an escaped quote",
        "<html><body><pre>JWTClaimValidationFailed: unexpected &quot;aud&quot; claim value<br>"
        "</pre></body></html>",
        u"answer.audience"_s);
    row("express-jwt, audience",
        R"({"name":"UnauthorizedError","message":"jwt audience invalid. expected: https://a"})",
        u"answer.audience"_s);
    row("express-jwt, no token", R"({"message":"No authorization token was found"})",
        u"answer.no_token"_s);
    row("jsonwebtoken, no token", R"({"error":"jwt must be provided"})", u"answer.no_token"_s);
    row("jose", R"({"code":"ERR_JWT_EXPIRED","message":"\"exp\" claim timestamp check failed"})",
        u"answer.expired"_s);
    row("jose, not one", R"({"message":"Invalid Compact JWS"})", u"answer.malformed"_s);
    row("PyJWT", R"({"detail":"Signature has expired"})", u"answer.expired"_s);
    row("PyJWT, signature", R"({"detail":"Signature verification failed"})", u"answer.signature"_s);
    row("PyJWT, segments", R"({"detail":"Not enough segments"})", u"answer.malformed"_s);
    row("flask-jwt-extended", R"({"msg":"Missing Authorization Header"})", u"answer.no_token"_s);
    row("Django Simple JWT", R"({"detail":"Token is invalid or expired","code":"token_not_valid"})",
        u"answer.token_refused"_s);
    row("golang-jwt", "token has invalid claims: token is expired\n", u"answer.expired"_s);
    row("golang-jwt, early", "token has invalid claims: token is not valid yet",
        u"answer.not_yet_valid"_s);
    row("Envoy", "Jwt is missing", u"answer.no_token"_s);
    row("Envoy, issuer", "Jwt issuer is not configured", u"answer.issuer"_s);
    row("Envoy, audience", "Audiences in Jwt are not allowed", u"answer.audience"_s);
    row("Kong", R"({"exp":"token expired"})", u"answer.expired"_s);
    row("AWS API Gateway", R"({"message":"The incoming token has expired"})", u"answer.expired"_s);
    row("an error in an error", R"({"error":{"status":401,"message":"Token expired"}})",
        u"answer.expired"_s);
    row("problem details", R"({"title":"Unauthorized","detail":"The token's issuer is unknown"})",
        u"answer.issuer"_s);
}

void TestRefusals::tellsCause()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, cause);
    QCOMPARE(causes(exchange("401 Unauthorized", {}, body)), QStringList{cause});
}

void TestRefusals::leavesOtherAnswersAlone_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a good answer") << "200 OK"_ba
                                   << R"({"message":"Your card has expired"})"_ba;
    QTest::newRow("no word of a cause") << "401 Unauthorized"_ba
                                        << R"({"message":"Unauthorized"})"_ba;
    QTest::newRow("a page of a person")
        << "401 Unauthorized"_ba
        << "<html><body><p>The link has expired</p></body></html>"_ba;
    QTest::newRow("a text of several lines") << "403 Forbidden"_ba
                                             << "one\nexpired\n two"_ba;
    QTest::newRow("a long page") << "401 Unauthorized"_ba
                                 << "<pre>jwt expired</pre>" + QByteArray(20'000, ' ') + "<p>";
    QTest::newRow("empty") << "401 Unauthorized"_ba
                           << ""_ba;
}

void TestRefusals::leavesOtherAnswersAlone()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    QCOMPARE(causes(exchange(status, {}, body)), QStringList());
}

//! RFC 6750 section 3: the header is where it belongs.
void TestRefusals::toldOnceWhereTheHeaderTellsToo()
{
    const QByteArray challenge = "WWW-Authenticate: Bearer error=\"invalid_token\", "
                                 "error_description=\"The token expired\"\r\n";
    QCOMPARE(causes(exchange("401 Unauthorized", challenge, R"({"message":"jwt expired"})")),
             QStringList{u"answer.expired"_s});
}

//! Which of the two tells more differs from framework to framework.
void TestRefusals::heedsWhatTellsMore_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *name, const QByteArray &challenge, const QByteArray &body,
                        const QStringList &told) {
        const QByteArray field
            = challenge.isEmpty() ? challenge : "WWW-Authenticate: " + challenge + "\r\n";
        QTest::newRow(name) << field << body << told;
    };
    const QStringList expired{u"answer.expired"_s};
    row("a challenge that names no error", "Bearer", R"({"message":"jwt expired"})", expired);
    row("a challenge that names its code alone", "Bearer error=\"invalid_token\"",
        R"({"message":"jwt expired"})", expired);
    row("a body that names its code alone",
        "Bearer error=\"invalid_token\", error_description=\"The token expired\"",
        R"({"error":"invalid_token"})", expired);
    row("a body that tells of another cause",
        "Bearer error=\"invalid_token\", error_description=\"The token expired\"",
        R"({"message":"no token provided"})", expired);
    row("an OAuth error in the body", {},
        R"({"error":"invalid_token","error_description":"The token expired"})", expired);
    row("neither tells", "Bearer error=\"invalid_token\"", R"({"error":"invalid_token"})",
        {u"answer.token_refused"_s});
    row("nothing but a challenge", "Bearer", R"({"message":"Unauthorized"})",
        {u"answer.no_token"_s});
}

void TestRefusals::heedsWhatTellsMore()
{
    QFETCH(QByteArray, challenge);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, told);
    QCOMPARE(causes(exchange("401 Unauthorized", challenge, body)), told);
}

//! RFC 9449 section 7.1: a server that takes both schemes offers both.
void TestRefusals::hearsTheErrorBesideOtherChallenges()
{
    const QByteArray challenge
        = "WWW-Authenticate: Bearer realm=\"api\", error=\"invalid_token\", "
          "error_description=\"'exp' claim timestamp check failed\", DPoP algs=\"ES256\"\r\n";
    QCOMPARE(causes(exchange("401 Unauthorized", challenge, {})), QStringList{u"answer.expired"_s});
    QCOMPARE(causes(exchange("401 Unauthorized", "WWW-Authenticate: Bearer, DPoP\r\n", {})),
             QStringList{u"answer.no_token"_s});
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
