// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/meretimes.h"

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

bool tellsOfHttp(const Request &request)
{
    return !request.method.isEmpty() || !request.url.isEmpty() || request.status != 0;
}

//! Whether each request is worth its place.
QList<bool> keptRequests(const Capture &capture)
{
    QList<bool> kept;
    kept.reserve(capture.requests.size());
    for (const Request &request : capture.requests)
        kept.append(tellsOfHttp(request));
    const auto keep = [&kept](qsizetype index) {
        if (index >= 0 && index < kept.size())
            kept[index] = true;
    };
    for (const Sighting &sighting : capture.sightings)
        keep(sighting.request);
    for (const base::Finding &finding : capture.findings)
        keep(requestOf(finding));
    return kept;
}

} // namespace

void dropMereTimes(Capture &capture)
{
    const QList<bool> kept = keptRequests(capture);
    if (!kept.contains(false))
        return;
    QList<Request> requests;
    QList<qsizetype> places;
    for (qsizetype i = 0; i < kept.size(); ++i) {
        places.append(requests.size());
        if (kept[i])
            requests.append(std::move(capture.requests[i]));
    }
    capture.requests = std::move(requests);
    for (Sighting &sighting : capture.sightings) {
        if (sighting.request >= 0)
            sighting.request = places.at(sighting.request);
    }
    for (base::Finding &finding : capture.findings) {
        if (const qsizetype request = requestOf(finding); request >= 0)
            finding.facts.insert("request"_L1, places.at(request));
    }
}

} // namespace capture
