// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/session/examiner.h"

#include "core/jose/threadstate.h"

#include <QFutureWatcher>
#include <QScopeGuard>
#include <QtConcurrentRun>

namespace ui {

namespace {

// Below these an examination stays well under the 4 ms that the GUI thread may spend.
constexpr qsizetype quickBytes = 32 * 1024;
constexpr qsizetype quickKeys = 16;

bool isQuick(const QByteArray &pasted, const verdict::Evidence &evidence)
{
    qsizetype keys = evidence.snapshot ? evidence.snapshot->keys.size() : 0;
    for (const auto &set : evidence.given)
        keys += set.size();
    return pasted.size() <= quickBytes && keys <= quickKeys;
}

Examiner::Result work(const jose::CleanedInput &cleaned, verdict::Evidence evidence)
{
    Examiner::Result result;
    result.cleaned = cleaned;
    evidence.presentation.inAuthorizationHeader = cleaned.fromAuthorizationHeader;
    evidence.presentation.removed = cleaned.removed;
    result.examination = verdict::examine(jose::Token::read(cleaned.token), evidence);
    return result;
}

} // namespace

void Examiner::examine(const QByteArray &pasted, const verdict::Evidence &evidence)
{
    run(isQuick(pasted, evidence),
        [pasted, evidence] { return work(jose::cleanUp(pasted), evidence); });
}

void Examiner::examine(const jose::CleanedInput &found, const verdict::Evidence &evidence)
{
    run(isQuick(found.token, evidence), [found, evidence] { return work(found, evidence); });
}

template <typename Work>
void Examiner::run(bool isQuick, Work work)
{
    const auto generation = ++m_generation;
    if (isQuick) {
        m_running = false;
        Q_EMIT examined(work());
        return;
    }
    m_running = true;
    // A watcher and not QFuture::then(): it may be deleted while the work still runs.
    auto *watcher = new QFutureWatcher<Result>(this);
    connect(watcher, &QFutureWatcher<Result>::finished, this, [this, watcher, generation] {
        watcher->deleteLater();
        if (generation != m_generation)
            return;
        m_running = false;
        Q_EMIT examined(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([work] {
        const auto release = qScopeGuard(jose::releaseThreadState);
        return work();
    }));
}

void Examiner::cancel()
{
    ++m_generation;
    m_running = false;
}

} // namespace ui
