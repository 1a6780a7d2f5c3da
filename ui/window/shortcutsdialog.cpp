// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/shortcutsdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSet>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

struct Row
{
    QStringList places;
    QString action;
    QString keys;
};

// A mnemonic's "&" means nothing outside a menu.
QString plain(QString text)
{
    return text.remove(u'&').remove(u"…"_s);
}

//! The same action of another place stands in the same row.
void add(const QString &place, const QAction *action, QList<Row> *rows)
{
    const Row row{{place},
                  plain(action->text()),
                  QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)};
    const auto same = std::find_if(rows->begin(), rows->end(), [&row](const Row &known) {
        return known.action == row.action && known.keys == row.keys;
    });
    if (same == rows->end()) {
        rows->append(row);
    } else if (!same->places.contains(place)) {
        same->places.append(place);
        same->places.sort();
    }
}

QList<Row> shortcutsOf(const QMainWindow *window)
{
    QList<Row> rows;
    QSet<const QAction *> inMenus;
    const auto menus = window->menuBar()->findChildren<QMenu *>();
    for (const auto *menu : menus) {
        const auto actions = menu->actions();
        for (const auto *action : actions) {
            inMenus.insert(action);
            if (!action->shortcuts().isEmpty())
                add(plain(menu->title()), action, &rows);
        }
    }
    // What works in one part alone, such as copying the path of a claim.
    const auto others = window->findChildren<QAction *>();
    for (const auto *action : others) {
        const auto *part = qobject_cast<const QWidget *>(action->parent());
        const bool isNamed = part != nullptr && !part->accessibleName().isEmpty();
        if (isNamed && !action->shortcuts().isEmpty() && !inMenus.contains(action))
            add(part->accessibleName(), action, &rows);
    }
    return rows;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMainWindow *window, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    const QList<Row> rows = shortcutsOf(window);
    auto *table = new QTableWidget(int(rows.size()), 3, this);
    table->setHorizontalHeaderLabels({tr("Where"), tr("What it does"), tr("Keys")});
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    for (int row = 0; row < rows.size(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(rows.at(row).places.join(u", "_s)));
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
    const auto available = screen()->availableSize();
    resize(QSize(line * 38, line * 36).boundedTo(available * 9 / 10));
}

void ShortcutsDialog::show(QMainWindow *window)
{
    auto *dialog = new ShortcutsDialog(window, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
