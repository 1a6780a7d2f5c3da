// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/issuerclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakenetwork.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using support::FakeClock;
using support::FakeNetwork;

namespace {

const QByteArray keySet = R"({"keys": [{"kty": "oct", "k": "c2VjcmV0"}]})";

QByteArray openIdUrl(const QByteArray &host)
{
    return "https://" + host + "/.well-known/openid-configuration";
}

// An issuer that answers as it should.
void planIssuer(FakeNetwork &network, const QByteArray &host)
{
    network.planJson(openIdUrl(host),
                     R"({"issuer": "https://)" + host + R"(", "jwks_uri": "https://)" + host
                         + R"(/jwks"})");
    network.planJson("https://" + host + "/jwks", keySet);
}

net::FetchRequest requestFor(const QString &host, std::chrono::milliseconds timeout = 5000ms)
{
    net::FetchRequest request;
    request.issuer = *oidc::parseIssuer(u"https://"_s + host);
    request.timeout = timeout;
    return request;
}

oidc::IssuerSnapshot snapshotOf(const QSignalSpy &finished)
{
    return finished.last().first().value<oidc::IssuerSnapshot>();
}

} // namespace

class TestIssuerClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnceOnItsOwnThread();
    void neverAnswersFromWithinFetch();
    void tellsProgress();
    void canFetchAgainFromItsAnswer();
    void newestFetchWins();
    void staysSilentAfterCancel();
    void staysSilentWhenCancelledWithTheAnswerUnderWay();
    void canBeCancelledWithoutFetch();
    void fetchesAfterCancelAndTimeout();
    void answersInTimeWhenTheNetworkThreadHangs();
    void fetchesWhileAnOlderThreadStillHangs();
    void keepsTheWindowAliveWhileATransportDies();
    void canBeDeletedFromItsAnswer();
    void isDeletedAtOnceWhileRunning();
    void usesTheClockItWasGiven();
};

void TestIssuerClient::answersOnceOnItsOwnThread()
{
    FakeNetwork network;
    planIssuer(network, "a.example");
    const FakeClock clock;
    net::IssuerClient client(clock, network.factory());
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    QThread *deliveredOn = nullptr;
    connect(&client, &net::IssuerClient::finished, &client,
            [&] { deliveredOn = QThread::currentThread(); });
    client.fetch(requestFor(u"a.example"_s));
    QVERIFY(client.isRunning());
    QVERIFY(finished.wait());
    QVERIFY(!client.isRunning());
    QCOMPARE(deliveredOn, thread());
    QVERIFY(snapshotOf(finished).hasKeys());
    QVERIFY(!finished.wait(50));
    QCOMPARE(finished.size(), 1);
}

void TestIssuerClient::neverAnswersFromWithinFetch()
{
    const FakeNetwork network;
    const FakeClock clock;
    net::IssuerClient client(clock, network.factory());
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    client.fetch({}); // fails without asking anything
    QVERIFY(finished.isEmpty());
    QVERIFY(client.isRunning());
    QVERIFY(finished.wait());
    QCOMPARE(snapshotOf(finished).error->id, "issuer.empty"_L1);
}

void TestIssuerClient::tellsProgress()
{
    FakeNetwork network;
    planIssuer(network, "a.example");
    const FakeClock clock;
    net::IssuerClient client(clock, network.factory());
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    QSignalSpy progressed(&client, &net::IssuerClient::progressed);
    client.fetch(requestFor(u"a.example"_s));
    QVERIFY(finished.wait());
    QCOMPARE(progressed.size(), 2);
    QCOMPARE(progressed.first(),
             (QVariantList{u"discovery"_s, QString::fromLatin1(openIdUrl("a.example"))}));
    QCOMPARE(progressed.last(), (QVariantList{u"keys"_s, u"https://a.example/jwks"_s}));
}

void TestIssuerClient::canFetchAgainFromItsAnswer()
{
    FakeNetwork network;
    planIssuer(network, "a.example");
    const FakeClock clock;
    net::IssuerClient client(clock, network.factory());
    int answers = 0;
    connect(&client, &net::IssuerClient::finished, &client, [&] {
        if (++answers < 3)
            client.fetch(requestFor(u"a.example"_s));
    });
    client.fetch(requestFor(u"a.example"_s));
    QTRY_COMPARE(answers, 3);
    QVERIFY(!client.isRunning());
    QCOMPARE(network.askedUrls().size(), 6);
}

void TestIssuerClient::newestFetchWins()
{
    FakeNetwork network;
    network.planSilence(openIdUrl("slow.example"));
    planIssuer(network, "a.example");
    const FakeClock clock;
    net::IssuerClient client(clock, network.factory());
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    client.fetch(requestFor(u"slow.example"_s, 100ms));
    QTRY_COMPARE(network.asked().size(), 1);
    client.fetch(requestFor(u"a.example"_s));
    QVERIFY(finished.wait());
    QCOMPARE(snapshotOf(finished).input.issuer, u"https://a.example"_s);
    QVERIFY(!finished.wait(150)); // nor does the older one's time-out come through
    QCOMPARE(finished.size(), 1);
}

void TestIssuerClient::staysSilentAfterCancel()
{
    FakeNetwork network;
    network.planSilence(openIdUrl("slow.example"));
    const FakeClock clock;
    net::IssuerClient client(clock, network.factory());
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    QSignalSpy progressed(&client, &net::IssuerClient::progressed);
    client.fetch(requestFor(u"slow.example"_s, 50ms));
    QTRY_COMPARE(network.asked().size(), 1);
    QTRY_COMPARE(progressed.size(), 1);
    client.cancel();
    QVERIFY(!client.isRunning());
    QTRY_COMPARE(network.aborts(), 1); // and the request is dropped
    QVERIFY(!finished.wait(100));
    QCOMPARE(progressed.size(), 1);
}

void TestIssuerClient::staysSilentWhenCancelledWithTheAnswerUnderWay()
{
    FakeNetwork network;
    planIssuer(network, "a.example");
    const FakeClock clock;
    net::IssuerClient client(clock, network.factory());
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    client.fetch(requestFor(u"a.example"_s));
    // No event of this thread is handled here, so the answer is queued and not yet delivered.
    QElapsedTimer elapsed;
    elapsed.start();
    while (network.asked().size() < 2 && elapsed.elapsed() < 2000)
        QThread::yieldCurrentThread();
    client.cancel();
    client.fetch(requestFor(u"a.example"_s));
    QVERIFY(finished.wait());
    QVERIFY(!finished.wait(50));
    QCOMPARE(finished.size(), 1);
}

void TestIssuerClient::canBeCancelledWithoutFetch()
{
    const FakeNetwork network;
    const FakeClock clock;
    net::IssuerClient client(clock, network.factory());
    client.cancel();
    client.cancel();
    QVERIFY(!client.isRunning());
}

void TestIssuerClient::fetchesAfterCancelAndTimeout()
{
    FakeNetwork network;
    network.planSilence(openIdUrl("slow.example"));
    planIssuer(network, "a.example");
    const FakeClock clock;
    net::IssuerClient client(clock, network.factory());
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    client.fetch(requestFor(u"slow.example"_s));
    client.cancel();
    client.fetch(requestFor(u"slow.example"_s, 40ms));
    QVERIFY(finished.wait());
    QCOMPARE(snapshotOf(finished).error->id, "net.timeout"_L1);
    client.fetch(requestFor(u"a.example"_s));
    QVERIFY(finished.wait());
    QVERIFY(snapshotOf(finished).hasKeys());
}

void TestIssuerClient::answersInTimeWhenTheNetworkThreadHangs()
{
    FakeNetwork network;
    network.planHang(openIdUrl("slow.example"));
    const FakeClock clock;
    QElapsedTimer elapsed;
    {
        net::IssuerClient client(clock, network.factory());
        QSignalSpy finished(&client, &net::IssuerClient::finished);
        elapsed.start();
        client.fetch(requestFor(u"slow.example"_s, 50ms));
        QVERIFY(finished.wait(2000));
        QCOMPARE(snapshotOf(finished).error->id, "net.timeout"_L1);
        QCOMPARE(snapshotOf(finished).input.issuer, u"https://slow.example"_s);
        QVERIFY(elapsed.elapsed() < 1500);
        elapsed.restart();
    }
    QVERIFY(elapsed.elapsed() < 1000); // leaving does not wait for it either
    network.letGo();
}

void TestIssuerClient::fetchesWhileAnOlderThreadStillHangs()
{
    FakeNetwork network;
    network.planHang(openIdUrl("slow.example"));
    planIssuer(network, "a.example");
    const FakeClock clock;
    net::IssuerClient client(clock, network.factory());
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    client.fetch(requestFor(u"slow.example"_s));
    QTRY_COMPARE(network.asked().size(), 1);
    QElapsedTimer elapsed;
    elapsed.start();
    client.fetch(requestFor(u"a.example"_s));
    QVERIFY(elapsed.elapsed() < 100);
    QVERIFY(finished.wait(2000));
    QVERIFY(snapshotOf(finished).hasKeys());
    network.letGo();
}

void TestIssuerClient::keepsTheWindowAliveWhileATransportDies()
{
    FakeNetwork network;
    network.planSilence(openIdUrl("slow.example"));
    network.hangWhenDeleted();
    const FakeClock clock;
    QElapsedTimer elapsed;
    elapsed.start();
    {
        net::IssuerClient client(clock, network.factory());
        QSignalSpy finished(&client, &net::IssuerClient::finished);
        client.fetch(requestFor(u"slow.example"_s));
        QTRY_COMPARE(network.asked().size(), 1);
        client.cancel();
        QVERIFY(!finished.wait(200)); // handles whatever the dying thread sends here
    }
    QVERIFY2(elapsed.elapsed() < 3000, qPrintable(QString::number(elapsed.elapsed())));
    network.letGo();
}

void TestIssuerClient::canBeDeletedFromItsAnswer()
{
    FakeNetwork network;
    planIssuer(network, "a.example");
    const FakeClock clock;
    QPointer<net::IssuerClient> client = new net::IssuerClient(clock, network.factory());
    connect(client, &net::IssuerClient::finished, this, [&] { delete client; });
    client->fetch(requestFor(u"a.example"_s));
    QTRY_VERIFY(!client);
}

void TestIssuerClient::isDeletedAtOnceWhileRunning()
{
    FakeNetwork network;
    network.planSilence(openIdUrl("slow.example"));
    const FakeClock clock;
    auto client = std::make_unique<net::IssuerClient>(clock, network.factory());
    client->fetch(requestFor(u"slow.example"_s));
    QTRY_COMPARE(network.asked().size(), 1);
    QElapsedTimer elapsed;
    elapsed.start();
    client.reset();
    QVERIFY(elapsed.elapsed() < 200);
    QCOMPARE(network.aborts(), 1);
}

void TestIssuerClient::usesTheClockItWasGiven()
{
    FakeNetwork network;
    planIssuer(network, "a.example");
    const FakeClock clock(base::Instant(1'000'000ms));
    net::IssuerClient client(clock, network.factory());
    QSignalSpy finished(&client, &net::IssuerClient::finished);
    client.fetch(requestFor(u"a.example"_s));
    QVERIFY(finished.wait());
    const auto age = snapshotOf(finished).fetchedAt - clock.now();
    QVERIFY(age >= 0ms && age < 5s);
}

QTEST_GUILESS_MAIN(TestIssuerClient)
#include "tst_issuerclient.moc"
