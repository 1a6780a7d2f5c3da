// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace ui {
class Session;
}

namespace desktop {

//! Waits until the session has nothing under way, writes the window as PNG, and ends the program:
//! 0, or 66 when the file cannot be written.
class Screenshot final : public QObject
{
    Q_OBJECT

public:
    Screenshot(ui::Session *session, QWidget *window, QString file, QObject *parent = nullptr);

private:
    void takeWhenSettled();

    ui::Session *m_session;
    QWidget *m_window;
    QString m_file;
    int m_quietPolls = 0;
};

} // namespace desktop
