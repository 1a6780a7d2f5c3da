// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/shellwords.h"

#include "core/capture/lines.h"

#include <algorithm>

namespace capture {

namespace {

//! What is run in place of a variable is short; a longer one was never closed.
constexpr qsizetype longestVariable = 512;

bool isNameStart(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

qsizetype nameEnd(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isNameStart(text[at]))
        ++at;
    return at;
}

//! Behind the bracket that closes the one at `at`; `at` where it does not close.
qsizetype bracketEnd(QByteArrayView text, qsizetype at, char open, char close)
{
    const qsizetype limit = std::min(text.size(), at + longestVariable);
    for (qsizetype depth = 0, i = at; i < limit && text[i] != '\n'; ++i) {
        depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
        if (depth == 0)
            return i + 1;
    }
    return at;
}

//! `$env:TOKEN` and `$answer.access_token`.
qsizetype qualifiedNameEnd(QByteArrayView text, qsizetype at)
{
    qsizetype end = nameEnd(text, at);
    while (end + 1 < text.size() && (text[end] == ':' || text[end] == '.')
           && isNameStart(text[end + 1]))
        end = nameEnd(text, end + 1);
    return end;
}

} // namespace

qsizetype variableEnd(QByteArrayView text, qsizetype at, Shell shell)
{
    const qsizetype next = at + 1;
    if (next >= text.size())
        return next;
    if (text[next] == '{' || text[next] == '(') {
        const qsizetype end = bracketEnd(text, next, text[next], text[next] == '{' ? '}' : ')');
        return end > next ? end : at + 1;
    }
    return shell == Shell::PowerShell ? qualifiedNameEnd(text, next) : nameEnd(text, next);
}

qsizetype lineBreakAt(QByteArrayView text, qsizetype at)
{
    if (at < text.size() && text[at] == '\n')
        return 1;
    return at + 1 < text.size() && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 0;
}

qsizetype quoteAt(QByteArrayView text, qsizetype from, char quote, bool hasEscapes)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == quote)
            return i;
        if (hasEscapes && text[i] == '\\')
            ++i;
    }
    const qsizetype lineEnd = text.indexOf('\n', from);
    return lineEnd < 0 ? text.size() : lineEnd;
}

qsizetype closingQuote(QByteArrayView text, qsizetype at, bool hasEscapes)
{
    return quoteAt(text, at + 1, text[at], hasEscapes);
}

bool goesOnWithOption(QByteArrayView text, qsizetype lineBreak)
{
    qsizetype at = lineBreak + lineBreakAt(text, lineBreak);
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
        ++at;
    const QByteArrayView rest = text.sliced(at);
    const auto isLetter = [&](qsizetype i) {
        return i < rest.size() && (rest[i] | 0x20) >= 'a' && (rest[i] | 0x20) <= 'z';
    };
    return rest.startsWith('-') && (isLetter(1) || (rest.startsWith("--") && isLetter(2)));
}

bool isAmpersandOfUrl(QByteArrayView text, qsizetype at)
{
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool isInWord = at > 0 && text[at - 1] > ' ' && text[at - 1] != '&';
    return text[at] == '&' && isInWord && next > ' ' && next != '&' && next != '>';
}

Shell shellOf(QByteArrayView text, qsizetype from)
{
    // Many commands can stand on one line.
    constexpr qsizetype farthest = 8192;
    const QByteArrayView near = text.first(std::min(from + farthest, text.size()));
    const QByteArrayView line = lineAt(near, from).trimmed();
    if (line.endsWith('^') || line.contains("^\"") || line.contains("{\"\""))
        return Shell::Cmd;
    if (line.endsWith('`') && line.count('`') % 2 == 1)
        return Shell::PowerShell;
    return line.contains("{`\"") || line.contains("$env:") ? Shell::PowerShell : Shell::Posix;
}

CommandLine readCommandLine(const SourceText &text, qsizetype from, Shell shell)
{
    if (shell == Shell::Cmd)
        return readCmdCommand(text, from);
    return shell == Shell::PowerShell ? readPowerShellCommand(text, from)
                                      : readPosixCommand(text, from);
}

} // namespace capture
