// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/findinglines.h"

#include "core/report/capturesections.h"
#include "core/report/sections.h"
#include "core/report/texts.h"
#include "core/report/times.h"
#include "core/report/tokenmask.h"
#include "core/report/wording.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

// In the order of base::Outcome.
constexpr std::array outcomeInks{Ink::Good, Ink::Doubtful, Ink::Bad, Ink::Quiet};

} // namespace

Ink inkOf(base::Outcome outcome)
{
    return outcomeInks.at(size_t(outcome));
}

void addCarryingFinding(TextPage &page, const base::Finding &finding)
{
    const auto words = word(finding, {}); // No moment is judged, so the words need none.
    page.entry(markOf(finding.outcome), inkOf(finding.outcome),
               words.subject + u": "_s + words.inShort);
    if (finding.outcome == base::Outcome::Pass)
        return;
    page.line(words.title + u". "_s + words.explanation);
    page.line(u"→ "_s + words.action);
    page.line(words.specUrl.isEmpty() ? words.spec : words.spec + u" · "_s + words.specUrl,
              Ink::Quiet);
}

void addCarried(TextPage &page, const Carried &carried)
{
    const bool isBare = carried.carrier.type == capture::CarrierType::Text && !carried.request;
    if (isBare && carried.findings.isEmpty())
        return;
    page.heading(translated(QT_TRANSLATE_NOOP("report", "Carrying")));
    page.entry(u'·', Ink::Quiet, carrierText(carried.carrier));
    if (carried.request)
        page.line(requestText(*carried.request));
    if (carried.request && carried.request->time && !carried.isJudgedThen) {
        page.line(filled(
            translated(QT_TRANSLATE_NOOP("report",
                                         "The capture is of %1, and the judgement of now. "
                                         "--as-of-capture judges at the time of the capture.")),
            {utcText(*carried.request->time)}));
    }
    for (const auto &finding : carried.findings)
        addCarryingFinding(page, finding);
}

Carried carriedOf(const capture::Capture &capture, qsizetype sighting)
{
    const auto shown = withoutTokens(capture);
    const auto &one = shown.sightings[sighting];
    Carried carried{one.carrier, {}, one.findings};
    if (one.request < 0)
        return carried;
    carried.request = shown.requests[one.request];
    for (const auto &finding : shown.findings) {
        if (capture::requestOf(finding) == one.request)
            carried.findings += finding;
    }
    return carried;
}

} // namespace report
