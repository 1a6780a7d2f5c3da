// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/sortmenu.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QTreeView>

namespace ui {

SortMenu::SortMenu(const QString &title, QTreeView *list, QWidget *parent)
    : QMenu(title, parent)
    , m_list(list)
    , m_orders(new QActionGroup(this))
{
    addOrder(tr("As it stands in the text"), -1);
    const QAbstractItemModel *model = list->model();
    for (int column = 0; column < model->columnCount(); ++column)
        addOrder(model->headerData(column, Qt::Horizontal).toString(), column);
    connect(list->header(), &QHeaderView::sortIndicatorChanged, this, &SortMenu::showOrder);
    showOrder(list->header()->sortIndicatorSection());
}

void SortMenu::addOrder(const QString &text, int column)
{
    QAction *action = addAction(text, this, [this, column] { sortBy(column); });
    action->setCheckable(true);
    action->setData(column);
    m_orders->addAction(action);
}

void SortMenu::sortBy(int column)
{
    const QHeaderView *header = m_list->header();
    const bool isTurned = column >= 0 && column == header->sortIndicatorSection()
        && header->sortIndicatorOrder() == Qt::AscendingOrder;
    m_list->sortByColumn(column, isTurned ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void SortMenu::showOrder(int column)
{
    const QList<QAction *> orders = m_orders->actions();
    for (QAction *order : orders)
        order->setChecked(order->data().toInt() == column);
}

} // namespace ui
