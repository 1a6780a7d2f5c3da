// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/answers.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

// What the detail of an error is made of.
enum class Detail : quint8 { Host, Url, Body, Status, Challenge, Wait };

struct Row
{
    int status = 0;
    QLatin1StringView bodyHas{}; // in any case; empty: whatever it is
    QLatin1StringView id{};
    Detail detail = Detail::Host;
};

// The first row that fits. The sentences are those of Authgear's own middleware.
constexpr std::array rows{
    Row{206, {}, "net.partial"_L1, Detail::Status},
    Row{401, {}, "net.unauthorized"_L1, Detail::Challenge},
    Row{429, {}, "net.rate_limited"_L1, Detail::Wait},
    Row{404, "app not found"_L1, "net.app_not_found"_L1, Detail::Host},
    Row{404, {}, "net.not_found"_L1, Detail::Url},
    Row{410, {}, "net.not_found"_L1, Detail::Url},
    Row{403, "user-agent"_L1, "net.forbidden_user_agent"_L1, Detail::Body},
    Row{403, "user agent"_L1, "net.forbidden_user_agent"_L1, Detail::Body},
    Row{403, "your ip "_L1, "net.forbidden_ip"_L1, Detail::Body},
    Row{403, {}, "net.forbidden"_L1, Detail::Body},
};

// What is the proxy's own failure when there is one: over http everything between here and an
// answer, over https everything before the tunnel to the issuer stands.
struct Hindrance
{
    QLatin1StringView id{};
    bool alsoOverHttps = false;
    bool hasWords = false; //!< Of the HTTP library, rather than the name of the issuer's host.
};
constexpr std::array hindrances{
    Hindrance{"net.refused"_L1, true, false},    Hindrance{"net.dns"_L1, true, false},
    Hindrance{"net.unreachable"_L1, true, true}, Hindrance{"net.proxy"_L1, true, true},
    Hindrance{"net.reset"_L1, false, false},     Hindrance{"net.protocol"_L1, false, true},
};

constexpr std::array otherBodies{"net.html"_L1, "net.empty"_L1, "net.not_json"_L1};

QString statusLine(const http::Exchange &answer)
{
    return (QString::number(answer.status) + u' ' + QString::fromUtf8(answer.reason)).trimmed();
}

QString bodyText(const http::Exchange &answer)
{
    constexpr qsizetype enough = 200;
    return QString::fromUtf8(answer.body).simplified().left(enough);
}

QString headerText(const http::Exchange &answer, QByteArrayView name)
{
    return QString::fromUtf8(answer.answerHeaders.value(name));
}

QString detailText(const http::Exchange &answer, Detail detail)
{
    switch (detail) {
    case Detail::Url:
        return QString::fromUtf8(answer.url);
    case Detail::Body:
        return bodyText(answer);
    case Detail::Status:
        return statusLine(answer);
    case Detail::Challenge:
        return headerText(answer, "WWW-Authenticate");
    case Detail::Wait:
        return headerText(answer, "Retry-After");
    case Detail::Host:
        break;
    }
    return QUrl(QString::fromUtf8(answer.url)).host();
}

} // namespace

std::optional<base::Error> statusProblem(const http::Exchange &answer)
{
    // Nobody asked for a part, so 206 is no success here (RFC 9110 section 15.3.7).
    const bool success = answer.status >= 200 && answer.status < 300 && answer.status != 206;
    if (success && !answer.body.trimmed().isEmpty())
        return std::nullopt;
    if (success)
        return base::Error{"net.empty"_L1, statusLine(answer), -1};
    const QString body = QString::fromUtf8(answer.body);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &candidate) {
        return candidate.status == answer.status
            && body.contains(candidate.bodyHas, Qt::CaseInsensitive);
    });
    if (row == rows.end())
        return base::Error{"net.status"_L1, statusLine(answer), -1};
    return base::Error{row->id, detailText(answer, row->detail), -1};
}

base::Error notJson(const http::Exchange &answer, const base::Error &problem)
{
    const QByteArray type = answer.answerHeaders.value("Content-Type");
    const bool page = http::mediaType(type) == "text/html"
        || http::mediaType(type) == "application/xhtml+xml"
        || answer.body.trimmed().startsWith('<');
    if (page)
        return {"net.html"_L1, QString::fromUtf8(type), -1};
    return {"net.not_json"_L1, problem.detail, problem.offset};
}

base::Error seenThroughProxy(const http::Exchange &answer)
{
    const base::Error &error = *answer.error;
    if (answer.proxy.isEmpty())
        return error.id == "net.proxy"_L1 && answer.status != 0
            ? base::Error{"net.status"_L1, statusLine(answer), -1}
            : error;
    const auto row = std::find_if(hindrances.begin(), hindrances.end(),
                                  [&](const Hindrance &each) { return each.id == error.id; });
    const bool isReached = answer.tls.used && !answer.tls.certificateSha256.isEmpty();
    const bool isHttps = answer.url.startsWith("https:");
    if (row == hindrances.end() || isReached || (isHttps && !row->alsoOverHttps))
        return error;
    const QString words = row->hasWords ? u": "_s + error.detail : QString();
    return {"net.proxy"_L1, answer.proxy + words, -1};
}

bool mayBeElsewhere(const http::Exchange &answer)
{
    constexpr std::array absent{404, 405, 410};
    const bool isAbsent = std::find(absent.begin(), absent.end(), answer.status) != absent.end();
    const bool isOther = answer.error
        && std::find(otherBodies.begin(), otherBodies.end(), answer.error->id) != otherBodies.end();
    return isAbsent || isOther;
}

} // namespace net
