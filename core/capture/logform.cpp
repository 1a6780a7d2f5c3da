// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/logform.h"

#include "core/capture/hints.h"
#include "core/capture/lines.h"
#include "core/capture/logline.h"

namespace capture {

namespace {

//! nginx's error log has neither a zone nor a status.
bool isErrorLog(const LogLine &line, QByteArrayView head)
{
    return line.hasRequest() && head.contains("request: \"");
}

} // namespace

bool beginsLog(QByteArrayView text, qsizetype from)
{
    const QByteArrayView head = lineHead(text, from);
    if (head.isEmpty() || head.front() == '{' || head.front() == '#')
        return false;
    const qsizetype end = from + head.size();
    const bool isWhole = end >= text.size() || text[end] == '\n' || text[end] == '\r';
    if (isWhole && !mayHoldToken(head))
        return false;
    const LogLine line = parseLogLine(SourceText(head.toByteArray(), from));
    return line.time || (line.hasRequest() && line.status != 0) || isErrorLog(line, head);
}

qsizetype readLog(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView line = lineAt(text.bytes(), from);
    if (!mayHoldToken(line) || !readLogLine(text.sliced(from, line.size()), -1, collector))
        return from;
    return nextLine(text.bytes(), from);
}

} // namespace capture
