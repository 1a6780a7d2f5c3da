// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"
#include "core/capture/credentials.h"
#include "core/capture/messagebody.h"
#include "core/capture/messageforms.h"
#include "core/capture/oauthflow.h"
#include "core/http/challenge.h"
#include "fuzzcheck.h"

#include <array>

namespace {

using capture::Collector;
using capture::SourceText;

using Reader = qsizetype (*)(const SourceText &, qsizetype, Collector &);
constexpr std::array<Reader, 8> readers{
    capture::readHttp,   capture::readHeaders,  capture::readCurlVerbose, capture::readCurlTrace,
    capture::readOkHttp, capture::readMitmdump, capture::readDio,         capture::readPythonDebug};

bool isInside(const base::Span &span, qint64 size)
{
    return !span.isValid() || (span.start >= 0 && span.end <= size);
}

//! Every place is in the text, and a token that is as long as its place stands there.
void checkCapture(const capture::Capture &capture, const QByteArray &text)
{
    for (const capture::Request &request : capture.requests)
        fuzz::check(isInside(request.span, text.size()));
    for (const capture::Sighting &sighting : capture.sightings) {
        fuzz::check(sighting.span.isValid() && isInside(sighting.span, text.size()));
        fuzz::check(!sighting.token.isEmpty());
        fuzz::check(sighting.request < capture.requests.size());
        for (const base::Finding &finding : sighting.findings)
            fuzz::check(capture::findCarryingRule(finding.id) != nullptr);
    }
    for (const base::Finding &finding : capture.findings) {
        fuzz::check(capture::findCarryingRule(finding.id) != nullptr);
        fuzz::check(isInside(finding.span, text.size()));
    }
}

void checkReader(Reader read, const QByteArray &text)
{
    Collector collector{capture::Limits{}};
    const SourceText source(text);
    const qsizetype end = read(source, 0, collector);
    fuzz::check(end >= 0 && end <= text.size());
    checkCapture(collector.take(), text);
}

void checkPieces(const QByteArray &text)
{
    const SourceText source(text);
    for (const capture::Credential &credential : capture::readCredentials(source))
        fuzz::check(isInside(credential.token.span(), text.size()));
    const auto cookies = capture::cookiePairs(source);
    fuzz::check(capture::joinedChunks(cookies).size() <= cookies.size());
    fuzz::check(capture::jsonEnd(text, 0) <= text.size());
    fuzz::check(capture::joinChunks(source, 0).end <= text.size());
    for (const http::Challenge &challenge : http::readChallenges(text)) {
        for (const http::Challenge::Parameter &parameter : challenge.parameters)
            fuzz::check(isInside(parameter.span, text.size()));
    }
    for (const base::Finding &finding : capture::judgeChallenge(source))
        fuzz::check(capture::findCarryingRule(finding.id) != nullptr);
    for (const base::Finding &finding : capture::judgeAnswerText(source))
        fuzz::check(capture::findCarryingRule(finding.id) != nullptr);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const Reader read : readers)
        checkReader(read, text);
    checkPieces(text);
    return 0;
}
