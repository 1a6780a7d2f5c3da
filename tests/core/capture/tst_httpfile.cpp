// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "commandcases.h"

using namespace Qt::Literals::StringLiterals;
using commandcases::addRow;

//! .http and .rest files of Visual Studio Code and JetBrains.
class TestHttpFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFile_data();
    void readsFile() { commandcases::checkRow(false); }
    void readsFileWithCrLf_data() { readsFile_data(); }
    void readsFileWithCrLf() { commandcases::checkRow(true); }
    void inventsNothing_data();
    void inventsNothing() { commandcases::checkInventsNothing(); }
    void endsAnywhere();
};

namespace {

const QString authorized = u"header Authorization request access_token"_s;

const QByteArray file = R"(@host = https://a.example
@token = JWT0

### Who am I
# @name me
GET {{host}}/me HTTP/1.1
Authorization: Bearer {{token}}

### Refresh
POST {{host}}/t
    ?x=1
    &y=2
Content-Type: application/x-www-form-urlencoded

refresh_token=RT0&client_id=c1

> {%
  client.global.set("token", response.body.access_token);
%}

###
GET {{host}}/other
Authorization: Bearer {{other}}
)";

} // namespace

void TestHttpFile::readsFile_data()
{
    commandcases::addColumns();
    addRow("variables and separators", file,
           {{u"GET https://a.example/me 0"_s, u"POST https://a.example/t?x=1&y=2 0"_s,
             u"GET https://a.example/other 0"_s},
            {authorized, u"form refresh_token request refresh_token"_s},
            {"JWT0", "RT0"},
            {u"carrying.variable"_s},
            {}});
    addRow("one request without a separator",
           "GET https://a.example/me\nAuthorization: Bearer JWT0\n",
           {{u"GET https://a.example/me 0"_s}, {authorized}, {"JWT0"}, {}, {}});
    addRow("JSON",
           "###\nPOST https://a.example/t HTTP/1.1\nContent-Type: application/json\n\n"
           "{\n  \"refresh_token\": \"RT0\"\n}\n",
           {{u"POST https://a.example/t 0"_s},
            {u"json refresh_token request refresh_token"_s},
            {"RT0"},
            {},
            {}});
    addRow(
        "a file is not followed",
        "POST https://a.example/t\nContent-Type: application/json\nAuthorization: Bearer JWT0\n\n"
        "< ./body.json\n",
        {{u"POST https://a.example/t 0"_s}, {authorized}, {"JWT0"}, {}, {}});
    addRow("a printed object behind the request",
           "GET https://a.example/me\n{'Authorization': 'Bearer JWT0'}\n",
           {{u"GET https://a.example/me 0"_s},
            {u"header Authorization unknown access_token"_s},
            {"JWT0"},
            {},
            {}});
    addRow("a header whose name is a variable",
           "GET https://a.example/me\n{{name}}: x\nAuthorization: Bearer JWT0\n",
           {{u"GET https://a.example/me 0"_s}, {authorized}, {"JWT0"}, {}, {}});
    addRow("a comment holds a token", "### JWT1\nGET https://a.example/me\n",
           {{u"GET https://a.example/me 0"_s}, {u"text unknown access_token"_s}, {"JWT1"}, {}, {}});
}

void TestHttpFile::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a headline") << "### Steps to reproduce\n\nSign in.\n"_ba;
    QTest::newRow("headlines") << QByteArray("###\n").repeated(1000);
    QTest::newRow("prose") << "GET https://a.example/me returns 401 since Monday.\n"_ba;
    QTest::newRow("an address") << "@name = value\n"_ba;
    QTest::newRow("a mention") << "@someone could you look?\n"_ba;
}

void TestHttpFile::endsAnywhere()
{
    commandcases::checkEndsAnywhere(commandcases::filled(file));
}

QTEST_GUILESS_MAIN(TestHttpFile)

#include "tst_httpfile.moc"
