// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"
#include "core/capture/sourcetext.h"

#include <QHash>
#include <QSet>

namespace capture {

//! The sightings of a capture while they come in: each place once, each token's bytes and kind kept
//! once however often it is sent (a HAR repeats one token in hundreds of requests).
class Sightings
{
public:
    void add(qsizetype request, const Carrier &carrier, const SourceText &token,
             const base::Findings &findings);
    [[nodiscard]] qsizetype size() const { return m_sightings.size(); }
    //! In the order of the text.
    [[nodiscard]] QList<Sighting> take();

private:
    struct Place
    {
        base::Span span;
        size_t token = 0; //!< Its hash: one stretch of base64 can hold several.
        friend bool operator==(const Place &, const Place &) = default;
        friend size_t qHash(const Place &place, size_t seed = 0)
        {
            return qHashMulti(seed, place.span.start, place.span.end, place.token);
        }
    };
    struct Known
    {
        QByteArray token;
        jose::KindGuess kind;
    };
    [[nodiscard]] Known recognized(const QByteArray &token);

    QList<Sighting> m_sightings;
    QSet<Place> m_places;
    QHash<QByteArray, jose::KindGuess> m_known;
};

} // namespace capture
