// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/capture.h"

#include "core/http/status.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr std::array typeNames{
    "text"_L1,     "header"_L1,      "cookie"_L1,    "set_cookie"_L1, "query"_L1,
    "fragment"_L1, "form"_L1,        "multipart"_L1, "json"_L1,       "html"_L1,
    "storage"_L1,  "environment"_L1, "secret"_L1,
};

//! What a person who pastes a capture most likely asks about: the credential of the request that
//! was refused, then of any request, then what an answer brought.
int relevanceOf(const Sighting &sighting, const Request *request)
{
    using jose::Kind;
    int relevance = 0;
    const bool isCredential = sighting.carrier.type == CarrierType::Header
        && sighting.carrier.name.compare("authorization"_L1, Qt::CaseInsensitive) == 0;
    if (request && http::isRefusalStatus(request->status) && sighting.carrier.side == Side::Request)
        relevance += isCredential ? 16 : 8;
    relevance += isCredential ? 4 : 0;
    const Kind kind = sighting.kind.kind;
    const bool isJwt = kind != Kind::Opaque && kind != Kind::Opaque32 && kind != Kind::UuidSecret
        && kind != Kind::Unreadable && kind != Kind::DpopProof;
    relevance += isJwt ? 2 : 0;
    return relevance + (kind == Kind::AccessToken ? 1 : 0);
}

} // namespace

QLatin1StringView name(CarrierType type)
{
    return typeNames[static_cast<size_t>(type)];
}

qsizetype requestOf(const base::Finding &finding)
{
    return finding.facts.value(u"request"_s, -1).toLongLong();
}

qsizetype Capture::mostRelevant() const
{
    const auto relevance = [this](const Sighting &sighting) {
        const Request *request = sighting.request >= 0 ? &requests[sighting.request] : nullptr;
        return relevanceOf(sighting, request);
    };
    const auto best = std::max_element(sightings.begin(), sightings.end(),
                                       [&](const Sighting &one, const Sighting &other) {
                                           return relevance(one) < relevance(other);
                                       });
    return best == sightings.end() ? -1 : best - sightings.begin();
}

std::optional<base::Instant> Capture::timeOf(const Sighting &sighting) const
{
    return sighting.request < 0 ? std::nullopt : requests[sighting.request].time;
}

} // namespace capture
