// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/statements.h"

#include <algorithm>

namespace capture {

using Kind = ScriptToken::Kind;

QList<ScriptRange> statementsOf(const Script &script)
{
    QList<ScriptRange> statements;
    const qsizetype end = script.tokens.size();
    qsizetype start = 0;
    for (qsizetype i = 0; start < end; ++i) {
        if (i < end && !script.is(i, Kind::LineBreak) && !script.isMark(i, ';')) {
            i = std::max(i, script.tokens[i].partner);
            if (i < end)
                continue;
        }
        if (std::min(i, end) > start)
            statements.append(ScriptRange{start, std::min(i, end)});
        start = i + 1;
    }
    return statements;
}

std::optional<Assignment> assignmentIn(const Script &script, const ScriptRange &statement)
{
    const qsizetype from = statement.from;
    Assignment found{script.name(from).toByteArray(), -1, {}};
    if (found.target.isEmpty())
        return std::nullopt;
    qsizetype mark = from + 1;
    if (script.isMark(mark, '[') && script.is(from + 2, Kind::String)
        && script.isMark(from + 3, ']')) {
        found.key = from + 2;
        mark = from + 4;
    }
    if (mark >= statement.end || !script.isMark(mark, '=') || script.isMark(mark + 1, '='))
        return std::nullopt;
    found.value = {mark + 1, statement.end};
    return found;
}

} // namespace capture
