// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"
#include "core/capture/collector.h"
#include "core/capture/credentials.h"
#include "core/capture/decode.h"
#include "core/capture/nesting.h"
#include "core/capture/roles.h"
#include "core/capture/tokenscan.h"
#include "core/http/headers.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! One field and everything that a reader of it needs.
struct Field
{
    Collector &collector;
    qsizetype request;
    Side side;
    const SourceText &name;
    const SourceText &value;

    [[nodiscard]] Carrier carrier() const { return {CarrierType::Header, name.toString(), side}; }
};

//! Where no token is, what stands in its place is told, unless it is a word of a text.
void tellGap(const Field &field, const Credential &credential)
{
    // What logs write for a field that was not there.
    const bool isDash = credential.token.bytes() == "-";
    if (credential.scheme.isEmpty() && (field.request < 0 || isDash))
        return;
    for (base::Finding finding : credential.findings) {
        if (finding.id == "carrying.masked"_L1)
            field.collector.noteMask(field.request, field.carrier(), credential.token);
        if (finding.id != "carrying.variable"_L1 && finding.id != "carrying.placeholder"_L1
            && finding.id != "carrying.token_missing"_L1)
            continue;
        finding.facts.insert("carrier"_L1, QString(name(CarrierType::Header)));
        finding.facts.insert("name"_L1, field.name.toString());
        finding.span = credential.token.isEmpty() ? field.value.span() : credential.token.span();
        field.collector.add(finding, field.request);
    }
}

void readAuthorization(const Field &field)
{
    for (const Credential &credential : readCredentials(field.value)) {
        QList<FoundToken> tokens = findTokens(credential.token);
        if (tokens.isEmpty())
            tokens = encodedTokensIn(credential.token);
        for (const FoundToken &found : tokens) {
            base::Findings findings = credential.findings;
            for (const QLatin1StringView id : found.remarks())
                findings.append(carryingFinding(id));
            field.collector.sight(field.request, field.carrier(), found.in(credential.token),
                                  findings);
        }
        if (!tokens.isEmpty())
            continue;
        if (isPlausible(Role::AccessToken, credential.token.bytes()))
            field.collector.sight(field.request, field.carrier(), credential.token,
                                  credential.findings);
        else
            tellGap(field, credential);
    }
}

void readCookies(const Field &field)
{
    collectJoined(field.collector, field.request, Side::Request, cookiePairs(field.value));
}

void readSetCookie(const Field &field)
{
    const NamedText cookie = setCookiePair(field.value);
    field.collector.cookie(field.request, Side::Response, cookie.name, cookie.value);
}

void readLink(const Field &field)
{
    field.collector.link(field.request, field.side, field.value);
}

void readChallenge(const Field &field)
{
    for (const base::Finding &finding : judgeChallenge(field.value))
        field.collector.add(finding, field.request);
}

//! What a gRPC service says went wrong; percent-encoded, as gRPC over HTTP/2 has it.
void readGrpcMessage(const Field &field)
{
    field.collector.remark(field.request, percentDecoded(field.value), true);
}

void readLocation(const Field &field)
{
    if (field.request >= 0 && field.side == Side::Response)
        field.collector.setLocation(field.request, field.value.bytes());
    readLink(field);
}

//! The moment of the answer, where nothing better is known.
void readDate(const Field &field)
{
    Request *request = field.collector.request(field.request);
    const auto date = http::parseHttpDate(field.value.bytes());
    if (request && !request->time && date)
        request->time = *date;
}

void readHost(const Field &field)
{
    field.collector.setHost(field.request, field.value.bytes());
}

void readScheme(const Field &field)
{
    field.collector.setScheme(field.request, field.value.bytes());
}

void readMethod(const Field &field)
{
    if (Request *request = field.collector.request(field.request))
        request->method = field.value.bytes();
}

void readPath(const Field &field)
{
    field.collector.url(field.request, field.value);
}

void readStatus(const Field &field)
{
    if (Request *request = field.collector.request(field.request))
        request->status = field.value.bytes().left(3).toInt();
}

void readContentType(const Field &field)
{
    field.collector.setContentType(field.request, field.side, field.value.bytes());
}

struct FieldReader
{
    QLatin1StringView name;
    void (*read)(const Field &field);
};
// Names with a colon are those of HTTP/2 and HTTP/3, RFC 9113 section 8.3.
constexpr auto readers = std::to_array<FieldReader>({
    {"authorization"_L1, readAuthorization},
    {"proxy-authorization"_L1, readAuthorization},
    {"x-forwarded-authorization"_L1, readAuthorization},
    {"x-original-authorization"_L1, readAuthorization},
    {"cookie"_L1, readCookies},
    {"set-cookie"_L1, readSetCookie},
    {"location"_L1, readLocation},
    {"content-location"_L1, readLink},
    {"referer"_L1, readLink},
    {"x-original-url"_L1, readLink},
    {"x-original-uri"_L1, readLink},
    {"x-forwarded-uri"_L1, readLink},
    {"www-authenticate"_L1, readChallenge},
    {"grpc-message"_L1, readGrpcMessage},
    {"date"_L1, readDate},
    {"host"_L1, readHost},
    {":authority"_L1, readHost},
    {":scheme"_L1, readScheme},
    {":method"_L1, readMethod},
    {":path"_L1, readPath},
    {":status"_L1, readStatus},
    {"content-type"_L1, readContentType},
});

// These set what is known about a request, so without one they say nothing.
bool needsRequest(const FieldReader &reader)
{
    return reader.read == readHost || reader.read == readScheme || reader.read == readContentType;
}

} // namespace

void Collector::header(qsizetype index, Side side, const SourceText &name, const SourceText &value)
{
    const Field field{*this, index, side, name, value};
    const QLatin1StringView text(name.bytes());
    const auto reader = std::ranges::find_if(readers, [&](const FieldReader &row) {
        return text.compare(row.name, Qt::CaseInsensitive) == 0;
    });
    if (text.startsWith("x-authgear-"_L1, Qt::CaseInsensitive) && index >= 0)
        addResolverHeader(index, side, {name, value});
    if (reader == readers.end())
        parameter(index, field.carrier(), value);
    else if (index >= 0 || !needsRequest(*reader))
        reader->read(field);
}

} // namespace capture
