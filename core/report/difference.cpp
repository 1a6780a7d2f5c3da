// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/difference.h"

#include "core/base/escape.h"

#include <algorithm>

namespace report {

namespace {

qsizetype commonPrefix(QStringView a, QStringView b)
{
    const auto [inA, inB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    Q_UNUSED(inB)
    auto length = qsizetype(inA - a.begin());
    if (length > 0 && a.at(length - 1).isHighSurrogate())
        --length;
    return length;
}

//! Of what is left after the prefix, so that "aa" against "a" does not overlap.
qsizetype commonSuffix(QStringView a, QStringView b)
{
    const auto limit = std::min(a.size(), b.size());
    qsizetype length = 0;
    while (length < limit && a.at(a.size() - 1 - length) == b.at(b.size() - 1 - length))
        ++length;
    if (length > 0 && a.at(a.size() - length).isLowSurrogate())
        --length;
    return length;
}

//! A piece from the middle of a text: its blanks at the ends are not at the ends of the text.
QString inner(QStringView piece)
{
    return base::escape::forTerminal(piece);
}

} // namespace

Differences differences(QStringView expected, QStringView found)
{
    const auto prefix = commonPrefix(expected, found);
    const auto suffix = commonSuffix(expected.mid(prefix), found.mid(prefix));
    return {{prefix, expected.size() - suffix}, {prefix, found.size() - suffix}};
}

QString MarkedText::withMarks() const
{
    return differing.isEmpty() ? plain() : before + u'‹' + differing + u'›' + after;
}

MarkedText marked(QStringView text, const TextRange &range)
{
    const auto length = range.end - range.start;
    return {inner(text.left(range.start)), base::escape::visible(text.mid(range.start, length)),
            inner(text.mid(range.end))};
}

bool isTelling(const Differences &differences, QStringView expected, QStringView found)
{
    const auto shorter = std::min(expected.size(), found.size());
    const auto differing = std::max(differences.expected.end - differences.expected.start,
                                    differences.found.end - differences.found.start);
    return differences.any() && shorter > 0
        && differing * 2 <= std::max(expected.size(), found.size());
}

} // namespace report
