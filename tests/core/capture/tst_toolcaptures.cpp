// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "commandcases.h"

#include "core/capture/placeholders.h"
#include "core/capture/roles.h"

using namespace Qt::Literals::StringLiterals;
using commandcases::addRow;

//! What libraries, frameworks and servers keep and write, under the names that they have for it.
class TestToolCaptures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCapture_data();
    void readsCapture() { commandcases::checkRow(false); }
    void knowsRolesByTheLastWords_data();
    void knowsRolesByTheLastWords();
    void inventsNoCodes_data();
    void inventsNoCodes();
    void knowsMasks_data();
    void knowsMasks();
    void saysWhatWasMasked_data();
    void saysWhatWasMasked();
    void readsOpaqueTokensThatBeginLikeBase64();
    void countsPlacesBehindAByteOrderMark();
    void namesWhatIsNoText_data();
    void namesWhatIsNoText();

private:
    void addCookies();
    void addStorages();
    void addEnvironments();
    void addPrintouts();
    void addLogs();
};

void TestToolCaptures::addCookies()
{
    const auto base64 = [](const QByteArray &json) {
        return commandcases::filled(json).toBase64(QByteArray::Base64UrlEncoding
                                                   | QByteArray::OmitTrailingEquals);
    };
    const QByteArray kept = "base64-" + base64(R"({"access_token":"JWT0","refresh_token":"RT0"})");
    const QStringList seen{u"cookie sb-ref-auth-token.access_token request access_token"_s,
                           u"cookie sb-ref-auth-token.refresh_token request refresh_token"_s};
    addRow("Supabase", "Cookie: sb-ref-auth-token=" + kept + "\n",
           {{}, seen, {"JWT0", "RT0"}, {}, {kept.sliced(7), kept.sliced(7)}});
    const QByteArray pieces = "sb-ref-auth-token.0=" + kept.first(600)
        + "; theme=dark; sb-ref-auth-token.1=" + kept.sliced(600);
    addRow("Supabase, in pieces", "Cookie: " + pieces + "\n",
           {{},
            seen,
            {"JWT0", "RT0"},
            {u"carrying.chunked"_s, u"carrying.chunked"_s},
            {pieces.sliced(27), pieces.sliced(27)}});
    addRow("Authgear, with a prefix of the project",
           "Cookie: accounts_session=RT0; accounts_app_session=OP0\n",
           {{},
            {u"cookie accounts_session request session_cookie"_s,
             u"cookie accounts_app_session request app_session_token"_s},
            {"RT0", "OP0"},
            {u"carrying.session_cookie_live"_s, u"carrying.session_cookie_live"_s},
            {}});
    addRow("flask-jwt-extended",
           "Cookie: access_token_cookie=JWT0; "
           "csrf_access_token=0f3a7b1c-9d0e-4c1f-8a11-0c1d2e3f4a5b\n",
           {{}, {u"cookie access_token_cookie request access_token"_s}, {"JWT0"}, {}, {}});
}

void TestToolCaptures::addStorages()
{
    addRow(
        "Authgear's SDK", "authgear_default_refreshToken\tRT0\n",
        {{}, {u"storage authgear_default_refreshToken unknown refresh_token"_s}, {"RT0"}, {}, {}});
    addRow("Auth0, whose keys have blanks",
           "@@auth0spajs@@::c1::default::openid profile\t{\"body\":{\"access_token\":\"JWT0\"}}\n",
           {{},
            {u"storage @@auth0spajs@@::c1::default::openid profile.access_token unknown "
             "access_token"_s},
            {"JWT0"},
            {},
            {}});
    addRow(
        "MSAL",
        R"({"key":"{\"credentialType\":\"RefreshToken\",\"secret\":\"0.AXoA1234567890abcdef\"}"})",
        {{}, {u"json RefreshToken unknown refresh_token"_s}, {"0.AXoA1234567890abcdef"}, {}, {}});
    addRow("a storage's entries", R"([["access_token","JWT0"],["refresh_token","RT0"],["a","b"]])",
           {{},
            {u"json access_token unknown access_token"_s,
             u"json refresh_token unknown refresh_token"_s},
            {"JWT0", "RT0"},
            {},
            {}});
    addRow("Playwright's state",
           R"({"cookies":[],"origins":[{"origin":"https://a.example","localStorage":[)"
           R"({"name":"app.refreshToken","value":"RT0"}]}]})",
           {{}, {u"storage app.refreshToken unknown refresh_token"_s}, {"RT0"}, {}, {}});
    addRow("Terraform's outputs",
           R"({"access_token":{"sensitive":true,"type":"string","value":"OP0"}})",
           {{}, {u"json access_token unknown opaque_access_token"_s}, {"OP0"}, {}, {}});
}

void TestToolCaptures::addEnvironments()
{
    const QStringList access{u"environment ACCESS_TOKEN unknown access_token"_s};
    addRow("a variable with the program's own words", "MY_APP_REFRESH_TOKEN=RT0\n",
           {{}, {u"environment MY_APP_REFRESH_TOKEN unknown refresh_token"_s}, {"RT0"}, {}, {}});
    addRow("a map of compose", "services:\n  api:\n    environment:\n      ACCESS_TOKEN: JWT0\n",
           {{}, access, {"JWT0"}, {}, {}});
    addRow("systemd", "[Service]\nEnvironment=ACCESS_TOKEN=JWT0\n", {{}, access, {"JWT0"}, {}, {}});
    addRow("systemd, in quotes", "[Service]\nEnvironment=\"A=b\" \"ACCESS_TOKEN=JWT0\"\n",
           {{}, access, {"JWT0"}, {}, {}});
    addRow("docker run", "docker run -e ACCESS_TOKEN=JWT0 image\n", {{}, access, {"JWT0"}, {}, {}});
    addRow("an option", "api-client get /me --access-token OP0\n",
           {{}, {u"text access-token unknown opaque_access_token"_s}, {"OP0"}, {}, {}});
}

void TestToolCaptures::addPrintouts()
{
    addRow("PHP", "Array\n(\n    [access_token] => JWT0\n    [refresh_token] => RT0\n)\n",
           {{},
            {u"text access_token unknown access_token"_s,
             u"text refresh_token unknown refresh_token"_s},
            {"JWT0", "RT0"},
            {},
            {}});
    addRow("Android's preferences",
           "<map>\n    <string name=\"access_token\">JWT0</string>\n"
           "    <string name=\"refresh_token\">RT0</string>\n</map>\n",
           {{},
            {u"text access_token unknown access_token"_s,
             u"text refresh_token unknown refresh_token"_s},
            {"JWT0", "RT0"},
            {},
            {}});
    addRow("elements named for what is in them",
           "<s:Body><accessToken>JWT0</accessToken><td>JWT1</td></s:Body>\n",
           {{},
            {u"text accessToken unknown access_token"_s, u"text unknown access_token"_s},
            {"JWT0", "JWT1"},
            {},
            {}});
    addRow("fields of a request in a table", "authorization\tBearer JWT0\naccept\t*/*\n",
           {{}, {u"header authorization request access_token"_s}, {"JWT0"}, {}, {}});
    addRow(
        "Amazon Cognito",
        R"({"AuthenticationResult":{"AccessToken":"JWT0","ExpiresIn":1800,"TokenType":"Bearer"}})",
        {{}, {u"json AccessToken response access_token"_s}, {"JWT0"}, {}, {}});
    // RFC 2045 section 6.7: lines of 76 characters, the break marked by "=".
    const QByteArray token = capturecases::jwt();
    QByteArray lines = token.first(54);
    for (qsizetype at = 54; at < token.size(); at += 75)
        lines += "=\n" + token.sliced(at, std::min<qsizetype>(75, token.size() - at));
    addRow("a mail in quoted-printable", "Authorization: Bearer " + lines + "\n",
           {{},
            {u"header Authorization request access_token"_s},
            {"JWT0"},
            {u"carrying.line_broken"_s},
            {lines}});
}

//! The request line of a long line stands behind what can be seen of it at first.
void TestToolCaptures::addLogs()
{
    const QString url = u"/me?access_token="_s + QString::fromLatin1(capturecases::jwt());
    const QString query = u"query access_token request access_token"_s;
    const QStringList risk{u"carrying.in_query"_s};
    const auto row = [&](const char *name, const char *line, const QString &request) {
        addRow(name, line, {{request}, {query}, {"JWT0"}, risk, {}});
    };
    row("uvicorn",
        "INFO:     10.0.0.1:54321 - \"GET /me?access_token=JWT0 HTTP/1.1\" 401 Unauthorized\n",
        u"GET "_s + url + u" 401"_s);
    row("Django", "[30/Nov/2026 10:00:01] \"GET /me?access_token=JWT0 HTTP/1.1\" 401 58\n",
        u"GET "_s + url + u" 401"_s);
    row("Gin",
        "[GIN] 2026/11/30 - 10:00:01 | 401 |  1.2ms |   10.0.0.1 | GET      "
        "\"/me?access_token=JWT0\"\n",
        u"GET "_s + url + u" 401"_s);
    row("the console of a browser",
        "GET https://a.example/me?access_token=JWT0 401 (Unauthorized)\n",
        u"GET https://a.example"_s + url + u" 401"_s);
    addRow("IIS",
           "#Software: Microsoft Internet Information Services 10.0\n"
           "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query c-ip cs(Cookie) sc-status\n"
           "2026-11-30 10:00:01 10.0.0.5 GET /me access_token=JWT0 10.0.0.1 a=b;+session=RT0 401\n"
           "2026-11-30 10:00:02 10.0.0.5 GET /other - 10.0.0.1 - 200\n",
           {{u"GET "_s + url + u" 401"_s},
            {query, u"cookie session request session_cookie"_s},
            {"JWT0", "RT0"},
            {u"carrying.in_query"_s, u"carrying.session_cookie_live"_s},
            {}});
    addRow("CloudFront",
           "#Version: 1.0\n#Fields: date time cs-method cs(Host) cs-uri-stem sc-status "
           "cs-uri-query\n2026-11-30\t10:00:01\tGET\td1.example\t/me\t401\taccess_token=JWT0\n"
           "Another text: access_token=JWT1\n",
           {{u"GET https://d1.example"_s + url + u" 401"_s},
            {query, u"text access_token unknown access_token"_s},
            {"JWT0", "JWT1"},
            risk,
            {}});
    addRow("dio",
           "I/flutter (12345): *** Request ***\n"
           "I/flutter (12345): uri: https://a.example/me\n"
           "I/flutter (12345): method: GET\n"
           "I/flutter (12345): headers:\n"
           "I/flutter (12345):  Authorization: Bearer JWT0\n"
           "I/flutter (12345): \n"
           "D/other   (12345): a line between\n"
           "I/flutter (12345): *** DioException ***:\n"
           "I/flutter (12345): uri: https://a.example/me\n"
           "I/flutter (12345): statusCode: 401\n"
           "I/flutter (12345): headers:\n"
           "I/flutter (12345):  www-authenticate: Bearer error=\"invalid_token\"\n"
           "I/flutter (12345): Response Text:\n"
           "I/flutter (12345): {\"message\":\"jwt expired\"}\n",
           {{u"GET https://a.example/me 401"_s},
            {u"header Authorization request access_token"_s},
            {"JWT0"},
            {u"answer.expired"_s},
            {}});
    addRow("dio, without a prefix",
           "*** Request ***\nuri: https://a.example/me\nmethod: POST\nheaders:\n"
           " Authorization: Bearer JWT0\ndata:\n{refresh_token: RT0}\n\nOther: JWT1\n",
           {{u"POST https://a.example/me 0"_s},
            {u"header Authorization request access_token"_s,
             u"text refresh_token request refresh_token"_s, u"text Other unknown access_token"_s},
            {"JWT0", "RT0", "JWT1"},
            {},
            {}});
    addRow(
        "HAProxy",
        "Nov 30 10:00:01 lb haproxy[1]: 10.0.0.1:5 [30/Nov/2026:10:00:01.123] in~ api/s1 "
        "0/0/1/5/6 401 153 - - ---- 1/1/0/0/0 0/0 {Bearer JWT0} \"GET /me HTTP/1.1\"\n",
        {{u"GET /me 401"_s}, {u"header Authorization request access_token"_s}, {"JWT0"}, {}, {}});
    addRow("Caddy",
           R"({"level":"info","ts":1796032801.1,"msg":"handled request","request":{"method":"GET",)"
           R"("host":"a.example","uri":"/me","headers":{"Authorization":["Bearer JWT0"]}},)"
           R"("status":401})",
           {{u"GET https://a.example/me 401"_s},
            {u"header Authorization request access_token"_s},
            {"JWT0"},
            {},
            {}});
    addRow("Datadog, whose status is a level",
           R"({"timestamp":"2026-11-30T10:00:01Z","status":"error","message":"x","http":{)"
           R"("method":"GET","url":"https://a.example/me","status_code":401,)"
           R"("headers":{"authorization":"Bearer JWT0"}}})",
           {{u"GET https://a.example/me 401"_s},
            {u"header authorization request access_token"_s},
            {"JWT0"},
            {},
            {}});
    addRow(
        "Loki",
        R"({"data":{"result":[{"stream":{"app":"api"},"values":[["1796032801123000000",)"
        R"("method=GET path=/me status=401 authorization=\"Bearer JWT0\""]]}]}})",
        {{u"GET /me 401"_s}, {u"header Authorization request access_token"_s}, {"JWT0"}, {}, {}});
    addRow("a machine's name is no host of a request",
           R"({"level":30,"time":1796032801123,"host":"web-1","method":"GET","url":"/me",)"
           R"("headers":{"authorization":"Bearer JWT0"}})",
           {{u"GET /me 0"_s}, {u"header authorization request access_token"_s}, {"JWT0"}, {}, {}});
}

void TestToolCaptures::readsCapture_data()
{
    commandcases::addColumns();
    addCookies();
    addStorages();
    addEnvironments();
    addPrintouts();
    addLogs();
}

void TestToolCaptures::knowsRolesByTheLastWords_data()
{
    using capture::CarrierType;
    using capture::Role;
    QTest::addColumn<CarrierType>("type");
    QTest::addColumn<Role>("role");
    const auto row = [](const char *name, CarrierType type, Role role) {
        QTest::newRow(name) << type << role;
    };
    row("accessToken", CarrierType::Json, Role::AccessToken);
    row("github_access_token", CarrierType::Json, Role::AccessToken);
    row("MY_ID_TOKEN", CarrierType::Environment, Role::IdToken);
    row("kc.refreshToken", CarrierType::Storage, Role::RefreshToken);
    row("X-Ms-Token-Aad-Id-Token", CarrierType::Header, Role::IdToken); // Azure App Service
    row("X-Auth-Request-Access-Token", CarrierType::Header, Role::AccessToken); // oauth2-proxy
    row("x-amzn-oidc-accesstoken", CarrierType::Header, Role::AccessToken);
    row("portal_session", CarrierType::Cookie, Role::SessionCookie);
    row("portal_app_access_token", CarrierType::Cookie, Role::AccessToken);
    row("paid_token", CarrierType::Json, Role::Unknown);
    row("zip_code", CarrierType::Form, Role::Unknown);
    row("csrf_access_token", CarrierType::Cookie, Role::Unknown);
    row("obsession", CarrierType::Cookie, Role::Unknown);
    row("access_token_expires", CarrierType::Json, Role::Unknown);
}

void TestToolCaptures::knowsRolesByTheLastWords()
{
    QFETCH(const capture::CarrierType, type);
    QFETCH(const capture::Role, role);
    QCOMPARE(capture::roleOf({type, QString::fromLatin1(QTest::currentDataTag()), {}}), role);
}

void TestToolCaptures::inventsNoCodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("Node's errors") << R"({"code":"ERR_HTTP2_INVALID_SESSION"})"_ba;
    QTest::newRow("an API's errors") << R"({"code":"internal_server_error_500_1"})"_ba;
    QTest::newRow("base64 that is no JSON") << "?code=1234\n"_ba;
}

void TestToolCaptures::inventsNoCodes()
{
    commandcases::checkInventsNothing();
}

void TestToolCaptures::knowsMasks_data()
{
    QTest::addColumn<bool>("expected");
    for (const char *mask :
         {"***", "********", "[REDACTED]", "redacted", "<redacted>", "[FILTERED]", "[MASKED]",
          "\xE2\x96\x88\xE2\x96\x88", "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2", "xxxxxxxx",
          "[authorization redacted]", "**REMOVED**", "<sensitive>"})
        QTest::newRow(mask) << true;
    for (const char *other :
         {"*", "x", "XXX", "<token>", "secret", "xxxy", "redactedtoken", "", "[]"})
        QTest::newRow(other) << false;
}

void TestToolCaptures::knowsMasks()
{
    QFETCH(const bool, expected);
    QCOMPARE(capture::isMask(QTest::currentDataTag()), expected);
}

void TestToolCaptures::saysWhatWasMasked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &names) {
        QTest::newRow(name) << text << names;
    };
    const QByteArray head = "GET / HTTP/1.1\r\nHost: a.example\r\n";
    row("a token", head + "Authorization: Bearer ***\r\n\r\n", {u"Authorization"_s});
    row("a header", head + "Authorization: [REDACTED]\r\n\r\n", {u"Authorization"_s});
    row("OkHttp", head + "Authorization: \xE2\x96\x88\xE2\x96\x88\r\n\r\n", {u"Authorization"_s});
    row("cookies", head + "Cookie: [REDACTED]\r\n\r\n", {u"Cookie"_s});
    row("a cookie", head + "Cookie: session=***; theme=dark\r\n\r\n", {u"session"_s});
    row("members", R"({"access_token":"[REDACTED]","refresh_token":"***","code":"***"})",
        {u"access_token"_s, u"refresh_token"_s});
    row("Caddy",
        R"({"level":"info","ts":1796032801.1,"request":{"method":"GET","uri":"/","headers":{)"
        R"("Authorization":["REDACTED"],"Cookie":["REDACTED"]}},"status":401})",
        {u"Authorization"_s, u"Cookie"_s});
    row("many times", QByteArray(head + "Authorization: Bearer ***\r\n\r\n").repeated(50),
        {u"Authorization"_s});
}

void TestToolCaptures::saysWhatWasMasked()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, names);
    const capture::Capture capture = capture::read(text);
    QStringList told;
    for (const base::Finding &finding : capture.findings) {
        QVERIFY(finding.id != "capture.no_token"_L1);
        if (finding.id == "carrying.masked"_L1)
            told.append(finding.facts.value(u"name"_s).toString());
    }
    QCOMPARE(told, names);
    QVERIFY(capture.sightings.isEmpty());
}

//! "ey" and "ew" are what base64 makes of a brace, and of chance.
void TestToolCaptures::readsOpaqueTokensThatBeginLikeBase64()
{
    for (const QByteArray begin : {"ey5Z", "ew1x", "eyyy"}) {
        const QByteArray code = begin + "ia48koTWjqLfHk5UXzNzCqqlyCT7";
        const capture::Capture capture = capture::read("https://a.example/?state=s&code=" + code);
        QCOMPARE(capturecases::tokens(capture), QList<QByteArray>{code});
    }
}

void TestToolCaptures::countsPlacesBehindAByteOrderMark()
{
    const capture::Capture capture = capture::read("\xEF\xBB\xBF" + capturecases::jwt());
    QCOMPARE(capture.textAt, 3);
    QCOMPARE(capturecases::places(capture), QList<QByteArray>{capturecases::jwt()});
    QCOMPARE(capture::read(capturecases::jwt()).textAt, 0);
}

void TestToolCaptures::namesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QString>("kind");
    QTest::newRow("zip") << "PK\x03\x04"_ba << u"archive"_s;
    QTest::newRow("gzip") << "\x1F\x8B\x08"_ba << u"archive"_s;
    QTest::newRow("screenshot") << "\x89PNG\r\n"_ba << u"picture"_s;
    QTest::newRow("pcapng") << "\x0A\x0D\x0D\x0A"_ba << u"packets"_s;
    QTest::newRow("cookies of Firefox") << "SQLite format 3"_ba << u"database"_s;
    QTest::newRow("program") << "\x7F"
                                "ELF"_ba
                             << QString();
}

//! Each is what people attach to a case, and each wants another advice.
void TestToolCaptures::namesWhatIsNoText()
{
    QFETCH(const QByteArray, begin);
    QFETCH(const QString, kind);
    const capture::Capture capture = capture::read(begin + QByteArray(200, '\0'));
    QCOMPARE(capturecases::ids(capture.findings), QStringList{u"capture.binary"_s});
    QCOMPARE(capture.findings.first().facts.value(u"kind"_s).toString(), kind);
}

QTEST_GUILESS_MAIN(TestToolCaptures)
#include "tst_toolcaptures.moc"
