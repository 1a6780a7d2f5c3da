// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/sightingsfilter.h"
#include "ui/models/sightingsmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using verdict::Decision;

namespace ui {

namespace {

capture::Sighting sighting(capture::CarrierType type, const QString &name, qsizetype request,
                           verdict::Kind kind = verdict::Kind::AccessToken)
{
    capture::Sighting result;
    result.token = "eyJ";
    result.carrier = {type, name, capture::Side::Request};
    result.request = request;
    result.kind.kind = kind;
    return result;
}

capture::Capture three()
{
    capture::Capture capture;
    capture.requests
        = {{"GET", "https://api.example/v1/me?a=secret", base::Instant{60'000ms}, 200, {}},
           {"POST", "https://auth.example:8443/token", base::Instant{10'000ms}, 401, {}}};
    capture.sightings
        = {sighting(capture::CarrierType::Header, u"Authorization"_s, 0),
           sighting(capture::CarrierType::Json, u"id_token"_s, 1, verdict::Kind::IdToken),
           sighting(capture::CarrierType::Form, u"refresh_token"_s, 1, verdict::Kind::Opaque)};
    capture.sightings[2].role = capture::Role::RefreshToken;
    return capture;
}

SightingsModel::Outlook outlook(qsizetype row)
{
    return {row == 0 ? Decision::Rejected : Decision::CannotTell,
            u"subject-"_s + QString::number(row)};
}

} // namespace

class TestSightingsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsTellFacts();
    void foreignTextIsMadeVisible();
    void verdictsComeAfterwards();
    void modelsPassTheTester();
    void filterFinds_data();
    void filterFinds();
    void sortsByTheMomentAndBackToTheText();
    void twentyThousandRowsDoNotStall();
};

void TestSightingsModel::rowsTellFacts()
{
    SightingsModel model;
    model.setCapture(three());
    QCOMPARE(model.rowCount(), 3);
    const QModelIndex first = model.index(0, SightingsModel::RequestColumn);
    QCOMPARE(first.data().toString(), u"GET /v1/me \u00b7 api.example"_s); // no query
    QCOMPARE(first.data(SightingsModel::HostRole).toString(), u"api.example"_s);
    QCOMPARE(model.index(1, 0).data(SightingsModel::HostRole).toString(), u"auth.example:8443"_s);
    QCOMPARE(model.index(1, SightingsModel::StatusColumn).data().toString(), u"401"_s);
    QCOMPARE(model.index(2, SightingsModel::KindColumn).data().toString(), u"refresh token"_s);
    QCOMPARE(model.index(2, 0).data(SightingsModel::KindRole).toString(), u"refresh_token"_s);
}

void TestSightingsModel::foreignTextIsMadeVisible()
{
    capture::Capture capture = three();
    capture.sightings[0].carrier.name = u"a\u202Eb"_s;
    capture.requests[0].url = "https://api.example/\x1B[2J";
    SightingsModel model;
    model.setCapture(capture);
    QVERIFY(!model.index(0, 0).data().toString().contains(QChar(0x202E)));
    QVERIFY(!model.index(0, SightingsModel::RequestColumn).data().toString().contains(QChar(0x1B)));
}

void TestSightingsModel::verdictsComeAfterwards()
{
    SightingsModel model;
    model.setCapture(three());
    QVERIFY(!model.index(0, 0).data(SightingsModel::DecisionRole).isValid());
    const QSignalSpy changes(&model, &SightingsModel::dataChanged);
    QVERIFY(!model.judgeSome(outlook, 1000ms));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(0, 0).data(SightingsModel::DecisionRole).toInt(), int(Decision::Rejected));
    QCOMPARE(model.index(2, SightingsModel::SubjectColumn).data().toString(), u"subject-2"_s);
    model.setOutlook(1, {Decision::Accepted, u"x"_s});
    QCOMPARE(model.index(1, 0).data(SightingsModel::DecisionRole).toInt(), int(Decision::Accepted));
    model.setOutlook(7, {});
    QCOMPARE(changes.count(), 2);
}

void TestSightingsModel::modelsPassTheTester()
{
    SightingsModel model;
    SightingsFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model);
    const QAbstractItemModelTester filtered(&filter);
    model.setCapture(three());
    filter.setText(u"401"_s);
    filter.sort(SightingsModel::StatusColumn);
    model.judgeSome(outlook, 1000ms);
    filter.setText({});
    model.setCapture({});
    QCOMPARE(filter.rowCount(), 0);
}

void TestSightingsModel::filterFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing typed") << u"  "_s << 3;
    QTest::newRow("anywhere") << u"AUTH.example"_s << 2;
    QTest::newRow("host") << u"host:api"_s << 1;
    QTest::newRow("path") << u"path:/token"_s << 2;
    QTest::newRow("path is not host") << u"path:auth"_s << 0;
    QTest::newRow("kind as shown") << u"kind:refresh"_s << 1;
    QTest::newRow("kind as in JSON") << u"kind:id_token"_s << 1;
    QTest::newRow("verdict") << u"verdict:rejected"_s << 1;
    QTest::newRow("status") << u"status:401"_s << 2;
    QTest::newRow("all words") << u"status:401 carrier:form"_s << 1;
    QTest::newRow("query of the URL") << u"secret"_s << 1;
    QTest::newRow("subject") << u"subject-2"_s << 1;
    QTest::newRow("a colon without a field") << u"example:8443"_s << 2;
    QTest::newRow("nowhere") << u"zzz"_s << 0;
}

void TestSightingsModel::filterFinds()
{
    QFETCH(const QString, text);
    SightingsModel model;
    SightingsFilter filter;
    filter.setSourceModel(&model);
    model.setCapture(three());
    model.judgeSome(outlook, 1000ms);
    filter.setText(text);
    QTEST(filter.rowCount(), "rows");
}

void TestSightingsModel::sortsByTheMomentAndBackToTheText()
{
    SightingsModel model;
    SightingsFilter filter;
    filter.setSourceModel(&model);
    model.setCapture(three());
    filter.sort(SightingsModel::TimeColumn);
    QCOMPARE(filter.index(2, 0).data(SightingsModel::HostRole).toString(), u"api.example"_s);
    filter.sort(-1);
    QCOMPARE(filter.index(0, 0).data(SightingsModel::HostRole).toString(), u"api.example"_s);
}

void TestSightingsModel::twentyThousandRowsDoNotStall()
{
    capture::Capture capture = three();
    for (int i = 0; i < 20'000; ++i)
        capture.sightings.append(capture.sightings.at(i % 3));
    SightingsModel model;
    SightingsFilter filter;
    filter.setSourceModel(&model);
    QElapsedTimer clock;
    clock.start();
    model.setCapture(capture);
    QVERIFY(model.judgeSome(
        [](qsizetype row) {
            volatile int work = 0;
            for (int i = 0; i < 20'000; ++i)
                work = work + i;
            return outlook(row);
        },
        5ms));
    filter.setText(u"status:401"_s);
    filter.sort(SightingsModel::TimeColumn);
    QVERIFY(filter.rowCount() > 13'000);
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestSightingsModel)
#include "tst_sightingsmodel.moc"
