// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/javascript.h"
#include "core/capture/lines.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

//! Where the function's name begins that ends before the bracket; the bracket, where it is none of
//! the table. `window.` and `$.` do not belong to it.
qsizetype functionBefore(QByteArrayView line, qsizetype open)
{
    qsizetype start = open;
    for (const RequestFunction &function : requestFunctions()) {
        const qsizetype at = open - function.name.size();
        if (at >= 0 && line.sliced(at).startsWith(function.name)
            && (at == 0 || !isNameCharacter(line[at - 1])))
            start = std::min(start, at);
    }
    return start;
}

//! The same for a method of any client that is called with a URL: `client.get("https://…"`.
qsizetype methodBefore(QByteArrayView line, qsizetype open)
{
    const QByteArrayView argument = line.sliced(open + 1).trimmed();
    const bool isUrl = argument.size() > 1 && QByteArrayView("'\"`").contains(argument[0])
        && argument.sliced(1).startsWith("http");
    qsizetype start = open;
    while (isUrl && start > 0 && (isNameCharacter(line[start - 1]) || line[start - 1] == '.'))
        --start;
    const bool isMethod = isMethodName(line.sliced(start, open - start));
    return isMethod && !hasNamedArguments(argument) ? start : open;
}

//! "fetch(" in prose has nothing that could be an argument behind it.
bool isArgument(QByteArrayView text)
{
    constexpr QByteArrayView starts("'\"`{");
    return text.isEmpty() || starts.contains(text[0]) || (text[0] >= 'a' && text[0] <= 'z');
}

//! Where a call stands on the line; -1 if none does.
qsizetype callOn(QByteArrayView line)
{
    for (qsizetype open = line.indexOf('('); open >= 0; open = line.indexOf('(', open + 1)) {
        const qsizetype at = std::min(functionBefore(line, open), methodBefore(line, open));
        if (at < open && isArgument(line.sliced(open + 1).trimmed()))
            return at;
    }
    return -1;
}

//! A word that JavaScript sets variables or loads modules with.
bool isPreparation(QByteArrayView line)
{
    constexpr auto words = std::to_array<QByteArrayView>({"const ", "let ", "var "});
    const QByteArrayView text = line.sliced(indentOf(line));
    const auto begins = [text](QByteArrayView word) { return text.startsWith(word); };
    constexpr QByteArrayView quotes("'\"{");
    const bool isImport = text.startsWith("import ")
        && std::ranges::any_of(text, [&](char c) { return quotes.contains(c); });
    return isImport || std::ranges::any_of(words, begins) || text.contains(".defaults.headers.");
}

//! Strings, objects and what makes them: numbers and functions prepare no request.
bool hasText(QByteArrayView line)
{
    constexpr QByteArrayView starts("'\"`{");
    const QByteArrayView value = line.sliced(line.indexOf('=') + 1).trimmed();
    return line.contains("import ") || (!value.isEmpty() && starts.contains(value[0]))
        || value.startsWith("new ") || value.contains('(');
}

//! The line before was asked already, and no call was near.
bool isAskedAgain(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype farthest = 512;
    const QByteArrayView before = text.first(std::max(from - 1, qsizetype(0)))
                                      .last(std::clamp(from - 1, qsizetype(0), farthest));
    const QByteArrayView line = before.sliced(before.lastIndexOf('\n') + 1);
    return isPreparation(line) && hasText(line);
}

//! Whether what is prepared is for a request: the call must not be far.
bool hasCallBehind(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype farthest = 8192;
    const QByteArrayView near = text.sliced(from).first(std::min(farthest, text.size() - from));
    constexpr auto calls = std::to_array<QByteArrayView>(
        {"fetch(", "axios", ".ajax(", ".send(", "request(", "('http", "(\"http", "(`http"});
    return std::ranges::any_of(calls, [near](QByteArrayView call) { return near.contains(call); });
}

//! Lines that prepare a request, and their call.
bool isScript(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, from);
    return isPreparation(line) && hasText(line) && !isAskedAgain(text, from)
        && hasCallBehind(text, from);
}

} // namespace

bool beginsFetch(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, from);
    return callOn(line) >= 0 || isScript(text, from);
}

qsizetype readFetch(const SourceText &text, qsizetype from, Collector &collector)
{
    const QByteArrayView line = lineHead(text.bytes(), from);
    const bool isPrepared = isScript(text.bytes(), from);
    const qsizetype at = isPrepared ? from : from + callOn(line);
    JavaScriptReader reader(text,
                            isPrepared ? readStatements(text, from, Language::JavaScript)
                                       : readExpression(text, at, Language::JavaScript));
    const QList<RequestDraft> drafts = reader.read();
    if (!drafts.isEmpty())
        collector.text(-1, Side::Unknown, text.sliced(from, at - from));
    return finishScript(text, from, reader.values(), drafts, collector);
}

} // namespace capture
