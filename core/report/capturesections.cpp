// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/capturesections.h"

#include "core/capture/roles.h"
#include "core/report/phrases.h"
#include "core/report/texts.h"
#include "core/report/times.h"
#include "core/report/wording.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

// In the order of capture::CarrierType; %1 is the name, and goes with its quotes where there is
// none.
constexpr std::array carriers{
    QT_TRANSLATE_NOOP("report", "text “%1”"),
    QT_TRANSLATE_NOOP("report", "header “%1”"),
    QT_TRANSLATE_NOOP("report", "cookie “%1”"),
    QT_TRANSLATE_NOOP("report", "newly set cookie “%1”"),
    QT_TRANSLATE_NOOP("report", "query parameter “%1”"),
    QT_TRANSLATE_NOOP("report", "fragment parameter “%1”"),
    QT_TRANSLATE_NOOP("report", "form field “%1”"),
    QT_TRANSLATE_NOOP("report", "multipart field “%1”"),
    QT_TRANSLATE_NOOP("report", "JSON member “%1”"),
    QT_TRANSLATE_NOOP("report", "field of a page “%1”"),
    QT_TRANSLATE_NOOP("report", "browser storage “%1”"),
    QT_TRANSLATE_NOOP("report", "variable “%1”"),
    QT_TRANSLATE_NOOP("report", "secret “%1”"),
};
static_assert(carriers.size() == size_t(capture::CarrierType::Secret) + 1);

// clang-format off
// The names that a value has by its place; those by content are in names.cpp.
constexpr auto roles = std::to_array<Phrase>({
    {"opaque_access_token", QT_TRANSLATE_NOOP("report", "opaque access token")},
    {"id_token", QT_TRANSLATE_NOOP("report", "ID token")},
    {"refresh_token", QT_TRANSLATE_NOOP("report", "refresh token")},
    {"authorization_code", QT_TRANSLATE_NOOP("report", "authorization code")},
    {"session_cookie", QT_TRANSLATE_NOOP("report", "session cookie")},
    {"app_session_token", QT_TRANSLATE_NOOP("report", "app session token")},
    {"device_secret", QT_TRANSLATE_NOOP("report", "device secret")},
    {"dpop_proof", QT_TRANSLATE_NOOP("report", "DPoP proof")},
    {"logout_token", QT_TRANSLATE_NOOP("report", "logout token")},
    {"assertion", QT_TRANSLATE_NOOP("report", "assertion")},
});

constexpr auto forms = std::to_array<Phrase>({
    {"text", QT_TRANSLATE_NOOP("report", "text")},
    {"har", QT_TRANSLATE_NOOP("report", "HAR")},
    {"burp", QT_TRANSLATE_NOOP("report", "items of Burp Suite")},
    {"curl_trace", QT_TRANSLATE_NOOP("report", "output of curl --trace-ascii")},
    {"curl_verbose", QT_TRANSLATE_NOOP("report", "output of curl -v")},
    {"okhttp", QT_TRANSLATE_NOOP("report", "log of OkHttp")},
    {"dio", QT_TRANSLATE_NOOP("report", "log of dio")},
    {"python_debug", QT_TRANSLATE_NOOP("report", "output of Python's http.client")},
    {"mitmproxy", QT_TRANSLATE_NOOP("report", "output of mitmdump")},
    {"exchange_log", QT_TRANSLATE_NOOP("report", "log of HTTP exchanges")},
    {"http_file", QT_TRANSLATE_NOOP("report", ".http file")},
    {"http", QT_TRANSLATE_NOOP("report", "HTTP request or answer")},
    {"headers", QT_TRANSLATE_NOOP("report", "headers")},
    {"json", QT_TRANSLATE_NOOP("report", "JSON")},
    {"form", QT_TRANSLATE_NOOP("report", "body of a form")},
    {"curl_config", QT_TRANSLATE_NOOP("report", "options for curl")},
    {"curl", QT_TRANSLATE_NOOP("report", "curl command")},
    {"wget", QT_TRANSLATE_NOOP("report", "wget command")},
    {"load_test", QT_TRANSLATE_NOOP("report", "command of a load test")},
    {"w3c_log", QT_TRANSLATE_NOOP("report", "log of a web server")},
    {"log", QT_TRANSLATE_NOOP("report", "log")},
    {"httpie", QT_TRANSLATE_NOOP("report", "HTTPie command")},
    {"powershell", QT_TRANSLATE_NOOP("report", "PowerShell command")},
    {"fetch", QT_TRANSLATE_NOOP("report", "fetch call")},
    {"python", QT_TRANSLATE_NOOP("report", "Python code")},
    {"kubernetes", QT_TRANSLATE_NOOP("report", "Kubernetes manifest")},
    {"html", QT_TRANSLATE_NOOP("report", "page")},
    {"cookies", QT_TRANSLATE_NOOP("report", "cookies")},
    {"storage", QT_TRANSLATE_NOOP("report", "browser storage")},
    {"env", QT_TRANSLATE_NOOP("report", "environment variables")},
});
// clang-format on

QString counted(const char *one, const char *many, qsizetype count)
{
    return count == 1 ? translated(one) : translated(many).arg(count);
}

} // namespace

QString kindText(const capture::Sighting &sighting)
{
    const auto &kind = sighting.kind;
    const QString id = capture::kindName(sighting);
    if (id == name(kind.kind)) { // What it holds is telling.
        const auto reason = kindReason(kind);
        return reason.isEmpty() ? kindName(kind.kind)
                                : u"%1 (%2)"_s.arg(kindName(kind.kind), reason);
    }
    return filled(translated(QT_TRANSLATE_NOOP("report", "%1 (by its place)")),
                  {phrase(roles, id)});
}

QString carrierText(const capture::Carrier &carrier, Quote quote)
{
    auto text = translated(carriers.at(size_t(carrier.type)));
    text = carrier.name.isEmpty() ? text.remove(u" “%1”"_s)
                                  : filled(text, {foreign(carrier.name, quote)});
    if (carrier.side == capture::Side::Request)
        text += u' ' + translated(QT_TRANSLATE_NOOP("report", "of the request"));
    else if (carrier.side == capture::Side::Response)
        text += u' ' + translated(QT_TRANSLATE_NOOP("report", "of the answer"));
    return text;
}

QString requestText(const capture::Request &request, Quote quote)
{
    const auto shown
        = [quote](const QByteArray &bytes) { return foreign(QString::fromUtf8(bytes), quote); };
    QStringList words;
    if (!request.method.isEmpty())
        words += shown(request.method);
    if (!request.url.isEmpty())
        words += shown(request.url);
    QStringList parts;
    if (!words.isEmpty())
        parts += words.join(u' ');
    if (request.status != 0)
        parts += QString::number(request.status);
    if (request.time)
        parts += utcText(*request.time);
    return parts.join(u" · "_s);
}

QString formText(QLatin1StringView form)
{
    return phrase(forms, QString(form));
}

QString summaryText(const capture::Capture &capture)
{
    if (capture.sightings.isEmpty())
        return translated(QT_TRANSLATE_NOOP("report", "No token was found"));
    auto text = counted(QT_TRANSLATE_NOOP("report", "One token"),
                        QT_TRANSLATE_NOOP("report", "%1 tokens"), capture.sightings.size());
    if (!capture.requests.isEmpty()) {
        text += u' '
            + counted(QT_TRANSLATE_NOOP("report", "in one request"),
                      QT_TRANSLATE_NOOP("report", "in %1 requests"), capture.requests.size());
    }
    return text + u", "_s
        + filled(translated(QT_TRANSLATE_NOOP("report", "read as %1")), {formText(capture.form)});
}

} // namespace report
