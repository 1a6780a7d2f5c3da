// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/theme.h"

#include <QHash>
#include <QWidget>

namespace ui {

//! Plain text that wraps, anywhere if it must, and is cut after a number of lines with an ellipsis;
//! the whole text is then in the tooltip and the accessible name. For texts with foreign parts of
//! any length.
class WrapLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit WrapLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    void setMaximumLines(int lines);
    void setRole(ColorRole role);
    void setCentred(bool isCentred);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] const QStringList &linesFor(int width) const;
    [[nodiscard]] QStringList wrapped(int width) const;
    void changed();

    QString m_text;
    int m_maximumLines = 2;
    ColorRole m_role = ColorRole::Text;
    bool m_isCentred = false;
    //! By width: a layout asks dozens of times for the same few.
    mutable QHash<int, QStringList> m_lines;
};

} // namespace ui
