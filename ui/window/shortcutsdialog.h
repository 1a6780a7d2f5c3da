// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QMainWindow;

namespace ui {

//! Every shortcut of the window, read from its menus and from the actions of its parts, so that the
//! list is never out of date.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QMainWindow *window, QWidget *parent = nullptr);

    static void show(QMainWindow *window);
};

} // namespace ui
