// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/capture.h"
#include "core/capture/carryingrules.h"
#include "core/capture/roles.h"
#include "fuzzcheck.h"

#include <algorithm>

namespace {

bool isInside(const base::Span &span, qint64 size)
{
    return span.isValid() && span.end <= size;
}

bool isKnown(const base::Finding &finding)
{
    const auto rules = capture::carryingRules();
    return std::ranges::any_of(
        rules, [&](const capture::CarryingRule &rule) { return rule.id == finding.id; });
}

void checkSighting(const capture::Sighting &sighting, const capture::Capture &capture)
{
    fuzz::check(!sighting.token.isEmpty());
    fuzz::check(isInside(sighting.span, capture.text.size()));
    fuzz::check(sighting.request < capture.requests.size());
    fuzz::check(!capture::kindName(sighting).isEmpty());
    fuzz::check(std::ranges::all_of(sighting.findings, isKnown));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const capture::Capture capture = capture::read(bytes);
    for (const capture::Sighting &sighting : capture.sightings)
        checkSighting(sighting, capture);
    for (const capture::Request &request : capture.requests)
        fuzz::check(isInside(request.span, capture.text.size()));
    fuzz::check(
        std::ranges::is_sorted(capture.sightings, {}, [](const capture::Sighting &sighting) {
            return sighting.span.start;
        }));
    fuzz::check(std::ranges::all_of(capture.findings, isKnown));
    fuzz::check(capture.mostRelevant() < capture.sightings.size());
    fuzz::check((capture.mostRelevant() < 0) == capture.sightings.isEmpty());
    return 0;
}
