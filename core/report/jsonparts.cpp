// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/jsonparts.h"

#include "core/report/sections.h"
#include "core/report/wording.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

// In the order of capture::Side.
constexpr std::array sides{"unknown"_L1, "request"_L1, "response"_L1};

} // namespace

void emptyAsNull(JsonWriter &json, QLatin1StringView name, const QString &text)
{
    json.member(name, text.isEmpty() ? QStringView() : QStringView(text));
}

void writeMoment(JsonWriter &json, QLatin1StringView name, std::optional<base::Instant> moment)
{
    json.member(name, moment ? base::toRfc3339(*moment) : QString());
}

void writeFindingMembers(JsonWriter &json, const base::Finding &finding, const Standpoint &now)
{
    const auto words = word(finding, now);
    json.member("id"_L1, QString(finding.id));
    json.member("outcome"_L1, QString(name(finding.outcome)));
    json.member("subject"_L1, finding.subject);
    emptyAsNull(json, "expected"_L1, finding.expected);
    emptyAsNull(json, "found"_L1, finding.found);
    auto text = u"%1. "_s.arg(words.title) + words.explanation;
    if (finding.outcome != base::Outcome::Pass)
        text += u' ' + words.action;
    json.member("text"_L1, text);
    emptyAsNull(json, "spec"_L1, words.spec);
}

void writeSpan(JsonWriter &json, const base::Span &span)
{
    if (!span.isValid()) {
        json.null();
        return;
    }
    json.beginObject();
    json.name("start"_L1).number(span.start);
    json.name("end"_L1).number(span.end);
    json.endObject();
}

void writeCarrier(JsonWriter &json, const capture::Carrier &carrier)
{
    json.beginObject();
    json.member("type"_L1, QString(capture::name(carrier.type)));
    emptyAsNull(json, "name"_L1, carrier.name);
    json.member("side"_L1, QString(sides.at(size_t(carrier.side))));
    json.endObject();
}

void writeRequestMembers(JsonWriter &json, const capture::Request &request)
{
    emptyAsNull(json, "method"_L1, QString::fromUtf8(request.method));
    emptyAsNull(json, "url"_L1, QString::fromUtf8(request.url));
    writeMoment(json, "time"_L1, request.time);
    json.name("status"_L1);
    if (request.status == 0)
        json.null();
    else
        json.number(request.status);
}

} // namespace report
