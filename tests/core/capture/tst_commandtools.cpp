// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "commandcases.h"

using namespace Qt::Literals::StringLiterals;
using commandcases::addRow;

//! wget and HTTPie.
class TestCommandTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWget_data();
    void readsWget() { commandcases::checkRow(false); }
    void readsWgetWithCrLf_data() { readsWget_data(); }
    void readsWgetWithCrLf() { commandcases::checkRow(true); }
    void readsHttpie_data();
    void readsHttpie() { commandcases::checkRow(false); }
    void inventsNothing_data();
    void inventsNothing() { commandcases::checkInventsNothing(); }
};

namespace {

const QString authorized = u"header Authorization request access_token"_s;
const QString refresh = u" refresh_token request refresh_token"_s;

} // namespace

void TestCommandTools::readsWget_data()
{
    commandcases::addColumns();
    const QStringList get{u"GET https://a.example/me 0"_s};
    const char *spellings[] = {
        "wget --header='Authorization: Bearer JWT0' https://a.example/me",
        "wget -qO- --header \"Authorization: Bearer JWT0\" https://a.example/me",
        "$ wget -q -O out.json \\\n  --header='Authorization: Bearer JWT0' \\\n  "
        "'https://a.example/me'",
        "wget.exe --header=\"Authorization: Bearer JWT0\" https://a.example/me",
        "wget --password=JWT0 --user=me https://a.example/me",
    };
    for (const char *spelling : spellings)
        addRow(spelling, spelling, {get, {authorized}, {"JWT0"}, {}, {}});
    addRow("--post-data", "wget --post-data='client_id=c1&refresh_token=RT0' https://a.example/t",
           {{u"POST https://a.example/t 0"_s}, {u"form"_s + refresh}, {"RT0"}, {}, {}});
    addRow("--method and --body-data",
           "wget --method=PUT --header='Content-Type: application/json' "
           "--body-data='{\"refresh_token\":\"RT0\"}' https://a.example/t",
           {{u"PUT https://a.example/t 0"_s}, {u"json"_s + refresh}, {"RT0"}, {}, {}});
    addRow("a variable", "wget --header=\"Authorization: Bearer $TOKEN\" https://a.example/me",
           {get, {}, {}, {u"carrying.variable"_s, u"capture.no_token"_s}, {}});
}

void TestCommandTools::readsHttpie_data()
{
    commandcases::addColumns();
    const QStringList get{u"GET https://a.example/me 0"_s};
    const char *spellings[] = {
        "http https://a.example/me Authorization:\"Bearer JWT0\"",
        "http GET https://a.example/me 'Authorization: Bearer JWT0'",
        "https a.example/me 'Authorization:Bearer JWT0'",
        "$ https -v --timeout 3 GET a.example/me \\\n    Authorization:'Bearer JWT0'",
        "https -A bearer -a JWT0 a.example/me",
        "https --auth-type=bearer --auth=JWT0 a.example/me",
        "xhs a.example/me 'Authorization:Bearer JWT0'",
    };
    for (const char *spelling : spellings)
        addRow(spelling, spelling, {get, {authorized}, {"JWT0"}, {}, {}});
    addRow("fields are JSON", "http POST https://a.example/t refresh_token=RT0 n:=1",
           {{u"POST https://a.example/t 0"_s}, {u"json"_s + refresh}, {"RT0"}, {}, {}});
    addRow("fields make it a POST", "http https://a.example/t refresh_token=RT0",
           {{u"POST https://a.example/t 0"_s}, {u"json"_s + refresh}, {"RT0"}, {}, {}});
    addRow("--form", "http -f https://a.example/t refresh_token=RT0",
           {{u"POST https://a.example/t 0"_s}, {u"form"_s + refresh}, {"RT0"}, {}, {}});
    addRow("a query", "https a.example/t access_token==JWT0",
           {{u"GET https://a.example/t 0"_s},
            {u"query access_token request access_token"_s},
            {"JWT0"},
            {u"carrying.in_query"_s},
            {}});
    addRow("localhost", "http :3000/me 'Authorization:Bearer JWT0'",
           {{u"GET http://localhost:3000/me 0"_s}, {authorized}, {"JWT0"}, {}, {}});
    addRow("a variable", "https a.example/me \"Authorization:Bearer $TOKEN\"",
           {get, {}, {}, {u"carrying.variable"_s, u"capture.no_token"_s}, {}});
}

void TestCommandTools::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("wget in prose") << "We use wget for that, wget -q is quiet."_ba;
    QTest::newRow("http in prose") << "http is not https; use http GET requests"_ba;
    QTest::newRow("a sentence") << "Then http://a.example/ answered"_ba;
}

QTEST_GUILESS_MAIN(TestCommandTools)

#include "tst_commandtools.moc"
