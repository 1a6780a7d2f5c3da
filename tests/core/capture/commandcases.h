// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "capturecases.h"

#include <QTest>

//! Tables of captures and what must be seen in them, for the forms that are commands and code.
namespace commandcases {

//! JWT0, JWT1, ID0, RT0, OP0 and HS0, a short one, in a text stand for tokens.
inline QByteArray filled(QByteArray text)
{
    text.replace("JWT0", capturecases::jwt(0));
    text.replace("JWT1", capturecases::jwt(1));
    text.replace("ID0", capturecases::idToken());
    text.replace("RT0", capturecases::refreshToken());
    text.replace("HS0", capturecases::jws(R"({"alg":"HS256"})", R"({"sub":"1"})", 32));
    text.replace("OP0", capturecases::opaque());
    return text;
}

//! What a row expects. Tokens are named as in the text; `places` is what their spans hold where
//! that is not the token itself.
struct Expected
{
    QStringList requests;
    QStringList seen;
    QList<QByteArray> tokens;
    QStringList findings; //!< Of the capture, then of each sighting.
    QList<QByteArray> places;
};

inline void addColumns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("requests");
    QTest::addColumn<QStringList>("seen");
    QTest::addColumn<QList<QByteArray>>("tokens");
    QTest::addColumn<QStringList>("findings");
    QTest::addColumn<QList<QByteArray>>("places");
}

inline void addRow(const char *name, const QByteArray &text, const Expected &expected)
{
    QList<QByteArray> tokens;
    for (const QByteArray &token : expected.tokens)
        tokens.append(filled(token));
    QList<QByteArray> places;
    for (const QByteArray &place : expected.places)
        places.append(filled(place));
    QTest::newRow(name) << filled(text) << expected.requests << expected.seen << tokens
                        << expected.findings << (places.isEmpty() ? tokens : places);
}

inline QStringList allIds(const capture::Capture &capture)
{
    QStringList ids = capturecases::ids(capture.findings);
    for (const capture::Sighting &sighting : capture.sightings)
        ids += capturecases::ids(sighting.findings);
    return ids;
}

//! Compares the row with what is read, its lines ending in LF and in CRLF.
inline void checkRow(bool isTextOfCrLf)
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, requests);
    QFETCH(QStringList, seen);
    QFETCH(QList<QByteArray>, tokens);
    QFETCH(QStringList, findings);
    QFETCH(QList<QByteArray>, places);
    if (isTextOfCrLf)
        text.replace("\n", "\r\n");
    const capture::Capture capture = capture::read(text);
    QCOMPARE(capturecases::requests(capture), requests);
    QCOMPARE(capturecases::seen(capture), seen);
    QCOMPARE(capturecases::tokens(capture), tokens);
    QCOMPARE(capturecases::places(capture), places);
    QCOMPARE(allIds(capture), findings);
}

//! The row's text is no request and holds no token.
inline void checkInventsNothing()
{
    QFETCH(const QByteArray, text);
    const capture::Capture capture = capture::read(text);
    QVERIFY(capture.requests.isEmpty());
    QVERIFY(capture.sightings.isEmpty());
}

//! However much of a text was copied, what is seen is in it.
inline void checkEndsAnywhere(const QByteArray &whole)
{
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const capture::Capture capture = capture::read(whole.first(size));
        for (const capture::Sighting &sighting : capture.sightings)
            QVERIFY(sighting.span.isValid() && sighting.span.end <= size);
    }
}

} // namespace commandcases
