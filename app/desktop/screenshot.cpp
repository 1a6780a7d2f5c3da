// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/screenshot.h"

#include "app/desktop/terminal.h"
#include "ui/window/mainwindow.h"

#include <QCoreApplication>
#include <QImageWriter>
#include <QPixmap>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace desktop {

Screenshot::Screenshot(ui::MainWindow *window, QString file, QObject *parent)
    : QObject(parent)
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
    // Texts that wrap ask for another round of layout, so one quiet moment is not enough.
    m_quietPolls = m_window->isSettled() ? m_quietPolls + 1 : 0;
    if (m_quietPolls < 4)
        return;
    QImageWriter writer(m_file, "PNG");
    const bool isWritten = writer.write(m_window->grab().toImage());
    if (!isWritten)
        complain({"output.unwritable"_L1, m_file + u": "_s + writer.errorString(), -1});
    constexpr int unwritable = 70;
    QCoreApplication::exit(isWritten ? 0 : unwritable);
}

} // namespace desktop
