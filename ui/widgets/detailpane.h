// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QAbstractScrollArea;

namespace ui {

//! What stands below a list and tells all of the chosen row: a text that can be scrolled and
//! marked, parted from the list by a line that shows when the keyboard is in the text.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPane(QAbstractScrollArea *text, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QAbstractScrollArea *m_text;
};

} // namespace ui
