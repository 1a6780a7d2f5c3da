// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"
#include "core/capture/capture.h"
#include "core/jose/token.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace ui {

//! Reads captures: short texts at once, long ones and files on another thread. The newest request
//! wins; an overtaken one is told to stop and stays silent.
class CaptureReader final : public QObject
{
    Q_OBJECT

public:
    explicit CaptureReader(QObject *parent = nullptr);
    ~CaptureReader() override;
    Q_DISABLE_COPY_MOVE(CaptureReader)

    struct Result
    {
        capture::Capture capture;
        //! Nothing but one token stands in the text, as far as can be told: it is shown as a token
        //! and not as something that was found.
        bool isBareToken = false;
        //! Why a file could not be read: it is gone, or not ours to read.
        std::optional<base::Error> error;
    };

    void readText(const QByteArray &text);
    void readFile(const QString &path);
    //! What was found so far is still told.
    void stop();
    //! Nothing is told any more.
    void forget();

    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }
    [[nodiscard]] qint64 done() const { return m_job ? m_job->done.load() : 0; }
    [[nodiscard]] qint64 total() const { return m_job ? m_job->total.load() : 0; }

Q_SIGNALS:
    void finished(const ui::CaptureReader::Result &result);
    void progressed();

private:
    //! What both threads look at.
    struct Job
    {
        std::atomic<bool> isStopped = false;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };
    [[nodiscard]] static Result fileOnPool(const QString &path, const std::shared_ptr<Job> &job);
    template <typename Work>
    void start(Work work);

    std::shared_ptr<Job> m_job;
    QTimer m_progress;
};

} // namespace ui
