// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>
#include <QString>

//! The translation context of every sentence in this room. lupdate reads QT_TRANSLATE_NOOP, so the
//! tables hold the source text and translate it when they are asked.
namespace report {

//! `source` must come from QT_TRANSLATE_NOOP("report", "…").
[[nodiscard]] inline QString translated(const char *source)
{
    return QCoreApplication::translate("report", source);
}

} // namespace report
