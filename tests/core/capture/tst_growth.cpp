// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include <QTest>

#include <ctime>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype small = 100'000;

//! Milliseconds of the processor, which other programs do not add to; -1 if not all was read.
qint64 costOf(const QByteArray &text)
{
    const std::clock_t start = std::clock();
    const capture::Capture capture = capture::read(text);
    const std::clock_t taken = std::clock() - start;
    return capture.text.size() == text.size() ? taken * 1'000 / CLOCKS_PER_SEC : -1;
}

QByteArray filled(const QByteArray &begin, const QByteArray &unit, qsizetype size)
{
    return begin + unit.repeated(size / unit.size());
}

} // namespace

//! Four times the text may take four times as long, not sixteen times.
class TestGrowth final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsWithTheText_data();
    void growsWithTheText();
    void readsOneLongLine_data();
    void readsOneLongLine();
    void survivesOddBytes_data();
    void survivesOddBytes();
};

void TestGrowth::growsWithTheText_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("unit");
    const auto row = [](const char *name, const QByteArray &unit, const QByteArray &begin = {}) {
        QTest::newRow(name) << begin << unit;
    };
    row("eyJ", "eyJ");
    row("eyJ and a dot", "eyJ.");
    row("eyJ.eyJ", "eyJ.eyJ.");
    row("eyJ behind blanks", "eyJ ");
    row("headers alone", "eyJhbGciOiJIUzI1NiJ9 ");
    row("headers and dots", "eyJhbGciOiJIUzI1NiJ9.");
    row("broken lines", "eyJhbGciOiJIUzI1NiJ9eyJhbGciOiJIUzI1NiJ9\n");
    row("standard alphabet", "eyJhbGciOiJIUzI1NiJ9.a+/");
    row("quotes", "\"");
    row("single quotes", "'");
    row("backslashes", "\\");
    row("escaped quotes", "\\u0022");
    row("JSON in strings", "{\\\"a\\\":\\\"");
    row("JSON in strings in JSON", R"({\"a\":\")", R"({"a":")");
    row("percent signs", "%25");
    row("percent signs in a query", "%25", "https://a.example/?a=");
    row("base64 once more", "ZXlK");
    row("base64 once more in words", "ZXlK ");
    row("lines behind a signature", QByteArray(40, 'a') + '\n',
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0." + QByteArray(171, 'A') + '\n');
    row("here-documents that do not end", "curl <<A\n");
    row("here-documents behind a pipe", "curl <<A | x\n");
    row("here-documents", "curl -d @- a.b <<A\nx=$1 and a line that is as long as lines are\nA\n");
    row("commands in substitutions", "A=$(curl ");
    row("variables of curl", "{{a}}",
        "curl --variable a=" + QByteArray(1'000, 'x') + " --expand-data '");
    row("words behind a header", "Bearer ", "curl -H Authorization: ");
    row("calls of clients", "a.get('http://a.example/a/path/that/is/as/long/as/they/are/mostly')");
    row("calls in a chain", ".set('a','b')", "a.get('http://x')");
    row("clients with a base", "a.get('/a/path/that/is/as/long/as/they/are/mostly')\n",
        "const a = axios.create({headers: {b: 'c'}})\n");
    row("values put into strings", "a = '{}%s and more of the text, which is long'.format(a, a)\n",
        "import requests\n");
    row("tables of parameters",
        "irm @p # and a comment behind it that makes it a line of the usual length\n",
        "$p = @{Uri = 'http://x'}\n");
    row("bodies of forms",
        "grant_type=a&redirect_uri=https%3A%2F%2Fa.example%2Fa%2Fpath&client_id=c\n");
    row("the body of a form", "&a=b", "grant_type=a");
    row("options for curl", "header = \"A: b\"\nurl = \"http://x\"\n");
    row("lines that Python sends", "send: b'GET / HTTP/1.1\\r\\nA: b'\n");
    row("lines typed into Python",
        ">>> requests.get('http://a.example/a/path/that/is/as/long/as/they/are')\n");
    row("documents in substitutions",
        "curl -d \"$(cat <<A\na line that is as long as lines are\nA\n");
    row("parts of Safari", "Request\n", "Summary\nURL: http://x\n");
    row("panels", "URL: http://x\nA: GET\n");
    row("titles of a panel", "A\ndate: x\n\n", "http://x\nGET\nA\n");
    row("names alone in a panel", "date\nx\n", "http://x\nGET\nA\n");
    row("marks of quotes in one line", ">> ", "> a\n");
    row("short runs of quotes", "> a\n>> b\nc\n");
    row("errors that are spoken of", "error invalid_grant: ");
    row("errors in brackets", "error invalid_grant (");
    row("challenges within a line", "Bearer error=\"a\", error_description=\"");
    row("parts of a panel", "(x)\n\n--\n", "http://x\nGET\nA\ndate: x\n\n");
    row("members of errors", "{\"error\":\"a\",\"error_description\":\"b\"} x ", "x ");
    row("members of errors without an end", "\"error_description\":\"", "x ");
    row("labels of JSON", "req: {\n");
    row("addresses in front of JSON", "GET http://x: {\n");
    row("bodies of OkHttp", "{\"a\":\n", "--> GET http://a\n");
    row("pairs alone", "&a=b", "a=b");
    row("dates in front of curl's lines", "2026-11-30T10:00:01.1234567Z > GET / HTTP/1.1\n");
    row("fields behind dates", "2026-11-30T10:00:01.1234567Z > A: b\n");
    row("HttpClient's log", "headers - http-outgoing-0 >> GET / HTTP/1.1\n");
    row("requests of Feign", "---> GET http://a\nA: b\n<--- HTTP/1.1 401 x\n");
    row("packets", "E.......................GET / HTTP/1.1\nHost: a\n\n");
    row("fields in lists", "\"A: b\",", "{\"headers\":[");
    row("variables in lists", "\"A=b\",", "{\"Env\":[");
    row("attributes", R"({"key":"a","value":{"arrayValue":{"values":[{"stringValue":"b"}]}}},)",
        "[");
    row("exceptions", R"({"exception":{"value":"jwt expired "}},)", "[");
    row("schemes", "Basic a, ", "Authorization: ");
    row("answers behind commands", "curl http://x\nHTTP/1.1 401 x\n\n");
    row("Bearer", "Bearer ");
    row("Bearer in a header", "Bearer ", "Authorization: ");
    row("cookies", "a=1; ", "Cookie: ");
    row("numbered cookies", "a.0=1; a.1=2; ", "Cookie: ");
    row("braces", "{");
    row("brackets", "[");
    row("objects", "{\"a\":{}},");
    row("form fields", "<input name=\"a\" value=\"");
    row("tags", "<input ");
    row("header lines", "Authorization: x\n");
    row("folded lines", " x\n", "GET / HTTP/1.1\nA: b\n");
    row("request lines", "GET / HTTP/1.1\n");
    row("options of curl", "-H '' ", "curl ");
    row("lines of curl", "curl -H '' \\\n");
    row("substitutions", "$(");
    row("substitutions in curl", "$(", "curl -H \"");
    row("here-documents without an end", "curl -d @- <<EOF http://a\n");
    row("printed documents without an end", "curl -d \"$(cat <<EOF\n");
    row("variables of curl", "{{a}}",
        "curl --variable a=" + QByteArray(4'000, 't') + " --expand-url '");
    row("carets", "^\"", "curl ");
    row("here-strings", "@'\n", "Invoke-WebRequest ");
    row("assignments", "a = a + a\n", "import requests\n");
    row("URLs", "http://a?");
    row("parameters", "a=b&", "https://a.example/?");
    row("tabs", "a\tb\n");
    row("manifests", "kind: Secret\ndata:\n  a: ");
    row("settings", "A=\"\n");
    row("32 letters", "aZ3kQ9mN2pR7tV5wX1yB4cD6fG8hJ0lA ");
    row("carriage returns", "\r");
    row("requests of OkHttp", "--> GET http://a\nA: b\n");
    row("fields behind OkHttp's prefix", "x A: b\n", "x --> GET http://a\n");
    row("lines between those of OkHttp", "y\ny\nx A: b\n", "x --> GET http://a\n");
    row("titles of dio", "*** Request ***\nuri: http://a\nheaders:\n A: b\n");
    row("bodies of dio", "x data:\nx b\n", "x *** Response ***\n");
    row("lines of a W3C log", "a token\n", "#Fields: cs-method cs-uri-stem\n");
    row("causes", "jwt expired\n");
    row("anchors of causes in one line", "token jwt signature ");
    row("flows of mitmdump", "a:1: GET http://a\n    A: b\n");
    row("fields of mitmdump", "    A: b\n", "a:1: GET http://a\n");
    row("records behind labels", "[a] {\"token\":{}}\n");
    row("records in one line", "[a] {\"token\":", "[a] {\"time\":1}\n");
    row("items of Burp", "<item>\n<request>");
    row("exports of Burp", "<items burpVersion=\"1\">\n");
    row("dumps in quotes", "\"GET / HTTP/1.1\\r\\nA: b\\r\\n\"\n");
    row("pieces of a dump", "-> \"A: b\\r\\n\"\n", "-> \"HTTP/1.1 401 x\\r\\n\"\n");
    row("lines between dumps", "x\nx\n-> \"A\"\n", "-> \"HTTP/1.1 401 x\\r\\n\"\n");
    row("messages behind entries", "[a] GET / HTTP/1.1\nA: b\n\n[a] HTTP/1.1 401 x\nA: b\n");
    row("exchanges of Ktor", "REQUEST: http://a\n-> A: b\nBODY START\n");
    row("exchanges of Faraday", "x request: GET http://a\nA: \"b\"\n");
    row("exchanges of ASP.NET Core", "Request:\nProtocol: HTTP/1.1\nA: b\n");
    row("titles of ASP.NET Core", "Request:\n");
    row("exchanges of Alamofire", "[Request]: GET http://a\n[Body]:\n");
    row("load tests", "ab -H 'A: b' http://a\n");
    row("tools without a header", "hey -H wrk -H ab -H ");
    row("members of errors of Node.js", "at : {\n");
    row("strings of Node.js", "'a' +\n", "at x {\na: ");
    row("names on the line before", "access_token:\n  eyJhbGciOiJub25lIn0.e30.\n");
    row("cells", "| token ");
    row("wrappers", "A(\"", "token: ");
    row("quoted lines", "> a\n");
    row("indented lines", "    a: b\n");
    row("multipart", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n");
}

//! The best of three of either size: what else the machine does must not decide.
void TestGrowth::growsWithTheText()
{
    QFETCH(const QByteArray, begin);
    QFETCH(const QByteArray, unit);
    constexpr qint64 mostTimes = 8;
    constexpr qint64 leastCounted = 20; // below, timers and caches are what is measured
    qint64 quarter = std::numeric_limits<qint64>::max();
    qint64 whole = quarter;
    for (int run = 0; run < 3; ++run) {
        quarter = std::min(quarter, costOf(filled(begin, unit, small)));
        whole = std::min(whole, costOf(filled(begin, unit, 4 * small)));
        QVERIFY(quarter >= 0 && whole >= 0);
        if (whole <= mostTimes * std::max(quarter, leastCounted))
            return;
    }
    QFAIL(qPrintable(u"the text takes %1 ms, a quarter of it %2 ms"_s.arg(whole).arg(quarter)));
}

void TestGrowth::readsOneLongLine_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray words = QByteArray("some words and more ").repeated(500'000);
    QTest::newRow("prose") << words << ' ' + words.first(100);
    QTest::newRow("JSON") << R"({"a":")" + words + R"(","access_token":")"
                          << "\"}"_ba;
    QTest::newRow("a header") << "GET / HTTP/1.1\r\nX: " + words + "\r\nAuthorization: Bearer "
                              << "\r\n\r\n"_ba;
    QTest::newRow("a query") << "https://a.example/?x=" + QByteArray(words).replace(' ', '_')
            + "&access_token="
                             << " ."_ba;
}

//! Ten megabytes in one line: the token at its end has its exact place.
void TestGrowth::readsOneLongLine()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const capture::Capture capture = capture::read(before + capturecases::jwt() + after);
    QCOMPARE(capturecases::tokens(capture), QList{capturecases::jwt()});
    QCOMPARE(capture.sightings.first().span.start, before.size());
    QCOMPARE(capture.sightings.first().span.end, before.size() + capturecases::jwt().size());
}

void TestGrowth::survivesOddBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("sightings");
    const QByteArray token = capturecases::jwt();
    QTest::newRow("NUL around") << QByteArray(1, '\0') + token + QByteArray(1, '\0') << 1;
    QTest::newRow("NUL within") << QByteArray(token).insert(token.size() - 60, '\0') << 1;
    QTest::newRow("NUL in a header") << "GET / HTTP/1.1\r\nX: a" + QByteArray(1, '\0')
            + "b\r\nAuthorization: Bearer " + token
            + "\r\n\r\n" << 1;
    QTest::newRow("NUL in JSON") << "{\"a\":\"" + QByteArray(3, '\0') + "\",\"t\":\"" + token
            + "\"}" << 1;
    QTest::newRow("lone CR") << "a\rAuthorization: Bearer " + token + "\rb\r" << 1;
    QTest::newRow("all bytes") << [&] {
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all += char(byte);
        return all + ' ' + token + ' ' + all;
    }() << 1;
    QTest::newRow("cut UTF-8") << "\xE2\x80" + token + "\xE2" << 1;
    QTest::newRow("only NUL") << QByteArray(100'000, '\0') << 0;
    QTest::newRow("only CR") << QByteArray(1'000, '\r') << 0;
    QTest::newRow("nothing") << QByteArray() << 0;
}

void TestGrowth::survivesOddBytes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, sightings);
    const capture::Capture capture = capture::read(text);
    QCOMPARE(capture.sightings.size(), sightings);
    for (const capture::Sighting &sighting : capture.sightings) {
        QCOMPARE(sighting.span.start, text.indexOf("eyJ"));
        QVERIFY(capturecases::jwt().startsWith(sighting.token));
        QCOMPARE(text.mid(sighting.span.start, sighting.span.size()), sighting.token);
    }
}

QTEST_GUILESS_MAIN(TestGrowth)

#include "tst_growth.moc"
