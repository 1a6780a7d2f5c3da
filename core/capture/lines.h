// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

//! Lines of a capture, however they end.
namespace capture {

//! Where the line at `from` ends: at its line feed, or at the end of the text.
[[nodiscard]] inline qsizetype lineEnd(QByteArrayView text, qsizetype from)
{
    const qsizetype feed = text.indexOf('\n', from);
    return feed < 0 ? text.size() : feed;
}

//! The beginning of the line after the one at `from`, or the end of the text.
[[nodiscard]] inline qsizetype nextLine(QByteArrayView text, qsizetype from)
{
    const qsizetype end = lineEnd(text, from);
    return end < text.size() ? end + 1 : end;
}

//! The line at `from` without its line feed or carriage return and line feed.
[[nodiscard]] inline QByteArrayView lineAt(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = text.sliced(from, lineEnd(text, from) - from);
    return line.endsWith('\r') ? line.chopped(1) : line;
}

//! As much of the line at `from` as Form::begins may look at.
[[nodiscard]] inline QByteArrayView lineHead(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype longest = 512;
    const QByteArrayView rest = text.sliced(from);
    return lineAt(rest.first(qMin(longest, rest.size())), 0);
}

//! How many blanks and tabs stand at the beginning.
[[nodiscard]] inline qsizetype indentOf(QByteArrayView line)
{
    qsizetype at = 0;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t'))
        ++at;
    return at;
}

} // namespace capture
