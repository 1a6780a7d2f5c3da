// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/longtextview.h"

#include "ui/widgets/plaintext.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace ui {

namespace {

bool isContinuation(char byte)
{
    return (static_cast<uchar>(byte) & 0xc0U) == 0x80U;
}

QString shownText(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes);
    for (QChar &character : text) {
        if (!character.isPrint() && !character.isSurrogate())
            character = u'\u00b7';
    }
    return text;
}

} // namespace

LongTextView::LongTextView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFont(monospace(font()));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_shown = -1; });
}

void LongTextView::setBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_anchor = m_caret = 0;
    m_columns = 0;
    m_shown = -1;
    layOut();
    verticalScrollBar()->setValue(0);
}

void LongTextView::setMarkup(const Markup &markup)
{
    const bool isOther = m_markup.highlight != markup.highlight;
    m_markup = markup;
    if (isOther && markup.highlight.isValid())
        showOffset(markup.highlight.start);
    viewport()->update();
}

//! Cuts at every line break, and at the width of the view in between; never inside a character.
void LongTextView::layOut()
{
    const qint64 columns = std::max(8, static_cast<int>(viewport()->width() / cellWidth()));
    if (columns != m_columns) {
        m_columns = columns;
        m_starts.clear();
        m_starts.reserve(m_bytes.size() / columns + 1);
        qint64 start = 0;
        qint64 lineEnd = -1;
        while (start < m_bytes.size()) {
            m_starts.append(start);
            if (lineEnd < start) {
                const qint64 found = m_bytes.indexOf('\n', start);
                lineEnd = found < 0 ? m_bytes.size() : found;
            }
            qint64 cut = std::min(start + columns, lineEnd);
            for (int i = 0; i < 3 && cut < lineEnd && isContinuation(m_bytes.at(cut)); ++i)
                --cut;
            start = cut == lineEnd ? cut + 1 : cut;
        }
    }
    updateScrollBar();
    if (m_shown >= 0)
        showOffset(m_shown);
    viewport()->update();
}

void LongTextView::updateScrollBar()
{
    const int page = std::max(1, viewport()->height() / fontMetrics().lineSpacing());
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_starts.size()) - page));
}

void LongTextView::showOffset(qint64 offset)
{
    m_shown = offset;
    const auto row = static_cast<int>(rowOf(offset));
    QScrollBar *bar = verticalScrollBar();
    if (row < bar->value() || row >= bar->value() + bar->pageStep())
        bar->setValue(row - bar->pageStep() / 3);
}

double LongTextView::cellWidth() const
{
    return std::max(1.0, QFontMetricsF(font()).horizontalAdvance(u'0'));
}

qsizetype LongTextView::rowOf(qint64 offset) const
{
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    return std::max<qsizetype>(0, next - m_starts.begin() - 1);
}

qint64 LongTextView::rowEnd(qsizetype row) const
{
    return row + 1 < m_starts.size() ? m_starts.at(row + 1) : m_bytes.size();
}

qint64 LongTextView::offsetAt(const QPoint &point) const
{
    if (m_starts.isEmpty())
        return 0;
    const qsizetype row = std::clamp<qsizetype>(verticalScrollBar()->value()
                                                    + point.y() / fontMetrics().lineSpacing(),
                                                0, m_starts.size() - 1);
    const int column = std::max(0, static_cast<int>(point.x() / cellWidth()));
    return std::min(m_starts.at(row) + column, rowEnd(row));
}

base::Span LongTextView::selection() const
{
    return {std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)};
}

void LongTextView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const int height = fontMetrics().lineSpacing();
    qsizetype row = verticalScrollBar()->value();
    for (int top = 0; top < viewport()->height() && row < m_starts.size(); top += height, ++row)
        paintRow(painter, row, top);
}

void LongTextView::paintRow(QPainter &painter, qsizetype row, int top) const
{
    const base::Span chosen = selection();
    const qint64 end = rowEnd(row);
    double x = 0;
    for (qint64 offset = m_starts.at(row); offset < end;) {
        qint64 next = m_markup.nextChange(offset, end);
        for (const qint64 edge : std::array{chosen.start, chosen.end}) {
            if (edge > offset)
                next = std::min(next, edge);
        }
        const QString text = shownText(QByteArrayView(m_bytes).sliced(offset, next - offset));
        const double width = QFontMetricsF(font()).horizontalAdvance(text);
        const QRectF cell(x, top, width, fontMetrics().lineSpacing());
        const bool isLit = m_markup.highlight.contains(offset);
        painter.setPen(color(m_markup.roleAt(offset), palette()));
        if (chosen.contains(offset)) {
            painter.fillRect(cell, palette().color(QPalette::Highlight));
            painter.setPen(palette().color(QPalette::HighlightedText));
        } else if (!isLit && m_markup.chosen.contains(offset)) {
            painter.fillRect(cell, color(ColorRole::AccentSurface, palette()));
        } else if (isLit) {
            painter.fillRect(cell, color(ColorRole::MatchSurface, palette()));
            painter.setPen(color(ColorRole::Text, palette()));
        }
        painter.drawText(QPointF(x, top + fontMetrics().ascent()), text);
        if (isLit)
            painter.drawLine(cell.bottomLeft() - QPointF(0, 1), cell.bottomRight() - QPointF(0, 1));
        x += width;
        offset = next;
    }
}

void LongTextView::resizeEvent(QResizeEvent *)
{
    layOut();
}

void LongTextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void LongTextView::selectAll()
{
    m_anchor = 0;
    m_caret = m_bytes.size();
    viewport()->update();
}

void LongTextView::copy() const
{
    const base::Span chosen = selection();
    if (chosen.size() > 0)
        plaintext::copy(QString::fromUtf8(m_bytes.mid(chosen.start, chosen.size())));
}

void LongTextView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->matches(QKeySequence::Paste))
        Q_EMIT pasteRequested();
    else if (event->matches(QKeySequence::Undo))
        Q_EMIT undoRequested();
    else if (event->matches(QKeySequence::Redo))
        Q_EMIT redoRequested();
    else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT clearRequested();
    else if (event->key() == Qt::Key_Home)
        verticalScrollBar()->triggerAction(QScrollBar::SliderToMinimum);
    else if (event->key() == Qt::Key_End)
        verticalScrollBar()->triggerAction(QScrollBar::SliderToMaximum);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void LongTextView::mousePressEvent(QMouseEvent *event)
{
    m_anchor = m_caret = offsetAt(event->position().toPoint());
    viewport()->update();
}

void LongTextView::mouseMoveEvent(QMouseEvent *event)
{
    m_caret = offsetAt(event->position().toPoint());
    viewport()->update();
}

} // namespace ui
