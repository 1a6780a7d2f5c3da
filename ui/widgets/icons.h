// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/verdict/judge.h"
#include "ui/widgets/theme.h"

#include <QIcon>
#include <QPixmap>

namespace ui {

//! Our one-colour pictures in resources/icons.
enum class Symbol : quint8 {
    Accepted,
    Rejected,
    Unknown,
    Warning,
    Skipped,
    Info,
    Copy,
    Paste,
    Open,
    Fetch,
    Cancel,
    Key,
    Search,
    Sample,
    Ticket,
    Drop,
    Settings,
    Count,
};

//! Painted in the colour of the role in whichever theme is worn when it is painted.
[[nodiscard]] QIcon icon(Symbol symbol, ColorRole role = ColorRole::Text);
[[nodiscard]] QPixmap pixmap(Symbol symbol, const QColor &color, int size, qreal ratio);

//! How a state looks: picture and colours always together.
struct Look
{
    Symbol symbol;
    ColorRole text;
    ColorRole surface;
};
[[nodiscard]] Look look(base::Outcome outcome);
[[nodiscard]] Look look(verdict::Decision decision);

} // namespace ui
