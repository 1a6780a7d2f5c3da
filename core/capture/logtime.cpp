// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/logtime.h"

#include "core/base/jsonnumber.h"
#include "core/http/headers.h"

#include <QByteArrayList>

namespace capture {

namespace {

using base::Instant;
using std::chrono::milliseconds;

bool isNumberAt(QByteArrayView text, qsizetype at, qsizetype digits)
{
    if (text.size() < at + digits)
        return false;
    for (qsizetype i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return false;
    }
    return true;
}

std::optional<Instant> asInstant(const base::Result<Instant> &read)
{
    return read ? std::optional(*read) : std::nullopt;
}

//! "+0200" as "+02:00", which RFC 3339 wants.
QByteArray withColonInOffset(QByteArray text)
{
    const qsizetype sign = text.size() - 5;
    if (sign > 10 && (text[sign] == '+' || text[sign] == '-') && isNumberAt(text, sign + 1, 4))
        text.insert(sign + 3, ':');
    return text;
}

std::optional<Instant> readIso(QByteArrayView text)
{
    if (text.size() < 20 || !isNumberAt(text, 0, 4) || text[4] != '-' || !isNumberAt(text, 11, 2))
        return std::nullopt;
    QByteArray iso = text.toByteArray().replace(',', '.');
    iso[10] = 'T';
    if (iso.endsWith(" UTC") || iso.endsWith(" GMT"))
        iso = iso.chopped(4) + 'Z';
    const qsizetype blank = iso.indexOf(' '); // "… +0200"
    if (blank > 0)
        iso.remove(blank, 1);
    return asInstant(base::parseInstant(withColonInOffset(iso)));
}

//! "10/Oct/2026:13:55:36 +0200".
std::optional<Instant> readAccessLogTime(QByteArrayView text)
{
    constexpr QByteArrayView months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (text.size() != 26 || text[2] != '/' || text[6] != '/' || text[11] != ':')
        return std::nullopt;
    const qsizetype month = months.indexOf(text.sliced(3, 3));
    if (month < 0 || month % 3 != 0)
        return std::nullopt;
    const QByteArray number = QByteArray::number(month / 3 + 1).rightJustified(2, '0');
    const QByteArrayList pieces{text.sliced(7, 4).toByteArray(), number,
                                text.first(2).toByteArray()};
    const QByteArray iso
        = pieces.join('-') + 'T' + text.sliced(12, 8).toByteArray() + text.sliced(21).toByteArray();
    return asInstant(base::parseInstant(withColonInOffset(iso)));
}

//! "Mon Nov 30 10:00:01 GMT 2026": date(1) and Java's Date.toString(). Other zones have no one
//! meaning ("CST"), so only UTC's names are read.
std::optional<Instant> readDateCommand(QByteArrayView text)
{
    constexpr qsizetype zoneAt = 19;
    constexpr qsizetype zoneSize = 4;
    if (text.size() != 28)
        return std::nullopt;
    const QByteArrayView zone = text.sliced(zoneAt, zoneSize);
    if (zone != " GMT" && zone != " UTC")
        return std::nullopt;
    // Without its zone it is asctime()'s form, which HTTP had once: RFC 9110 section 5.6.7.
    return asInstant(http::parseHttpDate(text.first(zoneAt).toByteArray()
                                         + text.sliced(zoneAt + zoneSize).toByteArray()));
}

//! What a count of seconds since 1970 is told from: its size says the unit, for centuries to come.
std::optional<Instant> readUnixTime(QByteArrayView text)
{
    const std::optional<Instant> seconds = base::instantFromNumber(text);
    if (!seconds || *seconds < Instant(std::chrono::seconds(100'000'000)))
        return std::nullopt;
    constexpr auto farAway = milliseconds(100'000'000'000'000); // as seconds: the year 5138
    if (seconds->time_since_epoch() < farAway)
        return seconds;
    bool isWhole = false;
    qlonglong count = text.toByteArray().toLongLong(&isWhole);
    if (!isWhole)
        return std::nullopt;
    while (count > farAway.count() / 10) // microseconds, nanoseconds
        count /= 1000;
    return Instant(milliseconds(count));
}

} // namespace

std::optional<base::Instant> readLogTime(QByteArrayView text)
{
    constexpr qsizetype longest = 48;
    const QByteArrayView trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longest)
        return std::nullopt;
    for (const auto read : {readIso, readAccessLogTime, readDateCommand, readUnixTime}) {
        if (const std::optional<Instant> found = read(trimmed))
            return found;
    }
    return asInstant(http::parseHttpDate(trimmed));
}

} // namespace capture
