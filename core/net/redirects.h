// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/http/exchange.h"

#include <QUrl>

namespace net {

//! http and https only: QNetworkAccessManager would also read file:, qrc: and data:.
[[nodiscard]] bool isHttpScheme(const QUrl &url);

//! The port that a connection for this URL goes to: given, or that of the scheme (RFC 9110 section
//! 4.2).
[[nodiscard]] quint16 portOf(const QUrl &url);

//! Where a redirect leads (RFC 9110 section 10.2.2), as it is to be sent. `trail` holds the URLs
//! asked so far, the redirecting one last. Errors: net.redirect_location, net.redirect_scheme,
//! net.redirect_downgrade, net.redirect_loop, net.redirect_limit.
[[nodiscard]] base::Result<QByteArray> redirectTarget(const http::Exchange &redirect,
                                                      const QList<QByteArray> &trail, int limit);

} // namespace net
