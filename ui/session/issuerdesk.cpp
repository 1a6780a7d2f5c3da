// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/session/issuerdesk.h"

namespace ui {

IssuerDesk::IssuerDesk(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(clock)
    , m_input(oidc::parseIssuer({}))
{
    connect(&m_client, &net::IssuerClient::progressed, this,
            [this](const QString &, const QString &url) {
                m_url = url;
                Q_EMIT changed();
            });
    connect(&m_client, &net::IssuerClient::finished, this, &IssuerDesk::accept);
}

void IssuerDesk::take(const QString &text)
{
    m_client.cancel();
    m_url.clear();
    m_text = text;
    m_input = oidc::parseIssuer(text);
    m_isUnconfirmed = false;
    m_snapshot.reset();
    if (!m_input)
        return;
    const auto kept = m_cache.constFind(m_input->issuer);
    if (kept != m_cache.cend())
        m_snapshot = *kept;
}

bool IssuerDesk::setText(const QString &text)
{
    if (text == m_text)
        return false;
    take(text);
    Q_EMIT changed();
    return true;
}

void IssuerDesk::setFromToken(const QString &text)
{
    take(text);
    m_isUnconfirmed = !m_snapshot;
    Q_EMIT changed();
}

void IssuerDesk::fetch()
{
    if (!m_input)
        return;
    net::FetchRequest request;
    request.issuer = *m_input;
    request.extraCaPem = m_extraCa;
    request.exceptions = m_exceptions;
    request.allowedPrivateHosts = m_allowedHosts;
    m_url = QString::fromUtf8(m_input->openIdUrl());
    m_client.fetch(request);
    Q_EMIT changed();
}

void IssuerDesk::cancel()
{
    m_client.cancel();
    m_url.clear();
    Q_EMIT changed();
}

void IssuerDesk::confirm()
{
    m_isUnconfirmed = false;
    if (m_snapshot && m_snapshot->hasKeys())
        m_cache.insert(m_snapshot->input.issuer, *m_snapshot);
    Q_EMIT changed();
}

void IssuerDesk::accept(const oidc::IssuerSnapshot &snapshot)
{
    m_url.clear();
    m_snapshot = snapshot;
    if (snapshot.hasKeys() && !m_isUnconfirmed)
        m_cache.insert(snapshot.input.issuer, snapshot);
    Q_EMIT changed();
}

} // namespace ui
