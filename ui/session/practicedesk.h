// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QObject>

#include <memory>

namespace practice {
class PracticeIssuer;
}

namespace ui {

//! The practice issuer of this run, started when the first sample is asked for, and its samples.
class PracticeDesk final : public QObject
{
    Q_OBJECT

public:
    explicit PracticeDesk(const base::Clock &clock, QObject *parent = nullptr);
    ~PracticeDesk() override;

    //! ready() or failed() follows, at once when the issuer is running already.
    void open(const QString &sample);
    [[nodiscard]] bool isStarting() const { return !m_wanted.isEmpty(); }
    //! Empty before the first sample.
    [[nodiscard]] QString issuer() const;

Q_SIGNALS:
    void ready(const QString &issuer, const QByteArray &token);
    void failed(const base::Error &error);

private:
    void start();
    void mintWanted();

    const base::Clock &m_clock;
    std::unique_ptr<practice::PracticeIssuer> m_issuer;
    QString m_wanted;
};

} // namespace ui
