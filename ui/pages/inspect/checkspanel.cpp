// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/inspect/checkspanel.h"

#include "ui/models/findingsmodel.h"
#include "ui/widgets/findingdetail.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QDesktopServices>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

ChecksPanel::ChecksPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new FindingsModel(this))
    , m_looks(new FindingLooks(this))
    , m_list(new QTreeView)
    , m_detail(new FindingDetail)
    , m_split(new QSplitter(Qt::Vertical))
{
    m_looks->setSourceModel(m_model);
    m_list->setModel(m_looks);
    m_list->setObjectName(u"findingsList"_s);
    m_list->setAccessibleName(tr("Checks"));
    m_list->setRootIsDecorated(false);
    listview::prepare(m_list, {0.28, 0.34, 0.38});
    setFocusProxy(m_list);
    m_split->addWidget(m_list);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 5);
    m_split->setStretchFactor(1, 3);
    m_split->setSizes({500, 300});
    m_split->setChildrenCollapsible(false);
    m_detail->setMinimumHeight(gap(this, 9)); // title, comparison, what to do, button
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_split);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showCurrent();
        if (m_isFollowing)
            return;
        m_isChosenByPerson = true;
        if (const base::Finding *finding = m_model->finding(currentRow()))
            Q_EMIT findingChosen(*finding);
    });
    connect(m_detail, &FindingDetail::actionTriggered, this,
            [this](int id, const QString &argument) {
                Q_EMIT remedyChosen(static_cast<Remedy>(id), argument);
            });
    connect(m_detail, &FindingDetail::linkActivated, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
}

void ChecksPanel::startOver()
{
    m_isChosenByPerson = false;
}

void ChecksPanel::setVerdict(const verdict::Verdict &verdict, const base::Findings &carrying,
                             const Possibilities &possible)
{
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    m_possible = possible;
    m_model->setVerdict(verdict, carrying);
    const bool isLost = currentRow() < 0;
    if (!m_isChosenByPerson || isLost)
        choose(m_model->tellingRow());
    showCurrent();
}

int ChecksPanel::count(base::Outcome outcome) const
{
    return m_model->count(outcome);
}

int ChecksPanel::currentRow() const
{
    return m_list->currentIndex().row();
}

void ChecksPanel::choose(int row)
{
    if (row != currentRow())
        m_list->setCurrentIndex(m_looks->index(row, 0));
}

void ChecksPanel::showCurrent()
{
    const int row = currentRow();
    const base::Finding *finding = m_model->finding(row);
    if (finding == nullptr)
        m_detail->clear();
    else
        m_detail->setFinding(*finding, *m_model->wording(row), remediesFor(*finding, m_possible));
}

} // namespace ui
