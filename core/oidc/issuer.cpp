// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/oidc/issuer.h"

#include "core/http/address.h"
#include "core/http/urlparts.h"
#include "core/oidc/issuertext.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace oidc {

namespace {

constexpr std::array wellKnownPaths{"/.well-known/openid-configuration"_L1,
                                    "/.well-known/oauth-authorization-server"_L1};

bool isHttp(const QString &scheme)
{
    return scheme.compare("https"_L1, Qt::CaseInsensitive) == 0
        || scheme.compare("http"_L1, Qt::CaseInsensitive) == 0;
}

QString withoutFinalSlash(const QString &text)
{
    return text.endsWith(u'/') ? text.chopped(1) : text;
}

// "https://" before a bare host, "http://" before a loopback one; a URL stays as it is.
base::Result<QString> withScheme(const QString &typed, bool &assumed)
{
    if (http::splitUrl(typed))
        return typed;
    const QString foreign = schemeWithoutAuthority(typed);
    if (!foreign.isEmpty())
        return base::failure(isHttp(foreign) ? "issuer.syntax"_L1 : "issuer.scheme"_L1, foreign);
    const auto bare = http::splitUrl("https://"_L1 + typed);
    if (!bare || bare->host.isEmpty())
        return base::failure("issuer.syntax"_L1, typed);
    assumed = true;
    const bool local = http::reachOf(bare->host) == http::Reach::Loopback;
    return (local ? "http://"_L1 : "https://"_L1) + typed;
}

base::Result<http::UrlParts> checkedParts(const QString &url)
{
    const auto parts = http::splitUrl(url);
    if (!parts)
        return base::failure("issuer.syntax"_L1, url);
    if (!isHttp(parts->scheme))
        return base::failure("issuer.scheme"_L1, parts->scheme);
    if (parts->userinfo)
        return base::failure("issuer.userinfo"_L1, parts->host);
    if (parts->fragment)
        return base::failure("issuer.fragment"_L1, u'#' + *parts->fragment);
    if (parts->query)
        return base::failure("issuer.query"_L1, u'?' + *parts->query);
    return *parts;
}

// What stands in the place of the issuer's path when `path` is that of a metadata document: before
// the well-known part (OpenID Discovery 4) or behind it (RFC 8414 section 3.1).
std::optional<QString> pathWithoutWellKnown(const QString &path)
{
    const QString bare = withoutFinalSlash(path);
    for (const QLatin1StringView wellKnown : wellKnownPaths) {
        if (bare.endsWith(wellKnown))
            return bare.chopped(wellKnown.size());
        if (path.startsWith(wellKnown) && path.at(wellKnown.size()) == u'/')
            return path.sliced(wellKnown.size());
    }
    return std::nullopt;
}

} // namespace

QByteArray IssuerInput::openIdUrl() const
{
    return (withoutFinalSlash(issuer) + wellKnownPaths[0]).toUtf8();
}

QByteArray IssuerInput::oauthUrl() const
{
    const auto parts = http::splitUrl(issuer);
    return parts ? (parts->base() + wellKnownPaths[1] + withoutFinalSlash(parts->path)).toUtf8()
                 : QByteArray();
}

QList<QByteArray> IssuerInput::metadataUrls() const
{
    QList<QByteArray> urls;
    for (const QByteArray &url : {discoveryUrl, openIdUrl(), oauthUrl()}) {
        if (!url.isEmpty() && !urls.contains(url))
            urls.append(url);
    }
    return urls;
}

base::Result<IssuerInput> parseIssuer(const QString &typed)
{
    IssuerInput input;
    input.typed = withoutBlanksAround(typed);
    if (input.typed.isEmpty())
        return base::failure("issuer.empty"_L1);
    if (looksLikeToken(input.typed))
        return base::failure("issuer.looks_like_token"_L1);
    const auto url = withScheme(input.typed, input.schemeAssumed);
    if (!url)
        return tl::unexpected(url.error());
    auto parts = checkedParts(*url);
    if (!parts)
        return tl::unexpected(parts.error());
    const auto host = asciiHost(parts->host);
    const auto path = asciiPath(parts->path);
    if (!host || !path || parts->effectivePort() < 0 || parts->port == QString())
        return base::failure("issuer.syntax"_L1, input.typed);
    parts->host = *host;
    input.issuer = parts->base() + *path;
    if (const auto rest = pathWithoutWellKnown(*path)) {
        input.fromDiscoveryUrl = true;
        input.discoveryUrl = input.issuer.toUtf8();
        input.issuer = parts->base() + *rest;
    }
    return input;
}

} // namespace oidc
