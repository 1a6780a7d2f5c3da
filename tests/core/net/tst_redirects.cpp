// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/redirects.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

http::Exchange redirect(const QByteArray &location)
{
    http::Exchange exchange;
    exchange.status = 302;
    if (!location.isNull())
        exchange.answerHeaders.append("Location", location);
    return exchange;
}

} // namespace

class TestRedirects final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolvesTheLocation_data();
    void resolvesTheLocation();
    void refusesWithAnIdOfItsOwn_data();
    void refusesWithAnIdOfItsOwn();
    void followsExactlyAsManyAsAllowed();
    void noticesALongLoop();
    void showsNoPasswords();
};

void TestRedirects::resolvesTheLocation_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("target");
    const auto row = [](const char *location, const char *target) {
        QTest::newRow(location) << QByteArray(location) << QByteArray(target);
    };
    row("https://b.example/x?y=1", "https://b.example/x?y=1");
    row("/x", "https://a.example/x");
    row("x", "https://a.example/t/x");
    row("../x", "https://a.example/x");
    row("?y", "https://a.example/t/d?y");
    row("//b.example/x", "https://b.example/x");
    row("https://b.example/x#part", "https://b.example/x");
    row("https://a.example:8443/t/d", "https://a.example:8443/t/d");
    row("https://b.example/a b", "https://b.example/a%20b");
    row("https://b\xc3\xbc.example/", "https://xn--b-eha.example/");
}

void TestRedirects::resolvesTheLocation()
{
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, target);
    const auto found = net::redirectTarget(redirect(location), {"https://a.example/t/d"}, 5);
    QVERIFY2(found, qPrintable(found ? QString() : QString(found.error().id)));
    QCOMPARE(*found, target);
}

void TestRedirects::refusesWithAnIdOfItsOwn_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *tag, const QByteArray &location, const QString &id) {
        QTest::newRow(tag) << location << id;
    };
    row("missing", {}, u"net.redirect_location"_s);
    row("empty", "", u"net.redirect_location"_s);
    row("malformed", "https://[::1/", u"net.redirect_location"_s);
    row("bad port", "https://b.example:99999/", u"net.redirect_location"_s);
    row("no host", "https:///x", u"net.redirect_location"_s);
    row("password", "https://me:pw@b.example/", u"net.redirect_location"_s);
    row("file", "file:///etc/passwd", u"net.redirect_scheme"_s);
    row("data", "data:application/json,{}", u"net.redirect_scheme"_s);
    row("qrc", "qrc:/x", u"net.redirect_scheme"_s);
    row("ftp", "ftp://b.example/", u"net.redirect_scheme"_s);
    row("downgrade", "http://a.example/t/d", u"net.redirect_downgrade"_s);
    row("to itself", "https://a.example/t/d", u"net.redirect_loop"_s);
    row("to itself, with a fragment", "d#x", u"net.redirect_loop"_s);
    row("to itself, in capitals", "HTTPS://A.EXAMPLE/t/d", u"net.redirect_loop"_s);
}

void TestRedirects::refusesWithAnIdOfItsOwn()
{
    QFETCH(QByteArray, location);
    QFETCH(QString, id);
    const auto found = net::redirectTarget(redirect(location), {"https://a.example/t/d"}, 5);
    QVERIFY(!found);
    QCOMPARE(QString(found.error().id), id);
}

void TestRedirects::followsExactlyAsManyAsAllowed()
{
    const QList<QByteArray> trail{"http://a/0", "http://a/1", "http://a/2"};
    QVERIFY(net::redirectTarget(redirect("/3"), trail, 3));
    const auto tooMany = net::redirectTarget(redirect("/3"), trail, 2);
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().id, "net.redirect_limit"_L1);
    QVERIFY(!net::redirectTarget(redirect("/1"), {"http://a/0"}, 0));
}

void TestRedirects::noticesALongLoop()
{
    const auto found = net::redirectTarget(redirect("/0"), {"http://a/0", "http://a/1"}, 5);
    QVERIFY(!found);
    QCOMPARE(found.error().id, "net.redirect_loop"_L1);
    QVERIFY(net::redirectTarget(redirect("https://a/0"), {"http://a/0"}, 5)); // to https is no loop
}

void TestRedirects::showsNoPasswords()
{
    const auto found
        = net::redirectTarget(redirect("https://me:pw@b.example/x"), {"https://a/"}, 5);
    QVERIFY(!found);
    QCOMPARE(found.error().detail, u"https://b.example/x"_s);
}

QTEST_GUILESS_MAIN(TestRedirects)
#include "tst_redirects.moc"
