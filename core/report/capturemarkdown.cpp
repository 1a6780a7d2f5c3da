// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/captureformats.h"
#include "core/report/capturesections.h"
#include "core/report/findingitems.h"
#include "core/report/texts.h"
#include "core/report/tokenmask.h"

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

using base::escape::forMarkdownCode;

QString heading(const QString &text)
{
    return u"\n#### "_s + text + u"\n\n"_s;
}

QString requestItem(const capture::Capture &capture, qsizetype index)
{
    const auto text = index < 0 ? QString() : requestText(capture.requests[index], forMarkdownCode);
    return text.isEmpty() ? text : u"- "_s + text + u'\n';
}

QString sightingPart(const capture::Capture &capture, qsizetype index)
{
    const auto &sighting = capture.sightings[index];
    auto text = heading(u"%1. "_s.arg(index + 1) + kindText(sighting));
    // Not shortened again: it is what the person asked for.
    text += u"- "_s + forMarkdownCode(QString::fromUtf8(sighting.token)) + u'\n';
    text += u"- "_s + carrierText(sighting.carrier, forMarkdownCode) + u'\n';
    text += requestItem(capture, sighting.request);
    for (const auto &finding : sighting.findings)
        text += findingItem(finding, {});
    return text;
}

QString rest(const capture::Capture &capture)
{
    if (capture.findings.isEmpty())
        return {};
    auto text = heading(translated(QT_TRANSLATE_NOOP("report", "Requests and answers")));
    for (const auto &finding : capture.findings)
        text += findingItem(finding, {}) + requestItem(capture, capture::requestOf(finding));
    return text;
}

} // namespace

QString toMarkdown(const capture::Capture &capture, const CaptureOptions &options)
{
    const auto shown = options.showTokens ? capture : withoutTokens(capture);
    auto text = u"### "_s + summaryText(shown) + u'\n';
    for (qsizetype index = 0; index < shown.sightings.size(); ++index)
        text += sightingPart(shown, index);
    return text + rest(shown);
}

} // namespace report
