// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QTreeView;

namespace ui::sightingcolumns {

//! Gives each column of a list of sightings what its texts need, as far as there is room. A column
//! without any text is not there, and in a narrow list what tells least gives way; the tooltip has
//! all of it.
void fit(QTreeView *list);

} // namespace ui::sightingcolumns
