// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/replyerrors.h"

#include "core/net/redirects.h"
#include "core/net/tlsfacts.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

// What the detail of an error is made of.
enum class Detail : quint8 { Place, Host, Words };

struct Row
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QLatin1StringView id{};
    Detail detail = Detail::Words;
};

constexpr std::array rows{
    Row{QNetworkReply::ConnectionRefusedError, "net.refused"_L1, Detail::Place},
    Row{QNetworkReply::RemoteHostClosedError, "net.reset"_L1, Detail::Place},
    Row{QNetworkReply::HostNotFoundError, "net.dns"_L1, Detail::Host},
    Row{QNetworkReply::TimeoutError, "net.timeout"_L1, Detail::Place},
    Row{QNetworkReply::TemporaryNetworkFailureError, "net.unreachable"_L1, Detail::Words},
    Row{QNetworkReply::NetworkSessionFailedError, "net.unreachable"_L1, Detail::Words},
    Row{QNetworkReply::UnknownNetworkError, "net.unreachable"_L1, Detail::Words},
    Row{QNetworkReply::ProxyConnectionRefusedError, "net.proxy"_L1, Detail::Words},
    Row{QNetworkReply::ProxyConnectionClosedError, "net.proxy"_L1, Detail::Words},
    Row{QNetworkReply::ProxyNotFoundError, "net.proxy"_L1, Detail::Words},
    Row{QNetworkReply::ProxyTimeoutError, "net.proxy"_L1, Detail::Words},
    Row{QNetworkReply::ProxyAuthenticationRequiredError, "net.proxy"_L1, Detail::Words},
    Row{QNetworkReply::UnknownProxyError, "net.proxy"_L1, Detail::Words},
    Row{QNetworkReply::SslHandshakeFailedError, "net.tls"_L1, Detail::Words},
};

// A complete answer whose status QNetworkReply turned into an error of its own, which are numbered
// from here on.
bool isHttpStatus(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status >= 400 && reply.error() >= QNetworkReply::ContentAccessDenied;
}

// TLS 1.3 lets a server refuse after the handshake, for instance a client without a certificate:
// then Qt sees a read error and only passes on OpenSSL's words.
bool isTlsAlert(const QNetworkReply &reply)
{
    return reply.error() == QNetworkReply::UnknownNetworkError && reply.url().scheme() == "https"_L1
        && reply.errorString().contains("SSL routines:"_L1);
}

QString detailText(const QNetworkReply &reply, Detail detail)
{
    const QUrl url = reply.url();
    if (detail == Detail::Words)
        return reply.errorString();
    if (detail == Detail::Host)
        return url.host();
    return url.host() + u':' + QString::number(portOf(url));
}

} // namespace

std::optional<base::Error> replyError(const QNetworkReply &reply, const QList<QSslError> &sslErrors)
{
    if (reply.error() == QNetworkReply::NoError || isHttpStatus(reply))
        return std::nullopt;
    if (reply.error() == QNetworkReply::SslHandshakeFailedError && !sslErrors.isEmpty()) {
        const QLatin1StringView id = tlsErrorId(sslErrors);
        return base::Error{id, id == "net.tls"_L1 ? reply.errorString() : reply.url().host(), -1};
    }
    if (reply.error() == QNetworkReply::UnknownContentError)
        return base::Error{"net.decompression"_L1,
                           QString::fromUtf8(reply.rawHeader("Content-Encoding")), -1};
    if (isTlsAlert(reply))
        return base::Error{"net.tls"_L1, reply.errorString(), -1};
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &candidate) {
        return candidate.error == reply.error();
    });
    if (row == rows.end())
        return base::Error{"net.protocol"_L1, reply.errorString(), -1};
    return base::Error{row->id, detailText(reply, row->detail), -1};
}

} // namespace net
