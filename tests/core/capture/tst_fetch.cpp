// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "commandcases.h"

using namespace Qt::Literals::StringLiterals;
using commandcases::addRow;

//! fetch() as Chrome and Firefox copy it, and as people write it.
class TestFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCall_data();
    void readsCall() { commandcases::checkRow(false); }
    void readsCallWithCrLf_data() { readsCall_data(); }
    void readsCallWithCrLf() { commandcases::checkRow(true); }
    void inventsNothing_data();
    void inventsNothing() { commandcases::checkInventsNothing(); }
    void endsAnywhere();
};

namespace {

const QString authorized = u"header authorization request access_token"_s;

const QByteArray fromChrome = R"(fetch("https://a.example/t?x=1", {
  "headers": {
    "accept": "*/*",
    "authorization": "Bearer JWT0",
    "content-type": "application/json",
    "sec-ch-ua": "\"Chromium\";v=\"130\""
  },
  "referrer": "https://a.example/",
  "body": "{\"id_token\":\"ID0\"}",
  "method": "POST",
  "mode": "cors",
  "credentials": "include"
});)";

const QByteArray fromNode = R"(fetch("https://a.example/t", {
  "headers": {
    "cookie": "lang=en; session=RT0",
    "Referrer-Policy": "strict-origin"
  },
  "body": null,
  "method": "GET"
}); ;
)";

const QByteArray fromFirefox = R"(await fetch("https://a.example/t", {
    "credentials": "include",
    "headers": {
        "User-Agent": "Mozilla/5.0",
        "Authorization": "Bearer JWT0"
    },
    "method": "GET",
    "mode": "cors"
});
)";

const QByteArray byHand = R"(const answer = await fetch('https://a.example/t', {
  method: 'POST', // JWT1 was the old one
  headers: { 'Authorization': `Bearer ${token}`, 'X-Other': 'x' },
  body: JSON.stringify({ grant: { 'refresh_token': 'RT0' }, n: 1 }),
});
)";

} // namespace

void TestFetch::readsCall_data()
{
    commandcases::addColumns();
    const QStringList get{u"GET https://a.example/t 0"_s};
    addRow("Chrome", fromChrome,
           {{u"POST https://a.example/t?x=1 0"_s},
            {authorized, u"json id_token request id_token"_s},
            {"JWT0", "ID0"},
            {},
            {}});
    addRow("Chrome for Node.js", fromNode,
           {get,
            {u"cookie session request session_cookie"_s},
            {"RT0"},
            {u"carrying.session_cookie_live"_s},
            {}});
    addRow("Firefox", fromFirefox,
           {get, {u"header Authorization request access_token"_s}, {"JWT0"}, {}, {}});
    addRow("several", fromFirefox + fromNode,
           {get + get,
            {u"header Authorization request access_token"_s,
             u"cookie session request session_cookie"_s},
            {"JWT0", "RT0"},
            {u"carrying.session_cookie_live"_s},
            {}});
    addRow("by hand", byHand,
           {{u"POST https://a.example/t 0"_s},
            {u"text request access_token"_s, u"json refresh_token request refresh_token"_s},
            {"JWT1", "RT0"},
            {u"carrying.variable"_s},
            {}});
    addRow("joined strings",
           "fetch('https://a.example/t', {headers: {Authorization: 'Bearer ' + 'JWT0'}})",
           {get, {u"header Authorization request access_token"_s}, {"JWT0"}, {}, {}});
    addRow("a form",
           "fetch(\"https://a.example/t\", {method: \"post\", body: "
           "new URLSearchParams({refresh_token: \"RT0\"})})",
           {{u"POST https://a.example/t 0"_s},
            {u"form refresh_token request refresh_token"_s},
            {"RT0"},
            {},
            {}});
    addRow("axios.post",
           "axios.post('https://a.example/t', {id_token: 'ID0'}, "
           "{headers: {Authorization: 'Bearer JWT0'}})",
           {{u"POST https://a.example/t 0"_s},
            {u"json id_token request id_token"_s, u"header Authorization request access_token"_s},
            {"ID0", "JWT0"},
            {},
            {}});
    addRow("axios",
           "axios({method: 'get', url: 'https://a.example/t', "
           "headers: {'Authorization': 'Bearer JWT0'}})",
           {get, {u"header Authorization request access_token"_s}, {"JWT0"}, {}, {}});
    addRow("a name that is added",
           "fetch('https://a.example/t', {headers: {Authorization: 'Bearer ' + accessToken12345}})",
           {get, {}, {}, {u"carrying.variable"_s, u"capture.no_token"_s}, {}});
}

void TestFetch::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("prose") << "fetch() failed, then fetch(...) was called"_ba;
    QTest::newRow("another name") << "prefetch(\"https://a.example\")"_ba;
    QTest::newRow("no URL") << "fetch(a, b)"_ba;
    QTest::newRow("nothing behind") << "fetch("_ba;
}

void TestFetch::endsAnywhere()
{
    const QByteArray whole = commandcases::filled(fromChrome);
    const qsizetype tokenEnd = whole.indexOf("content-type");
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const capture::Capture capture = capture::read(whole.first(size));
        for (const capture::Sighting &sighting : capture.sightings)
            QVERIFY(sighting.span.isValid() && sighting.span.end <= size);
        if (size > tokenEnd)
            QCOMPARE(capturecases::seen(capture).value(0), authorized);
    }
}

QTEST_GUILESS_MAIN(TestFetch)

#include "tst_fetch.moc"
