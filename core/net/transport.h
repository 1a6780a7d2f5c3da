// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/http/exchange.h"
#include "core/net/fetchrequest.h"

#include <functional>

namespace net {

//! One request of a visit, ready to go out.
struct Hop
{
    QByteArray url;
    http::HeaderList headers;
    QStringList addresses; //!< Of the host; empty when a proxy resolves it.
    qint64 bodyLimit = 0;
};

//! What an IssuerVisit needs of a network: the seam between its decisions and the sockets. One
//! request at a time. No callback is called from within the call that it was given to, and none
//! after abort().
class Transport
{
public:
    //! `answer.error` says why there is no complete answer. The caller fills in url, request
    //! headers, times, proxy and addresses.
    using Answered = std::function<void(const http::Exchange &answer)>;
    using Resolved = std::function<void(const QStringList &addresses)>;

    Transport() = default;
    virtual ~Transport() = default;
    Q_DISABLE_COPY_MOVE(Transport)

    //! A visit begins. Trust and connections of an older one are forgotten.
    virtual void begin(const FetchRequest &request) = 0;
    //! "host:port" of the proxy that requests for this URL go through; empty when there is none.
    [[nodiscard]] virtual QString proxyFor(const QByteArray &url) = 0;
    //! No addresses: the name has none.
    virtual void resolve(const QString &host, Resolved resolved) = 0;
    //! Follows no redirects; of a redirect only the head is waited for.
    virtual void get(const Hop &hop, Answered answered) = 0;
    //! Drops what is running. Returns what had arrived.
    virtual http::Exchange abort() = 0;
};

} // namespace net
