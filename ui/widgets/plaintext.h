// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

class QMimeData;

//! Foreign text on its way into a widget or the clipboard: never markup.
namespace ui::plaintext {

//! For setToolTip(), which would guess rich text: escaped, wrapped, and cut when it is very long.
[[nodiscard]] QString tip(const QString &text);

//! Marks a copy for password managers and clipboard histories, as KeePassXC and Klipper do.
void markSecret(QMimeData *data);
//! Text for the clipboard, marked.
void copy(const QString &text);

//! Of what was copied or is dragged: the one file on this computer that it is; empty when it is
//! something else, or several.
[[nodiscard]] QString localFile(const QMimeData *data);

} // namespace ui::plaintext
