// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "spancases.h"

using namespace Qt::Literals::StringLiterals;
using spancases::as;
using spancases::row;

//! Commands, scripts, files and logs: each token's exact place, also behind what quotes and encodes
//! it.
class TestFormSpans final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCurl_data();
    void readsCurl() { spancases::checkRow(); }
    void readsOtherCommands_data();
    void readsOtherCommands() { spancases::checkRow(); }
    void readsScripts_data();
    void readsScripts() { spancases::checkRow(); }
    void readsFiles_data();
    void readsFiles() { spancases::checkRow(); }
    void readsLogs_data();
    void readsLogs() { spancases::checkRow(); }
    void readsArchives_data();
    void readsArchives() { spancases::checkRow(); }
};

namespace {

const QByteArray authorized = "0 header Authorization request access_token";
const QByteArray me = "GET https://a.example/me 0";

} // namespace

void TestFormSpans::readsCurl_data()
{
    spancases::addColumns();
    const auto one = [](const char *name, const QByteArray &command, const QByteArray &seen,
                        const QByteArray &request = me) {
        row(name, command, {"curl", {request}, {seen}});
    };
    one("single quotes", "curl -H 'Authorization: Bearer ⟦JWT0⟧' https://a.example/me", authorized);
    one("double quotes", "curl -H \"Authorization: Bearer ⟦JWT0⟧\" https://a.example/me",
        authorized);
    one("--header=", "curl --header='Authorization: Bearer ⟦JWT0⟧' https://a.example/me",
        authorized);
    one("-H without a blank", "curl -H'Authorization: Bearer ⟦JWT0⟧' https://a.example/me",
        authorized);
    one("-HName:value", "curl -HAuthorization:Bearer\\ ⟦JWT0⟧ https://a.example/me", authorized);
    one("letters together", "curl -sSLH 'Authorization: Bearer ⟦JWT0⟧' https://a.example/me",
        authorized);
    one("continued lines",
        "curl \\\n  --url https://a.example/me \\\n  -H 'Authorization: Bearer ⟦JWT0⟧'",
        authorized);
    one("$'…' with an escape",
        "curl -H $'Authorization: Bearer "
            + as("JWT0", QByteArray(capturecases::jwt()).replace(".", "\\x2e"))
            + "' https://a.example/me",
        authorized);
    one("quotes put together", "curl -H 'Authorization: '\"Bearer ⟦JWT0⟧\" https://a.example/me",
        authorized);
    one("cmd", "curl ^\"https://a.example/me^\" ^\n  -H ^\"Authorization: Bearer ⟦JWT0⟧^\"",
        authorized);
    one("curl.exe, PowerShell",
        "curl.exe `\n  -H \"Authorization: Bearer ⟦JWT0⟧\" `\n  https://a.example/me", authorized);
    one("--oauth2-bearer", "curl --oauth2-bearer ⟦JWT0⟧ https://a.example/me", authorized);
    one("-b", "curl -b 'session=⟦RT0⟧; a=1' https://a.example/me",
        "0 cookie session request session_cookie [session_cookie_live]");
    one("-u", "curl -u x:⟦JWT0⟧ https://a.example/me", authorized);
    one("-d", "curl -d refresh_token=⟦RT0⟧ https://a.example/t",
        "0 form refresh_token request refresh_token", "POST https://a.example/t 0");
    one("--data-urlencode", "curl --data-urlencode 'refresh_token=⟦RT0⟧' https://a.example/t",
        "0 form refresh_token request refresh_token", "POST https://a.example/t 0");
    one("--json", "curl --json '{\"access_token\":\"⟦JWT0⟧\"}' https://a.example/t",
        "0 json access_token request access_token", "POST https://a.example/t 0");
    one("-F", "curl -F token=⟦JWT0⟧ https://a.example/t", "0 multipart token request access_token",
        "POST https://a.example/t 0");
    one("two errors of a header", "curl -H 'Authorization: bearer \"⟦JWT0⟧\"' https://a.example/me",
        authorized + " [lower_case quotes]");
    row("a variable", "curl -H \"Authorization: Bearer $TOKEN\" https://a.example/me",
        {"curl", {me}, {}, "carrying.variable capture.no_token"});
    row("a substitution", "curl -H \"Authorization: Bearer $(cat t)\" https://a.example/me",
        {"curl", {me}, {}, "carrying.variable capture.no_token"});
}

void TestFormSpans::readsOtherCommands_data()
{
    spancases::addColumns();
    row("wget", "wget --header='Authorization: Bearer ⟦JWT0⟧' https://a.example/me",
        {"wget", {me}, {authorized}});
    row("wget, a body", "wget --post-data 'refresh_token=⟦RT0⟧' https://a.example/t",
        {"wget", {"POST https://a.example/t 0"}, {"0 form refresh_token request refresh_token"}});
    row("HTTPie", "http GET https://a.example/me 'Authorization: Bearer ⟦JWT0⟧'",
        {"httpie", {me}, {authorized}});
    row("HTTPie, -A bearer", "https -A bearer -a ⟦JWT0⟧ a.example/me",
        {"httpie", {me}, {authorized}});
    row("HTTPie, a member", "http POST https://a.example/t refresh_token=⟦RT0⟧",
        {"httpie", {"POST https://a.example/t 0"}, {"0 json refresh_token request refresh_token"}});
    row("HTTPie, a form", "http -f POST https://a.example/t refresh_token=⟦RT0⟧",
        {"httpie", {"POST https://a.example/t 0"}, {"0 form refresh_token request refresh_token"}});
    row("HTTPie, a parameter", "http https://a.example/me access_token==⟦JWT0⟧",
        {"httpie", {me}, {"0 query access_token request access_token [in_query]"}});
    row("PowerShell",
        "Invoke-RestMethod -Uri https://a.example/me -Headers @{ Authorization = \"Bearer ⟦JWT0⟧\" "
        "}",
        {"powershell", {me}, {authorized}});
    row("PowerShell, a variable",
        "$headers = @{ 'Authorization' = 'Bearer ⟦JWT0⟧' }\n"
        "Invoke-WebRequest https://a.example/me -Headers $headers",
        {"powershell", {me}, {authorized}});
}

void TestFormSpans::readsScripts_data()
{
    spancases::addColumns();
    row("fetch",
        "fetch(\"https://a.example/me\", {\n  \"headers\": {\n    \"Authorization\": \"Bearer "
        "⟦JWT0⟧\"\n  }\n});",
        {"fetch", {me}, {authorized}});
    row("fetch, JSON escaped in the body",
        R"(fetch("https://a.example/t", {"method":"POST","body":"{\"id_token\":\"⟦ID0⟧\"}"});)",
        {"fetch", {"POST https://a.example/t 0"}, {"0 json id_token request id_token"}});
    row("axios",
        "axios.get('https://a.example/me', { headers: { Authorization: `Bearer ⟦JWT0⟧` } })",
        {"fetch", {me}, {authorized}});
    row("requests",
        "import requests\nrequests.get('https://a.example/me', headers={'Authorization': 'Bearer "
        "⟦JWT0⟧'})\n",
        {"python", {me}, {authorized}});
    row("requests, cookies",
        "import requests\nrequests.get('https://a.example/me', cookies={'session': '⟦RT0⟧'})\n",
        {"python", {me}, {"0 cookie session request session_cookie [session_cookie_live]"}});
    row(".http file",
        "### Me\nGET https://a.example/me\nAuthorization: Bearer ⟦JWT0⟧\n\n### Other\n"
        "GET https://a.example/o\nAuthorization: Bearer {{token}}\n",
        {"http_file", {me, "GET https://a.example/o 0"}, {authorized}, "carrying.variable"});
}

void TestFormSpans::readsFiles_data()
{
    spancases::addColumns();
    row(".env", "A=1\nACCESS_TOKEN=⟦JWT0⟧\nexport ID_TOKEN=\"⟦ID0⟧\" # x\n",
        {"env",
         {},
         {"environment ACCESS_TOKEN unknown access_token",
          "environment ID_TOKEN unknown id_token"}});
    row("storage", "theme\tdark\naccess_token\t⟦JWT0⟧\n",
        {"storage", {}, {"storage access_token unknown access_token"}});
    row("storage, JSON", "auth\t{\"refresh_token\":\"⟦RT0⟧\"}\n",
        {"storage", {}, {"storage auth.refresh_token unknown refresh_token"}});
    row("cookies of developer tools",
        "session\t⟦RT0⟧\ta.example\t/\t2027-01-01T00:00:00.000Z\t83\t✓\t✓\tLax\n",
        {"cookies", {}, {"cookie session unknown session_cookie [session_cookie_live]"}});
    row("cookie file", "a.example\tFALSE\t/\tTRUE\t1790000000\tapp_access_token\t⟦JWT0⟧\n",
        {"cookies", {}, {"cookie app_access_token unknown access_token"}});
    row("Kubernetes",
        "apiVersion: v1\nkind: Secret\ndata:\n  token: "
            + as("JWT0", capturecases::jwt().toBase64()) + "\nstringData:\n  id_token: ⟦ID0⟧\n",
        {"kubernetes",
         {},
         {"secret token unknown access_token", "secret id_token unknown id_token"}});
    row("Kubernetes as JSON",
        R"({"kind":"Secret","data":{"token":")" + as("JWT0", capturecases::jwt().toBase64())
            + "\"}}",
        {"json", {}, {"secret token unknown access_token"}});
    row("form_post",
        "<form method=post action=https://a.example/cb>\n<input name=id_token value=⟦ID0⟧>\n"
        "<input name=\"code\" value=\"⟦OP0⟧\">\n</form>",
        {"html",
         {"POST https://a.example/cb 0"},
         {"0 html id_token response id_token", "0 html code response authorization_code"}});
    row("form_post, a reference",
        "<form><input name=\"id_token\" value=\""
            + as("ID0", capturecases::idToken().replace(".", "&#46;")) + "\"></form>",
        {"html", {"GET  0"}, {"0 html id_token response id_token"}});
    row("JSON of storage", R"({"auth":"{\"access_token\":\"⟦JWT0⟧\"}"})",
        {"json", {}, {"json access_token unknown access_token"}});
    row("token response", R"({"access_token":"⟦OP0⟧","refresh_token":"⟦RT0⟧"})",
        {"json",
         {},
         {"json access_token unknown opaque_access_token",
          "json refresh_token unknown refresh_token"}});
}

void TestFormSpans::readsLogs_data()
{
    spancases::addColumns();
    row("nginx",
        "192.0.2.1 - - [21/Sep/2026:15:00:00 +0000] \"GET /me?access_token=⟦JWT0⟧ HTTP/1.1\" 401 "
        "12 \"-\" \"curl/8\"\n",
        {"log",
         {"GET /me?access_token=" + capturecases::jwt() + " 401 2026-09-21T15:00:00.000Z"},
         {"0 query access_token request access_token [in_query]"}});
    row("nginx, another zone, a code in the referer",
        "192.0.2.1 - - [21/Sep/2026:17:00:00 +0200] \"GET / HTTP/2.0\" 200 1 "
        "\"https://a.example/cb?code=⟦OP0⟧&state=x\" \"m\"\n",
        {"log",
         {"GET / 200 2026-09-21T15:00:00.000Z"},
         {"0 query code request authorization_code"}});
    row("JSON log",
        "{\"time\":\"2026-09-21T15:00:00Z\",\"method\":\"GET\",\"url\":\"https://a.example/me\","
        "\"status\":401,\"headers\":{\"Authorization\":\"Bearer ⟦JWT0⟧\"}}\n",
        {"json", {"GET https://a.example/me 401 2026-09-21T15:00:00.000Z"}, {authorized}});
    row("a line of an application", "2026-09-21T15:00:00Z WARN bad token ⟦JWT0⟧\n",
        {"log", {"  0 2026-09-21T15:00:00.000Z"}, {"0 text request access_token"}});
}

void TestFormSpans::readsArchives_data()
{
    spancases::addColumns();
    const auto har = [](const QByteArray &request, const QByteArray &response) {
        return R"({"log":{"version":"1.2","creator":{"name":"Firefox","version":"1"},"entries":[{)"
               R"("startedDateTime":"2026-09-21T15:00:00.250Z","request":{"method":"GET","url":)"
               R"("https://a.example/me",)"
            + request + R"(},"response":{"status":401,)" + response + "}}]}}";
    };
    const QByteArray entry = "GET https://a.example/me 401 2026-09-21T15:00:00.250Z";
    const QByteArray none = R"("headers":[],"cookies":[],"content":{})";
    row("a header",
        har(R"("headers":[{"name":"Authorization","value":"Bearer ⟦JWT0⟧"}],"cookies":[])", none),
        {"har", {entry}, {authorized}});
    row("two spaces in a header",
        har(R"("headers":[{"name":"Authorization","value":"Bearer  ⟦JWT0⟧"}],"cookies":[])", none),
        {"har", {entry}, {authorized + " [two_spaces]"}});
    row("JSON in a text",
        har(R"("headers":[],"cookies":[])",
            R"("headers":[],"cookies":[],"content":{"mimeType":"application/json","text":)"
            R"("{\"access_token\":\"⟦JWT0⟧\"}"})"),
        {"har", {entry}, {"0 json access_token response access_token"}});
    row("base64",
        har(R"("headers":[],"cookies":[])",
            R"("headers":[],"cookies":[],"content":{"mimeType":"application/json","encoding":)"
            R"("base64","text":")"
                + as("JWT0", ("{\"access_token\":\"" + capturecases::jwt() + "\"}").toBase64())
                + "\"}"),
        {"har", {entry}, {"0 json access_token response access_token"}});
    row("a form",
        har(R"("headers":[],"cookies":[],"postData":{"mimeType":)"
            R"("application/x-www-form-urlencoded","text":"a=1&refresh_token=⟦RT0⟧"})",
            none),
        {"har", {entry}, {"0 form refresh_token request refresh_token"}});
}

QTEST_GUILESS_MAIN(TestFormSpans)

#include "tst_formspans.moc"
