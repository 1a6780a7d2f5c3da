// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMessageBox>

namespace ui {

//! A message box whose texts may be foreign: names of files, subjects of certificates. QMessageBox
//! guesses rich text in the informative text whatever setTextFormat() says, and would load what a
//! certificate names.
class MessageBox final : public QMessageBox
{
    Q_OBJECT

public:
    //! Deletes itself once it is closed; show it with open().
    MessageBox(Icon icon, const QString &title, const QString &text, const QString &details,
               StandardButtons buttons, QWidget *parent);
};

} // namespace ui
