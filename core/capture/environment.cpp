// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"
#include "core/capture/documentforms.h"
#include "core/capture/lines.h"
#include "core/capture/textsearch.h"

#include <array>
#include <optional>

namespace capture {

namespace {

constexpr qsizetype longestValue = 64 * 1024;
constexpr auto prefixes = std::to_array<QByteArrayView>(
    {"export ", "set ", "setx ", "ENV ", "ARG ", "- ", "Environment="}); // systemd.exec(5)

bool isNameCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isSmallLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

//! A name and where its value begins.
struct Assignment
{
    qsizetype nameAt = 0;
    qsizetype nameEnd = 0;
    qsizetype valueAt = 0;
};

//! Names in small letters only before a quote or a token: `code=…&state=…` is a form.
bool isValueOfSmallName(QByteArrayView value)
{
    return (value.startsWith('"') || value.startsWith('\'') || value.startsWith("ey")
            || value.startsWith("ew"))
        && !value.contains('&');
}

//! A command that the variables before it are set for, its path left out.
bool beginsCommand(QByteArrayView rest)
{
    constexpr auto commands
        = std::to_array<QByteArrayView>({"curl", "curl.exe", "wget", "http", "https", "xh", "xhs",
                                         "sudo", "env", "echo", "printf", "sh", "bash", "zsh"});
    const QByteArrayView word = rest.first(std::ranges::find(rest, ' ') - rest.begin());
    const QByteArrayView name = word.sliced(word.lastIndexOf('/') + 1);
    return word.size() < rest.size() && isOneOf(commands, name);
}

//! `$(curl …)`, quoted or not: the variable is set to what a command prints, which that command's
//! reader knows more of.
bool isPrintedByCommand(QByteArrayView value)
{
    QByteArrayView rest = value.startsWith('"') ? value.sliced(1) : value;
    if (!rest.startsWith("$(") && !rest.startsWith('`'))
        return false;
    rest = rest.sliced(rest.startsWith('`') ? 1 : 2);
    return beginsCommand(rest.sliced(indentOf(rest)));
}

//! At the beginning of the line, behind one of the words that shells and files write there.
std::optional<Assignment> assignmentAt(QByteArrayView line)
{
    qsizetype at = indentOf(line);
    for (const QByteArrayView prefix : prefixes) {
        if (line.sliced(at).startsWith(prefix)) {
            at += prefix.size();
            break;
        }
    }
    qsizetype end = at;
    bool isSmall = false;
    for (; end < line.size() && (isNameCharacter(line[end]) || isSmallLetter(line[end])); ++end)
        isSmall = isSmall || isSmallLetter(line[end]);
    const bool isName = end > at && (line[at] < '0' || line[at] > '9');
    if (!isName || end >= line.size() || line[end] != '=' || line.sliced(end).startsWith("=="))
        return std::nullopt;
    const QByteArrayView value = line.sliced(end + 1);
    const bool isVague = isSmall || end - at == 1; // "x = 1", "N=3"
    if ((isVague && !isValueOfSmallName(value)) || isPrintedByCommand(value))
        return std::nullopt;
    return Assignment{at, end, end + 1};
}

//! Where the value that begins at `from` with this quote ends; -1 if it is not closed.
qsizetype closingQuote(QByteArrayView text, qsizetype from, char quote)
{
    const qsizetype limit = qMin(text.size(), from + longestValue);
    for (qsizetype at = from; at < limit; ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text[at] == quote)
            return at;
    }
    return -1;
}

//! Where what follows a value on its line begins, `at` behind the value: a command that the
//! variable is set for, another assignment, whatever stands behind `;` or `&&`. The next line, if
//! nothing does.
qsizetype restOfLine(QByteArrayView text, qsizetype at)
{
    const qsizetype end = at + lineAt(text, at).size();
    qsizetype next = at;
    while (next < end && QByteArrayView(" \t;&").contains(text[next]))
        ++next;
    const bool isComment = next < end && text[next] == '#';
    return next == end || isComment ? nextLine(text, at) : next;
}

//! The end of a bare value: a blank does not end it in a file, where names of applications are
//! written so, but in a shell it does.
qsizetype bareEnd(QByteArrayView value)
{
    for (qsizetype at = 0; at < value.size(); ++at) {
        const bool isBlank = value[at] == ' ' || value[at] == '\t';
        if (value[at] == ';' || value.sliced(at).startsWith(" &&"))
            return at;
        if (!isBlank)
            continue;
        const QByteArrayView rest = value.sliced(at).trimmed();
        if (rest.startsWith('#') || beginsCommand(rest) || assignmentAt(rest))
            return at;
    }
    return value.size();
}

} // namespace

bool beginsEnvironment(QByteArrayView text, qsizetype from)
{
    return assignmentAt(lineHead(text, from)).has_value();
}

qsizetype readEnvironment(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView bytes = text.bytes();
    const QByteArrayView line = lineAt(bytes, from);
    const std::optional<Assignment> assignment = assignmentAt(line);
    if (!assignment)
        return from;
    const QString name = QString::fromLatin1(
        line.sliced(assignment->nameAt, assignment->nameEnd - assignment->nameAt));
    const Carrier carrier{CarrierType::Environment, name, Side::Unknown};
    const qsizetype at = from + assignment->valueAt;
    const char quote = at < bytes.size() ? bytes[at] : '\0';
    const bool isQuoted = quote == '"' || quote == '\'' || quote == '`';
    const qsizetype closing = isQuoted ? closingQuote(bytes, at + 1, quote) : -1;
    const qsizetype length = bareEnd(line.sliced(assignment->valueAt));
    SourceText value = text.sliced(at, length).trimmed();
    if (closing >= 0) {
        const SourceText inner = text.sliced(at + 1, closing - at - 1);
        value = quote == '"' ? jsonUnescaped(inner) : inner;
    }
    collector.parameter(-1, carrier, value);
    collector.setVariable(name.toLatin1(), value);
    return restOfLine(bytes, closing >= 0 ? closing + 1 : at + length);
}

} // namespace capture
