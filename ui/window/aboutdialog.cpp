// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/aboutdialog.h"

#include "ui/widgets/messagebox.h"

#include <QApplication>

namespace ui {

void AboutDialog::show(QWidget *parent)
{
    const QString details
        = tr("The token debugger for Authgear and any OpenID Connect issuer.\n\n"
             "What you paste stays in the memory of this computer. The network is asked only when "
             "you press a button that names whom it asks.\n\n"
             "Licensed under Apache-2.0. Built with Qt %1 (LGPL) and OpenSSL.")
              .arg(QString::fromLatin1(qVersion()));
    auto *box = new MessageBox(QMessageBox::NoIcon, tr("About Assay"),
                               tr("Assay %1").arg(QApplication::applicationVersion()), details,
                               QMessageBox::Close, parent);
    box->setIconPixmap(QApplication::windowIcon().pixmap(64));
    box->open();
}

} // namespace ui
