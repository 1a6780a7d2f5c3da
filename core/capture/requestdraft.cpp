// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/requestdraft.h"

#include "core/capture/carryingrules.h"
#include "core/capture/tokenscan.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

Literal made(QByteArrayView bytes, const base::Span &source)
{
    Literal literal;
    literal.text.appendReplaced(bytes, source);
    return literal;
}

QByteArray methodOf(const RequestDraft &draft)
{
    if (!draft.method.isEmpty())
        return draft.method;
    const auto isOfBody = [](const RequestDraft::Parameter &parameter) {
        const CarrierType type = parameter.carrier.type;
        return type == CarrierType::Form || type == CarrierType::Multipart
            || type == CarrierType::Json;
    };
    const bool sends = !draft.bodies.isEmpty() || std::ranges::any_of(draft.parameters, isOfBody);
    return sends ? "POST"_ba : "GET"_ba;
}

//! Commands take a host without its scheme, HTTPie a port without its host.
QByteArray absoluteUrl(const QByteArray &scheme, const Literal &url)
{
    const QByteArrayView bytes = url.bytes();
    const bool isKnown = bytes.contains("://") || bytes.startsWith('/') || bytes.isEmpty()
        || (!url.gaps.isEmpty() && url.gaps.first().at == 0);
    if (isKnown)
        return bytes.toByteArray();
    if (!bytes.startsWith(':'))
        return scheme + "://" + bytes.toByteArray();
    const bool isPathOnly = bytes.size() == 1 || bytes[1] == '/';
    return scheme + "://localhost" + bytes.sliced(isPathOnly ? 1 : 0).toByteArray();
}

bool hasHeader(const RequestDraft &draft, QByteArrayView name)
{
    return std::ranges::any_of(draft.headers, [&](const RequestDraft::Field &field) {
        return field.name.bytes().compare(name, Qt::CaseInsensitive) == 0;
    });
}

//! The fields of a form are sent in the way that the header names.
Carrier carrierIn(const RequestDraft &draft, const RequestDraft::Parameter &parameter)
{
    const bool isMultipart
        = std::ranges::any_of(draft.headers, [](const RequestDraft::Field &field) {
              return field.name.bytes().compare("content-type", Qt::CaseInsensitive) == 0
                  && field.value.bytes().trimmed().startsWith("multipart/form-data");
          });
    Carrier carrier = parameter.carrier;
    if (isMultipart && carrier.type == CarrierType::Form)
        carrier.type = CarrierType::Multipart;
    return carrier;
}

void collectUser(const Literal &user, qsizetype request, Collector &collector)
{
    const Carrier carrier{CarrierType::Header, u"Authorization"_s, Side::Request};
    for (const SourceText &half : user.text.split(':', 2)) {
        if (!findTokens(half).isEmpty()) // a password is nobody's token
            collector.parameter(request, carrier, half);
    }
}

//! What a file holds is sent as well, and nobody can tell what it is.
void reportFiles(const RequestDraft &draft, qsizetype request, Collector &collector)
{
    for (const Literal &file : draft.files) {
        base::Finding finding = carryingFinding("capture.file"_L1, file.text.toString());
        finding.span = file.text.span();
        collector.add(finding, request);
    }
}

void collectHeaders(const RequestDraft &draft, qsizetype request, Collector &collector)
{
    for (const RequestDraft::Field &field : draft.headers)
        collector.header(request, Side::Request, field.name.text, field.value.text);
    for (const Literal &cookies : draft.cookies)
        collector.header(request, Side::Request, made("Cookie", cookies.text.span()).text,
                         cookies.text);
    for (const Literal &user : draft.users)
        collectUser(user, request, collector);
}

} // namespace

void RequestDraft::addHeaderLine(const Literal &line)
{
    const qsizetype colon = line.bytes().indexOf(':');
    if (colon <= 0)
        rest.append(line);
    else
        headers.append({line.sliced(0, colon).trimmed(), line.sliced(colon + 1)});
    // The blank behind the colon belongs to neither; further ones are for the judge to see.
    if (colon > 0 && headers.last().value.bytes().startsWith(' '))
        headers.last().value = headers.last().value.sliced(1);
}

void RequestDraft::addHeader(QByteArrayView name, const Literal &value, QByteArrayView prefix)
{
    Literal whole = made(prefix, value.text.span(0, 0));
    whole.append(value);
    headers.append({made(name, value.text.span(0, 0)), whole});
}

void RequestDraft::addParameter(CarrierType type, const Literal &name, const Literal &value)
{
    parameters.append({{type, name.text.toString(), Side::Request}, value});
}

bool RequestDraft::isEmpty() const
{
    return urls.isEmpty() && headers.isEmpty() && cookies.isEmpty();
}

void collect(const RequestDraft &incomplete, Collector &collector)
{
    const RequestDraft draft = filled(incomplete, collector);
    const qsizetype index = collector.beginRequest(draft.span);
    if (Request *request = collector.request(index)) {
        request->method = methodOf(draft);
        request->url
            = draft.urls.isEmpty() ? QByteArray() : absoluteUrl(draft.scheme, draft.urls.first());
    }
    for (const Literal &url : draft.urls)
        collector.url(index, url.text);
    collectHeaders(draft, index, collector);
    for (const Literal &query : draft.queries)
        collector.parameters(index, CarrierType::Query, Side::Request, query.text);
    for (const Literal &body : draft.bodies)
        collector.body(index, Side::Request, body.text,
                       hasHeader(draft, "content-type") ? QByteArray() : draft.mediaType);
    for (const RequestDraft::Parameter &parameter : draft.parameters)
        collector.parameter(index, carrierIn(draft, parameter), parameter.value.text);
    for (const Literal &piece : draft.rest)
        collector.text(index, Side::Request, piece.text);
    reportGaps(draft, index, collector);
    reportFiles(draft, index, collector);
}

} // namespace capture
