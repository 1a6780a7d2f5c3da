// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/captureformats.h"
#include "core/report/capturesections.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const auto jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJ1LTEifQ."
                 "c2lnbmF0dXJlLW9mLXRoaXMtdG9rZW4tMTIzNDU2Nzg"_ba;
const auto refresh = "0d7b1f3c-5b0a-4f6e-9d52-3f1c2b7a9e10.Zk3xR9vTq2Lw8Yb5Nc7Hd1Js4Fg6Pm0a"_ba;

//! A refused request, as a proxy writes it down.
QByteArray refused()
{
    return "GET /me?access_token=" + jwt
        + "&b=1 HTTP/1.1\r\nHost: api.example\r\nAuthorization: Bearer " + jwt
        + "\r\nCookie: app_refresh_token=" + refresh
        + "\r\n\r\nHTTP/1.1 401 Unauthorized\r\nDate: Mon, 24 Aug 2026 14:02:11 GMT\r\n"
          "WWW-Authenticate: Bearer error=\"invalid_token\", "
          "error_description=\"\x1b]0;title\x07 "
        + jwt + " expired\"\r\nContent-Length: 0\r\n\r\n";
}

QString format(const QString &name, const capture::Capture &capture, bool showTokens = false)
{
    const report::CaptureOptions options{showTokens, false, 100};
    if (name == "json"_L1)
        return QString::fromUtf8(report::toJson(capture, options));
    if (name == "markdown"_L1)
        return report::toMarkdown(capture, options);
    return name == "list"_L1 ? report::toList(capture, options) : report::toText(capture, options);
}

QJsonObject parsed(const capture::Capture &capture)
{
    return QJsonDocument::fromJson(report::toJson(capture, {})).object();
}

} // namespace

class TestCaptureFormats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFormatHoldsATokenUnlessAsked_data();
    void noFormatHoldsATokenUnlessAsked();
    void noFormatHoldsControlCharacters_data() { noFormatHoldsATokenUnlessAsked_data(); }
    void noFormatHoldsControlCharacters();
    void jsonHasTheDocumentedMembers();
    void jsonOfNothingSaysWhy();
    void goldenText();
    void goldenMarkdown();
    void markdownEscapesForeignText_data();
    void markdownEscapesForeignText();
    void textEscapesForeignText_data() { markdownEscapesForeignText_data(); }
    void textEscapesForeignText();
    void jsonKeepsForeignTextExact();
    void shortenedTokensAreNowhereWhole_data();
    void shortenedTokensAreNowhereWhole();
    void listNamesEachTokenOnce();
    void kindsHaveAReason_data();
    void kindsHaveAReason();
    void everyCarrierHasItsName();
};

void TestCaptureFormats::noFormatHoldsATokenUnlessAsked_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name : {"text", "json", "markdown", "list"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCaptureFormats::noFormatHoldsATokenUnlessAsked()
{
    QFETCH(const QString, name);
    const auto capture = capture::read(refused());
    QVERIFY(capture.sightings.size() >= 2);
    const auto shortened = format(name, capture);
    for (const auto &secret : {jwt.sliced(20, 20), jwt.last(20), refresh.last(20)})
        QVERIFY2(!shortened.contains(QString::fromLatin1(secret)), qPrintable(shortened));
    QVERIFY(shortened.contains(u"eyJhbGciOiJI…"_s));
    QVERIFY(format(name, capture, true).contains(QString::fromLatin1(jwt)));
}

void TestCaptureFormats::noFormatHoldsControlCharacters()
{
    QFETCH(const QString, name);
    for (const bool showTokens : {false, true}) {
        const auto text = format(name, capture::read(refused()), showTokens);
        QVERIFY(!text.contains(u'\u001b'));
        QVERIFY(!text.contains(u'\u0007'));
        QVERIFY(!text.contains(u'\r'));
    }
}

void TestCaptureFormats::jsonHasTheDocumentedMembers()
{
    const auto json = parsed(capture::read(refused()));
    QCOMPARE(json.keys(),
             (QStringList{u"findings"_s, u"form"_s, u"requests"_s, u"schema"_s, u"sightings"_s,
                          u"tokens_shortened"_s}));
    QCOMPARE(json[u"schema"_s].toString(), u"assay.capture/1"_s);
    QCOMPARE(json[u"form"_s].toString(), u"http"_s);
    QCOMPARE(json[u"tokens_shortened"_s].toBool(), true);
    const auto sighting = json[u"sightings"_s][1].toObject();
    QCOMPARE(sighting.keys(),
             (QStringList{u"carrier"_s, u"findings"_s, u"kind"_s, u"kind_reasons"_s, u"request"_s,
                          u"span"_s, u"token"_s}));
    QCOMPARE(sighting[u"kind"_s].toString(), u"access_token"_s);
    const QJsonObject carrier{
        {u"type"_s, u"header"_s}, {u"name"_s, u"Authorization"_s}, {u"side"_s, u"request"_s}};
    QCOMPARE(sighting[u"carrier"_s].toObject(), carrier);
    const auto span = sighting[u"span"_s].toObject();
    const auto start = qsizetype(span[u"start"_s].toInteger());
    QCOMPARE(refused().sliced(start, qsizetype(span[u"end"_s].toInteger()) - start), jwt);
    const auto request = sighting[u"request"_s].toObject();
    QCOMPARE(request.keys(),
             (QStringList{u"index"_s, u"method"_s, u"status"_s, u"time"_s, u"url"_s}));
    QCOMPARE(request[u"status"_s].toInt(), 401);
    QCOMPARE(request[u"time"_s].toString(), u"2026-08-24T14:02:11Z"_s);
    const auto finding = json[u"findings"_s][0].toObject();
    QCOMPARE(finding.keys(),
             (QStringList{u"expected"_s, u"found"_s, u"id"_s, u"outcome"_s, u"request"_s, u"span"_s,
                          u"spec"_s, u"subject"_s, u"text"_s}));
    QCOMPARE(finding[u"id"_s].toString(), u"answer.expired"_s);
    QCOMPARE(finding[u"request"_s].toInt(-1), 0);
}

void TestCaptureFormats::jsonOfNothingSaysWhy()
{
    const auto json = parsed(capture::read("nothing to see"));
    QVERIFY(json[u"sightings"_s].toArray().isEmpty());
    QCOMPARE(json[u"findings"_s][0][u"id"_s].toString(), u"capture.no_token"_s);
    QVERIFY(json[u"findings"_s][0][u"text"_s].toString().startsWith(u"There is no token"_s));
}

void TestCaptureFormats::goldenText()
{
    const auto capture = capture::read("GET /me HTTP/1.1\r\nHost: api.example\r\n"
                                       "Authorization: bearer "
                                       + jwt + "\r\n\r\n");
    const auto expected
        = u"✓ One token in one request, read as HTTP request or answer\n"
          "\n"
          "Tokens\n"
          "· 1. access token (typ is at+jwt)\n"
          "│ eyJhbGciOiJI…NTY3OA\n"_s.replace(u"NTY3OA"_s, QString::fromLatin1(jwt.last(6)))
        + u"│ header “Authorization” of the request\n"_s;
    const auto text = format(u"text"_s, capture);
    QVERIFY2(text.startsWith(expected), qPrintable(text));
    QVERIFY2(text.contains(u"✓ Authorization header: "_s), qPrintable(text));
}

void TestCaptureFormats::goldenMarkdown()
{
    const auto capture = capture::read("GET /me HTTP/1.1\r\nHost: api.example\r\n"
                                       "Authorization: Bearer "
                                       + jwt + "\r\n\r\n");
    const QString shortened = u"eyJhbGciOiJI…"_s + QString::fromLatin1(jwt.last(6));
    QCOMPARE(format(u"markdown"_s, capture),
             u"### One token in one request, read as HTTP request or answer\n\n"
             "#### 1. access token (typ is at+jwt)\n\n- `"_s
                 + shortened
                 + u"`\n- header “`Authorization`” of the request\n"
                   "- `GET` `https://api.example/me`\n"_s);
}

void TestCaptureFormats::markdownEscapesForeignText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("foreign");
    const auto cookie = [](const QByteArray &name) {
        return "GET / HTTP/1.1\r\nHost: a.example\r\nCookie: " + name + '=' + jwt + "\r\n\r\n";
    };
    QTest::newRow("a link") << cookie("[x](https://evil.example)") << u"[x](https://evil"_s;
    QTest::newRow("a tag") << cookie("<img src=x onerror=y>") << u"<img"_s;
    QTest::newRow("emphasis") << cookie("**x**") << u"**x**"_s;
    QTest::newRow("a code span") << cookie("a`b`c") << u"a`b`c"_s;
    QTest::newRow("a table") << cookie("a|b") << u"a|b"_s;
    QTest::newRow("colours of a terminal") << cookie("\x1B[31mred") << u"\u001b"_s;
    QTest::newRow("the other direction") << cookie("a\u202Eb") << u"\u202E"_s;
    QTest::newRow("a title of a terminal")
        << "GET /\x1B]0;x\x07?access_token=" + jwt + " HTTP/1.1\r\nHost: a.example\r\n\r\n"
        << u"\u0007"_s;
}

//! In Markdown foreign text stands in code spans, where nothing but the span's own end means
//! anything.
void TestCaptureFormats::markdownEscapesForeignText()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, foreign);
    QString markdown = format(u"markdown"_s, capture::read(text));
    static const QRegularExpression spans(u"(`+)(?!`).+?(?<!`)\\1(?!`)"_s);
    markdown.remove(spans);
    QVERIFY2(!markdown.contains(foreign), qPrintable(markdown));
}

void TestCaptureFormats::textEscapesForeignText()
{
    QFETCH(const QByteArray, text);
    for (const auto *name : {"text", "list"}) {
        const QString page = format(QString::fromLatin1(name), capture::read(text));
        for (const QChar c : page)
            QVERIFY2(c == u'\n'
                         || (c.category() != QChar::Other_Control
                             && c.category() != QChar::Other_Format),
                     qPrintable(page));
    }
}

//! A program that reads the JSON gets the name as it was sent.
void TestCaptureFormats::jsonKeepsForeignTextExact()
{
    const auto json = parsed(capture::read(
        "GET / HTTP/1.1\r\nHost: a.example\r\nCookie: a\u202Eb|`=" + jwt + "\r\n\r\n"));
    QCOMPARE(json[u"sightings"_s][0][u"carrier"_s][u"name"_s].toString(), u"a\u202Eb|`"_s);
    QCOMPARE(json[u"sightings"_s][0][u"carrier"_s][u"type"_s].toString(), u"cookie"_s);
}

void TestCaptureFormats::shortenedTokensAreNowhereWhole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("token");
    const QByteArray opaque = "aZ3kQ9mN2pR7tV5wX1yB4cD6fG8hJ0lA";
    QTest::newRow("opaque in a header") << "Authorization: Bearer " + opaque << opaque;
    QTest::newRow("opaque in prose") << "it is Bearer " + opaque + " there" << opaque;
    QTest::newRow("a code in a URL")
        << "GET /cb?code=" + opaque + "&state=x HTTP/1.1\r\nHost: a.example\r\n\r\n"
        << opaque;
    QTest::newRow("a session") << "Cookie: session=" + refresh << refresh;
    QTest::newRow("a fragment") << "https://a.example/cb#id_token=" + jwt << jwt;
    QTest::newRow("percent-encoded") << "GET /?access_token=" + QByteArray(jwt).replace(".", "%2E")
            + " HTTP/1.1\r\nHost: a.example\r\n\r\n"
                                     << jwt.last(30);
    QTest::newRow("in what the server said")
        << "GET / HTTP/1.1\r\nHost: a.example\r\n\r\nHTTP/1.1 401 No\r\nWWW-Authenticate: Bearer "
           "error=\"invalid_token\", error_description=\"bad "
            + jwt + "\"\r\n\r\n"
        << jwt;
}

void TestCaptureFormats::shortenedTokensAreNowhereWhole()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, token);
    const auto capture = capture::read(text);
    for (const auto *name : {"text", "json", "markdown", "list"}) {
        const QString page = format(QString::fromLatin1(name), capture);
        QVERIFY2(!page.contains(QString::fromLatin1(token)), qPrintable(page));
        QVERIFY2(!page.contains(QString::fromLatin1(token.last(16))), qPrintable(page));
    }
}

void TestCaptureFormats::listNamesEachTokenOnce()
{
    const auto capture = capture::read(refused());
    const auto list = format(u"list"_s, capture);
    QCOMPARE(list.count(u"· "_s) - list.count(u" · "_s), report::countDifferent(capture));
    QVERIFY(list.contains(u"1. access token"_s));
    QVERIFY(!list.contains(u"2. "_s));
}

void TestCaptureFormats::kindsHaveAReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("JWT") << jwt << u"access token (typ is at+jwt)"_s;
    QTest::newRow("by its place") << R"({"refresh_token":")" + refresh + "\"}"
                                  << u"refresh token (by its place)"_s;
}

void TestCaptureFormats::kindsHaveAReason()
{
    QFETCH(const QByteArray, text);
    const auto capture = capture::read(text);
    QCOMPARE(capture.sightings.size(), 1);
    QTEST(report::kindText(capture.sightings.first()), "expected");
}

void TestCaptureFormats::everyCarrierHasItsName()
{
    using capture::CarrierType;
    for (int type = 0; type <= int(CarrierType::Secret); ++type) {
        const auto named = report::carrierText({CarrierType(type), u"n\n"_s, {}});
        QVERIFY2(named.endsWith(u" “n\\n”"_s), qPrintable(named));
        const auto bare = report::carrierText({CarrierType(type), {}, capture::Side::Response});
        QVERIFY2(bare.endsWith(u" of the answer"_s) && !bare.contains(u'“'), qPrintable(bare));
    }
}

QTEST_GUILESS_MAIN(TestCaptureFormats)
#include "tst_captureformats.moc"
