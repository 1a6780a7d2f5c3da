// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/headers.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

struct Fields
{
    QByteArray day;
    QByteArray month;
    QByteArray year;
    QByteArray time;
};

constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Exactly `digits` decimal digits; -1 otherwise.
int number(QByteArrayView text, qsizetype digits)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != digits || !std::all_of(text.begin(), text.end(), isDigit))
        return -1;
    return text.toInt();
}

int monthNumber(QByteArrayView text)
{
    const auto found = std::find_if(months.begin(), months.end(),
                                    [&](const char *month) { return text == month; });
    return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

// A year of two digits, which only RFC 850 dates have: a fixed pivot, because the moment is not
// known here and the form died before 2000.
int fullYear(QByteArrayView text)
{
    if (text.size() != 2)
        return number(text, 4);
    const int year = number(text, 2);
    return year < 0 ? -1 : year + (year < 70 ? 2000 : 1900);
}

std::optional<std::chrono::seconds> timeOfDay(QByteArrayView text)
{
    if (text.size() != 8 || text[2] != ':' || text[5] != ':')
        return std::nullopt;
    const int hours = number(text.sliced(0, 2), 2);
    const int minutes = number(text.sliced(3, 2), 2);
    const int seconds = number(text.sliced(6, 2), 2);
    const bool inRange = hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59 && seconds >= 0
        && seconds <= 60; // a leap second
    if (!inRange)
        return std::nullopt;
    return std::chrono::hours(hours) + std::chrono::minutes(minutes)
        + std::chrono::seconds(seconds);
}

// The words of any of the three forms, sorted into fields.
std::optional<Fields> sortWords(const QList<QByteArray> &words)
{
    const bool named = !words.isEmpty() && words.first().endsWith(',');
    if (named && words.size() == 6 && words[5] == "GMT")
        return Fields{words[1], words[2], words[3], words[4]}; // Sun, 06 Nov 1994 08:49:37 GMT
    if (named && words.size() == 4 && words[3] == "GMT") { // Sunday, 06-Nov-94 08:49:37 GMT
        const QList<QByteArray> date = words[1].split('-');
        return date.size() == 3 ? std::optional(Fields{date[0], date[1], date[2], words[2]})
                                : std::nullopt;
    }
    if (!named && words.size() == 5) // Sun Nov  6 08:49:37 1994
        return Fields{words[2].rightJustified(2, '0'), words[1], words[4], words[3]};
    return std::nullopt;
}

} // namespace

base::Result<base::Instant> parseHttpDate(QByteArrayView text)
{
    const auto bad = [&] { return base::failure("http.date"_L1, QString::fromLatin1(text)); };
    const auto fields = sortWords(text.toByteArray().simplified().split(' '));
    if (!fields)
        return bad();
    const auto time = timeOfDay(fields->time);
    const int year = fullYear(fields->year);
    const int day = number(fields->day, 2);
    const int month = monthNumber(fields->month);
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(std::max(day, 0)))};
    if (!time || year < 0 || !date.ok())
        return bad();
    return base::Instant(std::chrono::sys_days(date) + *time);
}

} // namespace http
