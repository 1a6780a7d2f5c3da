// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/bytesview.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <QtMath>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int offsetColumns = 10; //!< "0001a0" and room.
constexpr int hexColumns = 3; //!< Two digits and a blank.

ColorRole roleOf(int part, qsizetype parts)
{
    constexpr std::array roles{ColorRole::TokenHeader, ColorRole::TokenPayload,
                               ColorRole::TokenSignature};
    if (parts > 3)
        return part == 0 ? ColorRole::TokenHeader : ColorRole::TokenPayload;
    return roles.at(static_cast<std::size_t>(std::min(part, 2)));
}

char shown(char byte)
{
    return byte >= ' ' && byte <= '~' ? byte : '.';
}

} // namespace

BytesView::BytesView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(u"bytesView"_s);
    setAccessibleName(tr("Bytes of the token"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setViewportMargins(0, gap(this, 0.4), 0, 0);
}

void BytesView::setToken(const jose::Token &token)
{
    m_token = token;
    m_part = -1;
    m_decoded = m_text = {};
    layOut();
    verticalScrollBar()->setValue(0);
    describe();
}

void BytesView::setHighlight(int part, const base::Span &decoded)
{
    const bool isKnown = part >= 0 && part < m_token.parts().size() && decoded.isValid();
    m_part = isKnown ? part : -1;
    m_decoded = isKnown ? decoded : base::Span();
    m_text = isKnown ? m_token.parts().at(part).textSpan(decoded) : base::Span();
    if (isKnown) {
        const qint64 row = rowOfByte(part, decoded.start);
        QScrollBar *bar = verticalScrollBar();
        if (row < bar->value() || row >= bar->value() + bar->pageStep())
            bar->setValue(static_cast<int>(row) - bar->pageStep() / 3);
    }
    describe();
    viewport()->update();
}

void BytesView::describe()
{
    setAccessibleDescription(m_part < 0 ? tr("Nothing chosen")
                                        : tr("%1, bytes %2 to %3")
                                              .arg(partName(m_part))
                                              .arg(m_decoded.start)
                                              .arg(m_decoded.end));
}

QString BytesView::partName(int part) const
{
    const std::array jws{tr("Header"), tr("Payload"), tr("Signature")};
    const std::array jwe{tr("Header"), tr("Encrypted key"), tr("Initialization vector"),
                         tr("Ciphertext"), tr("Authentication tag")};
    const auto index = static_cast<std::size_t>(part);
    if (m_token.parts().size() == qsizetype(jwe.size()))
        return jwe.at(index);
    return index < jws.size() ? jws.at(index) : tr("Part %1").arg(part + 1);
}

void BytesView::layOut()
{
    m_font = monospace(font());
    const QFontMetricsF metrics(m_font);
    m_cell = std::max(1.0, metrics.horizontalAdvance(u'0'));
    m_line = std::max(1, qCeil(metrics.lineSpacing()));
    m_ascent = qRound(metrics.ascent());
    const qint64 columns = std::max(24, static_cast<int>(viewport()->width() / m_cell) - 2);
    m_textColumns = columns;
    m_bytesPerRow = 4;
    for (const qint64 bytes : {8, 16, 32}) {
        if (offsetColumns + bytes * (hexColumns + 1) + 2 <= columns)
            m_bytesPerRow = bytes;
    }
    m_sections.clear();
    m_rows = 0;
    for (const jose::Part &part : m_token.parts()) {
        Section section;
        section.firstRow = m_rows;
        section.textRows = (part.span.size() + m_textColumns - 1) / m_textColumns;
        section.byteRows = (part.bytes.size() + m_bytesPerRow - 1) / m_bytesPerRow;
        m_rows += section.rows();
        m_sections.append(section);
    }
    const int page = std::max(1, viewport()->height() / m_line);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_rows) - page));
    viewport()->update();
}

BytesView::Row BytesView::rowAt(qint64 row) const
{
    const auto next = std::upper_bound(
        m_sections.begin(), m_sections.end(), row,
        [](qint64 wanted, const Section &section) { return wanted < section.firstRow; });
    const auto part = static_cast<int>(next - m_sections.begin()) - 1;
    if (part < 0 || row >= m_rows)
        return {};
    const Section &section = m_sections.at(part);
    const jose::Part &source = m_token.parts().at(part);
    qint64 inside = row - section.firstRow;
    if (inside == 0)
        return {RowKind::Title, part, 0, 0};
    --inside;
    if (inside < section.textRows) {
        const qint64 start = source.span.start + inside * m_textColumns;
        return {RowKind::Text, part, start, std::min(start + m_textColumns, source.span.end)};
    }
    inside -= section.textRows;
    if (inside >= section.byteRows)
        return {RowKind::Blank, part, 0, 0};
    const qint64 start = inside * m_bytesPerRow;
    return {RowKind::Bytes, part, start,
            std::min<qint64>(start + m_bytesPerRow, source.bytes.size())};
}

qint64 BytesView::rowOfByte(int part, qint64 offset) const
{
    const Section &section = m_sections.at(part);
    return section.firstRow + 1 + section.textRows + offset / m_bytesPerRow;
}

std::optional<qint64> BytesView::byteAt(const Row &row, int column) const
{
    if (row.kind == RowKind::Text) {
        const qint64 offset = row.start + column;
        if (offset >= row.end)
            return std::nullopt;
        const base::Span decoded = m_token.parts().at(row.part).decodedSpan({offset, offset + 1});
        return decoded.isValid() ? std::optional(decoded.start) : std::nullopt;
    }
    if (row.kind != RowKind::Bytes || column < offsetColumns)
        return std::nullopt;
    const qint64 cell = column - offsetColumns;
    const qint64 inHex = cell / hexColumns;
    const qint64 inText = cell - m_bytesPerRow * hexColumns - 1;
    const qint64 byte = row.start + (inHex < m_bytesPerRow ? inHex : std::max<qint64>(0, inText));
    return byte < row.end ? std::optional(byte) : std::nullopt;
}

void BytesView::choose(int part, qint64 offset)
{
    setHighlight(part, {offset, offset + 1});
    Q_EMIT byteChosen(part, offset);
}

void BytesView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const Row row = rowAt(verticalScrollBar()->value() + point.y() / m_line);
    const std::optional<qint64> byte = byteAt(row, static_cast<int>(point.x() / m_cell) - 1);
    if (byte && *byte < m_token.parts().at(row.part).bytes.size())
        choose(row.part, *byte);
}

void BytesView::keyPressEvent(QKeyEvent *event)
{
    const QMap<int, qint64> steps{{Qt::Key_Left, -1},
                                  {Qt::Key_Right, 1},
                                  {Qt::Key_Up, -m_bytesPerRow},
                                  {Qt::Key_Down, m_bytesPerRow}};
    const auto step = steps.constFind(event->key());
    if (step == steps.constEnd() || m_sections.isEmpty()) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const int part = std::max(0, m_part);
    const qint64 size = m_token.parts().at(part).bytes.size();
    const qint64 from = *step > 0 ? m_decoded.end - 1 : m_decoded.start;
    const qint64 wanted = m_part < 0 ? 0 : from + *step;
    if (wanted >= 0 && wanted < size)
        choose(part, wanted);
    else if (wanted >= size && part + 1 < m_sections.size())
        choose(part + 1, 0);
    else if (wanted < 0 && part > 0)
        choose(part - 1, std::max<qint64>(0, m_token.parts().at(part - 1).bytes.size() - 1));
}

void BytesView::resizeEvent(QResizeEvent *)
{
    layOut();
}

void BytesView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void BytesView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setFont(m_font);
    if (m_sections.isEmpty()) {
        painter.setPen(color(ColorRole::Muted, palette()));
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
                         tr("This text has no parts that could be decoded."));
    }
    qint64 row = verticalScrollBar()->value();
    for (int top = 0; top < viewport()->height() && row < m_rows; top += m_line, ++row)
        paintRow(painter, rowAt(row), top);
    if (hasFocus()) {
        painter.setPen(color(ColorRole::Accent, palette()));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void BytesView::paintRow(QPainter &painter, const Row &row, int top) const
{
    if (row.kind == RowKind::Title)
        paintTitle(painter, row, top);
    else if (row.kind == RowKind::Text)
        paintText(painter, row, top);
    else if (row.kind == RowKind::Bytes)
        paintBytes(painter, row, top);
}

void BytesView::paintTitle(QPainter &painter, const Row &row, int top) const
{
    const jose::Part &part = m_token.parts().at(row.part);
    QFont bold = m_font;
    bold.setBold(true);
    painter.setFont(bold);
    const QString title = tr("%1: %2 characters, %3 bytes")
                              .arg(partName(row.part))
                              .arg(part.span.size())
                              .arg(part.bytes.size());
    paintRun(painter, title, 0, top, false, ColorRole::Text);
    painter.setFont(m_font);
}

void BytesView::paintRun(QPainter &painter, const QString &text, int column, int top, bool isLit,
                         ColorRole role) const
{
    const double left = (column + 1) * m_cell;
    const QRectF cell(left, top, static_cast<double>(text.size()) * m_cell, m_line);
    painter.setPen(color(isLit ? ColorRole::Text : role, palette()));
    if (isLit) {
        painter.fillRect(cell, color(ColorRole::MatchSurface, palette()));
        painter.drawLine(cell.bottomLeft() - QPointF(0, 1), cell.bottomRight() - QPointF(0, 1));
    }
    painter.drawText(QPointF(left, top + m_ascent), text);
}

void BytesView::paintText(QPainter &painter, const Row &row, int top) const
{
    const ColorRole role = roleOf(row.part, m_token.parts().size());
    for (qint64 offset = row.start; offset < row.end;) {
        const bool isLit = m_text.contains(offset) && row.part == m_part;
        qint64 next = row.end;
        for (const qint64 edge : std::array{m_text.start, m_text.end}) {
            if (edge > offset)
                next = std::min(next, edge);
        }
        const QByteArray text = m_token.text().mid(offset, next - offset);
        paintRun(painter, QString::fromLatin1(text), static_cast<int>(offset - row.start), top,
                 isLit, role);
        offset = next;
    }
}

void BytesView::paintBytes(QPainter &painter, const Row &row, int top) const
{
    const QByteArray &bytes = m_token.parts().at(row.part).bytes;
    const QString offset = u"%1"_s.arg(row.start, 6, 16, QLatin1Char('0'));
    paintRun(painter, offset, 0, top, false, ColorRole::Muted);
    const auto textColumn = static_cast<int>(offsetColumns + m_bytesPerRow * hexColumns + 1);
    for (qint64 byte = row.start; byte < row.end; ++byte) {
        const bool isLit = row.part == m_part && m_decoded.contains(byte);
        const char value = bytes.at(byte);
        const auto column = static_cast<int>(byte - row.start);
        const bool runsOn = isLit && byte + 1 < row.end && m_decoded.contains(byte + 1);
        const QString hex = u"%1"_s.arg(int(static_cast<uchar>(value)), 2, 16, QLatin1Char('0'));
        paintRun(painter, runsOn ? hex + u' ' : hex, offsetColumns + column * hexColumns, top,
                 isLit, ColorRole::Text);
        paintRun(painter, QString(QLatin1Char(shown(value))), textColumn + column, top, isLit,
                 roleOf(row.part, m_token.parts().size()));
    }
}

} // namespace ui
