// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"
#include "core/capture/credentials.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using capture::Credential;
using capture::NamedText;
using capture::SourceText;

namespace {

QString summary(const Credential &credential)
{
    return QString::fromUtf8(credential.scheme + '|' + credential.token.bytes() + '|')
        + capturecases::ids(credential.findings).join(u' ').remove(u"carrying."_s);
}

QString summary(const QList<NamedText> &cookies)
{
    QStringList all;
    for (const NamedText &cookie : cookies)
        all += QString::fromUtf8(cookie.name.bytes() + '=' + cookie.value.bytes());
    return all.join(u"; "_s);
}

} // namespace

class TestCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCredentials_data();
    void readsCredentials();
    void findsNoTokenInOtherSchemes_data();
    void findsNoTokenInOtherSchemes();
    void decodesBasic();
    void readsFieldsThatWereJoined();
    void knowsThePlaceOfTheToken();
    void cutsCookies_data();
    void cutsCookies();
    void readsSetCookie();
    void joinsChunks_data();
    void joinsChunks();
    void survivesHostileText_data();
    void survivesHostileText();
};

void TestCredentials::readsCredentials_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *value, const char *expected) {
        QTest::newRow(name) << QByteArray(value) << QString::fromUtf8(expected);
    };
    row("as it belongs", "Bearer aa.bb.cc", "Bearer|aa.bb.cc|");
    row("DPoP, RFC 9449 section 7.1", "DPoP aa.bb.cc", "DPoP|aa.bb.cc|");
    row("blanks in front are the header's", "  Bearer aa.bb.cc", "Bearer|aa.bb.cc|");
    row("lower case", "bearer aa.bb.cc", "bearer|aa.bb.cc|lower_case");
    row("upper case", "BEARER aa.bb.cc", "BEARER|aa.bb.cc|lower_case");
    row("two spaces", "Bearer  aa.bb.cc", "Bearer|aa.bb.cc|two_spaces");
    row("trailing blank", "Bearer aa.bb.cc ", "Bearer|aa.bb.cc|trailing_blank");
    row("trailing line break", "Bearer aa.bb.cc\r\n", "Bearer|aa.bb.cc|trailing_blank");
    row("tab", "Bearer\taa.bb.cc", "Bearer|aa.bb.cc|tab");
    row("blank and tab", "Bearer \taa.bb.cc", "Bearer|aa.bb.cc|tab");
    row("no-break space", "Bearer\u00A0aa.bb.cc", "Bearer|aa.bb.cc|other_blank");
    row("zero-width space behind a blank", "Bearer \u200Baa.bb.cc", "Bearer|aa.bb.cc|other_blank");
    row("ideographic space", "Bearer\u3000aa.bb.cc", "Bearer|aa.bb.cc|other_blank");
    row("another scheme and a no-break space", "Token\u00A0aa.bb.cc",
        "Token|aa.bb.cc|other_scheme other_blank");
    row("colon", "Bearer: aa.bb.cc", "Bearer|aa.bb.cc|colon");
    row("colon, no blank", "Bearer:aa.bb.cc", "Bearer|aa.bb.cc|colon");
    row("scheme missing", "aa.bb.cc", "|aa.bb.cc|scheme_missing");
    row("scheme missing, opaque", "aZ3kQ9mN2pR7tV5wX1yB4cD6fG8hJ0lA",
        "|aZ3kQ9mN2pR7tV5wX1yB4cD6fG8hJ0lA|scheme_missing");
    row("scheme twice", "Bearer Bearer aa.bb.cc", "Bearer|aa.bb.cc|scheme_twice");
    row("scheme twice, other case", "Bearer bearer aa.bb.cc", "Bearer|aa.bb.cc|scheme_twice");
    row("scheme three times", "Bearer Bearer Bearer aa.bb.cc", "Bearer|aa.bb.cc|scheme_twice");
    row("other scheme", "Token aa.bb.cc", "Token|aa.bb.cc|other_scheme");
    row("JWT as scheme", "JWT aa.bb.cc", "JWT|aa.bb.cc|other_scheme");
    row("Basic with a bare token", "Basic aa.bb.cc", "Basic|aa.bb.cc|other_scheme");
    row("quotes", "Bearer \"aa.bb.cc\"", "Bearer|aa.bb.cc|quotes");
    row("single quotes", "Bearer 'aa.bb.cc'", "Bearer|aa.bb.cc|quotes");
    row("typographic quotes", "Bearer \u201Caa.bb.cc\u201D", "Bearer|aa.bb.cc|quotes");
    row("escaped quotes", "Bearer \\\"aa.bb.cc\\\"", "Bearer|aa.bb.cc|quotes");
    row("angle brackets", "Bearer <aa.bb.cc>", "Bearer|<aa.bb.cc>|variable");
    row("quotes around all", "\"Bearer aa.bb.cc\"", "Bearer|aa.bb.cc|quotes");
    row("one quote", "Bearer aa.bb.cc\"", "Bearer|aa.bb.cc|quotes");
    row("comma", "Bearer aa.bb.cc,", "Bearer|aa.bb.cc|trailing_mark");
    row("semicolon", "Bearer aa.bb.cc;", "Bearer|aa.bb.cc|trailing_mark");
    row("quote and comma", "Bearer \"aa.bb.cc\",", "Bearer|aa.bb.cc|trailing_mark quotes");
    row("nothing behind", "Bearer", "Bearer||token_missing");
    row("blank behind", "Bearer ", "Bearer||trailing_blank token_missing");
    row("undefined", "Bearer undefined", "Bearer|undefined|placeholder");
    row("null", "Bearer null", "Bearer|null|placeholder");
    row("object", "Bearer [object Object]", "Bearer|[object Object]|placeholder");
    row("shell variable", "Bearer $TOKEN", "Bearer|$TOKEN|variable");
    row("braces", "Bearer ${TOKEN}", "Bearer|${TOKEN}|variable");
    row("cmd variable", "Bearer %TOKEN%", "Bearer|%TOKEN%|variable");
    row("template", "Bearer {{access_token}}", "Bearer|{{access_token}}|variable");
    row("PowerShell variable", "Bearer $env:TOKEN", "Bearer|$env:TOKEN|variable");
    row("variable alone", "$AUTH", "|$AUTH|variable");
    row("blank inside the token", "Bearer aa.bb cc.dd", "Bearer|aa.bb cc.dd|");
    row("several at once", "bearer  \"aa.bb.cc\" ",
        "bearer|aa.bb.cc|trailing_blank lower_case two_spaces quotes");
}

void TestCredentials::readsCredentials()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, expected);
    const QList<Credential> credentials = capture::readCredentials(SourceText(value));
    QCOMPARE(credentials.size(), 1);
    QCOMPARE(summary(credentials.first()), expected);
}

void TestCredentials::findsNoTokenInOtherSchemes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blanks") << QByteArray("  \t");
    QTest::newRow("Digest") << QByteArray("Digest username=\"a\", nonce=\"b\"");
    QTest::newRow("Negotiate") << QByteArray("Negotiate oYGzMIGwoAMKAQ==");
    QTest::newRow("AWS") << QByteArray(
        "AWS4-HMAC-SHA256 Credential=AKID/20260101/x/y/aws4_request, Signature=ab");
    QTest::newRow("Basic with a password") << "Basic " + QByteArray("client:secret").toBase64();
    QTest::newRow("Basic, broken") << QByteArray("Basic %%%");
}

void TestCredentials::findsNoTokenInOtherSchemes()
{
    QFETCH(const QByteArray, value);
    QVERIFY(capture::readCredentials(SourceText(value)).isEmpty());
}

// RFC 7617: some APIs take a token for the user or the password.
void TestCredentials::decodesBasic()
{
    const QByteArray token = capturecases::jwt();
    for (const QByteArray &pair : {"x:" + token, token + ":x"}) {
        const QByteArray value = "Basic " + pair.toBase64();
        const QList<Credential> credentials = capture::readCredentials(SourceText(value, 100));
        QCOMPARE(credentials.size(), 1);
        QCOMPARE(credentials.first().token.bytes(), token);
        QVERIFY(credentials.first().findings.isEmpty());
        QCOMPARE(credentials.first().token.span(), (base::Span{106, 100 + value.size()}));
    }
}

void TestCredentials::readsFieldsThatWereJoined()
{
    const QList<Credential> credentials
        = capture::readCredentials(SourceText("Bearer aa.bb.cc, bearer dd.ee.ff,"));
    QCOMPARE(credentials.size(), 2);
    QCOMPARE(summary(credentials.first()), u"Bearer|aa.bb.cc|"_s);
    QCOMPARE(summary(credentials.last()), u"bearer|dd.ee.ff|lower_case trailing_mark"_s);
}

void TestCredentials::knowsThePlaceOfTheToken()
{
    const QByteArray value = "  Bearer  \"aa.bb.cc\" ";
    const QList<Credential> credentials = capture::readCredentials(SourceText(value, 7));
    const base::Span span = credentials.first().token.span();
    QCOMPARE(value.mid(span.start - 7, span.size()), "aa.bb.cc");
}

void TestCredentials::cutsCookies_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("RFC 6265 section 4.2.1") << QByteArray("a=1; b=2") << u"a=1; b=2"_s;
    QTest::newRow("no blank, empty pieces") << QByteArray(";a=1;;b=2; ") << u"a=1; b=2"_s;
    QTest::newRow("equals in the value") << QByteArray("a=b=c==") << u"a=b=c=="_s;
    QTest::newRow("quotes stay") << QByteArray("a=\"1\"") << u"a=\"1\""_s;
    QTest::newRow("no name") << QByteArray("abc") << u"=abc"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestCredentials::cutsCookies()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, expected);
    QCOMPARE(summary(capture::cookiePairs(SourceText(value))), expected);
}

void TestCredentials::readsSetCookie()
{
    const NamedText cookie
        = capture::setCookiePair(SourceText("session=abc; Path=/; Domain=a.example; HttpOnly"));
    QCOMPARE(summary({cookie}), u"session=abc"_s);
}

void TestCredentials::joinsChunks_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("NextAuth") << QByteArray("x=1; s.0=ab; s.1=cd; y=2") << u"x=1; s=abcd; y=2"_s;
    QTest::newRow("other order") << QByteArray("s.1=cd; s.0=ab") << u"s=abcd"_s;
    QTest::newRow("from one") << QByteArray("s_1=ab; s_2=cd") << u"s=abcd"_s;
    QTest::newRow("dash") << QByteArray("s-0=ab; s-1=cd") << u"s=abcd"_s;
    QTest::newRow("eleven") << QByteArray(
        "s.0=a; s.1=b; s.2=c; s.3=d; s.4=e; s.5=f; s.6=g; s.7=h; s.8=i; s.9=j; "
        "s.10=k") << u"s=abcdefghijk"_s;
    QTest::newRow("ASP.NET Core") << QByteArray("s=chunks-2; sC1=ab; sC2=cd") << u"s=abcd"_s;
    QTest::newRow("C without an announcement") << QByteArray("sC1=a; sC2=b") << u"sC1=a; sC2=b"_s;
    QTest::newRow("a gap") << QByteArray("s.0=ab; s.2=cd") << u"s.0=ab; s.2=cd"_s;
    QTest::newRow("one alone") << QByteArray("s.0=ab") << u"s.0=ab"_s;
    QTest::newRow("not from the beginning") << QByteArray("s.4=a; s.5=b") << u"s.4=a; s.5=b"_s;
    QTest::newRow("two ways") << QByteArray("s.0=a; s-1=b") << u"s.0=a; s-1=b"_s;
}

void TestCredentials::joinsChunks()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, expected);
    const QList<NamedText> cookies = capture::cookiePairs(SourceText(value));
    QCOMPARE(summary(capture::joinedChunks(cookies)), expected);
}

void TestCredentials::survivesHostileText_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece : {"\"", "\\", ",", ", Bearer ", "Bearer ", ";", "a=", "s.0=a;", " "})
        QTest::newRow(piece) << QByteArray(piece);
}

void TestCredentials::survivesHostileText()
{
    QFETCH(const QByteArray, piece);
    const SourceText text(piece.repeated(50'000));
    for (const Credential &credential : capture::readCredentials(text))
        QVERIFY(credential.token.size() <= text.size());
    QVERIFY(capture::joinedChunks(capture::cookiePairs(text)).size() <= text.size());
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
