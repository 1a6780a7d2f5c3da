// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/issuervisit.h"

#include "core/http/urlparts.h"
#include "core/net/answers.h"
#include "core/net/redirects.h"

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

// Honest, and without the "Mozilla/5.0" and the language of this desktop that Qt would send.
http::HeaderList ownHeaders()
{
    return http::HeaderList(QList<http::Header>{
        {"User-Agent", "Assay/" ASSAY_VERSION " (token debugger)"},
        {"Accept", "application/json"},
        {"Accept-Language", "en"},
    });
}

// Without a fragment, which is never sent; nothing when it is no http or https URL of a host.
base::Result<QByteArray> sendableUrl(const QString &text)
{
    const QUrl url = QUrl(text).adjusted(QUrl::RemoveFragment);
    if (!url.scheme().isEmpty() && !isHttpScheme(url))
        return base::failure("discovery.jwks_scheme"_L1, url.scheme());
    if (!url.isValid() || url.isRelative())
        return base::failure("discovery.jwks_uri"_L1, text);
    if (url.host().isEmpty() || !url.userInfo().isEmpty())
        return base::failure("discovery.jwks_uri"_L1, url.toString(QUrl::RemoveUserInfo));
    return url.toEncoded();
}

} // namespace

IssuerVisit::IssuerVisit(FetchRequest request, base::Instant now, Transport &transport)
    : m_request(std::move(request))
    , m_transport(transport)
    , m_startedAt(now)
{
    m_snapshot.input = m_request.issuer;
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &IssuerVisit::onTimeout);
}

IssuerVisit::~IssuerVisit()
{
    if (m_underWay)
        (void)m_transport.abort();
}

void IssuerVisit::start()
{
    m_sinceStart.start();
    m_timer.start(m_request.timeout);
    m_transport.begin(m_request);
    if (!m_request.jwksUrl.isEmpty()) {
        checkKeysUrl(QString::fromUtf8(m_request.jwksUrl));
        return;
    }
    if (m_request.issuer.issuer.isEmpty()) {
        finish(base::Error{"issuer.empty"_L1, {}, -1});
        return;
    }
    m_metadataUrls = m_request.issuer.metadataUrls();
    askForMetadata();
}

// The wall clock as it was at the start, carried on by one that nobody sets: this runs on another
// thread than the clock that was handed to the client.
base::Instant IssuerVisit::now() const
{
    return m_startedAt + std::chrono::milliseconds(m_sinceStart.elapsed());
}

void IssuerVisit::askForMetadata()
{
    ask(Step::Metadata, m_metadataUrls.first());
}

bool IssuerVisit::isOAuthUrl(const QByteArray &url) const
{
    return url.contains("/.well-known/oauth-authorization-server");
}

void IssuerVisit::ask(Step step, const QByteArray &url)
{
    m_step = step;
    m_trail.clear();
    hop(url);
}

void IssuerVisit::hop(const QByteArray &url)
{
    m_trail.append(url);
    m_exchange = {};
    m_exchange.url = url;
    m_exchange.requestHeaders = ownHeaders();
    m_exchange.startedAt = now();
    m_underWay = true;
    const QString metadata = isOAuthUrl(m_trail.first()) ? u"oauth_metadata"_s : u"discovery"_s;
    Q_EMIT progressed(m_step == Step::Keys ? u"keys"_s : metadata, QString::fromUtf8(url));

    m_exchange.proxy = m_transport.proxyFor(url);
    const QString host = QUrl::fromEncoded(url).host();
    if (!m_exchange.proxy.isEmpty()) {
        send({}); // the proxy resolves the name, where this machine perhaps could not
    } else if (http::isAddressLiteral(host)) {
        send({host});
    } else {
        m_transport.resolve(host, [this, host](const QStringList &addresses) {
            if (addresses.isEmpty())
                failStep({"net.dns"_L1, host, -1});
            else
                send(addresses);
        });
    }
}

bool IssuerVisit::isWelcome(const QString &host, http::Reach reach) const
{
    return !http::isNearer(reach, *m_typedReach) || m_request.allowedPrivateHosts.contains(host);
}

// The names were resolved before, so that a public issuer cannot send us to this machine or its
// network. QHostInfo keeps the answer for a minute, and the connection uses that very answer.
void IssuerVisit::send(const QStringList &addresses)
{
    m_exchange.addresses = addresses;
    const QString host = QUrl::fromEncoded(m_exchange.url).host();
    const http::Reach reach = http::nearestReach(host, addresses);
    if (!m_typedReach)
        m_typedReach = reach; // the first host is the one that the person typed
    if (!isWelcome(host, reach)) {
        m_snapshot.blockedHost = host;
        failStep({"net.private_address"_L1, host, -1});
        return;
    }
    m_exchange.startedAt = now();
    m_transport.get({m_exchange.url, m_exchange.requestHeaders, addresses, m_request.bodyLimit},
                    [this](const http::Exchange &answer) { onAnswer(answer); });
}

void IssuerVisit::onAnswer(const http::Exchange &answer)
{
    m_exchange.status = answer.status;
    m_exchange.reason = answer.reason;
    m_exchange.protocol = answer.protocol;
    m_exchange.answerHeaders = answer.answerHeaders;
    m_exchange.body = answer.body;
    m_exchange.tls = answer.tls;
    m_exchange.error = answer.error;
    m_exchange.duration
        = std::chrono::duration_cast<std::chrono::milliseconds>(now() - m_exchange.startedAt);
    if (m_exchange.error)
        m_exchange.error = seenThroughProxy(m_exchange);
    if (!m_exchange.error && m_exchange.isRedirect()) {
        followRedirect();
        return;
    }
    if (!m_exchange.error)
        m_exchange.error = statusProblem(m_exchange);
    if (m_exchange.error) {
        tryElsewhere(*m_exchange.error);
        return;
    }
    if (m_step == Step::Metadata)
        readMetadata(m_exchange.body);
    else
        readKeys(m_exchange.body);
}

void IssuerVisit::followRedirect()
{
    const auto target = redirectTarget(m_exchange, m_trail, m_request.redirectLimit);
    if (!target) {
        failStep(target.error());
        return;
    }
    keepExchange();
    hop(*target);
}

void IssuerVisit::readMetadata(const QByteArray &body)
{
    const auto discovery = oidc::Discovery::read(body);
    if (!discovery) {
        const bool isJson = discovery.error().id != "discovery.json"_L1;
        tryElsewhere(isJson ? discovery.error() : notJson(m_exchange, discovery.error()));
        return;
    }
    keepExchange();
    m_snapshot.discovery = *discovery;
    m_snapshot.metadataFromRfc8414 = isOAuthUrl(m_metadataUrls.first());
    m_snapshot.issuerMatch = oidc::matchIssuer(m_snapshot.input, *discovery);
    // A typed discovery URL leaves open whether the issuer ends in a slash: now it is known.
    if (m_snapshot.issuerMatch == oidc::IssuerMatch::Same)
        m_snapshot.input.issuer = discovery->issuer();
    if (discovery->jwksUri().isEmpty())
        finish(base::Error{"discovery.no_jwks_uri"_L1, {}, -1});
    else
        checkKeysUrl(discovery->jwksUri());
}

void IssuerVisit::checkKeysUrl(const QString &text)
{
    const auto url = sendableUrl(text);
    if (url)
        askForKeys(*url);
    else if (m_request.jwksUrl.isEmpty())
        finish(url.error());
    else
        finish(base::Error{"keyset.url"_L1, url.error().detail, -1});
}

void IssuerVisit::askForKeys(const QByteArray &url)
{
    const QString issuer = m_snapshot.input.issuer;
    m_snapshot.keysUrl = url;
    m_snapshot.keysFromOtherOrigin
        = !issuer.isEmpty() && !http::sameOrigin(issuer, QString::fromUtf8(url));
    ask(Step::Keys, url);
}

void IssuerVisit::readKeys(const QByteArray &body)
{
    const auto origin
        = m_request.jwksUrl.isEmpty() ? jose::KeyOrigin::Issuer : jose::KeyOrigin::Url;
    const auto keys = jose::KeySet::fromJson(body, origin);
    if (!keys) {
        const base::Error &error = keys.error();
        const bool isJson = !error.id.startsWith("json."_L1);
        failStep(isJson ? error : notJson(m_exchange, {error.id, error.id, error.offset}));
        return;
    }
    m_snapshot.keys = *keys;
    if (keys->isEmpty()) {
        failStep({"keyset.empty"_L1, {}, -1});
        return;
    }
    keepExchange();
    finish(std::nullopt);
}

// The document may be at the next metadata URL. When none of them is any good, the first one's
// answer says most, unless a later one failed in another way than by not being there.
void IssuerVisit::tryElsewhere(const base::Error &error)
{
    m_exchange.error = error;
    const bool absent = m_step == Step::Metadata && mayBeElsewhere(m_exchange);
    if (absent && !m_firstAbsence)
        m_firstAbsence = error;
    if (!absent || m_metadataUrls.size() == 1) {
        const base::Error why = absent ? *m_firstAbsence : error;
        keepExchange();
        finish(why);
        return;
    }
    keepExchange();
    m_metadataUrls.removeFirst();
    askForMetadata();
}

void IssuerVisit::keepExchange()
{
    m_underWay = false;
    m_snapshot.exchanges.append(m_exchange);
}

void IssuerVisit::failStep(const base::Error &error)
{
    m_exchange.error = error;
    keepExchange();
    finish(error);
}

void IssuerVisit::onTimeout()
{
    const http::Exchange part = m_transport.abort();
    const base::Error error{"net.timeout"_L1, QString::fromUtf8(m_exchange.url), -1};
    m_exchange.status = part.status;
    m_exchange.reason = part.reason;
    m_exchange.protocol = part.protocol;
    m_exchange.answerHeaders = part.answerHeaders;
    m_exchange.body = part.body;
    m_exchange.tls = part.tls;
    m_exchange.duration
        = std::chrono::duration_cast<std::chrono::milliseconds>(now() - m_exchange.startedAt);
    failStep(error);
}

void IssuerVisit::finish(const std::optional<base::Error> &error)
{
    m_timer.stop();
    m_snapshot.error = error;
    m_snapshot.fetchedAt = now();
    m_snapshot.clockOffset = oidc::estimateClockOffset(m_snapshot.exchanges);
    m_snapshot.transport = oidc::transportOf(m_snapshot.exchanges);
    Q_EMIT finished(m_snapshot);
}

} // namespace net
