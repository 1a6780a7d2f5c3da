// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/foundcommand.h"

#include "core/capture/lines.h"
#include "core/capture/pipedinput.h"

#include <algorithm>

namespace capture {

namespace {

//! On the same line; -1 if it is not there.
qsizetype closingTick(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype farthest = 8192;
    const QByteArrayView near = text.first(std::min(from + farthest, text.size()));
    return near.first(lineEnd(near, from)).indexOf('`', from);
}

//! `sh -c 'curl …'`: where the quote that opens just before the command closes, if it is plain that
//! it does: words may be quoted within it. -1 otherwise.
qsizetype closingQuote(QByteArrayView text, const CommandPlace &place)
{
    constexpr qsizetype farthest = 8192;
    if (place.start == 0 || text[place.start - 1] != '\'')
        return -1;
    const QByteArrayView near = text.first(std::min(place.arguments + farthest, text.size()));
    const qsizetype quote = near.indexOf('\'', place.arguments);
    const bool isEnd = quote >= 0
        && (quote + 1 == text.size() || QByteArrayView(" \t\r\n;)&|").contains(text[quote + 1]));
    return isEnd ? quote : -1;
}

} // namespace

FoundCommandLine readFoundCommand(const SourceText &text, qsizetype from, const CommandPlace &place)
{
    FoundCommandLine found;
    found.before = text.sliced(from, place.start - from);
    const qsizetype tick = place.isInBackticks ? closingTick(text.bytes(), place.arguments) : -1;
    const qsizetype close = tick >= 0 ? tick : closingQuote(text.bytes(), place);
    if (close >= 0) {
        const SourceText inner = text.sliced(place.arguments, close - place.arguments);
        found.line = readCommandLine(inner, 0, Shell::Posix);
        found.line.end += place.arguments;
    } else {
        found.line = readCommandLine(text, place.arguments, shellOf(text.bytes(), place.arguments));
    }
    found.inputs = found.line.inputs;
    found.whole = text.sliced(place.start, found.line.end - place.start);
    found.span = found.whole.span();
    return found;
}

std::optional<FoundCommandLine>
readPipedCommand(const SourceText &text, qsizetype from,
                 const std::function<CommandPlace(qsizetype at)> &find)
{
    std::optional<PipedInput> input = readPipedInput(text, from);
    if (!input)
        return std::nullopt;
    const CommandPlace place = find(input->commandAt);
    if (place.start < 0)
        return std::nullopt;
    FoundCommandLine found = readFoundCommand(text, input->commandAt, place);
    found.inputs.prepend(input->text);
    found.inputs += input->rest;
    return found;
}

qsizetype finishCommand(const FoundCommandLine &command, const QList<RequestDraft> &drafts,
                        qsizetype from, Collector &collector)
{
    // What is no request is read once more as something else, so it must be short: text full of
    // false beginnings would take quadratic time.
    constexpr qsizetype longestTalk = 4096;
    const bool isTalk = std::ranges::all_of(drafts, &RequestDraft::isEmpty);
    if (isTalk && command.whole.size() <= longestTalk)
        return from;
    collector.text(-1, Side::Unknown, command.before);
    if (isTalk)
        collector.text(-1, Side::Unknown, command.whole);
    for (const RequestDraft &draft : drafts)
        if (!draft.isEmpty())
            collect(draft, collector);
    return command.line.end;
}

} // namespace capture
