// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/theme.h"

#include "ui/widgets/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QWidget>

#include <array>
#include <cmath>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Pair
{
    ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, static_cast<std::size_t>(ColorRole::Count)> colors{{
    {ColorRole::Window, 0xfff4f6f8, 0xff1a1c20},
    {ColorRole::Card, 0xffffffff, 0xff23262b},
    {ColorRole::CardBorder, 0xffd6dae1, 0xff3c414a},
    {ColorRole::Line, 0xffd9dce1, 0xff464b54},
    {ColorRole::Text, 0xff1b1d21, 0xfff0f2f5},
    {ColorRole::Muted, 0xff59616c, 0xffa4abb6},
    {ColorRole::Accent, 0xff1559b8, 0xff66a9ff},
    {ColorRole::AccentSurface, 0xffd9e7fb, 0xff263c5d},
    {ColorRole::Accepted, 0xff177034, 0xff4cc764},
    {ColorRole::AcceptedSurface, 0xffe4f5e8, 0xff17301e},
    {ColorRole::Rejected, 0xffc4192c, 0xffff8279},
    {ColorRole::RejectedSurface, 0xfffde9e8, 0xff40191d},
    {ColorRole::Unknown, 0xff4a5568, 0xffb6c0d0},
    {ColorRole::UnknownSurface, 0xffecf0f5, 0xff2c323c},
    {ColorRole::Warning, 0xff865300, 0xffe2a63a},
    {ColorRole::WarningSurface, 0xfffdf1d9, 0xff382a10},
    {ColorRole::TokenHeader, 0xffa8174f, 0xffff7fae},
    {ColorRole::TokenPayload, 0xff6234b8, 0xffbb9bff},
    {ColorRole::TokenSignature, 0xff00705f, 0xff3fd0b4},
    {ColorRole::SignIn, 0xff8a5200, 0xffe2a63a},
    {ColorRole::SignInBand, 0xffe8d5b4, 0xff5a4418},
    {ColorRole::Issued, 0xff59616c, 0xffa4abb6},
    {ColorRole::Life, 0xff3d9456, 0xff3fb357},
    {ColorRole::LifeLeft, 0xffbcdcc5, 0xff245030},
    {ColorRole::Now, 0xff1559b8, 0xff66a9ff},
    {ColorRole::DifferenceSurface, 0xffc4192c, 0xffff8279},
    {ColorRole::DifferenceText, 0xffffffff, 0xff1a1c20},
    {ColorRole::MatchSurface, 0xffffe08a, 0xff6b5410},
}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
}

QColor color(ColorRole role, bool dark)
{
    const Pair &pair = colors.at(static_cast<std::size_t>(role));
    Q_ASSERT(pair.role == role);
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

QColor color(ColorRole role, const QPalette &palette)
{
    return color(role, isDark(palette));
}

QColor color(ColorRole role)
{
    return color(role, QGuiApplication::palette());
}

QPalette themePalette(bool dark)
{
    const auto of = [dark](ColorRole role) { return color(role, dark); };
    const QColor button = dark ? QColor(0x33, 0x37, 0x3e) : QColor(0xfb, 0xfc, 0xfd);
    QPalette palette(button, of(ColorRole::Window));
    palette.setColor(QPalette::WindowText, of(ColorRole::Text));
    palette.setColor(QPalette::Text, of(ColorRole::Text));
    palette.setColor(QPalette::ButtonText, of(ColorRole::Text));
    palette.setColor(QPalette::BrightText, of(ColorRole::Rejected));
    palette.setColor(QPalette::Base, of(ColorRole::Card));
    palette.setColor(QPalette::AlternateBase, of(ColorRole::Window));
    palette.setColor(QPalette::ToolTipBase, of(ColorRole::Card));
    palette.setColor(QPalette::ToolTipText, of(ColorRole::Text));
    palette.setColor(QPalette::PlaceholderText, of(ColorRole::Muted));
    palette.setColor(QPalette::Link, of(ColorRole::Accent));
    palette.setColor(QPalette::LinkVisited, of(ColorRole::Accent));
    palette.setColor(QPalette::Highlight, of(dark ? ColorRole::AccentSurface : ColorRole::Accent));
    palette.setColor(QPalette::HighlightedText, dark ? of(ColorRole::Text) : QColor(Qt::white));
    // Fusion draws disabled text in these; the muted colour stays readable.
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faded = of(ColorRole::Muted);
        faded.setAlphaF(0.75F);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, of(ColorRole::Window));
    return palette;
}

void applyTheme(bool dark)
{
    if (dynamic_cast<Style *>(QApplication::style()) == nullptr)
        QApplication::setStyle(new Style);
    QApplication::setPalette(themePalette(dark));
}

QPalette textPalette(const QPalette &from, ColorRole role)
{
    QPalette palette = from;
    const QColor text = color(role, from);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    return palette;
}

QFont monospace(const QFont &like)
{
    static const QFont system = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QFont font = system;
    if (like.pixelSize() > 0)
        font.setPixelSize(like.pixelSize());
    else
        font.setPointSizeF(like.pointSizeF());
    font.setStyleHint(QFont::Monospace);
    return font;
}

QFont scaled(const QFont &font, double factor, QFont::Weight weight)
{
    QFont result = font;
    if (font.pixelSize() > 0)
        result.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    else
        result.setPointSizeF(font.pointSizeF() * factor);
    result.setWeight(weight);
    return result;
}

int gap(const QWidget *widget, double lines)
{
    return qMax(1, qRound(widget->fontMetrics().height() * lines));
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

} // namespace ui
