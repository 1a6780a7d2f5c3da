// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "messagecases.h"

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;

namespace {

const QString authorization = u"header Authorization request access_token"_s;
const QString lowerAuthorization = u"header authorization request access_token"_s;

QByteArray crlf(QByteArray text)
{
    return text.replace("\n", "\r\n");
}

QByteArray chunk(const QByteArray &text)
{
    return QByteArray::number(text.size(), 16) + "\r\n" + text + "\r\n";
}

} // namespace

//! HTTP/1.1 as it is sent, and headers as developer tools copy them.
class TestMessages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMessages_data();
    void readsMessages();
    void readsHeaderBlocks_data();
    void readsHeaderBlocks();
    void inventsNothing_data();
    void inventsNothing();
    void takesTheTimeOfTheAnswer();
    void knowsWhereARequestStands();
    void readsWhatWasCutOff();
    void looksAtEachByteAFewTimes_data();
    void looksAtEachByteAFewTimes();

private:
    void addMessageBodies();
};

void TestMessages::readsMessages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Expected>("expected");
    const QByteArray request
        = "GET /v1/me HTTP/1.1\nHost: api.example\nAuthorization: Bearer " + jwt() + "\n\n";
    const Expected one{"http", {u"GET https://api.example/v1/me 0"_s}, {authorization}, {jwt()}};
    QTest::newRow("LF") << request << one;
    QTest::newRow("CRLF") << crlf(request) << one;
    QTest::newRow("no end") << request.trimmed() << one;
    QTest::newRow("in prose") << "This fails:\n\n" + request + "\nWhy?\n" << one;
    QTest::newRow("indented") << QByteArray("    " + request).replace("\n", "\n    ") << one;
    QTest::newRow("HTTP/2 as Firefox copies it")
        << QByteArray(request).replace("HTTP/1.1", "HTTP/2") << one;
    QTest::newRow("absolute form")
        << QByteArray(request).replace("GET /", "GET http://api.example:8081/")
        << Expected{"http",
                    {u"GET http://api.example:8081/v1/me 0"_s},
                    {authorization},
                    {jwt()},
                    {u"plain_http"_s}};
    QTest::newRow("no host") << QByteArray(request).replace("Host: api.example\n", "")
                             << Expected{"http", {u"GET /v1/me 0"_s}, {authorization}, {jwt()}};
    QTest::newRow("loopback is plain")
        << QByteArray(request).replace("api.example", "127.0.0.1:3000")
        << Expected{"http", {u"GET http://127.0.0.1:3000/v1/me 0"_s}, {authorization}, {jwt()}};
    QTest::newRow("the page tells the scheme")
        << QByteArray(request).replace("\nAuth", "\nReferer: http://api.example/x\nAuth")
        << Expected{"http",
                    {u"GET http://api.example/v1/me 0"_s},
                    {authorization},
                    {jwt()},
                    {u"plain_http"_s}};
    const QByteArray answer = "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer "
                              "error=\"invalid_token\", error_description=\"The token expired "
                              "at '09/21/2026 15:00:00'\"\nContent-Length: 0\n\n";
    const Expected answered{"http",
                            {u"GET https://api.example/v1/me 401"_s},
                            {authorization},
                            {jwt()},
                            {},
                            {u"answer.expired"_s}};
    QTest::newRow("request and answer") << crlf(request + answer) << answered;
    QTest::newRow("words between") << request + "Response:\n\n" + answer << answered;
    QTest::newRow("interim answer") << request + "HTTP/1.1 100 Continue\n\n" + answer << answered;
    QTest::newRow("two requests") << request + answer + QByteArray(request).replace("/me", "/you")
                                  << Expected{"http",
                                              {u"GET https://api.example/v1/me 401"_s,
                                               u"GET https://api.example/v1/you 0"_s},
                                              {authorization, authorization},
                                              {jwt(), jwt()},
                                              {},
                                              {u"answer.expired"_s}};
    QTest::newRow("obsolete folding, RFC 9112 section 5.2")
        << crlf("GET / HTTP/1.1\nHost: api.example\nAuthorization:\n Bearer\n\t" + jwt()
                + "\nAccept: a,\n b\n\n")
        << Expected{"http", {u"GET https://api.example/ 0"_s}, {authorization}, {jwt()}};
    QTest::newRow("several credentials")
        << "GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer " + jwt()
            + "\nauthorization: bearer  " + idToken() + "\n\n"
        << Expected{"http",
                    {u"GET https://a.example/ 0"_s},
                    {authorization, u"header authorization request id_token"_s},
                    {jwt(), idToken()},
                    {u"several_authorization"_s,
                     u"lower_case two_spaces several_authorization two_tokens "
                     "id_token_in_authorization"_s}};
    QTest::newRow("query and cookies")
        << "GET /?access_token=" + opaque()
            + "&x=1 HTTP/1.1\nHost: a.example\nCookie: x=1; session=" + refreshToken() + "\n\n"
        << Expected{"http",
                    {u"GET https://a.example/?access_token="_s + QString::fromLatin1(opaque())
                     + u"&x=1 0"_s},
                    {u"query access_token request opaque_access_token"_s,
                     u"cookie session request session_cookie"_s},
                    {opaque(), refreshToken()},
                    {u"in_query"_s, u"session_cookie_live"_s}};
    Expected chunked{"http",
                     {u"GET https://a.example/ 0"_s},
                     {u"cookie s request access_token"_s},
                     {jwt()},
                     {u"chunked"_s}};
    chunked.isVerbatim = false;
    QTest::newRow("a token cut over cookies and fields")
        << "GET / HTTP/1.1\nHost: a.example\nCookie: s.0=" + jwt().first(300)
            + "\nCookie: s.1=" + jwt().sliced(300) + "\n\n"
        << chunked;
    addMessageBodies();
}

void TestMessages::addMessageBodies()
{
    const QByteArray form = "grant_type=refresh_token&refresh_token=" + refreshToken();
    const QByteArray head = "POST /oauth2/token HTTP/1.1\nHost: p.authgear.cloud\n";
    const QByteArray type = "Content-Type: application/x-www-form-urlencoded\n";
    const Expected posted{"http",
                          {u"POST https://p.authgear.cloud/oauth2/token 0"_s},
                          {u"form refresh_token request refresh_token"_s},
                          {refreshToken()}};
    QTest::newRow("form, no length") << head + type + "\n" + form + "\n\nThat was it.\n" << posted;
    QTest::newRow("form, length") << crlf(head + type + "Content-Length: "
                                          + QByteArray::number(form.size()) + "\n\n")
            + form << posted;
    QTest::newRow("form, wrong length") << head + type + "Content-Length: 10\n\n" + form << posted;
    const QByteArray json = "{\n  \"access_token\": \"" + jwt() + "\",\n  \"expires_in\": 1800\n}";
    const Expected received{
        "http", {u"  200"_s}, {u"json access_token response access_token"_s}, {jwt()}};
    const QByteArray ok = "HTTP/1.1 200 OK\nContent-Type: application/json\n";
    QTest::newRow("JSON up to its end") << ok + "\n" + json + "\n\nand then nothing.\n" << received;
    QTest::newRow("JSON, line ends changed")
        << crlf(ok + "Content-Length: " + QByteArray::number(json.size()) + "\n\n" + json)
        << received;
    Expected joined = received;
    joined.isVerbatim = false;
    QTest::newRow("chunks, RFC 9112 section 7.1") << crlf(ok + "Transfer-Encoding: chunked\n\n")
            + chunk(json.first(200)) + chunk(json.sliced(200))
            + "0\r\n\r\n" << joined;
    QTest::newRow("chunks that a tool joined before")
        << ok + "Transfer-Encoding: chunked\n\n" + json << received;
}

void TestMessages::readsMessages()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Expected, expected);
    compare(capture::read(text), expected);
}

void TestMessages::readsHeaderBlocks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Expected>("expected");
    QTest::newRow("one line") << "authorization: Bearer " + jwt()
                              << Expected{"headers", {}, {lowerAuthorization}, {jwt()}};
    QTest::newRow("one line, no scheme") << "Authorization: " + jwt()
            + "\n" << Expected{"headers", {}, {authorization}, {jwt()}, {u"scheme_missing"_s}};
    QTest::newRow("fields without a request line")
        << "Host: api.example\nAccept: */*\nAuthorization: Bearer " + jwt() + "\n"
        << Expected{"headers", {u"  0"_s}, {authorization}, {jwt()}};
    const Expected told{"headers",
                        {u"GET https://api.example/v1/me 401"_s},
                        {lowerAuthorization, u"cookie session request session_cookie"_s},
                        {jwt(), refreshToken()},
                        {QString(), u"session_cookie_live"_s},
                        {u"answer.token_refused"_s}};
    QTest::newRow("Chrome, a name and its value on a line")
        << "Request URL: https://api.example/v1/me\nRequest Method: GET\nStatus Code: 401 "
           "Unauthorized\nRemote Address: 192.0.2.1:443\nReferrer Policy: no-referrer\n"
           "content-type: application/json\nserver: nginx\nwww-authenticate: Bearer "
           "error=\"invalid_token\"\n:authority: api.example\n:method: GET\n:path: /v1/me\n"
           ":scheme: https\naccept: */*\nauthorization: Bearer "
            + jwt() + "\ncookie: a=b; session=" + refreshToken() + "\nuser-agent: Mozilla/5.0\n"
        << told;
    QTest::newRow("Chrome, a name and its value on two lines")
        << "Request URL\nhttps://api.example/v1/me\nRequest Method\nGET\nStatus Code\n401 "
           "Unauthorized\nResponse Headers\ncontent-type\napplication/json\nwww-authenticate\n"
           "Bearer error=\"invalid_token\"\nRequest Headers\n:authority\napi.example\n:method\n"
           "GET\n:path\n/v1/me\nauthorization\nBearer "
            + jwt() + "\nx-empty\n\ncookie\na=b; session=" + refreshToken() + "\n"
        << told;
    QTest::newRow("names with a colon on a line of their own")
        << ":authority:\napi.example\n:method:\nGET\n:path:\n/v1/me\n:scheme:\nhttps\n"
           "authorization:\nBearer "
            + jwt() + "\n"
        << Expected{
               "headers", {u"GET https://api.example/v1/me 0"_s}, {lowerAuthorization}, {jwt()}};
    QTest::newRow("Set-Cookie alone")
        << "Set-Cookie: session=" + refreshToken() + "; Path=/; HttpOnly\n"
        << Expected{"headers",
                    {},
                    {u"set_cookie session response session_cookie"_s},
                    {refreshToken()},
                    {u"session_cookie_live"_s}};
}

void TestMessages::readsHeaderBlocks()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Expected, expected);
    compare(capture::read(text), expected);
}

void TestMessages::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("lines with colons") << QByteArray("Host: the boss\nDate: tomorrow\nFrom: me\n");
    QTest::newRow("a cookie to eat") << QByteArray("Cookie: a small one\nCookie\nmonster\n");
    QTest::newRow("a list") << QByteArray("* GET the milk\n> said she\n< and more\n");
    QTest::newRow("words in capitals") << QByteArray("GET OUT OF HERE\nPOST office HTTP\n");
    QTest::newRow("prose") << QByteArray("Authorization: required\n");
    QTest::newRow("a mail") << QByteArray("From: a@b.example\nTo: c@d.example\nSubject: x\n");
}

void TestMessages::inventsNothing()
{
    QFETCH(const QByteArray, text);
    const capture::Capture capture = capture::read(text);
    QVERIFY(capture.requests.isEmpty());
    QVERIFY(capture.sightings.isEmpty());
    QCOMPARE(ids(capture.findings), QStringList{u"capture.no_token"_s});
}

void TestMessages::takesTheTimeOfTheAnswer()
{
    const capture::Capture capture
        = capture::read("GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer " + jwt()
                        + "\n\nHTTP/1.1 401 No\nDate: Mon, 21 Sep 2026 15:06:41 GMT\n\n");
    QVERIFY(capture.requests.value(0).time);
    QCOMPARE(base::toRfc3339(*capture.requests.first().time), u"2026-09-21T15:06:41Z"_s);
    QCOMPARE(capture.timeOf(capture.sightings.first()), capture.requests.first().time);
}

void TestMessages::knowsWhereARequestStands()
{
    const QByteArray message = "GET / HTTP/1.1\nHost: a.example\n\nHTTP/1.1 200 OK\nAge: 1\n\n";
    const capture::Capture capture = capture::read("before\n" + message + "behind\n");
    const base::Span span = capture.requests.value(0).span;
    QCOMPARE(capture.text.mid(span.start, span.size()), message);
}

// Wherever a copy ends, what is there is read, and nothing is read twice.
void TestMessages::readsWhatWasCutOff()
{
    const QByteArray whole = "POST /a?b=c HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer "
        + jwt() + "\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{\"a\":\"b\"}"
        + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        const capture::Capture capture = capture::read(whole.first(length));
        QVERIFY(capture.sightings.size() <= 1);
        for (const QByteArray &place : places(capture))
            QVERIFY(jwt().startsWith(place));
    }
}

void TestMessages::looksAtEachByteAFewTimes_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece :
         {"GET / HTTP/1.1\n", "HTTP/1.1 200 OK\n\n", "HTTP/1.1 200 OK\n\n{", "Host: a\n",
          "accept\n", "Cookie\n", ":path\n\n", "Request URL\n", "Authorization: \"\n",
          "authorization: \\\n", "GET / HTTP/1.1\nContent-Type: x\n\n{", "Set-Cookie: a.0=b\n",
          " \n", "\t"})
        QTest::newRow(piece) << QByteArray(piece);
}

// Twice the text takes a run out of time if any reader starts again at each line.
void TestMessages::looksAtEachByteAFewTimes()
{
    QFETCH(const QByteArray, piece);
    const QByteArray text = piece.repeated((1 << 17) / piece.size());
    QVERIFY(capture::read(text).sightings.isEmpty());
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
