// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

void outline(QPainter *painter, const QStyleOption *option)
{
    constexpr qreal half = 0.5; // a line of one pixel has its middle there
    constexpr qreal round = 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(color(ColorRole::Accent, option->palette));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(half, half, -half, -half), round, round);
    painter->restore();
}

bool hasFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus);
}

} // namespace

Style::Style()
    : QProxyStyle(u"fusion"_s)
{
}

QIcon Style::standardIcon(StandardPixmap picture, const QStyleOption *option,
                          const QWidget *widget) const
{
    if (picture == SP_LineEditClearButton)
        return icon(Symbol::Cancel, ColorRole::Muted);
    return QProxyStyle::standardIcon(picture, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *answer) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit && hasFocus(option))
        outline(painter, option);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_PushButton && hasFocus(option)
        && option->state.testFlag(State_KeyboardFocusChange))
        outline(painter, option);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if ((control == CC_ComboBox || control == CC_SpinBox) && hasFocus(option))
        outline(painter, option);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    if (metric != PM_ButtonIconSize && metric != PM_SmallIconSize)
        return usual;
    return qMax(usual, QFontMetrics(QApplication::font()).height());
}

} // namespace ui
