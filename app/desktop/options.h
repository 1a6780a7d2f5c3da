// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "ui/window/settings.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace desktop {

//! What the command line of `assay` asks for.
struct Options
{
    QString issuer;
    QString input; //!< A file, or "-".
    QString sample;
    QString screenshot;
    std::optional<ui::ThemeChoice> theme;
    std::optional<base::Instant> at;
    QSize size;

    QString answer; //!< Set: print this and stop (--help, --version).
    QString problem; //!< Set: wrong usage, exit code 64.
};

[[nodiscard]] Options readOptions(const QStringList &arguments);

} // namespace desktop
