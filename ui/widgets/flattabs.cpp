// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/flattabs.h"

#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;

FlatTabBar::FlatTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::TabFocus);
}

//! All tabs are as wide as the current one would be, so nothing moves when another is chosen.
QFont FlatTabBar::tabFont() const
{
    return scaled(font(), 1.0, QFont::DemiBold);
}

QSize FlatTabBar::tabSizeHint(int index) const
{
    const QFontMetrics metrics(tabFont());
    return {metrics.horizontalAdvance(tabText(index)) + gap(this, 1.4),
            qRound(metrics.height() * 1.8)};
}

QSize FlatTabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void FlatTabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int index = 0; index < count(); ++index) {
        const QRect area = tabRect(index);
        const bool isCurrent = index == currentIndex();
        painter.setFont(isCurrent ? tabFont() : font());
        painter.setPen(color(isCurrent ? ColorRole::Text : ColorRole::Muted, palette()));
        painter.drawText(area, Qt::AlignCenter, tabText(index));
        if (!isCurrent)
            continue;
        const int thickness = hasFocus() ? 4 : 2;
        painter.fillRect(QRect(area.left(), area.bottom() - thickness + 1, area.width(), thickness),
                         color(ColorRole::Accent, palette()));
        if (hasFocus()) {
            painter.setPen(color(ColorRole::Accent, palette()));
            painter.drawRect(area.adjusted(0, 0, -1, -1));
        }
    }
}

FlatTabs::FlatTabs(QWidget *parent)
    : QWidget(parent)
    , m_bar(new FlatTabBar)
    , m_pages(new QStackedWidget)
    , m_row(new QHBoxLayout)
{
    m_bar->setObjectName(u"tabs"_s);
    auto *card = new Card;
    card->setPadding(0);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins({});
    inside->addWidget(m_pages);
    m_row->setContentsMargins({});
    m_row->addWidget(m_bar, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(m_row);
    all->addWidget(card, 1);
    connect(m_bar, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

int FlatTabs::addTab(QWidget *page, const QString &title)
{
    m_pages->addWidget(page);
    const int index = m_bar->addTab(title);
    m_bar->setAccessibleTabName(index, title);
    return index;
}

void FlatTabs::setTitle(int index, const QString &title, const QString &spoken)
{
    if (m_bar->tabText(index) == title)
        return;
    m_bar->setTabText(index, title);
    m_bar->setAccessibleTabName(index, spoken);
    fitCorner();
}

void FlatTabs::setCornerButton(QToolButton *button)
{
    m_corner = button;
    m_row->addWidget(button);
    fitCorner();
}

void FlatTabs::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitCorner();
}

void FlatTabs::fitCorner()
{
    if (m_corner == nullptr)
        return;
    m_corner->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int wanted = m_bar->sizeHint().width() + m_row->spacing() + m_corner->sizeHint().width();
    if (wanted > width())
        m_corner->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

int FlatTabs::current() const
{
    return m_bar->currentIndex();
}

void FlatTabs::setCurrent(int index)
{
    m_bar->setCurrentIndex(index);
}

void FlatTabs::focusPage()
{
    QWidget *page = m_pages->currentWidget();
    QWidget *target = page->focusProxy() != nullptr ? page->focusProxy() : page;
    const bool canHave = target->isVisible() && target->focusPolicy() != Qt::NoFocus;
    (canHave ? target : m_bar)->setFocus(Qt::ShortcutFocusReason);
}

int FlatTabs::count() const
{
    return m_bar->count();
}

QString FlatTabs::title(int index) const
{
    return m_bar->tabText(index);
}

} // namespace ui
