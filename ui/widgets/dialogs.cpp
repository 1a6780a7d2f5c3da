// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/dialogs.h"

#include <QDialog>
#include <QLayout>

namespace ui {

void fitToTexts(QDialog *dialog)
{
    dialog->ensurePolished();
    dialog->layout()->activate();
    const int width = qMax(dialog->minimumWidth(), dialog->layout()->minimumSize().width());
    dialog->resize(width, dialog->layout()->totalHeightForWidth(width));
}

} // namespace ui
