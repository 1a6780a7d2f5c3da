// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/wraplabel.h"

#include "ui/widgets/plaintext.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>

namespace ui {

namespace {

//! No label shows more, and laying out a megabyte for two lines would be slow.
constexpr qsizetype longestShown = 4000;

} // namespace

WrapLabel::WrapLabel(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide(); // until there is something to read
}

void WrapLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    changed();
}

void WrapLabel::changed()
{
    m_lines.clear();
    updateGeometry();
    update();
}

void WrapLabel::setMaximumLines(int lines)
{
    m_maximumLines = lines;
    changed();
}

void WrapLabel::setRole(ColorRole role)
{
    m_role = role;
    update();
}

void WrapLabel::setCentred(bool isCentred)
{
    m_isCentred = isCentred;
    update();
}

const QStringList &WrapLabel::linesFor(int width) const
{
    constexpr qsizetype mostWidths = 8;
    const auto known = m_lines.constFind(width);
    if (known != m_lines.constEnd())
        return *known;
    if (m_lines.size() >= mostWidths)
        m_lines.clear();
    return *m_lines.insert(width, wrapped(width));
}

QStringList WrapLabel::wrapped(int width) const
{
    const QString text = m_text.first(qMin(m_text.size(), longestShown)).simplified();
    QTextLayout layout(text, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    while (lines.size() < m_maximumLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const bool isLast = lines.size() + 1 == m_maximumLines;
        lines.append(
            isLast ? fontMetrics().elidedText(text.mid(line.textStart()), Qt::ElideRight, width)
                   : text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

int WrapLabel::heightForWidth(int width) const
{
    const qsizetype lines = qMax<qsizetype>(1, linesFor(qMax(1, width)).size());
    return static_cast<int>(lines) * fontMetrics().lineSpacing();
}

QSize WrapLabel::sizeHint() const
{
    const int wanted
        = fontMetrics().horizontalAdvance(m_text.first(qMin(m_text.size(), longestShown)));
    return {qMin(wanted, fontMetrics().averageCharWidth() * 60), fontMetrics().lineSpacing()};
}

QSize WrapLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().lineSpacing()};
}

void WrapLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(color(m_role, palette()));
    const QStringList &lines = linesFor(width());
    int y = fontMetrics().ascent();
    for (const QString &line : lines) {
        const int spare = width() - fontMetrics().horizontalAdvance(line);
        painter.drawText(m_isCentred ? spare / 2 : 0, y, line);
        y += fontMetrics().lineSpacing();
    }
    const QString shown = lines.join(QLatin1Char(' '));
    setToolTip(shown.size() < m_text.size() ? plaintext::tip(m_text) : QString());
}

void WrapLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        changed();
}

} // namespace ui
