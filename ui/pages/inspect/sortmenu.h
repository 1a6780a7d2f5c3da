// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMenu>

class QActionGroup;
class QTreeView;

namespace ui {

//! What a click on a heading of a list does, for the keyboard: an item for each column and one for
//! the order that the list came in. The same item again turns the order round.
class SortMenu final : public QMenu
{
    Q_OBJECT

public:
    SortMenu(const QString &title, QTreeView *list, QWidget *parent = nullptr);

private:
    void addOrder(const QString &text, int column);
    void sortBy(int column);
    void showOrder(int column);

    QTreeView *m_list;
    QActionGroup *m_orders;
};

} // namespace ui
