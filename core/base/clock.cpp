// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/clock.h"

#include "core/base/decimal.h"

using namespace Qt::Literals::StringLiterals;

namespace base {

namespace {

using std::chrono::milliseconds;

QString padded(qint64 number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

//! Whole seconds without sign, fraction or exponent, as nearly every token has them: a judgement
//! reads a dozen. Empty for all else.
std::optional<Instant> fromPlainSeconds(QByteArrayView text)
{
    constexpr qsizetype mostDigits = 11; // the year 5138
    const bool isPlain
        = !text.isEmpty() && text.size() <= mostDigits && (text.front() != '0' || text.size() == 1);
    if (!isPlain)
        return std::nullopt;
    qint64 number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return Instant(std::chrono::seconds(number));
}

} // namespace

Instant SystemClock::now() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

std::optional<Instant> instantFromNumber(QByteArrayView text)
{
    if (const auto plain = fromPlainSeconds(text))
        return plain;
    const std::optional<Decimal> seconds = Decimal::read(text);
    if (!seconds)
        return std::nullopt;
    const Decimal::Scaled scaled = seconds->scaled(3);
    const auto limit = quint64(latestInstant.time_since_epoch().count());
    if (scaled.tooLarge || scaled.magnitude >= limit)
        return seconds->isNegative() ? earliestInstant : latestInstant;
    const auto magnitude = qint64(scaled.magnitude);
    if (seconds->isNegative()) // cut towards zero is up
        return Instant(milliseconds(-magnitude));
    return Instant(milliseconds(magnitude + (scaled.hasRest ? 1 : 0)));
}

QString toRfc3339(Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(instant - day);
    const int year = int(date.year());
    QString text = (year < 0 ? u"-"_s : QString()) + padded(qAbs(year), 4);
    text += u'-' + padded(unsigned(date.month()), 2) + u'-' + padded(unsigned(date.day()), 2);
    text += u'T' + padded(time.hours().count(), 2) + u':' + padded(time.minutes().count(), 2);
    text += u':' + padded(time.seconds().count(), 2);
    if (time.subseconds().count() != 0)
        text += u'.' + padded(time.subseconds().count(), 3);
    return text + u'Z';
}

} // namespace base
