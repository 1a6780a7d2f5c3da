// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/requestdraft.h"

#include <algorithm>

namespace capture {

namespace {

//! "TOKEN" of "$TOKEN", "${TOKEN}", "$env:TOKEN", "%TOKEN%"; empty for gaps of other kinds.
QByteArray variableName(QByteArrayView gap)
{
    if (gap.startsWith('%') && gap.endsWith('%') && gap.size() > 2)
        return gap.sliced(1).chopped(1).toByteArray();
    if (!gap.startsWith('$'))
        return {};
    QByteArrayView name = gap.sliced(1);
    if (name.startsWith('{') && name.endsWith('}'))
        name = name.sliced(1).chopped(1);
    if (name.startsWith("env:"))
        name = name.sliced(4);
    return name.toByteArray();
}

//! The value stands where the variable stood, so that its place is that in the command.
Literal filled(const Literal &literal, Collector &collector)
{
    Literal result = literal.sliced(0, 0);
    qsizetype start = 0;
    for (const Gap &gap : literal.gaps) {
        const QByteArray name = variableName(literal.bytes().sliced(gap.at, gap.length));
        const auto value = name.isEmpty() ? std::nullopt : collector.variable(name);
        if (!value)
            continue;
        result.append(literal.sliced(start, gap.at - start));
        Literal put;
        put.text.appendReplaced(*value, literal.text.span(gap.at, gap.length));
        result.append(put);
        start = gap.end();
    }
    result.append(literal.sliced(start));
    return result;
}

bool isName(QByteArrayView text)
{
    return !text.isEmpty() && (text[0] < '0' || text[0] > '9')
        && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                   || c == '_';
           });
}

//! "%TOKEN%" in a line that could be of any shell is cmd's, if the capture sets it.
void markPercentNames(Literal &literal)
{
    constexpr qsizetype longest = 64;
    const QByteArrayView bytes = literal.bytes();
    for (qsizetype open = bytes.indexOf('%'); open >= 0;) {
        const qsizetype close = bytes.indexOf('%', open + 1);
        const bool isVariable = close > open && close - open <= longest
            && isName(bytes.sliced(open + 1, close - open - 1));
        if (isVariable)
            literal.gaps.append({open, close + 1 - open});
        open = isVariable ? bytes.indexOf('%', close + 1) : close;
    }
}

void fill(Literal &literal, Collector &collector)
{
    if (!literal.gaps.isEmpty()) {
        literal = filled(literal, collector);
    } else if (literal.bytes().contains('%')) {
        Literal marked = literal;
        markPercentNames(marked);
        marked = filled(marked, collector);
        marked.gaps.clear();
        literal = marked;
    }
}

} // namespace

RequestDraft filled(const RequestDraft &draft, Collector &collector)
{
    RequestDraft result = draft;
    for (QList<Literal> *list : {&result.urls, &result.cookies, &result.users, &result.queries,
                                 &result.bodies, &result.files, &result.rest}) {
        for (Literal &literal : *list)
            fill(literal, collector);
    }
    for (RequestDraft::Field &field : result.headers)
        fill(field.value, collector);
    for (RequestDraft::Parameter &parameter : result.parameters)
        fill(parameter.value, collector);
    return result;
}

} // namespace capture
