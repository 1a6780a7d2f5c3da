// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/commandline.h"
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

//! The names that the functions begin with.
constexpr std::array<QByteArrayView, 3> roots{"fetch", "axios", "ajax"};

//! "fetch(" in prose has nothing that could be an argument behind it.
bool isCallAt(QByteArrayView line, qsizetype at)
{
    const QByteArrayView rest = line.sliced(at);
    const qsizetype open = rest.indexOf('(');
    constexpr qsizetype longestName = 16;
    if (open < 0 || open > longestName || rest.first(open).contains(' '))
        return false;
    const QByteArrayView argument = rest.sliced(open + 1).trimmed();
    constexpr QByteArrayView starts("'\"`{");
    return argument.isEmpty() || starts.contains(argument[0])
        || (argument[0] >= 'a' && argument[0] <= 'z');
}

//! Where a call stands on the line; -1 if none does.
qsizetype callOn(QByteArrayView line)
{
    for (const QByteArrayView root : roots) {
        const qsizetype at = indexOfWord(line, root);
        if (at >= 0 && isCallAt(line, at))
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
