// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include "core/capture/hints.h"
#include "core/capture/logform.h"
#include "core/capture/logtime.h"
#include "core/capture/logwords.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;

class TestLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLines_data();
    void readsLines();
    void leavesOtherLinesAlone_data();
    void leavesOtherLinesAlone();
    void readsTimes_data();
    void readsTimes();
    void cutsWords_data();
    void cutsWords();
    void seesHints_data();
    void seesHints();
    void keepsLinesApart();
    void readsLongLines_data();
    void readsLongLines();
};

void TestLog::readsLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QStringList>("expected");
    const QByteArray code = opaque();
    const QByteArray token = jwt();
    const QString moment = u"2026-09-21T15:06:41Z"_s;
    const QString asCode = u"query code request authorization_code"_s;
    const auto row = [](const char *name, const QByteArray &line, const QByteArray &request,
                        const QString &time, const QStringList &expected) {
        QTest::newRow(name) << line << QString::fromLatin1(request) << time << expected;
    };
    row("common",
        "10.0.0.1 - bob [21/Sep/2026:15:06:41 +0000] \"GET /cb?code=" + code + " HTTP/1.1\" 302 0",
        "GET /cb?code=" + code + " 302", moment, {asCode});
    row("combined, a code in the referer",
        "10.0.0.1 - - [21/Sep/2026:17:06:41 +0200] \"GET /a HTTP/2.0\" 200 12 "
        "\"https://rp.example/cb?code="
            + code + "&state=1\" \"Mozilla/5.0 (X11)\"",
        "GET /a 200", moment, {asCode});
    row("virtual host in front",
        "rp.example:443 10.0.0.1 - - [21/Sep/2026:15:06:41 +0000] \"POST /a?id_token=" + idToken()
            + " HTTP/1.1\" 401 0 \"-\" \"-\"",
        "POST /a?id_token=" + idToken() + " 401", moment, {u"query id_token request id_token"_s});
    row("the field Authorization logged",
        "10.0.0.1 - - [21/Sep/2026:15:06:41 +0000] \"GET /a HTTP/1.1\" 401 0 \"-\" \"curl/8\" "
        "\"Bearer "
            + token + "\"",
        "GET /a 401", moment, {u"header Authorization request access_token"_s});
    row("the field Cookie logged",
        "10.0.0.1 - - [21/Sep/2026:15:06:41 +0000] \"GET /a HTTP/1.1\" 200 0 \"-\" \"curl/8\" "
        "\"a=b; session="
            + refreshToken() + "\"",
        "GET /a 200", moment, {u"cookie session request session_cookie"_s});
    row("error log of nginx",
        "2026/09/21 15:06:41 [error] 12#12: *7 connect() failed, client: 10.0.0.1, server: _, "
        "request: \"GET /cb?code="
            + code + " HTTP/1.1\", host: \"rp.example\", referrer: \"https://rp.example/\"",
        "GET /cb?code=" + code + " 0", {}, {asCode});
    row("Envoy",
        "[2026-09-21T15:06:41.000Z] \"GET /cb?code=" + code
            + " HTTP/2\" 401 - 0 226 1 - \"10.0.0.1\" \"curl\" \"id\" \"host\"",
        "GET /cb?code=" + code + " 401", moment, {asCode});
    row("load balancer",
        "https 2026-09-21T15:06:41Z app/lb/1 10.0.0.1:2 10.0.0.2:3 0.0 0.0 0.0 200 401 34 366 "
        "\"GET https://rp.example:443/cb?code="
            + code + " HTTP/1.1\" \"curl/8\" ECDHE TLSv1.2",
        "GET https://rp.example:443/cb?code=" + code + " 200", moment, {asCode});
    row("IIS",
        "2026-09-21 15:06:41 10.0.0.1 GET /cb code=" + code
            + "&state=1 443 - 10.0.0.2 Mozilla/5.0 - 401 0 0 15",
        "GET /cb?code=" + code + "&state=1 401", moment, {asCode});
    row("key=value",
        "time=\"2026-09-21T15:06:41Z\" level=info method=GET path=\"/cb?code=" + code
            + "\" status=401",
        "GET /cb?code=" + code + " 401", moment, {asCode});
    row("router",
        "2026-09-21T15:06:41+00:00 heroku[router]: at=info method=GET path=\"/cb?code=" + code
            + "\" host=rp.example status=503 bytes=0",
        "GET /cb?code=" + code + " 503", moment, {asCode});
    row("server of a framework",
        "INFO:     10.0.0.1:5000 - \"GET /cb?code=" + code + " HTTP/1.1\" 401 Unauthorized",
        "GET /cb?code=" + code + " 401", {}, {asCode});
    row("application log", "2026-09-21 15:06:41,000+0000 WARN auth - rejected token=" + token,
        "  0", moment, {u"text token request access_token"_s});
    const QByteArray record = R"("method":"GET","url":"https://a.example/me","status":401,)"
                              R"("headers":{"authorization":"Bearer )"
        + token + R"("}})";
    const QStringList asHeader{u"header authorization request access_token"_s};
    const QByteArray told = "GET https://a.example/me 401";
    row("a record behind a time", "2026-09-21T15:06:41Z stdout F {" + record, told, moment,
        asHeader);
    row("a record behind a time in brackets", "[2026-09-21T15:06:41Z] {" + record, told, moment,
        asHeader);
    row("syslog of RFC 5424", "<34>1 2026-09-21T15:06:41Z host app - - - rejected " + token, "  0",
        moment, {u"text request access_token"_s});
}

void TestLog::readsLines()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, request);
    QFETCH(QString, time);
    QFETCH(QStringList, expected);
    for (const QByteArray &end : {""_ba, "\n"_ba, "\r\n"_ba}) {
        const capture::Capture capture = capture::read(line + end);
        QCOMPARE(capture.form, "log"_L1);
        QCOMPARE(seen(capture), expected);
        QCOMPARE(places(capture), tokens(capture));
        QCOMPARE(requests(capture), QStringList{request});
        const capture::Request known = capture.requests.first();
        QCOMPARE(known.time ? base::toRfc3339(*known.time) : QString(), time);
        QCOMPARE(known.span, (base::Span{0, line.size()}));
    }
}

void TestLog::leavesOtherLinesAlone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("without anything to read")
        << "10.0.0.1 - - [21/Sep/2026:15:06:41 +0000] \"GET /a HTTP/1.1\" 200 0 \"-\" \"-\""_ba;
    QTest::newRow("prose") << "Then the page asked for /cb?code=1 and the token was gone."_ba;
    QTest::newRow("a request line alone") << "GET /cb?code=abc"_ba;
    QTest::newRow("a date in prose") << "On 2026-09-21 the token was refused"_ba;
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("quotes") << QByteArray(400, '"');
    QTest::newRow("brackets") << QByteArray(400, '[');
}

void TestLog::leavesOtherLinesAlone()
{
    QFETCH(QByteArray, line);
    QVERIFY(!capture::beginsLog(line, 0));
}

void TestLog::readsTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QString moment = u"2026-09-21T15:06:41Z"_s;
    const QString fraction = u"2026-09-21T15:06:41.250Z"_s;
    QTest::newRow("RFC 3339") << "2026-09-21T15:06:41Z"_ba << moment;
    QTest::newRow("blank") << "2026-09-21 15:06:41Z"_ba << moment;
    QTest::newRow("comma") << "2026-09-21 15:06:41,250+00:00"_ba << fraction;
    QTest::newRow("offset without colon") << "2026-09-21T17:06:41+0200"_ba << moment;
    QTest::newRow("blank before the offset") << "2026-09-21 17:06:41 +0200"_ba << moment;
    QTest::newRow("UTC") << "2026-09-21 15:06:41 UTC"_ba << moment;
    QTest::newRow("access log") << "21/Sep/2026:17:06:41 +0200"_ba << moment;
    QTest::newRow("HTTP") << "Mon, 21 Sep 2026 15:06:41 GMT"_ba << moment;
    QTest::newRow("seconds") << "1790003201"_ba << moment;
    QTest::newRow("seconds with a fraction") << "1790003201.250"_ba << fraction;
    QTest::newRow("milliseconds") << "1790003201250"_ba << fraction;
    QTest::newRow("microseconds") << "1790003201250000"_ba << fraction;
    QTest::newRow("nanoseconds") << "1790003201250000000"_ba << fraction;
    QTest::newRow("no zone") << "2026-09-21 15:06:41"_ba << QString();
    QTest::newRow("no month") << "21/Foo/2026:17:06:41 +0200"_ba << QString();
    QTest::newRow("out of range") << "2026-13-21T15:06:41Z"_ba << QString();
    QTest::newRow("a status") << "401"_ba << QString();
    QTest::newRow("a word") << "eyJhbGciOiJSUzI1NiJ9"_ba << QString();
    QTest::newRow("empty") << ""_ba << QString();
}

void TestLog::readsTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const std::optional<base::Instant> time = capture::readLogTime(text);
    QCOMPARE(time ? base::toRfc3339(*time) : QString(), expected);
}

void TestLog::cutsWords_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("bare") << "a  b\tc"_ba << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("fences") << "[a b] \"c d\""_ba << QStringList{u"a b"_s, u"c d"_s};
    QTest::newRow("escaped quote")
        << R"("a \"b\" c" d)"_ba << QStringList{u"a \\\"b\\\" c"_s, u"d"_s};
    QTest::newRow("keys") << R"(a=b c="d e" f: "g")"_ba
                          << QStringList{u"a=b"_s, u"c=d e"_s, u"f:"_s, u"f=g"_s};
    QTest::newRow("not closed") << "\"a b [c"_ba << QStringList{u"\"a"_s, u"b"_s, u"[c"_s};
    QTest::newRow("nothing behind the sign") << "a= b"_ba << QStringList{u"a="_s, u"b"_s};
}

void TestLog::cutsWords()
{
    QFETCH(QByteArray, line);
    QFETCH(QStringList, expected);
    QStringList words;
    for (const capture::LogWord &word : capture::logWords(line)) {
        const QString text = QString::fromLatin1(line.mid(word.from, word.end - word.from));
        words.append(word.key.isEmpty() ? text : QString::fromLatin1(word.key) + u'=' + text);
    }
    QCOMPARE(words, expected);
}

void TestLog::seesHints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("expected");
    for (const char *text :
         {"access_token", "TOKEN", "code=", "code%3D", "\"code\"", "eyJ", "eyA", "ewo", "Bearer ",
          "BEARER", "session", "client_secret", "assertion", "error=", "\"error\""})
        QTest::newRow(text) << "x" + QByteArray(text) + "x" << true;
    for (const char *text : {"", "e", "E", "code", "coded", "eyE", "ewa", "tok", "bear", "error"})
        QTest::addRow("not %s", text) << QByteArray(text) << false;
}

void TestLog::seesHints()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, expected);
    QCOMPARE(capture::mayHoldToken(text), expected);
}

void TestLog::keepsLinesApart()
{
    const auto line = [](int which) {
        return "10.0.0.1 - - [21/Sep/2026:15:06:4" + QByteArray::number(which)
            + " +0000] \"GET /cb?code=" + opaque(which) + " HTTP/1.1\" 200 0\n";
    };
    const QByteArray text = line(0) + "10.0.0.1 - - [x] \"GET / HTTP/1.1\" 200 0\n" + line(2);
    const capture::Capture capture = capture::read(text);
    QCOMPARE(tokens(capture), (QList<QByteArray>{opaque(0), opaque(2)}));
    QCOMPARE(capture.sightings.at(1).request, 1);
    QVERIFY(capture.requests.at(0).time < capture.requests.at(1).time);
}

void TestLog::readsLongLines_data()
{
    QTest::addColumn<QByteArray>("filler");
    for (const char *filler : {"x", "\"", "[", "\\", " ", "=", "a=\"", "GET /", "\" ", "e"})
        QTest::newRow(filler) << QByteArray(filler).repeated((1 << 20) / int(qstrlen(filler)));
}

void TestLog::readsLongLines()
{
    QFETCH(QByteArray, filler);
    const QByteArray text = "10.0.0.1 - - [21/Sep/2026:15:06:41 +0000] \"GET /a HTTP/1.1\" 200 0 "
        + filler + " " + jwt() + "\n";
    QCOMPARE(tokens(capture::read(text)), QList<QByteArray>{jwt()});
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
