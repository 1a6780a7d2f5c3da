// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;

//! What no form claims, and forms between prose.
class TestReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsText_data();
    void understandsText();
    void spansAreOfTheText();
    void explainsEmptyHands_data();
    void explainsEmptyHands();
    void convertsUtf16();
    void prefersTheRefusedCredential();
    void passesOverPlainLinesOfLargeTexts_data();
    void passesOverPlainLinesOfLargeTexts();
    void staysLinear_data();
    void staysLinear();
};

void TestReader::understandsText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    const QString access = u"access_token"_s;
    row("bare", jwt(), {u"text unknown "_s + access});
    row("typographic quotes", "\xE2\x80\x9C" + jwt() + "\xE2\x80\x9D,",
        {u"text unknown "_s + access});
    row("scheme", "Bearer " + jwt(), {u"header Authorization unknown "_s + access});
    row("scheme in quotes", "\"Bearer " + jwt() + "\";",
        {u"header Authorization unknown "_s + access});
    row("header in prose", "we send Authorization: Bearer " + jwt() + " each time",
        {u"header Authorization unknown "_s + access});
    row("escaped JSON", R"(log: {\"access_token\":\")" + jwt() + R"(\",\"n\":1})",
        {u"json access_token unknown "_s + access});
    row("cut-off JSON", R"(... "id_token": ")" + idToken() + "\"",
        {u"json id_token unknown id_token"_s});
    row("assignment", "set x id_token=" + idToken(), {u"text id_token unknown id_token"_s});
    row("URL", "https://a.example/cb#access_token=" + jwt() + "&id_token=" + idToken(),
        {u"fragment access_token unknown access_token"_s, u"fragment id_token unknown id_token"_s});
    row("URL with a code, in prose",
        "we land on https://a.example/cb?code=" + opaque() + "&state=eyJhIjoxfQ and then",
        {u"query code unknown authorization_code"_s});
    row("single-page route", "https://a.example/#/cb?code=" + opaque() + "&state=1",
        {u"fragment code unknown authorization_code"_s});
    row("refresh token in prose", "refreshing with " + refreshToken() + ". Please help",
        {u"text unknown uuid_secret"_s});
    row("two of a kind", jwt(1) + "\n" + jwt(2) + "\n",
        {u"text unknown "_s + access, u"text unknown "_s + access});
    row("words", "code=US&token=1 session=abc 8c1d4a9e-2c47-4f0e-9a53-0e6d3c1b7a11 v1.2", {});
    row("a code that is none", "https://a.example/x?code=US&lang=en", {});
    row("words of a source map", R"({"names":["alg"],"v":3})"_ba.toBase64(), {});
}

void TestReader::understandsText()
{
    QFETCH(QByteArray, text);
    QTEST(seen(capture::read(text)), "expected");
}

void TestReader::spansAreOfTheText()
{
    const auto capture = capture::read("a " + jwt() + " b " + refreshToken() + "\n");
    QCOMPARE(places(capture), tokens(capture));
    QCOMPARE(tokens(capture), (QList{jwt(), refreshToken()}));
}

void TestReader::explainsEmptyHands_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing") << ""_ba << QStringList{u"capture.empty"_s};
    QTest::newRow("blanks") << " \r\n\t"_ba << QStringList{u"capture.empty"_s};
    QTest::newRow("a program") << QByteArray("\x7F"
                                             "ELF\0\0\1",
                                             7)
                               << QStringList{u"capture.binary"_s};
    QTest::newRow("prose") << "it does not work"_ba << QStringList{u"capture.no_token"_s};
    QTest::newRow("reference authgear 9.2")
        << "Invalid OAuth authorization request:\nerror: invalid_request\n"
           "error_description: redirect URI is not allowed\n"_ba
        << QStringList{u"answer.redirect_uri"_s, u"capture.no_token"_s};
}

void TestReader::explainsEmptyHands()
{
    QFETCH(QByteArray, text);
    const auto capture = capture::read(text);
    QTEST(ids(capture.findings), "expected");
    QCOMPARE(capture.mostRelevant(), -1);
}

void TestReader::convertsUtf16()
{
    const QString text = u"Authorization: Bearer "_s + QString::fromLatin1(jwt());
    QByteArray bytes("\xFF\xFE");
    bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    const auto capture = capture::read(bytes);
    QCOMPARE(tokens(capture), QList{jwt()});
    QCOMPARE(places(capture), QList{jwt()});
    QCOMPARE(ids(capture.findings), QStringList{u"capture.encoding"_s});
}

void TestReader::prefersTheRefusedCredential()
{
    const auto capture = capture::read(
        "GET /a HTTP/1.1\r\nHost: x.example\r\nAuthorization: Bearer " + jwt(1)
        + "\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\nGET /b HTTP/1.1\r\nHost: x.example\r\nCookie: t="
        + jwt(2) + "\r\nAuthorization: Bearer " + jwt(3)
        + "\r\n\r\nHTTP/1.1 401 Unauthorized\r\n\r\n");
    QCOMPARE(capture.sightings.size(), 3);
    QCOMPARE(capture.sightings[capture.mostRelevant()].token, jwt(3));
}

void TestReader::passesOverPlainLinesOfLargeTexts_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("telling");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &plain, const QByteArray &telling,
                        const QByteArray &before = {}, const QByteArray &after = {}) {
        QTest::newRow(name) << before << plain << telling << after;
    };
    const QByteArray record = R"({"time":"2026-09-21T15:00:00Z","method":"GET","url":"/me",)"
                              R"("status":200,"headers":{"accept":"*/*"}})";
    QByteArray refused = record;
    refused.replace("200", "401")
        .replace(R"("accept":"*/*")", R"("authorization":"Bearer )" + jwt() + '"');
    row("records of JSON", record + '\n', refused + '\n');
    row("an array of records", "  " + record + ",\n", "  " + refused + '\n', "[\n", "]\n");
    row("an array that begins on its line", record + ",\n", refused + '\n', "[" + record + ",\n",
        "]\n");
    row("an access log", "10.0.0.1 - - [21/Sep/2026:15:00:00 +0000] \"GET / HTTP/1.1\" 200 0\n",
        "10.0.0.1 - - [21/Sep/2026:15:00:00 +0000] \"GET /me HTTP/1.1\" 401 0 \"-\" \"-\" \"Bearer "
            + jwt() + "\"\n");
}

//! Beyond a megabyte lines without a hint are not taken apart; what tells is read as in a small
//! text.
void TestReader::passesOverPlainLinesOfLargeTexts()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, plain);
    QFETCH(const QByteArray, telling);
    QFETCH(const QByteArray, after);
    const QByteArray filler = plain.repeated(1'200'000 / plain.size());
    const auto lastSeen = [](const QByteArray &text) {
        const capture::Capture capture = capture::read(text);
        const capture::Sighting sighting = capture.sightings.value(0);
        return QStringList{capturecases::seen(sighting), QString::fromUtf8(sighting.token),
                           capturecases::requests(capture).value(sighting.request)};
    };
    const QStringList seen = lastSeen(before + filler + telling + after);
    QCOMPARE(seen, lastSeen(before + telling + after));
    QCOMPARE(seen.at(1).toUtf8(), jwt());
    QVERIFY(seen.at(2).contains(u"401"_s));
}

void TestReader::staysLinear_data()
{
    QTest::addColumn<QByteArray>("unit");
    for (const char *unit :
         {"http://?", "\"", "\\", "{\"", "[", "a=b&", "%7B", "8c1d4a9e-", ".\n", "1 \n"})
        QTest::newRow(unit) << QByteArray(unit);
}

//! A megabyte; what looks over all of it at each place would take hours.
void TestReader::staysLinear()
{
    QFETCH(QByteArray, unit);
    const auto capture = capture::read(unit.repeated(1'000'000 / unit.size()));
    QVERIFY(capture.sightings.isEmpty());
}

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
