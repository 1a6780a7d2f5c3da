// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/oidc/issuer.h"

#include <QSet>

#include <chrono>

namespace net {

//! A bad certificate that a person trusted, for this run only: bound to host, port, fingerprint.
struct CertificateException
{
    QString host;
    int port = 443;
    QByteArray sha256; //!< Hex, as in http::TlsFacts.
};

//! What to fetch, and within which limits.
struct FetchRequest
{
    oidc::IssuerInput issuer;
    //! When set, only this key set is fetched and no discovery is done.
    QByteArray jwksUrl;
    std::chrono::milliseconds timeout{10'000}; //!< For everything together.
    qint64 bodyLimit = 1024 * 1024; //!< Bytes of one body, after decompression.
    int redirectLimit = 5;
    QByteArray extraCaPem; //!< Certificate authorities beside the system's; no PEM in it: none.
    QList<CertificateException> exceptions;
    QSet<QString> allowedPrivateHosts; //!< Named by a click.
};

} // namespace net
