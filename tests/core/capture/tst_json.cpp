// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;

class TestJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTokens_data();
    void findsTokens();
    void knowsTheRequest_data();
    void knowsTheRequest();
    void inventsNothing_data();
    void inventsNothing();
    void marksTheExactPlaceOfNestedTexts();
    void comparesTheLifetime_data();
    void comparesTheLifetime();
    void explainsErrorAnswers();
    void readsJsonLinesAmongProse();
    void takesATokenInJsonSerializationAsOne();
    void readsWhatIsThereOfABrokenText();
    void isNotLedAstrayByDepth_data();
    void isNotLedAstrayByDepth();
};

void TestJson::findsTokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    const QByteArray token = jwt();
    const auto row = [](const char *name, const QByteArray &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("token response",
        R"({"access_token":")" + token + R"(","token_type":"Bearer","expires_in":1800,)"
            + R"("id_token":")" + idToken() + R"(","refresh_token":")" + refreshToken() + "\"}",
        {u"json access_token response access_token"_s, u"json id_token response id_token"_s,
         u"json refresh_token response refresh_token"_s});
    row("opaque, camel case", R"({"data":{"accessToken":")" + opaque() + "\"}}",
        {u"json accessToken unknown opaque_access_token"_s});
    row("pretty printed, CRLF", "{\r\n  \"access_token\" : \"" + token + "\"\r\n}\r\n",
        {u"json access_token unknown access_token"_s});
    row("array", R"({"tokens":[")" + token + R"(",")" + jwt(1) + "\"]}",
        {u"json tokens unknown access_token"_s, u"json tokens unknown access_token"_s});
    row("Bearer in a member", R"({"auth":"Bearer )" + token + "\"}",
        {u"json auth unknown access_token"_s});
    row("header member", R"({"authorization":"Bearer )" + token + "\"}",
        {u"header authorization request access_token"_s});
    row("headers object",
        R"({"headers":{"Authorization":"Bearer )" + token + R"(","Cookie":"session=)"
            + refreshToken() + "\"}}",
        {u"header Authorization request access_token"_s,
         u"cookie session request session_cookie"_s});
    row("Go's headers", R"({"headers":{"Authorization":["Bearer )" + token + "\"]}}",
        {u"header Authorization request access_token"_s});
    row("localStorage with JSON in it",
        R"({"oidc.user:https://p.authgear.cloud:c1":"{\"access_token\":\")" + token + R"(\"}"})",
        {u"json access_token unknown access_token"_s});
    row("storage state",
        R"({"cookies":[{"name":"session","value":")" + refreshToken()
            + R"(","domain":"a.example","path":"/"}],"origins":[{"origin":"https://a.example",)"
            + R"("localStorage":[{"name":"access_token","value":")" + token + "\"}]}]}",
        {u"cookie session unknown session_cookie"_s,
         u"storage access_token unknown access_token"_s});
    row("exported cookies",
        R"([{"domain":".a.example","name":"session","path":"/","value":")" + refreshToken()
            + "\"}]",
        {u"cookie session unknown session_cookie"_s});
    row("Postman bearer",
        R"({"auth":{"type":"bearer","bearer":[{"key":"token","value":")" + opaque()
            + R"(","type":"string"}]}})",
        {u"header Authorization request opaque_access_token"_s});
    row("Insomnia", R"({"authentication":{"type":"bearer","token":")" + token + "\"}}",
        {u"header Authorization request access_token"_s});
    row("GraphQL variables",
        R"({"query":"mutation($t:String!){a(t:$t)}","variables":{"idToken":")" + idToken() + "\"}}",
        {u"json idToken unknown id_token"_s});
    row("URL in a member", R"({"redirect":"https://a.example/cb?code=)" + opaque() + "\"}",
        {u"query code unknown authorization_code"_s});
    row("form in a member",
        R"({"body":"grant_type=refresh_token&refresh_token=)" + refreshToken() + "\"}",
        {u"form refresh_token unknown refresh_token"_s});
    row("Kubernetes secret",
        R"({"apiVersion":"v1","kind":"Secret","data":{"token":")" + token.toBase64() + "\"}}",
        {u"secret token unknown access_token"_s});
    row("Kubernetes secret in plain",
        R"({"kind":"Secret","stringData":{"token":")" + token + "\"}}",
        {u"secret token unknown access_token"_s});
}

void TestJson::findsTokens()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, expected);
    const capture::Capture capture = capture::read(text);
    QCOMPARE(capture.form, "json"_L1);
    QCOMPARE(seen(capture), expected);
    if (!text.contains("\"data\":{\"token\"")) // base64 is marked as a whole
        QCOMPARE(places(capture), tokens(capture));
}

void TestJson::knowsTheRequest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("time");
    const QByteArray bearer = R"("authorization":"Bearer )" + jwt() + "\"";
    const auto row = [](const char *name, const QByteArray &text, const char *request,
                        const char *time = "") {
        QTest::newRow(name) << text << QString::fromLatin1(request) << QString::fromLatin1(time);
    };
    row("flat",
        R"({"time":"2026-09-21T15:06:41Z","method":"GET","path":"/a?x=1","status":401,)" + bearer
            + "}",
        "GET /a?x=1 401", "2026-09-21T15:06:41Z");
    row("pino",
        R"({"level":30,"time":1790003201250,"req":{"method":"GET","url":"/a","headers":{)" + bearer
            + R"(}},"res":{"statusCode":403},"msg":"request completed"})",
        "GET /a 403", "2026-09-21T15:06:41.250Z");
    row("Caddy",
        R"({"level":"info","ts":1790003201.25,"request":{"method":"GET","host":"a.example",)"
        R"("uri":"/a","headers":{"Authorization":["Bearer )"
            + jwt() + R"("]}},"status":401})",
        "GET https://a.example/a 401", "2026-09-21T15:06:41.250Z");
    row("nginx",
        R"({"time_iso8601":"2026-09-21T17:06:41+02:00","request":"GET /a HTTP/1.1",)"
        R"("status":"401","http_authorization":"Bearer )"
            + jwt() + "\"}",
        "GET /a 401", "2026-09-21T15:06:41Z");
    row("Google",
        R"({"httpRequest":{"requestMethod":"GET","requestUrl":"https://a.example/b","status":401},)"
        R"("timestamp":"2026-09-21T15:06:41.5Z","severity":"INFO","jsonPayload":{)"
            + bearer + "}}",
        "GET https://a.example/b 401", "2026-09-21T15:06:41.500Z");
    row("API gateway", R"({"httpMethod":"POST","path":"/a","headers":{)" + bearer + "}}",
        "POST /a 0");
    row("Postman",
        R"({"item":[{"name":"x","request":{"method":"GET","header":[{"key":"Authorization",)"
        R"("value":"Bearer )"
            + jwt()
            + R"("}],"url":{"raw":"https://a.example/b?c=d","host":["a"],"query":[{"key":"c",)"
              R"("value":"d"}]}}}]})",
        "GET https://a.example/b?c=d 0");
    row("a line of an access log inside",
        R"({"log":"10.0.0.1 - - [21/Sep/2026:15:06:41 +0000] \"GET /a?access_token=)" + jwt()
            + R"( HTTP/1.1\" 200 5\n","stream":"stdout","time":"2026-09-21T15:06:42.1Z"})",
        qPrintable(QString::fromLatin1("GET /a?access_token=" + jwt() + " 200")),
        "2026-09-21T15:06:42.100Z");
}

void TestJson::knowsTheRequest()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, request);
    QFETCH(QString, time);
    const capture::Capture capture = capture::read(text);
    QCOMPARE(capture.sightings.size(), 1);
    QCOMPARE(capture.sightings.first().request, 0);
    QCOMPARE(requests(capture), QStringList{request});
    const std::optional<base::Instant> known = capture.requests.first().time;
    QCOMPARE(known ? base::toRfc3339(*known) : QString(), time);
    QCOMPARE(capture.requests.first().span.start == 0 || text.contains("item"), true);
}

void TestJson::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("an error that is none of OAuth")
        << R"({"error":"Unauthorized","status":401})"_ba;
    QTest::newRow("a key set")
        << R"({"keys":[{"kty":"RSA","kid":"52b11413-a7c4-4afc-91ef-fc2c6ea99018","alg":"RS256",)"
           R"("n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAt","e":"AQAB"}]})"_ba;
    QTest::newRow("a discovery document")
        << R"({"issuer":"https://p.authgear.cloud","token_endpoint":"https://p/oauth2/token"})"_ba;
    QTest::newRow("claims")
        << R"({"iss":"https://p","sub":"u","jti":"9f86d081884c7d659a2feaa0c55ad015"})"_ba;
    QTest::newRow("codes of another kind") << R"({"code":"invalid_argument","token":"short"})"_ba;
    QTest::newRow("brackets in prose") << "[info] token refreshed\n{not json} token\n"_ba;
    QTest::newRow("placeholders")
        << R"({"access_token":"{{access_token}}","id_token":"<token>"})"_ba;
}

void TestJson::inventsNothing()
{
    QFETCH(QByteArray, text);
    const capture::Capture capture = capture::read(text);
    QCOMPARE(seen(capture), QStringList());
    QCOMPARE(requests(capture), QStringList());
}

void TestJson::marksTheExactPlaceOfNestedTexts()
{
    const QByteArray token = jwt();
    const QByteArray inner
        = R"({\"x\":\"\u00e9\\n\",\"state\":\"{\\\"access_token\\\":\\\")" + token + R"(\\\"}\"})";
    const QByteArray text = R"({"outer":")" + inner + "\"}";
    const capture::Capture capture = capture::read(text);
    QCOMPARE(seen(capture), QStringList{u"json access_token unknown access_token"_s});
    QCOMPARE(places(capture), QList<QByteArray>{token});
}

// RFC 6749 section 5.1; the token lives 1800 seconds.
void TestJson::comparesTheLifetime_data()
{
    QTest::addColumn<QByteArray>("expiresIn");
    QTest::addColumn<bool>("differs");
    QTest::newRow("equal") << "1800"_ba << false;
    QTest::newRow("a moment later") << "1799"_ba << false;
    QTest::newRow("shorter") << "300"_ba << true;
    QTest::newRow("longer") << "3600"_ba << true;
    QTest::newRow("as text") << "\"3600\""_ba << true;
    QTest::newRow("huge") << "9223372036854775807"_ba << true;
    QTest::newRow("no number") << "\"soon\""_ba << false;
    QTest::newRow("null") << "null"_ba << false;
}

void TestJson::comparesTheLifetime()
{
    QFETCH(QByteArray, expiresIn);
    QFETCH(bool, differs);
    for (const QByteArray &text :
         {R"({"access_token":")" + jwt() + R"(","expires_in":)" + expiresIn + "}",
          R"({"expires_in":)" + expiresIn + R"(,"access_token":")" + jwt() + "\"}"}) {
        const capture::Capture capture = capture::read(text);
        QCOMPARE(capture.sightings.size(), 1);
        QCOMPARE(ids(capture.sightings.first().findings).contains(u"carrying.expires_in_differs"_s),
                 differs);
    }
}

void TestJson::explainsErrorAnswers()
{
    const capture::Capture capture = capture::read(
        R"({"error":"invalid_grant","error_description":"invalid authorization code"})");
    const QStringList found = ids(capture.findings).filter(u"answer."_s);
    QCOMPARE(found.size(), 1);
}

void TestJson::readsJsonLinesAmongProse()
{
    const QByteArray line = R"({"level":"info","time":"2026-09-21T15:06:41Z","msg":"ok","token":")";
    const QByteArray text = "Hello,\nplease look:\n" + line + jwt() + "\"}\n"
        + R"({"level":"info","msg":"nothing"})"
          "\n"
        + line + jwt(1) + "\"}\nThank you\n";
    const capture::Capture capture = capture::read(text);
    QCOMPARE(tokens(capture), (QList<QByteArray>{jwt(), jwt(1)}));
    QCOMPARE(places(capture), tokens(capture));
    QCOMPARE(capture.requests.size(), 2);
    QCOMPARE(capture.sightings.at(1).request, 1);
    QVERIFY(capture.timeOf(capture.sightings.at(1)).has_value());
}

// RFC 7515 section 7.2.
void TestJson::takesATokenInJsonSerializationAsOne()
{
    const QList<QByteArray> parts = jwt().split('.');
    const QByteArray token = R"({"payload":")" + parts[1] + R"(","protected":")" + parts[0]
        + R"(","signature":")" + parts[2] + "\"}";
    const capture::Capture capture = capture::read(R"({"proof":)" + token + "}");
    QCOMPARE(tokens(capture), QList<QByteArray>{token});
    QCOMPARE(places(capture), QList<QByteArray>{token});
}

void TestJson::readsWhatIsThereOfABrokenText()
{
    const QByteArray token = jwt();
    const QByteArray cut = R"({"access_token":")" + token + R"(","id_token":")" + idToken() + "\"";
    const capture::Capture truncated = capture::read(cut);
    QCOMPARE(tokens(truncated), (QList<QByteArray>{token, idToken()}));
    QVERIFY(ids(truncated.findings).contains(u"capture.truncated"_s));
    const QByteArray broken
        = R"({"access_token":")" + token + R"(",, "id_token":")" + idToken() + "\"}";
    QCOMPARE(tokens(capture::read(broken)), (QList<QByteArray>{token, idToken()}));
}

void TestJson::isNotLedAstrayByDepth_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray nested = R"({"access_token":")" + jwt() + "\"}";
    for (int i = 0; i < 12; ++i)
        nested
            = "{\"x\":\"" + QByteArray(nested).replace('\\', "\\\\").replace('"', "\\\"") + "\"}";
    QTest::newRow("JSON in JSON") << nested.first(qMin(nested.size(), qsizetype(4'000'000)));
    QTest::newRow("brackets") << QByteArray(1 << 20, '[');
    QTest::newRow("braces") << QByteArray(1 << 20, '{');
    QTest::newRow("quotes") << QByteArray(1 << 20, '"');
    QTest::newRow("backslashes in a string") << "{\"a\":\"" + QByteArray(1 << 20, '\\');
    QTest::newRow("objects in lines") << QByteArray("{\"a\":\n").repeated(1 << 17);
    QTest::newRow("empty objects") << QByteArray("{}\n").repeated(1 << 18);
    QTest::newRow("half objects") << QByteArray("{\"token\":\"\n").repeated(1 << 17);
}

// Ends, and in time that no one notices; each of these would take minutes if it were quadratic.
void TestJson::isNotLedAstrayByDepth()
{
    QFETCH(QByteArray, text);
    QVERIFY(capture::read(text).sightings.size() <= 1);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
