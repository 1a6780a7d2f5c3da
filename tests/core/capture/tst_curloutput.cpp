// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "messagecases.h"

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;

namespace {

const QString authorization = u"header Authorization request access_token"_s;

//! What curl 7.88 --trace-ascii makes of bytes: 64 characters a line, a new one at each CRLF.
QByteArray asciiDump(const QByteArray &bytes)
{
    constexpr qsizetype width = 64;
    QByteArray dump;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype feed = bytes.indexOf("\r\n", at);
        const qsizetype lineEnd = feed < 0 ? bytes.size() : feed;
        const qsizetype end = qMin(lineEnd, at + width);
        dump += QByteArray::number(at, 16).rightJustified(4, '0') + ": "
            + bytes.sliced(at, end - at) + '\n';
        at = end == feed ? end + 2 : end;
    }
    return dump;
}

//! What curl --trace makes of them: sixteen bytes a line, in hexadecimal and as characters.
QByteArray hexDump(const QByteArray &bytes)
{
    constexpr qsizetype width = 16;
    QByteArray dump;
    for (qsizetype at = 0; at < bytes.size(); at += width) {
        const QByteArray line = bytes.mid(at, width);
        QByteArray shown = line;
        for (char &c : shown)
            c = c < ' ' ? '.' : c;
        dump += QByteArray::number(at, 16).rightJustified(4, '0') + ": "
            + (line.toHex(' ') + ' ').leftJustified(3 * width, ' ') + shown + '\n';
    }
    return dump;
}

QByteArray block(const char *title, const QByteArray &bytes, QByteArray (*dump)(const QByteArray &))
{
    return title + (", " + QByteArray::number(bytes.size())) + " bytes (0x"
        + QByteArray::number(bytes.size(), 16) + ")\n" + dump(bytes);
}

QByteArray trace(QByteArray (*dump)(const QByteArray &))
{
    return "== Info:   Trying 127.0.0.1:8080...\n"
        + block("=> Send header",
                "POST /oauth2/token HTTP/1.1\r\nHost: p.authgear.cloud\r\nAuthorization: Bearer "
                    + jwt() + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n",
                dump)
        + block("=> Send data", "grant_type=refresh_token&refresh_token=" + refreshToken(), dump)
        + block("<= Recv header", "HTTP/1.1 400 Bad Request\r\n", dump)
        + block("<= Recv header", "Content-Type: application/json\r\n", dump)
        + block("<= Recv header", "\r\n", dump)
        + block("<= Recv data",
                R"({"error":"invalid_grant","error_description":"invalid refresh token"})", dump)
        + "== Info: Connection #0 to host 127.0.0.1 left intact\n";
}

} // namespace

//! What curl prints about its work. The frames are those of curl 7.88 and 8.5.
class TestCurlOutput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsVerbose_data();
    void readsVerbose();
    void readsTraces_data();
    void readsTraces();
    void placesOfATraceCoverTheToken();
    void readsWhatWasCutOff_data();
    void readsWhatWasCutOff();
    void looksAtEachByteAFewTimes_data();
    void looksAtEachByteAFewTimes();
};

void TestCurlOutput::readsVerbose_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Expected>("expected");
    const QByteArray tls = "* Connected to api.example (192.0.2.1) port 443 (#0)\n"
                           "* TLSv1.3 (OUT), TLS handshake, Client hello (1):\n";
    const QByteArray sent
        = "> GET /v1/me HTTP/1.1\n> Host: api.example\n> Authorization: Bearer " + jwt() + "\n>\n";
    const QByteArray head = "< HTTP/1.1 401 Unauthorized\n< Content-Type: application/json\n";
    const QByteArray body = R"({"error":"invalid_grant","error_description":"invalid session"})";
    const Expected expected{"curl_verbose",
                            {u"GET https://api.example/v1/me 401"_s},
                            {authorization},
                            {jwt()},
                            {},
                            {u"answer.session_ended"_s}};
    QTest::newRow("body before the last remark") << tls + sent + head + "<\n{ [63 bytes data]\n"
            + body + "\n* Connection #0 to host api.example left intact\n"
                                                 << expected;
    QTest::newRow("body behind the last remark") << tls + sent + head + "< Content-Length: 63\n<\n"
            + "100    63  100    63    0     0  15166      0 --:--:-- --:--:-- --:--:-- 31500\n"
            + "* Connection #0 to host api.example left intact\n" + body
            + "\n\nThat is all.\n" << expected;
    QByteArray windows = tls + sent + head + "< \n" + body;
    QTest::newRow("CRLF") << windows.replace("\n", "\r\n") << expected;
    Expected plain = expected;
    plain.requests = {u"GET http://api.example/v1/me 401"_s};
    plain.findings = {u"plain_http"_s};
    QTest::newRow("no TLS") << "* Connected to api.example (192.0.2.1) port 80 (#0)\n" + sent + head
            + "<\n" + body
            + "\n" << plain;
    const auto behind = [](const QByteArray &text, const QByteArray &prefix) {
        QByteArrayList lines = text.split('\n');
        for (QByteArray &line : lines) {
            if (!line.isEmpty() && QByteArrayView("*<>{").contains(line[0])
                && !line.startsWith("{\""))
                line.prepend(prefix);
        }
        return lines.join('\n');
    };
    const QByteArray whole = tls + sent + head + "<\n" + body + "\n";
    QTest::newRow("--trace-time") << behind(whole, "10:13:01.000007 ") << expected;
    QTest::newRow("-vv of curl 8.10") << behind(whole, "10:13:01.000007 [0-0] ") << expected;
    QTest::newRow("--trace-ids, no transfer yet") << behind(whole, "[x-0] ") << expected;
    const QByteArray stream = "* using HTTP/2\n* [HTTP/2] [1] OPENED stream for "
                              "https://api.example/v1/me\n* [HTTP/2] [1] [:method: GET]\n"
                              "* [HTTP/2] [1] [:scheme: https]\n"
                              "* [HTTP/2] [1] [:authority: api.example]\n"
                              "* [HTTP/2] [1] [:path: /v1/me]\n"
                              "* [HTTP/2] [1] [Authorization: Bearer "
        + jwt() + "]\n";
    const Expected told{
        "curl_verbose", {u"GET https://api.example/v1/me 0"_s}, {authorization}, {jwt()}};
    QTest::newRow("HTTP/2, only what was told") << tls + stream << told;
    Expected answered = told;
    answered.requests = {u"GET https://api.example/v1/me 401"_s};
    QTest::newRow("HTTP/2, told and sent, counted once")
        << tls + stream + QByteArray(sent).replace("HTTP/1.1", "HTTP/2") + "< HTTP/2 401 \n<\n"
        << answered;
    QTest::newRow("a redirect") << sent
            + "< HTTP/1.1 302 Found\n< Location: /v1/you\n<\n* Connection #0 to host x left "
              "intact\n* Issue another request to this URL: 'https://api.example/v1/you'\n"
            + QByteArray(sent).replace("/me", "/you") + head + "<\n" + body + "\n"
                                << Expected{"curl_verbose",
                                            {u"GET https://api.example/v1/me 302"_s,
                                             u"GET https://api.example/v1/you 401"_s},
                                            {authorization, authorization},
                                            {jwt(), jwt()},
                                            {},
                                            {u"answer.session_ended"_s}};
    QTest::newRow("tokens in the answer")
        << sent + "< HTTP/1.1 200 OK\n<\n{\n  \"id_token\": \"" + idToken() + "\"\n}\n$ \n"
        << Expected{"curl_verbose",
                    {u"GET https://api.example/v1/me 200"_s},
                    {authorization, u"json id_token response id_token"_s},
                    {jwt(), idToken()}};
}

void TestCurlOutput::readsVerbose()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Expected, expected);
    compare(capture::read(text), expected);
}

void TestCurlOutput::readsTraces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("--trace-ascii") << trace(asciiDump);
    QTest::newRow("--trace") << trace(hexDump);
    QTest::newRow("--trace-time") << trace(asciiDump)
                                         .replace("=> Send", "21:59:14.681513 => Send")
                                         .replace("<= Recv", "21:59:14.682261 <= Recv");
    QTest::newRow("--trace-ids") << trace(hexDump).replace("=> Send", "[0-0] => Send");
}

void TestCurlOutput::readsTraces()
{
    QFETCH(const QByteArray, text);
    Expected expected{"curl_trace",
                      {u"POST https://p.authgear.cloud/oauth2/token 400"_s},
                      {authorization, u"form refresh_token request refresh_token"_s},
                      {jwt(), refreshToken()},
                      {},
                      {u"answer.refresh_refused"_s}};
    expected.isVerbatim = false;
    compare(capture::read(text), expected);
}

void TestCurlOutput::placesOfATraceCoverTheToken()
{
    const QByteArray place = places(capture::read(trace(asciiDump))).value(0);
    QVERIFY(place.startsWith("eyJ"));
    QVERIFY(place.endsWith(jwt().last(4)));
    QVERIFY(place.contains("\n0"));
    const QByteArray bytes = places(capture::read(trace(hexDump))).value(0);
    QVERIFY(bytes.startsWith("65 79 4a"));
    QVERIFY(bytes.endsWith(jwt().last(2).toHex(' ')));
}

void TestCurlOutput::readsWhatWasCutOff_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("ascii") << trace(asciiDump);
    QTest::newRow("verbose") << "> GET / HTTP/1.1\n> Host: a\n> Authorization: Bearer " + jwt()
            + "\n> \n< HTTP/1.1 200 OK\n< \n{\"a\":\n1}\n";
}

void TestCurlOutput::readsWhatWasCutOff()
{
    QFETCH(const QByteArray, text);
    for (qsizetype length = 0; length <= text.size(); length += 7) {
        const capture::Capture capture = capture::read(text.first(length));
        QVERIFY(capture.sightings.size() <= 2);
        for (const auto &sighting : capture.sightings)
            QVERIFY(sighting.span.end <= length);
    }
}

void TestCurlOutput::looksAtEachByteAFewTimes_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece : {"> GET / HTTP/1.1\n", "< HTTP/1.1 200 OK\n", "* Trying \n", "> \n",
                              "< HTTP/1.1 200 OK\n<\n{\n", "=> Send header\n", "0000: 47 45 54\n",
                              "== Info:\n", "<= Recv header\n0000: HTTP/1.1 200 OK\n", "{\n}\n"})
        QTest::newRow(piece) << QByteArray(piece);
}

void TestCurlOutput::looksAtEachByteAFewTimes()
{
    QFETCH(const QByteArray, piece);
    const QByteArray start = "> GET / HTTP/1.1\n>\n< HTTP/1.1 200 OK\n<\n[";
    const QByteArray text = start + piece.repeated((1 << 17) / piece.size());
    QVERIFY(capture::read(text).sightings.isEmpty());
}

QTEST_GUILESS_MAIN(TestCurlOutput)
#include "tst_curloutput.moc"
