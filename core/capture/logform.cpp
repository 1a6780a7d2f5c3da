// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/logform.h"

#include "core/capture/bodies.h"
#include "core/capture/hints.h"
#include "core/capture/lines.h"
#include "core/capture/logline.h"

#include <algorithm>

namespace capture {

namespace {

//! nginx's error log has neither a zone nor a status; of a long line the status is not in sight.
bool isEntry(const LogLine &line, QByteArrayView head, bool isWhole)
{
    if (line.time || (line.hasRequest() && (line.status != 0 || line.isKeyed)))
        return true;
    return line.hasRequest() && (!isWhole || head.contains("request: \""));
}

//! What entries of logs begin with: a time, an address, a mark of the level, the name of a month.
bool mayBeginEntry(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '[' || c == '<';
}

//! "2026/11/30 10:00:01.123": a time that tells no zone, as zap's console and Go's log print it.
bool beginsWithDate(QByteArrayView text)
{
    constexpr QByteArrayView pattern("0000-00-00 00:00:00");
    const auto fits = [](char c, char wanted) {
        if (wanted == '0')
            return c >= '0' && c <= '9';
        return c == wanted || (wanted == '-' && c == '/') || (wanted == ' ' && c == 'T');
    };
    return text.size() >= pattern.size()
        && std::equal(pattern.begin(), pattern.end(), text.begin(),
                      [&](char wanted, char c) { return fits(c, wanted); });
}

//! "api-1  | {…}", "[pod/api/web] {…}", "2026/11/30 10:00:01.123 ERROR http.log {…}": who wrote the
//! record and when, as docker compose, kubectl and Caddy tell it.
bool isLabel(QByteArrayView text)
{
    constexpr qsizetype longest = 128;
    const QByteArrayView label = text.trimmed();
    return label.size() < longest
        && (label.endsWith('|') || label.endsWith(']') || beginsWithDate(label))
        && !label.contains('"');
}

//! Where the record behind a label begins; -1 if there is none.
qsizetype labelledRecord(QByteArrayView line)
{
    const qsizetype object = firstObjectIn(line);
    return object > 0 && isLabel(line.first(object)) ? object : -1;
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
    // What tells may stand behind a token: then readLog() decides.
    if (labelledRecord(head) > 0 || (!isWhole && mayBeginEntry(head.front())))
        return true;
    return isEntry(parseLogLine(SourceText(head.toByteArray(), from)), head, isWhole);
}

qsizetype readLog(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView line = lineAt(text.bytes(), from);
    if (!mayHoldToken(line))
        return from;
    const SourceText entry = text.sliced(from, line.size());
    const qsizetype record = labelledRecord(line);
    const LogLine parsed = parseLogLine(entry);
    const bool isRead = (isEntry(parsed, line, true) && readLogLine(entry, -1, collector))
        || (record > 0 && objectInLogLine(line) == record
            && readJsonBody(entry.sliced(record, entry.size() - record), -1, Side::Unknown,
                            collector));
    return isRead ? nextLine(text.bytes(), from) : from;
}

} // namespace capture
