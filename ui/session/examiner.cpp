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

Examiner::Result work(const QByteArray &pasted, verdict::Evidence evidence)
{
    Examiner::Result result;
    result.cleaned = jose::cleanUp(pasted);
    evidence.presentation.inAuthorizationHeader = result.cleaned.fromAuthorizationHeader;
    evidence.presentation.removed = result.cleaned.removed;
    result.examination = verdict::examine(jose::Token::read(result.cleaned.token), evidence);
    return result;
}

Examiner::Result workOnPool(const QByteArray &pasted, const verdict::Evidence &evidence)
{
    const auto release = qScopeGuard(jose::releaseThreadState);
    return work(pasted, evidence);
}

} // namespace

void Examiner::examine(const QByteArray &pasted, const verdict::Evidence &evidence)
{
    const auto generation = ++m_generation;
    if (isQuick(pasted, evidence)) {
        m_running = false;
        Q_EMIT examined(work(pasted, evidence));
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
    watcher->setFuture(QtConcurrent::run(workOnPool, pasted, evidence));
}

void Examiner::cancel()
{
    ++m_generation;
    m_running = false;
}

} // namespace ui
