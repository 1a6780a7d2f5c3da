// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/session/practicedesk.h"

#include "core/practice/practiceissuer.h"
#include "core/practice/samples.h"

#include <algorithm>

namespace ui {

PracticeDesk::PracticeDesk(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

PracticeDesk::~PracticeDesk() = default;

QString PracticeDesk::issuer() const
{
    return m_issuer ? m_issuer->issuer() : QString();
}

void PracticeDesk::open(const QString &sample)
{
    m_wanted = sample;
    if (m_issuer && m_issuer->isRunning())
        mintWanted();
    else
        start();
}

void PracticeDesk::start()
{
    if (!m_issuer) {
        m_issuer = std::make_unique<practice::PracticeIssuer>(m_clock);
        connect(m_issuer.get(), &practice::PracticeIssuer::started, this, [this] { mintWanted(); });
        connect(m_issuer.get(), &practice::PracticeIssuer::failed, this,
                [this](const base::Error &error) {
                    m_wanted.clear();
                    Q_EMIT failed(error);
                });
    }
    m_issuer->start();
}

void PracticeDesk::mintWanted()
{
    const auto wanted = std::exchange(m_wanted, {});
    const auto all = practice::samples();
    const auto sample
        = std::find_if(all.begin(), all.end(), [&](const auto &row) { return row.name == wanted; });
    const auto token = practice::mint(sample == all.end() ? QLatin1StringView() : sample->name,
                                      m_issuer->samplesMint(), m_clock.now());
    if (token)
        Q_EMIT ready(m_issuer->issuer(), *token);
    else
        Q_EMIT failed(token.error());
}

} // namespace ui
