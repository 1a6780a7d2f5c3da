// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/times.h"

#include "tests/support/zone.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::milliseconds;

class TestTimes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysDurationInTwoUnits_data();
    void saysDurationInTwoUnits();
    void saysWhereAMomentLies_data();
    void saysWhereAMomentLies();
    void saysWhereAMomentLiesFromAnother_data();
    void saysWhereAMomentLiesFromAnother();
    void distanceAndRelativeTextAgree();
    void saysHowLongAgo();
    void countsDown_data();
    void countsDown();
    void writesUtcWithItsName_data();
    void writesUtcWithItsName();
    void writesLocalTimeWithItsOffset_data();
    void writesLocalTimeWithItsOffset();
    void countdownAndRelativeTextAgree();

private:
    static base::Instant at(qint64 ms) { return base::Instant{milliseconds{ms}}; }
};

void TestTimes::saysDurationInTwoUnits_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *text, milliseconds duration) {
        QTest::newRow(text) << qint64(duration.count()) << QString::fromUtf8(text);
    };
    row("0 s", 0ms);
    row("0 s", 999ms);
    row("1 s", 1000ms);
    row("59 s", 59'999ms);
    row("1 min", 60s);
    row("1 min 01 s", 61s);
    row("18 min 09 s", 18min + 9s);
    row("59 min 59 s", 59min + 59s);
    row("1 h", 1h);
    row("1 h 05 min", 1h + 5min + 59s);
    row("2 h 10 min", 2h + 10min);
    row("23 h 59 min", 24h - 1ms);
    row("1 day", 24h);
    row("1 day", 24h + 59min);
    row("1 day 1 h", 25h);
    row("3 days 4 h", days{3} + 4h);
    row("729 days 23 h", days{730} - 1s);
    row("about 2 years", days{730});
    row("about 56 years", days{20'566});
    row("0 s", -5min);
}

void TestTimes::saysDurationInTwoUnits()
{
    QFETCH(const qint64, ms);
    QTEST(report::durationText(milliseconds{ms}), "text");
}

void TestTimes::saysWhereAMomentLies_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *text, milliseconds fromNow) {
        QTest::addRow("%s %lld", text, static_cast<long long>(fromNow.count()))
            << qint64(fromNow.count()) << QString::fromUtf8(text);
    };
    row("now", 0ms);
    row("now", -999ms);
    row("1 s ago", -1000ms);
    row("in 1 s", 1ms);
    row("in 1 s", 1000ms);
    row("in 2 s", 1001ms);
    row("in 18 min 09 s", 18min + 9s);
    row("27 min 20 s ago", -(27min + 20s + 999ms));
    row("about 7000 years ago", -days{2'556'697});
    // The readable numbers end there, so that "about 7973" would be made up.
    row("more than 7000 years ago", -days{2'912'000});
    row("in more than 7000 years", days{2'912'000});
}

void TestTimes::saysWhereAMomentLies()
{
    QFETCH(const qint64, ms);
    const auto now = at(1'787'580'131'000);
    QTEST(report::relativeText(now + milliseconds{ms}, now), "text");
}

// Design: peers part 4, "by how much" and never by a moment that is not named.
void TestTimes::saysWhereAMomentLiesFromAnother_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<verdict::AsOf>("asOf");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shortText");
    using enum verdict::AsOf;
    const auto row = [](milliseconds from, verdict::AsOf asOf, const char *text,
                        const char *shortText) {
        QTest::newRow(text) << qint64(from.count()) << asOf << QString(QLatin1StringView(text))
                            << QString(QLatin1StringView(shortText));
    };
    row(-120s, Now, "2 min ago", "2 min ago");
    row(0s, Now, "now", "now");
    row(120s, Now, "in 2 min", "in 2 min");
    row(-120s, Request, "2 min before the request", "2 min before");
    row(0s, Request, "at the time of the request", "at that moment");
    row(1ms, Request, "1 s after the request", "1 s after");
    row(-120s, Other, "2 min before the judged moment", "2 min before");
    row(0s, Other, "at the judged moment", "at that moment");
    row(120s, Other, "2 min after the judged moment", "2 min after");
}

void TestTimes::saysWhereAMomentLiesFromAnother()
{
    QFETCH(const qint64, ms);
    QFETCH(const verdict::AsOf, asOf);
    report::Standpoint from(at(1'787'580'131'000));
    from.asOf = asOf;
    QTEST(report::relativeText(from.at + milliseconds{ms}, from), "text");
    QTEST(report::shortRelativeText(from.at + milliseconds{ms}, from), "shortText");
}

void TestTimes::distanceAndRelativeTextAgree()
{
    const auto now = at(1'787'580'131'250);
    for (const auto fromNow : {1ms, 999ms, 1001ms, 599'750ms, 3'600'001ms, 90'000'001ms}) {
        QCOMPARE(report::relativeText(now + fromNow, now),
                 u"in "_s + report::distanceText(now + fromNow, now));
    }
    for (const auto fromNow : {1000ms, 1001ms, 599'750ms, 3'600'001ms, 90'000'001ms}) {
        QCOMPARE(report::relativeText(now - fromNow, now),
                 report::distanceText(now - fromNow, now) + u" ago"_s);
    }
}

void TestTimes::saysHowLongAgo()
{
    const auto now = at(1'787'580'131'000);
    QCOMPARE(report::pastText(now, now), u"just now"_s);
    QCOMPARE(report::pastText(now - 999ms, now), u"just now"_s);
    QCOMPARE(report::pastText(now - 34s, now), u"34 s ago"_s);
    QCOMPARE(report::pastText(now + 1h, now), u"2026-08-24 15:02:11 UTC"_s);
    QCOMPARE(report::pastText(now - 24h + 1ms, now), u"23 h 59 min ago"_s);
    report::Standpoint then(now);
    then.asOf = verdict::AsOf::Request;
    QCOMPARE(report::pastText(now - 34s, then), u"2026-08-24 14:01:37 UTC"_s);
    // Judged as of a moment far ahead: keys fetched today are not 23 years old.
    QCOMPARE(report::pastText(now - 24h, now), u"2026-08-23 14:02:11 UTC"_s);
}

void TestTimes::countsDown_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *text, milliseconds left) {
        QTest::addRow("%s %lld", text, static_cast<long long>(left.count()))
            << qint64(left.count()) << QString::fromUtf8(text);
    };
    row("0:00", -1h);
    row("0:00", 0ms);
    row("0:01", 1ms);
    row("0:59", 59s);
    row("1:00", 59'001ms);
    row("18:09", 18min + 9s);
    row("59:59", 1h - 1s);
    row("1:00:00", 1h);
    row("3:18:09", 3h + 18min + 9s);
    row("1 d 0 h", 24h);
    row("2 d 3 h", days{2} + 3h + 59min);
    row("about 56 years", days{20'566});
}

void TestTimes::countsDown()
{
    QFETCH(const qint64, ms);
    QTEST(report::countdownText(milliseconds{ms}), "text");
}

void TestTimes::writesUtcWithItsName_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("epoch") << qint64(0) << u"1970-01-01 00:00:00 UTC"_s;
    QTest::newRow("today") << qint64(1'787'580'131'000) << u"2026-08-24 14:02:11 UTC"_s;
    QTest::newRow("fraction") << qint64(1'787'580'131'250) << u"2026-08-24 14:02:11.250 UTC"_s;
    QTest::newRow("end of 9999") << qint64(253'402'300'799'000) << u"9999-12-31 23:59:59 UTC"_s;
    // Where instantFromNumber saturates, a date would be made up: 1e400 is no moment of that year.
    QTest::newRow("saturated") << qint64(base::latestInstant.time_since_epoch().count())
                               << u"9999-12-31 or later"_s;
    QTest::newRow("just before") << qint64(base::latestInstant.time_since_epoch().count()) - 1
                                 << u"9999-12-31 23:59:59.998 UTC"_s;
    QTest::newRow("saturated below")
        << qint64(base::earliestInstant.time_since_epoch().count()) << u"-6061-01-02 or earlier"_s;
}

void TestTimes::writesUtcWithItsName()
{
    QFETCH(const qint64, ms);
    QTEST(report::utcText(at(ms)), "text");
}

void TestTimes::writesLocalTimeWithItsOffset_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTC") << "UTC"_ba << u"2026-08-24 14:02:11 +00:00"_s;
    QTest::newRow("east") << "Asia/Kathmandu"_ba << u"2026-08-24 19:47:11 +05:45"_s;
    QTest::newRow("west") << "America/St_Johns"_ba << u"2026-08-24 11:32:11 -02:30"_s;
}

void TestTimes::writesLocalTimeWithItsOffset()
{
    QFETCH(const QByteArray, zone);
    const support::Zone local(zone);
    QTEST(report::localText(at(1'787'580'131'000)), "text");
}

void TestTimes::countdownAndRelativeTextAgree()
{
    const auto now = at(0);
    for (qint64 ms = 1; ms < 5000; ms += 37) {
        const auto relative = report::relativeText(now + milliseconds{ms}, now);
        const auto countdown = report::countdownText(milliseconds{ms});
        QCOMPARE(relative, u"in %1 s"_s.arg(countdown.right(1)));
    }
}

QTEST_GUILESS_MAIN(TestTimes)
#include "tst_times.moc"
