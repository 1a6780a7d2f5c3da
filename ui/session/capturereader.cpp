// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/session/capturereader.h"

#include <QFile>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Below this a text is read well within the 4 ms that the GUI thread may spend.
constexpr qsizetype quickBytes = 32 * 1024;

bool isJson(jose::Form form)
{
    return form == jose::Form::FlattenedJson || form == jose::Form::GeneralJson
        || form == jose::Form::EncryptedJson;
}

bool isOneWord(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; })
        && !text.contains("://");
}

bool isBareToken(const QByteArray &text, const capture::Capture &capture)
{
    if (capture.sightings.isEmpty())
        return true;
    const jose::CleanedInput cleaned = jose::cleanUp(text);
    if (cleaned.token.startsWith('{'))
        return isJson(jose::Token::read(cleaned.token).form());
    if (capture.sightings.size() > 1)
        return false;
    const capture::Sighting &only = capture.sightings.first();
    // A token with a fault inside is shown whole, with the place of the fault.
    const bool isUnnamed
        = only.carrier.type == capture::CarrierType::Text && only.carrier.name.isEmpty();
    return only.token == cleaned.token || (isUnnamed && isOneWord(cleaned.token));
}

CaptureReader::Result readNow(const QByteArray &text)
{
    CaptureReader::Result result;
    result.capture = capture::read(text);
    result.isBareToken = isBareToken(text, result.capture);
    return result;
}

} // namespace

CaptureReader::CaptureReader(QObject *parent)
    : QObject(parent)
{
    m_progress.setInterval(100ms);
    connect(&m_progress, &QTimer::timeout, this, &CaptureReader::progressed);
}

CaptureReader::~CaptureReader()
{
    forget();
}

void CaptureReader::readText(const QByteArray &text)
{
    if (text.size() > quickBytes) {
        start([text](const std::shared_ptr<Job> &) { return readNow(text); });
        return;
    }
    forget();
    Q_EMIT finished(readNow(text));
}

void CaptureReader::readFile(const QString &path)
{
    start([path](const std::shared_ptr<Job> &job) { return fileOnPool(path, job); });
}

CaptureReader::Result CaptureReader::fileOnPool(const QString &path,
                                                const std::shared_ptr<Job> &job)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {
            {}, false, base::Error{"input.unreadable"_L1, path + u": "_s + file.errorString(), -1}};
    job->total = file.size();
    return {capture::read(file,
                          [&job](qint64 done, qint64 total) {
                              job->done = done;
                              job->total = total;
                              return !job->isStopped;
                          }),
            false,
            {}};
}

template <typename Work>
void CaptureReader::start(Work work)
{
    forget();
    const auto job = std::make_shared<Job>();
    m_job = job;
    m_progress.start();
    auto *watcher = new QFutureWatcher<Result>(this);
    connect(watcher, &QFutureWatcher<Result>::finished, this, [this, watcher, job] {
        watcher->deleteLater();
        if (job != m_job)
            return;
        m_job.reset();
        m_progress.stop();
        Q_EMIT finished(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([work, job] { return work(job); }));
}

void CaptureReader::stop()
{
    if (m_job)
        m_job->isStopped = true;
}

void CaptureReader::forget()
{
    stop();
    m_job.reset();
    m_progress.stop();
}

} // namespace ui
