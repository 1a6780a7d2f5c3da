// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/detailpane.h"

#include "ui/widgets/theme.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

DetailPane::DetailPane(QAbstractScrollArea *text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
{
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->installEventFilter(this);
    auto *all = new QVBoxLayout(this);
    const int margin = gap(this, 0.5);
    all->setContentsMargins(margin, margin, margin, margin);
    all->addWidget(m_text, 1);
}

bool DetailPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void DetailPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(color(ColorRole::Line, palette()));
    painter.drawLine(rect().topLeft(), rect().topRight());
    if (!m_text->hasFocus())
        return;
    painter.setPen(color(ColorRole::Accent, palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace ui
