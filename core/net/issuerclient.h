// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/net/fetchrequest.h"
#include "core/oidc/snapshot.h"

#include <QObject>

#include <functional>
#include <memory>

namespace net {

class Transport;
//! Called on the network thread; tests hand in one that makes a fake.
using TransportFactory = std::function<std::unique_ptr<Transport>()>;

//! Fetches discovery and key set (OpenID Discovery section 4, RFC 8414 section 3) on a network
//! thread of its own. One fetch at a time, the newest wins: a newer fetch() or cancel() makes the
//! older one silent. Always answers within the time limit, also to a server that never stops
//! sending.
class IssuerClient final : public QObject
{
    Q_OBJECT

public:
    //! `clock` must outlive the client, and is read on its thread only.
    explicit IssuerClient(const base::Clock &clock, QObject *parent = nullptr);
    IssuerClient(const base::Clock &clock, TransportFactory transports, QObject *parent = nullptr);
    //! Waits a moment for network threads, and leaves those that hang to the end of the process.
    ~IssuerClient() override;

    //! Starts at once and answers by finished(); what was under way is given up.
    void fetch(const net::FetchRequest &request);
    //! Of what was under way nothing more is heard; nothing happens where nothing was.
    void cancel();
    //! From fetch() until just before finished() or cancel().
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    //! A request goes out, also one that a redirect led to: "discovery", "oauth_metadata", "keys".
    void progressed(const QString &step, const QString &url);
    //! Exactly once a fetch that was not cancelled or overtaken; never from within fetch().
    void finished(const oidc::IssuerSnapshot &snapshot);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace net
