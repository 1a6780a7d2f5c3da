// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"
#include "core/capture/lines.h"
#include "core/capture/textsearch.h"

namespace capture {

namespace {

//! The marks at the beginning of a line of a mail, ">> " or "> > ".
struct Marks
{
    qsizetype depth = 0;
    qsizetype size = 0; //!< With the one blank behind them.
};

Marks marksOf(QByteArrayView line)
{
    Marks marks;
    for (qsizetype at = 0; at < line.size() && line[at] == '>'; ++at) {
        ++marks.depth;
        marks.size = at + 1;
        if (at + 2 < line.size() && line[at + 1] == ' ' && line[at + 2] == '>')
            ++at;
    }
    const bool hasBlank = marks.size < line.size() && line[marks.size] == ' ';
    marks.size += hasBlank ? 1 : 0;
    return marks;
}

//! A run of quoted lines.
struct Run
{
    qsizetype end = 0;
    bool hasOne = false; //!< A line with one mark: ">> " alone is how a shell asks for more.
    bool hasMore = false;

    [[nodiscard]] bool isMail() const { return hasOne && hasMore; }
};

Run runAt(QByteArrayView text, qsizetype from)
{
    Run run{from};
    while (run.end < text.size() && text[run.end] == '>') {
        const qsizetype depth = marksOf(lineHead(text, run.end)).depth;
        run.hasOne = run.hasOne || depth == 1;
        run.hasMore = run.hasMore || depth > 1;
        run.end = nextLine(text, run.end);
    }
    return run;
}

//! The next line from `from` on that begins with a mark; -1 if none does.
qsizetype nextQuoted(QByteArrayView text, qsizetype from)
{
    const qsizetype feed = find(text, "\n>", from);
    return feed < 0 ? -1 : feed + 1;
}

//! Each line with one mark instead of several.
void appendShallow(const SourceText &text, qsizetype from, qsizetype end, SourceText &result)
{
    for (qsizetype at = from; at < end;) {
        const Marks marks = marksOf(lineHead(text.bytes(), at));
        const qsizetype next = nextLine(text.bytes(), at);
        const qsizetype start = marks.depth > 1 ? marks.size : 0;
        if (start > 0)
            result.appendReplaced("> ", text.span(at, start));
        result.append(text.sliced(at + start, next - at - start));
        at = next;
    }
}

} // namespace

SourceText withShallowQuotes(const SourceText &text)
{
    const QByteArrayView bytes = text.bytes();
    if (find(bytes, "\n>>") < 0 && find(bytes, "\n> >") < 0) // nearly every text
        return text;
    SourceText result = text.sliced(0, 0);
    qsizetype done = 0;
    for (qsizetype at = bytes.startsWith('>') ? 0 : nextQuoted(bytes, 0); at >= 0;) {
        const Run run = runAt(bytes, at);
        if (run.isMail()) {
            result.append(text.sliced(done, at - done));
            appendShallow(text, at, run.end, result);
            done = run.end;
        }
        at = nextQuoted(bytes, run.end - 1);
    }
    result.append(text.sliced(done));
    return result;
}

} // namespace capture
