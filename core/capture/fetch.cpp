// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/lines.h"
#include "core/capture/scriptrequest.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

//! How a function takes its arguments; -1: it does not take this one by its place.
struct Function
{
    QByteArrayView name;
    QByteArrayView method;
    int url = -1;
    int body = -1;
    int options = 0;
};
constexpr auto functions = std::to_array<Function>({
    {"fetch", "", 0, -1, 1},
    {"axios", "", 0, -1, 0},
    {"axios", "", 0, -1, 1},
    {"axios.request", "", -1, -1, 0},
    {"axios.get", "GET", 0, -1, 1},
    {"axios.delete", "DELETE", 0, -1, 1},
    {"axios.head", "HEAD", 0, -1, 1},
    {"axios.options", "OPTIONS", 0, -1, 1},
    {"axios.post", "POST", 0, 1, 2},
    {"axios.put", "PUT", 0, 1, 2},
    {"axios.patch", "PATCH", 0, 1, 2},
    {"ajax", "", -1, -1, 0},
});

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

//! Where the function's name begins that ends before the bracket; the bracket, where it is none of
//! the table. `window.` and `$.` do not belong to it.
qsizetype functionBefore(QByteArrayView line, qsizetype open)
{
    qsizetype start = open;
    for (const Function &function : functions) {
        const qsizetype at = open - function.name.size();
        if (at >= 0 && line.sliced(at).startsWith(function.name)
            && (at == 0 || !isNameCharacter(line[at - 1])))
            start = std::min(start, at);
    }
    return start;
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
        const qsizetype at = functionBefore(line, open);
        if (at < open && isArgument(line.sliced(open + 1).trimmed()))
            return at;
    }
    return -1;
}

//! The object among the arguments that has the options, and which row has it there.
RequestDraft readCall(ScriptValues &values)
{
    ScriptRequest request(values);
    const QByteArray name = values.script().name(0).toByteArray();
    const QList<ScriptEntry> arguments = values.entries(1);
    const auto argument = [&](int index) {
        return index >= 0 && index < arguments.size() ? arguments[index].value : ScriptRange();
    };
    for (const Function &function : functions) {
        if (function.name != name)
            continue;
        const bool hasUrl = function.url >= 0 && values.objectIn(argument(function.url)) < 0;
        if (hasUrl && request.draft().urls.isEmpty())
            request.useUrl(argument(function.url));
        request.useBody(argument(function.body));
        request.draft().method = function.method.toByteArray();
        if (const qsizetype open = values.objectIn(argument(function.options)); open >= 0)
            request.useOptions(open);
    }
    return request.draft();
}

//! `fetch(a, b)` tells of a request, but not of which.
bool isTold(const RequestDraft &draft)
{
    const bool hasUrl = !draft.urls.isEmpty()
        && (draft.urls[0].gaps.isEmpty() || draft.urls[0].gaps[0].length < draft.urls[0].size());
    return hasUrl || !draft.headers.isEmpty() || !draft.bodies.isEmpty()
        || !draft.parameters.isEmpty();
}

} // namespace

bool beginsFetch(QByteArrayView text, qsizetype from)
{
    return callOn(lineHead(text, from)) >= 0;
}

qsizetype readFetch(const SourceText &text, qsizetype from, Collector &collector)
{
    const qsizetype at = from + callOn(lineHead(text.bytes(), from));
    ScriptValues values(readExpression(text, at, Language::JavaScript));
    QList<RequestDraft> drafts;
    if (values.script().isMark(1, '(')) {
        drafts.append(readCall(values));
        drafts.last().span = text.span(at, values.script().end - at);
    }
    if (drafts.isEmpty() || !isTold(drafts.last()))
        return finishScript(text, from, values, {}, collector);
    collector.text(-1, Side::Unknown, text.sliced(from, at - from));
    return finishScript(text, from, values, drafts, collector);
}

} // namespace capture
