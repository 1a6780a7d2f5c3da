// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/tokenmask.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const auto jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJ1LTEifQ."
                 "c2lnbmF0dXJlLW9mLXRoaXMtdG9rZW4tMTIzNDU2Nzg"_ba;
const auto refresh = "0d7b1f3c-5b0a-4f6e-9d52-3f1c2b7a9e10.Zk3xR9vTq2Lw8Yb5Nc7Hd1Js4Fg6Pm0a"_ba;

} // namespace

class TestTokenMask final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortensByShape_data();
    void shortensByShape();
    void urlsKeepAllButTheirSecrets_data();
    void urlsKeepAllButTheirSecrets();
    void findingsQuoteNoToken();
    void dropsTheTextItself();
    void shortensInAnyText_data();
    void shortensInAnyText();
};

void TestTokenMask::shortensByShape_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("expected");
    QTest::newRow("JWT") << jwt << u"eyJhbGciOiJI…DU2Nzg"_s;
    QTest::newRow("refresh token") << refresh << u"0d7b…"_s;
    QTest::newRow("a JWT too short to show both ends")
        << "eyJhbGciOiJub25lIn0.e30."_ba << u"eyJh…"_s;
    QTest::newRow("code of six digits") << "123456"_ba << u"1…"_s;
    QTest::newRow("nothing") << ""_ba << u"…"_s;
}

void TestTokenMask::shortensByShape()
{
    QFETCH(const QByteArray, token);
    QTEST(report::shortToken(token), "expected");
}

void TestTokenMask::urlsKeepAllButTheirSecrets_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("expected");
    const auto shown = report::shortToken(jwt).toUtf8();
    const auto row = [](const char *name, const QByteArray &url, const QByteArray &expected) {
        QTest::newRow(name) << url << expected;
    };
    row("nothing secret", "https://a.example/x%20y?b=c%2Fd&e#f",
        "https://a.example/x%20y?b=c%2Fd&e#f");
    row("query", "https://a.example/?access_token=" + jwt + "&b=1",
        "https://a.example/?access_token=" + shown + "&b=1");
    row("any name", "/?x=" + jwt, "/?x=" + shown);
    row("fragment", "/#id_token=" + jwt + "&state=1", "/#id_token=" + shown + "&state=1");
    row("path", "/reset/" + jwt + "/go", "/reset/" + shown + "/go");
    row("percent-encoded", "/?x=" + QByteArray(jwt).replace(".", "%2E"), "/?x=" + shown);
    row("code", "/cb?code=abcdefgh12345678", "/cb?code=abcd…");
    row("client secret", "/t?client_secret=verysecret", "/t?client_secret=ve…");
    row("password before the host", "https://me:word@a.example/b", "https://…@a.example/b");
    row("at sign behind the host", "https://a.example/@me", "https://a.example/@me");
    row("sighted opaque value in a path", "/sessions/" + refresh + "/end", "/sessions/0d7b…/end");
}

void TestTokenMask::urlsKeepAllButTheirSecrets()
{
    QFETCH(const QByteArray, url);
    capture::Capture capture;
    capture.requests.append({"GET", url, {}, 0, {}});
    capture::Sighting sighting;
    sighting.token = refresh;
    capture.sightings.append(sighting);
    const auto shown = report::withoutTokens(capture);
    QTEST(shown.requests.first().url, "expected");
    QVERIFY(!shown.sightings.first().token.contains("3f1c2b7a9e10"));
}

void TestTokenMask::findingsQuoteNoToken()
{
    base::Finding finding;
    finding.found = u"refused "_s + QString::fromLatin1(jwt);
    finding.expected = QString::fromLatin1(refresh);
    finding.facts = {{"said"_L1, QString::fromLatin1("(" + jwt + ")")},
                     {"all"_L1, QStringList{QString::fromLatin1(refresh)}},
                     {"count"_L1, qlonglong(2)}};
    capture::Sighting sighting;
    sighting.token = refresh;
    sighting.findings = {finding};
    capture::Capture capture;
    capture.sightings = {sighting};
    capture.findings = {finding};
    const auto shown = report::withoutTokens(capture);
    for (const auto &each : {shown.findings.first(), shown.sightings.first().findings.first()}) {
        QCOMPARE(each.found, u"refused "_s + report::shortToken(jwt));
        QCOMPARE(each.expected, u"0d7b…"_s);
        QCOMPARE(each.facts.value("said"_L1).toString(), u'(' + report::shortToken(jwt) + u')');
        QCOMPARE(each.facts.value("all"_L1).toStringList(), QStringList{u"0d7b…"_s});
        QCOMPARE(each.facts.value("count"_L1).toInt(), 2);
    }
}

void TestTokenMask::dropsTheTextItself()
{
    const auto shown = report::withoutTokens(capture::read("Authorization: Bearer " + jwt));
    QVERIFY(shown.text.isEmpty());
    QCOMPARE(shown.sightings.size(), 1);
    QCOMPARE(QString::fromUtf8(shown.sightings.first().token), report::shortToken(jwt));
}

void TestTokenMask::shortensInAnyText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto shown = report::shortToken(jwt).toUtf8();
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("nothing", "", "");
    row("no token", "--at: today is no moment", "--at: today is no moment");
    row("alone", jwt, shown);
    row("as a name of a file", jwt + ": No such file", shown + ": No such file");
    row("twice, with words around", "not " + jwt + " but " + jwt + '!',
        "not " + shown + " but " + shown + '!');
    row("other letters", "Gerät " + jwt, "Gerät " + shown);
}

void TestTokenMask::shortensInAnyText()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(report::withShortTokens(QString::fromUtf8(text)), QString::fromUtf8(expected));
}

QTEST_GUILESS_MAIN(TestTokenMask)
#include "tst_tokenmask.moc"
