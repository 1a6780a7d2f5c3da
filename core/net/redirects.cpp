// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/net/redirects.h"

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

QString shown(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

} // namespace

bool isHttpScheme(const QUrl &url)
{
    return url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

base::Result<QByteArray> redirectTarget(const http::Exchange &redirect,
                                        const QList<QByteArray> &trail, int limit)
{
    const QUrl from = QUrl::fromEncoded(trail.last());
    const QByteArray location = redirect.location();
    const QUrl target = from.resolved(QUrl::fromEncoded(location)).adjusted(QUrl::RemoveFragment);
    if (location.isEmpty() || !target.isValid())
        return base::failure("net.redirect_location"_L1, QString::fromUtf8(location));
    if (!isHttpScheme(target))
        return base::failure("net.redirect_scheme"_L1, target.scheme());
    if (target.host().isEmpty() || !target.userInfo().isEmpty())
        return base::failure("net.redirect_location"_L1, shown(target));
    if (from.scheme() == "https"_L1 && target.scheme() == "http"_L1)
        return base::failure("net.redirect_downgrade"_L1, shown(target));
    if (trail.contains(target.toEncoded()))
        return base::failure("net.redirect_loop"_L1, shown(target));
    if (trail.size() > limit)
        return base::failure("net.redirect_limit"_L1, QString::number(limit));
    return target.toEncoded();
}

} // namespace net
