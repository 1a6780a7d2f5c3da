// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/bodies.h"
#include "core/capture/documentforms.h"
#include "core/capture/harform.h"
#include "core/capture/harreader.h"
#include "core/capture/jsonform.h"
#include "core/capture/logcauses.h"
#include "core/capture/logform.h"
#include "tests/fuzz/fuzzcheck.h"

#include <array>

//! Each reader of documents alone, whatever the dispatcher would choose: it stays within the text,
//! and what it finds stands where it says.
namespace {

using namespace capture;

void checkPlaces(const Capture &found, qsizetype size)
{
    for (const Sighting &sighting : found.sightings) {
        fuzz::check(sighting.span.isValid() && sighting.span.end <= size);
        fuzz::check(sighting.request < found.requests.size());
        fuzz::check(!sighting.token.isEmpty());
    }
    for (const Request &request : found.requests)
        fuzz::check(request.span.isValid() && request.span.end <= size);
}

constexpr auto readers = std::to_array<Form>({
    {{}, beginsHar, readHar},
    {{}, beginsJson, readJson},
    {{}, beginsManifest, readManifest},
    {{}, beginsFormBody, readFormBody},
    {{}, beginsHtml, readHtml},
    {{}, beginsCookies, readCookies},
    {{}, beginsStorage, readStorage},
    {{}, beginsEnvironment, readEnvironment},
    {{}, beginsLog, readLog},
    {{}, beginsW3cLog, readW3cLog},
    {{}, beginsBurp, readBurp},
});

void readAs(const Form &form, const QByteArray &bytes)
{
    Collector collector{Limits{}};
    const qsizetype end = form.begins(bytes, 0) ? form.read(SourceText(bytes), 0, collector) : 0;
    fuzz::check(end >= 0 && end <= bytes.size());
    checkPlaces(collector.take(), bytes.size());
}

void readBodies(const QByteArray &bytes)
{
    Collector collector{Limits{}};
    const SourceText text(bytes);
    (void)readJsonBody(text, -1, Side::Response, collector);
    (void)readMultipartBody(text, "multipart/form-data; boundary=x", -1, Side::Request, collector);
    (void)readMultipartBody(text, {}, -1, Side::Request, collector);
    (void)readHtmlBody(text, -1, Side::Response, collector);
    checkPlaces(collector.take(), bytes.size());
}

//! What a log says of a cause stands in it.
void hear(const QByteArray &bytes)
{
    for (const base::Finding &finding : judgeLogText(SourceText(bytes), true))
        fuzz::check(finding.span.isValid() && finding.span.end <= bytes.size());
}

//! A HAR says the same however it is cut.
void readInChunks(const QByteArray &bytes)
{
    Collector whole{Limits{}};
    HarReader atOnce(whole);
    atOnce.feed(bytes);
    atOnce.finish();
    Collector pieces{Limits{}};
    HarReader chunked(pieces);
    for (qsizetype at = 0; at < bytes.size(); at += 3)
        chunked.feed(bytes.mid(at, 3));
    chunked.finish();
    const Capture one = whole.take();
    const Capture other = pieces.take();
    fuzz::check(one.requests.size() == other.requests.size());
    fuzz::check(one.sightings.size() == other.sightings.size());
    for (qsizetype i = 0; i < one.sightings.size(); ++i)
        fuzz::check(one.sightings[i].span == other.sightings[i].span);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (bytes.isEmpty())
        return 0;
    for (const Form &form : readers)
        readAs(form, bytes);
    readBodies(bytes);
    hear(bytes);
    readInChunks(bytes);
    return 0;
}
