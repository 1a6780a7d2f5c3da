// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/clock.h"

#include "core/base/decimal.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace base {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Reads from left to right and remembers the first byte that did not fit.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] qsizetype offset() const { return m_at; }

    // One of these characters, which must be there; its place in `set`.
    int take(QByteArrayView set)
    {
        const qsizetype found = atEnd() || m_failed ? -1 : set.indexOf(m_text[m_at]);
        if (found < 0)
            m_failed = true;
        else
            ++m_at;
        return int(found);
    }

    bool takeIf(char c)
    {
        const bool here = !m_failed && !atEnd() && m_text[m_at] == c;
        m_at += here ? 1 : 0;
        return here;
    }

    // A number of exactly `width` digits, within the range; it fails at the number's first byte.
    int number(int width, int low, int high)
    {
        const qsizetype begin = m_at;
        int value = 0;
        for (int i = 0; i < width; ++i)
            value = value * 10 + take("0123456789");
        if (!m_failed && (value < low || value > high)) {
            m_failed = true;
            m_at = begin;
        }
        return value;
    }

    QByteArrayView digits()
    {
        const qsizetype begin = m_at;
        while (!m_failed && !atEnd() && isDigit(m_text[m_at]))
            ++m_at;
        m_failed = m_failed || m_at == begin;
        return m_text.sliced(begin, m_at - begin);
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
    bool m_failed = false;
};

tl::unexpected<Error> badInstant(qsizetype offset)
{
    return failure("instant.syntax"_L1,
                   u"expected RFC 3339 (2026-08-24T14:02:11Z) or Unix seconds"_s, offset);
}

// Rounded up, as the numbers of a token are.
milliseconds readFraction(Cursor &cursor)
{
    if (!cursor.takeIf('.'))
        return {};
    const QByteArray number = "0." + cursor.digits().toByteArray();
    const std::optional<Decimal> fraction = Decimal::read(number);
    if (!fraction)
        return {};
    const Decimal::Scaled scaled = fraction->scaled(3);
    return milliseconds(qint64(scaled.magnitude) + (scaled.hasRest ? 1 : 0));
}

minutes readOffset(Cursor &cursor)
{
    cursor.takeIf(' '); // reports put a blank before the zone, and write UTC
    if (cursor.takeIf('U')) {
        cursor.take("T");
        cursor.take("C");
        return {};
    }
    const int sign = cursor.take("Zz+-");
    if (sign < 2)
        return {};
    const hours wholeHours(cursor.number(2, 0, 23));
    cursor.take(":");
    const minutes offset = wholeHours + minutes(cursor.number(2, 0, 59));
    return sign == 2 ? offset : -offset;
}

// RFC 3339 section 5.6; a leap second is the first moment of the next minute.
Result<Instant> readRfc3339(QByteArrayView text)
{
    Cursor cursor(text);
    const std::chrono::year year(cursor.number(4, 0, 9999));
    cursor.take("-");
    const std::chrono::month month(unsigned(cursor.number(2, 1, 12)));
    cursor.take("-");
    const qsizetype dayOffset = cursor.offset();
    const std::chrono::day day(unsigned(cursor.number(2, 1, 31)));
    const std::chrono::year_month_day date(year, month, day);
    if (!cursor.hasFailed() && !date.ok())
        return badInstant(dayOffset);
    cursor.take("Tt ");
    const hours hour(cursor.number(2, 0, 23));
    cursor.take(":");
    const minutes minute(cursor.number(2, 0, 59));
    cursor.take(":");
    const seconds second(cursor.number(2, 0, 60));
    const milliseconds fraction = readFraction(cursor);
    const minutes offset = readOffset(cursor);
    if (cursor.hasFailed() || !cursor.atEnd())
        return badInstant(cursor.offset());
    return Instant(std::chrono::sys_days(date)) + hour + minute + second + fraction - offset;
}

struct Unit
{
    char letter;
    seconds length;
};

// From long to short, and a sum must go this way: "5m2h" is rather a slip than a wish.
constexpr Unit units[] = {{'d', days(1)}, {'h', hours(1)}, {'m', minutes(1)}, {'s', seconds(1)}};
constexpr QByteArrayView unitLetters = "dhms";
constexpr seconds longest = days(366 * 9999);

tl::unexpected<Error> badDuration(qsizetype offset)
{
    return failure("duration.syntax"_L1, u"expected seconds, or a sum such as 1h30m"_s, offset);
}

} // namespace

Result<Instant> parseInstant(QByteArrayView text)
{
    // A year has four digits and then a hyphen; no number has.
    if (text.size() > 4 && text[4] == '-')
        return readRfc3339(text);
    // Nobody means an exponent here, nor a moment after the year 9999.
    const auto *exponent
        = std::find_if(text.begin(), text.end(), [](char c) { return c == 'e' || c == 'E'; });
    const std::optional<Instant> instant = instantFromNumber(text);
    if (exponent != text.end() || !instant || *instant == latestInstant
        || *instant == earliestInstant)
        return badInstant(exponent == text.end() ? 0 : exponent - text.begin());
    return *instant;
}

Result<seconds> parseDuration(QByteArrayView text)
{
    Cursor cursor(text);
    seconds sum(0);
    int lastUnit = -1;
    do {
        const qsizetype begin = cursor.offset();
        bool fits = false;
        const qint64 count = cursor.digits().toLongLong(&fits);
        const bool bare = cursor.atEnd() && begin == 0;
        const qsizetype unitOffset = cursor.offset();
        const int unit = bare ? 3 : cursor.take(unitLetters);
        if (cursor.hasFailed())
            return badDuration(cursor.offset());
        if (unit <= lastUnit)
            return badDuration(unitOffset);
        if (!fits || count > (longest - sum) / units[unit].length)
            return badDuration(begin);
        sum += count * units[unit].length;
        lastUnit = unit;
    } while (!cursor.atEnd());
    return sum;
}

} // namespace base
