// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/oidc/snapshot.h"

#include "core/http/address.h"
#include "core/http/urlparts.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oidc {

namespace {

using std::chrono::milliseconds;

QString hostOf(const http::Exchange &exchange)
{
    const auto parts = http::splitUrl(QString::fromUtf8(exchange.url));
    return parts ? parts->host.toLower() : QString();
}

// RFC 9110 section 6.6.1: a Date says when the answer was made, cut to the second before it.
std::optional<ClockOffset> offsetOf(const http::Exchange &exchange)
{
    const auto date = http::parseHttpDate(exchange.answerHeaders.value("Date"));
    if (exchange.status == 0 || !date || exchange.answerHeaders.contains("Age"))
        return std::nullopt;
    constexpr milliseconds halfSecond{500};
    const milliseconds halfTrip = exchange.duration / 2;
    const base::Instant theirs = *date + halfSecond;
    const base::Instant ours = exchange.startedAt + halfTrip;
    return ClockOffset{theirs - ours, halfSecond + halfTrip + exchange.duration % 2};
}

// The scheme and the host in lower case, without a slash at the end; the path keeps its case.
QString withoutSlashOrCase(const QString &issuer)
{
    const auto parts = http::splitUrl(issuer);
    const QString base = parts ? parts->base() : QString();
    const QString text = base.toLower() + issuer.mid(base.size());
    return text.endsWith(u'/') ? text.chopped(1) : text;
}

IssuerMatch matchOne(const IssuerInput &input, const QString &found)
{
    if (found == input.issuer)
        return IssuerMatch::Same;
    if (withoutSlashOrCase(found) != withoutSlashOrCase(input.issuer))
        return IssuerMatch::Different;
    // A discovery URL does not tell whether the issuer ends in a slash (OpenID Discovery 4.1).
    const bool onlySlash = compareIdentifiers(input.issuer, found) == Difference::TrailingSlash;
    return input.fromDiscoveryUrl && onlySlash ? IssuerMatch::Same : IssuerMatch::SlashOrCase;
}

Transport transportOfOne(const http::Exchange &exchange)
{
    const auto parts = http::splitUrl(QString::fromUtf8(exchange.url));
    if (parts && parts->scheme.compare("https"_L1, Qt::CaseInsensitive) == 0)
        return exchange.tls.trustedByException ? Transport::TlsException : Transport::Tls;
    const auto isLoopback
        = [](const QString &host) { return http::reachOf(host) == http::Reach::Loopback; };
    const QStringList &addresses = exchange.addresses;
    const bool local = parts && exchange.proxy.isEmpty()
        && (addresses.isEmpty() ? isLoopback(parts->host)
                                : std::all_of(addresses.begin(), addresses.end(), isLoopback));
    return local ? Transport::PlainLoopback : Transport::Plain;
}

int weakness(Transport transport)
{
    constexpr std::array order{Transport::Tls, Transport::PlainLoopback, Transport::TlsException,
                               Transport::Plain};
    return static_cast<int>(std::find(order.begin(), order.end(), transport) - order.begin());
}

} // namespace

std::optional<ClockOffset> estimateClockOffset(const QList<http::Exchange> &exchanges)
{
    std::optional<ClockOffset> best;
    for (const http::Exchange &exchange : exchanges) {
        const auto offset = offsetOf(exchange);
        const bool sameClock = hostOf(exchange) == hostOf(exchanges.first());
        if (offset && sameClock && (!best || offset->error < best->error))
            best = offset;
    }
    return best;
}

IssuerMatch matchIssuer(const IssuerInput &input, const Discovery &discovery)
{
    auto match = IssuerMatch::Unknown;
    // Of several members named issuer the worst counts: readers differ on which one they take.
    for (const base::json::Value member : discovery.json().root()) {
        if (member.hasName("issuer") && member.isString())
            match = std::max(match, matchOne(input, member.toString()));
    }
    return match;
}

Transport transportOf(const QList<http::Exchange> &exchanges)
{
    auto weakest = Transport::Tls;
    for (const http::Exchange &exchange : exchanges) {
        if (weakness(transportOfOne(exchange)) > weakness(weakest))
            weakest = transportOfOne(exchange);
    }
    return weakest;
}

} // namespace oidc
