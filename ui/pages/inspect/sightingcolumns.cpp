// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/sightingcolumns.h"

#include "ui/models/sightingsmodel.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <array>

namespace ui::sightingcolumns {

namespace {

using Widths = std::array<double, SightingsModel::ColumnCount>;

//! Wider than these rows a column need not be; measuring all of twenty thousand takes too long.
constexpr int mostMeasured = 60;

//! As parts of the list, in which all must find room: what is sought for first is shown at least.
constexpr Widths least{0.32, 0.25, 0.27, 0.16, 0.2, 0.25};

//! What the texts of each column need; nothing where there are none.
Widths wantedWidths(const QTreeView *list)
{
    const QAbstractItemModel *model = list->model();
    const QFontMetrics metrics = list->fontMetrics();
    const int rows = std::min(mostMeasured, model->rowCount());
    Widths wanted{};
    for (int column = 0; column < SightingsModel::ColumnCount; ++column) {
        int widest = 0;
        for (int row = 0; row < rows; ++row)
            widest = std::max(
                widest, metrics.horizontalAdvance(model->index(row, column).data().toString()));
        if (widest == 0)
            continue;
        const QString title = model->headerData(column, Qt::Horizontal).toString();
        const int picture = column == SightingsModel::CarrierColumn ? metrics.height() : 0;
        wanted.at(std::size_t(column))
            = std::max(widest, metrics.horizontalAdvance(title)) + picture + gap(list, 0.9);
    }
    return wanted;
}

} // namespace

void fit(QTreeView *list)
{
    const double all = std::max(1, list->viewport()->width());
    const Widths wanted = wantedWidths(list);
    Widths given{};
    double used = 0;
    for (std::size_t column = 0; column < wanted.size(); ++column) {
        const double atLeast = std::min(wanted.at(column), least.at(column) * all);
        const bool isNeeded = column <= SightingsModel::StatusColumn;
        if (isNeeded || used + atLeast <= all)
            given.at(column) = atLeast;
        used += given.at(column);
        const bool isShown = given.at(column) > 0 || column == SightingsModel::CarrierColumn;
        list->setColumnHidden(static_cast<int>(column), !isShown);
    }
    for (std::size_t column = 0; column < wanted.size(); ++column) {
        if (given.at(column) <= 0)
            continue;
        const double more
            = std::min(wanted.at(column) - given.at(column), std::max(0.0, all - used));
        given.at(column) += more;
        used += more;
    }
    QList<double> shares;
    for (const double width : given)
        shares.append(width / std::max(all, used));
    listview::share(list, shares);
}

} // namespace ui::sightingcolumns
