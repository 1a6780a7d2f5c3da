// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/shortcutsdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

struct Row
{
    QString menu;
    QString action;
    QString keys;
};

// A mnemonic's "&" means nothing outside a menu.
QString plain(QString text)
{
    return text.remove(u'&').remove(u"…"_s);
}

void collect(const QMenu *menu, QList<Row> *rows)
{
    const auto actions = menu->actions();
    for (const auto *action : actions) {
        if (action->menu() != nullptr)
            collect(action->menu(), rows);
        else if (!action->shortcuts().isEmpty())
            rows->append(
                {plain(menu->title()), plain(action->text()),
                 QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QMenuBar *menus, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    QList<Row> rows;
    const auto actions = menus->actions();
    for (const auto *action : actions)
        collect(action->menu(), &rows);

    auto *table = new QTableWidget(int(rows.size()), 3, this);
    table->setHorizontalHeaderLabels({tr("Menu"), tr("What it does"), tr("Keys")});
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    for (int row = 0; row < rows.size(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(rows.at(row).menu));
        table->setItem(row, 1, new QTableWidgetItem(rows.at(row).action));
        table->setItem(row, 2, new QTableWidgetItem(rows.at(row).keys));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(table);
    column->addWidget(buttons);
    const auto line = fontMetrics().height();
    resize(line * 32, line * 28);
}

void ShortcutsDialog::show(QWidget *parent, QMenuBar *menus)
{
    auto *dialog = new ShortcutsDialog(menus, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
