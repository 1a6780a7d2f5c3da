// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/jsonrecord.h"

#include <algorithm>
#include <array>
#include <span>

namespace capture {

namespace {

using base::json::Value;

struct MemberRow
{
    QByteArrayView name;
    Value JsonRecord::*member;
};
constexpr auto members = std::to_array<MemberRow>({
    {"method", &JsonRecord::method},
    {"httpMethod", &JsonRecord::method},
    {"http_method", &JsonRecord::method},
    {"requestMethod", &JsonRecord::method},
    {"request_method", &JsonRecord::method},
    {"http.request.method", &JsonRecord::method},
    {"verb", &JsonRecord::method},
    {"RequestMethod", &JsonRecord::method}, // Traefik
    {"url", &JsonRecord::url},
    {"uri", &JsonRecord::url},
    {"path", &JsonRecord::url},
    {"endpoint", &JsonRecord::url}, // Hoppscotch
    {"originalUrl", &JsonRecord::url},
    {"requestUrl", &JsonRecord::url},
    {"request_uri", &JsonRecord::url},
    {"requestUri", &JsonRecord::url},
    {"RequestPath", &JsonRecord::url}, // Traefik
    {"rawPath", &JsonRecord::url}, // API gateways
    {"url.original", &JsonRecord::url},
    {"url.full", &JsonRecord::url},
    {"baseURL", &JsonRecord::base}, // axios
    {"request", &JsonRecord::requestLine},
    {"status", &JsonRecord::status},
    {"statusCode", &JsonRecord::status},
    {"status_code", &JsonRecord::status},
    {"response_code", &JsonRecord::status}, // Envoy
    {"response_status", &JsonRecord::status}, // Laravel Telescope
    {"http.response.status_code", &JsonRecord::status},
    {"DownstreamStatus", &JsonRecord::status}, // Traefik
    {"RequestHost", &JsonRecord::host}, // Traefik
    {"http_host", &JsonRecord::host}, // nginx variables in JSON
    {"authority", &JsonRecord::host}, // Envoy
    {"domainName", &JsonRecord::host}, // API gateways
    {"host", &JsonRecord::ownHost},
    {"RequestScheme", &JsonRecord::scheme},
    {"scheme", &JsonRecord::scheme},
    {"time", &JsonRecord::time},
    {"timestamp", &JsonRecord::time},
    {"Timestamp", &JsonRecord::time}, // Serilog, OpenTelemetry
    {"@t", &JsonRecord::time}, // Serilog, compact
    {"__REALTIME_TIMESTAMP", &JsonRecord::time}, // journald
    {"datetime", &JsonRecord::time},
    {"dateTime", &JsonRecord::time},
    {"eventTime", &JsonRecord::time},
    {"requestTime", &JsonRecord::time}, // API gateways
    {"start_time", &JsonRecord::time}, // Envoy
    {"started_at", &JsonRecord::time}, // Kong
    {"StartUTC", &JsonRecord::time}, // Traefik
    {"timeUnixNano", &JsonRecord::time}, // OpenTelemetry
    {"_time", &JsonRecord::time}, // Splunk
    {"timestamp_start", &JsonRecord::time}, // mitmproxy
    {"@timestamp", &JsonRecord::time},
    {"times", &JsonRecord::time}, // Charles: an object with the start of it
    {"ts", &JsonRecord::time},
    {"time_iso8601", &JsonRecord::time},
    {"time_local", &JsonRecord::time},
    {"startedDateTime", &JsonRecord::time},
    {"level", &JsonRecord::level},
    {"severity", &JsonRecord::level},
    {"msg", &JsonRecord::level},
    {"message", &JsonRecord::level},
    {"@message", &JsonRecord::level}, // CloudWatch Logs Insights
    {"exception", &JsonRecord::level}, // Sentry
    {"_raw", &JsonRecord::level}, // Splunk
    {"MESSAGE", &JsonRecord::level}, // journald
    {"Level", &JsonRecord::level},
    {"@l", &JsonRecord::level},
    {"@m", &JsonRecord::level},
    {"@mt", &JsonRecord::level},
    {"event", &JsonRecord::level}, // structlog
    {"levelname", &JsonRecord::level},
    {"loglevel", &JsonRecord::level},
    {"severityText", &JsonRecord::level},
    {"log", &JsonRecord::level},
    {"stream", &JsonRecord::level},
    {"name", &JsonRecord::pairName},
    {"key", &JsonRecord::pairName},
    {"value", &JsonRecord::pairValue},
    {"domain", &JsonRecord::domain},
    {"access_token", &JsonRecord::accessToken},
    {"accessToken", &JsonRecord::accessToken},
    {"AccessToken", &JsonRecord::accessToken}, // Amazon Cognito
    {"ExpiresIn", &JsonRecord::expiresIn},
    {"expires_in", &JsonRecord::expiresIn},
    {"expiresIn", &JsonRecord::expiresIn},
    {"error", &JsonRecord::error},
    {"error_description", &JsonRecord::errorDescription},
    {"payload", &JsonRecord::payload},
    {"signature", &JsonRecord::signature},
    {"signatures", &JsonRecord::signature},
    {"ciphertext", &JsonRecord::ciphertext},
    {"kind", &JsonRecord::kind},
    {"credentialType", &JsonRecord::credentialType},
    {"authType", &JsonRecord::authType},
});

//! Text under these names can be the URL's own text where the URL is an object.
constexpr auto urlTexts = std::to_array<QByteArrayView>({"raw", "full", "original", "href"});

bool isAbsolute(const Value &url)
{
    return url.isString() && url.text().sliced(1).startsWith("http") && url.text().contains("://");
}

//! Of several members that tell the same the first counts, but gateways write a path beside the
//! whole address.
bool isBetter(const JsonRecord &record, Value JsonRecord::*member, const Value &value)
{
    return !(record.*member)
        || (member == &JsonRecord::url && !isAbsolute(record.url) && isAbsolute(value));
}

void take(JsonRecord &record, const Value &member)
{
    const auto row = std::ranges::find_if(
        members, [&](const MemberRow &candidate) { return member.hasName(candidate.name); });
    if (row != members.end() && isBetter(record, row->member, member))
        record.*(row->member) = member;
}

//! Where the URL is an object: the member that holds all of it.
Value urlText(const Value &url)
{
    if (!url.isObject())
        return url;
    for (const QByteArrayView name : urlTexts) {
        if (const Value text = url.member(name); text.isString())
            return text;
    }
    return {};
}

//! {"stringValue": …}, or the first of {"arrayValue": {"values": […]}}: OpenTelemetry's attributes.
Value attributeText(const Value &value)
{
    const Value texts = value.member("arrayValue").member("values");
    return (texts.isArray() && texts.size() == 1 ? texts.at(0) : value).member("stringValue");
}

//! As axios and Hoppscotch write them; any other word in small letters is no method of HTTP.
constexpr auto smallMethods
    = std::to_array<QByteArrayView>({"get", "post", "put", "patch", "delete", "head", "options"});

//! "GET", "POST": what else is called a method is not one of HTTP.
bool isHttpMethod(const Value &value)
{
    const QByteArrayView text = value.text();
    if (!value.isString() || text.size() < 5 || text.size() > 12)
        return false;
    const QByteArrayView word = text.sliced(1, text.size() - 2);
    return std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; })
        || std::ranges::find(smallMethods, word) != smallMethods.end();
}

//! The half of a record that tells of the request, or of the answer, where they are objects.
Value half(const Value &object, std::span<const QByteArrayView> names)
{
    for (const Value &member : object) {
        if (member.isObject() && std::ranges::any_of(names, [&](QByteArrayView name) {
                return member.hasName(name);
            }))
            return member;
    }
    return {};
}
constexpr auto requestNames = std::to_array<QByteArrayView>(
    {"request", "req", "httpRequest", "config", "requestContext", "http"});
constexpr auto responseNames = std::to_array<QByteArrayView>({"response", "res"});

//! What a half tells counts more than what stands beside it.
void takeRequest(JsonRecord &record, const JsonRecord &told)
{
    if (told.method && (told.url || !record.method))
        record.method = told.method;
    if (told.url) {
        record.url = told.url;
        record.urlObject = told.urlObject;
        record.base = told.base;
    }
    if (record.httpStatus() == 0)
        record.status = told.status;
    if (!record.host)
        record.host = told.host ? told.host : told.ownHost;
    if (!record.scheme)
        record.scheme = told.scheme;
    if (!record.time)
        record.time = told.time;
}

} // namespace

JsonRecord JsonRecord::read(const Value &object)
{
    JsonRecord record;
    for (const Value &member : object)
        take(record, member);
    if (record.url.isObject())
        record.urlObject = record.url;
    record.url = urlText(record.url);
    if (record.time.isObject())
        record.time = record.time.member("start");
    if (!record.host && record.scheme)
        record.host = record.ownHost; // parts of one URL
    if (record.pairValue.isObject())
        record.pairValue = attributeText(record.pairValue);
    return record;
}

JsonRecord JsonRecord::readWhole(const Value &object)
{
    JsonRecord record = read(object);
    if (record.requestLine && !record.requestLine.isString())
        record.requestLine = {};
    Value outer = object;
    for (int depth = 0; depth < 2; ++depth) {
        const Value request = half(outer, requestNames);
        if (record.httpStatus() == 0)
            record.status = read(half(outer, responseNames)).status;
        if (!request)
            break;
        takeRequest(record, read(request));
        outer = request;
    }
    return record;
}

int JsonRecord::httpStatus() const
{
    const QByteArray text = status.isString() ? status.toUtf8() : QByteArray();
    const qsizetype blank = text.indexOf(' '); // "401 Unauthorized"
    const int code = status.isString() ? text.left(blank < 0 ? text.size() : blank).toInt()
                                       : int(status.toInteger().value_or(0));
    return code >= 100 && code < 600 ? code : 0;
}

bool JsonRecord::isPair() const
{
    return pairName.isString() && pairValue.isString();
}

bool JsonRecord::isRequest() const
{
    if (requestLine.isString())
        return requestLine.text().contains(" /") || requestLine.text().contains("://");
    return isHttpMethod(method) && url.isString();
}

bool JsonRecord::isLogLine() const
{
    return time && level;
}

bool JsonRecord::isToken() const
{
    return (payload.isString() && (signature.isString() || signature.isArray()))
        || ciphertext.isString();
}

} // namespace capture
