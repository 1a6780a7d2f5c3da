// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/screenshot.h"

#include "ui/session/session.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace desktop {

Screenshot::Screenshot(ui::Session *session, QWidget *window, QString file, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_file(std::move(file))
{
    auto *poll = new QTimer(this);
    poll->setInterval(50);
    connect(poll, &QTimer::timeout, this, &Screenshot::takeWhenSettled);
    poll->start();
}

void Screenshot::takeWhenSettled()
{
    const bool isBusy
        = m_session->isOpeningSample() || m_session->isFetching() || m_session->isExamining();
    // Texts that wrap ask for another round of layout, so one quiet moment is not enough.
    m_quietPolls = isBusy ? 0 : m_quietPolls + 1;
    if (m_quietPolls < 4)
        return;
    const bool isWritten = m_window->grab().save(m_file, "PNG");
    if (!isWritten)
        static_cast<void>(std::fprintf(stderr, "assay: cannot write %s\n", qUtf8Printable(m_file)));
    constexpr int unwritable = 66;
    QCoreApplication::exit(isWritten ? 0 : unwritable);
}

} // namespace desktop
