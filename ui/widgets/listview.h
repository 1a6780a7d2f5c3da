// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTreeView>

namespace ui {

//! What our lists and trees share: rows of one height with a line between, no frame, columns whose
//! shares a person can change. Free functions, so that no view has to be a special one.
namespace listview {

void prepare(QTreeView *view, const QList<double> &shares);
//! Divides the width again, as long as nobody moved a divider.
void share(QTreeView *view);
//! Other shares from now on, as what is shown wants them.
void share(QTreeView *view, const QList<double> &shares);

} // namespace listview
} // namespace ui
