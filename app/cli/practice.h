// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/options.h"
#include "core/practice/practiceissuer.h"

#include <QObject>

namespace cli {

//! `assay-cli practice`: runs the practice issuer until it is interrupted, or prints a sample.
class Practice final : public QObject
{
    Q_OBJECT

public:
    Practice(PracticeOptions options, const base::Clock &clock, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void list();
    void onStarted(const QString &issuer);
    [[nodiscard]] bool printSample();
    [[nodiscard]] bool saveKeys(const QString &issuer);
    void fail(const base::Error &error, int exitCode);

    PracticeOptions m_options;
    const base::Clock &m_clock;
    practice::PracticeIssuer m_issuer;
};

} // namespace cli
