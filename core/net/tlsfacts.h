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

//! Qt's own choice of authorities, and those of the PEM text beside them. Reads every certificate
//! of the system when there is a PEM text, which takes about 100 ms: only on the network thread.
[[nodiscard]] QSslConfiguration tlsConfiguration(const QByteArray &extraCaPem);

} // namespace net
