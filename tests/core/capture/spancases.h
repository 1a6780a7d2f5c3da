// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "commandcases.h"

#include <QDateTime>
#include <QTest>

//! Captures in tables, with brackets around what each sighting's span must hold: "Bearer ⟦JWT0⟧".
//! Of a token that is carried in another writing both are told: "⟦JWT0|its percent-encoding⟧";
//! several tokens in one stretch have a comma between their names.
namespace spancases {

inline const QByteArray open = "⟦";
inline const QByteArray close = "⟧";

//! What stands for the token `name` in the text.
inline QByteArray as(const QByteArray &name, const QByteArray &writing)
{
    return open + name + '|' + writing + close;
}

struct Marked
{
    QByteArray text; //!< Without the brackets.
    QList<base::Span> spans;
    QList<QByteArray> tokens;
};

inline Marked unmarked(const QByteArray &marked)
{
    Marked result;
    qsizetype at = 0;
    for (qsizetype from = marked.indexOf(open); from >= 0; from = marked.indexOf(open, at)) {
        result.text += commandcases::filled(marked.sliced(at, from - at));
        const qsizetype end = marked.indexOf(close, from);
        const QByteArray inner = marked.sliced(from + open.size(), end - from - open.size());
        const qsizetype bar = inner.indexOf('|');
        const QByteArray writing = commandcases::filled(bar < 0 ? inner : inner.sliced(bar + 1));
        for (const QByteArray &name : bar < 0 ? QList{inner} : inner.first(bar).split(',')) {
            result.spans.append({result.text.size(), result.text.size() + writing.size()});
            result.tokens.append(commandcases::filled(name));
        }
        result.text += writing;
        at = end + close.size();
    }
    result.text += commandcases::filled(marked.sliced(at));
    return result;
}

//! A row: what is read of the text, line by line.
struct Expected
{
    const char *form = "text";
    //! "GET https://a.example/ 401", and "2026-09-21T15:00:00.000Z" behind it where the time is
    //! known.
    QList<QByteArray> requests{};
    //! "header Authorization request access_token", and the ids of what is wrong with it,
    //! "carrying." left out, in brackets: "[two_spaces]". A number in front is the request it
    //! belongs to.
    QList<QByteArray> seen{};
    QByteArray told{}; //!< Ids of the capture's own findings.
};

inline void addColumns()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("requests");
    QTest::addColumn<QByteArray>("seen");
    QTest::addColumn<QByteArray>("told");
}

inline void row(const char *name, const QByteArray &marked, const Expected &expected)
{
    QTest::newRow(name) << marked << QByteArray(expected.form) << expected.requests.join('\n')
                        << expected.seen.join('\n') << expected.told;
}

inline QByteArray line(const capture::Request &request)
{
    QByteArray line = request.method + ' ' + request.url + ' ' + QByteArray::number(request.status);
    if (request.time)
        line += ' '
            + QDateTime::fromMSecsSinceEpoch(request.time->time_since_epoch().count(), Qt::UTC)
                  .toString(Qt::ISODateWithMs)
                  .toUtf8();
    return line;
}

inline QByteArray line(const capture::Sighting &sighting)
{
    const QByteArray said = capturecases::ids(sighting.findings).join(u' ').toUtf8();
    return (sighting.request < 0 ? QByteArray() : QByteArray::number(sighting.request) + ' ')
        + capturecases::seen(sighting).toUtf8()
        + (said.isEmpty() ? QByteArray() : " [" + QByteArray(said).replace("carrying.", "") + ']');
}

template <typename Items>
QByteArray lines(const Items &items)
{
    QList<QByteArray> lines;
    for (const auto &item : items)
        lines.append(line(item));
    return lines.join('\n');
}

//! Compares the row, whose text is `expected`, with what is read.
inline void compare(const Marked &expected)
{
    QFETCH(const QByteArray, form);
    QFETCH(const QByteArray, requests);
    QFETCH(const QByteArray, seen);
    QFETCH(const QByteArray, told);
    const capture::Capture capture = capture::read(expected.text);
    QCOMPARE(lines(capture.sightings), seen);
    QCOMPARE(capturecases::tokens(capture), expected.tokens);
    for (qsizetype i = 0; i < capture.sightings.size(); ++i) {
        QCOMPARE(capture.sightings[i].span.start, expected.spans[i].start);
        QCOMPARE(capture.sightings[i].span.end, expected.spans[i].end);
    }
    QCOMPARE(lines(capture.requests), requests);
    QCOMPARE(capturecases::ids(capture.findings).join(u' ').toUtf8(), told);
    QCOMPARE(QByteArray(capture.form.data(), capture.form.size()), form);
}

//! The same of a text whose tokens have the names of `commandcases::filled`.
inline void checkRow()
{
    QFETCH(const QByteArray, marked);
    compare(unmarked(marked));
}

} // namespace spancases
