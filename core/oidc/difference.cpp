// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/urlparts.h"
#include "core/oidc/issuer.h"
#include "core/oidc/issuertext.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace oidc {

namespace {

// In the order of the enumeration.
constexpr std::array names{
    "none"_L1, "trailing_slash"_L1, "scheme"_L1,     "case"_L1,  "port"_L1,
    "path"_L1, "host"_L1,           "whitespace"_L1, "other"_L1,
};

QString withoutSlashes(QString text)
{
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

QString pathAndBehind(const http::UrlParts &url)
{
    return withoutSlashes(url.path) + url.query.value_or(QString())
        + url.fragment.value_or(QString());
}

bool isWeb(const http::UrlParts &url)
{
    const QString scheme = url.scheme.toLower();
    return scheme == "https"_L1 || scheme == "http"_L1;
}

// Two URLs, a slash at the end and letter case left out of account.
Difference compareUrls(const http::UrlParts &a, const http::UrlParts &b)
{
    const bool sameHost = a.host == b.host;
    const bool samePath = pathAndBehind(a) == pathAndBehind(b);
    if (a.scheme != b.scheme)
        return isWeb(a) && isWeb(b) && sameHost && samePath ? Difference::Scheme
                                                            : Difference::Other;
    if (!sameHost)
        return Difference::Host;
    if (samePath)
        return a.port == b.port ? Difference::Other : Difference::Port;
    return a.effectivePort() == b.effectivePort() ? Difference::Path : Difference::Other;
}

} // namespace

Difference compareIdentifiers(const QString &expected, const QString &found)
{
    if (expected == found)
        return Difference::None;
    if (withoutSlashes(expected) == withoutSlashes(found))
        return Difference::TrailingSlash;
    if (withoutBlanks(expected) == withoutBlanks(found))
        return Difference::Whitespace;
    const QString a = withoutSlashes(withoutBlanks(expected)).toLower();
    const QString b = withoutSlashes(withoutBlanks(found)).toLower();
    if (a == b)
        return Difference::Case;
    const auto one = http::splitUrl(a);
    const auto other = http::splitUrl(b);
    return one && other ? compareUrls(*one, *other) : Difference::Other;
}

QLatin1StringView name(Difference difference)
{
    return names.at(static_cast<std::size_t>(difference));
}

} // namespace oidc
