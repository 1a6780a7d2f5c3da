// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

namespace ui {

//! What a colour means. Each has a light and a dark value; nothing else in ui names a colour. A
//! state is never told by colour alone: an icon or a word stands beside it.
enum class ColorRole : quint8 {
    Window,
    Card,
    CardBorder,
    Line, //!< Between rows and on axes.
    Text,
    Muted,
    Accent,
    AccentSurface,
    Accepted,
    AcceptedSurface,
    Rejected,
    RejectedSurface,
    Unknown, //!< Cannot tell.
    UnknownSurface,
    Warning,
    WarningSurface,
    TokenHeader,
    TokenPayload,
    TokenSignature,
    SignIn, //!< auth_time and its freshness.
    SignInBand,
    Issued,
    Life, //!< The part of the life of a token that is over.
    LifeLeft,
    Now,
    DifferenceSurface,
    DifferenceText,
    MatchSurface, //!< Linked bytes that light up.
    Count,
};

[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] QColor color(ColorRole role, bool dark);
[[nodiscard]] QColor color(ColorRole role, const QPalette &palette);
//! Whichever theme the program wears now.
[[nodiscard]] QColor color(ColorRole role);

[[nodiscard]] QPalette themePalette(bool dark);
//! Fusion with our palette, for the whole program; call it again to switch.
void applyTheme(bool dark);

//! A palette that writes in this colour, for labels.
[[nodiscard]] QPalette textPalette(const QPalette &from, ColorRole role);

//! The fixed-width font at the size of another one.
[[nodiscard]] QFont monospace(const QFont &like);
[[nodiscard]] QFont scaled(const QFont &font, double factor, QFont::Weight weight = QFont::Normal);
//! Padding, as a part of the height of a line of text.
[[nodiscard]] int gap(const QWidget *widget, double lines = 0.5);

//! WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace ui
