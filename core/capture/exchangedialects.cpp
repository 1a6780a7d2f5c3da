// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/exchangedialects.h"

#include "core/capture/lines.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

// Logging of Ktor's client; version 2 writes "HttpMethod(value=GET)", version 3 "GET".
constexpr auto ktor = std::to_array<ExchangeRow>({
    {"REQUEST: ", Says::Begin},
    {"RESPONSE: ", Says::Status},
    {"METHOD: ", Says::Method},
    {"FROM: ", Says::Nothing},
    {"COMMON HEADERS", Says::Nothing},
    {"CONTENT HEADERS", Says::Nothing},
    {"BODY Content-Type", Says::Nothing},
    {"BODY START", Says::Body},
    {"BODY END", Says::BodyEnd},
    {"-> ", Says::Field},
});

// Faraday::Response::Logger, whose fields beyond the first have no prefix.
constexpr auto faraday = std::to_array<ExchangeRow>({
    {"response: Status ", Says::Status},
    {"request: {", Says::Body},
    {"response: {", Says::Body},
    {"request: ", Says::Field},
    {"response: ", Says::Field},
});

// HttpLoggingMiddleware of ASP.NET Core.
constexpr auto aspNet = std::to_array<ExchangeRow>({
    {"Request:", Says::Begin},
    {"Request and Response:", Says::Begin}, // HttpLoggingOptions.CombineLogs
    {"Response:", Says::Answer},
    {"Protocol: ", Says::Nothing},
    {"Method: ", Says::Method},
    {"Scheme: ", Says::Scheme},
    {"PathBase: ", Says::Nothing},
    {"Path: ", Says::Path},
    {"QueryString: ", Says::Query},
    {"StatusCode: ", Says::Status},
    {"RequestBody: ", Says::Body},
    {"ResponseBody: ", Says::Body},
    {"Duration: ", Says::Nothing},
    {"info: Microsoft.AspNetCore.HttpLogging.", Says::Nothing},
});

// debugPrint() of a response of Alamofire.
constexpr auto alamofire = std::to_array<ExchangeRow>({
    {"[Request]: ", Says::Begin},
    {"[Response]:", Says::Answer},
    {"[Status Code]: ", Says::Status},
    {"[Headers]:", Says::Nothing},
    {"[Body]:", Says::Body},
    {"[Data]: ", Says::BodyEnd},
    {"[Network Duration]: ", Says::BodyEnd},
    {"[Serialization Duration]: ", Says::BodyEnd},
    {"[Result]: ", Says::BodyEnd},
});

//! "GET https://…".
bool isMethodAndUrl(QByteArrayView text)
{
    const auto blank = std::ranges::find(text, ' ');
    const QByteArrayView method = text.first(blank - text.begin());
    return method.size() >= 3 && text.sliced(method.size()).startsWith(" http")
        && std::ranges::all_of(method, [](char c) { return c >= 'A' && c <= 'Z'; });
}

QByteArrayView behind(QByteArrayView line, QByteArrayView mark)
{
    const qsizetype at = markIn(line, mark);
    return at < 0 ? QByteArrayView() : line.sliced(at + mark.size());
}

bool beginsKtor(QByteArrayView line)
{
    return behind(line, "REQUEST: ").startsWith("http");
}

bool beginsFaraday(QByteArrayView line)
{
    return isMethodAndUrl(behind(line, "request: "));
}

//! Alone on its line, as in many texts: the second line tells.
bool beginsAspNet(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    return text == "Request:" || text == "Request and Response:";
}

bool beginsAlamofire(QByteArrayView line)
{
    return markIn(line, "[Request]: ") == 0 && isMethodAndUrl(behind(line, "[Request]: "));
}

constexpr auto dialects = std::to_array<ExchangeDialect>({
    {.begins = beginsKtor, .rows = ktor, .hasPrefixes = true},
    {.begins = beginsFaraday, .rows = faraday, .hasBareFields = true, .hasPrefixes = true},
    {.begins = beginsAspNet, .rows = aspNet, .hasBareFields = true, .second = "Protocol: HTTP/"},
    {.begins = beginsAlamofire, .rows = alamofire, .hasBareFields = true},
});

} // namespace

qsizetype markIn(QByteArrayView line, QByteArrayView mark)
{
    constexpr qsizetype longestPrefix = 160;
    const qsizetype size = std::min(line.size(), longestPrefix + mark.size());
    const qsizetype at = line.first(size).indexOf(mark);
    return at <= 0 || QByteArrayView(" \t]:").contains(line[at - 1]) ? at : -1;
}

const ExchangeDialect *exchangeDialectAt(QByteArrayView line)
{
    const auto dialect = std::ranges::find_if(
        dialects, [line](const ExchangeDialect &candidate) { return candidate.begins(line); });
    return dialect == dialects.end() ? nullptr : &*dialect;
}

const ExchangeRow *rowIn(const ExchangeDialect &dialect, QByteArrayView line)
{
    const QByteArrayView text = line.sliced(indentOf(line));
    const auto row = std::ranges::find_if(dialect.rows, [&](const ExchangeRow &candidate) {
        return dialect.hasPrefixes ? markIn(line, candidate.mark) >= 0
                                   : text.startsWith(candidate.mark);
    });
    return row == dialect.rows.end() ? nullptr : &*row;
}

} // namespace capture
