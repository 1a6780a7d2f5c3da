// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/card.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>

namespace ui {

Card::Card(QWidget *parent)
    : QWidget(parent)
{
    updateMargins();
}

void Card::setState(ColorRole border, ColorRole surface)
{
    m_border = border;
    m_surface = surface;
    update();
}

void Card::setPadding(double lines)
{
    m_padding = lines;
    updateMargins();
}

void Card::updateMargins()
{
    const int margin = gap(this, m_padding);
    setContentsMargins(margin, margin, margin, margin);
}

void Card::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    // A text inside changes every second; the border and its smooth corners need not.
    if (rect().adjusted(radius, radius, -radius, -radius).contains(event->rect())) {
        painter.fillRect(event->rect(), color(m_surface, palette()));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(m_border, palette()));
    painter.setBrush(color(m_surface, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void Card::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateMargins();
}

bool Card::event(QEvent *event)
{
    // A layout asks for more height when a text inside wraps; the card follows.
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QWidget::event(event);
}

} // namespace ui
