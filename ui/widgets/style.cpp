// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"

#include <QApplication>
#include <QFontMetrics>

using namespace Qt::Literals::StringLiterals;

namespace ui {

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

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    if (metric != PM_ButtonIconSize && metric != PM_SmallIconSize)
        return usual;
    return qMax(usual, QFontMetrics(QApplication::font()).height());
}

} // namespace ui
