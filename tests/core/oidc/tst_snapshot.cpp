// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/oidc/snapshot.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using oidc::IssuerMatch;
using oidc::Transport;

namespace {

constexpr base::Instant noon{1'787'572'800'000ms};

// An answer whose Date says `date`, asked for at noon and here `duration` later.
http::Exchange answer(const QByteArray &date, std::chrono::milliseconds duration)
{
    http::Exchange exchange;
    exchange.url = "https://a.example/x";
    exchange.status = 200;
    exchange.startedAt = noon;
    exchange.duration = duration;
    exchange.answerHeaders.append("Date", date);
    return exchange;
}

http::Exchange visit(const QByteArray &url, const QStringList &addresses = {}, bool trusted = false)
{
    http::Exchange exchange;
    exchange.url = url;
    exchange.addresses = addresses;
    exchange.tls.trustedByException = trusted;
    return exchange;
}

} // namespace

class TestSnapshot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void estimatesTheClockOffset();
    void claimsNothingBelowTheError_data();
    void claimsNothingBelowTheError();
    void prefersTheShortestRoundTrip();
    void leavesUselessDatesOut_data();
    void leavesUselessDatesOut();
    void asksOnlyTheIssuersClock();
    void matchesTheIssuer_data();
    void matchesTheIssuer();
    void takesTheWorstOfSeveralIssuers();
    void namesTheWeakestTransport_data();
    void namesTheWeakestTransport();
    void hasNoKeysWithAnError();
};

void TestSnapshot::estimatesTheClockOffset()
{
    const auto offset = oidc::estimateClockOffset({answer("Mon, 24 Aug 2026 12:02:00 GMT", 100ms)});
    QVERIFY(offset);
    QCOMPARE(offset->offset.count(), 120'000 + 500 - 50);
    QCOMPARE(offset->error.count(), 500 + 50);
    QVERIFY(offset->isTelling());
}

void TestSnapshot::claimsNothingBelowTheError_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<bool>("telling");
    QTest::newRow("two seconds behind") << "Mon, 24 Aug 2026 11:59:58 GMT"_ba << true;
    QTest::newRow("cut to the second before") << "Mon, 24 Aug 2026 11:59:59 GMT"_ba << false;
    QTest::newRow("the same second") << "Mon, 24 Aug 2026 12:00:00 GMT"_ba << false;
    QTest::newRow("a second ahead") << "Mon, 24 Aug 2026 12:00:01 GMT"_ba << true;
}

void TestSnapshot::claimsNothingBelowTheError()
{
    QFETCH(QByteArray, date);
    QFETCH(bool, telling);
    const auto offset = oidc::estimateClockOffset({answer(date, 20ms)});
    QVERIFY(offset);
    QCOMPARE(offset->isTelling(), telling);
}

void TestSnapshot::prefersTheShortestRoundTrip()
{
    const auto offset = oidc::estimateClockOffset({answer("Mon, 24 Aug 2026 12:00:09 GMT", 4000ms),
                                                   answer("Mon, 24 Aug 2026 12:00:05 GMT", 11ms),
                                                   answer("Mon, 24 Aug 2026 12:00:07 GMT", 900ms)});
    QVERIFY(offset);
    QCOMPARE(offset->error.count(), 506); // an odd millisecond is rounded against us
    QCOMPARE(offset->offset.count(), 5'500 - 5);
}

void TestSnapshot::leavesUselessDatesOut_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("from a cache") << "Age"_ba
                                  << "0"_ba;
    QTest::newRow("from a cache, any case") << "age"_ba
                                            << "17"_ba;
}

void TestSnapshot::leavesUselessDatesOut()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    http::Exchange cached = answer("Mon, 24 Aug 2026 12:00:05 GMT", 10ms);
    cached.answerHeaders.append(name, value);
    http::Exchange broken = answer("yesterday", 10ms);
    http::Exchange failed = answer("Mon, 24 Aug 2026 12:00:05 GMT", 10ms);
    failed.status = 0;
    QVERIFY(!oidc::estimateClockOffset({cached, broken, failed}));
    QVERIFY(!oidc::estimateClockOffset({}));
}

void TestSnapshot::asksOnlyTheIssuersClock()
{
    http::Exchange elsewhere = answer("Mon, 24 Aug 2026 15:00:00 GMT", 1ms);
    elsewhere.url = "https://keys.example/jwks";
    const auto offset
        = oidc::estimateClockOffset({answer("Mon, 24 Aug 2026 12:00:00 GMT", 100ms), elsewhere});
    QVERIFY(offset);
    QVERIFY(!offset->isTelling());
}

void TestSnapshot::matchesTheIssuer_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<IssuerMatch>("expected");
    const auto row
        = [](const char *tag, const QString &typed, const QByteArray &issuer, IssuerMatch match) {
              QTest::newRow(tag) << typed << R"({"issuer": ")"_ba + issuer + R"("})"_ba << match;
          };
    const QString typed = u"https://a.example"_s;
    const QString url = u"https://a.example/t/.well-known/openid-configuration"_s;
    row("same", typed, "https://a.example", IssuerMatch::Same);
    row("slash in the document", typed, "https://a.example/", IssuerMatch::SlashOrCase);
    row("slash typed", typed + u'/', "https://a.example", IssuerMatch::SlashOrCase);
    row("case of the host", typed, "https://A.example", IssuerMatch::SlashOrCase);
    row("case of the scheme", u"HTTPS://a.example"_s, "https://a.example",
        IssuerMatch::SlashOrCase);
    row("case and slash", u"https://A.example"_s, "https://a.example/", IssuerMatch::SlashOrCase);
    row("case of the path", typed + u"/t"_s, "https://a.example/T", IssuerMatch::Different);
    row("two slashes", typed, "https://a.example//", IssuerMatch::Different);
    row("scheme", typed, "http://a.example", IssuerMatch::Different);
    row("default port", typed, "https://a.example:443", IssuerMatch::Different);
    row("path", typed, "https://a.example/t", IssuerMatch::Different);
    row("host", typed, "https://b.example", IssuerMatch::Different);
    row("blank", typed, "https://a.example ", IssuerMatch::Different);
    row("longer host", typed, "https://a.example.evil.example", IssuerMatch::Different);
    row("empty", typed, "", IssuerMatch::Different);
    row("template", typed, "https://a.example/{tenantid}", IssuerMatch::Different);
    row("URL typed, no slash", url, "https://a.example/t", IssuerMatch::Same);
    row("URL typed, slash", url, "https://a.example/t/", IssuerMatch::Same);
    row("URL typed, two slashes", url, "https://a.example/t//", IssuerMatch::Different);
    row("URL typed, case", url, "https://A.example/t/", IssuerMatch::SlashOrCase);
    QTest::newRow("no issuer") << typed << "{}"_ba << IssuerMatch::Unknown;
    QTest::newRow("issuer is no text") << typed << R"({"issuer": 1})"_ba << IssuerMatch::Unknown;
}

void TestSnapshot::matchesTheIssuer()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, document);
    QFETCH(IssuerMatch, expected);
    const auto input = oidc::parseIssuer(typed);
    const auto discovery = oidc::Discovery::read(document);
    QVERIFY(input && discovery);
    QCOMPARE(oidc::matchIssuer(*input, *discovery), expected);
}

void TestSnapshot::takesTheWorstOfSeveralIssuers()
{
    const auto input = oidc::parseIssuer(u"https://a.example"_s);
    const auto discovery = oidc::Discovery::read(
        R"({"issuer": "https://b.example", "issuer": "https://a.example"})");
    QVERIFY(input && discovery);
    QCOMPARE(oidc::matchIssuer(*input, *discovery), IssuerMatch::Different);
    QCOMPARE(oidc::matchIssuer(*input, {}), IssuerMatch::Unknown);
}

void TestSnapshot::namesTheWeakestTransport_data()
{
    QTest::addColumn<QList<http::Exchange>>("exchanges");
    QTest::addColumn<Transport>("expected");
    const http::Exchange tls = visit("https://a.example/x", {u"127.0.0.1"_s});
    const http::Exchange trusted = visit("https://a.example/x", {}, true);
    const http::Exchange local = visit("http://127.0.0.1:9400/x", {u"127.0.0.1"_s});
    const http::Exchange plain = visit("http://a.example/x", {u"203.0.113.1"_s});
    QTest::newRow("TLS") << QList{tls, tls} << Transport::Tls;
    QTest::newRow("exception") << QList{tls, trusted, local} << Transport::TlsException;
    QTest::newRow("loopback") << QList{tls, local} << Transport::PlainLoopback;
    QTest::newRow("plain") << QList{tls, plain, trusted} << Transport::Plain;
    QTest::newRow("private is not loopback")
        << QList{visit("http://192.168.1.5/")} << Transport::Plain;
    QTest::newRow("name") << QList{visit("http://localhost:1/")} << Transport::PlainLoopback;
    QTest::newRow("name that leads here")
        << QList{visit("http://idp.test/", {u"127.0.0.1"_s, u"::1"_s})} << Transport::PlainLoopback;
    QTest::newRow("name that may lead away")
        << QList{visit("http://idp.test/", {u"127.0.0.1"_s, u"203.0.113.1"_s})} << Transport::Plain;
}

void TestSnapshot::namesTheWeakestTransport()
{
    QFETCH(QList<http::Exchange>, exchanges);
    QFETCH(Transport, expected);
    QCOMPARE(oidc::transportOf(exchanges), expected);
}

void TestSnapshot::hasNoKeysWithAnError()
{
    oidc::IssuerSnapshot snapshot;
    QVERIFY(!snapshot.hasKeys());
    snapshot.error = base::Error{"net.timeout"_L1, {}, -1};
    QVERIFY(!snapshot.hasKeys());
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
