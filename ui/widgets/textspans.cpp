// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/textspans.h"

#include <algorithm>
#include <array>

namespace ui {

ColorRole Markup::roleAt(qint64 offset) const
{
    if (spans.isEmpty())
        return ColorRole::Text;
    const auto span = std::find_if(spans.begin(), spans.end(), [offset](const TextSpan &candidate) {
        return candidate.bytes.contains(offset);
    });
    return span == spans.end() ? ColorRole::Muted : span->role;
}

qint64 Markup::nextChange(qint64 offset, qint64 end) const
{
    qint64 next = end;
    const auto consider = [&next, offset](const base::Span &span) {
        for (const qint64 edge : std::array{span.start, span.end}) {
            if (edge > offset)
                next = std::min(next, edge);
        }
    };
    for (const TextSpan &span : spans)
        consider(span.bytes);
    consider(highlight);
    consider(chosen);
    return next;
}

} // namespace ui
