// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "commandcases.h"

using namespace Qt::Literals::StringLiterals;
using commandcases::addRow;

//! Python's requests, httpx and http.client.
class TestPython : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsScript_data();
    void readsScript() { commandcases::checkRow(false); }
    void readsScriptWithCrLf_data() { readsScript_data(); }
    void readsScriptWithCrLf() { commandcases::checkRow(true); }
    void inventsNothing_data();
    void inventsNothing() { commandcases::checkInventsNothing(); }
    void readsLooseHeadersInOrder();
    void substitutesWithoutExploding();
    void endsAnywhere();
};

namespace {

const QString authorized = u"header Authorization request access_token"_s;

const QByteArray fromConverter = R"(import requests

cookies = {
    'session': 'RT0',
    'lang': 'en',
}

headers = {
    'accept': '*/*',
    'Authorization': 'Bearer JWT0',
}

params = (
    ('x', '1'),
)

response = requests.get('https://a.example/me', params=params, cookies=cookies, headers=headers)
print(response.text)
)";

const QByteArray fromPostman = R"(import requests
import json

url = "https://a.example/t"

payload = json.dumps({
  "refresh_token": "RT0"
})
headers = {
  'Content-Type': 'application/json',
  'Authorization': 'Bearer JWT0'
}

response = requests.request("POST", url, headers=headers, data=payload)
)";

const QByteArray byHand = R"(token = "JWT0"
headers = {"Authorization": f"Bearer {token}"}
r = requests.get("https://a.example/me", headers=headers, timeout=5)
)";

const QByteArray withSession = R"(import requests
s = requests.Session()
s.headers.update({"Authorization": "Bearer JWT0"})
for page in range(3):
    r = s.get("https://a.example/me")
)";

const QByteArray plainClient = R"(import http.client

conn = http.client.HTTPSConnection("a.example")
payload = ''
headers = {
  'Authorization': 'Bearer JWT0'
}
conn.request("GET", "/me", payload, headers)
)";

} // namespace

void TestPython::readsScript_data()
{
    commandcases::addColumns();
    const QStringList get{u"GET https://a.example/me 0"_s};
    const QString cookie = u"cookie session request session_cookie"_s;
    addRow("a converter's", fromConverter,
           {get, {cookie, authorized}, {"RT0", "JWT0"}, {u"carrying.session_cookie_live"_s}, {}});
    addRow("Postman", fromPostman,
           {{u"POST https://a.example/t 0"_s},
            {u"json refresh_token request refresh_token"_s, authorized},
            {"RT0", "JWT0"},
            {},
            {}});
    addRow("by hand", byHand, {get, {authorized}, {"JWT0"}, {}, {}});
    addRow("a session", withSession, {get, {authorized}, {"JWT0"}, {}, {}});
    addRow("http.client", plainClient, {get, {authorized}, {"JWT0"}, {}, {}});
    const char *calls[] = {
        "requests.get('https://a.example/me', headers={'Authorization': 'Bearer JWT0'})",
        "r = requests.get(\"https://a.example/me\",\n"
        "    headers={\"Authorization\": \"Bearer \" + \"JWT0\"})",
        "print(httpx.get(r'https://a.example/me', headers={'Authorization': b'Bearer JWT0'}).text)",
        "import requests\nrequests.get(url='https://a.example/me', headers={\n"
        "    # what the gateway wants\n    'Authorization': '''Bearer JWT0''',\n})",
        "token = 'JWT0'\nrequests.get('https://a.example/me', headers={'Authorization': "
        "'Bearer %s' % token})",
        "token = 'JWT0'\nrequests.get('https://a.example/me', headers={'Authorization': "
        "'%s %s' % ('Bearer', token)})",
        "token = 'JWT0'\nrequests.get('https://a.example/me', headers={'Authorization': "
        "'Bearer {}'.format(token)})",
        "token = 'JWT0'\nrequests.get('https://a.example/me', headers={'Authorization': "
        "'Bearer {t}'.format(t=token)})",
        "async with httpx.AsyncClient() as client:\n"
        "    r = await client.get('https://a.example/me', headers={'Authorization': 'Bearer "
        "JWT0'})\n",
        ">>> headers = {\n...     'Authorization': 'Bearer JWT0',\n... }\n"
        ">>> requests.get('https://a.example/me', headers=headers)\n<Response [401]>\n",
        "In [12]: headers = {'Authorization': 'Bearer JWT0'}\n"
        "    ...: requests.get('https://a.example/me', headers=headers)\n"
        "Out[12]: <Response [401]>\n",
        "headers = {}\nheaders['Authorization'] = 'Bearer JWT0'\n"
        "requests.get('https://a.example/me', headers=headers)",
    };
    for (const char *call : calls)
        addRow(call, call, {get, {authorized}, {"JWT0"}, {}, {}});
    addRow("cookies of any client",
           "r = client.get('https://a.example/me', cookies={'app_access_token': 'JWT0'})",
           {get, {u"cookie app_access_token request access_token"_s}, {"JWT0"}, {}, {}});
    addRow("data", "requests.post('https://a.example/t', data={'refresh_token': 'RT0'})",
           {{u"POST https://a.example/t 0"_s},
            {u"form refresh_token request refresh_token"_s},
            {"RT0"},
            {},
            {}});
    addRow("json", "requests.post('https://a.example/t', json={'a': {'refresh_token': 'RT0'}})",
           {{u"POST https://a.example/t 0"_s},
            {u"json refresh_token request refresh_token"_s},
            {"RT0"},
            {},
            {}});
    addRow("params", "requests.get('https://a.example/me', params={'access_token': 'JWT0'})",
           {get,
            {u"query access_token request access_token"_s},
            {"JWT0"},
            {u"carrying.in_query"_s},
            {}});
    addRow("headers alone", "headers = {\n    'Authorization': 'Bearer JWT0',\n}\n",
           {{u"GET  0"_s}, {authorized}, {"JWT0"}, {}, {}});
    addRow("a name that is not set",
           "requests.get('https://a.example/me', headers={'Authorization': f'Bearer {token}'})",
           {get, {}, {}, {u"carrying.variable"_s, u"capture.no_token"_s}, {}});
    addRow("a name put in that is not set",
           "requests.get('https://a.example/me', headers={'Authorization': 'Bearer %s' % token})",
           {get, {}, {}, {u"carrying.variable"_s, u"capture.no_token"_s}, {}});
    addRow("an environment's variable",
           "requests.get('https://a.example/me', headers={'Authorization': "
           "'Bearer ' + os.environ['TOKEN']})",
           {get, {}, {}, {u"carrying.variable"_s, u"capture.no_token"_s}, {}});
    addRow("prose around", "I ran\n" + byHand + "and got 401 for JWT1.\n",
           {get, {authorized, u"text unknown access_token"_s}, {"JWT0", "JWT1"}, {}, {}});
}

void TestPython::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("prose") << "The requests.get call fails, import requests first."_ba;
    QTest::newRow("an import") << "import requests\n"_ba;
    QTest::newRow("another dictionary")
        << "data = {'a': 1}\nvalue = data.get('Authorization')\n"_ba;
    QTest::newRow("nothing behind") << "requests.get("_ba;
}

//! Whatever a hash makes of the names of the variables.
void TestPython::readsLooseHeadersInOrder()
{
    constexpr int count = 12;
    QByteArray text = "import requests\n";
    for (int i = 0; i < count; ++i)
        text += "headers_" + QByteArray::number(i) + " = {'Authorization': 'Bearer "
            + capturecases::jwt(i) + "'}\n";
    const capture::Capture capture = capture::read(text);
    QCOMPARE(capture.sightings.size(), count);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(capture.sightings[i].token, capturecases::jwt(i));
        QCOMPARE(capture.sightings[i].request, i);
    }
}

void TestPython::substitutesWithoutExploding()
{
    QByteArray text = "import requests\na0 = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'\n";
    for (int i = 1; i < 60; ++i) {
        const QByteArray last = "a" + QByteArray::number(i - 1);
        text += "a" + QByteArray::number(i) + " = " + last + " + " + last + "\n";
    }
    text += "requests.get('https://a.example/me', headers={'Authorization': 'Bearer ' + a59})\n";
    QCOMPARE(capturecases::requests(capture::read(text)), {u"GET https://a.example/me 0"_s});
}

void TestPython::endsAnywhere()
{
    commandcases::checkEndsAnywhere(commandcases::filled(fromPostman));
}

QTEST_GUILESS_MAIN(TestPython)

#include "tst_python.moc"
