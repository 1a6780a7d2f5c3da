// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace ui {

//! A surface with rounded corners and a thin border. Give it a layout; its margins are set here.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    //! A state: surface and border in its colours.
    void setState(ColorRole border, ColorRole surface);
    //! Room between border and content, as a part of a line of text.
    void setPadding(double lines);

    static constexpr int radius = 8;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void updateMargins();

    ColorRole m_border = ColorRole::CardBorder;
    ColorRole m_surface = ColorRole::Card;
    double m_padding = 0.6;
};

} // namespace ui
