// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/claimsfilter.h"

#include "ui/models/claimsmodel.h"

namespace ui {

ClaimsFilter::ClaimsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
}

void ClaimsFilter::setText(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_text)
        return;
    m_text = wanted;
    invalidateFilter();
}

//! Without a text nothing is hidden; the base class would look into each of ten thousand members to
//! see whether something remains.
bool ClaimsFilter::hasChildren(const QModelIndex &parent) const
{
    if (m_text.isEmpty() && sourceModel() != nullptr)
        return sourceModel()->hasChildren(mapToSource(parent));
    return QSortFilterProxyModel::hasChildren(parent);
}

bool ClaimsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_text.isEmpty())
        return true;
    const auto contains = [&](int column, int role) {
        const QModelIndex cell = sourceModel()->index(row, column, parent);
        return cell.data(role).toString().contains(m_text, Qt::CaseInsensitive);
    };
    // A container would match through its members, and then show all of them.
    const QModelIndex member = sourceModel()->index(row, ClaimsModel::NameColumn, parent);
    const bool isLeaf = !sourceModel()->hasChildren(member);
    return contains(ClaimsModel::NameColumn, Qt::DisplayRole)
        || (isLeaf && contains(ClaimsModel::NameColumn, ClaimsModel::TextRole))
        || contains(ClaimsModel::MeaningColumn, Qt::DisplayRole);
}

} // namespace ui
