// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/claimsview.h"

#include "core/report/foreign.h"
#include "ui/widgets/claimdetail.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/plaintext.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTreeView>

#include <array>

namespace ui {

using namespace Qt::Literals::StringLiterals;

ClaimsView::ClaimsView(ClaimSet set, QWidget *parent)
    : QWidget(parent)
    , m_model(new ClaimsModel(set, this))
    , m_filter(new ClaimsFilter(this))
    , m_looks(new ClaimLooks(this))
    , m_filterText(new QLineEdit(this))
    , m_timeForm(new QComboBox(this))
    , m_tree(new QTreeView(this))
    , m_detail(new ClaimDetail(this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_empty(new QLabel(this))
{
    buildTree(set == ClaimSet::Header ? tr("Header members") : tr("Claims"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();
    m_split->addWidget(m_tree);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 5);
    m_split->setStretchFactor(1, 3);
    m_split->setSizes({500, 300});
    m_split->setChildrenCollapsible(false);
    m_detail->setMinimumHeight(gap(this, 5));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addLayout(buildBar());
    all->addWidget(m_split, 1);
    all->addWidget(m_empty, 1);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ClaimsView::onCurrentChanged);
    buildActions();
    tintChosenRow();
}

void ClaimsView::buildTree(const QString &name)
{
    m_filter->setSourceModel(m_model);
    m_looks->setSourceModel(m_filter);
    m_tree->setModel(m_looks);
    m_tree->setObjectName(u"claimsTree"_s);
    m_tree->setAccessibleName(name);
    setFocusProxy(m_tree);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    listview::prepare(m_tree, {0.22, 0.26, 0.32, 0.20});
}

QLayout *ClaimsView::buildBar()
{
    m_filterText->setPlaceholderText(tr("Filter by name, value or meaning"));
    m_filterText->setAccessibleName(tr("Filter"));
    m_filterText->setClearButtonEnabled(true);
    m_filterText->addAction(icon(Symbol::Search, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_timeForm->setAccessibleName(tr("How times are written"));
    m_timeForm->addItems({tr("Local time"), tr("UTC"), tr("Relative"), tr("Raw number")});
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(gap(this, 0.4), gap(this, 0.4), gap(this, 0.4), 0);
    bar->addWidget(m_filterText, 1);
    bar->addWidget(m_timeForm);
    connect(m_filterText, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showEmptyOrTree();
        if (!m_filter->text().isEmpty())
            m_tree->expandToDepth(0);
    });
    connect(m_timeForm, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model->setTimeForm(static_cast<ClaimsModel::TimeForm>(index));
        Q_EMIT timeFormChanged(m_model->timeForm());
    });
    return bar;
}

//! In a low window the rows need the room more; what a row has no room for is in its tip.
void ClaimsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int fewestLines = 13;
    m_detail->setVisible(height() >= fewestLines * fontMetrics().lineSpacing());
}

void ClaimsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tintChosenRow();
}

//! Under the branches the tree itself paints the row.
void ClaimsView::tintChosenRow()
{
    QPalette tinted; // with this role alone, so that all others follow the theme
    tinted.setColor(QPalette::Highlight, color(ColorRole::AccentSurface, palette()));
    m_tree->setPalette(tinted);
}

void ClaimsView::buildActions()
{
    addCopyAction(tr("Copy &value"), QKeySequence::Copy, ClaimsModel::TextRole);
    addCopyAction(tr("Copy &name"), QKeySequence(u"Ctrl+Alt+N"_s), ClaimsModel::NameRole);
    addCopyAction(tr("Copy as &JSON"), QKeySequence(u"Ctrl+Alt+J"_s), ClaimsModel::RawTextRole);
    addCopyAction(tr("Copy &path"), QKeySequence(u"Ctrl+Alt+P"_s), ClaimsModel::PointerRole);
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &point) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_tree->actions());
        menu->popup(m_tree->viewport()->mapToGlobal(point));
    });
}

void ClaimsView::addCopyAction(const QString &text, const QKeySequence &shortcut, int role)
{
    auto *action = new QAction(text, m_tree);
    action->setIcon(icon(Symbol::Copy));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, role] { copyRole(role); });
    m_tree->addAction(action);
}

void ClaimsView::copyRole(int role) const
{
    const QModelIndex source = sourceIndex(m_tree->currentIndex());
    if (!source.isValid())
        return;
    const QVariant fact = source.data(role);
    plaintext::copy(role == ClaimsModel::RawTextRole ? QString::fromUtf8(fact.toByteArray())
                                                     : fact.toString());
}

void ClaimsView::setDocument(const base::json::Document &document)
{
    if (document.bytes() == m_model->document().bytes())
        return;
    const QScopedValueRollback<bool> choosing(m_isChoosing, true);
    m_model->setDocument(document);
    m_detail->setMember({});
    showEmptyOrTree();
    showTimesWhereThereAre();
    listview::share(m_tree);
    // A glance should show an address or a list of scopes; ten thousand members stay folded.
    constexpr qsizetype fewValues = 200;
    if (document.valueCount() <= fewValues)
        m_tree->expandToDepth(0);
}

void ClaimsView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showEmptyOrTree();
}

void ClaimsView::showEmptyOrTree()
{
    const bool isEmpty = m_model->rowCount() == 0;
    const bool hasMatch = m_filter->rowCount() > 0;
    m_empty->setText(isEmpty ? m_emptyText
                             : tr("Nothing here has “%1” in its name, value or meaning.")
                                   .arg(report::foreign(m_filter->text())));
    m_empty->setVisible(!hasMatch);
    m_split->setVisible(hasMatch);
    m_filterText->setEnabled(!isEmpty);
    m_timeForm->setEnabled(!isEmpty);
}

//! Most headers hold no time: an empty column would only ask what belongs there.
void ClaimsView::showTimesWhereThereAre()
{
    bool hasTime = false;
    for (int row = 0; row < m_model->rowCount() && !hasTime; ++row)
        hasTime = m_model->index(row, 0).data(ClaimsModel::IsTimeRole).toBool();
    m_tree->setColumnHidden(ClaimsModel::TimeColumn, !hasTime);
    m_timeForm->setVisible(hasTime);
}

void ClaimsView::setNow(const report::Standpoint &now)
{
    m_model->setNow(now);
    m_detail->refresh();
}

void ClaimsView::chooseByte(qint64 offset)
{
    const QModelIndex shown = shownIndex(m_model->indexAt(offset));
    if (!shown.isValid())
        return;
    const QScopedValueRollback<bool> choosing(m_isChoosing, true);
    m_tree->setCurrentIndex(shown);
    m_tree->scrollTo(shown);
}

void ClaimsView::focusFilter()
{
    m_filterText->setFocus(Qt::ShortcutFocusReason);
    m_filterText->selectAll();
}

void ClaimsView::onCurrentChanged(const QModelIndex &current)
{
    const QModelIndex source = sourceIndex(current);
    m_detail->setMember(source.siblingAtColumn(ClaimsModel::NameColumn));
    if (!m_isChoosing)
        Q_EMIT memberChosen(source.data(ClaimsModel::SpanRole).value<base::Span>());
}

QModelIndex ClaimsView::sourceIndex(const QModelIndex &shown) const
{
    return m_filter->mapToSource(m_looks->mapToSource(shown));
}

QModelIndex ClaimsView::shownIndex(const QModelIndex &source) const
{
    return m_looks->mapFromSource(m_filter->mapFromSource(source));
}

} // namespace ui
