// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/harform.h"

#include "core/capture/harreader.h"
#include "core/capture/lines.h"

namespace capture {

bool beginsHar(QByteArrayView text, qsizetype from)
{
    const QByteArrayView head = lineHead(text, from);
    const qsizetype at = indentOf(head);
    if (at >= head.size() || head[at] != '{')
        return false;
    const QByteArrayView rest = head.sliced(at + 1).trimmed();
    return rest.isEmpty() || rest.startsWith("\"log\"");
}

qsizetype readHar(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView bytes = text.bytes();
    if (!text.isVerbatim() || !looksLikeHar(bytes.sliced(from)))
        return from;
    constexpr qsizetype step = 256 * 1024;
    const qint64 offset = text.span().start;
    HarReader reader(collector, offset + from);
    for (qsizetype at = from; at < bytes.size() && !reader.isStopped(); at += step)
        reader.feed(bytes.sliced(at, qMin(step, bytes.size() - at)));
    reader.finish();
    return qBound<qsizetype>(from, reader.stoppedAt().value_or(offset + bytes.size()) - offset,
                             bytes.size());
}

} // namespace capture
