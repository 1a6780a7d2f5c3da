// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/capturesamples.h"

#include "core/practice/jsontext.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace practice {

using namespace jsontext;
using namespace std::chrono_literals;

namespace {

QDateTime utc(base::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

//! RFC 9110 section 5.6.7.
QByteArray httpDate(base::Instant instant)
{
    return QLocale::c().toString(utc(instant), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1();
}

QByteArray array(const QByteArrayList &values)
{
    return '[' + values.join(',') + ']';
}

struct Header
{
    QStringView name;
    QString value;
};

QByteArray headers(const QList<Header> &fields)
{
    QByteArrayList list;
    for (const Header &field : fields)
        list.append(object({{"name"_ba, text(field.name)}, {"value"_ba, text(field.value)}}));
    return array(list);
}

struct Exchange
{
    base::Instant at{};
    QStringView method;
    QString url;
    QList<Header> sent;
    int status = 0;
    QList<Header> answered;
    QByteArray body;
};

QByteArray entry(const Exchange &exchange)
{
    const QByteArray version = text(u"HTTP/1.1");
    const QByteArray request = object({{"headers"_ba, headers(exchange.sent)},
                                       {"httpVersion"_ba, version},
                                       {"method"_ba, text(exchange.method)},
                                       {"url"_ba, text(exchange.url)}});
    const QByteArray content = object({{"mimeType"_ba, text(u"application/json")},
                                       {"size"_ba, number(exchange.body.size())},
                                       {"text"_ba, text(QString::fromUtf8(exchange.body))}});
    const QByteArray response = object({{"content"_ba, content},
                                        {"headers"_ba, headers(exchange.answered)},
                                        {"httpVersion"_ba, version},
                                        {"status"_ba, number(exchange.status)}});
    return object({{"request"_ba, request},
                   {"response"_ba, response},
                   {"startedDateTime"_ba, text(utc(exchange.at).toString(Qt::ISODateWithMs))},
                   {"time"_ba, number(42)}});
}

} // namespace

QByteArray refusedRequest(const QByteArray &token, base::Instant now)
{
    const QByteArrayList lines{
        "GET /orders HTTP/1.1"_ba,
        "Host: api.example.com"_ba,
        "Accept: application/json"_ba,
        "Authorization: Bearer " + token,
        {},
        "HTTP/1.1 401 Unauthorized"_ba,
        "Date: " + httpDate(now),
        R"(WWW-Authenticate: Bearer error="invalid_token", )"
        R"(error_description="The audience is invalid")"_ba,
        "Content-Length: 0"_ba,
        {},
        {},
    };
    return lines.join("\r\n");
}

QByteArray browserHar(const BrowsedTokens &tokens)
{
    const QString bearer = "Bearer "_L1 + QString::fromLatin1(tokens.accessToken);
    const QString api = u"https://api.example.com/orders"_s;
    const QByteArray granted
        = object({{"access_token"_ba, text(QString::fromLatin1(tokens.accessToken))},
                  {"expires_in"_ba, number(1800)},
                  {"id_token"_ba, text(QString::fromLatin1(tokens.idToken))},
                  {"token_type"_ba, text(u"Bearer")}});
    const QByteArrayList entries{
        entry({tokens.issued, u"POST", tokens.issuer + "/oauth2/token"_L1, {}, 200, {}, granted}),
        entry({tokens.issued + 2s, u"GET", api, {{u"Authorization", bearer}}, 200, {}, "[]"}),
        entry({tokens.refused,
               u"GET",
               api,
               {{u"Authorization", bearer}},
               401,
               {{u"WWW-Authenticate",
                 uR"(Bearer error="invalid_token", error_description="The token is expired")"_s}},
               {}}),
    };
    const QByteArray creator
        = object({{"name"_ba, text(u"Assay practice")}, {"version"_ba, text(u"1")}});
    return object({{"log"_ba,
                    object({{"creator"_ba, creator},
                            {"entries"_ba, array(entries)},
                            {"version"_ba, text(u"1.2")}})}});
}

} // namespace practice
