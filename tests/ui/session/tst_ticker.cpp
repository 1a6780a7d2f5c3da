// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakeclock.h"
#include "ui/session/ticker.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace ui {

class TestTicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksAtTheNextSecondBoundary_data();
    void ticksAtTheNextSecondBoundary();
    void goesOnTicking();
    void stopsWhenNothingIsShown();
};

void TestTicker::ticksAtTheNextSecondBoundary_data()
{
    QTest::addColumn<int>("past");
    QTest::addColumn<int>("wait");
    QTest::newRow("just after a boundary") << 700 << 300;
    QTest::newRow("shortly before one") << 990 << 10;
}

void TestTicker::ticksAtTheNextSecondBoundary()
{
    QFETCH(const int, past);
    QFETCH(const int, wait);
    const support::FakeClock clock{base::Instant{1'787'000'000s + std::chrono::milliseconds{past}}};
    Ticker ticker(clock);
    QSignalSpy ticks(&ticker, &Ticker::ticked);
    QElapsedTimer elapsed;
    elapsed.start();
    ticker.setRunning(true);
    QVERIFY(ticks.wait(5'000));
    QVERIFY2(elapsed.elapsed() >= wait - 1, "ticked before the boundary");
}

void TestTicker::goesOnTicking()
{
    const support::FakeClock clock{base::Instant{1'787'000'000s + 995ms}};
    Ticker ticker(clock);
    const QSignalSpy ticks(&ticker, &Ticker::ticked);
    ticker.setRunning(true);
    QTRY_VERIFY(ticks.count() >= 3);
}

void TestTicker::stopsWhenNothingIsShown()
{
    const support::FakeClock clock;
    Ticker ticker(clock);
    QVERIFY(!ticker.isRunning());
    ticker.setRunning(true);
    QVERIFY(ticker.isRunning());
    ticker.setRunning(false);
    QVERIFY(!ticker.isRunning());
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestTicker)
#include "tst_ticker.moc"
