// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/sightings.h"

#include "core/capture/roles.h"

#include <algorithm>

namespace capture {

Sightings::Known Sightings::recognized(const QByteArray &token)
{
    constexpr qsizetype mostKnown = 20'000;
    const auto known = m_known.constFind(token);
    if (known != m_known.cend())
        return {known.key(), *known};
    const jose::KindGuess kind = jose::recognize(jose::Token::read(token));
    if (m_known.size() < mostKnown)
        m_known.insert(token, kind);
    return {token, kind};
}

void Sightings::add(qsizetype request, const Carrier &carrier, const SourceText &token,
                    const base::Findings &findings)
{
    const Place place{token.span(), qHash(token.bytes())};
    if (m_places.contains(place))
        return;
    m_places.insert(place);
    Known known = recognized(token.bytes());
    m_sightings.append({std::move(known.token), place.span, carrier, request, std::move(known.kind),
                        roleOf(carrier), findings});
}

QList<Sighting> Sightings::take()
{
    std::ranges::stable_sort(m_sightings, [](const Sighting &one, const Sighting &other) {
        return one.span.start < other.span.start;
    });
    return std::move(m_sightings);
}

} // namespace capture
