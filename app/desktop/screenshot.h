// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QString>

namespace ui {
class MainWindow;
}

namespace desktop {

//! Waits until nothing is under way, writes the window as PNG, and ends the program:
//! 0, or 70 when the file cannot be written.
class Screenshot final : public QObject
{
    Q_OBJECT

public:
    Screenshot(ui::MainWindow *window, QString file, QObject *parent = nullptr);

private:
    void takeWhenSettled();

    ui::MainWindow *m_window;
    QString m_file;
    int m_quietPolls = 0;
};

} // namespace desktop
