// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/httpmessage.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace practice {

namespace {

struct Reason
{
    int status = 0;
    const char *text = nullptr;
};
constexpr std::array reasons{
    Reason{200, "OK"},
    Reason{307, "Temporary Redirect"},
    Reason{400, "Bad Request"},
    Reason{401, "Unauthorized"},
    Reason{404, "Not Found"},
    Reason{405, "Method Not Allowed"},
    Reason{408, "Request Timeout"},
    Reason{413, "Content Too Large"},
    Reason{431, "Request Header Fields Too Large"},
    Reason{501, "Not Implemented"},
    Reason{503, "Service Unavailable"},
    Reason{505, "HTTP Version Not Supported"},
};

struct ErrorStatus
{
    QLatin1StringView id;
    int status = 0;
};
constexpr std::array errorStatuses{
    ErrorStatus{"request.version"_L1, 505},   ErrorStatus{"request.encoding"_L1, 501},
    ErrorStatus{"request.too_large"_L1, 413}, ErrorStatus{"request.head_size"_L1, 431},
    ErrorStatus{"request.timeout"_L1, 408},   ErrorStatus{"request.crowd"_L1, 503},
};

//! RFC 9110 section 5.6.2.
bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || marks.contains(c);
    });
}

bool isVisibleAscii(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

//! RFC 9110 section 5.5: bytes above 0x7F are opaque but legal.
bool isFieldValue(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
    });
}

base::Result<void> readTarget(QByteArrayView target, HttpRequest &request)
{
    QByteArrayView rest = target;
    constexpr QByteArrayView scheme("http://");
    if (rest.first(qMin(rest.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) == 0) {
        rest = rest.sliced(scheme.size());
        const auto end
            = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
        request.host = rest.first(end - rest.begin()).toByteArray();
        rest = rest.sliced(end - rest.begin());
        if (request.host.isEmpty())
            return base::failure("request.line"_L1);
    } else if (!rest.startsWith('/') && rest != QByteArrayView("*")) {
        return base::failure("request.line"_L1);
    }
    const qsizetype mark = rest.indexOf('?');
    request.path = (mark < 0 ? rest : rest.first(mark)).toByteArray();
    request.query = mark < 0 ? QByteArray() : rest.sliced(mark).toByteArray();
    if (request.path.isEmpty())
        request.path = "/"_ba;
    return {};
}

base::Result<void> readRequestLine(QByteArrayView line, HttpRequest &request)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    if (words.size() != 3 || !isToken(words.at(0)) || !isVisibleAscii(words.at(1)))
        return base::failure("request.line"_L1);
    if (!words.at(2).startsWith("HTTP/"))
        return base::failure("request.line"_L1);
    if (words.at(2) != "HTTP/1.1" && words.at(2) != "HTTP/1.0")
        return base::failure("request.version"_L1);
    request.method = words.at(0);
    request.isHttp10 = words.at(2) == "HTTP/1.0";
    return readTarget(words.at(1), request);
}

base::Result<void> readHeader(QByteArrayView line, HttpRequest &request)
{
    const qsizetype colon = line.indexOf(':');
    // A blank before the colon, or at the start of the line (a folded line), makes no token.
    if (colon < 1 || !isToken(line.first(colon)) || !isFieldValue(line.sliced(colon + 1)))
        return base::failure("request.header"_L1);
    request.headers.append(line.first(colon).toByteArray(),
                           line.sliced(colon + 1).trimmed().toByteArray());
    return {};
}

base::Result<void> readHost(HttpRequest &request)
{
    const QList<QByteArray> hosts = request.headers.values("Host");
    if (hosts.size() > 1 || (hosts.isEmpty() && !request.isHttp10))
        return base::failure("request.host"_L1);
    if (request.host.isEmpty() && !hosts.isEmpty())
        request.host = hosts.first();
    return {};
}

//! RFC 9112 section 6: two ways to say where a request ends are how requests are smuggled.
base::Result<void> readBodyLength(HttpRequest &request)
{
    if (request.headers.contains("Transfer-Encoding"))
        return base::failure("request.encoding"_L1);
    const QList<QByteArray> lengths = request.headers.values("Content-Length");
    if (lengths.isEmpty())
        return {};
    const QByteArray &text = lengths.first();
    const bool digits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    request.bodyBytes = text.toLongLong(&fits);
    if (lengths.size() > 1 || !digits || !fits)
        return base::failure("request.length"_L1);
    return {};
}

bool hasConnectionOption(const HttpRequest &request, QByteArrayView wanted)
{
    const QList<QByteArray> values = request.headers.values("Connection");
    return std::any_of(values.begin(), values.end(), [&](const QByteArray &value) {
        const QList<QByteArray> options = value.split(',');
        return std::any_of(options.begin(), options.end(), [&](const QByteArray &option) {
            return option.trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
        });
    });
}

QByteArray httpDate(base::Instant now)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC);
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

base::Result<HttpRequest> parseHead(QByteArrayView head)
{
    HttpRequest request;
    request.head = head.toByteArray();
    base::Result<void> read;
    bool first = true;
    for (qsizetype at = 0; at <= head.size() && read;) {
        const qsizetype found = head.indexOf("\r\n", at);
        const qsizetype end = found < 0 ? head.size() : found;
        const QByteArrayView line = head.sliced(at, end - at);
        read = first ? readRequestLine(line, request) : readHeader(line, request);
        first = false;
        at = end + 2;
    }
    read = read.and_then([&] { return readHost(request); }).and_then([&] {
        return readBodyLength(request);
    });
    if (!read)
        return tl::unexpected(read.error());
    request.keepAlive = request.isHttp10 ? hasConnectionOption(request, "keep-alive")
                                         : !hasConnectionOption(request, "close");
    return request;
}

int statusOf(const base::Error &error)
{
    const auto row = std::find_if(errorStatuses.begin(), errorStatuses.end(),
                                  [&](const ErrorStatus &each) { return each.id == error.id; });
    return row == errorStatuses.end() ? 400 : row->status;
}

HttpAnswer plainAnswer(int status, const QByteArray &text)
{
    HttpAnswer answer;
    answer.status = status;
    answer.headers.append("Content-Type"_ba, "text/plain; charset=utf-8"_ba);
    answer.headers.append("X-Content-Type-Options"_ba, "nosniff"_ba);
    answer.body = text + '\n';
    return answer;
}

QByteArray serialize(const HttpAnswer &answer, const Framing &framing)
{
    const auto reason = std::find_if(reasons.begin(), reasons.end(), [&](const Reason &each) {
        return each.status == answer.status;
    });
    QByteArray wire = "HTTP/1.1 "_ba + QByteArray::number(answer.status) + ' '
        + (reason == reasons.end() ? "" : reason->text) + "\r\n";
    for (const http::Header &header : answer.headers.all()) {
        Q_ASSERT(isToken(header.name) && isFieldValue(header.value));
        wire += header.name + ": " + header.value + "\r\n";
    }
    wire += "Date: "_ba + httpDate(framing.now) + "\r\n";
    wire += "Content-Length: "_ba + QByteArray::number(answer.body.size()) + "\r\n";
    if (!framing.keepAlive)
        wire += "Connection: close\r\n";
    else if (framing.isHttp10)
        wire += "Connection: keep-alive\r\n";
    wire += "\r\n";
    return framing.withBody ? wire + answer.body : wire;
}

} // namespace practice
