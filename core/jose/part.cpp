// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/token.h"

#include <algorithm>

namespace jose {

namespace {

// Three bytes lie in four characters: byte 0 in the characters 0 and 1, byte 1 in 1 and 2, byte 2
// in 2 and 3.

base::Span charactersOf(const base::Span &bytes)
{
    const qint64 first = bytes.start / 3 * 4 + bytes.start % 3;
    if (bytes.size() == 0)
        return {first, first};
    const qint64 last = bytes.end - 1;
    return {first, last / 3 * 4 + last % 3 + 2};
}

base::Span bytesOf(const base::Span &characters)
{
    const qint64 last = characters.end - 1;
    return {characters.start / 4 * 3 + std::max(characters.start % 4 - 1, qint64(0)),
            last / 4 * 3 + std::min(last % 4, qint64(2)) + 1};
}

//! Which of the characters with these sources overlap `range`. Sources ascend.
base::Span overlapping(const QList<base::Span> &sources, const base::Span &range)
{
    const auto first = std::partition_point(
        sources.begin(), sources.end(), [&](const auto &span) { return span.end <= range.start; });
    const auto end = std::partition_point(first, sources.end(),
                                          [&](const auto &span) { return span.start < range.end; });
    return {first - sources.begin(), end - sources.begin()};
}

base::Span moved(const base::Span &span, qint64 by)
{
    return {span.start + by, span.end + by};
}

} // namespace

base::Span Part::textSpan(const base::Span &decoded) const
{
    if (!present || !decoded.isValid() || decoded.end > bytes.size())
        return {};
    const base::Span characters = encoded ? charactersOf(decoded) : decoded;
    if (sources.isEmpty())
        return moved(characters, span.start);
    if (characters.size() > 0)
        return moved({sources.at(characters.start).start, sources.at(characters.end - 1).end},
                     span.start);
    const bool atEnd = characters.start >= sources.size();
    const qint64 place = atEnd ? span.size() : sources.at(characters.start).start;
    return moved({place, place}, span.start);
}

base::Span Part::decodedSpan(const base::Span &text) const
{
    if (!present || !text.isValid())
        return {};
    const base::Span range
        = moved({std::max(text.start, span.start), std::min(text.end, span.end)}, -span.start);
    const base::Span characters = sources.isEmpty() ? range : overlapping(sources, range);
    if (characters.size() == 0)
        return {};
    base::Span decoded = encoded ? bytesOf(characters) : characters;
    decoded.end = std::min(decoded.end, qint64(bytes.size()));
    return decoded.size() > 0 ? decoded : base::Span{};
}

} // namespace jose
