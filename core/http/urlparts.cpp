// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/urlparts.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

bool isSchemeText(QStringView text)
{
    const auto isLetter
        = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    const auto isAllowed = [&](QChar c) {
        return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'.';
    };
    return !text.isEmpty() && isLetter(text.front())
        && std::all_of(text.begin(), text.end(), isAllowed);
}

// Cuts `text` at the first `delimiter`; what stands behind it, or nothing when it does not occur.
std::optional<QString> cutAt(QString &text, QChar delimiter)
{
    const qsizetype at = text.indexOf(delimiter);
    if (at < 0)
        return std::nullopt;
    QString behind = text.mid(at + 1);
    text.truncate(at);
    return behind;
}

void readAuthority(QString authority, UrlParts &parts)
{
    const qsizetype at = authority.lastIndexOf(u'@');
    if (at >= 0) {
        parts.userinfo = authority.left(at);
        authority.remove(0, at + 1);
    }
    const qsizetype colon = authority.indexOf(u':', authority.lastIndexOf(u']') + 1);
    if (colon >= 0) {
        parts.port = authority.mid(colon + 1);
        authority.truncate(colon);
    }
    parts.host = authority;
}

int defaultPort(const QString &scheme)
{
    if (scheme.compare("https"_L1, Qt::CaseInsensitive) == 0)
        return 443;
    return scheme.compare("http"_L1, Qt::CaseInsensitive) == 0 ? 80 : -1;
}

} // namespace

QString UrlParts::base() const
{
    return scheme + "://"_L1 + host + (port ? u':' + *port : QString());
}

int UrlParts::effectivePort() const
{
    if (!port || port->isEmpty())
        return defaultPort(scheme);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const bool digits = std::all_of(port->begin(), port->end(), isDigit);
    const int number = port->toInt();
    return digits && number > 0 && number <= 65535 ? number : -1;
}

QString UrlParts::origin() const
{
    return scheme.toLower() + "://"_L1 + host.toLower() + u':' + QString::number(effectivePort());
}

std::optional<UrlParts> splitUrl(const QString &text)
{
    const qsizetype colon = text.indexOf("://"_L1);
    if (colon < 0 || !isSchemeText(QStringView(text).left(colon)))
        return std::nullopt;
    UrlParts parts;
    parts.scheme = text.left(colon);
    QString rest = text.mid(colon + 3);
    parts.fragment = cutAt(rest, u'#');
    parts.query = cutAt(rest, u'?');
    const qsizetype slash = rest.indexOf(u'/');
    readAuthority(slash < 0 ? rest : rest.left(slash), parts);
    parts.path = slash < 0 ? QString() : rest.mid(slash);
    return parts;
}

bool sameOrigin(const QString &one, const QString &other)
{
    const auto a = splitUrl(one);
    const auto b = splitUrl(other);
    return a && b && a->origin() == b->origin();
}

} // namespace http
