// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace report {

//! A half-open range of UTF-16 units; never inside a surrogate pair.
struct TextRange
{
    qsizetype start = 0;
    qsizetype end = 0;

    [[nodiscard]] bool isEmpty() const { return end <= start; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

//! Where two texts differ once their common beginning and end are taken away. Both ranges are empty
//! when the texts are equal; one may be empty when the other has something more.
struct Differences
{
    TextRange expected;
    TextRange found;

    [[nodiscard]] bool any() const { return !expected.isEmpty() || !found.isEmpty(); }
    friend bool operator==(const Differences &, const Differences &) = default;
};

//! Takes time that grows with the length of the texts.
[[nodiscard]] Differences differences(QStringView expected, QStringView found);

//! A text cut at its differing range, each piece with its invisible characters made visible. Ready
//! for a plain-text label or a terminal, where the middle piece is painted.
struct MarkedText
{
    QString before;
    QString differing;
    QString after;

    [[nodiscard]] QString plain() const { return before + differing + after; }
    //! "https://example.com‹/›", for sinks without colour.
    [[nodiscard]] QString withMarks() const;
};

//! `range` as differences() tells it.
[[nodiscard]] MarkedText marked(QStringView text, const TextRange &range);

//! Whether marking helps a reader: the texts have something in common beside what differs.
[[nodiscard]] bool isTelling(const Differences &differences, QStringView expected,
                             QStringView found);

} // namespace report
