// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "spancases.h"

using namespace Qt::Literals::StringLiterals;
using spancases::as;
using spancases::row;

//! HTTP as it is sent and as tools print it: each token's exact place, carrier and request.
class TestMessageSpans final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHeads_data();
    void readsHeads() { spancases::checkRow(); }
    void readsCookies_data();
    void readsCookies() { spancases::checkRow(); }
    void readsTargets_data();
    void readsTargets() { spancases::checkRow(); }
    void readsBodies_data();
    void readsBodies() { spancases::checkRow(); }
    void readsAnswers_data();
    void readsAnswers() { spancases::checkRow(); }
    void readsBlocks_data();
    void readsBlocks() { spancases::checkRow(); }
    void readsCurlOutput_data();
    void readsCurlOutput() { spancases::checkRow(); }
    void readsLoggedExchanges_data();
    void readsLoggedExchanges() { spancases::checkRow(); }
    void readsItemsOfBurp_data();
    void readsItemsOfBurp() { spancases::checkRow(); }
    void readsPrintedObjects_data();
    void readsPrintedObjects() { spancases::checkRow(); }
    void readsRecordsOfOthers_data();
    void readsRecordsOfOthers() { spancases::checkRow(); }
    void readsWrappedRecords_data();
    void readsWrappedRecords() { spancases::checkRow(); }
};

namespace {

const QByteArray get = "GET /me HTTP/1.1\r\nHost: a.example\r\n";
const QByteArray me = "GET https://a.example/me 0";
const QByteArray authorized = "0 header Authorization request access_token";

//! A POST with a body of this type.
QByteArray post(const QByteArray &type, const QByteArray &body)
{
    return "POST /t HTTP/1.1\r\nHost: a.example\r\nContent-Type: " + type + "\r\n\r\n" + body;
}
const QByteArray posted = "POST https://a.example/t 0";

//! An answer to a GET.
QByteArray answer(const QByteArray &head, const QByteArray &body = {})
{
    return get + "\r\nHTTP/1.1 200 OK\r\n" + head + "\r\n\r\n" + body;
}
const QByteArray answered = "GET https://a.example/me 200";

} // namespace

void TestMessageSpans::readsHeads_data()
{
    spancases::addColumns();
    const auto one = [](const char *name, const QByteArray &fields, const QByteArray &seen) {
        row(name, get + fields + "\r\n\r\n", {"http", {me}, {seen}});
    };
    one("as it belongs", "Authorization: Bearer ⟦JWT0⟧", authorized);
    one("no blank behind the colon", "Authorization:Bearer ⟦JWT0⟧", authorized);
    one("blanks around", "Authorization:   Bearer ⟦JWT0⟧  ", authorized + " [trailing_blank]");
    one("twice Bearer", "Authorization: Bearer Bearer ⟦JWT0⟧", authorized + " [scheme_twice]");
    one("no scheme", "Authorization: ⟦JWT0⟧", authorized + " [scheme_missing]");
    one("another scheme", "Authorization: JWT ⟦JWT0⟧", authorized + " [other_scheme]");
    one("a tab", "Authorization: Bearer\t⟦JWT0⟧", authorized + " [tab]");
    one("two spaces", "Authorization: Bearer  ⟦JWT0⟧", authorized + " [two_spaces]");
    one("lower case", "authorization: bearer ⟦JWT0⟧",
        "0 header authorization request access_token [lower_case]");
    one("quotes", "Authorization: Bearer \"⟦JWT0⟧\"", authorized + " [quotes]");
    one("a comma behind", "Authorization: Bearer ⟦JWT0⟧,", authorized + " [trailing_mark]");
    one("opaque", "Authorization: Bearer ⟦OP0⟧",
        "0 header Authorization request opaque_access_token");
    one("a refresh token", "Authorization: Bearer ⟦RT0⟧",
        "0 header Authorization request opaque_access_token [refresh_token_in_authorization]");
    one("an ID token", "Authorization: Bearer ⟦ID0⟧",
        "0 header Authorization request id_token [id_token_in_authorization]");
    one("another header", "X-Access-Token: ⟦JWT0⟧", "0 header X-Access-Token request access_token");
    one("an unknown header", "X-Thing: ⟦JWT0⟧", "0 header X-Thing request access_token");
    one("a proxy's", "Proxy-Authorization: Bearer ⟦JWT0⟧",
        "0 header Proxy-Authorization request access_token");
    one("forwarded", "X-Forwarded-Authorization: Bearer ⟦JWT0⟧",
        "0 header X-Forwarded-Authorization request access_token");
    one("Basic with a token for the password",
        "Authorization: Basic " + as("JWT0", ("x:" + capturecases::jwt()).toBase64()), authorized);
    one("obsolete folding", "Authorization: Bearer\r\n  ⟦JWT0⟧", authorized);
    one("percent-encoded dots",
        "Authorization: Bearer " + as("JWT0", capturecases::jwt().replace(".", "%2E")),
        authorized + " [percent_encoded]");
    const QByteArray head = get + "Authorization: Bearer ⟦JWT0⟧\r\n";
    row("several fields", head + "Authorization: Bearer ⟦JWT1⟧\r\n\r\n",
        {"http",
         {me},
         {authorized + " [several_authorization]",
          authorized + " [several_authorization two_tokens]"}});
    row("several in one field", get + "Authorization: Bearer ⟦JWT0⟧, Bearer ⟦JWT1⟧\r\n\r\n",
        {"http",
         {me},
         {authorized + " [several_authorization]",
          authorized + " [several_authorization two_tokens]"}});
    row("the same twice", head + "Authorization: Bearer ⟦JWT0⟧\r\n\r\n",
        {"http",
         {me},
         {authorized + " [several_authorization]", authorized + " [several_authorization]"}});
    row("a DPoP proof beside it", get + "Authorization: DPoP ⟦JWT0⟧\r\nDPoP: ⟦JWT1⟧\r\n\r\n",
        {"http", {me}, {authorized, "0 header DPoP request access_token"}});
    row("lines end in LF", QByteArray(head + "Accept: */*\r\n\r\n").replace("\r\n", "\n"),
        {"http", {me}, {authorized}});
    row("nothing behind the head", head, {"http", {me}, {authorized}});
    row("a variable", get + "Authorization: Bearer ${TOKEN}\r\n\r\n",
        {"http", {me}, {}, "carrying.variable capture.no_token"});
    row("a placeholder", get + "Authorization: Bearer undefined\r\n\r\n",
        {"http", {me}, {}, "carrying.placeholder capture.no_token"});
    row("nothing behind Bearer", get + "Authorization: Bearer\r\n\r\n",
        {"http", {me}, {}, "carrying.token_missing capture.no_token"});
    row("HTTP/2 as browsers print it",
        "GET /me HTTP/2\nHost: a.example\nauthorization: Bearer ⟦JWT0⟧\n\n",
        {"http", {me}, {"0 header authorization request access_token"}});
    row("plain HTTP to another machine",
        "GET http://b.example/me HTTP/1.1\r\nAuthorization: Bearer ⟦JWT0⟧\r\n\r\n",
        {"http", {"GET http://b.example/me 0"}, {authorized + " [plain_http]"}});
}

void TestMessageSpans::readsCookies_data()
{
    spancases::addColumns();
    const QByteArray session = "0 cookie session request session_cookie [session_cookie_live]";
    row("session", get + "Cookie: a=1; session=⟦RT0⟧; b=2\r\n\r\n", {"http", {me}, {session}});
    row("an application's session", get + "Cookie: session=abcdef0123456789abcdef\r\n\r\n",
        {"http", {me}, {}, "capture.no_token"});
    row("app_session", get + "Cookie: app_session=⟦OP0⟧\r\n\r\n",
        {"http", {me}, {"0 cookie app_session request app_session_token [session_cookie_live]"}});
    row("app_access_token", get + "Cookie: app_access_token=⟦JWT0⟧\r\n\r\n",
        {"http", {me}, {"0 cookie app_access_token request access_token"}});
    row("app_access_token, opaque", get + "Cookie: app_access_token=⟦OP0⟧\r\n\r\n",
        {"http", {me}, {"0 cookie app_access_token request opaque_access_token"}});
    row("a prefix", get + "Cookie: acme_app_session=⟦OP0⟧\r\n\r\n",
        {"http",
         {me},
         {"0 cookie acme_app_session request app_session_token [session_cookie_live]"}});
    row("JWT in a cookie", get + "Cookie: jwt=⟦JWT0⟧\r\n\r\n",
        {"http", {me}, {"0 cookie jwt request access_token"}});
    row("quotes around", get + "Cookie: jwt=\"⟦JWT0⟧\"\r\n\r\n",
        {"http", {me}, {"0 cookie jwt request access_token"}});
    row("percent-encoded JSON",
        get + "Cookie: auth=%7B%22access_token%22%3A%22⟦JWT0⟧%22%7D\r\n\r\n",
        {"http", {me}, {"0 cookie auth.access_token request access_token"}});
    const QByteArray token = capturecases::jwt();
    row("cut over numbered cookies",
        get + "Cookie: t.0=" + as("JWT0", token.first(300) + "; t.1=" + token.sliced(300))
            + "\r\n\r\n",
        {"http", {me}, {"0 cookie t request access_token [chunked]"}});
    row("cut, the others between",
        get + "Cookie: t-0=" + as("JWT0", token.first(300) + "; x=1; t-1=" + token.sliced(300))
            + "\r\n\r\n",
        {"http", {me}, {"0 cookie t request access_token [chunked]"}});
    row("two cookies, two tokens", get + "Cookie: access_token=⟦JWT0⟧; id_token=⟦ID0⟧\r\n\r\n",
        {"http",
         {me},
         {"0 cookie access_token request access_token", "0 cookie id_token request id_token"}});
    row("the cookie and the header differ",
        get + "Authorization: Bearer ⟦JWT0⟧\r\nCookie: access_token=⟦JWT1⟧\r\n\r\n",
        {"http", {me}, {authorized, "0 cookie access_token request access_token [two_tokens]"}});
    row("Set-Cookie", answer("Set-Cookie: session=⟦RT0⟧; Path=/; HttpOnly; SameSite=Lax"),
        {"http",
         {answered},
         {"0 set_cookie session response session_cookie [session_cookie_live]"}});
    row("Set-Cookie twice",
        answer("Set-Cookie: access_token=⟦JWT0⟧; Secure\r\nset-cookie: id_token=⟦ID0⟧; Secure"),
        {"http",
         {answered},
         {"0 set_cookie access_token response access_token",
          "0 set_cookie id_token response id_token"}});
    row("a cookie that is deleted", answer("Set-Cookie: session=; Max-Age=0"),
        {"http", {answered}, {}, "capture.no_token"});
}

void TestMessageSpans::readsTargets_data()
{
    spancases::addColumns();
    const auto target = [](const QByteArray &path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a.example\r\n\r\n";
    };
    const auto url = [](const QByteArray &path) {
        const spancases::Marked plain = spancases::unmarked(path);
        return "GET https://a.example" + plain.text + " 0";
    };
    const auto one = [&](const char *name, const QByteArray &path, const QByteArray &seen) {
        row(name, target(path), {"http", {url(path)}, {seen}});
    };
    const QByteArray inQuery = " [in_query]";
    one("access_token", "/x?access_token=⟦JWT0⟧&y=1",
        "0 query access_token request access_token" + inQuery);
    one("first and last", "/x?y=1&access_token=⟦JWT0⟧",
        "0 query access_token request access_token" + inQuery);
    one("another name", "/x?jwt=⟦JWT0⟧", "0 query jwt request access_token" + inQuery);
    one("no name", "/x?⟦JWT0⟧", "0 text request access_token");
    one("opaque", "/x?access_token=⟦OP0⟧",
        "0 query access_token request opaque_access_token" + inQuery);
    one("a hint belongs there", "/oauth2/authorize?id_token_hint=⟦ID0⟧",
        "0 query id_token_hint request id_token");
    one("a code belongs there", "/cb?code=⟦OP0⟧&state=x",
        "0 query code request authorization_code");
    one("a token in the path", "/verify/⟦JWT0⟧", "0 text request access_token");
    one("Bearer in a parameter", "/x?authorization=Bearer%20⟦JWT0⟧",
        "0 query authorization request access_token" + inQuery);
    one("dots percent-encoded",
        "/x?access_token=" + as("JWT0", capturecases::jwt().replace(".", "%2E")),
        "0 query access_token request access_token" + inQuery);
    one("a URL in a parameter",
        "/login?next=https%3A%2F%2Fb.example%2F%3Faccess_token%3D⟦JWT0⟧%26z%3D1",
        "0 query access_token request access_token" + inQuery);
    row("a fragment in Location",
        answer("Location: https://b.example/cb#access_token=⟦JWT0⟧&token_type=bearer"),
        {"http", {answered}, {"0 fragment access_token response access_token [in_fragment]"}});
    row("a code in Location", answer("Location: /cb?code=⟦OP0⟧&state=1"),
        {"http", {answered}, {"0 query code response authorization_code"}});
    row("a token in Referer", get + "Referer: https://a.example/?token=⟦JWT0⟧\r\n\r\n",
        {"http", {me}, {"0 query token request access_token [in_query]"}});
    row("what a proxy saw", get + "X-Original-URL: /x?access_token=⟦JWT0⟧\r\n\r\n",
        {"http", {me}, {"0 query access_token request access_token [in_query]"}});
}

void TestMessageSpans::readsBodies_data()
{
    spancases::addColumns();
    const QByteArray form = "application/x-www-form-urlencoded";
    const QByteArray refresh = "0 form refresh_token request refresh_token";
    row("form", post(form, "grant_type=refresh_token&refresh_token=⟦RT0⟧&client_id=c"),
        {"http", {posted}, {refresh}});
    row("form with a character set", post(form + "; charset=utf-8", "refresh_token=⟦RT0⟧"),
        {"http", {posted}, {refresh}});
    row("form without a type", "POST /t HTTP/1.1\r\nHost: a.example\r\n\r\nrefresh_token=⟦RT0⟧&x=1",
        {"http", {posted}, {refresh}});
    row("form, a dot percent-encoded",
        post(form, "refresh_token=" + as("RT0", capturecases::refreshToken().replace(".", "%2E"))),
        {"http", {posted}, {refresh}});
    row("a code",
        post(form, "grant_type=authorization_code&code=⟦OP0⟧&redirect_uri=https%3A%2F%2Fb%2F"),
        {"http", {posted}, {"0 form code request authorization_code"}});
    row("token in a form", post(form, "access_token=⟦JWT0⟧"),
        {"http", {posted}, {"0 form access_token request access_token"}});
    row("client assertion", post(form, "client_assertion=⟦JWT0⟧"),
        {"http", {posted}, {"0 form client_assertion request access_token"}});
    row("exchange", post(form, "subject_token=⟦ID0⟧&actor_token=⟦OP0⟧"),
        {"http",
         {posted},
         {"0 form subject_token request id_token", "0 form actor_token request assertion"}});
    row("JSON", post("application/json", R"({"x": [1, {"access_token": "⟦JWT0⟧"}]})"),
        {"http", {posted}, {"0 json access_token request access_token"}});
    row("JSON of another type", post("application/vnd.a+json", R"({"idToken":"⟦ID0⟧"})"),
        {"http", {posted}, {"0 json idToken request id_token"}});
    row("JSON with an escape",
        post("application/json",
             R"({"t":")" + as("JWT0", capturecases::jwt().replace(".", "\\u002e")) + "\"}"),
        {"http", {posted}, {"0 json t request access_token"}});
    row("JSON in JSON", post("application/json", R"({"a":"{\"id_token\":\"⟦ID0⟧\"}"})"),
        {"http", {posted}, {"0 json id_token request id_token"}});
    row("JSON, Bearer in a member", post("application/json", R"({"auth":"Bearer ⟦JWT0⟧"})"),
        {"http", {posted}, {"0 json auth request access_token"}});
    row("text", post("text/plain", "it is ⟦JWT0⟧"),
        {"http", {posted}, {"0 text request access_token"}});
    row("multipart",
        post("multipart/form-data; boundary=b",
             "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n⟦JWT0⟧\r\n--b\r\n"
             "Content-Disposition: form-data; name=\"id_token\"\r\n\r\n⟦ID0⟧\r\n--b--\r\n"),
        {"http",
         {posted},
         {"0 multipart token request access_token", "0 multipart id_token request id_token"}});
    row("multipart, JSON in a part",
        post("multipart/form-data; boundary=b",
             "--b\r\nContent-Disposition: form-data; name=\"x\"\r\nContent-Type: "
             "application/json\r\n\r\n{\"access_token\":\"⟦JWT0⟧\"}\r\n--b--\r\n"),
        {"http", {posted}, {"0 json access_token request access_token"}});
    row("form_post",
        answer("Content-Type: text/html",
               "<html><body onload=\"f()\"><form method=\"post\" action=\"https://b.example/cb\">"
               "<input type=\"hidden\" name=\"code\" value=\"⟦OP0⟧\"/>"
               "<input value='⟦ID0⟧' name='id_token' type='hidden'>"
               "<input type=\"hidden\" name=\"state\" value=\"x\"/></form></body></html>"),
        {"http",
         {answered},
         {"0 html code response authorization_code", "0 html id_token response id_token"}});
}

void TestMessageSpans::readsAnswers_data()
{
    spancases::addColumns();
    const QByteArray json = "Content-Type: application/json;charset=UTF-8";
    const QByteArray access = "0 json access_token response access_token";
    const QByteArray lifetime = "\"token_type\":\"Bearer\",\"expires_in\":";
    row("token response",
        answer(json,
               R"({"access_token":"⟦JWT0⟧","id_token":"⟦ID0⟧","refresh_token":"⟦RT0⟧",)" + lifetime
                   + "1800}"),
        {"http",
         {answered},
         {access, "0 json id_token response id_token",
          "0 json refresh_token response refresh_token"}});
    row("expires_in differs", answer(json, R"({"access_token":"⟦JWT0⟧",)" + lifetime + "3600}"),
        {"http", {answered}, {access + " [expires_in_differs]"}});
    row("expires_in differs, before the token",
        answer(json, "{" + lifetime + R"(300,"access_token":"⟦JWT0⟧"})"),
        {"http", {answered}, {access + " [expires_in_differs]"}});
    row("expires_in as text, a little less",
        answer(json, R"({"access_token":"⟦JWT0⟧",)" + lifetime + "\"1799\"}"),
        {"http", {answered}, {access}});
    row("opaque, nothing to compare with",
        answer(json, R"({"access_token":"⟦OP0⟧",)" + lifetime + "3600}"),
        {"http", {answered}, {"0 json access_token response opaque_access_token"}});
    row("device secret", answer(json, R"({"device_secret":"⟦OP0⟧"})"),
        {"http", {answered}, {"0 json device_secret response device_secret"}});
    row("an access token for the ID token", answer(json, R"({"id_token":"⟦JWT0⟧"})"),
        {"http", {answered}, {"0 json id_token response access_token [access_token_as_id_token]"}});
    row("the time of the answer",
        get
            + "Authorization: Bearer ⟦JWT0⟧\r\n\r\nHTTP/1.1 401 Unauthorized\r\n"
              "Date: Mon, 21 Sep 2026 15:00:00 GMT\r\n"
              "WWW-Authenticate: Bearer error=\"invalid_token\", "
              "error_description=\"The token expired at '09/21/2026 14:59:00'\"\r\n\r\n",
        {"http",
         {"GET https://a.example/me 401 2026-09-21T15:00:00.000Z"},
         {authorized},
         "answer.expired"});
    row("an answer alone", "HTTP/1.1 200 OK\r\n" + json + "\r\n\r\n{\"access_token\":\"⟦JWT0⟧\"}",
        {"http", {"  200"}, {access}});
    row("two exchanges",
        get + "Authorization: Bearer ⟦JWT0⟧\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + get
            + "Authorization: Bearer ⟦JWT1⟧\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n",
        {"http",
         {"GET https://a.example/me 200", "GET https://a.example/me 403"},
         {authorized, "1 header Authorization request access_token"}});
}

void TestMessageSpans::readsBlocks_data()
{
    spancases::addColumns();
    row("one line", "Authorization: Bearer ⟦JWT0⟧",
        {"headers", {}, {"header Authorization request access_token"}});
    row("one line, indented", "    Authorization: Bearer ⟦JWT0⟧\n",
        {"headers", {}, {"header Authorization request access_token"}});
    row("a cookie line", "Cookie: a=1; session=⟦RT0⟧",
        {"headers", {}, {"cookie session request session_cookie [session_cookie_live]"}});
    row("HTTP/2 fields",
        ":authority: a.example\n:method: GET\n:path: /me?x=1\n:scheme: https\n"
        "authorization: Bearer ⟦JWT0⟧\n",
        {"headers",
         {"GET https://a.example/me?x=1 0"},
         {"0 header authorization request access_token"}});
    row("developer tools",
        "Request URL: https://a.example/me\nRequest Method: GET\nStatus Code: 401 Unauthorized\n"
        "www-authenticate: Bearer error=\"invalid_token\"\n"
        "date: Mon, 21 Sep 2026 15:00:00 GMT\nauthorization: Bearer ⟦JWT0⟧\n",
        {"headers",
         {"GET https://a.example/me 401 2026-09-21T15:00:00.000Z"},
         {"0 header authorization request access_token"},
         "answer.token_refused"});
    const QByteArray safari = "Summary\nURL: https://a.example/me\nStatus: 401\nSource: Network\n"
                              "Address: 192.0.2.1:443\nInitiator: \napp.js:1:2345\n\n\nRequest\n";
    const QByteArray refused = "401\nContent-Type: text/plain\n";
    row("Safari",
        safari
            + ":method: GET\n:scheme: https\n:authority: a.example\n:path: /me\nAccept: */*\n"
              "Authorization: Bearer ⟦JWT0⟧\n\nResponse\n:status: "
            + refused,
        {"headers", {"GET https://a.example/me 401"}, {authorized}});
    row("Safari, HTTP/1.1",
        safari + "GET /me HTTP/1.1\nAuthorization: Bearer ⟦JWT0⟧\n\nResponse\nHTTP/1.1 " + refused,
        {"headers", {"GET https://a.example/me 401"}, {authorized}});
    row("titles that are words", "Summary\nRequest\nResponse\nStatus: fine\n",
        {"text", {}, {}, "capture.no_token"});
    row("an answer behind a command",
        "$ curl -si https://a.example/me -H 'Authorization: Bearer ⟦JWT0⟧' | head\n"
        "HTTP/2 401 \ncontent-type: text/plain\n\nno\n",
        {"curl", {"GET https://a.example/me 401"}, {authorized}});
    row("an answer far behind a command",
        "$ curl -si https://a.example/me -H 'Authorization: Bearer ⟦JWT0⟧'\n"
            + QByteArray("and then we talked about it\n").repeated(12) + "HTTP/2 401 \n\n",
        {"curl", {"GET https://a.example/me 0", "  401"}, {authorized}});
    row("quoted in a mail",
        "> We sent:\n> POST /t HTTP/1.1\n> Host: a.example\n> Authorization: Bearer ⟦JWT0⟧\n>\n"
        "> refresh_token=⟦RT0⟧&x=1\n>\n> Response:\n> HTTP/1.1 200 OK\n"
        "> Content-Type: application/json\n>\n> {\"access_token\":\"⟦JWT1⟧\",\n"
        ">  \"id_token\":\"⟦ID0⟧\"}\n\nIs that right?\n",
        {"curl_verbose",
         {"POST https://a.example/t 200"},
         {authorized, "0 form refresh_token request refresh_token",
          "0 json access_token response access_token", "0 json id_token response id_token"}});
    row("prose around", "It sent\nAuthorization: Bearer ⟦JWT0⟧\nand that was all.",
        {"headers", {}, {"header Authorization request access_token"}});
}

void TestMessageSpans::readsCurlOutput_data()
{
    spancases::addColumns();
    row("-v",
        "*   Trying 192.0.2.1:443...\n* Connected to a.example (192.0.2.1) port 443 (#0)\n"
        "* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384\n> GET /me HTTP/1.1\n"
        "> Host: a.example\n> Authorization: Bearer ⟦JWT0⟧\n> \n< HTTP/1.1 401 Unauthorized\n"
        "< Date: Mon, 21 Sep 2026 15:00:00 GMT\n"
        "< WWW-Authenticate: Bearer error=\"invalid_token\"\n< Content-Length: 0\n< \n"
        "* Connection #0 to host a.example left intact\n",
        {"curl_verbose",
         {"GET https://a.example/me 401 2026-09-21T15:00:00.000Z"},
         {authorized},
         "answer.token_refused"});
    row("-v, the token in the answer",
        "> POST /t HTTP/1.1\n> Host: a.example\n> \n< HTTP/1.1 200 OK\n"
        "< Content-Type: application/json\n< Content-Length: 2000\n< \n"
        "{\"access_token\":\"⟦JWT0⟧\"}\n* Connection #0 to host a.example left intact\n",
        {"curl_verbose",
         {"POST https://a.example/t 200"},
         {"0 json access_token response access_token"}});
    row("-v, cookies both ways",
        "> GET / HTTP/2\n> Host: a.example\n> cookie: session=⟦RT0⟧\n> \n< HTTP/2 303 \n"
        "< set-cookie: app_session=⟦OP0⟧; Path=/\n< location: /cb?code=⟦OP0⟧\n< \n",
        {"curl_verbose",
         {"GET https://a.example/ 303"},
         {"0 cookie session request session_cookie [session_cookie_live]",
          "0 set_cookie app_session response app_session_token [session_cookie_live]",
          "0 query code response authorization_code"}});
    row("--trace-ascii",
        "== Info: Connected to a.example\n=> Send header, 500 bytes (0x1f4)\n"
        "0000: GET /me HTTP/1.1\n0012: Host: a.example\n0023: Authorization: Bearer ⟦JWT0⟧\n"
        "0250: \n<= Recv header, 26 bytes (0x1a)\n0000: HTTP/1.1 401 Unauthorized\n",
        {"curl_trace", {"GET https://a.example/me 401"}, {authorized}});
}

void TestMessageSpans::readsLoggedExchanges_data()
{
    spancases::addColumns();
    const QByteArray answer
        = "<-- 401 Unauthorized https://a.example/me (12ms)\n"
          "www-authenticate: Bearer error=\"invalid_token\"\n\n<-- END HTTP (0-byte body)\n";
    const QList<QByteArray> refused{"GET https://a.example/me 401"};
    row("OkHttp",
        "--> GET https://a.example/me h2\nAuthorization: Bearer ⟦JWT0⟧\n--> END GET\n" + answer,
        {"okhttp", refused, {authorized}, "answer.token_refused"});
    row("OkHttp, answers in another order",
        "--> GET https://a.example/1\nAuthorization: Bearer ⟦JWT0⟧\n--> END GET\n"
        "--> GET https://a.example/2\nAuthorization: Bearer ⟦JWT0⟧\n--> END GET\n"
        "<-- 200 https://a.example/2 (9ms)\n<-- END HTTP\n"
        "<-- 403 https://a.example/1 (19ms)\n<-- END HTTP\n",
        {"okhttp",
         {"GET https://a.example/1 403", "GET https://a.example/2 200"},
         {authorized, "1 header Authorization request access_token"}});
    row("OkHttp, tokens in bodies",
        "--> POST https://a.example/t http/1.1 (99-byte body)\n"
        "Content-Type: application/x-www-form-urlencoded\n\n"
        "grant_type=refresh_token&refresh_token=⟦RT0⟧\n--> END POST (99-byte body)\n"
        "<-- 200 https://a.example/t (9ms)\ncontent-type: application/json\n\n"
        "{\"access_token\":\"⟦JWT0⟧\"}\n<-- END HTTP (999-byte body)\n",
        {"okhttp",
         {"POST https://a.example/t 200"},
         {"0 form refresh_token request refresh_token",
          "0 json access_token response access_token"}});
    row("OkHttp behind logcat's columns, somebody else's line between",
        "09-21 15:00:00.000  1234  1300 I okhttp.OkHttpClient: --> GET https://a.example/me\n"
        "09-21 15:00:00.000  1234  1300 I okhttp.OkHttpClient: Authorization: Bearer ⟦JWT0⟧\n"
        "09-21 15:00:00.001  1234  1234 W View    : slow\n"
        "09-21 15:00:00.001  1234  1300 I okhttp.OkHttpClient: --> END GET\n"
        "09-21 15:00:00.020  1234  1300 I okhttp.OkHttpClient: <-- 401 https://a.example/me (9ms)\n"
        "09-21 15:00:00.020  1234  1300 I okhttp.OkHttpClient: <-- END HTTP (0-byte body)\n",
        {"okhttp", refused, {authorized}});
    row("OkHttp behind a time with a zone",
        "2026-09-21T15:00:00Z DEBUG --> GET https://a.example/me\n"
        "2026-09-21T15:00:00Z DEBUG Authorization: Bearer ⟦JWT0⟧\n"
        "2026-09-21T15:00:00Z DEBUG --> END GET\n",
        {"okhttp", {"GET https://a.example/me 0 2026-09-21T15:00:00.000Z"}, {authorized}});
    row("OkHttp, no answer came",
        "--> GET https://a.example/me\nAuthorization: Bearer ⟦JWT0⟧\n--> END GET\n"
        "<-- HTTP FAILED: java.net.SocketTimeoutException: timeout\n",
        {"okhttp", {me}, {authorized}});
    row("Python's http.client",
        "send: b'GET /me HTTP/1.1\\r\\nHost: 127.0.0.1:8080\\r\\nAuthorization: Bearer "
        "⟦JWT0⟧\\r\\n\\r\\n'\nreply: 'HTTP/1.1 401 Unauthorized\\r\\n'\n"
        "header: Content-Type: text/plain\nheader: Date: Mon, 21 Sep 2026 15:00:00 GMT\n",
        {"python_debug",
         {"GET http://127.0.0.1:8080/me 401 2026-09-21T15:00:00.000Z"},
         {authorized}});
    row("Python's http.client, a body and cookies, and what others log",
        "send: b'POST /t HTTP/1.1\\r\\nHost: a.example\\r\\nContent-Type: "
        "application/x-www-form-urlencoded\\r\\n\\r\\n'\nsend: b'refresh_token=⟦RT0⟧'\n"
        "reply: 'HTTP/1.1 200 OK\\r\\n'\nheader: Set-Cookie: session=⟦RT0⟧; Path=/\n"
        "DEBUG:urllib3.connectionpool:done\n",
        {"python_debug",
         {"POST https://a.example/t 200"},
         {"0 form refresh_token request refresh_token",
          "0 set_cookie session response session_cookie [session_cookie_live]"}});
    row("mitmdump",
        "127.0.0.1:53030: GET https://a.example/me HTTP/2.0\n    user-agent: curl/8\n"
        "    authorization: Bearer ⟦JWT0⟧\n\n << HTTP/2.0 401 Unauthorized 12b\n"
        "    www-authenticate: Bearer error=\"invalid_token\"\n    content-length: 12\n\n"
        "    Unauthorized\n\n",
        {"mitmproxy",
         refused,
         {"0 header authorization request access_token"},
         "answer.token_refused"});
    row("mitmdump, bodies and the next exchange",
        "127.0.0.1:53030: POST https://a.example/t HTTP/1.1\n"
        "    content-type: application/x-www-form-urlencoded\n\n    refresh_token=⟦RT0⟧&a=1\n\n"
        " << HTTP/1.1 200 OK 1.2k\n    content-type: application/json\n\n    {\n"
        "        \"access_token\": \"⟦JWT0⟧\"\n    }\n\n"
        "[::1]:53031: GET https://a.example/me HTTP/1.1\n    Authorization: Bearer ⟦JWT0⟧\n\n",
        {"mitmproxy",
         {"POST https://a.example/t 200", "GET https://a.example/me 0"},
         {"0 form refresh_token request refresh_token", "0 json access_token response access_token",
          "1 header Authorization request access_token"}});
}

void TestMessageSpans::readsItemsOfBurp_data()
{
    spancases::addColumns();
    const auto item = [](const QByteArray &request, const QByteArray &rest) {
        return "<item>\n<url><![CDATA[https://a.example/me]]></url>\n<protocol>https</protocol>\n"
               "<request"
            + request + "</request>\n" + rest + "</item>\n";
    };
    const QByteArray sent = commandcases::filled(
        "GET /me HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer JWT0\r\n\r\n");
    const QByteArray encoded = sent.toBase64();
    const QByteArray answer = "<status>401</status><response base64=\"true\"><![CDATA["
        + QByteArray("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer "
                     "error=\"invalid_token\"\r\n\r\n")
              .toBase64()
        + "]]></response>\n";
    const QByteArray open
        = "<?xml version=\"1.0\"?>\n<!DOCTYPE items [\n<!ELEMENT items (item*)>\n]>\n"
          "<items burpVersion=\"2024.1\" exportTime=\"x\">\n";
    const QList<QByteArray> refused{"GET https://a.example/me 401"};
    row("base64",
        open + item(" base64=\"true\"><![CDATA[⟦JWT0|" + encoded + "⟧]]>", answer) + "</items>\n",
        {"burp", refused, {authorized}, "answer.token_refused"});
    row("plain",
        open
            + item(" base64=\"false\"><![CDATA[GET /me HTTP/1.1\r\nHost: a.example\r\n"
                   "Authorization: Bearer ⟦JWT0⟧\r\n\r\n]]>",
                   answer),
        {"burp", refused, {authorized}, "answer.token_refused"});
    row("one item without an answer",
        item(" base64=\"true\"><![CDATA[⟦JWT0|" + encoded + "⟧]]>", {}),
        {"burp", {me}, {authorized}});
    row("cut off",
        open + item(" base64=\"true\"><![CDATA[⟦JWT0|" + encoded + "⟧]]>", answer)
            + "<item>\n<url>",
        {"burp", refused, {authorized}, "answer.token_refused"});
}

//! Objects of headers, as consoles print them: the quotes are those of the program.
void TestMessageSpans::readsPrintedObjects_data()
{
    spancases::addColumns();
    const QList<QByteArray> carried{"0 header authorization request access_token"};
    row("of Node",
        "{\n  host: 'a.example',\n  authorization: 'Bearer ⟦JWT0⟧',\n  accept: '*/*'\n}\n",
        {"headers", {"  0"}, carried});
    row("of Node, the last", "{\n  host: 'a.example',\n  authorization: 'Bearer ⟦JWT0⟧'\n}\n",
        {"headers", {"  0"}, carried});
    row("quotes that were sent", "host: a.example\nauthorization: 'Bearer ⟦JWT0⟧'\n",
        {"headers", {"  0"}, {"0 header authorization request access_token [quotes]"}});
}

//! Structured loggers write one record a line; what keeps the lines puts its own around it.
void TestMessageSpans::readsWrappedRecords_data()
{
    spancases::addColumns();
    const QByteArray record = R"("method":"GET","url":"https://a.example/me","status":401,)"
                              R"("headers":{"authorization":"Bearer ⟦JWT0⟧"}})";
    const QByteArray escaped = QByteArray(record).replace('"', "\\\"");
    const QList<QByteArray> told{"GET https://a.example/me 401 2026-09-21T15:00:00.000Z"};
    const QList<QByteArray> carried{"0 header authorization request access_token"};
    row("behind the name of its container", "api-1  | {\"time\":\"2026-09-21T15:00:00Z\"," + record,
        {"log", told, carried});
    row("behind the name of its pod", "[pod/api-7d4/web] {\"ts\":1790002800," + record,
        {"log", told, carried});
    row("in the text of a container's record",
        "{\"log\":\"{" + escaped + R"(\n","stream":"stdout","time":"2026-09-21T15:00:00Z"})",
        {"json", told, carried});
    row("in the text of a container's record, with blanks",
        "{\"log\":\"{ " + QByteArray(escaped).replace(",", ", ")
            + R"( ","stream":"stdout","time":"2026-09-21T15:00:00Z"})",
        {"json", told, carried});
    row("requests listed in a record are not the one that it tells of",
        R"({"time":"2026-09-21T15:00:00Z","msg":"batch","calls":[{)" + record + "]}",
        {"json", {"  0 2026-09-21T15:00:00.000Z"}, carried});
}

//! Where else than at the top a record tells of its request.
void TestMessageSpans::readsRecordsOfOthers_data()
{
    spancases::addColumns();
    const QByteArray headers = R"("headers":{"authorization":"Bearer ⟦JWT0⟧"})";
    const QList<QByteArray> carried{"0 header authorization request access_token"};
    const QList<QByteArray> told{"GET /me 401"};
    row("axios",
        R"({"name":"AxiosError","config":{"url":"https://a.example/me","method":"get",)" + headers
            + R"(},"code":"ERR_BAD_REQUEST","status":401})",
        {"json", {"GET https://a.example/me 401"}, carried});
    row("Traefik",
        R"({"RequestMethod":"GET","RequestPath":"/me","DownstreamStatus":401,)"
        R"("time":"2026-09-21T15:00:00Z","request_Authorization":"Bearer ⟦JWT0⟧"})",
        {"json", {"GET /me 401 2026-09-21T15:00:00.000Z"}, {authorized}});
    row("an API gateway",
        R"({"version":"2.0","rawPath":"/me",)" + headers
            + R"(,"requestContext":{"http":{"method":"GET","path":"/me"}}})",
        {"json", {"GET /me 0"}, carried});
    row("the Elastic Common Schema",
        R"({"@timestamp":"2026-09-21T15:00:00Z","url":{"original":"/me"},)"
        R"("http":{"request":{"method":"GET",)"
            + headers + R"(},"response":{"status_code":401}}})",
        {"json", {"GET /me 401 2026-09-21T15:00:00.000Z"}, carried});
    row("a session of Charles",
        R"([{"method":"GET","scheme":"https","host":"a.example","path":"/me","request":{"header":)"
        R"({"firstLine":"GET /me HTTP/1.1","headers":[{"name":"Authorization",)"
        R"("value":"Bearer ⟦JWT0⟧"}]}},"response":{"status":401}}])",
        {"json", {"GET https://a.example/me 401"}, {authorized}});
    row("pairs in lists",
        R"({"request":{"url":"https://a.example/me","method":"GET",)"
        R"("headers":[["Host","a.example"],["Authorization","Bearer ⟦JWT0⟧"]]}})",
        {"json", {me}, {authorized}});
}

QTEST_GUILESS_MAIN(TestMessageSpans)

#include "tst_messagespans.moc"
