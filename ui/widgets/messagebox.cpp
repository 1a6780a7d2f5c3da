// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/messagebox.h"

#include <QLabel>

namespace ui {

MessageBox::MessageBox(Icon icon, const QString &title, const QString &text, const QString &details,
                       StandardButtons buttons, QWidget *parent)
    : QMessageBox(icon, title, {}, buttons, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setText(text);
    setInformativeText(details);
    for (QLabel *label : findChildren<QLabel *>()) {
        label->setTextFormat(Qt::PlainText);
        // Wide enough for the title, and not a column of single words.
        if (!details.isEmpty() && label->text() == details)
            label->setMinimumWidth(fontMetrics().averageCharWidth() * 52);
    }
}

} // namespace ui
