// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/oidc/snapshot.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace net {

//! A bad certificate that a person trusted, for this run only: bound to host, port, fingerprint.
struct CertificateException
{
    QString host;
    int port = 443;
    QByteArray sha256;
};

struct FetchRequest
{
    oidc::IssuerInput issuer;
    //! When set, only this key set is fetched and no discovery is done.
    QByteArray jwksUrl;
    std::chrono::milliseconds timeout{10'000}; //!< For everything together.
    qint64 bodyLimit = 1024 * 1024; //!< Bytes of one body, after decompression.
    int redirectLimit = 5;
    QByteArray extraCaPem; //!< Trusted beside the system's.
    QList<CertificateException> exceptions;
    QSet<QString> allowedPrivateHosts; //!< Named by a click.
};

//! Fetches discovery and key set (OpenID Discovery section 4, RFC 8414 section 3) on a network thread of
//! its own. One fetch at a time, the newest wins: a newer fetch() or cancel() makes the older one
//! silent. Always answers within the time limit, also to a server that never stops sending.
class IssuerClient final : public QObject
{
    Q_OBJECT

public:
    explicit IssuerClient(const base::Clock &clock, QObject *parent = nullptr);
    ~IssuerClient() override;

    void fetch(const net::FetchRequest &request);
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    //! A step begins: "discovery", "oauth_metadata", "keys"; for a progress line.
    void progressed(const QString &step, const QString &url);
    //! Exactly once a fetch that was not cancelled or overtaken.
    void finished(const oidc::IssuerSnapshot &snapshot);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace net
