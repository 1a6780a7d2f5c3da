// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace capturecases;

//! The small forms: environment files, manifests, tables of developer tools, pages, multipart.
class TestDocuments final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTokens_data();
    void findsTokens();
    void inventsNothing_data();
    void inventsNothing();
    void marksBase64AsAWhole();
    void readsAFileInASecret();
    void takesAFormAsTheRequestItWillSend();
    void readsPagesOfAnyMarkup_data();
    void readsPagesOfAnyMarkup();
    void readsMultipart_data();
    void readsMultipart();
    void leavesTheRestOfAMixedText();
    void survivesTruncationAnywhere();
    void isLinear_data();
    void isLinear();
};

void TestDocuments::findsTokens_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    const QByteArray token = jwt();
    const QStringList access{u"environment ACCESS_TOKEN unknown access_token"_s};
    const auto row
        = [](const char *name, const QString &form, const QByteArray &text,
             const QStringList &expected) { QTest::newRow(name) << form << text << expected; };
    row("bare", u"env"_s, "# test\nPORT=8080\nACCESS_TOKEN=" + token + "\n", access);
    row("comment behind", u"env"_s, "ACCESS_TOKEN=" + token + " # of Monday\r\nPORT=1\r\n", access);
    row("export, quotes", u"env"_s, "export ACCESS_TOKEN=\"" + token + "\"\n", access);
    row("apostrophes", u"env"_s, "ACCESS_TOKEN='" + token + "'", access);
    row("set of Windows", u"env"_s, "set ACCESS_TOKEN=" + token + "\r\n", access);
    row("ENV of a container file", u"env"_s, "ENV ACCESS_TOKEN=" + token + "\n", access);
    row("a list of compose", u"env"_s, "      - ACCESS_TOKEN=" + token + "\n", access);
    row("over lines", u"env"_s, "KEY=\"a\nb\\\"\nc\"\nACCESS_TOKEN=" + token + "\n", access);
    row("with its scheme", u"env"_s, "AUTH=\"Bearer " + token + "\"\n",
        {u"environment AUTH unknown access_token"_s});
    row("opaque", u"env"_s, "REFRESH_TOKEN=" + refreshToken() + "\n",
        {u"environment REFRESH_TOKEN unknown refresh_token"_s});
    row("secret in plain", u"kubernetes"_s,
        "apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nstringData:\n  access_token: \""
            + token + "\"\ntype: Opaque\n",
        {u"secret access_token unknown access_token"_s});
    row("storage", u"storage"_s, "theme\tdark\naccess_token\t" + token + "\nlang\ten\n",
        {u"storage access_token unknown access_token"_s});
    row("storage with JSON", u"storage"_s,
        "oidc.user:https://p:c1\t{\"id_token\":\"" + idToken() + "\"}\n",
        {u"storage oidc.user:https://p:c1.id_token unknown id_token"_s});
    row("cookies of developer tools", u"cookies"_s,
        "session\t" + refreshToken()
            + "\tp.example.com\t/\t2027-01-01T00:00:00.000Z\t69\t✓\t✓\tLax\n"
            + "lang\ten\tp.example.com\t/\tSession\t6\n",
        {u"cookie session unknown session_cookie"_s});
    row("a long cookie of developer tools", u"cookies"_s,
        "app_access_token\t"
            + jws("{\"alg\":\"RS256\"}", "{\"sub\":\"" + QByteArray(600, 'x') + "\"}")
            + "\tp.example.com\t/\tSession\t6\n",
        {u"cookie app_access_token unknown jwt"_s});
    row("cookie file", u"cookies"_s,
        "# Netscape HTTP Cookie File\n\n#HttpOnly_p.example.com\tFALSE\t/\tTRUE\t0\tsession\t"
            + refreshToken() + "\n",
        {u"cookie session unknown session_cookie"_s});
}

void TestDocuments::findsTokens()
{
    QFETCH(QString, form);
    QFETCH(QByteArray, text);
    QFETCH(QStringList, expected);
    const capture::Capture capture = capture::read(text);
    QCOMPARE(seen(capture), expected);
    QCOMPARE(places(capture), tokens(capture));
    QCOMPARE(QString(capture.form), form);
}

void TestDocuments::inventsNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("settings") << "PORT=8080\nHOST=a.example\nISSUER=https://p.authgear.cloud\n"_ba;
    QTest::newRow("names and values in prose") << "We set a=b and CODE==5\nOK = fine\n"_ba;
    QTest::newRow("empty values") << "ACCESS_TOKEN=\nREFRESH_TOKEN=\"\"\nID_TOKEN='\n"_ba;
    QTest::newRow("a table") << "name\tcode\nAnna\t12\ntoken count\t7\n"_ba;
    QTest::newRow("a manifest without secrets")
        << "apiVersion: v1\nkind: ConfigMap\ndata:\n  mode: production\n  port: \"8080\"\n"_ba;
    QTest::newRow("the framework's session") << "session\tabcdef\ta.example\t/\tSession\t6\n"_ba;
    QTest::newRow("a login form")
        << "<html><body><form action=\"/login\" method=\"post\"><input type=\"hidden\" "
           "name=\"csrf_token\" value=\"x\"><input name=\"code\"></form></body></html>"_ba;
    QTest::newRow("angle brackets in prose") << "<token> and <code> and a < b\n<\n<!\n"_ba;
}

void TestDocuments::inventsNothing()
{
    QFETCH(QByteArray, text);
    QCOMPARE(seen(capture::read(text)), QStringList());
}

// RFC 4648: which of the encoded characters holds which byte helps nobody.
void TestDocuments::marksBase64AsAWhole()
{
    const QByteArray encoded = jwt().toBase64();
    for (const QByteArray &written : {encoded, "\"" + encoded + "\"", "|\n    " + encoded}) {
        const capture::Capture capture = capture::read(
            "kind: Secret\napiVersion: v1\ndata:\n  token: " + written + "\n  other: YWJj\n");
        QCOMPARE(seen(capture), QStringList{u"secret token unknown access_token"_s});
        QCOMPARE(tokens(capture), QList<QByteArray>{jwt()});
        QCOMPARE(places(capture).first().trimmed(), encoded);
    }
}

void TestDocuments::readsAFileInASecret()
{
    const QByteArray file = "{\n  \"refresh_token\": \"" + refreshToken() + "\"\n}\n";
    const capture::Capture capture = capture::read(
        "apiVersion: v1\ndata:\n  config.json: " + file.toBase64() + "\nkind: Secret\n");
    QCOMPARE(seen(capture), QStringList{u"json refresh_token unknown refresh_token"_s});
}

// OAuth 2.0 Form Post Response Mode, section 2.
void TestDocuments::takesAFormAsTheRequestItWillSend()
{
    const QByteArray text
        = "<html>\n<head><title>Submit This Form</title></head>\n"
          "<body onload=\"javascript:document.forms[0].submit()\">\n"
          "<form method=\"post\" action=\"https://client.example.org/callback\">\n"
          "<input type=\"hidden\" name=\"state\" value=\"DcP7csa3hMlvybERqcieLHrRzKBra\"/>\n"
          "<input type=\"hidden\" name=\"id_token\" value=\""
        + idToken() + "\"/>\n</form>\n</body>\n</html>\n";
    const capture::Capture capture = capture::read(text);
    QCOMPARE(capture.form, "html"_L1);
    QCOMPARE(seen(capture), QStringList{u"html id_token response id_token"_s});
    QCOMPARE(places(capture), QList<QByteArray>{idToken()});
    QCOMPARE(requests(capture), QStringList{u"POST https://client.example.org/callback 0"_s});
    const base::Span span = capture.requests.first().span;
    QVERIFY(text.mid(span.start, span.size()).startsWith("<form"));
    QVERIFY(text.mid(span.start, span.size()).endsWith("</form>"));
}

void TestDocuments::readsPagesOfAnyMarkup_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    const QByteArray code = opaque();
    const QStringList asField{u"html code response authorization_code"_s};
    const QStringList asQuery{u"query code response authorization_code"_s};
    QTest::newRow("order of attributes")
        << "<form action=/cb method=POST><input value='" + code + "' type=hidden name=code></form>"
        << asField;
    QTest::newRow("no quotes, capitals")
        << "<FORM ACTION=/cb><INPUT NAME=code VALUE=" + code + " TYPE=HIDDEN></FORM>" << asField;
    QTest::newRow("references") << "<form action=/cb><input name=code value=\""
            + QByteArray(code).replace("Z", "&#90;")
            + "\"></form>" << asField;
    QTest::newRow("meta refresh") << "<html><head><meta http-equiv=\"refresh\" "
                                     "content=\"0;url=https://rp/cb?state=1&amp;code="
            + code
            + "\"></head></html>" << asQuery;
    QTest::newRow("script")
        << "<html><script>window.location.href = \"https:\\/\\/rp\\/cb?state=1\\u0026code=" + code
            + "\";</script></html>"
        << asQuery;
    QTest::newRow("link") << "<html><a href=\"https://rp/cb?code=" + code + "\">go on</a></html>"
                          << asQuery;
    QTest::newRow("in a comment") << "<html><!-- <input name=\"code\" value=\"" + code
            + "\"> --></html>" << QStringList();
    QTest::newRow("JWT in the text")
        << "<html><p>" + jwt() + "</p></html>" << QStringList{u"text response access_token"_s};
}

void TestDocuments::readsPagesOfAnyMarkup()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, expected);
    const capture::Capture capture = capture::read(text);
    QCOMPARE(seen(capture), expected);
}

// RFC 7578.
void TestDocuments::readsMultipart_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    const QByteArray part = "Content-Disposition: form-data; name=\"refresh_token\"\r\n\r\n"
        + refreshToken() + "\r\n";
    const QStringList expected{u"multipart refresh_token request refresh_token"_s};
    QTest::newRow("ordinary") << "multipart/form-data; boundary=X"_ba
                              << "--X\r\n" + part + "--X--\r\n"
                              << expected;
    QTest::newRow("quoted boundary") << "multipart/form-data; boundary=\"a b\""_ba
                                     << "--a b\r\n" + part + "--a b--\r\n"
                                     << expected;
    QTest::newRow("no boundary in the type") << "multipart/form-data"_ba
                                             << "--Xyz\r\n" + part + "--Xyz--\r\n"
                                             << expected;
    QTest::newRow("line feeds only")
        << "multipart/form-data; boundary=X"_ba
        << QByteArray("--X\r\n" + part + "--X--\r\n").replace("\r", "") << expected;
    QTest::newRow("cut") << "multipart/form-data; boundary=X"_ba
                         << "--X\r\n" + part << expected;
    QTest::newRow("two parts") << "multipart/form-data; boundary=X"_ba
                               << "--X\r\n" + part
            + "--X\r\nContent-Disposition: form-data; name=id_token\r\n\r\n" + idToken()
            + "\r\n--X--\r\n"
                               << QStringList{expected.first(),
                                              u"multipart id_token request id_token"_s};
    QTest::newRow("a JSON part")
        << "multipart/form-data; boundary=X"_ba
        << "--X\r\nContent-Disposition: form-data; name=a; filename=b\r\nContent-Type: "
           "application/json\r\n\r\n{\"access_token\":\""
            + jwt() + "\"}\r\n--X--\r\n"
        << QStringList{u"json access_token request access_token"_s};
    QTest::newRow("the delimiter within a line") << "multipart/form-data; boundary=X"_ba
                                                 << "--X\r\nContent-Disposition: form-data; "
                                                    "name=\"code\"\r\n\r\na --X b\r\n--X--\r\n"_ba
                                                 << QStringList();
}

void TestDocuments::readsMultipart()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, expected);
    const QByteArray head
        = "POST /a HTTP/1.1\r\nHost: a.example\r\nContent-Type: " + type + "\r\n\r\n";
    const capture::Capture capture = capture::read(head + body);
    QCOMPARE(seen(capture), expected);
    QCOMPARE(places(capture), tokens(capture));
}

void TestDocuments::leavesTheRestOfAMixedText()
{
    const QByteArray text = "Hello,\nour page:\n<input type=\"hidden\" name=\"code\" value=\""
        + opaque() + "\">\n\nand the file:\nACCESS_TOKEN=" + jwt() + "\nBest regards\n" + jwt(1)
        + "\n";
    const capture::Capture capture = capture::read(text);
    QCOMPARE(seen(capture),
             (QStringList{u"html code response authorization_code"_s,
                          u"environment ACCESS_TOKEN unknown access_token"_s,
                          u"text unknown access_token"_s}));
}

void TestDocuments::survivesTruncationAnywhere()
{
    const QByteArray text
        = "apiVersion: v1\nkind: Secret\ndata:\n  a: |\n    ZXlK\n  b: \"x\"\n---\n"
          "<html><form action='/x?code=1'><input name=a value=\"&#12;\"/><!-- x "
          "--><script>a = \"/x?code=\\u0026\"</script></form></html>\n"
          "A_B=\"x\\\"\ny\"\nexport C='d'\nk\tv\na\tb\tc.d\t/\n"
          "[{\"name\":\"a\",\"value\":\"b\"}]\n{\"log\":{\"version\":1}}\n";
    for (qsizetype size = 0; size < text.size(); ++size) {
        const QByteArray cut = QByteArray(text.constData(), size); // ends where the sanitizer sees
        QVERIFY(capture::read(cut).sightings.isEmpty());
        QVERIFY(capture::read(text.mid(size)).sightings.isEmpty());
    }
}

void TestDocuments::isLinear_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &unit) {
        QTest::newRow(name) << unit.repeated((1 << 20) / unit.size());
    };
    row("tags", "<");
    row("forms", "<form ");
    row("inputs", "<input name=\"");
    row("scripts", "<script>token\n");
    row("comments", "<!--\n");
    row("pages", "<html>\n");
    row("open values", "AB=\"\n");
    row("assignments", "AB=\\\n");
    row("tabs", "\t");
    row("rows", "a\ta\n");
    row("manifests", "kind: Secret\n");
    row("sections", "data:\n a: |\n");
    row("NULs", QByteArray(16, '\0'));
    row("bytes that are no UTF-8", "\xFF\xC0\x80\n");
}

// Each would take minutes if it were quadratic.
void TestDocuments::isLinear()
{
    QFETCH(QByteArray, text);
    QVERIFY(capture::read(text).sightings.isEmpty());
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
