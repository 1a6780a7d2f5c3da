// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "commandcases.h"

using namespace Qt::Literals::StringLiterals;
using commandcases::addRow;

//! Invoke-WebRequest and Invoke-RestMethod, as browsers copy them and as people write them.
class TestPowerShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsScript_data();
    void readsScript() { commandcases::checkRow(false); }
    void readsScriptWithCrLf_data() { readsScript_data(); }
    void readsScriptWithCrLf() { commandcases::checkRow(true); }
    void inventsNothing_data();
    void inventsNothing() { commandcases::checkInventsNothing(); }
    void endsAnywhere();
};

namespace {

const QString authorized = u"header Authorization request access_token"_s;

const QByteArray fromChrome
    = R"ps($session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0 (X11; Linux x86_64)"
$session.Cookies.Add((New-Object System.Net.Cookie("session", "RT0", "/", "a.example")))
$session.Cookies.Add((New-Object System.Net.Cookie("lang", "en", "/", "a.example")))
Invoke-WebRequest -UseBasicParsing -Uri "https://a.example/t?x=1&y=2" `
-Method "POST" `
-WebSession $session `
-Headers @{
"authority"="a.example"
  "method"="POST"
  "authorization"="Bearer JWT0"
  "accept"="*/*"
} `
-ContentType "application/json" `
-Body "{`"id_token`":`"ID0`"}"
)ps";

const QByteArray fromPostman
    = R"ps($headers = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"
$headers.Add("Authorization", "Bearer JWT0")
$headers.Add("Accept", "*/*")

$response = Invoke-RestMethod 'https://a.example/me' -Method 'GET' -Headers $headers
$response | ConvertTo-Json
)ps";

const QByteArray inTable = R"ps($params = @{
    Uri     = "https://a.example/me"
    Method  = 'Get'
    Headers = @{ Authorization = "Bearer JWT0" }
}
Invoke-RestMethod @params
)ps";

const QByteArray cookiesOnly
    = R"ps($session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.Cookies.Add((New-Object System.Net.Cookie("session", "RT0", "/", "a.example")))
Invoke-WebRequest -UseBasicParsing -Uri "https://a.example/me" `
-WebSession $session
)ps";

const QByteArray byHand = R"ps($token = "JWT0" # JWT1 was the old one
$headers = @{ Authorization = "Bearer $token"; 'X-Other' = 'x' }
irm https://a.example/me -Headers $headers
)ps";

} // namespace

void TestPowerShell::readsScript_data()
{
    commandcases::addColumns();
    const QStringList get{u"GET https://a.example/me 0"_s};
    addRow("Chrome", fromChrome,
           {{u"POST https://a.example/t?x=1&y=2 0"_s},
            {u"cookie session request session_cookie"_s,
             u"header authorization request access_token"_s, u"json id_token request id_token"_s},
            {"RT0", "JWT0", "ID0"},
            {u"carrying.session_cookie_live"_s},
            {}});
    addRow("Postman", fromPostman, {get, {authorized}, {"JWT0"}, {}, {}});
    const char *spellings[] = {
        "Invoke-RestMethod -Uri https://a.example/me -Headers @{Authorization='Bearer JWT0'}",
        "Invoke-RestMethod https://a.example/me -Headers @{'Authorization' = \"Bearer JWT0\"}",
        "PS C:\\> iwr 'https://a.example/me' -Headers @{ \"Authorization\" = \"Bearer JWT0\" }",
        "irm -Uri:'https://a.example/me' -Authentication Bearer -Token "
        "(ConvertTo-SecureString 'JWT0' -AsPlainText -Force)",
        "$r = Invoke-WebRequest \"https://a.example/me\" `\n"
        "  -Headers @{ Authorization = \"Bearer JWT0\" }\nWrite-Output $r.StatusCode",
        "(Invoke-WebRequest https://a.example/me -Headers @{Authorization=\"Bearer "
        "JWT0\"}).Content",
    };
    for (const char *spelling : spellings)
        addRow(spelling, spelling, {get, {authorized}, {"JWT0"}, {}, {}});
    addRow("a form",
           "Invoke-RestMethod -Method Post -Uri https://a.example/t "
           "-Body @{grant_type='refresh_token'; refresh_token='RT0'}",
           {{u"POST https://a.example/t 0"_s},
            {u"form refresh_token request refresh_token"_s},
            {"RT0"},
            {},
            {}});
    addRow("a JSON object",
           "irm https://a.example/t -Method Post -Body (@{refresh_token='RT0'} | ConvertTo-Json)",
           {{u"POST https://a.example/t 0"_s},
            {u"json refresh_token request refresh_token"_s},
            {"RT0"},
            {},
            {}});
    addRow("a here-string",
           "irm https://a.example/t -Method Post -ContentType 'application/json' -Body @'\n"
           "{\"refresh_token\": \"RT0\"}\n'@",
           {{u"POST https://a.example/t 0"_s},
            {u"json refresh_token request refresh_token"_s},
            {"RT0"},
            {},
            {}});
    addRow("parameters in a table", inTable, {get, {authorized}, {"JWT0"}, {}, {}});
    addRow("a secure string in a variable",
           "$t = ConvertTo-SecureString \"JWT0\" -AsPlainText -Force\n"
           "irm https://a.example/me -Authentication OAuth -Token $t",
           {get, {authorized}, {"JWT0"}, {}, {}});
    addRow("cookies alone send nothing", cookiesOnly,
           {get,
            {u"cookie session request session_cookie"_s},
            {"RT0"},
            {u"carrying.session_cookie_live"_s},
            {}});
    addRow("what PowerShell says of a refusal",
           "PS C:\\> irm https://a.example/me -Headers @{Authorization='Bearer JWT0'}\n"
           "irm : The remote server returned an error: (401) Unauthorized.\n"
           "At line:1 char:1\n+ irm https://a.example/me\n",
           {get + get, {authorized}, {"JWT0"}, {}, {}});
    addRow("a variable that is not set",
           "irm https://a.example/me -Headers @{ Authorization = \"Bearer $env:TOKEN\" }",
           {get, {}, {}, {u"carrying.variable"_s, u"capture.no_token"_s}, {}});
    addRow("behind prose", "It fails:\n" + fromPostman + "Thanks, the next one is JWT1.\n",
           {get, {authorized, u"text unknown access_token"_s}, {"JWT0", "JWT1"}, {}, {}});
    addRow("a variable that is set", byHand,
           {get, {authorized, u"text request access_token"_s}, {"JWT0", "JWT1"}, {}, {}});
}

void TestPowerShell::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("prose") << "Invoke-WebRequest is slow; use iwr or irm instead."_ba;
    QTest::newRow("an error") << "Invoke-RestMethod : The remote server returned an error."_ba;
    QTest::newRow("help") << "Invoke-RestMethod -?"_ba;
    QTest::newRow("a hashtable") << "$headers = @{ Accept = 'x' }"_ba;
}

void TestPowerShell::endsAnywhere()
{
    commandcases::checkEndsAnywhere(commandcases::filled(fromChrome));
}

QTEST_GUILESS_MAIN(TestPowerShell)

#include "tst_powershell.moc"
