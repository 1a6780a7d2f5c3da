// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/timelinescale.h"

#include <QTest>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr base::Instant noon{std::chrono::seconds{1'787'000'000}};
constexpr base::Instant year9999{std::chrono::seconds{253'402'300'799}};

} // namespace

class TestTimelineScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void likeGapsKeepTheirProportions();
    void smallGapStaysVisible();
    void farMomentIsBrokenNotSqueezing();
    void inBetweenIsLinear();
    void outsideIsAtTheEnds();
    void oneMomentStandsInTheMiddle();
    void nothingHasNoPlace();
    void lanePlacesWithoutOverlap_data();
    void lanePlacesWithoutOverlap();
    void laneThatIsTooNarrowSaysSo();
    void labelStaysOnItsAnchorWhereItCan();
};

void TestTimelineScale::likeGapsKeepTheirProportions()
{
    const TimelineScale scale({noon, noon + 10min, noon + 30min}, 0, 300);
    QCOMPARE(scale.x(noon), 0.0);
    QCOMPARE(scale.x(noon + 10min), 100.0);
    QCOMPARE(scale.x(noon + 30min), 300.0);
    QVERIFY(scale.breaks().isEmpty());
}

void TestTimelineScale::smallGapStaysVisible()
{
    const TimelineScale scale({noon, noon + 1s, noon + 1h}, 0, 1000);
    QCOMPARE(scale.x(noon + 1s), 120.0);
    QCOMPARE(scale.x(noon + 1h), 1000.0);
}

void TestTimelineScale::farMomentIsBrokenNotSqueezing()
{
    const TimelineScale scale({noon, noon + 5min, noon + 10min, year9999}, 0, 1000);
    QVERIFY(scale.x(noon + 5min) >= 100);
    QVERIFY(scale.x(noon + 10min) - scale.x(noon + 5min) >= 100);
    QCOMPARE(scale.breaks().size(), 1);
    QVERIFY(scale.breaks().first() > scale.x(noon + 10min));
    QCOMPARE(scale.x(year9999), 1000.0);
}

void TestTimelineScale::inBetweenIsLinear()
{
    const TimelineScale scale({noon + 10min, noon}, 100, 200); // in any order
    QCOMPARE(scale.x(noon + 5min), 150.0);
}

void TestTimelineScale::outsideIsAtTheEnds()
{
    const TimelineScale scale({noon, noon + 1min}, 100, 200);
    QCOMPARE(scale.x(noon - 1h), 100.0);
    QCOMPARE(scale.x(noon + 1h), 200.0);
}

void TestTimelineScale::oneMomentStandsInTheMiddle()
{
    const TimelineScale scale({noon, noon}, 0, 100);
    QCOMPARE(scale.x(noon), 50.0);
}

void TestTimelineScale::nothingHasNoPlace()
{
    QCOMPARE(TimelineScale().x(noon), 0.0);
    QCOMPARE(TimelineScale({}, 5, 10).x(noon), 0.0);
}

void TestTimelineScale::lanePlacesWithoutOverlap_data()
{
    QTest::addColumn<QList<double>>("anchors");
    QTest::newRow("apart") << QList<double>{50, 200, 350};
    QTest::newRow("all at one place") << QList<double>{200, 200, 200};
    QTest::newRow("all at the left end") << QList<double>{0, 0, 1};
    QTest::newRow("all at the right end") << QList<double>{399, 400, 400};
}

void TestTimelineScale::lanePlacesWithoutOverlap()
{
    QFETCH(const QList<double>, anchors);
    QList<LaneItem> items;
    for (const double anchor : anchors)
        items.append({anchor, 100});
    const auto lefts = placeInLane(items, 0, 400, 10);
    QVERIFY(lefts);
    for (qsizetype i = 0; i < lefts->size(); ++i) {
        QVERIFY(lefts->at(i) >= 0);
        QVERIFY(lefts->at(i) + 100 <= 400);
        if (i > 0)
            QVERIFY(lefts->at(i) >= lefts->at(i - 1) + 110);
    }
}

void TestTimelineScale::laneThatIsTooNarrowSaysSo()
{
    QVERIFY(!placeInLane({{10, 100}, {20, 100}}, 0, 205, 10));
    QVERIFY(placeInLane({{10, 100}, {20, 100}}, 0, 210, 10));
    QVERIFY(placeInLane({}, 0, 10, 1));
}

void TestTimelineScale::labelStaysOnItsAnchorWhereItCan()
{
    const auto lefts = placeInLane({{100, 50}, {300, 50}}, 0, 400, 10);
    QCOMPARE(*lefts, (QList<double>{75, 275}));
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestTimelineScale)
#include "tst_timelinescale.moc"
