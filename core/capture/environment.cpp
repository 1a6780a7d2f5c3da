// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"
#include "core/capture/documentforms.h"
#include "core/capture/lines.h"

#include <array>
#include <optional>

namespace capture {

namespace {

constexpr qsizetype longestValue = 64 * 1024;
constexpr auto prefixes
    = std::to_array<QByteArrayView>({"export ", "set ", "setx ", "ENV ", "ARG ", "- "});

bool isNameCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

//! A name and where its value begins.
struct Assignment
{
    qsizetype nameAt = 0;
    qsizetype nameEnd = 0;
    qsizetype valueAt = 0;
};

//! Names in capitals only: `code=…&state=…` is a form. At the beginning of the line, behind one of
//! the words that shells and files write there.
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
    while (end < line.size() && isNameCharacter(line[end]))
        ++end;
    const bool isName = end - at >= 2 && (line[at] < '0' || line[at] > '9');
    if (!isName || end >= line.size() || line[end] != '=' || line.sliced(end).startsWith("=="))
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

//! The end of a bare value: a comment needs a blank before it.
qsizetype bareEnd(QByteArrayView line)
{
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (line[at] == '#' && at > 0 && (line[at - 1] == ' ' || line[at - 1] == '\t'))
            return at;
    }
    return line.size();
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
    if (closing < 0) {
        const qsizetype length = bareEnd(line.sliced(assignment->valueAt));
        collector.parameter(-1, carrier, text.sliced(at, length).trimmed());
        return nextLine(bytes, from);
    }
    const SourceText inner = text.sliced(at + 1, closing - at - 1);
    collector.parameter(-1, carrier, quote == '"' ? jsonUnescaped(inner) : inner);
    return nextLine(bytes, closing);
}

} // namespace capture
