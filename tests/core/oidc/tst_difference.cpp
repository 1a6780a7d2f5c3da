// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/oidc/issuer.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using oidc::Difference;

class TestDifference final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatDiffers_data();
    void namesWhatDiffers();
    void hasAStableNameForEach();
};

void TestDifference::namesWhatDiffers_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("found");
    QTest::addColumn<Difference>("difference");
    const QString issuer = u"https://a.example"_s;
    const auto row = [](const char *tag, const QString &a, const QString &b,
                        Difference difference) { QTest::newRow(tag) << a << b << difference; };
    row("equal", issuer, issuer, Difference::None);
    row("slash", issuer, issuer + u'/', Difference::TrailingSlash);
    row("slash after a path", issuer + u"/t"_s, issuer + u"/t/"_s, Difference::TrailingSlash);
    row("slash on a client id", u"app"_s, u"app/"_s, Difference::TrailingSlash);
    row("scheme", issuer, u"http://a.example"_s, Difference::Scheme);
    row("scheme and slash", issuer, u"http://a.example/"_s, Difference::Scheme);
    row("scheme and default ports", issuer, u"http://a.example:80"_s, Difference::Scheme);
    row("scheme of another kind", issuer, u"ftp://a.example"_s, Difference::Other);
    row("case of the host", issuer, u"https://A.example"_s, Difference::Case);
    row("case of the path", issuer + u"/t"_s, issuer + u"/T"_s, Difference::Case);
    row("case and slash", issuer, u"https://A.example/"_s, Difference::Case);
    row("case of a client id", u"App"_s, u"app"_s, Difference::Case);
    row("port", issuer, u"https://a.example:8443"_s, Difference::Port);
    row("default port spelled out", issuer, u"https://a.example:443"_s, Difference::Port);
    row("two ports", u"http://a:1"_s, u"http://a:2"_s, Difference::Port);
    row("path", issuer, issuer + u"/t"_s, Difference::Path);
    row("other path", issuer + u"/t"_s, issuer + u"/u"_s, Difference::Path);
    row("query", issuer + u"/t"_s, issuer + u"/t?x"_s, Difference::Path);
    row("host", issuer, u"https://b.example"_s, Difference::Host);
    row("host and path", issuer, u"https://b.example/t"_s, Difference::Host);
    row("custom domain", u"https://p.authgear.cloud"_s, u"https://auth.p.example"_s,
        Difference::Host);
    row("blank", issuer, u" https://a.example"_s, Difference::Whitespace);
    row("zero width", issuer, u"https://a.exa\u200bmple"_s, Difference::Whitespace);
    row("new line", u"app"_s, u"app\n"_s, Difference::Whitespace);
    row("port and path", u"https://a:1/x"_s, u"https://a:2/y"_s, Difference::Other);
    row("scheme and host", issuer, u"http://b.example"_s, Difference::Other);
    row("no URL", u"app"_s, u"other"_s, Difference::Other);
    row("URL and none", issuer, u"app"_s, Difference::Other);
    row("empty", issuer, {}, Difference::Other);
    row("escape", issuer + u"/A"_s, issuer + u"/%41"_s, Difference::Path);
    row("punycode", u"https://münchen.example"_s, u"https://xn--mnchen-3ya.example"_s,
        Difference::Host);
}

void TestDifference::namesWhatDiffers()
{
    QFETCH(QString, expected);
    QFETCH(QString, found);
    QFETCH(Difference, difference);
    QCOMPARE(oidc::compareIdentifiers(expected, found), difference);
    QCOMPARE(oidc::compareIdentifiers(found, expected), difference);
}

void TestDifference::hasAStableNameForEach()
{
    const QList<std::pair<Difference, QLatin1StringView>> names{
        {Difference::None, "none"_L1},     {Difference::TrailingSlash, "trailing_slash"_L1},
        {Difference::Scheme, "scheme"_L1}, {Difference::Case, "case"_L1},
        {Difference::Port, "port"_L1},     {Difference::Path, "path"_L1},
        {Difference::Host, "host"_L1},     {Difference::Whitespace, "whitespace"_L1},
        {Difference::Other, "other"_L1},
    };
    for (const auto &row : names)
        QCOMPARE(oidc::name(row.first), row.second);
}

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_difference.moc"
