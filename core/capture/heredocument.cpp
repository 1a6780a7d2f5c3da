// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/heredocument.h"

#include "core/capture/lines.h"
#include "core/capture/shellwords.h"
#include "core/capture/textsearch.h"

#include <algorithm>

namespace capture {

namespace {

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

//! Of the tabs that `<<-` takes off.
qsizetype tabsAt(QByteArrayView line)
{
    return std::ranges::find_if(line, [](char c) { return c != '\t'; }) - line.begin();
}

//! Where the line begins that holds the word alone; -1 if none does. A text that says the word on
//! line after line without an end is looked through no further: each of its commands would be.
qsizetype closingLine(QByteArrayView text, qsizetype from, QByteArrayView word)
{
    constexpr int mostElsewhere = 64;
    qsizetype at = find(text, word, from);
    for (int count = 0; at >= 0 && count < mostElsewhere; ++count) {
        const qsizetype start = std::max(text.first(at).lastIndexOf('\n') + 1, from);
        // Scripts that were pasted elsewhere are indented as a whole.
        if (lineAt(text, start).trimmed() == word)
            return start;
        at = find(text, word, lineEnd(text, at));
    }
    return -1;
}

//! One line, or what a backslash and a variable make of it.
void writeLine(QByteArrayView text, qsizetype at, qsizetype end, LiteralWriter &writer)
{
    const QByteArrayView line = text.first(end);
    while (at < end) {
        if (line[at] == '\\' && at + 1 < end && QByteArrayView("$`\\").contains(line[at + 1]))
            ++at;
        else if (const qsizetype next = line[at] == '$' ? variableEnd(line, at, Shell::Posix) : 0;
                 next > at + 1) {
            writer.gap(at, next);
            at = next;
            continue;
        }
        writer.keep(at, at + 1);
        ++at;
    }
}

} // namespace

HereMark readHereMark(QByteArrayView text, qsizetype at)
{
    HereMark mark;
    at += 2;
    mark.isIndented = at < text.size() && text[at] == '-';
    at += mark.isIndented ? 1 : 0;
    while (at < text.size() && text[at] == ' ')
        ++at;
    const char first = at < text.size() ? text[at] : '\0';
    const bool isClosed = first == '\'' || first == '"';
    mark.isQuoted = isClosed || first == '\\';
    const qsizetype start = at + (mark.isQuoted ? 1 : 0);
    mark.end = start;
    while (mark.end < text.size() && isWordCharacter(text[mark.end]))
        ++mark.end;
    mark.word = text.sliced(start, mark.end - start).toByteArray();
    if (isClosed && mark.end < text.size() && text[mark.end] == first)
        ++mark.end;
    return mark;
}

std::optional<HereDocument> readHereDocument(const SourceText &text, qsizetype from,
                                             const HereMark &mark, qsizetype farthest)
{
    const QByteArrayView near
        = QByteArrayView(text.bytes()).first(std::min(text.size(), from + farthest));
    const qsizetype close = mark.word.isEmpty() ? -1 : closingLine(near, from, mark.word);
    if (close < 0)
        return std::nullopt;
    LiteralWriter writer(text);
    for (qsizetype at = from; at < close; at = nextLine(near, at)) {
        const qsizetype tabs = mark.isIndented ? tabsAt(lineAt(near, at)) : 0;
        const qsizetype end = nextLine(near, at);
        if (mark.isQuoted)
            writer.keep(at + tabs, end);
        else
            writeLine(near, at + tabs, end, writer);
    }
    return HereDocument{writer.take(from), close + lineAt(near, close).size()};
}

} // namespace capture
