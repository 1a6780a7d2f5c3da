// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "ui/widgets/theme.h"

#include <QByteArray>

namespace ui {

//! A range of bytes of the text in the colour of what it is.
struct TextSpan
{
    base::Span bytes;
    ColorRole role = ColorRole::Text;
};

//! What an editor shows beside the text itself. Spans ascend and do not overlap; text outside of
//! them stands back. No spans: everything is plain.
struct Markup
{
    QList<TextSpan> spans;
    base::Span highlight{}; //!< Lights up, with a line under it.
    base::Span chosen{}; //!< Stands on a surface of its own: the token among the other text.

    [[nodiscard]] ColorRole roleAt(qint64 offset) const;
    //! Where the look changes next after `offset`.
    [[nodiscard]] qint64 nextChange(qint64 offset, qint64 end) const;
};

} // namespace ui
