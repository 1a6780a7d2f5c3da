// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>

class QWidget;

namespace ui {

class AboutDialog final
{
    Q_DECLARE_TR_FUNCTIONS(ui::AboutDialog)

public:
    static void show(QWidget *parent);
};

} // namespace ui
