// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/times.h"

#include "core/report/texts.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

//! Beyond two years nobody counts hours, and the sum would pretend an exactness it has not.
constexpr auto yearsBegin = days{730};

//! base::instantFromNumber ends at the year 9999, whatever the token says: beyond this a number of
//! years would be made up.
constexpr auto tellableYears = 7000;

//! Nothing is kept that long: a greater age comes of a judgement as of a moment far ahead, and
//! "fetched 23 years ago" would be read as a fact.
constexpr auto agesEnd = days{1};

//! Rounded up on both sides of now, so that "in 1 s" becomes "now" exactly when exp is reached.
seconds secondsTo(base::Instant instant, base::Instant now)
{
    return std::chrono::ceil<seconds>(instant - now);
}

struct Units
{
    qint64 days = 0;
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
};

//! A duration in the units that people read.
Units split(seconds whole)
{
    const auto count = whole.count();
    return {count / 86400, int(count / 3600 % 24), int(count / 60 % 60), int(count % 60)};
}

QString dayText(qint64 count)
{
    return count == 1 ? translated(QT_TRANSLATE_NOOP("report", "1 day"))
                      : translated(QT_TRANSLATE_NOOP("report", "%1 days")).arg(count);
}

//! The two largest units; the smaller one with two digits, so that a ticking text does not jump.
QString twoUnits(const Units &units)
{
    if (units.days > 0) {
        const auto text = dayText(units.days);
        return units.hours == 0
            ? text
            : translated(QT_TRANSLATE_NOOP("report", "%1 %2 h")).arg(text).arg(units.hours);
    }
    if (units.hours > 0) {
        return units.minutes == 0 ? translated(QT_TRANSLATE_NOOP("report", "%1 h")).arg(units.hours)
                                  : translated(QT_TRANSLATE_NOOP("report", "%1 h %2 min"))
                                        .arg(units.hours)
                                        .arg(units.minutes, 2, 10, '0'_L1);
    }
    if (units.minutes > 0) {
        return units.seconds == 0
            ? translated(QT_TRANSLATE_NOOP("report", "%1 min")).arg(units.minutes)
            : translated(QT_TRANSLATE_NOOP("report", "%1 min %2 s"))
                  .arg(units.minutes)
                  .arg(units.seconds, 2, 10, '0'_L1);
    }
    return translated(QT_TRANSLATE_NOOP("report", "%1 s")).arg(units.seconds);
}

//! Milliseconds only where a token or a person gave them.
QString fractionText(const QDateTime &when)
{
    return when.time().msec() == 0 ? QString() : when.toString(u".zzz");
}

QString dateAndTime(const QDateTime &when)
{
    return when.toString(u"yyyy-MM-dd HH:mm:ss") + fractionText(when);
}

//! Numbers beyond what base::instantFromNumber tells apart: their date would be made up. Empty for
//! all others.
QString boundaryText(base::Instant instant)
{
    if (instant >= base::latestInstant)
        return translated(QT_TRANSLATE_NOOP("report", "9999-12-31 or later"));
    return instant <= base::earliestInstant
        ? translated(QT_TRANSLATE_NOOP("report", "-6061-01-02 or earlier"))
        : QString();
}

//! How a distance reads, by where the other moment lies.
struct Directions
{
    const char *past = nullptr;
    const char *same = nullptr;
    const char *future = nullptr;
};

// In the order of verdict::AsOf.
constexpr std::array directions{
    Directions{QT_TRANSLATE_NOOP("report", "%1 ago"), QT_TRANSLATE_NOOP("report", "now"),
               QT_TRANSLATE_NOOP("report", "in %1")},
    Directions{QT_TRANSLATE_NOOP("report", "%1 before the request"),
               QT_TRANSLATE_NOOP("report", "at the time of the request"),
               QT_TRANSLATE_NOOP("report", "%1 after the request")},
    Directions{QT_TRANSLATE_NOOP("report", "%1 before the judged moment"),
               QT_TRANSLATE_NOOP("report", "at the judged moment"),
               QT_TRANSLATE_NOOP("report", "%1 after the judged moment")},
};
static_assert(directions.size() == size_t(verdict::AsOf::Other) + 1);

//! Where the moment itself is in sight.
constexpr Directions beside{QT_TRANSLATE_NOOP("report", "%1 before"),
                            QT_TRANSLATE_NOOP("report", "at that moment"),
                            QT_TRANSLATE_NOOP("report", "%1 after")};

QString directed(base::Instant instant, base::Instant from, const Directions &words)
{
    const auto distance = secondsTo(instant, from);
    if (distance == seconds{0})
        return translated(words.same);
    return translated(distance > seconds{0} ? words.future : words.past)
        .arg(distanceText(instant, from));
}

} // namespace

QString durationText(milliseconds duration)
{
    const auto whole = std::chrono::floor<seconds>(std::max(duration, milliseconds{0}));
    if (whole >= yearsBegin) {
        const auto years = std::chrono::round<std::chrono::years>(whole).count();
        if (years > tellableYears)
            return translated(QT_TRANSLATE_NOOP("report", "more than %1 years")).arg(tellableYears);
        return translated(QT_TRANSLATE_NOOP("report", "about %1 years")).arg(years);
    }
    return twoUnits(split(whole));
}

QString relativeText(base::Instant instant, const Standpoint &from)
{
    return directed(instant, from.at, directions.at(size_t(from.asOf)));
}

QString shortRelativeText(base::Instant instant, const Standpoint &from)
{
    const bool isNow = from.asOf == verdict::AsOf::Now;
    return isNow ? relativeText(instant, from) : directed(instant, from.at, beside);
}

QString distanceText(base::Instant instant, base::Instant now)
{
    return durationText(std::chrono::abs(secondsTo(instant, now)));
}

QString pastText(base::Instant instant, const Standpoint &from)
{
    const auto age = from.at - instant;
    if (from.asOf != verdict::AsOf::Now || age < age.zero() || age >= agesEnd)
        return utcText(std::chrono::floor<seconds>(instant));
    return age < seconds{1} ? translated(QT_TRANSLATE_NOOP("report", "just now"))
                            : relativeText(instant, from);
}

QString localText(base::Instant instant)
{
    if (auto boundary = boundaryText(instant); !boundary.isEmpty())
        return boundary;
    const auto local = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count());
    const auto seconds = local.offsetFromUtc();
    const auto minutes = std::abs(seconds) / 60;
    return u"%1 %2%3:%4"_s.arg(dateAndTime(local), seconds < 0 ? u"-"_s : u"+"_s)
        .arg(minutes / 60, 2, 10, '0'_L1)
        .arg(minutes % 60, 2, 10, '0'_L1);
}

bool isInUtc(base::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count()).offsetFromUtc() == 0;
}

QString utcText(base::Instant instant)
{
    if (auto boundary = boundaryText(instant); !boundary.isEmpty())
        return boundary;
    const auto utc = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
    return dateAndTime(utc) + u" UTC"_s;
}

QString countdownText(milliseconds left)
{
    // Rounded up, so that "0:00" and the flip of the verdict come together.
    const auto whole = std::chrono::ceil<seconds>(std::max(left, milliseconds{0}));
    if (whole >= yearsBegin)
        return durationText(whole);
    const auto units = split(whole);
    if (units.days > 0)
        return translated(QT_TRANSLATE_NOOP("report", "%1 d %2 h"))
            .arg(units.days)
            .arg(units.hours);
    if (units.hours > 0) {
        return u"%1:%2:%3"_s.arg(units.hours)
            .arg(units.minutes, 2, 10, '0'_L1)
            .arg(units.seconds, 2, 10, '0'_L1);
    }
    return u"%1:%2"_s.arg(units.minutes).arg(units.seconds, 2, 10, '0'_L1);
}

} // namespace report
