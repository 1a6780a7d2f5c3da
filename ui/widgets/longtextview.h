// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/textspans.h"

#include <QAbstractScrollArea>

namespace ui {

//! Shows text of any length, a megabyte in one line too, by cutting it into rows that are laid out
//! only when they are seen. The bytes stay as they are; it is read and copied, not typed into.
class LongTextView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LongTextView(QWidget *parent = nullptr);

    void setBytes(const QByteArray &bytes);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    void setMarkup(const Markup &markup);
    void showOffset(qint64 offset);
    void selectAll();
    void copy() const;
    [[nodiscard]] base::Span selection() const;

Q_SIGNALS:
    void pasteRequested();
    void clearRequested();
    void undoRequested();
    void redoRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void layOut();
    void updateScrollBar();
    [[nodiscard]] qint64 rowEnd(qsizetype row) const;
    [[nodiscard]] qint64 offsetAt(const QPoint &point) const;
    [[nodiscard]] qsizetype rowOf(qint64 offset) const;
    [[nodiscard]] double cellWidth() const;
    void paintRow(QPainter &painter, qsizetype row, int top) const;

    QByteArray m_bytes;
    Markup m_markup;
    QList<qint64> m_starts; //!< Of each row.
    qint64 m_columns = 0;
    qint64 m_anchor = 0;
    qint64 m_caret = 0;
    qint64 m_shown = -1; //!< Stays in sight until a person scrolls.
};

} // namespace ui
