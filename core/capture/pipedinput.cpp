// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/pipedinput.h"

#include "core/capture/commandline.h"
#include "core/capture/lines.h"
#include "core/capture/shellwords.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

// Whoever reads on from here reads it again, so it must not be far.
constexpr qsizetype longest = 8 * 1024;

//! Where `echo`, `printf` or `cat <<EOF` stands on the line, behind a prompt or nothing; -1 if none
//! does.
qsizetype printerOn(QByteArrayView line)
{
    constexpr std::array<QByteArrayView, 3> printers{"echo ", "printf ", "cat <<"};
    constexpr qsizetype longestPrompt = 96;
    const QByteArrayView head = line.first(std::min(longestPrompt, line.size()));
    for (const QByteArrayView printer : printers) {
        const qsizetype at = head.indexOf(printer);
        if (at >= 0 && isBehindPrompt(line, 0, at))
            return at;
    }
    return -1;
}

//! Behind the pipe: blanks, and the mark that joins lines.
qsizetype commandBehind(QByteArrayView text, qsizetype at)
{
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\t')
            ++at;
        else if (const qsizetype lineBreak = lineBreakAt(text, at + (text[at] == '\\' ? 1 : 0)))
            at += lineBreak + (text[at] == '\\' ? 1 : 0);
        else
            break;
    }
    return at;
}

} // namespace

bool beginsPipedInput(QByteArrayView text, qsizetype from)
{
    // No pipe near, or a line of a command that was read before: most words "echo" are no printer.
    const bool goesOn = from > 1 && text[from - 1] == '\n' && text[from - 2] == '\\';
    const QByteArrayView near = text.sliced(from, std::min(longest, text.size() - from));
    return !goesOn && printerOn(lineHead(text, from)) >= 0 && near.contains('|');
}

std::optional<PipedInput> readPipedInput(const SourceText &text, qsizetype from)
{
    if (!beginsPipedInput(text.bytes(), from))
        return std::nullopt;
    const qsizetype at = printerOn(lineHead(text.bytes(), from));
    const SourceText near = text.sliced(from, std::min(longest, text.size() - from));
    CommandLine line = readPosixCommand(near, at);
    const bool isPiped = line.end < near.size() && near.bytes()[line.end] == '|'
        && !near.bytes().sliced(line.end).startsWith("||");
    if (!isPiped || (line.words.size() < 2 && line.inputs.isEmpty()))
        return std::nullopt;
    const Literal printed = line.inputs.isEmpty() ? line.words.takeLast() : line.inputs.last();
    PipedInput input{printed, line.words.sliced(1), -1};
    input.commandAt = from + commandBehind(near.bytes(), line.end + 1);
    return input;
}

} // namespace capture
