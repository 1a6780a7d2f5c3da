// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace ui {

//! Lies over a page while a file is held above it, and says what letting go will do.
class DropVeil final : public QWidget
{
    Q_OBJECT

public:
    explicit DropVeil(QWidget *page);

    //! The name of the file is foreign text.
    void cover(const QString &fileName);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace ui
