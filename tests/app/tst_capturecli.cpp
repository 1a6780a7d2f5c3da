// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "program.h"

#include "core/jose/signer.h"
#include "core/jose/token.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView secretText = "0123456789abcdef0123456789abcdef";

QByteArray token(QByteArrayView claims, QByteArrayView header = R"({"alg":"HS256","typ":"at+jwt"})")
{
    return jose::SigningKey::fromSecret("HS256", base::SecretBytes(secretText))
        .value()
        .compact(header, claims)
        .value();
}

// iat 2026-08-24T13:50:11Z, exp 14:20:11Z.
QByteArray access()
{
    return token(R"({"iss":"https://issuer.example","sub":"u-1","client_id":"c-1",)"
                 R"("aud":"https://api.example","iat":1787579411,"exp":1787581211})");
}

QByteArray idToken()
{
    return token(R"({"iss":"https://issuer.example","sub":"u-1","nonce":"n-1",)"
                 R"("aud":"c-1","iat":1787579411,"exp":1787581211})",
                 R"({"alg":"HS256","typ":"JWT"})");
}

QByteArray refused(const QByteArray &headers)
{
    return "GET /me HTTP/1.1\r\nHost: api.example\r\n" + headers
        + "\r\n\r\nHTTP/1.1 401 Unauthorized\r\nDate: Mon, 24 Aug 2026 14:02:11 GMT\r\n"
          "WWW-Authenticate: Bearer error=\"invalid_token\", "
          "error_description=\"The token expired\"\r\nContent-Length: 0\r\n\r\n";
}

QStringList ids(const QJsonValue &findings)
{
    QStringList all;
    for (const auto &finding : findings.toArray())
        all += finding[u"id"_s].toString();
    return all;
}

} // namespace

class TestCaptureCli final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitCodes_data();
    void exitCodes();
    void readsFilesAndPipesAlike();
    void showsTokensOnlyWhenAsked();
    void aTokenInAnAuthorizationHeaderIsJudgedAsAnAccessToken();
    void severalTokensAreListedAndOneIsChosen();
    void theSameTokenTwiceIsOne();
    void headerMistakesReachTheVerdict();
    void judgesAsOfTheCapture();
    void saysThatTheCaptureIsOlder();
    void bareTokensAreReadAsBefore_data();
    void bareTokensAreReadAsBefore();
    void aCaptureWithoutTokenSaysWhy();

private:
    QString file(const QByteArray &content)
    {
        QFile file(m_folder.filePath(u"capture"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test's file");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestCaptureCli::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char *name, const QStringList &arguments, const QByteArray &input,
                        int exitCode) { QTest::newRow(name) << arguments << input << exitCode; };
    const auto request = refused("Authorization: Bearer " + access());
    row("found", {u"capture"_s}, request, 0);
    row("found, dash", {u"capture"_s, u"-"_s}, request, 0);
    row("nothing in it", {u"capture"_s}, "hello", 2);
    row("empty", {u"capture"_s}, "", 2);
    row("binary", {u"capture"_s}, QByteArray("\0\1\2\3", 4), 2);
    row("no such file", {u"capture"_s, u"/no/such"_s}, "", 66);
    row("a folder", {u"capture"_s, u"/"_s}, "", 66);
    row("unknown format", {u"capture"_s, u"--format"_s, u"xml"_s}, request, 64);
    row("unknown option", {u"capture"_s, u"--show"_s}, request, 64);
    row("two files", {u"capture"_s, u"a"_s, u"b"_s}, request, 64);
    row("number zero", {u"inspect"_s, u"--which"_s, u"0"_s}, request, 64);
    row("number too large", {u"inspect"_s, u"--which"_s, u"2"_s}, request, 64);
    row("no number", {u"inspect"_s, u"--which"_s, u"x"_s}, request, 64);
    row("two moments", {u"inspect"_s, u"--as-of-capture"_s, u"--at"_s, u"1787581211"_s}, request,
        64);
    row("no moment", {u"inspect"_s, u"--as-of-capture"_s}, access(), 64);
    row("capture without token", {u"inspect"_s}, refused("Accept: */*"), 2);
}

void TestCaptureCli::exitCodes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, input);
    const auto run = runCli(arguments, input);
    QTEST(run.exitCode, "exitCode");
    if (run.exitCode > 2)
        QVERIFY(run.complaint().startsWith(u"assay-cli: "_s));
}

void TestCaptureCli::readsFilesAndPipesAlike()
{
    const auto request = refused("Authorization: Bearer " + access());
    const QStringList json{u"capture"_s, u"--format"_s, u"json"_s};
    const auto piped = runCli(json, request);
    QCOMPARE(runCli(json + QStringList{file(request)}).out, piped.out);
    QCOMPARE(piped.json()[u"schema"_s].toString(), u"assay.capture/1"_s);
    QVERIFY(piped.err.isEmpty());
}

void TestCaptureCli::showsTokensOnlyWhenAsked()
{
    const auto request = refused("Authorization: Bearer " + access());
    for (const auto &name : {u"text"_s, u"json"_s, u"markdown"_s}) {
        const QStringList arguments{u"capture"_s, u"--format"_s, name};
        QVERIFY(!runCli(arguments, request).out.contains(access().last(20)));
        QVERIFY(
            runCli(arguments + QStringList{u"--show-tokens"_s}, request).out.contains(access()));
    }
}

void TestCaptureCli::aTokenInAnAuthorizationHeaderIsJudgedAsAnAccessToken()
{
    const auto run = runCli({u"inspect"_s, u"--format"_s, u"json"_s},
                            refused("Authorization: Bearer " + idToken()));
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()[u"policy"_s].toString(), u"access"_s);
    const auto carrying = ids(run.json()[u"carrying"_s]);
    QVERIFY(carrying.contains(u"carrying.id_token_in_authorization"_s));
    QVERIFY(carrying.contains(u"answer.expired"_s));
    QCOMPARE(run.json()[u"carrier"_s][u"name"_s].toString(), u"Authorization"_s);
    QCOMPARE(run.json()[u"request"_s][u"status"_s].toInt(), 401);
    QVERIFY(!run.out.contains(idToken().last(20)));
}

void TestCaptureCli::severalTokensAreListedAndOneIsChosen()
{
    const auto request
        = refused("Authorization: Bearer " + access() + "\r\nX-Id-Token: " + idToken());
    const auto list = runCli({u"inspect"_s}, request);
    QCOMPARE(list.exitCode, 64);
    QVERIFY(list.complaint().contains(u"more than one token"_s));
    QVERIFY(list.complaint().contains(u"--which"_s));
    QVERIFY2(list.text().contains(u"· 1. access token"_s), list.out.constData());
    QVERIFY(list.text().contains(u"· 2. ID token"_s));
    QVERIFY(!list.out.contains(access().last(20)));
    const auto asJson = runCli({u"inspect"_s, u"--format"_s, u"json"_s}, request);
    QCOMPARE(asJson.json()[u"error"_s][u"id"_s].toString(), u"input.several_tokens"_s);
    for (const auto &[number, kind] :
         {std::pair{u"1"_s, u"access_token"_s}, std::pair{u"2"_s, u"id_token"_s}}) {
        const auto one
            = runCli({u"inspect"_s, u"--format"_s, u"json"_s, u"--which"_s, number}, request);
        QCOMPARE(one.json()[u"token"_s][u"kind"_s].toString(), kind);
    }
}

void TestCaptureCli::theSameTokenTwiceIsOne()
{
    const auto run = runCli(
        {u"inspect"_s, u"--format"_s, u"json"_s, u"--as-of-capture"_s},
        refused("Authorization: Bearer " + access() + "\r\nX-Forwarded-Access-Token: " + access()));
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.json()[u"carrier"_s][u"name"_s].toString(), u"Authorization"_s);
}

void TestCaptureCli::headerMistakesReachTheVerdict()
{
    for (const auto *header : {"Bearer Bearer ", "Bearer: ", "Bearer\t", ""}) {
        const auto run = runCli({u"inspect"_s, u"--format"_s, u"json"_s},
                                refused("Authorization: " + QByteArray(header) + access()));
        QVERIFY2(run.findingIds().contains(u"input.header_form"_s), header);
    }
    const auto good = runCli({u"inspect"_s, u"--format"_s, u"json"_s},
                             refused("Authorization: Bearer " + access()));
    QVERIFY(!good.findingIds().contains(u"input.header_form"_s));
    QVERIFY(!good.findingIds().contains(u"input.cleaned"_s));
}

void TestCaptureCli::judgesAsOfTheCapture()
{
    const auto request = refused("Authorization: Bearer " + access());
    const auto then
        = runCli({u"inspect"_s, u"--format"_s, u"json"_s, u"--as-of-capture"_s}, request);
    QCOMPARE(then.json()[u"instant"_s].toString(), u"2026-08-24T14:02:11Z"_s);
    QVERIFY(then.findingIds().contains(u"time.exp_ok"_s));
}

void TestCaptureCli::saysThatTheCaptureIsOlder()
{
    const auto request = refused("Authorization: Bearer " + access());
    const auto hint = u"--as-of-capture"_s;
    const auto now = runCli({u"inspect"_s}, request);
    QVERIFY(now.text().contains(u"The capture is of 2026-08-24 14:02:11 UTC"_s));
    QVERIFY(now.text().contains(hint));
    QVERIFY(!runCli({u"inspect"_s, hint}, request).text().contains(hint));
    QVERIFY(!runCli({u"inspect"_s, u"--at"_s, u"1787579412"_s}, request).text().contains(hint));
}

void TestCaptureCli::bareTokensAreReadAsBefore_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("bare") << ""_ba
                          << ""_ba;
    QTest::newRow("scheme") << "Bearer "_ba
                            << "\n"_ba;
    QTest::newRow("header") << "Authorization: Bearer "_ba
                            << "\r\n"_ba;
    QTest::newRow("quotes and comma") << "\""_ba
                                      << "\","_ba;
    QTest::newRow("typographic quotes") << "“"_ba
                                        << "”"_ba;
    QTest::newRow("indented") << "    "_ba
                              << "  \n\n"_ba;
}

void TestCaptureCli::bareTokensAreReadAsBefore()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const auto input = before + access() + after;
    const auto cleaned = jose::cleanUp(input);
    const auto run
        = runCli({u"inspect"_s, u"--format"_s, u"json"_s, u"--at"_s, u"1787579412"_s}, input);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.findingIds().contains(u"input.cleaned"_s), !cleaned.removed.isEmpty());
    QCOMPARE(run.json()[u"token"_s][u"kind"_s].toString(), u"access_token"_s);
    QVERIFY(ids(run.json()[u"carrying"_s]).isEmpty());
}

void TestCaptureCli::aCaptureWithoutTokenSaysWhy()
{
    const auto run = runCli({u"inspect"_s}, refused("Accept: */*"));
    QVERIFY(run.text().contains(u"No token was found"_s));
    QVERIFY(run.complaint().contains(u"no token in the capture"_s));
}

QTEST_GUILESS_MAIN(TestCaptureCli)
#include "tst_capturecli.moc"
