// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/qnamtransport.h"

#include "core/net/connectioncut.h"
#include "core/net/redirects.h"
#include "core/net/tlsfacts.h"

#include <QHostInfo>
#include <QNetworkProxyFactory>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

// Attributes that keep the manager from doing anything by itself.
void makePassive(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
}

} // namespace

QnamTransport::QnamTransport() = default;

QnamTransport::~QnamTransport()
{
    (void)QnamTransport::abort();
}

void QnamTransport::begin(const FetchRequest &request)
{
    // A kept connection would not ask about its certificate again, and might be a dead one.
    m_manager.clearConnectionCache();
    m_trusted.clear();
    m_knownToSystem.clear();
    m_exceptions = request.exceptions;
    m_authorities = QSslCertificate::fromData(request.extraCaPem);
}

QString QnamTransport::proxyFor(const QByteArray &url)
{
    const QNetworkProxyQuery query(QUrl::fromEncoded(url));
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::proxyForQuery(query);
    const QNetworkProxy proxy
        = proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
    m_manager.setProxy(proxy); // the one that is shown is the one that is used
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.hostName().isEmpty())
        return {};
    return proxy.hostName() + u':' + QString::number(proxy.port());
}

// The answer is passed on from the event loop, not from inside Qt's own event: the object that
// brings it (QHostInfoResult, Qt 6.4) takes the queued aboutToQuit() for a second answer and calls
// a slot that is gone. So the program must not be able to end before that object has seen its own
// end.
void QnamTransport::resolve(const QString &host, Resolved resolved)
{
    const auto onAddresses = [this, resolved = std::move(resolved)](const QHostInfo &info) {
        QStringList addresses;
        for (const QHostAddress &address : info.addresses())
            addresses.append(address.toString());
        const auto passOn = [this, resolved, addresses, lookup = info.lookupId()] {
            if (m_lookup != lookup)
                return; // given up in the meantime
            m_lookup = -1;
            resolved(addresses);
        };
        QMetaObject::invokeMethod(this, passOn, Qt::QueuedConnection);
    };
    m_lookup = QHostInfo::lookupHost(host, this, onAddresses);
}

void QnamTransport::get(const Hop &hop, Answered answered)
{
    m_hop = hop;
    m_answered = std::move(answered);
    send();
}

void QnamTransport::send()
{
    const QUrl url = QUrl::fromEncoded(m_hop.url);
    QNetworkRequest request(url);
    makePassive(request);
    for (const http::Header &header : m_hop.headers.all())
        request.setRawHeader(header.name, header.value);
    m_onlyExtra = !m_authorities.isEmpty() && !m_knownToSystem.contains(url.authority());
    request.setSslConfiguration(
        tlsConfiguration(m_onlyExtra ? m_authorities : QList<QSslCertificate>()));
    // Against a body that unpacks to far more than was sent, before its size is counted.
    request.setDecompressedSafetyCheckThreshold(m_hop.bodyLimit);
    m_reader = std::make_unique<ReplyReader>(m_manager.get(request), m_hop.bodyLimit, m_exceptions);
    connect(m_reader.get(), &ReplyReader::finished, this, &QnamTransport::onFinished);
}

void QnamTransport::onFinished()
{
    http::Exchange exchange = m_reader->exchange();
    m_reader.release()->deleteLater(); // we are in its signal
    if (m_onlyExtra && exchange.error && exchange.error->id == "net.tls_untrusted"_L1) {
        m_knownToSystem.insert(QUrl::fromEncoded(m_hop.url).authority());
        m_manager.clearConnectionCache(); // it would keep the other configuration
        send();
        return;
    }
    // A kept-alive connection does not report its errors again.
    if (exchange.tls.trustedByException)
        m_trusted.insert(exchange.tls.certificateSha256);
    exchange.tls.trustedByException = m_trusted.contains(exchange.tls.certificateSha256);
    const Answered answered = std::exchange(m_answered, nullptr);
    answered(exchange);
}

http::Exchange QnamTransport::abort()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    m_lookup = -1;
    m_answered = nullptr;
    if (!m_reader)
        return {};
    http::Exchange part = m_reader->exchange();
    const bool hasHead = m_reader->hasHead();
    m_reader->disconnect(this);
    m_reader->abort();
    m_reader.release()->deleteLater();
    if (!hasHead) {
        const QNetworkProxy proxy = m_manager.proxy();
        const bool direct = !m_hop.addresses.isEmpty();
        cutConnections(direct ? m_hop.addresses : QStringList{proxy.hostName()},
                       direct ? portOf(QUrl::fromEncoded(m_hop.url)) : proxy.port());
    }
    return part;
}

} // namespace net
