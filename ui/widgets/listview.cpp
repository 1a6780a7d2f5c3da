// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/listview.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui::listview {

namespace {

//! Taller rows, elided text, and a thin line under each.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), qRound(option.fontMetrics.height() * 1.7)};
    }

    //! The chosen row is tinted, so that pictures and texts keep the colours of their states.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->decorationSize = QSize(1, 1) * option->fontMetrics.height(); // grows with the text
        // Names that are URLs differ at their ends: https://authgear.com/claims/user/…
        if (index.column() == 0 && option->text.contains(u"://"))
            option->textElideMode = Qt::ElideMiddle;
        option->palette.setColor(QPalette::Highlight,
                                 color(ColorRole::AccentSurface, option->palette));
        option->palette.setColor(QPalette::HighlightedText,
                                 color(ColorRole::Text, option->palette));
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->setPen(color(ColorRole::Line, option.palette));
        const int left = index.column() == 0 ? 0 : option.rect.left(); // under the branches too
        painter->drawLine(left, option.rect.bottom(), option.rect.right(), option.rect.bottom());
    }
};

//! Words on the card with a line below, instead of buttons.
class FlatHeader final : public QHeaderView
{
public:
    explicit FlatHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(false);
        viewport()->setAutoFillBackground(false);
    }

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override
    {
        const QSize size = QHeaderView::sectionSizeFromContents(section);
        return {size.width(), qRound(fontMetrics().height() * 1.8)};
    }

    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const QString text = model()->headerData(section, Qt::Horizontal).toString();
        const int margin = gap(this, 0.35);
        const QRect inside = rect.adjusted(margin, 0, -margin, 0);
        painter->setPen(color(ColorRole::Muted, palette()));
        painter->drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                          fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
        paintOrder(painter, inside, section);
        painter->setPen(color(ColorRole::Line, palette()));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    }

private:
    //! Which column the rows are sorted by, and in which direction.
    void paintOrder(QPainter *painter, const QRect &inside, int section) const
    {
        if (!isSortIndicatorShown() || sortIndicatorSection() != section)
            return;
        const bool isAscending = sortIndicatorOrder() == Qt::AscendingOrder;
        painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter,
                          QString(QChar(isAscending ? 0x25B4 : 0x25BE)));
    }
};

//! Keeps the shares of the columns while the view is resized.
class Sharer final : public QObject
{
public:
    Sharer(QTreeView *view, QList<double> shares)
        : QObject(view)
        , m_view(view)
        , m_shares(std::move(shares))
    {
        view->viewport()->installEventFilter(this);
        // Only a person's drag comes with the mouse over the header.
        connect(view->header(), &QHeaderView::sectionResized, this, [this] {
            if (!m_isSharing && m_view->header()->underMouse())
                m_isTouched = true;
        });
    }

    void setShares(const QList<double> &shares) { m_shares = shares; }

    void share()
    {
        if (m_isTouched)
            return;
        m_isSharing = true;
        const int width = m_view->viewport()->width();
        int left = width;
        for (int column = 0; column + 1 < m_shares.size(); ++column) {
            m_view->setColumnWidth(column, static_cast<int>(width * m_shares.at(column)));
            left -= m_view->columnWidth(column);
        }
        // The last one takes what is left and no more, which would bring a scroll bar. It stretches
        // by itself, but not where it was hidden until now.
        const int last = static_cast<int>(m_shares.size()) - 1;
        if (!m_view->isColumnHidden(last))
            m_view->setColumnWidth(last, std::max(0, left));
        m_isSharing = false;
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            share();
        return QObject::eventFilter(watched, event);
    }

private:
    QTreeView *m_view;
    QList<double> m_shares;
    bool m_isSharing = false;
    bool m_isTouched = false;
};

} // namespace

void prepare(QTreeView *view, const QList<double> &shares)
{
    view->setFrameShape(QFrame::NoFrame);
    view->viewport()->setAutoFillBackground(false);
    view->setHeader(new FlatHeader(view));
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setTextElideMode(Qt::ElideRight);
    view->setItemDelegate(new RowDelegate(view));
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setTabKeyNavigation(false);
    QHeaderView *header = view->header();
    header->setStretchLastSection(true);
    header->setSectionsMovable(false);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    (new Sharer(view, shares))->setObjectName(QStringLiteral("columnShares"));
}

namespace {

Sharer *sharerOf(const QTreeView *view)
{
    return static_cast<Sharer *>(
        view->findChild<QObject *>(QStringLiteral("columnShares"), Qt::FindDirectChildrenOnly));
}

} // namespace

void share(QTreeView *view)
{
    sharerOf(view)->share();
}

void share(QTreeView *view, const QList<double> &shares)
{
    sharerOf(view)->setShares(shares);
    sharerOf(view)->share();
}

} // namespace ui::listview
