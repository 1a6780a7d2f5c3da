// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/oidc/issuer.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using oidc::parseIssuer;

class TestIssuer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatPeopleType_data();
    void understandsWhatPeopleType();
    void keepsTheTextOfTheIssuer_data();
    void keepsTheTextOfTheIssuer();
    void takesWellKnownPathsOff_data();
    void takesWellKnownPathsOff();
    void buildsBothMetadataUrls_data();
    void buildsBothMetadataUrls();
    void asksTheTypedDiscoveryUrlFirst();
    void turnsOtherAlphabetsIntoUris_data();
    void turnsOtherAlphabetsIntoUris();
    void refusesWithAnIdOfItsOwn_data();
    void refusesWithAnIdOfItsOwn();
    void doesNotTakeHostsForTokens_data();
    void doesNotTakeHostsForTokens();
    void keepsSecretsOutOfTheDetail();
};

void TestIssuer::understandsWhatPeopleType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<bool>("schemeAssumed");
    const auto row = [](const char *typed, const char *issuer, bool assumed) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(issuer) << assumed;
    };
    row("https://project-id.authgear.cloud", "https://project-id.authgear.cloud", false);
    row("  https://a.example\n", "https://a.example", false);
    row("\u200bhttps://a.example\ufeff", "https://a.example", false);
    row("auth.example.com", "https://auth.example.com", true);
    row("auth.example.com:8443", "https://auth.example.com:8443", true);
    row("auth.example.com/tenant", "https://auth.example.com/tenant", true);
    row("keycloak", "https://keycloak", true);
    row("keycloak:8080/realms/x", "https://keycloak:8080/realms/x", true);
    row("192.168.1.5:3000", "https://192.168.1.5:3000", true);
    row("localhost", "http://localhost", true);
    row("localhost:9400", "http://localhost:9400", true);
    row("LOCALHOST:9400", "http://LOCALHOST:9400", true);
    row("idp.localhost:9400", "http://idp.localhost:9400", true);
    row("127.0.0.1:9400", "http://127.0.0.1:9400", true);
    row("127.0.0.1", "http://127.0.0.1", true);
    row("[::1]:9400", "http://[::1]:9400", true);
    row("[::1]", "http://[::1]", true);
    row("[2001:db8::1]:443", "https://[2001:db8::1]:443", true);
    row("https://localhost:3000", "https://localhost:3000", false);
    row("http://auth.example.com", "http://auth.example.com", false);
}

void TestIssuer::understandsWhatPeopleType()
{
    QFETCH(QString, typed);
    QFETCH(QString, issuer);
    QFETCH(bool, schemeAssumed);
    const auto input = parseIssuer(typed);
    QVERIFY2(input, qPrintable(input ? QString() : QString(input.error().id)));
    QCOMPARE(input->issuer, issuer);
    QCOMPARE(input->schemeAssumed, schemeAssumed);
    QVERIFY(!input->fromDiscoveryUrl);
}

void TestIssuer::keepsTheTextOfTheIssuer_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
         {"https://a.example/", // QUrl would make no difference of some of these
          "https://a.example//", "HTTPS://Example.COM", "https://a.example:443",
          "https://a.example/%41", "https://a.example/a/../b", "https://a.example/T%c3%a9nant",
          "https://a.example/tenant/", "https://xn--mnchen-3ya.example", "http://[2001:DB8::1]",
          "https://a.example/(v2);x=1,2", "https://under_score.example", "https://a.example./"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestIssuer::keepsTheTextOfTheIssuer()
{
    QFETCH(QString, typed);
    const auto input = parseIssuer(typed);
    QVERIFY(input);
    QCOMPARE(input->issuer, typed);
    QCOMPARE(input->typed, typed);
}

void TestIssuer::takesWellKnownPathsOff_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("issuer");
    const auto row = [](const char *typed, const char *issuer) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(issuer);
    };
    row("https://a.example/.well-known/openid-configuration", "https://a.example");
    row("https://a.example/.well-known/openid-configuration/", "https://a.example");
    row("https://a.example/t/.well-known/openid-configuration", "https://a.example/t");
    row("https://a.example/.well-known/oauth-authorization-server", "https://a.example");
    row("https://a.example/.well-known/oauth-authorization-server/t/u", "https://a.example/t/u");
    row("https://a.example/.well-known/openid-configuration/t", "https://a.example/t");
    row("https://a.example/t/.well-known/oauth-authorization-server", "https://a.example/t");
    row("localhost:9400/.well-known/openid-configuration", "http://localhost:9400");
}

void TestIssuer::takesWellKnownPathsOff()
{
    QFETCH(QString, typed);
    QFETCH(QString, issuer);
    const auto input = parseIssuer(typed);
    QVERIFY(input);
    QCOMPARE(input->issuer, issuer);
    QVERIFY(input->fromDiscoveryUrl);
    QVERIFY(QString::fromUtf8(input->discoveryUrl).endsWith(typed));
}

void TestIssuer::buildsBothMetadataUrls_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("openId");
    QTest::addColumn<QByteArray>("oauth");
    const auto row = [](const char *typed, const char *openId, const char *oauth) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QByteArray(openId)
                             << QByteArray(oauth);
    };
    row("https://a.example", "https://a.example/.well-known/openid-configuration",
        "https://a.example/.well-known/oauth-authorization-server");
    row("https://a.example/", "https://a.example/.well-known/openid-configuration",
        "https://a.example/.well-known/oauth-authorization-server");
    // OpenID Discovery section 4.1 and RFC 8414 section 3.1, their own examples.
    row("https://example.com/issuer1",
        "https://example.com/issuer1/.well-known/openid-configuration",
        "https://example.com/.well-known/oauth-authorization-server/issuer1");
    row("https://example.com/issuer1/",
        "https://example.com/issuer1/.well-known/openid-configuration",
        "https://example.com/.well-known/oauth-authorization-server/issuer1");
    row("http://[::1]:9400/a/b", "http://[::1]:9400/a/b/.well-known/openid-configuration",
        "http://[::1]:9400/.well-known/oauth-authorization-server/a/b");
}

void TestIssuer::buildsBothMetadataUrls()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, openId);
    QFETCH(QByteArray, oauth);
    const auto input = parseIssuer(typed);
    QVERIFY(input);
    QCOMPARE(input->openIdUrl(), openId);
    QCOMPARE(input->oauthUrl(), oauth);
    QCOMPARE(input->metadataUrls(), (QList<QByteArray>{openId, oauth}));
}

void TestIssuer::asksTheTypedDiscoveryUrlFirst()
{
    const auto inserted = parseIssuer(u"https://a.example/.well-known/openid-configuration/t"_s);
    QVERIFY(inserted);
    QCOMPARE(inserted->metadataUrls().size(), 3);
    QCOMPARE(inserted->metadataUrls().first(),
             "https://a.example/.well-known/openid-configuration/t"_ba);
    const auto oauth = parseIssuer(u"https://a.example/.well-known/oauth-authorization-server"_s);
    QVERIFY(oauth);
    QCOMPARE(oauth->metadataUrls(), (QList<QByteArray>{oauth->oauthUrl(), oauth->openIdUrl()}));
}

void TestIssuer::turnsOtherAlphabetsIntoUris_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("issuer");
    QTest::newRow("host") << u"https://münchen.example"_s << u"https://xn--mnchen-3ya.example"_s;
    QTest::newRow("bare host") << u"münchen.example:8443/x"_s
                               << u"https://xn--mnchen-3ya.example:8443/x"_s;
    QTest::newRow("zero width in the host")
        << u"https://a.exa\u200bmple"_s << u"https://a.example"_s;
    QTest::newRow("path") << u"https://a.example/mandé/%41"_s
                          << u"https://a.example/mand%C3%A9/%41"_s;
    QTest::newRow("path and marks")
        << u"https://a.example/é!$&'()*+,;=:@~"_s << u"https://a.example/%C3%A9!$&'()*+,;=:@~"_s;
}

void TestIssuer::turnsOtherAlphabetsIntoUris()
{
    QFETCH(QString, typed);
    QFETCH(QString, issuer);
    const auto input = parseIssuer(typed);
    QVERIFY(input);
    QCOMPARE(input->issuer, issuer);
    QCOMPARE(input->typed, typed);
}

void TestIssuer::refusesWithAnIdOfItsOwn_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    const auto row = [](const QString &typed, const char *id) {
        QTest::newRow(qPrintable(typed)) << typed << QString::fromLatin1(id);
    };
    row({}, "issuer.empty");
    row(u" \t\n "_s, "issuer.empty");
    row(u"\u200b"_s, "issuer.empty");
    for (const char *text :
         {"ftp://a.example", "file:///etc/passwd", "data:text/plain,x", "javascript:alert(1)",
          "mailto:a@b.example", "urn:example:a", "qrc:/x", "ws://a.example", "about:blank"})
        row(QString::fromLatin1(text), "issuer.scheme");
    for (const char *text : {"https://me@a.example", "https://me:secret@a.example/", "me@a.example",
                             "https://a.example@b.example", "https://@a.example"})
        row(QString::fromLatin1(text), "issuer.userinfo");
    for (const char *text : {"https://a.example?", "https://a.example/x?y=1", "a.example?p=b2c_1"})
        row(QString::fromLatin1(text), "issuer.query");
    for (const char *text : {"https://a.example#", "https://a.example/#/login", "a.example#x"})
        row(QString::fromLatin1(text), "issuer.fragment");
    for (const char *text : {"https://",
                             "https:///x",
                             "https:/a.example",
                             "https:\\\\a.example",
                             "http:",
                             "//a.example",
                             "/path",
                             "a b.example",
                             "https://a b.example",
                             "https://a.example/a b",
                             "https://a.example/<x>",
                             "https://a.example/a\\b",
                             "https://a.example/{tenant}",
                             "https://a.example/%4",
                             "https://a.example/%zz",
                             "https://a..example",
                             "https://.example",
                             "https://a.example:",
                             "https://a.example:0",
                             "https://a.example:65536",
                             "https://a.example:8o80",
                             "https://[::1",
                             "https://[::1]x",
                             "https://[::g]",
                             "https://[fe80::1%25eth0]",
                             "https://%61.example",
                             "https://127.1",
                             "https://0177.0.0.1",
                             "https://2130706433",
                             "https://0x7f000001",
                             "https://256.1.1.1",
                             "localhost:",
                             "a,b",
                             "https://a.example\u0001/",
                             "-\"-"})
        row(QString::fromUtf8(text), "issuer.syntax");
    row(u"https://a.example/\u202egro"_s, "issuer.syntax");
    row(u"https://"_s + QString(64, u'a') + u".example"_s, "issuer.syntax");
    const QString jwt = u"eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2EuZXhhbXBsZSJ9.c2ln"_s;
    for (const QString &text :
         {jwt, jwt.section(u'.', 0, 0), u"Bearer "_s + jwt, jwt.left(12),
          u"Authorization: Bearer abc"_s, u"https://a.example/"_s + jwt,
          u"ewogICJhbGciOiAiUlMyNTYiCn0.e30."_s, // {LF  "alg"
          u"1b4e28ba-2fa1-11d2-883f-0016d3cca427.Xk2vN8qT5wYbRcD7mZpL4sGhJ1fA9eU0"_s,
          u"Xk2vN8qT5wYbRcD7mZpL4sGhJ1fA9eU0"_s})
        row(text, "issuer.looks_like_token");
}

void TestIssuer::refusesWithAnIdOfItsOwn()
{
    QFETCH(QString, typed);
    QFETCH(QString, id);
    const auto input = parseIssuer(typed);
    QVERIFY2(!input, qPrintable(input ? input->issuer : QString()));
    QCOMPARE(QString(input.error().id), id);
}

void TestIssuer::doesNotTakeHostsForTokens_data()
{
    QTest::addColumn<QString>("typed");
    // The first characters of these decode to an opening brace.
    for (const char *typed :
         {"eyes.example", "eyewear.shop.example", "ewoks.example.com", "example.northwesternmutual",
          "a.xn--vermgensberatung-pwb", "a-very-long-project-name-of-somebody.authgear.cloud",
          "https://a.example/3f2504e04f8911d39a0c0305e82c3301"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestIssuer::doesNotTakeHostsForTokens()
{
    QFETCH(QString, typed);
    QVERIFY(parseIssuer(typed));
}

void TestIssuer::keepsSecretsOutOfTheDetail()
{
    const auto password = parseIssuer(u"https://me:hunter2@a.example"_s);
    QVERIFY(!password && !password.error().detail.contains(u"hunter2"_s));
    const auto token = parseIssuer(u"Bearer hunter2"_s);
    QVERIFY(!token && token.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestIssuer)
#include "tst_issuer.moc"
