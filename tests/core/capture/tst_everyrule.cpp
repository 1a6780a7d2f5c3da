// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"
#include "core/capture/carryingrules.h"
#include "rulecases.h"

#include <QBuffer>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using capturecases::RuleCase;

namespace {

QStringList saidIn(const capture::Capture &capture)
{
    QStringList ids = capturecases::ids(capture.findings);
    for (const capture::Sighting &sighting : capture.sightings)
        ids += capturecases::ids(sighting.findings);
    return ids;
}

} // namespace

//! Each rule of carrying speaks up in one whole capture, and is silent in one that is like it.
class TestEveryRule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasACase();
    void speaks_data();
    void speaks();
    void isSilent_data() { speaks_data(); }
    void isSilent();
    void limitsAreSaidOnce_data();
    void limitsAreSaidOnce();
    void cancellingIsSaid();
    void findingsComeInTheOrderOfTheText();
};

void TestEveryRule::everyRuleHasACase()
{
    QSet<QString> ids{u"capture.limit"_s, u"capture.cancelled"_s, u"capture.cut"_s};
    for (const RuleCase &one : capturecases::ruleCases())
        ids.insert(QString::fromLatin1(one.id));
    for (const capture::CarryingRule &rule : capture::carryingRules())
        QVERIFY2(ids.remove(rule.id), rule.id.data());
    QVERIFY2(ids.isEmpty(), qPrintable(ids.values().join(u' ')));
}

void TestEveryRule::speaks_data()
{
    QTest::addColumn<QByteArray>("fires");
    QTest::addColumn<QByteArray>("misses");
    for (const RuleCase &one : capturecases::ruleCases())
        QTest::newRow(one.id) << one.fires << one.misses;
}

void TestEveryRule::speaks()
{
    QFETCH(const QByteArray, fires);
    const QStringList said = saidIn(capture::read(fires));
    QVERIFY2(said.contains(QString::fromLatin1(QTest::currentDataTag())),
             qPrintable(said.join(u' ')));
}

void TestEveryRule::isSilent()
{
    QFETCH(const QByteArray, misses);
    const QStringList said = saidIn(capture::read(misses));
    QVERIFY2(!said.contains(QString::fromLatin1(QTest::currentDataTag())),
             qPrintable(said.join(u' ')));
}

void TestEveryRule::limitsAreSaidOnce_data()
{
    QTest::addColumn<int>("sightings");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QString>("what");
    QTest::newRow("sightings") << 3 << 100 << u"sightings"_s;
    QTest::newRow("requests") << 100 << 3 << u"requests"_s;
    QTest::newRow("neither") << 6 << 6 << QString();
}

void TestEveryRule::limitsAreSaidOnce()
{
    QFETCH(const int, sightings);
    QFETCH(const int, requests);
    QFETCH(const QString, what);
    const QByteArray text = QByteArray("GET / HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer "
                                       + capturecases::jwt() + "\r\n\r\n")
                                .repeated(6);
    const capture::Capture capture = capture::read(text, {sightings, requests, 8});
    QCOMPARE(capture.sightings.size(), std::min(sightings, 6));
    QCOMPARE(capture.requests.size(), std::min(requests, 6));
    QCOMPARE(capturecases::ids(capture.findings).count(u"capture.limit"_s), what.isEmpty() ? 0 : 1);
    if (!what.isEmpty()) {
        QCOMPARE(capture.findings.first().facts.value(u"what"_s).toString(), what);
        QCOMPARE(capture.findings.first().found, u"3"_s);
    }
}

void TestEveryRule::cancellingIsSaid()
{
    QByteArray text = R"({"log":{"version":"1.2","entries":[)" + QByteArray(3'000'000, ' ') + "]}}";
    QBuffer buffer(&text);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const capture::Capture capture
        = capture::read(buffer, [](qint64 done, qint64) { return done < 1'000'000; });
    QCOMPARE(saidIn(capture).join(u' '), u"capture.cancelled"_s);
    QVERIFY(capture.findings.first().facts.value(u"done"_s).toLongLong() < text.size());
    QCOMPARE(capture.findings.first().facts.value(u"total"_s).toLongLong(), text.size());
}

//! Whatever a hash makes of the numbers of requests.
void TestEveryRule::findingsComeInTheOrderOfTheText()
{
    constexpr int count = 40;
    const QByteArray one = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\nHTTP/1.1 200 OK\r\n"
                           "X-Authgear-Session-Valid: false\r\n\r\n";
    const capture::Capture capture = capture::read(one.repeated(count) + capturecases::jwt());
    QCOMPARE(capture.findings.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(capture.findings[i].facts.value(u"request"_s).toInt(), i);
}

QTEST_GUILESS_MAIN(TestEveryRule)

#include "tst_everyrule.moc"
