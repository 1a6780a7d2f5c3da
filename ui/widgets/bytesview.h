// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/examination.h"
#include "ui/widgets/theme.h"

#include <QAbstractScrollArea>

namespace ui {

//! Every part of a token as base64url text and as decoded bytes. A claim's bytes light up in both;
//! a click on either side says which byte was meant. Only the rows that are seen are worked out.
class BytesView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit BytesView(QWidget *parent = nullptr);

    void setToken(const jose::Token &token);
    //! Lights up decoded bytes of a part, and the characters that hold them.
    void setHighlight(int part, const base::Span &decoded);
    [[nodiscard]] int highlightPart() const { return m_part; }
    [[nodiscard]] const base::Span &highlight() const { return m_decoded; }

Q_SIGNALS:
    void byteChosen(int part, qint64 offset);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class RowKind : quint8 { Title, Text, Bytes, Blank };
    //! Rows of one part, from `firstRow` on: a title, its text, its bytes, a blank row.
    struct Section
    {
        qint64 firstRow = 0;
        qint64 textRows = 0;
        qint64 byteRows = 0;
        [[nodiscard]] qint64 rows() const { return 2 + textRows + byteRows; }
    };
    struct Row
    {
        RowKind kind = RowKind::Blank;
        int part = 0;
        qint64 start = 0; //!< In the text of the token, or in the decoded bytes.
        qint64 end = 0;
    };
    void layOut();
    [[nodiscard]] Row rowAt(qint64 row) const;
    [[nodiscard]] qint64 rowOfByte(int part, qint64 offset) const;
    [[nodiscard]] std::optional<qint64> byteAt(const Row &row, int column) const;
    [[nodiscard]] QString partName(int part) const;
    void choose(int part, qint64 offset);
    void describe();

    void paintRow(QPainter &painter, const Row &row, int top) const;
    void paintTitle(QPainter &painter, const Row &row, int top) const;
    void paintText(QPainter &painter, const Row &row, int top) const;
    void paintBytes(QPainter &painter, const Row &row, int top) const;
    void paintRun(QPainter &painter, const QString &text, int column, int top, bool isLit,
                  ColorRole role) const;

    jose::Token m_token;
    QList<Section> m_sections;
    qint64 m_rows = 0;
    int m_part = -1;
    base::Span m_decoded;
    base::Span m_text;
    QFont m_font; //!< Fixed width, at the size of the widget's own.
    double m_cell = 1; //!< Width of a character.
    int m_line = 1;
    int m_ascent = 1;
    qint64 m_textColumns = 1;
    qint64 m_bytesPerRow = 16;
};

} // namespace ui
