// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/urlparts.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestUrlParts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryPartAsWritten();
    void tellsEmptyPartsFromMissingOnes();
    void findsTheHost_data();
    void findsTheHost();
    void refusesTextWithoutScheme_data();
    void refusesTextWithoutScheme();
    void comparesOrigins_data();
    void comparesOrigins();
    void refusesPortsOutOfRange();
};

void TestUrlParts::keepsEveryPartAsWritten()
{
    const auto parts = http::splitUrl(u"HTTPS://me:pw@Example.COM:0443/a%41/./?q=%7e#f?g"_s);
    QVERIFY(parts);
    QCOMPARE(parts->scheme, u"HTTPS"_s);
    QCOMPARE(*parts->userinfo, u"me:pw"_s);
    QCOMPARE(parts->host, u"Example.COM"_s);
    QCOMPARE(*parts->port, u"0443"_s);
    QCOMPARE(parts->path, u"/a%41/./"_s);
    QCOMPARE(*parts->query, u"q=%7e"_s);
    QCOMPARE(*parts->fragment, u"f?g"_s);
    QCOMPARE(parts->base(), u"HTTPS://Example.COM:0443"_s);
}

void TestUrlParts::tellsEmptyPartsFromMissingOnes()
{
    const auto none = http::splitUrl(u"http://h"_s);
    QVERIFY(none && !none->userinfo && !none->port && !none->query && !none->fragment);
    QVERIFY(none->path.isEmpty());
    const auto empty = http::splitUrl(u"http://@h:?#"_s);
    QVERIFY(empty && empty->userinfo && empty->port && empty->query && empty->fragment);
    QCOMPARE(empty->host, u"h"_s);
    QCOMPARE(empty->effectivePort(), 80);
}

void TestUrlParts::findsTheHost_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("plain") << u"https://a.example/x"_s << u"a.example"_s << 443;
    QTest::newRow("port") << u"http://a.example:8080"_s << u"a.example"_s << 8080;
    QTest::newRow("IPv6") << u"http://[::1]:9400/x"_s << u"[::1]"_s << 9400;
    QTest::newRow("IPv6 without port") << u"http://[::1]"_s << u"[::1]"_s << 80;
    QTest::newRow("last @ counts") << u"https://a@b@c.example/"_s << u"c.example"_s << 443;
    QTest::newRow("@ in the path") << u"https://a.example/@b.example"_s << u"a.example"_s << 443;
    QTest::newRow("@ in the query") << u"https://a.example?@b.example"_s << u"a.example"_s << 443;
    QTest::newRow("@ in the fragment")
        << u"https://a.example#@b.example"_s << u"a.example"_s << 443;
    QTest::newRow("no host") << u"file:///etc/passwd"_s << QString() << -1;
}

void TestUrlParts::findsTheHost()
{
    QFETCH(QString, url);
    QFETCH(QString, host);
    QFETCH(int, port);
    const auto parts = http::splitUrl(url);
    QVERIFY(parts);
    QCOMPARE(parts->host, host);
    QCOMPARE(parts->effectivePort(), port);
}

void TestUrlParts::refusesTextWithoutScheme_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "://h", "a.example", "//a.example", "/x://y", "1http://h",
                             "ht tp://h", "mailto:a@b", "data:,x", "a/b://c"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestUrlParts::refusesTextWithoutScheme()
{
    QFETCH(QString, text);
    QVERIFY(!http::splitUrl(text));
}

void TestUrlParts::comparesOrigins_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    const QString origin = u"https://a.example"_s;
    QTest::newRow("path") << origin << u"https://a.example/x?y"_s << true;
    QTest::newRow("case") << origin << u"HTTPS://A.Example"_s << true;
    QTest::newRow("default port") << origin << u"https://a.example:443"_s << true;
    QTest::newRow("scheme") << origin << u"http://a.example"_s << false;
    QTest::newRow("port") << origin << u"https://a.example:8443"_s << false;
    QTest::newRow("host") << origin << u"https://b.example"_s << false;
    QTest::newRow("subdomain") << origin << u"https://x.a.example"_s << false;
    QTest::newRow("no URL") << u"a"_s << u"a"_s << false;
}

void TestUrlParts::comparesOrigins()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(http::sameOrigin(one, other), same);
}

void TestUrlParts::refusesPortsOutOfRange()
{
    for (const char *port : {"0", "65536", "-1", "+80", "8o", "99999999999"}) {
        const auto parts = http::splitUrl(u"http://h:"_s + QString::fromLatin1(port));
        QVERIFY(parts);
        QCOMPARE(parts->effectivePort(), -1);
    }
    QCOMPARE(http::splitUrl(u"http://h:65535"_s)->effectivePort(), 65535);
}

QTEST_GUILESS_MAIN(TestUrlParts)
#include "tst_urlparts.moc"
