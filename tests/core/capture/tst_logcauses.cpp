// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include "core/capture/logcauses.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using capture::SourceText;

namespace {

QStringList causes(const QByteArray &text)
{
    QStringList ids = capturecases::ids(capture::read(text).findings);
    ids.removeIf([](const QString &id) { return !id.startsWith("answer."_L1); });
    return ids;
}

} // namespace

//! Why a backend refuses tokens, as its own log tells it.
class TestLogCauses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsCause_data();
    void tellsCause();
    void leavesOthersAlone_data();
    void leavesOthersAlone();
    void quotesTheSentence_data();
    void quotesTheSentence();
    void tellsOnce();
    void belongsToTheRequestOfItsLine();
    void listensToAnswersThatFailed_data();
    void listensToAnswersThatFailed();
};

void TestLogCauses::tellsCause_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *text, const QString &cause) {
        QTest::newRow(text) << QByteArray(text) << u"answer."_s + cause;
    };
    row("TokenExpiredError: jwt expired\n    at /app/node_modules/jsonwebtoken/verify.js:190:21\n",
        u"expired"_s);
    row("JsonWebTokenError: invalid signature\n", u"signature"_s);
    row("JWTExpired: \"exp\" claim timestamp check failed\n    at x {\n  code: 'ERR_JWT_EXPIRED'\n",
        u"expired"_s);
    row("Error: no applicable key found in the JSON Web Key Set\n", u"key_not_found"_s);
    row("SigningKeyNotFoundError: Unable to find a signing key that matches 'a'\n",
        u"key_not_found"_s);
    row("jwt.exceptions.InvalidAudienceError: Audience doesn't match\n", u"audience"_s);
    row("jwt.exceptions.ExpiredSignatureError: Signature has expired\n", u"expired"_s);
    row("jwt.exceptions.PyJWKClientError: Unable to find a signing key that matches: \"a\"\n",
        u"key_not_found"_s);
    row("   Microsoft.IdentityModel.Tokens.SecurityTokenExpiredException: IDX10223: Lifetime "
        "validation failed. The token is expired. ValidTo (UTC): '11/30/2026 9:30:00 AM'\n",
        u"expired"_s);
    row("warn: idx=4 IDX10696: The token's algorithm is not on the list\n", u"algorithm"_s);
    row("IDX10214: Audience validation failed. Audiences: 'a'. Did not match: 'b'\n",
        u"audience"_s);
    row("IDX10501: Signature validation failed. Unable to match key: kid: 'a'.\n",
        u"key_not_found"_s);
    // Reference authgear 10, troubles 41 and 42, as browsers say it.
    row("Access to fetch at 'https://p.authgear.cloud/oauth2/token' from origin "
        "'http://localhost:4000' has been blocked by CORS policy: No "
        "'Access-Control-Allow-Origin' header is present on the requested resource.\n",
        u"cors"_s);
    row("Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote "
        "resource at https://p.authgear.cloud/oauth2/token.\n",
        u"cors"_s);
    row("[Error] Origin http://localhost:4000 is not allowed by Access-Control-Allow-Origin. "
        "Status code: 200\n",
        u"cors"_s);
    row("Uncaught TypeError: Cannot read properties of undefined (reading 'digest')\n",
        u"insecure_page"_s);
    row("TypeError: window.crypto.subtle is undefined\n", u"insecure_page"_s);
    row("TypeError: undefined is not an object (evaluating 'window.crypto.subtle.digest')\n",
        u"insecure_page"_s);
    row("IDX20803: Unable to obtain configuration from: 'https://a.example/'\n",
        u"keys_unreachable"_s);
    row("o.s.s.o.j.JwtValidationException: An error occurred while attempting to decode the Jwt: "
        "The iss claim is not valid\n\tat x\n",
        u"issuer"_s);
    row("Caused by: com.nimbusds.jose.proc.BadJOSEException: Signed JWT rejected: Another "
        "algorithm "
        "expected, or no matching key(s) found\n",
        u"key_not_found"_s);
    row("io.jsonwebtoken.ExpiredJwtException: JWT expired 1800123 milliseconds ago\n",
        u"expired"_s);
    row("2026/11/30 10:00:01 mw.go:42: oidc: expected audience \"a\" got [\"b\"]\n", u"audience"_s);
    row("time=\"2026-11-30T10:00:01Z\" level=error error=\"token has invalid claims: token is "
        "expired\"\n",
        u"expired"_s);
    row("PHP Fatal error:  Uncaught Firebase\\JWT\\ExpiredException: Expired token in "
        "/app/JWT.php:175\n",
        u"expired"_s);
    row("JWT::ExpiredSignature (Signature has expired):\n", u"expired"_s);
    row("[2026-11-30T10:00:01.123Z] \"GET /me HTTP/2\" 401 - "
        "jwt_authn_access_denied{Jwt_is_expired}\n",
        u"expired"_s); // Envoy
    row("[auth_openidc:error] requested issuer (https://a/) does not match received \"iss\" value "
        "in "
        "id_token (https://a)\n",
        u"issuer"_s);
    row(R"({"level":"warn","msg":"token rejected","error":"oidc: token is expired"})",
        u"expired"_s);
    row(R"({"level":50,"time":1796032801123,"err":{"message":"jwt expired"},"msg":"x"})",
        u"expired"_s);
    row(R"({"timestamp":"2026-11-30T10:00:01Z","level":"warning","event":"Signature verification )"
        R"(failed","token":"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.AAAA"})",
        u"signature"_s);
    row(R"({"requestTime":"30/Nov/2026:10:00:01 +0000","authorizerError":"The audience of the token )"
        R"(is invalid"})",
        u"audience"_s);
}

void TestLogCauses::tellsCause()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, cause);
    QCOMPARE(causes(text), QStringList{cause});
}

void TestLogCauses::leavesOthersAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << QByteArray(text); };
    row("x509: certificate has expired or is not yet valid\n");
    row("csrf token expired\n");
    row("password reset token has expired\n");
    row("Webhook signature verification failed: no bearer\n");
    row("gpg: Signature has expired\n");
    row("SyntaxError: Unexpected token < in JSON at position 0\n");
    row("if (e instanceof TokenExpiredError) return res.status(401);\n");
    row("except jwt.ExpiredSignatureError:\n    pass\n");
    row(R"({"errors":{"token_expired":"Your session has expired"}})");
    row("The audience of this talk are issuers of tokens.\n");
}

void TestLogCauses::leavesOthersAlone()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(causes(text), QStringList());
}

void TestLogCauses::quotesTheSentence_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("behind the name of an error")
        << "10:00 [warn] TokenExpiredError: jwt expired\n"_ba
        << "jwt expired"_ba;
    QTest::newRow("between quotes") << "level=error err=\"oidc: token is expired\" path=/me\n"_ba
                                    << "oidc: token is expired"_ba;
    QTest::newRow("numbered")
        << "x.Exception: IDX10223: Lifetime validation failed. It is expired.\n"_ba
        << "IDX10223: Lifetime validation failed. It is expired."_ba;
}

void TestLogCauses::quotesTheSentence()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, said);
    const base::Findings findings = capture::judgeLogText(SourceText(text, 7));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().facts.value(u"description"_s).toString().toUtf8(), said);
    const qsizetype at = text.indexOf(said);
    QCOMPARE(findings.first().span, (base::Span{7 + at, 7 + at + said.size()}));
}

//! A backend that cannot verify says so with every request.
void TestLogCauses::tellsOnce()
{
    const QByteArray line = "TokenExpiredError: jwt expired\n";
    QCOMPARE(causes(line.repeated(1'000) + "JsonWebTokenError: jwt malformed\n"),
             (QStringList{u"answer.expired"_s, u"answer.malformed"_s}));
}

void TestLogCauses::belongsToTheRequestOfItsLine()
{
    const capture::Capture capture
        = capture::read("2026-11-30T10:00:01Z GET /a 200 token=" + capturecases::jwt()
                        + "\n2026-11-30T10:00:02Z GET /b 401 error=\"jwt expired\" token="
                        + capturecases::jwt(1) + '\n');
    QCOMPARE(capturecases::ids(capture.findings), QStringList{u"answer.expired"_s});
    QCOMPARE(capture.findings.first().facts.value(u"request"_s).toInt(), 1);
}

void TestLogCauses::listensToAnswersThatFailed_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("a text for people") << "200 OK"_ba
                                       << R"({"message":"jwt expired"})"_ba << QStringList();
    QTest::newRow("GraphQL") << "200 OK"_ba
                             << R"({"errors":[{"message":"jwt expired"}]})"_ba
                             << QStringList{u"answer.expired"_s};
    QTest::newRow("a fault") << "502 Bad Gateway"_ba
                             << R"({"message":"jwt expired"})"_ba
                             << QStringList{u"answer.expired"_s};
}

void TestLogCauses::listensToAnswersThatFailed()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QStringList, expected);
    QCOMPARE(causes("GET / HTTP/1.1\r\nHost: a.example\r\n\r\nHTTP/1.1 " + status
                    + "\r\nContent-Type: application/json\r\n\r\n" + body),
             expected);
}

QTEST_GUILESS_MAIN(TestLogCauses)
#include "tst_logcauses.moc"
