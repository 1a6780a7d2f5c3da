// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QMenuBar;

namespace ui {

//! Every shortcut of the menus, read from the menus themselves, so that the list is never out of
//! date.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(QMenuBar *menus, QWidget *parent);

    static void show(QWidget *parent, QMenuBar *menus);
};

} // namespace ui
