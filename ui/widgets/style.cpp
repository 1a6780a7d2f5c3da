// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"

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

} // namespace ui
