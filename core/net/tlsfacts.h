// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/http/exchange.h"
#include "core/net/fetchrequest.h"

#include <QSslConfiguration>
#include <QSslError>

namespace net {

//! The handshake as a value. After a failed one the certificate is only in the errors, and the
//! protocol is not known.
[[nodiscard]] http::TlsFacts tlsFacts(const QSslConfiguration &session,
                                      const QList<QSslError> &errors);

//! net.tls_name, net.tls_expired, net.tls_untrusted or net.tls: the most telling of the complaints.
[[nodiscard]] QLatin1StringView tlsErrorId(const QList<QSslError> &errors);

//! Whether a person trusted this very certificate on this very host and port.
[[nodiscard]] bool isExcepted(const QList<CertificateException> &exceptions, const QUrl &url,
                              const QByteArray &sha256);

//! These authorities alone; without any, those of the system, which Qt looks up one by one on
//! demand.
[[nodiscard]] QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &authorities);

} // namespace net
