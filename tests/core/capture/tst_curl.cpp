// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "commandcases.h"

using namespace Qt::Literals::StringLiterals;
using commandcases::addRow;

//! Request::url, carriers, tokens and spans of curl commands, as people and browsers write them.
class TestCurl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCommand_data();
    void readsCommand();
    void readsCommandWithCrLf_data() { readsCommand_data(); }
    void readsCommandWithCrLf();
    void readsCmdCommand_data();
    void readsCmdCommand();
    void inventsNothing_data();
    void inventsNothing() { commandcases::checkInventsNothing(); }
    void keepsPlacesOfRewrittenTokens();
    void spansTheCommand();
    void endsAnywhere();

private:
    void addSpellings();
    void addBodies();
    void addPlaces();
    void addVariables();
};

namespace {

const QString authorized = u"header Authorization request access_token"_s;

} // namespace

void TestCurl::addSpellings()
{
    const QStringList get{u"GET https://a.example/me 0"_s};
    const char *spellings[] = {
        "curl -H 'Authorization: Bearer JWT0' https://a.example/me",
        "curl -H \"Authorization: Bearer JWT0\" https://a.example/me",
        "curl -H $'Authorization: Bearer JWT0' https://a.example/me",
        "curl -H$'Authorization: Bearer JWT0' https://a.example/me",
        "curl -H'Authorization: Bearer JWT0' https://a.example/me",
        "curl -HAuthorization:\\ Bearer\\ JWT0 https://a.example/me",
        "curl --header 'Authorization: Bearer JWT0' --url https://a.example/me",
        "curl --header='Authorization: Bearer JWT0' --url=https://a.example/me",
        "curl -sSLH 'Authorization: Bearer JWT0' 'https://a.example/me'",
        "curl --oauth2-bearer JWT0 https://a.example/me",
        "curl https://a.example/me \\\n  -H 'accept: */*' \\\n  -H 'Authorization: Bearer JWT0' "
        "\\\n"
        "  --compressed",
        "curl https://a.example/me \\ \n  -H 'Authorization: Bearer JWT0'",
        "curl https://a.example/me\n  -H 'Authorization: Bearer JWT0'",
        "$ curl https://a.example/me -H 'Authorization: Bearer JWT0'",
        "user@host:~$ sudo curl https://a.example/me \\\n> -H 'Authorization: Bearer JWT0'",
        "/usr/bin/curl -o out.json -w '%{http_code}\\n' -x proxy.example:3128 --max-time 3 "
        "-H 'Authorization: Bearer JWT0' https://a.example/me 2>/dev/null | jq .",
        "curl.exe -H \"Authorization: Bearer JWT0\" https://a.example/me",
        "We ran `curl -H 'Authorization: Bearer JWT0' https://a.example/me` and it didn't work.",
        "It says 401: curl -H 'Authorization: Bearer JWT0' https://a.example/me",
        "curl -H \xE2\x80\x9C"
        "Authorization: Bearer JWT0\xE2\x80\x9D https://a.example/me",
        "curl.exe 'https://a.example/me' `\n  -H 'Authorization: Bearer JWT0'",
        "PS C:\\> curl.exe \"https://a.example/me\" `\n  -H \"Authorization: Bearer JWT0\"",
        "curl -H 'Authorization: Bearer JWT0' -- https://a.example/me # a comment",
        // What word processors and chats make of two dashes, and of one.
        "curl \xE2\x80\x94"
        "header 'Authorization: Bearer JWT0' https://a.example/me",
        "curl \xE2\x80\x93H 'Authorization: Bearer JWT0' https://a.example/me",
        "curl -H Authorization: Bearer JWT0 https://a.example/me",
        "& \"C:\\Windows\\System32\\curl.exe\" -H \"Authorization: Bearer JWT0\" "
        "https://a.example/me",
        "url = \"https://a.example/me\"\nheader = \"Authorization: Bearer JWT0\"\nsilent\n",
        "# for -K\n-s\n-H \"Authorization: Bearer JWT0\"\n\n--url \"https://a.example/me\"\n",
        "request: \"GET\"\nheader: \"Authorization: Bearer JWT0\"\nurl: \"https://a.example/me\"\n",
        "docker run --rm curlimages/curl:8.9.1 -H 'Authorization: Bearer JWT0' "
        "https://a.example/me",
        "STATUS=$(curl -s -H 'Authorization: Bearer JWT0' https://a.example/me)\necho $STATUS",
        "answer=\"$(curl -s -H 'Authorization: Bearer JWT0' https://a.example/me | jq .)\"\n",
        "R=`curl -H 'Authorization: Bearer JWT0' https://a.example/me`",
        "curl --variable t=JWT0 --expand-header 'Authorization: Bearer {{t}}' https://a.example/me",
        "curl --variable %t=JWT0 --expand-oauth2-bearer '{{t:trim}}' "
        "--expand-url 'https://a.example/me'",
    };
    for (const char *spelling : spellings)
        addRow(spelling, spelling, {get, {authorized}, {"JWT0"}, {}, {}});
    addRow("a word with quotes in its middle",
           "curl https://a.example/me -H 'Authorization: Bearer '\"JWT0\"",
           {get, {authorized}, {"JWT0"}, {}, {}});
    addRow("two commands",
           "curl -H 'Authorization: Bearer JWT0' https://a.example/1 && "
           "curl -I -H 'Authorization: Bearer JWT1' https://a.example/2\n",
           {{u"GET https://a.example/1 0"_s, u"HEAD https://a.example/2 0"_s},
            {authorized, authorized},
            {"JWT0", "JWT1"},
            {},
            {}});
    addRow("--next",
           "curl -H 'Authorization: Bearer JWT0' https://a.example/1 --next "
           "-H 'Authorization: Bearer JWT1' -d x=1 https://a.example/2",
           {{u"GET https://a.example/1 0"_s, u"POST https://a.example/2 0"_s},
            {authorized, authorized},
            {"JWT0", "JWT1"},
            {},
            {}});
}

void TestCurl::addBodies()
{
    const QStringList post{u"POST https://a.example/oauth2/token 0"_s};
    const QString refresh = u"form refresh_token request refresh_token"_s;
    addRow("-d",
           "curl https://a.example/oauth2/token -d grant_type=refresh_token "
           "-d client_id=c1 -d refresh_token=RT0",
           {post, {refresh}, {"RT0"}, {}, {}});
    addRow("--data-raw with ampersands",
           "curl 'https://a.example/oauth2/token' --data-raw "
           "'grant_type=refresh_token&client_id=c1&refresh_token=RT0'",
           {post, {refresh}, {"RT0"}, {}, {}});
    addRow("--data-urlencode",
           "curl --data-urlencode 'refresh_token=RT0' https://a.example/oauth2/token",
           {post, {refresh}, {"RT0"}, {}, {}});
    addRow("--json", "curl --json '{\"refresh_token\":\"RT0\"}' https://a.example/x",
           {{u"POST https://a.example/x 0"_s},
            {u"json refresh_token request refresh_token"_s},
            {"RT0"},
            {},
            {}});
    addRow(
        "JSON in double quotes",
        "curl -X PUT -H 'Content-Type: application/json' "
        "-d \"{\\\"id_token\\\":\\\"ID0\\\"}\" https://a.example/x",
        {{u"PUT https://a.example/x 0"_s}, {u"json id_token request id_token"_s}, {"ID0"}, {}, {}});
    addRow("-F", "curl -F 'assertion=JWT0;type=text/plain' -F file=@x.png https://a.example/x",
           {{u"POST https://a.example/x 0"_s},
            {u"multipart assertion request access_token"_s},
            {"JWT0"},
            {u"capture.file"_s},
            {}});
    addRow("-G", "curl -G -d access_token=JWT0 https://a.example/x",
           {{u"GET https://a.example/x 0"_s},
            {u"query access_token request access_token"_s},
            {"JWT0"},
            {u"carrying.in_query"_s},
            {}});
    addRow("a file is not followed",
           "curl -d @token.txt -H 'Authorization: Bearer JWT0' https://a.example/x",
           {{u"POST https://a.example/x 0"_s}, {authorized}, {"JWT0"}, {u"capture.file"_s}, {}});
}

void TestCurl::addPlaces()
{
    addRow("-b", "curl -b 'lang=en; session=RT0' https://a.example/",
           {{u"GET https://a.example/ 0"_s},
            {u"cookie session request session_cookie"_s},
            {"RT0"},
            {u"carrying.session_cookie_live"_s},
            {}});
    addRow("--cookie names a file",
           "curl --cookie jar.txt -H 'Authorization: Bearer JWT0' a.example",
           {{u"GET http://a.example 0"_s},
            {authorized},
            {"JWT0"},
            {u"capture.file"_s, u"carrying.plain_http"_s},
            {}});
    addRow("-u", "curl -u user:JWT0 https://a.example/",
           {{u"GET https://a.example/ 0"_s}, {authorized}, {"JWT0"}, {}, {}});
    addRow("URL without quotes", "curl https://a.example/x?a=b&access_token=JWT0",
           {{u"GET https://a.example/x?a=b&access_token="_s + QString::fromUtf8(capturecases::jwt())
             + u" 0"_s},
            {u"query access_token request access_token"_s},
            {"JWT0"},
            {u"carrying.in_query"_s},
            {}});
    addRow("a token in an option of no meaning", "curl --variable t=JWT0 https://a.example/",
           {{u"GET https://a.example/ 0"_s},
            {u"environment t request access_token"_s},
            {"JWT0"},
            {},
            {}});
    addRow("a token before the command", "T=HS0 curl https://a.example/",
           {{u"GET https://a.example/ 0"_s}, {u"environment T unknown jwt"_s}, {"HS0"}, {}, {}});
    addRow("an answer behind the command",
           "curl https://a.example/oauth2/token -d client_id=c1\n"
           "{\"access_token\":\"JWT0\"}\n",
           {{u"POST https://a.example/oauth2/token 0"_s},
            {u"json access_token unknown access_token"_s},
            {"JWT0"},
            {},
            {}});
}

void TestCurl::addVariables()
{
    const QStringList get{u"GET https://a.example/me 0"_s};
    const QStringList variable{u"carrying.variable"_s};
    const char *spellings[] = {
        "curl -H \"Authorization: Bearer $TOKEN\" https://a.example/me",
        "curl -H 'Authorization: Bearer $TOKEN' https://a.example/me",
        "curl -H \"Authorization: Bearer ${TOKEN}\" https://a.example/me",
        "curl -H \"Authorization: Bearer $(cat token.txt)\" https://a.example/me",
        "curl -H \"Authorization: Bearer `cat token.txt`\" https://a.example/me",
        "curl --oauth2-bearer $TOKEN https://a.example/me",
        "curl.exe -H \"Authorization: Bearer $env:TOKEN\" https://a.example/me",
        "curl ^\n  -H \"Authorization: Bearer %TOKEN%\" ^\n  https://a.example/me",
        "curl -b \"session=$SESSION\" https://a.example/me",
        "curl --variable %T --expand-header 'Authorization: Bearer {{T}}' https://a.example/me",
    };
    for (const char *spelling : spellings)
        addRow(spelling, spelling,
               {get, {}, {}, variable + QStringList{u"capture.no_token"_s}, {}});
    addRow("words that stand for a token",
           "curl -H 'Authorization: Bearer YOUR_ACCESS_TOKEN' https://a.example/me",
           {get, {}, {}, {u"carrying.placeholder"_s, u"capture.no_token"_s}, {}});
    addRow("in a body", "curl https://a.example/t -d \"refresh_token=$RT&client_id=c1\"",
           {{u"POST https://a.example/t 0"_s},
            {},
            {},
            variable + QStringList{u"capture.no_token"_s},
            {}});
    addRow("a variable elsewhere is no finding",
           "curl -H 'Authorization: Bearer JWT0' -H \"X-Id: $ID\" $BASE/me",
           {{u"GET $BASE/me 0"_s}, {authorized}, {"JWT0"}, {}, {}});
}

void TestCurl::readsCommand_data()
{
    commandcases::addColumns();
    addSpellings();
    addBodies();
    addPlaces();
    addVariables();
}

void TestCurl::readsCommand()
{
    commandcases::checkRow(false);
}

void TestCurl::readsCommandWithCrLf()
{
    commandcases::checkRow(true);
}

//! "Copy as cURL (cmd)" of Chrome, old and new, and of Firefox.
void TestCurl::readsCmdCommand_data()
{
    commandcases::addColumns();
    const QStringList post{u"POST https://a.example/t?x=1&y=%41 0"_s};
    const QStringList seen{authorized, u"json id_token request id_token"_s};
    addRow(
        "Chrome with carets",
        "curl ^\"https://a.example/t?x=1^&y=^%^41^\" ^\n"
        "  -H ^\"authorization: Bearer JWT0^\" ^\n"
        "  -H ^\"content-type: application/json^\" ^\n"
        "  --data-raw ^\"^{^\\^\"id_token^\\^\":^\\^\"ID0^\\^\"^}^\"",
        {post, {u"header authorization request access_token"_s, seen[1]}, {"JWT0", "ID0"}, {}, {}});
    addRow("backslashes before quotes",
           "curl \"https://a.example/t?x=1&y=%41\" ^\n  -H \"Authorization: Bearer JWT0\" ^\n"
           "  -H \"Content-Type: application/json\" ^\n"
           "  --data-raw \"{\\\"id_token\\\":\\\"ID0\\\"}\"",
           {post, seen, {"JWT0", "ID0"}, {}, {}});
    addRow("doubled quotes",
           "curl \"https://a.example/t?x=1&y=%41\" -H \"Authorization: Bearer JWT0\" "
           "-H \"Content-Type: application/json\" -d \"{\"\"id_token\"\":\"\"ID0\"\"}\"",
           {post, seen, {"JWT0", "ID0"}, {}, {}});
}

void TestCurl::readsCmdCommand()
{
    commandcases::checkRow(false);
    commandcases::checkRow(true);
}

void TestCurl::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("prose") << "I used curl to get it, and curl -v showed nothing."_ba;
    QTest::newRow("an option in prose") << "the curl -H option sends a header"_ba;
    QTest::newRow("a name") << "curly braces, libcurl 8.1, curl/7.88.1"_ba;
    QTest::newRow("nothing behind") << "curl"_ba;
    QTest::newRow("blanks behind") << "curl   \n"_ba;
    QTest::newRow("cut in an option") << "curl -H"_ba;
    QTest::newRow("open quote") << "curl -H '"_ba;
    QTest::newRow("settings of others")
        << "url = \"https://a.example/me\"\nname = \"x\"\nheader = \"A\"\n"_ba;
    QTest::newRow("a mark of an image in prose") << "curl: option -H: requires parameter"_ba;
}

void TestCurl::keepsPlacesOfRewrittenTokens()
{
    const QByteArray token = capturecases::jwt();
    const QByteArray text
        = "curl -H $'Authorization: Bearer \\x65" + token.mid(1) + "' https://a.example/";
    const capture::Capture capture = capture::read(text);
    QCOMPARE(capturecases::tokens(capture), {token});
    QCOMPARE(capturecases::places(capture), {"\\x65" + token.mid(1)});
}

void TestCurl::spansTheCommand()
{
    const QByteArray command = "curl \\\n https://a.example/1"_ba;
    const capture::Capture capture = capture::read("Look:\n$ sudo " + command + " | jq .\nThanks");
    QCOMPARE(capture.requests.size(), 1);
    QCOMPARE(capture.text.mid(capture.requests[0].span.start, capture.requests[0].span.size()),
             command + " ");
    QCOMPARE(capture.form, "curl"_L1);
}

void TestCurl::endsAnywhere()
{
    commandcases::checkEndsAnywhere(commandcases::filled(
        "curl ^\"https://a.example/?x=^%^41^\" ^\n -H ^\"authorization: Bearer JWT0^\"\n"
        "curl 'https://a.example' -H $'Authorization: \\u0042earer JWT1' -d \"a=${X}\" `x`\n"));
}

QTEST_GUILESS_MAIN(TestCurl)

#include "tst_curl.moc"
