// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/clock.h"
#include "tests/bench/firstpaint.h"
#include "ui/session/session.h"
#include "ui/window/fontsahead.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>

// What `assay` does up to its first paint.
int main(int argc, char **argv)
{
    const ui::FontsAhead fonts;
    QApplication application(argc, argv);
    const base::SystemClock clock;
    const QTemporaryDir folder; // no device: what is saved takes the place of what was there
    ui::Settings settings(folder.filePath(QStringLiteral("settings")));
    ui::Session session(clock);
    ui::MainWindow window(&session, &settings);
    window.resize(1280, 800);
    new bench::QuitAfterFirstPaint(&window);
    window.show();
    return QApplication::exec();
}
