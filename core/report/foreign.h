// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/escape.h"

#include <QString>

namespace report {

//! How a sink shows a foreign text inside one of our sentences: escape::visible for labels and
//! terminals, escape::forMarkdownCode for Markdown.
using Quote = QString (*)(QStringView);

//! Longer foreign texts lose their middle: a sentence with a megabyte in it is none.
[[nodiscard]] QString shortened(QStringView text, qsizetype limit = 160);

//! `text` as `quote` shows it, shortened.
[[nodiscard]] inline QString foreign(QStringView text, Quote quote = base::escape::visible)
{
    return quote(shortened(text));
}

//! Fills %1, %2 … of our template in one pass (QString::arg does not), so that a
//! foreign text that itself contains "%1" stays as it is.
[[nodiscard]] QString filled(const QString &text, const QStringList &arguments);

} // namespace report
