// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/roles.h"
#include "core/report/captureformats.h"
#include "core/report/capturesections.h"
#include "core/report/jsonparts.h"
#include "core/report/tokenmask.h"

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

constexpr auto captureSchema = "assay.capture/1"_L1;

void writeRequest(JsonWriter &json, const capture::Capture &capture, qsizetype index)
{
    if (index < 0) {
        json.null();
        return;
    }
    json.beginObject();
    json.name("index"_L1).number(index);
    writeRequestMembers(json, capture.requests[index]);
    json.endObject();
}

//! In the bytes that were read, of which a byte order mark is no part of the text.
base::Span inInput(const base::Span &span, qint64 textAt)
{
    return span.isValid() ? base::Span{span.start + textAt, span.end + textAt} : span;
}

//! No moment is judged here, so the words need none.
void writeFinding(JsonWriter &json, const base::Finding &finding, qint64 textAt)
{
    json.beginObject();
    writeFindingMembers(json, finding, {});
    json.name("span"_L1);
    writeSpan(json, inInput(finding.span, textAt));
    json.name("request"_L1);
    if (const auto request = capture::requestOf(finding); request >= 0)
        json.number(request);
    else
        json.null();
    json.endObject();
}

void writeFindings(JsonWriter &json, const base::Findings &findings, qint64 textAt)
{
    json.name("findings"_L1).beginArray();
    for (const auto &finding : findings)
        writeFinding(json, finding, textAt);
    json.endArray();
}

void writeSighting(JsonWriter &json, const capture::Capture &capture,
                   const capture::Sighting &sighting)
{
    json.beginObject();
    json.member("token"_L1, QString::fromUtf8(sighting.token));
    json.member("kind"_L1, QString(capture::kindName(sighting)));
    json.name("kind_reasons"_L1).beginArray();
    for (const auto &reason : sighting.kind.reasons)
        json.string(QString(reason));
    json.endArray();
    json.name("carrier"_L1);
    writeCarrier(json, sighting.carrier);
    json.name("span"_L1);
    writeSpan(json, inInput(sighting.span, capture.textAt));
    json.name("request"_L1);
    writeRequest(json, capture, sighting.request);
    writeFindings(json, sighting.findings, capture.textAt);
    json.endObject();
}

void writeSightings(JsonWriter &json, const capture::Capture &capture)
{
    json.name("sightings"_L1).beginArray();
    for (const auto &sighting : capture.sightings)
        writeSighting(json, capture, sighting);
    json.endArray();
}

void writeRequests(JsonWriter &json, const capture::Capture &capture)
{
    json.name("requests"_L1).beginArray();
    for (qsizetype index = 0; index < capture.requests.size(); ++index)
        writeRequest(json, capture, index);
    json.endArray();
}

} // namespace

QByteArray toJson(const capture::Capture &capture, const CaptureOptions &options)
{
    const auto shown = options.showTokens ? capture : withoutTokens(capture);
    JsonWriter json;
    json.beginObject();
    json.member("schema"_L1, QString(captureSchema));
    emptyAsNull(json, "form"_L1, QString(shown.form));
    json.name("tokens_shortened"_L1).boolean(!options.showTokens);
    writeSightings(json, shown);
    writeRequests(json, shown);
    writeFindings(json, shown.findings, shown.textAt);
    json.endObject();
    return json.take();
}

} // namespace report
