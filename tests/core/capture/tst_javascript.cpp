// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "commandcases.h"

using namespace Qt::Literals::StringLiterals;
using commandcases::addRow;

//! Scripts that set first and ask then, as generators write them and people keep them.
class TestJavaScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsScript_data();
    void readsScript() { commandcases::checkRow(false); }
    void readsScriptWithCrLf_data() { readsScript_data(); }
    void readsScriptWithCrLf() { commandcases::checkRow(true); }
    void leavesCodeWithoutRequestToTheScanner();
    void goesOnBehindTheScript();

private:
    void addCollections();
    void addClients();
};

namespace {

const QString authorized = u"header Authorization request access_token"_s;
const QStringList posted{u"POST https://a.example/t 0"_s};

} // namespace

//! Collections that are filled member by member.
void TestJavaScript::addCollections()
{
    addRow("Headers and URLSearchParams",
           R"(const myHeaders = new Headers();
myHeaders.append("Authorization", "Bearer JWT0");
const form = new URLSearchParams();
form.append("grant_type", "refresh_token");
form.append("refresh_token", "RT0");
const options = { method: "POST", headers: myHeaders, body: form, redirect: "follow" };
fetch("https://a.example/t", options)
  .then((response) => response.text())
  .catch((error) => console.error(error));
)",
           {posted,
            {authorized, u"form refresh_token request refresh_token"_s},
            {"JWT0", "RT0"},
            {},
            {}});
    addRow("FormData that is put in later",
           R"(const url = 'https://a.example/t';
const form = new FormData();
form.append('token', 'JWT0');
const options = {method: 'POST'};
options.body = form;
const response = await fetch(url, options);
)",
           {posted, {u"multipart token request access_token"_s}, {"JWT0"}, {}, {}});
    addRow("a form that nobody sends",
           R"(const form = new FormData();
form.append('token', 'JWT0');
fetch('https://a.example/t');
)",
           {{u"GET https://a.example/t 0"_s}, {u"text request access_token"_s}, {"JWT0"}, {}, {}});
    addRow("XMLHttpRequest",
           R"(const xhr = new XMLHttpRequest();
xhr.open('POST', 'https://a.example/t');
xhr.setRequestHeader('Authorization', 'Bearer JWT0');
xhr.send(JSON.stringify({id_token: 'ID0'}));
)",
           {posted, {authorized, u"json id_token request id_token"_s}, {"JWT0", "ID0"}, {}, {}});
}

//! Whatever the client is called that a method of HTTP is asked of.
void TestJavaScript::addClients()
{
    const QStringList got{u"GET https://a.example/me 0"_s};
    const char *scripts[] = {
        "const data = await got('https://a.example/me', { headers: { Authorization: 'Bearer JWT0' "
        "} }).json();",
        "await ky.get('https://a.example/me', {headers: {Authorization: 'Bearer JWT0'}}).json();",
        "const r = await request.get('https://a.example/me', { headers: { 'Authorization': "
        "'Bearer JWT0' } });",
        "superagent\n  .get('https://a.example/me')\n  .set('Authorization', 'Bearer JWT0')\n"
        "  .end((err, res) => {});\n",
        "superagent.get('https://a.example/me').set({ Authorization: 'Bearer JWT0' })",
        "superagent.get('https://a.example/me').auth('JWT0', { type: 'bearer' })",
        "Unirest.get(\"https://a.example/me\").header(\"Authorization\", \"Bearer \" + \"JWT0\")"
        ".asString();",
        "client.get(\"https://a.example/me\").bearer_auth(\"JWT0\").send().await?;",
        "cy.request({ url: 'https://a.example/me', auth: { bearer: 'JWT0' } })",
        "import http from 'k6/http';\nexport default function () {\n"
        "  const params = { headers: { Authorization: 'Bearer JWT0' } };\n"
        "  http.get('https://a.example/me', params);\n}\n",
        "var request = require('request');\nvar options = {\n  'method': 'GET',\n"
        "  'url': 'https://a.example/me',\n  'headers': {\n    'Authorization': 'Bearer JWT0'\n"
        "  }\n};\nrequest(options, function (error, response) {\n});\n",
        "var https = require('follow-redirects').https;\nvar options = {\n  'method': 'GET',\n"
        "  'hostname': 'a.example',\n  'path': '/me',\n  'headers': {\n"
        "    'Authorization': 'Bearer JWT0'\n  }\n};\n"
        "var req = https.request(options, function (res) {\n});\nreq.end();\n",
        "const api = axios.create({\n  baseURL: 'https://a.example/',\n"
        "  headers: { Authorization: 'Bearer JWT0' },\n});\nawait api.get('/me');\n",
        "axios.defaults.headers.common['Authorization'] = 'Bearer JWT0';\n"
        "axios.get('https://a.example/me');\n",
        "const token = 'JWT0';\naxios.defaults.headers.common.Authorization = `Bearer ${token}`;\n"
        "axios.get('https://a.example/me');\n",
    };
    for (const char *script : scripts)
        addRow(script, script, {got, {authorized}, {"JWT0"}, {}, {}});
    addRow("a body by its place",
           "got.post('https://a.example/t', { json: { id_token: 'ID0' } });\n"
           "http.post('https://a.example/t', JSON.stringify({ id_token: 'ID0' }), { headers });\n",
           {posted + posted,
            {u"json id_token request id_token"_s, u"json id_token request id_token"_s},
            {"ID0", "ID0"},
            {},
            {}});
    const char *methodInOptions[] = {
        "axios.request({ method: 'PUT', url: 'https://a.example/t', headers: { Authorization: "
        "'Bearer JWT0' } })",
        "const options = { method: 'put', url: 'https://a.example/t',\n"
        "  headers: { Authorization: 'Bearer JWT0' } };\naxios(options);\n",
        "axios('https://a.example/t', { method: 'PUT', headers: { Authorization: 'Bearer JWT0' } "
        "})",
        "request('https://a.example/t', { method: 'PUT', auth: { bearer: 'JWT0' } })",
    };
    for (const char *script : methodInOptions)
        addRow(script, script, {{u"PUT https://a.example/t 0"_s}, {authorized}, {"JWT0"}, {}, {}});
    addRow("a path and no base",
           "await api.get('/me', { headers: { Authorization: 'Bearer JWT0' } });",
           {{}, {u"header Authorization unknown access_token"_s}, {"JWT0"}, {}, {}});
    addRow("another language's request", "conn.request(\"GET\", \"/me\", headers=h) # JWT0\n",
           {{}, {u"text unknown access_token"_s}, {"JWT0"}, {}, {}});
}

void TestJavaScript::readsScript_data()
{
    commandcases::addColumns();
    addRow("options in a variable",
           R"(const url = 'https://a.example/t';
const options = {
  method: 'POST',
  headers: {'Content-Type': 'application/json', Authorization: 'Bearer JWT0'},
  body: '{"id_token":"ID0"}'
};

try {
  const response = await fetch(url, options);
  console.log(await response.json());
} catch (error) {
  console.error(error);
}
)",
           {posted, {authorized, u"json id_token request id_token"_s}, {"JWT0", "ID0"}, {}, {}});
    addRow(
        "axios.request",
        R"(import axios from 'axios';
let config = {
  method: 'post',
  url: 'https://a.example/t',
  headers: {
    'Authorization': 'Bearer JWT0'
  },
  data: qs.stringify({'subject_token': 'ID0'})
};
axios.request(config).then((response) => { console.log(response.data); });
)",
        {posted, {authorized, u"form subject_token request id_token"_s}, {"JWT0", "ID0"}, {}, {}});
    addRow("jQuery sends an object as a form",
           R"(var settings = {
  "url": "https://a.example/t",
  "method": "POST",
  "data": {"token": "JWT0"}
};
$.ajax(settings).done(function (response) { console.log(response); });
)",
           {posted, {u"form token request access_token"_s}, {"JWT0"}, {}, {}});
    addRow("short members and a token of its own",
           R"(const token = 'JWT0';
const headers = { Authorization: `Bearer ${token}` };
fetch('https://a.example/t', { method: 'POST', headers });
)",
           {posted, {authorized}, {"JWT0"}, {}, {}});
    addRow("a token that is never sent",
           R"(const token = 'JWT0';
const other = 'Bearer ' + token;
fetch('https://a.example/t', { method: 'POST' });
)",
           {posted, {u"text request access_token"_s}, {"JWT0"}, {}, {}});
    addCollections();
    addClients();
}

//! What no call follows is no script for us, but its tokens are found.
void TestJavaScript::leavesCodeWithoutRequestToTheScanner()
{
    const auto capture
        = capture::read(commandcases::filled("const token = 'JWT0';\nconst a = 1;\n"));
    QCOMPARE(capture.requests.size(), 0);
    QCOMPARE(capturecases::tokens(capture), QList<QByteArray>{capturecases::jwt()});
}

void TestJavaScript::goesOnBehindTheScript()
{
    const auto capture = capture::read(
        commandcases::filled("const url = 'https://a.example/t';\nfetch(url, {method: 'POST'});\n\n"
                             "It's refused, here is the token JWT0 that we sent.\n"));
    QCOMPARE(capturecases::requests(capture), posted);
    QCOMPARE(capturecases::seen(capture), QStringList{u"text unknown access_token"_s});
}

QTEST_GUILESS_MAIN(TestJavaScript)
#include "tst_javascript.moc"
