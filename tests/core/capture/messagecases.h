// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "capturecases.h"

#include <QTest>

namespace capturecases {

//! A capture and everything that must be seen in it: no more, no less.
struct Expected
{
    QByteArray form;
    QStringList requests;
    QStringList seen;
    QList<QByteArray> tokens;
    //! Of each sighting, "carrying." left out, blanks between; none: nothing about any.
    QStringList findings{};
    QStringList told{}; //!< Ids of the capture's own findings.
    bool isVerbatim = true; //!< The tokens stand in the text as they are.
};

inline void compare(const capture::Capture &capture, const Expected &expected)
{
    QCOMPARE(requests(capture), expected.requests);
    QCOMPARE(seen(capture), expected.seen);
    QCOMPARE(tokens(capture), expected.tokens);
    if (expected.isVerbatim)
        QCOMPARE(places(capture), expected.tokens);
    QStringList findings;
    for (const auto &sighting : capture.sightings)
        findings += ids(sighting.findings).join(u' ').remove(QStringLiteral("carrying."));
    QStringList wanted = expected.findings;
    while (wanted.size() < capture.sightings.size())
        wanted += QString();
    QCOMPARE(findings, wanted);
    QCOMPARE(ids(capture.findings), expected.told);
    QCOMPARE(QByteArray(capture.form.data(), capture.form.size()), expected.form);
}

} // namespace capturecases

Q_DECLARE_METATYPE(capturecases::Expected)
