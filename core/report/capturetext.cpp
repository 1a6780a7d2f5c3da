// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/captureformats.h"
#include "core/report/capturesections.h"
#include "core/report/findinglines.h"
#include "core/report/texts.h"
#include "core/report/tokenmask.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

void addSummary(TextPage &page, const capture::Capture &capture)
{
    const bool isAny = !capture.sightings.isEmpty();
    page.entry(isAny ? u'✓' : u'?', isAny ? Ink::Good : Ink::Doubtful, summaryText(capture),
               Ink::Strong);
}

void addRequest(TextPage &page, const capture::Capture &capture, qsizetype index)
{
    if (index >= 0)
        page.line(requestText(capture.requests[index]));
}

//! A token that was asked for whole is one to copy: it is neither cut nor wrapped.
QString tokenText(const capture::Sighting &sighting)
{
    return base::escape::forTerminal(QString::fromUtf8(sighting.token));
}

void addSightingLines(TextPage &page, const capture::Capture &capture, qsizetype index)
{
    const auto &sighting = capture.sightings[index];
    page.entry(u'·', Ink::Quiet, u"%1. "_s.arg(index + 1) + kindText(sighting), Ink::Strong);
    page.raw(tokenText(sighting));
    page.line(carrierText(sighting.carrier));
    addRequest(page, capture, sighting.request);
}

void addSightings(TextPage &page, const capture::Capture &capture)
{
    if (capture.sightings.isEmpty())
        return;
    page.heading(translated(QT_TRANSLATE_NOOP("report", "Tokens")));
    for (qsizetype index = 0; index < capture.sightings.size(); ++index) {
        addSightingLines(page, capture, index);
        for (const auto &finding : capture.sightings[index].findings)
            addCarryingFinding(page, finding);
    }
}

//! What the capture as a whole, the resolver and the answers say.
void addRest(TextPage &page, const capture::Capture &capture)
{
    if (capture.findings.isEmpty())
        return;
    page.heading(translated(QT_TRANSLATE_NOOP("report", "Requests and answers")));
    for (const auto &finding : capture.findings) {
        addCarryingFinding(page, finding);
        addRequest(page, capture, capture::requestOf(finding));
    }
}

} // namespace

QString toText(const capture::Capture &capture, const CaptureOptions &options)
{
    const auto shown = options.showTokens ? capture : withoutTokens(capture);
    TextPage page(options.width, options.colour);
    addSummary(page, shown);
    addSightings(page, shown);
    addRest(page, shown);
    return page.text();
}

QString toList(const capture::Capture &capture, const CaptureOptions &options)
{
    const auto shown = options.showTokens ? capture : withoutTokens(capture);
    TextPage page(options.width, options.colour);
    QSet<QByteArray> seen;
    for (qsizetype index = 0; index < capture.sightings.size(); ++index) {
        const auto &token = capture.sightings[index].token;
        if (seen.contains(token))
            continue;
        seen.insert(token);
        addSightingLines(page, shown, index);
    }
    return page.text();
}

qsizetype countDifferent(const capture::Capture &capture)
{
    QSet<QByteArray> seen;
    for (const auto &sighting : capture.sightings)
        seen.insert(sighting.token);
    return seen.size();
}

} // namespace report
