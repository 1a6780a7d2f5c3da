// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include "core/capture/collector.h"
#include "core/capture/harreader.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;

namespace {

QByteArray har(const QByteArray &entries, const QByteArray &creator = "WebInspector")
{
    return R"({"log":{"version":"1.2","creator":{"name":")" + creator
        + R"(","version":"537.36"},"pages":[],"entries":[)" + entries + "]}}";
}

QByteArray pair(const QByteArray &name, const QByteArray &value)
{
    return R"({"name":")" + name + R"(","value":")" + value + "\"}";
}

//! An entry as Chrome writes it; the lists without their brackets.
struct Entry
{
    QByteArray method = "GET";
    QByteArray url = "https://api.example.com/orders";
    QByteArray requestHeaders{};
    QByteArray requestCookies{};
    QByteArray query{};
    QByteArray post{};
    QByteArray status = "200";
    QByteArray responseHeaders{};
    QByteArray responseCookies{};
    QByteArray content = R"({"size":2,"mimeType":"application/json","text":"{}"})";
    QByteArray redirect{};
    QByteArray extra{};

    [[nodiscard]] QByteArray text() const
    {
        return R"({"_priority":"High","_resourceType":"xhr","cache":{},)" + extra
            + R"("request":{"method":")" + method + R"(","url":")" + url
            + R"(","httpVersion":"http/2.0","headers":[)" + requestHeaders + R"(],"queryString":[)"
            + query + R"(],"cookies":[)" + requestCookies + R"(],"headersSize":-1)" + post
            + R"(},"response":{"status":)" + status + R"(,"statusText":"","headers":[)"
            + responseHeaders + R"(],"cookies":[)" + responseCookies + R"(],"content":)" + content
            + R"(,"redirectURL":")" + redirect
            + R"("},"startedDateTime":"2026-09-21T15:06:41.250Z","time":12.5})";
    }
};

capture::Capture readChunked(QByteArray file, const capture::Progress &progress = {})
{
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    return capture::read(buffer, progress);
}

} // namespace

class TestHar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryPlaceOfAnEntry_data();
    void findsEveryPlaceOfAnEntry();
    void knowsTheRequest();
    void belongsToItsOwnEntry();
    void marksTheExactPlaceBehindEscapes();
    void countsRepeatedPlacesOnce_data();
    void countsRepeatedPlacesOnce();
    void inventsNothing_data();
    void inventsNothing();
    void hearsWhatRefusalsSay_data();
    void hearsWhatRefusalsSay();
    void readsFieldsOfSeveralLines();
    void saysThatCredentialsWereStripped_data();
    void saysThatCredentialsWereStripped();
    void readsWhatIsThereOfABrokenFile_data();
    void readsWhatIsThereOfABrokenFile();
    void readsAnEntryThatIsCut();
    void saysTheSameWhateverTheChunks();
    void recognizesHar_data();
    void recognizesHar();
    void readsALargeFileInPieces();
    void stopsWhenCancelled();
    void cutsTextsThatAreTooLong();
};

void TestHar::findsEveryPlaceOfAnEntry_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QStringList>("expected");
    const QByteArray token = jwt();
    const auto row = [](const char *name, const Entry &entry, const QStringList &expected) {
        QTest::newRow(name) << entry.text() << expected;
    };
    row("authorization", {.requestHeaders = pair("authorization", "Bearer " + token)},
        {u"header authorization request access_token"_s});
    row("opaque in authorization", {.requestHeaders = pair("Authorization", "Bearer " + opaque())},
        {u"header Authorization request opaque_access_token"_s});
    row("cookie", {.requestHeaders = pair("cookie", "a=1; session=" + refreshToken())},
        {u"cookie session request session_cookie"_s});
    row("set-cookie",
        {.responseHeaders = pair("set-cookie", "session=" + refreshToken() + "; HttpOnly")},
        {u"set_cookie session response session_cookie"_s});
    row("query", {.url = "https://rp.example.com/cb?code=" + opaque() + "&state=x"},
        {u"query code request authorization_code"_s});
    row("fragment", {.url = "https://rp.example.com/cb#id_token=" + idToken()},
        {u"fragment id_token request id_token"_s});
    row("form",
        {.method = "POST",
         .post = R"(,"postData":{"mimeType":"application/x-www-form-urlencoded","text":)"
                 R"("grant_type=refresh_token&refresh_token=)"
             + refreshToken() + "\"}"},
        {u"form refresh_token request refresh_token"_s});
    row("form in params only",
        {.method = "POST",
         .post = R"(,"postData":{"mimeType":"application/x-www-form-urlencoded","params":[)"
             + pair("code", opaque()) + "]}"},
        {u"form code request authorization_code"_s});
    row("json answer",
        {.content = R"({"mimeType":"application/json; charset=utf-8","text":)"
                    R"("{\"access_token\":\")"
             + token + R"(\",\"id_token\":\")" + idToken() + R"(\"}"})"},
        {u"json access_token response access_token"_s, u"json id_token response id_token"_s});
    row("base64 answer",
        {.content = R"({"mimeType":"application/json","text":")"
             + ("{\"access_token\":\"" + token + "\"}").toBase64() + R"(","encoding":"base64"})"},
        {u"json access_token response access_token"_s});
    row("redirect without Location",
        {.status = "302", .redirect = "https://rp.example.com/cb?code=" + opaque()},
        {u"query code response authorization_code"_s});
    row("Location",
        {.responseHeaders = pair("location", "/cb?code=" + opaque()),
         .redirect = "/cb?code=" + opaque()},
        {u"query code response authorization_code"_s});
    row("WebSocket",
        {.extra = R"("_webSocketMessages":[{"type":"send","time":1,"opcode":1,"data":)"
                  R"("{\"access_token\":\")"
             + token + R"(\"}"},{"type":"receive","time":2,"opcode":1,"data":"ok"}],)"},
        {u"json access_token request access_token"_s});
    row("cookies without the header", {.requestCookies = pair("session", refreshToken())},
        {u"cookie session request session_cookie"_s});
}

void TestHar::findsEveryPlaceOfAnEntry()
{
    QFETCH(QByteArray, entry);
    QFETCH(QStringList, expected);
    const capture::Capture capture = capture::read(har(entry));
    QCOMPARE(capture.form, "har"_L1);
    QCOMPARE(seen(capture), expected);
    for (const capture::Sighting &sighting : capture.sightings)
        QCOMPARE(sighting.request, 0);
}

void TestHar::knowsTheRequest()
{
    const QByteArray text = har(
        Entry{.method = "POST", .url = "https://a.example/x\\u0026y", .status = "401"}.text());
    const capture::Capture capture = capture::read(text);
    QCOMPARE(requests(capture), QStringList{u"POST https://a.example/x&y 401"_s});
    const capture::Request &request = capture.requests.first();
    QVERIFY(request.time);
    QCOMPARE(base::toRfc3339(*request.time), u"2026-09-21T15:06:41.250Z"_s);
    const QByteArray entry = text.mid(request.span.start, request.span.size());
    QVERIFY(entry.startsWith(R"({"_priority")"));
    QVERIFY(entry.endsWith(R"("time":12.5})"));
}

void TestHar::belongsToItsOwnEntry()
{
    const QByteArray first = Entry{.url = "https://a.example/1"}.text();
    const QByteArray second = Entry{.url = "https://a.example/2",
                                    .requestHeaders = pair("Authorization", "Bearer " + jwt())}
                                  .text();
    const capture::Capture capture = capture::read(har(first + ',' + second));
    QCOMPARE(capture.requests.size(), 2);
    QCOMPARE(capture.sightings.size(), 1);
    QCOMPARE(capture.sightings.first().request, 1);
}

void TestHar::marksTheExactPlaceBehindEscapes()
{
    const QByteArray token = jwt();
    const QByteArray text
        = har(Entry{.requestHeaders = pair("X-\\u00e9", "\\\"\\n") + ','
                        + pair("\\u0041uthorization", "Bearer\\u0020" + token),
                    .content = R"({"mimeType":"application/json","text":"{\n\t\"x\":\"\\u00e9\",\n)"
                               R"(\"access_token\":\")"
                        + token + R"(\"}"})"}
                  .text());
    const capture::Capture capture = capture::read(text);
    QCOMPARE(places(capture), (QList<QByteArray>{token, token}));
    QCOMPARE(seen(capture),
             (QStringList{u"header Authorization request access_token"_s,
                          u"json access_token response access_token"_s}));
}

// HAR tells cookies, the query and redirects twice.
void TestHar::countsRepeatedPlacesOnce_data()
{
    QTest::addColumn<QByteArray>("entry");
    const QByteArray session = refreshToken();
    QTest::newRow("cookies") << Entry{.requestHeaders = pair("Cookie", "session=" + session),
                                      .requestCookies = pair("session", session)}
                                    .text();
    QTest::newRow("set-cookie") << Entry{.responseHeaders
                                         = pair("Set-Cookie", "session=" + session),
                                         .responseCookies = pair("session", session)}
                                       .text();
    QTest::newRow("query") << Entry{.url = "https://a.example/?code=" + opaque(),
                                    .query = pair("code", opaque())}
                                  .text();
    QTest::newRow("params")
        << Entry{.method = "POST",
                 .post = R"(,"postData":{"mimeType":"application/x-www-form-urlencoded","params":[)"
                     + pair("code", opaque()) + R"(],"text":"code=)" + opaque() + "\"}"}
               .text();
    QTest::newRow("HTTP/2 path") << Entry{.url = "https://a.example/?code=" + opaque(),
                                          .requestHeaders = pair(":path", "/?code=" + opaque())}
                                        .text();
}

void TestHar::countsRepeatedPlacesOnce()
{
    QFETCH(QByteArray, entry);
    QCOMPARE(capture::read(har(entry)).sightings.size(), 1);
}

void TestHar::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("nothing") << Entry{}.text();
    QTest::newRow("an image") << Entry{.content = R"({"mimeType":"image/png","encoding":"base64",)"
                                                  R"("text":")"
                                           + ("access_token=" + jwt()).toBase64() + "\"}"}
                                     .text();
    QTest::newRow("a script that speaks of tokens")
        << Entry{.content = R"({"mimeType":"text/javascript","text":"o.access_token=t;code=12"})"}
               .text();
    QTest::newRow("short values") << Entry{.url = "https://a.example/?code=US&token=1"}.text();
    QTest::newRow("the application's own session")
        << Entry{.requestHeaders = pair("Cookie", "session=s%3Aabc; theme=dark")}.text();
    QTest::newRow("extensions")
        << Entry{.extra = R"("_custom":{"url":"https://a/?code=)" + opaque() + R"("},)"}.text();
}

void TestHar::inventsNothing()
{
    QFETCH(QByteArray, entry);
    QCOMPARE(seen(capture::read(har(entry))), QStringList());
}

//! The body of an error need not speak of tokens.
void TestHar::hearsWhatRefusalsSay_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *status, const char *body, const QString &cause) {
        QTest::newRow(body) << QByteArray(status) << QByteArray(body) << cause;
    };
    row("401", "Jwt is missing", u"answer.no_token"_s); // Envoy
    row("404", R"(app not found\n)", u"answer.app_not_found"_s); // Authgear
    row("400",
        R"(Invalid OAuth authorization request:\nerror: invalid_request\n)"
        R"(error_description: redirect URI is not allowed\n)",
        u"answer.redirect_uri"_s);
    row("200", R"({\"errors\":[{\"message\":\"jwt expired\"}]})", u"answer.expired"_s); // GraphQL
    row("500", R"({\"error\":\"jwt malformed\"})", u"answer.malformed"_s);
}

void TestHar::hearsWhatRefusalsSay()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, cause);
    const QByteArray type = body.startsWith('{') ? "application/json" : "text/plain";
    const Entry entry{.status = status,
                      .content
                      = R"({"size":2,"mimeType":")" + type + R"(","text":")" + body + "\"}"};
    QVERIFY(ids(capture::read(har(entry.text(), "Firefox")).findings).contains(cause));
}

//! Chrome's protocol makes one field of several, which programs save as it is.
void TestHar::readsFieldsOfSeveralLines()
{
    const Entry entry{.responseHeaders
                      = pair("set-cookie",
                             R"(a=b; Path=/\nsession=)" + refreshToken()
                                 + R"(; Path=/; HttpOnly\napp_session=)" + opaque())};
    const capture::Capture capture = capture::read(har(entry.text()));
    QCOMPARE(seen(capture),
             (QStringList{u"set_cookie session response session_cookie"_s,
                          u"set_cookie app_session response app_session_token"_s}));
    QCOMPARE(places(capture), tokens(capture));
}

// Chrome 130 and later save without Authorization, Cookie and Set-Cookie.
void TestHar::saysThatCredentialsWereStripped_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("expected");
    const QByteArray plain = pair("accept", "*/*");
    const Entry ordinary{.requestHeaders = plain};
    const Entry refused{.requestHeaders = plain, .status = "401"};
    const Entry preflight{.method = "OPTIONS",
                          .requestHeaders
                          = plain + ',' + pair("access-control-request-headers", "authorization")};
    const Entry withCookie{.requestHeaders = plain + ',' + pair("Cookie", "a=b")};
    const Entry masked{.requestHeaders = pair("Authorization", "[REDACTED]"), .status = "401"};
    QTest::newRow("Chrome") << har(ordinary.text()) << true;
    QTest::newRow("Chrome, refused") << har(refused.text()) << true;
    QTest::newRow("Chrome with a cookie")
        << har(ordinary.text() + ',' + withCookie.text()) << false;
    QTest::newRow("Chrome without any header") << har(Entry{}.text()) << false;
    QTest::newRow("Firefox") << har(ordinary.text(), "Firefox") << false;
    QTest::newRow("Firefox, refused") << har(refused.text(), "Firefox") << true;
    QTest::newRow("another, preflight") << har(preflight.text(), "Proxy") << true;
    QTest::newRow("masked by hand") << har(masked.text(), "Proxy") << true;
}

void TestHar::saysThatCredentialsWereStripped()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, expected);
    const capture::Capture capture = capture::read(file);
    QCOMPARE(ids(capture.findings).contains(u"capture.stripped"_s), expected);
    // It says why, so "no token" is not said as well.
    if (expected)
        QVERIFY(!ids(capture.findings).contains(u"capture.no_token"_s));
}

void TestHar::readsWhatIsThereOfABrokenFile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<qint64>("offset");
    const QByteArray whole
        = har(Entry{.requestHeaders = pair("Authorization", "Bearer " + jwt())}.text() + ','
              + Entry{}.text());
    const qsizetype behind = whole.indexOf("\"_priority\"", whole.indexOf("\"time\":12.5"));
    QTest::newRow("ends within a name") << whole.first(behind + 4) << qint64(behind + 4);
    QTest::newRow("ends behind an entry") << whole.first(behind - 2) << qint64(behind - 2);
    QByteArray comma = whole;
    comma.insert(behind - 1, ',');
    QTest::newRow("a comma too many") << comma << qint64(behind - 1);
}

void TestHar::readsWhatIsThereOfABrokenFile()
{
    QFETCH(QByteArray, file);
    QFETCH(qint64, offset);
    const capture::Capture capture = capture::read(file);
    QCOMPARE(seen(capture), QStringList{u"header Authorization request access_token"_s});
    QCOMPARE(capture.sightings.first().request, 0);
    const auto found = std::find_if(
        capture.findings.begin(), capture.findings.end(),
        [](const base::Finding &finding) { return finding.id == "capture.truncated"_L1; });
    QVERIFY(found != capture.findings.end());
    QCOMPARE(found->facts.value(u"offset"_s).toLongLong(), offset);
}

void TestHar::readsAnEntryThatIsCut()
{
    const QByteArray whole
        = har(Entry{.requestHeaders = pair("Authorization", "Bearer " + jwt())}.text());
    const capture::Capture capture = capture::read(whole.first(whole.indexOf("\"response\"")));
    QCOMPARE(seen(capture), QStringList{u"header Authorization request access_token"_s});
    QCOMPARE(requests(capture), QStringList{u"GET https://api.example.com/orders 0"_s});
}

void TestHar::saysTheSameWhateverTheChunks()
{
    const QByteArray file = har(Entry{.requestHeaders = pair("cookie", "session=" + refreshToken())
                                          + ',' + pair("\\u0041uthorization", "Bearer " + jwt())}
                                    .text());
    const capture::Capture whole = capture::read(file);
    for (qsizetype step = 1; step < 40; ++step) {
        capture::Collector collector{capture::Limits{}};
        capture::HarReader reader(collector);
        for (qsizetype at = 0; at < file.size(); at += step)
            reader.feed(QByteArray(file.mid(at, step)));
        reader.finish();
        const capture::Capture capture = collector.take();
        QCOMPARE(seen(capture), seen(whole));
        for (qsizetype i = 0; i < whole.sightings.size(); ++i)
            QCOMPARE(capture.sightings[i].span, whole.sightings[i].span);
    }
}

void TestHar::recognizesHar_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("expected");
    QTest::newRow("Chrome") << har({}) << true;
    QTest::newRow("Firefox") << "{\n  \"log\": {\n    \"version\": \"1.2\","_ba << true;
    QTest::newRow("cut at once") << "{\"log\": {"_ba << false;
    QTest::newRow("entries first") << "{\"log\": {\"entries\":[]"_ba << true;
    QTest::newRow("a log record") << R"({"log":"GET / HTTP/1.1\n","stream":"stdout"})"_ba << false;
    QTest::newRow("log of another kind") << R"({"log":{"level":"info"}})"_ba << false;
    QTest::newRow("version elsewhere") << R"({"a":{"version":1},"log":{}})"_ba << false;
}

void TestHar::recognizesHar()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, expected);
    QCOMPARE(capture::looksLikeHar(head), expected);
}

// Over 32 MiB nothing is held but what was found.
void TestHar::readsALargeFileInPieces()
{
    const QByteArray filler = Entry{.content = R"({"mimeType":"text/plain","text":")"
                                        + QByteArray(1 << 20, 'x') + "\"}"}
                                  .text();
    QByteArray entries;
    for (int i = 0; i < 34; ++i)
        entries += filler + ',';
    const QByteArray file
        = har(entries + Entry{.requestHeaders = pair("Authorization", "Bearer " + jwt())}.text());
    const capture::Capture capture = readChunked(file);
    QCOMPARE(capture.form, "har"_L1);
    QVERIFY(capture.text.isEmpty());
    QCOMPARE(capture.requests.size(), 35);
    QCOMPARE(seen(capture), QStringList{u"header Authorization request access_token"_s});
    const base::Span span = capture.sightings.first().span;
    QCOMPARE(file.mid(span.start, span.size()), jwt());
}

void TestHar::stopsWhenCancelled()
{
    const QByteArray entry = Entry{.requestHeaders = pair("Authorization", "Bearer " + jwt()),
                                   .content = R"({"mimeType":"text/plain","text":")"
                                       + QByteArray(1 << 20, 'x') + "\"}"}
                                 .text();
    QByteArray entries = entry;
    for (int i = 0; i < 34; ++i)
        entries += ',' + entry;
    qint64 seenTotal = 0;
    const QByteArray file = har(entries);
    const capture::Capture capture = readChunked(file, [&](qint64 done, qint64 total) {
        seenTotal = total;
        return done < 4 * (1 << 20);
    });
    QCOMPARE(seenTotal, file.size());
    QVERIFY(ids(capture.findings).contains(u"capture.cancelled"_s));
    QVERIFY(!ids(capture.findings).contains(u"capture.truncated"_s));
    QVERIFY(capture.sightings.size() >= 3);
    QVERIFY(capture.sightings.size() < 10);
}

void TestHar::cutsTextsThatAreTooLong()
{
    const QByteArray file = har(Entry{.content = R"({"mimeType":"text/plain","text":")" + jwt()
                                          + QByteArray(17 << 20, ' ') + "\"}"}
                                    .text());
    const capture::Capture capture = capture::read(file);
    QCOMPARE(capture.sightings.size(), 1);
    QVERIFY(ids(capture.findings).contains(u"capture.cut"_s));
}

QTEST_GUILESS_MAIN(TestHar)
#include "tst_har.moc"
