// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/address.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using http::Reach;

class TestAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhereAnAddressPoints_data();
    void knowsWhereAnAddressPoints();
    void readsIpv4Strictly_data();
    void readsIpv4Strictly();
    void readsIpv6_data();
    void readsIpv6();
    void refusesMalformedIpv6_data();
    void refusesMalformedIpv6();
    void tellsLiteralsFromNames();
    void takesTheNearestOfSeveralAddresses();
    void ordersByNearness();
};

void TestAddress::knowsWhereAnAddressPoints_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<Reach>("expected");
    const auto row = [](const char *host, Reach reach) {
        QTest::newRow(host) << QString::fromLatin1(host) << reach;
    };
    row("8.8.8.8", Reach::Public);
    row("1.1.1.1", Reach::Public);
    row("203.0.113.7", Reach::Public);
    row("0.0.0.0", Reach::Loopback);
    row("127.0.0.1", Reach::Loopback);
    row("127.255.255.254", Reach::Loopback);
    row("126.255.255.255", Reach::Public);
    row("128.0.0.0", Reach::Public);
    row("10.0.0.0", Reach::Private);
    row("10.255.255.255", Reach::Private);
    row("11.0.0.0", Reach::Public);
    row("172.15.255.255", Reach::Public);
    row("172.16.0.0", Reach::Private);
    row("172.31.255.255", Reach::Private);
    row("172.32.0.0", Reach::Public);
    row("192.168.0.1", Reach::Private);
    row("192.169.0.1", Reach::Public);
    row("100.63.255.255", Reach::Public);
    row("100.64.0.1", Reach::Private);
    row("100.127.255.255", Reach::Private);
    row("100.128.0.0", Reach::Public);
    row("169.254.169.254", Reach::LinkLocal);
    row("169.253.0.1", Reach::Public);
    row("192.0.0.192", Reach::Private);
    row("198.18.0.1", Reach::Private);
    row("198.20.0.0", Reach::Public);
    row("224.0.0.1", Reach::Private);
    row("255.255.255.255", Reach::Private);
    row("::", Reach::Loopback);
    row("::1", Reach::Loopback);
    row("[::1]", Reach::Loopback);
    row("0:0:0:0:0:0:0:1", Reach::Loopback);
    row("::ffff:127.0.0.1", Reach::Loopback);
    row("::FFFF:7f00:1", Reach::Loopback);
    row("[::ffff:10.1.2.3]", Reach::Private);
    row("::ffff:8.8.8.8", Reach::Public);
    row("::127.0.0.1", Reach::Loopback);
    row("64:ff9b::10.0.0.1", Reach::Private);
    row("64:ff9b::808:808", Reach::Public);
    row("64:ff9b:1::1", Reach::Private);
    row("2002:7f00:1::", Reach::Loopback);
    row("2002:808:808::1", Reach::Public);
    row("fe80::1", Reach::LinkLocal);
    row("fe80::1%eth0", Reach::LinkLocal);
    row("febf::1", Reach::LinkLocal);
    row("fec0::1", Reach::Private);
    row("fc00::1", Reach::Private);
    row("fdff:ffff::1", Reach::Private);
    row("fe00::1", Reach::Public);
    row("ff02::1", Reach::Private);
    row("2001:4860:4860::8888", Reach::Public);
    row("localhost", Reach::Loopback);
    row("LocalHost", Reach::Loopback);
    row("localhost.", Reach::Loopback);
    row("idp.localhost", Reach::Loopback);
    row("notlocalhost", Reach::Public);
    row("localhost.example", Reach::Public);
    row("127.0.0.1.example", Reach::Public);
    row("127.0.0.1.", Reach::Loopback);
    row("auth.example.com", Reach::Public);
    row("", Reach::Public);
    // Not guessed: these are resolved, and judged by what they resolve to.
    row("127.1", Reach::Public);
    row("0177.0.0.1", Reach::Public);
    row("2130706433", Reach::Public);
    row("0x7f.0.0.1", Reach::Public);
}

void TestAddress::knowsWhereAnAddressPoints()
{
    QFETCH(QString, host);
    QFETCH(Reach, expected);
    QCOMPARE(http::reachOf(host), expected);
}

void TestAddress::readsIpv4Strictly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isLiteral");
    QTest::newRow("plain") << u"192.0.2.1"_s << true;
    QTest::newRow("zeros") << u"0.0.0.0"_s << true;
    QTest::newRow("octal") << u"0177.0.0.1"_s << false;
    QTest::newRow("leading zero") << u"10.01.0.1"_s << false;
    QTest::newRow("hexadecimal") << u"0x7f.0.0.1"_s << false;
    QTest::newRow("short") << u"127.1"_s << false;
    QTest::newRow("one number") << u"2130706433"_s << false;
    QTest::newRow("too big") << u"256.0.0.1"_s << false;
    QTest::newRow("five parts") << u"1.2.3.4.5"_s << false;
    QTest::newRow("empty part") << u"1..2.3"_s << false;
    QTest::newRow("sign") << u"+1.2.3.4"_s << false;
    QTest::newRow("blank") << u" 1.2.3.4"_s << false;
    QTest::newRow("full-width digits") << u"１.2.3.4"_s << false;
}

void TestAddress::readsIpv4Strictly()
{
    QFETCH(QString, text);
    QFETCH(bool, isLiteral);
    QCOMPARE(http::parseIpv4(text).has_value(), isLiteral);
}

void TestAddress::readsIpv6_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("full") << u"2001:db8:0:1:2:3:4:ffff"_s << "20010db800000001000200030004ffff"_ba;
    QTest::newRow("middle") << u"2001:db8::1"_s << "20010db8000000000000000000000001"_ba;
    QTest::newRow("end") << u"fe80::"_s << "fe800000000000000000000000000000"_ba;
    QTest::newRow("ipv4") << u"::ffff:192.0.2.128"_s << "00000000000000000000ffffc0000280"_ba;
    QTest::newRow("ipv4 full") << u"1:2:3:4:5:6:1.2.3.4"_s << "00010002000300040005000601020304"_ba;
    QTest::newRow("zone") << u"fe80::1%lo"_s << "fe800000000000000000000000000001"_ba;
}

void TestAddress::readsIpv6()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, hex);
    const auto address = http::parseIpv6(text);
    QVERIFY(address);
    const auto bytes = QByteArray(reinterpret_cast<const char *>(address->data()), 16);
    QCOMPARE(bytes.toHex(), hex);
}

void TestAddress::refusesMalformedIpv6_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8",
          "12345::", "g::", "1.2.3.4::", "::1.2.3", ":1", "1:", "::1.2.3.4:5", "[::1", "localhost"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestAddress::refusesMalformedIpv6()
{
    QFETCH(QString, text);
    QVERIFY(!http::parseIpv6(text));
}

void TestAddress::tellsLiteralsFromNames()
{
    QVERIFY(http::isAddressLiteral(u"127.0.0.1"_s));
    QVERIFY(http::isAddressLiteral(u"[::1]"_s));
    QVERIFY(http::isAddressLiteral(u"::1"_s));
    QVERIFY(!http::isAddressLiteral(u"127.1"_s));
    QVERIFY(!http::isAddressLiteral(u"localhost"_s));
}

void TestAddress::takesTheNearestOfSeveralAddresses()
{
    const QString name = u"keys.example"_s;
    QCOMPARE(http::nearestReach(name, {}), Reach::Public);
    QCOMPARE(http::nearestReach(name, {u"8.8.8.8"_s}), Reach::Public);
    QCOMPARE(http::nearestReach(name, {u"8.8.8.8"_s, u"10.0.0.1"_s}), Reach::Private);
    QCOMPARE(http::nearestReach(name, {u"::1"_s, u"8.8.8.8"_s, u"10.0.0.1"_s}), Reach::Loopback);
    QCOMPARE(http::nearestReach(u"localhost"_s, {u"8.8.8.8"_s}), Reach::Loopback);
}

void TestAddress::ordersByNearness()
{
    const QList<Reach> order{Reach::Public, Reach::Private, Reach::LinkLocal, Reach::Loopback};
    for (qsizetype i = 0; i < order.size(); ++i) {
        for (qsizetype j = 0; j < order.size(); ++j)
            QCOMPARE(http::isNearer(order[i], order[j]), i > j);
    }
}

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
