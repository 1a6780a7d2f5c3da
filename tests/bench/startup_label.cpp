// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/firstpaint.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

// The fair floor of a start-up: a window that shows one text, so that a font is loaded.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("one label"), &window));
    window.resize(1280, 800);
    new bench::QuitAfterFirstPaint(&window);
    window.show();
    return QApplication::exec();
}
