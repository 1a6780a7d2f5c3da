// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "commandcases.h"

#include <QStringConverter>

using namespace Qt::Literals::StringLiterals;
using commandcases::addRow;

//! Captures as other programs leave them: shells with their variables, terminals with their
//! colours, files in UTF-16, manifests, and what people cut out of curl's output.
class TestForeignCaptures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCapture_data();
    void readsCapture() { commandcases::checkRow(false); }
    void readsCaptureWithCrLf_data() { readsCapture_data(); }
    void readsCaptureWithCrLf() { commandcases::checkRow(true); }
    void readsUtf16_data();
    void readsUtf16();
    void leavesBinaryAlone();
    void namesFiles_data();
    void namesFiles();
    void putsInNoMoreThanThereIsToSpend();

private:
    void addVariables();
    void addArrows();
    void addManifests();
    void addCookies();
};

namespace {

const QString authorized = u"header Authorization request access_token"_s;
const QString environment = u"environment TOKEN unknown access_token"_s;
const QStringList got{u"GET https://a.example/me 0"_s};

} // namespace

//! The token stands where the capture sets the variable, and is sent where the command names it.
void TestForeignCaptures::addVariables()
{
    const auto row = [](const char *name, const char *text, const QByteArray &variable) {
        addRow(name, text,
               {got, {environment, authorized}, {"JWT0", "JWT0"}, {}, {"JWT0", variable}});
    };
    row("set before the command",
        "TOKEN=JWT0 curl -H \"Authorization: Bearer $TOKEN\" https://a.example/me\n", "$TOKEN");
    row("set on the line before",
        "TOKEN=JWT0\ncurl -H \"Authorization: Bearer ${TOKEN}\" https://a.example/me\n",
        "${TOKEN}");
    row("exported, quoted, on the same line",
        "export TOKEN=\"JWT0\"; curl -H \"Authorization: Bearer $TOKEN\" https://a.example/me\n",
        "$TOKEN");
    row("set and then",
        "TOKEN=JWT0 && curl -H \"Authorization: Bearer $TOKEN\" https://a.example/me\n", "$TOKEN");
    row("set with others",
        "TOKEN=JWT0 URL=https://a.example curl -H \"Authorization: Bearer $TOKEN\" $URL/me\n",
        "$TOKEN");
    row("for cmd",
        "set TOKEN=JWT0\ncurl -H \"Authorization: Bearer %TOKEN%\" https://a.example/me\n",
        "%TOKEN%");
    row("for HTTPie", "TOKEN=JWT0\nhttp https://a.example/me \"Authorization: Bearer $TOKEN\"\n",
        "$TOKEN");
    row("for wget",
        "TOKEN=JWT0\nwget --header=\"Authorization: Bearer $TOKEN\" https://a.example/me\n",
        "$TOKEN");
    addRow("in small letters",
           "token='JWT0'\ncurl -H \"Authorization: Bearer $token\" https://a.example/me\n",
           {got,
            {u"environment token unknown access_token"_s, authorized},
            {"JWT0", "JWT0"},
            {},
            {"JWT0", "$token"}});
    addRow("a short token, a path",
           "TOKEN=HS0 /usr/bin/curl -H \"Authorization: Bearer $TOKEN\" https://a.example/me\n",
           {got,
            {u"environment TOKEN unknown jwt"_s, u"header Authorization request jwt"_s},
            {"HS0", "HS0"},
            {},
            {"HS0", "$TOKEN"}});
    addRow("set elsewhere",
           "OTHER=JWT0\ncurl -H \"Authorization: Bearer $TOKEN\" https://a.example/me\n",
           {got,
            {u"environment OTHER unknown access_token"_s},
            {"JWT0"},
            {u"carrying.variable"_s},
            {}});
    addRow("a name of several words in a file", "NAME=My curl app\nTOKEN=JWT0\n",
           {{}, {environment}, {"JWT0"}, {}, {}});
    addRow("a form is no variable", "code=abc&token=JWT0\n",
           {{}, {u"form token unknown access_token"_s}, {"JWT0"}, {}, {}});
}

//! What is left of `curl -v` when its remarks, or its first line, were not copied.
void TestForeignCaptures::addArrows()
{
    const QString header = authorized;
    addRow("no version",
           "> GET /me\n> Host: a.example\n> Authorization: Bearer JWT0\n< HTTP/1.1 401\n",
           {{u"GET https://a.example/me 401"_s}, {header}, {"JWT0"}, {}, {}});
    addRow("no first line",
           "> Host: a.example\n> Authorization: Bearer JWT0\n>\n"
           "< HTTP/1.1 401 Unauthorized\n",
           {{u"  401"_s}, {header}, {"JWT0"}, {}, {}});
    addRow("a quoted mail", "> Authorization: Bearer JWT0\nIs that right?\n",
           {{}, {u"header Authorization unknown access_token"_s}, {"JWT0"}, {}, {}});
    addRow("colours of a terminal",
           "\x1b[32mGET\x1b[39;49;00m \x1b[04m/me\x1b[39m HTTP/1.1\nHost: a.example\n"
           "\x1b[36mAuthorization\x1b[39m: Bearer \x1b[33mJWT0\x1b[39m\n\n",
           {{u"GET https://a.example/me 0"_s}, {header}, {"JWT0"}, {}, {}});
}

void TestForeignCaptures::addManifests()
{
    addRow("the environment of a container",
           "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: app\n    env:\n"
           "    - name: TOKEN\n      value: \"JWT0\"\n    - name: OTHER\n      value: x\n",
           {{}, {environment}, {"JWT0"}, {}, {}});
    addRow("a token elsewhere",
           "apiVersion: v1\nkind: Config\nusers:\n- name: me\n  user:\n    token: JWT0\n"
           "    args: [--header, \"Authorization: Bearer JWT1\"]\n",
           {{},
            {u"text token unknown access_token"_s, u"header Authorization unknown access_token"_s},
            {"JWT0", "JWT1"},
            {},
            {}});
}

//! A cookie stays the carrier of what is in it.
void TestForeignCaptures::addCookies()
{
    const QByteArray head = "GET /me HTTP/1.1\nHost: a.example\nCookie: ";
    addRow("JSON in a cookie",
           head
               + R"(auth={"access_token":"JWT0","user":{"id_token":"ID0"}})"
                 "\n\n",
           {got,
            {u"cookie auth.access_token request access_token"_s,
             u"cookie auth.id_token request id_token"_s},
            {"JWT0", "ID0"},
            {},
            {}});
    const QByteArray token = capturecases::jwt();
    const QByteArray pieces
        = "s.0=" + token.first(300) + "; theme=dark; s.1=" + token.sliced(300) + "\n\n";
    addRow("a token in numbered cookies", head + pieces,
           {got,
            {u"cookie s request access_token"_s},
            {"JWT0"},
            {u"carrying.chunked"_s},
            {pieces.sliced(4, pieces.size() - 6)}});
    addRow("a name that ends in a number", head + "token1=JWT0\n\n",
           {got, {u"cookie token1 request access_token"_s}, {"JWT0"}, {}, {}});
    addRow(
        "a query in a line with a number sign",
        "2026/09/21 14:40:00 [error] 31#31: *1 refused, request: \"GET /me?access_token=JWT0\"\n",
        {{u"GET /me?access_token="_s + QString::fromLatin1(token) + u" 0"_s},
         {u"query access_token request access_token"_s},
         {"JWT0"},
         {u"carrying.in_query"_s},
         {}});
    const QByteArray twice = QByteArray(capturecases::jwt()).replace('.', "%252E");
    addRow(
        "percent-encoded twice, in a URL", "https://a.example/cb?token=" + twice + "\n",
        {{}, {u"query token unknown access_token"_s}, {"JWT0"}, {u"carrying.in_query"_s}, {twice}});
    addRow(
        "percent-encoded twice, alone", twice + "\n",
        {{}, {u"text unknown access_token"_s}, {"JWT0"}, {u"carrying.percent_encoded"_s}, {twice}});
}

void TestForeignCaptures::readsCapture_data()
{
    commandcases::addColumns();
    addVariables();
    addArrows();
    addManifests();
    addCookies();
}

void TestForeignCaptures::readsUtf16_data()
{
    QTest::addColumn<QStringConverter::Encoding>("encoding");
    QTest::addColumn<bool>("hasMark");
    QTest::newRow("LE") << QStringConverter::Utf16LE << true;
    QTest::newRow("BE") << QStringConverter::Utf16BE << true;
    QTest::newRow("LE, its mark lost") << QStringConverter::Utf16LE << false;
    QTest::newRow("BE, its mark lost") << QStringConverter::Utf16BE << false;
}

//! PowerShell's `>` writes UTF-16LE; a part of such a file has no byte order mark.
void TestForeignCaptures::readsUtf16()
{
    QFETCH(QStringConverter::Encoding, encoding);
    QFETCH(bool, hasMark);
    const QString text = u"> GET /me HTTP/1.1\r\n> Host: a.example\r\n> Authorization: Bearer "_s
        + QString::fromLatin1(capturecases::jwt()) + u"\r\n> \r\n< HTTP/1.1 401 Müde\r\n< \r\n"_s;
    QStringEncoder encoder(
        encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    const QByteArray bytes = encoder.encode(text);
    const capture::Capture capture = capture::read(bytes);
    QCOMPARE(capturecases::requests(capture), QStringList{u"GET https://a.example/me 401"_s});
    QCOMPARE(capturecases::seen(capture), QStringList{authorized});
    QCOMPARE(capturecases::places(capture), QList<QByteArray>{capturecases::jwt()});
    QCOMPARE(capturecases::ids(capture.findings), QStringList{u"capture.encoding"_s});
}

void TestForeignCaptures::leavesBinaryAlone()
{
    QByteArray bytes;
    for (int i = 0; i < 2'000; ++i)
        bytes.append(i % 3 == 0 ? '\0' : char(i % 251));
    const capture::Capture capture = capture::read(bytes);
    QCOMPARE(capturecases::ids(capture.findings), QStringList{u"capture.binary"_s});
}

void TestForeignCaptures::namesFiles_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QStringList>("files");
    const auto row = [](const char *command, const QStringList &files) {
        QTest::newRow(command) << QByteArray(command) << files;
    };
    row("curl -H @headers.txt https://a.example/", {u"headers.txt"_s});
    row("curl -d @body.json https://a.example/", {u"body.json"_s});
    row("curl --json @body.json https://a.example/", {u"body.json"_s});
    row("curl --data-urlencode token@t.txt https://a.example/", {u"t.txt"_s});
    row("curl -b jar.txt https://a.example/", {u"jar.txt"_s});
    row("curl -F 'token=@t.txt;type=text/plain' -F 'other=<o.txt' https://a.example/",
        {u"t.txt"_s, u"o.txt"_s});
    row("wget --post-file=body.txt --load-cookies jar.txt https://a.example/",
        {u"body.txt"_s, u"jar.txt"_s});
    row("http POST https://a.example/ token=@t.txt file@f.bin", {u"t.txt"_s, u"f.bin"_s});
    row("curl -b 'a=b' -d 'a=b' https://a.example/", {});
    row("curl -d @- https://a.example/", {});
}

void TestForeignCaptures::namesFiles()
{
    QFETCH(QByteArray, command);
    QFETCH(QStringList, files);
    const capture::Capture capture = capture::read(command);
    QStringList named;
    for (const base::Finding &finding : capture.findings) {
        if (finding.id == "capture.file"_L1)
            named.append(finding.found);
    }
    QCOMPARE(named, files);
    QCOMPARE(capture.requests.size(), 1);
}

//! A variable can be used as often as it is long.
void TestForeignCaptures::putsInNoMoreThanThereIsToSpend()
{
    QByteArray text = "A=" + QByteArray(60'000, 'x') + '\n';
    for (int i = 0; i < 2'000; ++i)
        text += "curl -H \"X: $A\" https://a.example/\n";
    QCOMPARE(capture::read(text).requests.size(), 2'000);
}

QTEST_GUILESS_MAIN(TestForeignCaptures)
#include "tst_foreigncaptures.moc"
