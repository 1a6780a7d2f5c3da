// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/http/address.h"
#include "core/net/transport.h"
#include "core/oidc/snapshot.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

namespace net {

//! One visit to an issuer: metadata, then keys, each with its redirects, all within one time limit.
//! Every request becomes an exchange of the snapshot, also those that fail and those that were not
//! sent. Lives on the thread of its transport, which must outlive it.
class IssuerVisit final : public QObject
{
    Q_OBJECT

public:
    //! `now` is the wall clock at the start; from there on the visit counts by itself, on whatever
    //! thread it is.
    IssuerVisit(FetchRequest request, base::Instant now, Transport &transport);
    ~IssuerVisit() override;

    //! Once. Where there is nothing to ask for, finished() comes before it returns.
    void start();

Q_SIGNALS:
    //! `step` is "discovery", "oauth_metadata" or "keys"; also for each redirect.
    void progressed(const QString &step, const QString &url);
    //! Exactly once; the visit asks nothing any more.
    void finished(const oidc::IssuerSnapshot &snapshot);

private:
    enum class Step : quint8 { Metadata, Keys };

    [[nodiscard]] base::Instant now() const;
    // A public issuer must not send us into this machine or its network; where the person typed
    // such an address, it may.
    [[nodiscard]] bool isWelcome(const QString &host, http::Reach reach) const;
    [[nodiscard]] bool isOAuthUrl(const QByteArray &url) const;

    // One document: what is asked, and the redirects that follow from it.
    void askForMetadata();
    void askForKeys(const QByteArray &url);
    void ask(Step step, const QByteArray &url);
    // One request of the trail: the proxy is asked and the name resolved first, so that both can be
    // shown and judged before anything is sent.
    void hop(const QByteArray &url);
    void send(const QStringList &addresses);
    void onAnswer(const http::Exchange &answer);
    void followRedirect();

    void readMetadata(const QByteArray &body);
    void checkKeysUrl(const QString &text);
    void readKeys(const QByteArray &body);
    // OpenID Discovery section 4 and RFC 8414 section 3 put the document at different places.
    void tryElsewhere(const base::Error &error);

    // Failed exchanges are evidence, too.
    void keepExchange();
    void failStep(const base::Error &error);
    void onTimeout();
    void finish(const std::optional<base::Error> &error);

    FetchRequest m_request;
    Transport &m_transport;
    base::Instant m_startedAt;
    QElapsedTimer m_sinceStart;
    QTimer m_timer;

    Step m_step = Step::Metadata;
    QList<QByteArray> m_metadataUrls; // still to be tried, the current one first
    std::optional<base::Error> m_firstAbsence; // why the first metadata URL was no good
    QList<QByteArray> m_trail; // of the current document, redirects included
    std::optional<http::Reach> m_typedReach; // of the host that the person typed
    http::Exchange m_exchange; // the one under way
    bool m_underWay = false;
    oidc::IssuerSnapshot m_snapshot;
};

} // namespace net
