// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/judge.h"
#include "ui/widgets/theme.h"

namespace ui {

//! What stands at the right of the banner: the time to the next change that matters, and its name.
struct Countdown
{
    QString time; //!< Empty: nothing counts down.
    QString label;
    ColorRole role = ColorRole::Text;
};
[[nodiscard]] Countdown countdownOf(const verdict::Verdict &verdict);

} // namespace ui
