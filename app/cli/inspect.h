// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/captureinput.h"
#include "app/cli/options.h"
#include "app/cli/settings.h"
#include "core/net/issuerclient.h"
#include "core/practice/practiceissuer.h"
#include "core/report/formats.h"

#include <QObject>

namespace cli {

//! `assay-cli inspect`: reads, fetches if it was asked to, judges, prints. One run, one finished().
class Inspect final : public QObject
{
    Q_OBJECT

public:
    Inspect(InspectOptions options, const base::Clock &clock, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void startSample();
    void useSample(const QString &issuer);
    void readInput();
    void useInput(const CaptureInput &input);
    void useToken(const QByteArray &token);
    void complainOf(const base::Error &error, const capture::Capture &capture);
    [[nodiscard]] bool useTimeOf(const capture::Capture &capture, qsizetype sighting);
    void fetchOrJudge();
    void fetch();
    void onFetched(const oidc::IssuerSnapshot &snapshot);
    void judge();
    [[nodiscard]] verdict::AsOf asOf() const;
    [[nodiscard]] bool namesUnknownKey(const verdict::Examination &examination) const;
    void print(const report::Inspection &inspection);
    void fail(const base::Error &error, int exitCode);

    InspectOptions m_options;
    const base::Clock &m_clock;
    net::IssuerClient m_client;
    practice::PracticeIssuer m_practice;
    Settings m_settings;
    verdict::Evidence m_evidence;
    QByteArray m_caFile;
    jose::Token m_token;
    std::optional<report::Carried> m_carried;
    bool m_fetchedAgain = false;
};

} // namespace cli
