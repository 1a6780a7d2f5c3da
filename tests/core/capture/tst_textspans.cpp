// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "spancases.h"

#include <QStringConverter>

using namespace Qt::Literals::StringLiterals;
using spancases::as;
using spancases::row;

//! Tokens in no form at all, as people paste them: exactly where, and what is told of them.
class TestTextSpans final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBareTokens_data();
    void readsBareTokens() { spancases::checkRow(); }
    void readsNamedSecrets_data();
    void readsNamedSecrets() { spancases::checkRow(); }
    void judgesLoneCredentials_data();
    void judgesLoneCredentials() { spancases::checkRow(); }
    void readsBrokenTokens_data();
    void readsBrokenTokens() { spancases::checkRow(); }
    void readsEncodedTokens_data();
    void readsEncodedTokens() { spancases::checkRow(); }
    void takesANestedTokenForOne();
    void readsShortenedTokens_data();
    void readsShortenedTokens();
    void readsProse_data();
    void readsProse() { spancases::checkRow(); }
    void readsEncodings_data();
    void readsEncodings();
};

namespace {

const QByteArray bare = "text unknown access_token";
const QByteArray credential = "header Authorization unknown access_token";

//! A line break, and what stands before the next line, after each `width` characters.
QByteArray wrapped(QByteArray text, qsizetype width, const QByteArray &with)
{
    for (qsizetype at = width; at < text.size(); at += width + with.size())
        text.insert(at, with);
    return text;
}

} // namespace

void TestTextSpans::readsBareTokens_data()
{
    spancases::addColumns();
    row("alone", "⟦JWT0⟧", {"text", {}, {bare}});
    row("newline", "⟦JWT0⟧\n", {"text", {}, {bare}});
    row("CRLF and an empty line", "⟦JWT0⟧\r\n\r\n", {"text", {}, {bare}});
    row("blanks around", " \t ⟦JWT0⟧ \t", {"text", {}, {bare}});
    row("no-break space around", "\u00A0⟦JWT0⟧\u00A0", {"text", {}, {bare}});
    row("zero-width space around", "\u200B⟦JWT0⟧\u200B", {"text", {}, {bare}});
    row("byte order mark within", "x\n\uFEFF⟦JWT0⟧", {"text", {}, {bare}});
    row("comma", "⟦JWT0⟧,", {"text", {}, {bare}});
    row("semicolon", "⟦JWT0⟧;", {"text", {}, {bare}});
    row("full stop", "⟦JWT0⟧.", {"text", {}, {bare}});
    row("colon", "⟦JWT0⟧:", {"text", {}, {bare}});
    row("question mark", "⟦JWT0⟧?", {"text", {}, {bare}});
    row("double quotes", "\"⟦JWT0⟧\"", {"text", {}, {bare}});
    row("single quotes", "'⟦JWT0⟧'", {"text", {}, {bare}});
    row("backticks", "`⟦JWT0⟧`", {"text", {}, {bare}});
    row("three backticks", "```\n⟦JWT0⟧\n```", {"text", {}, {bare}});
    row("typographic quotes", "“⟦JWT0⟧”", {"text", {}, {bare}});
    row("typographic single quotes", "‘⟦JWT0⟧’", {"text", {}, {bare}});
    row("German quotes", "„⟦JWT0⟧“", {"text", {}, {bare}});
    row("French quotes", "«⟦JWT0⟧»", {"text", {}, {bare}});
    row("quotes and a comma", "\"⟦JWT0⟧\",\n", {"text", {}, {bare}});
    row("brackets", "(⟦JWT0⟧)", {"text", {}, {bare}});
    row("square brackets", "[⟦JWT0⟧]", {"text", {}, {bare}});
    row("angle brackets", "<⟦JWT0⟧>", {"text", {}, {bare}});
    row("a tag around", "x <b>⟦JWT0⟧</b>", {"text", {}, {bare}});
    row("stars of Markdown", "**⟦JWT0⟧**", {"text", {}, {bare}});
    row("a bullet", "- ⟦JWT0⟧", {"text", {}, {bare}});
    row("a table of Markdown", "| a | ⟦JWT0⟧ |", {"text", {}, {bare}});
    row("Bearer", "Bearer ⟦JWT0⟧", {"text", {}, {credential}});
    row("Bearer in quotes", "\"Bearer ⟦JWT0⟧\"", {"text", {}, {credential}});
    row("Bearer in typographic quotes", "“Bearer ⟦JWT0⟧”,", {"text", {}, {credential}});
    row("Bearer before quotes", "Bearer \"⟦JWT0⟧\"", {"text", {}, {credential + " [quotes]"}});
    row("ID token", "⟦ID0⟧", {"text", {}, {"text unknown id_token"}});
    row("refresh token", "⟦RT0⟧", {"text", {}, {"text unknown uuid_secret"}});
    row("refresh token in quotes", "'⟦RT0⟧',", {"text", {}, {"text unknown uuid_secret"}});
    row("two on a line", "⟦JWT0⟧ ⟦JWT1⟧", {"text", {}, {bare, bare}});
    row("two with a comma", "⟦JWT0⟧,⟦JWT1⟧", {"text", {}, {bare, bare}});
    row("one a line", "⟦JWT0⟧\n⟦ID0⟧\n⟦RT0⟧\n⟦JWT1⟧\n",
        {"text", {}, {bare, "text unknown id_token", "text unknown uuid_secret", bare}});
    row("the same twice", "⟦JWT0⟧\n⟦JWT0⟧", {"text", {}, {bare, bare}});
}

//! 32 letters and digits are a token where a name says so, or where they are all there is.
void TestTextSpans::readsNamedSecrets_data()
{
    spancases::addColumns();
    const QByteArray access = " unknown opaque_access_token";
    row("alone", "⟦OP0⟧\n", {"text", {}, {"text unknown opaque_32"}});
    row("alone in quotes", "\"⟦OP0⟧\",\n", {"text", {}, {"text unknown opaque_32"}});
    row("Bearer", "Bearer ⟦OP0⟧", {"text", {}, {"header Authorization" + access}});
    row("DPoP", "DPoP ⟦OP0⟧", {"text", {}, {"header Authorization" + access}});
    row("a header in a sentence", "we send Authorization: Bearer ⟦OP0⟧, and then",
        {"text", {}, {"header Authorization" + access}});
    row("a name with an equals sign", "with access_token=⟦OP0⟧ it works",
        {"text", {}, {"text access_token" + access}});
    row("a name with a colon", "the access_token: ⟦OP0⟧ there",
        {"text", {}, {"text access_token" + access}});
    row("a member", "\"access_token\": \"⟦OP0⟧\",", {"text", {}, {"json access_token" + access}});
    row("a member escaped", R"(x \"accessToken\":\"⟦OP0⟧\" y)",
        {"text", {}, {"json accessToken" + access}});
    row("a code", "and the code=⟦OP0⟧ came back",
        {"text", {}, {"text code unknown authorization_code"}});
    row("a device secret", "It is device_secret=⟦OP0⟧.",
        {"text", {}, {"text device_secret unknown device_secret"}});
    row("the end of a sentence", "It is Bearer ⟦OP0⟧.",
        {"text", {}, {"header Authorization" + access}});
    row("no name", "it says aZ3kQ9mN2pR7tV5wX1yB4cD6fG8hJ0lA here",
        {"text", {}, {}, "capture.no_token"});
    row("another name", "etag=aZ3kQ9mN2pR7tV5wX1yB4cD6fG8hJ0lA and md5: OP0",
        {"text", {}, {}, "capture.no_token"});
    row("33 of them", "access_token=aZ3kQ9mN2pR7tV5wX1yB4cD6fG8hJ0lAB",
        {"text", {}, {}, "capture.no_token"});
    row("part of a longer name", "access_token=x-aZ3kQ9mN2pR7tV5wX1yB4cD6fG8hJ0lA",
        {"text", {}, {}, "capture.no_token"});
    row("letters only", "access_token=abcdefghijklmnopqrstuvwxyzABCDEF there",
        {"text", {}, {}, "capture.no_token"});
    row("alone, with a word", "aZ3kQ9mN2pR7tV5wX1yB4cD6fG8hJ0lA x",
        {"text", {}, {}, "capture.no_token"});
}

//! A header's value that was copied without its name.
void TestTextSpans::judgesLoneCredentials_data()
{
    spancases::addColumns();
    const auto one = [](const char *name, const QByteArray &marked, const char *findings) {
        const QByteArray said
            = QByteArray(findings).isEmpty() ? "" : " [" + QByteArray(findings) + ']';
        row(name, marked, {"text", {}, {credential + said}});
    };
    one("as it belongs", "Bearer ⟦JWT0⟧", "");
    one("twice", "Bearer Bearer ⟦JWT0⟧", "scheme_twice");
    one("twice, in another case", "Bearer bearer ⟦JWT0⟧", "scheme_twice");
    one("two spaces", "Bearer  ⟦JWT0⟧", "two_spaces");
    one("tab", "Bearer\t⟦JWT0⟧", "tab");
    one("no-break space", "Bearer\u00A0⟦JWT0⟧", "other_blank");
    one("lower case", "bearer ⟦JWT0⟧", "lower_case");
    one("colon", "Bearer: ⟦JWT0⟧", "colon");
    one("quotes inside", "Bearer \"⟦JWT0⟧\"", "quotes");
    one("quotes around all", "\"Bearer ⟦JWT0⟧\"", "");
    one("on a line of a text", "It was\nBearer Bearer ⟦JWT0⟧\n", "scheme_twice");
    one("in a sentence", "so the bearer  ⟦JWT0⟧ was sent", "");
    one("a comma of the text", "Bearer ⟦JWT0⟧,", "");
}

void TestTextSpans::readsBrokenTokens_data()
{
    spancases::addColumns();
    const QByteArray token = capturecases::jwt();
    const QByteArray broken = bare + " [line_broken]";
    const auto text
        = [](const QByteArray &name, const QByteArray &writing) { return as(name, writing); };
    // The token keeps the lines together; what stands at the breaks belongs to the span.
    row("64 a line, LF", text("JWT0", wrapped(token, 64, "\n")), {"text", {}, {broken}});
    row("76 a line, CRLF", text("JWT0", wrapped(token, 76, "\r\n")), {"text", {}, {broken}});
    row("lone CR", text("JWT0", wrapped(token, 72, "\r")), {"text", {}, {broken}});
    row("indented", "    " + text("JWT0", wrapped(token, 60, "\n    ")), {"text", {}, {broken}});
    row("tabs", "\t" + text("JWT0", wrapped(token, 60, "\n\t")), {"text", {}, {broken}});
    row("quoted in a mail", "> " + text("JWT0", wrapped(token, 70, "\n> ")),
        {"text", {}, {broken}});
    row("in quotes", "\"" + text("JWT0", wrapped(token, 70, "\n")) + "\"", {"text", {}, {broken}});
    row("behind Bearer", "Bearer " + text("JWT0", wrapped(token, 80, "\n")),
        {"text", {}, {credential + " [line_broken]"}});
    row("a sentence behind", text("JWT0", wrapped(token, 80, "\n")) + "\nThat was it.",
        {"text", {}, {broken}});
    row("another behind",
        text("JWT0", wrapped(token, 80, "\n")) + "\n"
            + text("JWT1", wrapped(capturecases::jwt(1), 80, "\n")),
        {"text", {}, {broken, broken}});
    // Where RSA with 1024 bits would be done with its signature; and behind each hyphen.
    const qsizetype half = token.size() - 171;
    const auto cut = [](QByteArray writing, qsizetype at) { return writing.insert(at, '\n'); };
    row("where a shorter signature would end", text("JWT0", cut(token, half)),
        {"text", {}, {broken}});
    row("and three lines more",
        text("JWT0", cut(cut(cut(cut(token, half + 160), half + 80), half), half - 80)),
        {"text", {}, {broken}});
    row("behind a hyphen of the signature",
        text("JWT0", cut(cut(token, token.size() - 20), token.size() - 200)),
        {"text", {}, {broken}});
    row("quoted-printable", text("JWT0", wrapped(token, 75, "=\n")), {"text", {}, {broken}});
    row("quoted-printable, CRLF", text("JWT0", wrapped(token, 75, "=\r\n")),
        {"text", {}, {broken}});
    row("whole, a word on the next line", "⟦JWT0⟧\nthe_next_line_is_a_long_word_of_thirty_and",
        {"text", {}, {bare}});
}

void TestTextSpans::readsEncodedTokens_data()
{
    spancases::addColumns();
    const QByteArray token = capturecases::jwt();
    const QByteArray dots = QByteArray(token).replace(".", "%2E");
    const QByteArray lower = QByteArray(token).replace(".", "%2e");
    row("dots", as("JWT0", dots), {"text", {}, {bare + " [percent_encoded]"}});
    row("dots in lower case", as("JWT0", lower), {"text", {}, {bare + " [percent_encoded]"}});
    row("Bearer%20", "Bearer%20⟦JWT0⟧", {"text", {}, {credential}});
    row("a parameter in a parameter", "x%3Faccess_token%3D⟦JWT0⟧%26y%3D1",
        {"text", {}, {"query access_token unknown access_token [in_query]"}});
    const QByteArray again = bare + " [double_base64]";
    row("base64 once more", as("JWT0", token.toBase64()) + "\n", {"text", {}, {again}});
    row("base64 once more, in lines", as("JWT0", wrapped(token.toBase64(), 76, "\n")) + "\n",
        {"text", {}, {again}});
    row("base64 once more, with the line break of echo",
        "It says " + as("JWT0", (token + '\n').toBase64()) + ".", {"text", {}, {again}});
    row("base64 once more, named", "token: " + as("JWT0", token.toBase64()) + "\n",
        {"text", {}, {"text token unknown access_token [double_base64]"}});
    row("base64 once more, a member", R"({"token":")" + as("JWT0", token.toBase64()) + "\"}",
        {"json", {}, {"json token unknown access_token [double_base64]"}});
    row("base64 once more, a header",
        "Authorization: Bearer " + as("JWT0", token.toBase64()) + "\n",
        {"headers", {}, {"header Authorization request access_token [double_base64]"}});
    row("base64 that begins so and is no token", "ZXlKIGlzIGhvdyB0aGV5IGJlZ2lu\n",
        {"text", {}, {}, "capture.no_token"});
    row("JSON-escaped text", R"({\"access_token\":\"⟦JWT0⟧\",\"id_token\":\"⟦ID0⟧\"})",
        {"text", {}, {"json access_token unknown access_token", "json id_token unknown id_token"}});
    row("JSON escaped twice", R"({\\\"access_token\\\":\\\"⟦JWT0⟧\\\"})",
        {"text", {}, {"json access_token unknown access_token"}});
    row("quotes as \\u0022", R"({\u0022id_token\u0022:\u0022⟦ID0⟧\u0022})",
        {"text", {}, {"json id_token unknown id_token"}});
    row("a line break as \\n", R"(token:\n⟦JWT0⟧\nbye)", {"text", {}, {bare}});
    row("a tab as \\t", R"(token\t⟦JWT0⟧\tbye)", {"text", {}, {bare}});
    row("a name behind \\n", R"(x\naccess_token=⟦JWT0⟧\n)",
        {"text", {}, {"text access_token unknown access_token"}});
    row("a name behind \\u0026", R"(/cb?x=1\u0026access_token=⟦JWT0⟧)",
        {"text", {}, {"text access_token unknown access_token"}});
    row("HTML references", "x &quot;access_token&quot;:&quot;⟦JWT0⟧&quot;",
        {"text", {}, {"json access_token unknown access_token"}});
}

// RFC 7519 section 5.2: the payload of a nested token is another one, encoded once more by that.
void TestTextSpans::takesANestedTokenForOne()
{
    const auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray signature(342, 'A');
    const QByteArray nested = "eyJhbGciOiJSUzI1NiIsImN0eSI6IkpXVCJ9."
        + capturecases::jwt().toBase64(base64Url) + '.' + signature;
    const QByteArray again = capturecases::jwt().toBase64();
    const capture::Capture capture = capture::read(nested + '\n' + again + '\n' + nested);
    const QList<QByteArray> tokens = capturecases::tokens(capture);
    QCOMPARE(tokens, (QList<QByteArray>{nested, capturecases::jwt(), nested}));
    QCOMPARE(spancases::line(capture.sightings.first()), "text unknown jws");
}

void TestTextSpans::readsShortenedTokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("tokens");
    const auto one = [](const char *text, const char *token) {
        QTest::newRow(text) << QByteArray(text) << QStringList{QString::fromUtf8(token)};
    };
    one("eyJ…abc", "eyJ…abc");
    one("eyJ...abc", "eyJ...abc");
    one("token eyJhbGciOi...x7Q, then", "eyJhbGciOi...x7Q");
    one("\"eyJhbGciOiJSUzI1NiJ9.eyJ…\"", "eyJhbGciOiJSUzI1NiJ9.eyJ…");
    one("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0....", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0...");
    one("eyJhbGciOiJSUzI1NiJ9.***", "eyJhbGciOiJSUzI1NiJ9.***");
    one("eyJhbGciOiJSUzI1NiJ9.•••.abc", "eyJhbGciOiJSUzI1NiJ9.•••.abc");
    one("eyJhbGci[...]abc", "eyJhbGci[...]abc");
    one("Authorization: Bearer eyJ...", "eyJ...");
    one("eyJ0...", "eyJ0...");
    QTest::newRow("what all begin with")
        << "They begin with eyJ... or \"eyJ…\"."_ba << QStringList();
    QTest::newRow("parts that hold nothing") << "like eyJ.eyJ.sig"_ba << QStringList();
    QTest::newRow("words that begin so") << "keyJ...abc"_ba << QStringList();
    QTest::newRow("dots in a sentence") << "So eyes... and eye...ball"_ba << QStringList();
}

void TestTextSpans::readsShortenedTokens()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, tokens);
    const capture::Capture capture = capture::read(text);
    QStringList read;
    for (const capture::Sighting &sighting : capture.sightings) {
        read += QString::fromUtf8(sighting.token);
        QCOMPARE(text.mid(sighting.span.start, sighting.span.size()), sighting.token);
        QCOMPARE(capturecases::ids(sighting.findings), QStringList{u"carrying.shortened"_s});
    }
    QCOMPARE(read, tokens);
}

void TestTextSpans::readsProse_data()
{
    spancases::addColumns();
    row("a sentence", "The token ⟦JWT0⟧ is refused.", {"text", {}, {bare}});
    row("its end", "What is wrong with ⟦JWT0⟧?", {"text", {}, {bare}});
    row("a name and a colon", "Access token: ⟦JWT0⟧",
        {"text", {}, {"text token unknown access_token"}});
    row("a name as OAuth writes it", "access_token: ⟦JWT0⟧",
        {"text", {}, {"text access_token unknown access_token"}});
    row("a name and an equals sign", "we sent id_token=⟦ID0⟧ there",
        {"text", {}, {"text id_token unknown id_token"}});
    row("an arrow", "access_token => ⟦JWT0⟧",
        {"text", {}, {"text access_token unknown access_token"}});
    row("a URL", "See https://a.example/cb?access_token=⟦JWT0⟧&x=1 and say",
        {"text", {}, {"query access_token unknown access_token [in_query]"}});
    row("a path in a URL", "https://a.example/login?next=%2Fcb%3Faccess_token%3D⟦JWT0⟧",
        {"text", {}, {"query access_token unknown access_token [in_query]"}});
    row("the body of a form, alone", "grant_type=refresh_token&client_id=c1&refresh_token=⟦RT0⟧\n",
        {"form", {}, {"form refresh_token request refresh_token"}});
    row("the same, of an answer", "access_token=⟦JWT0⟧&token_type=bearer",
        {"form", {}, {"form access_token unknown access_token"}});
    row("no names of OAuth", "code=SUMMER2026SUMMER&ref=mail",
        {"text", {}, {}, "capture.no_token"});
    row("a URL's fragment", "See <https://a.example/cb#id_token=⟦ID0⟧&x=1>.",
        {"text", {}, {"fragment id_token unknown id_token [in_fragment]"}});
    row("a code in a URL", "then https://a.example/cb?code=⟦OP0⟧&state=1",
        {"text", {}, {"query code unknown authorization_code"}});
    row("a header in a sentence", "We send Authorization: Bearer ⟦JWT0⟧ with it",
        {"text", {}, {credential}});
    row("a header in backticks", "We send `Authorization: Bearer ⟦JWT0⟧`.",
        {"text", {}, {credential}});
    row("two in a sentence", "First ⟦JWT0⟧, then ⟦JWT1⟧.", {"text", {}, {bare, bare}});
    row("strings put together", R"(header("Authorization", "Bearer " + "⟦JWT0⟧"))",
        {"text", {}, {credential}});
    row("strings put together, PHP", "'Authorization: Bearer ' . '⟦JWT0⟧'",
        {"text", {}, {credential}});
    row("a scheme and its credential", R"(new AuthenticationHeaderValue("Bearer", "⟦JWT0⟧"))",
        {"text", {}, {credential}});
    row("a call that says so", R"(request.setBearerAuth("⟦JWT0⟧"))", {"text", {}, {credential}});
    row("a name and a value", R"(localStorage.setItem("access_token", "⟦JWT0⟧"))",
        {"text", {}, {"text access_token unknown access_token"}});
    row("a header and its value", R"(.header("X-Access-Token", "⟦JWT0⟧"))",
        {"text", {}, {"header X-Access-Token unknown access_token"}});
    row("another string before", R"(f("user", "⟦JWT0⟧"))", {"text", {}, {bare}});
    row("an option", "kubectl get pods --token ⟦JWT0⟧ -A",
        {"text", {}, {"text token unknown access_token"}});
    row("an option and an equals sign", "kubectl --token=⟦JWT0⟧ get pods",
        {"text", {}, {"text token unknown access_token"}});
    row("an element", "<a:access_token>⟦JWT0⟧</a:access_token>",
        {"text", {}, {"text access_token unknown access_token"}});
    row("an element's name", R"(<string name="id_token">⟦ID0⟧</string>)",
        {"text", {}, {"text id_token unknown id_token"}});
    row("words only", "The bearer of this token is eyeing a session.",
        {"text", {}, {}, "capture.no_token"});
    row("a file name", "see eyJ.png and eyA.txt", {"text", {}, {}, "capture.no_token"});
    row("an identifier", "build 8c1d4a9e-2c47-4f0e-9a53-0e6d3c1b7a11 failed",
        {"text", {}, {}, "capture.no_token"});
}

void TestTextSpans::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told");
    const QByteArray plain = "Größe: " + capturecases::jwt();
    const QString utf16 = QString::fromUtf8(plain);
    const auto bytesOf = [&](QStringConverter::Encoding encoding) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        return QByteArray(encoder.encode(utf16));
    };
    QTest::newRow("UTF-8") << plain << plain << QString();
    QTest::newRow("UTF-8, marked") << "\xEF\xBB\xBF" + plain << plain << QString();
    QTest::newRow("UTF-16, little")
        << bytesOf(QStringConverter::Utf16LE) << plain << u"capture.encoding"_s;
    QTest::newRow("UTF-16, big") << bytesOf(QStringConverter::Utf16BE) << plain
                                 << u"capture.encoding"_s;
    QTest::newRow("UTF-32") << bytesOf(QStringConverter::Utf32LE) << plain << u"capture.encoding"_s;
    const QByteArray latin = "Gr\xF6\xDF"
                             "e: "
        + capturecases::jwt();
    QTest::newRow("Latin-1") << latin << latin << QString();
    const QByteArray mixed = "\xF6 \xC3\xB6 \xFF\xFE: " + capturecases::jwt();
    QTest::newRow("several in one") << mixed << mixed << QString();
}

//! Spans are those of the UTF-8 text that the capture hands out.
void TestTextSpans::readsEncodings()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, told);
    const capture::Capture capture = capture::read(bytes);
    QCOMPARE(capture.text, text);
    QCOMPARE(capturecases::places(capture), QList{capturecases::jwt()});
    QCOMPARE(capturecases::ids(capture.findings).join(u' '), told);
}

QTEST_GUILESS_MAIN(TestTextSpans)

#include "tst_textspans.moc"
