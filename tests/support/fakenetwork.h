// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/net/issuerclient.h"
#include "core/net/transport.h"

#include <memory>

namespace support {

//! A network without sockets: what each URL answers is planned beforehand. A request that was not
//! planned fails with "fake.unplanned", and complaints() lists it, as it lists plans nobody asked
//! for. May be asked from any thread.
class FakeNetwork
{
public:
    FakeNetwork();

    //! The next answers of this URL, in order; the last one stays.
    void plan(const QByteArray &url, const http::Exchange &answer);
    void planJson(const QByteArray &url, const QByteArray &json);
    void planStatus(const QByteArray &url, int status, const QByteArray &body = {});
    void planRedirect(const QByteArray &url, const QByteArray &location, int status = 302);
    void planError(const QByteArray &url, QLatin1StringView id);
    //! Never answers.
    void planSilence(const QByteArray &url);
    //! Blocks the network thread in the middle of a call, as a bad driver would, until letGo().
    void planHang(const QByteArray &url);
    //! Deleting the transport takes until letGo(), as QNetworkAccessManager may take seconds.
    void hangWhenDeleted();
    void letGo();
    //! Any other name has one public address; an empty list: the name has none.
    void resolve(const QString &host, const QStringList &addresses);
    void setProxy(const QString &proxy);

    [[nodiscard]] QList<net::Hop> asked() const;
    [[nodiscard]] QList<QByteArray> askedUrls() const;
    [[nodiscard]] QStringList resolved() const;
    [[nodiscard]] int aborts() const;
    [[nodiscard]] QStringList complaints() const;
    [[nodiscard]] std::unique_ptr<net::Transport> transport() const;
    [[nodiscard]] net::TransportFactory factory() const;

    struct State;

private:
    std::shared_ptr<State> m_state;
};

} // namespace support
