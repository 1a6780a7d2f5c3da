// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/dropveil.h"

#include "core/base/escape.h"
#include "ui/widgets/icons.h"

#include <QPainter>

namespace ui {

DropVeil::DropVeil(QWidget *page)
    : QWidget(page)
{
    // What is dropped goes to the page below.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropVeil::cover(const QString &fileName)
{
    m_text = tr("Drop to open %1").arg(base::escape::visible(fileName));
    setAccessibleName(m_text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropVeil::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = color(ColorRole::AccentSurface, palette());
    veil.setAlphaF(0.92F);
    const int margin = gap(this, 0.3);
    const QRect area = rect().adjusted(margin, margin, -margin, -margin);
    painter.setPen(QPen(color(ColorRole::Accent, palette()), 2, Qt::DashLine));
    painter.fillRect(rect(), veil);
    painter.drawRoundedRect(area, margin * 2, margin * 2);

    painter.setFont(scaled(font(), 1.5, QFont::DemiBold));
    const QFontMetrics metrics = painter.fontMetrics();
    const int side = metrics.height() * 2;
    const QRect text(area.left() + side, area.center().y(), area.width() - 2 * side,
                     metrics.height() * 2);
    painter.setPen(color(ColorRole::Text, palette()));
    painter.drawText(text, Qt::AlignCenter,
                     metrics.elidedText(m_text, Qt::ElideMiddle, text.width()));
    painter.drawPixmap(
        area.center().x() - side / 2, text.top() - side,
        pixmap(Symbol::Drop, color(ColorRole::Accent, palette()), side, devicePixelRatioF()));
}

} // namespace ui
