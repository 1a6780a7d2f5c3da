// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QDialog;

namespace ui {

//! As high as its texts need at its least width, now that they are known; what wraps asks for more
//! or less than the layout first takes it for.
void fitToTexts(QDialog *dialog);

} // namespace ui
