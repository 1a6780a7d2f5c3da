// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/clock.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using base::Instant;
using std::chrono::milliseconds;

namespace {

qint64 count(Instant instant)
{
    return instant.time_since_epoch().count();
}

constexpr qint64 last = 253402300799999;

} // namespace

//! Instants and durations as people and tokens write them.
class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundsNumbersUpToTheMillisecond_data();
    void roundsNumbersUpToTheMillisecond();
    void refusesWhatIsNoNumber_data();
    void refusesWhatIsNoNumber();
    void readsInstants_data();
    void readsInstants();
    void namesTheByteThatBreaksAnInstant_data();
    void namesTheByteThatBreaksAnInstant();
    void readsDurations_data();
    void readsDurations();
    void namesTheByteThatBreaksADuration_data();
    void namesTheByteThatBreaksADuration();
    void writesRfc3339_data();
    void writesRfc3339();
    void readsBackWhatItWrites();
    void systemClockGoesForward();
};

void TestClock::roundsNumbersUpToTheMillisecond_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("whole") << "1766541600"_ba << 1766541600000LL;
    QTest::newRow("zero") << "0"_ba << 0LL;
    QTest::newRow("one digit") << "9"_ba << 9000LL;
    QTest::newRow("eleven digits") << "99999999999"_ba << 99999999999000LL;
    QTest::newRow("twelve digits") << "100000000000"_ba << 100000000000000LL;
    QTest::newRow("whole with a fraction of zero") << "1766541600.0"_ba << 1766541600000LL;
    QTest::newRow("minus zero") << "-0"_ba << 0LL;
    QTest::newRow("minus zero with parts") << "-0.000e5"_ba << 0LL;
    QTest::newRow("milliseconds") << "1766541600.123"_ba << 1766541600123LL;
    QTest::newRow("just above a millisecond")
        << "1766541600.1230000000000000000000000000001"_ba << 1766541600124LL;
    QTest::newRow("just below a millisecond") << "1766541600.1229999"_ba << 1766541600123LL;
    // As a double this is 1766541600.001, a hair to one side or the other.
    QTest::newRow("exact on the decimal text") << "1766541600.001"_ba << 1766541600001LL;
    QTest::newRow("carry") << "0.9999"_ba << 1000LL;
    QTest::newRow("smallest") << "1e-400"_ba << 1LL;
    QTest::newRow("negative rounds up too") << "-1.0005"_ba << -1000LL;
    QTest::newRow("negative smallest") << "-1e-400"_ba << 0LL;
    QTest::newRow("negative") << "-86400"_ba << -86400000LL;
    QTest::newRow("exponent") << "1.7665416e9"_ba << 1766541600000LL;
    QTest::newRow("exponent down") << "17665416000e-1"_ba << 1766541600000LL;
    QTest::newRow("milliseconds taken for seconds saturate") << "1766541600000"_ba << last;
    QTest::newRow("last") << "253402300799.999"_ba << last;
    QTest::newRow("after the last") << "253402300799.9991"_ba << last;
    QTest::newRow("year 10000") << "253402300800"_ba << last;
    QTest::newRow("huge") << "1e400"_ba << last;
    QTest::newRow("beyond every exponent") << "1e99999999999999999999999"_ba << last;
    QTest::newRow("thirty digits") << "123456789012345678901234567890"_ba << last;
    QTest::newRow("negative huge") << "-1e400"_ba << -last;
    QTest::newRow("long negative") << "-253402300800"_ba << -last;
}

void TestClock::roundsNumbersUpToTheMillisecond()
{
    QFETCH(QByteArray, text);
    const std::optional<Instant> instant = base::instantFromNumber(text);
    QVERIFY(instant.has_value());
    QTEST(count(*instant), "expected");
}

void TestClock::refusesWhatIsNoNumber_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "01", "00", "1x", "1-", "1.", "+1", "\"1\"", "true", "1766541600 ", "NaN"})
        QTest::addRow("\"%s\"", text) << QByteArray(text);
}

void TestClock::refusesWhatIsNoNumber()
{
    QFETCH(QByteArray, text);
    QVERIFY(!base::instantFromNumber(text));
}

void TestClock::readsInstants_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("UTC") << "2026-08-24T14:02:11Z"_ba << 1787580131000LL;
    QTest::newRow("lower case") << "2026-08-24t14:02:11z"_ba << 1787580131000LL;
    QTest::newRow("blank") << "2026-08-24 14:02:11Z"_ba << 1787580131000LL;
    QTest::newRow("as reports write it") << "2026-08-24 14:02:11 UTC"_ba << 1787580131000LL;
    QTest::newRow("local time of a report") << "2026-08-24 16:02:11 +02:00"_ba << 1787580131000LL;
    QTest::newRow("east") << "2026-08-24T16:02:11+02:00"_ba << 1787580131000LL;
    QTest::newRow("west, over midnight") << "2026-08-23T23:32:11-14:30"_ba << 1787580131000LL;
    QTest::newRow("unknown offset") << "2026-08-24T14:02:11-00:00"_ba << 1787580131000LL;
    QTest::newRow("fraction") << "2026-08-24T14:02:11.25Z"_ba << 1787580131250LL;
    QTest::newRow("long fraction rounds up")
        << "2026-08-24T14:02:11.0000001Z"_ba << 1787580131001LL;
    QTest::newRow("epoch") << "1970-01-01T00:00:00Z"_ba << 0LL;
    QTest::newRow("before the epoch") << "1969-12-31T23:59:59.999Z"_ba << -1LL;
    QTest::newRow("leap day") << "2024-02-29T00:00:00Z"_ba << 1709164800000LL;
    QTest::newRow("leap second") << "2016-12-31T23:59:60Z"_ba << 1483228800000LL;
    QTest::newRow("year 0") << "0000-01-01T00:00:00Z"_ba << -62167219200000LL;
    QTest::newRow("last") << "9999-12-31T23:59:59.999Z"_ba << last;
    QTest::newRow("Unix seconds") << "1787580131"_ba << 1787580131000LL;
    QTest::newRow("Unix seconds with a fraction") << "1787580131.5"_ba << 1787580131500LL;
    QTest::newRow("Unix seconds before 1970") << "-1"_ba << -1000LL;
    QTest::newRow("zero") << "0"_ba << 0LL;
}

void TestClock::readsInstants()
{
    QFETCH(QByteArray, text);
    const base::Result<Instant> instant = base::parseInstant(text);
    QVERIFY(instant.has_value());
    QTEST(count(*instant), "expected");
}

void TestClock::namesTheByteThatBreaksAnInstant_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("offset");
    QTest::newRow("empty") << ""_ba << 0LL;
    QTest::newRow("word") << "now"_ba << 0LL;
    QTest::newRow("date alone") << "2026-08-24"_ba << 10LL;
    QTest::newRow("no zone") << "2026-08-24T14:02:11"_ba << 19LL;
    QTest::newRow("month 13") << "2026-13-01T00:00:00Z"_ba << 5LL;
    QTest::newRow("30 February") << "2026-02-30T00:00:00Z"_ba << 8LL;
    QTest::newRow("29 February of a common year") << "2100-02-29T00:00:00Z"_ba << 8LL;
    QTest::newRow("hour 24") << "2026-08-24T24:00:00Z"_ba << 11LL;
    QTest::newRow("minute 60") << "2026-08-24T14:60:00Z"_ba << 14LL;
    QTest::newRow("second 61") << "2026-08-24T14:00:61Z"_ba << 17LL;
    QTest::newRow("one digit") << "2026-8-24T14:02:11Z"_ba << 6LL;
    QTest::newRow("point without fraction") << "2026-08-24T14:02:11.Z"_ba << 20LL;
    QTest::newRow("zone without colon") << "2026-08-24T14:02:11+0200"_ba << 22LL;
    QTest::newRow("zone of 24 hours") << "2026-08-24T14:02:11+24:00"_ba << 20LL;
    QTest::newRow("text after it") << "2026-08-24T14:02:11Z "_ba << 20LL;
    QTest::newRow("UT") << "2026-08-24 14:02:11 UT"_ba << 22LL;
    QTest::newRow("another name of a zone") << "2026-08-24 14:02:11 CET"_ba << 20LL;
    QTest::newRow("exponent") << "1e9"_ba << 1LL;
    QTest::newRow("milliseconds") << "1787580131000"_ba << 0LL;
    QTest::newRow("blank before a number") << " 5"_ba << 0LL;
}

void TestClock::namesTheByteThatBreaksAnInstant()
{
    QFETCH(QByteArray, text);
    const base::Result<Instant> instant = base::parseInstant(text);
    QVERIFY(!instant.has_value());
    QCOMPARE(instant.error().id, "instant.syntax"_L1);
    QTEST(instant.error().offset, "offset");
}

void TestClock::readsDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("seconds") << "90"_ba << 90LL;
    QTest::newRow("zero") << "0"_ba << 0LL;
    QTest::newRow("zero seconds") << "0s"_ba << 0LL;
    QTest::newRow("s") << "90s"_ba << 90LL;
    QTest::newRow("m") << "5m"_ba << 300LL;
    QTest::newRow("h") << "2h"_ba << 7200LL;
    QTest::newRow("d") << "1d"_ba << 86400LL;
    QTest::newRow("sum") << "1h30m"_ba << 5400LL;
    QTest::newRow("every unit") << "1d2h3m4s"_ba << 93784LL;
    QTest::newRow("unit left out") << "1d4s"_ba << 86404LL;
    QTest::newRow("leading zero") << "05m"_ba << 300LL;
    QTest::newRow("longest") << "3659634d"_ba << 316192377600LL;
}

void TestClock::readsDurations()
{
    QFETCH(QByteArray, text);
    const base::Result<std::chrono::seconds> duration = base::parseDuration(text);
    QVERIFY(duration.has_value());
    QTEST(qint64(duration->count()), "expected");
}

void TestClock::namesTheByteThatBreaksADuration_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("offset");
    QTest::newRow("empty") << ""_ba << 0LL;
    QTest::newRow("negative") << "-5m"_ba << 0LL;
    QTest::newRow("plus") << "+5m"_ba << 0LL;
    QTest::newRow("unit alone") << "m"_ba << 0LL;
    QTest::newRow("unknown unit") << "5w"_ba << 1LL;
    QTest::newRow("capital") << "5M"_ba << 1LL;
    QTest::newRow("milliseconds") << "5ms"_ba << 2LL;
    QTest::newRow("fraction") << "1.5h"_ba << 1LL;
    QTest::newRow("blank") << "1h 30m"_ba << 2LL;
    QTest::newRow("last unit missing") << "1h30"_ba << 4LL;
    QTest::newRow("unit twice") << "1h2h"_ba << 3LL;
    QTest::newRow("short before long") << "30m1h"_ba << 4LL;
    QTest::newRow("longer than all time") << "3659635d"_ba << 0LL;
    QTest::newRow("sum longer than all time") << "3659634d1s"_ba << 8LL;
    QTest::newRow("beyond 64 bits") << "99999999999999999999s"_ba << 0LL;
    QTest::newRow("beyond 64 bits once multiplied") << "9223372036854775807d"_ba << 0LL;
}

void TestClock::namesTheByteThatBreaksADuration()
{
    QFETCH(QByteArray, text);
    const base::Result<std::chrono::seconds> duration = base::parseDuration(text);
    QVERIFY(!duration.has_value());
    QCOMPARE(duration.error().id, "duration.syntax"_L1);
    QTEST(duration.error().offset, "offset");
}

void TestClock::writesRfc3339_data()
{
    QTest::addColumn<qint64>("instant");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole second") << 1787580131000LL << u"2026-08-24T14:02:11Z"_s;
    QTest::newRow("milliseconds") << 1787580131007LL << u"2026-08-24T14:02:11.007Z"_s;
    QTest::newRow("epoch") << 0LL << u"1970-01-01T00:00:00Z"_s;
    QTest::newRow("before the epoch") << -1LL << u"1969-12-31T23:59:59.999Z"_s;
    QTest::newRow("year 0") << -62167219200000LL << u"0000-01-01T00:00:00Z"_s;
    QTest::newRow("last") << last << u"9999-12-31T23:59:59.999Z"_s;
    // RFC 3339 has no such year, so the sign is that of ISO 8601.
    QTest::newRow("first") << -last << u"-6060-01-02T00:00:00.001Z"_s;
}

void TestClock::writesRfc3339()
{
    QFETCH(qint64, instant);
    QTEST(base::toRfc3339(Instant(milliseconds(instant))), "expected");
}

void TestClock::readsBackWhatItWrites()
{
    for (qint64 at = -62167219200000; at < last; at += 86'400'000LL * 397 + 12'345'678) {
        const Instant instant{milliseconds(at)};
        QCOMPARE(base::parseInstant(base::toRfc3339(instant).toLatin1()).value(), instant);
    }
}

void TestClock::systemClockGoesForward()
{
    const base::SystemClock clock;
    const Instant before = clock.now();
    QVERIFY(clock.now() >= before);
    QVERIFY(qAbs(count(before) - QDateTime::currentMSecsSinceEpoch()) < 60'000);
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
