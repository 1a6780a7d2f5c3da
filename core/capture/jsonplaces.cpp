// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/jsonplaces.h"
#include "core/capture/textsearch.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

struct PlaceRow
{
    QByteArrayView name;
    JsonPlace place;
};
// Names in lower case without "_" and "-", so that a row covers every spelling.
constexpr auto places = std::to_array<PlaceRow>({
    {"header", JsonPlace::Headers},
    {"headers", JsonPlace::Headers},
    {"multivalueheaders", JsonPlace::Headers}, // API gateways
    {"requestheaders", JsonPlace::Headers},
    {"responseheaders", JsonPlace::Headers},
    {"reqheaders", JsonPlace::Headers},
    {"resheaders", JsonPlace::Headers},
    {"httpheaders", JsonPlace::Headers},
    {"cookie", JsonPlace::Cookies},
    {"cookies", JsonPlace::Cookies},
    {"query", JsonPlace::Query},
    {"querystring", JsonPlace::Query},
    {"queryparams", JsonPlace::Query},
    {"querystringparameters", JsonPlace::Query},
    {"multivaluequerystringparameters", JsonPlace::Query},
    {"urlencoded", JsonPlace::Form}, // Postman
    {"form", JsonPlace::Form},
    {"formdata", JsonPlace::Multipart}, // Postman
    {"localstorage", JsonPlace::Storage},
    {"sessionstorage", JsonPlace::Storage},
    {"bearer", JsonPlace::Bearer}, // Postman
    {"authentication", JsonPlace::Bearer}, // Insomnia
});

struct SideRow
{
    QByteArrayView name;
    Side side;
};
constexpr auto sides = std::to_array<SideRow>({
    {"request", Side::Request},
    {"req", Side::Request},
    {"requestheaders", Side::Request},
    {"reqheaders", Side::Request},
    {"response", Side::Response},
    {"res", Side::Response},
    {"responseheaders", Side::Response},
    {"resheaders", Side::Response},
});

struct HeaderRow
{
    QByteArrayView member;
    QByteArrayView header;
};
constexpr auto headers = std::to_array<HeaderRow>({
    {"authorization", "Authorization"},
    {"httpauthorization", "Authorization"}, // nginx variables in JSON
    {"requestauthorization", "Authorization"}, // Traefik
    {"requestcookie", "Cookie"},
    {"downstreamsetcookie", "Set-Cookie"},
    {"proxyauthorization", "Proxy-Authorization"},
    {"httpcookie", "Cookie"},
    {"setcookie", "Set-Cookie"},
    {"senthttpsetcookie", "Set-Cookie"},
    {"wwwauthenticate", "WWW-Authenticate"},
    {"senthttpwwwauthenticate", "WWW-Authenticate"},
    {"referer", "Referer"},
    {"referrer", "Referer"},
    {"httpreferer", "Referer"},
});

constexpr auto bodyNames = std::to_array<QByteArrayView>(
    {"body", "requestbody", "responsebody", "postdata", "payload", "raw", "rawbody"});
constexpr auto messageNames = std::to_array<QByteArrayView>(
    {"log", "message", "@message", "msg", "line", "text", "textpayload"});
constexpr auto errorNames = std::to_array<QByteArrayView>(
    {"error", "err", "errormessage", "exception", "event", "detail", "reason", "stack",
     "stacktrace", "errorstack", "authorizererror", "responsecodedetails", "@m", "@x", "cause"});

//! The longest name of any table is shorter.
constexpr qsizetype longestName = 48;

//! Without "_", "-" and the case of letters; empty for a name that no table can hold.
QByteArray folded(QByteArrayView name)
{
    QByteArray letters;
    if (name.size() > longestName)
        return letters;
    for (const char c : name) {
        if (c != '_' && c != '-')
            letters.append(c >= 'A' && c <= 'Z' ? char(c | 0x20) : c);
    }
    return letters;
}

} // namespace

JsonPlace placeOf(QByteArrayView name, JsonPlace outer)
{
    if (outer == JsonPlace::Url)
        return outer;
    const QByteArray wanted = folded(name);
    const auto row = std::ranges::find(places, QByteArrayView(wanted), &PlaceRow::name);
    return row == places.end() ? JsonPlace::Plain : row->place;
}

Side sideOf(QByteArrayView name, Side outer)
{
    const QByteArray wanted = folded(name);
    const auto row = std::ranges::find(sides, QByteArrayView(wanted), &SideRow::name);
    return row == sides.end() ? outer : row->side;
}

QByteArrayView headerNameOf(QByteArrayView member)
{
    // OpenTelemetry's attributes of spans.
    constexpr QByteArrayView attribute("http.request.header.");
    const bool isAttribute = member.startsWith(attribute);
    const QByteArray wanted = folded(member.sliced(isAttribute ? attribute.size() : 0));
    const auto row = std::ranges::find(headers, QByteArrayView(wanted), &HeaderRow::member);
    return row == headers.end() ? QByteArrayView() : row->header;
}

bool isVariablesName(QByteArrayView member)
{
    constexpr auto names = std::to_array<QByteArrayView>({"env", "environment"});
    return isOneOf(names, folded(member));
}

bool isExceptionName(QByteArrayView member)
{
    constexpr auto names = std::to_array<QByteArrayView>({"exception", "exceptions"});
    return isOneOf(names, folded(member));
}

bool isBodyName(QByteArrayView member)
{
    return isOneOf(bodyNames, folded(member));
}

bool isErrorName(QByteArrayView member)
{
    return isOneOf(errorNames, folded(member));
}

bool isMessageName(QByteArrayView member)
{
    return isOneOf(messageNames, folded(member));
}

} // namespace capture
