// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/scriptrequest.h"

#include <QSet>

#include <utility>

namespace capture {

//! A script on its way to requests: its values, what was added to its variables one by one, and
//! what it asked for. The languages' readers derive from it.
class ScriptReader
{
public:
    [[nodiscard]] ScriptValues &values() { return m_values; }

protected:
    ScriptReader(const SourceText &text, Script script)
        : m_text(&text)
        , m_values(std::move(script))
    {
    }

    //! A header or cookie that goes with each request which takes `target` from here on.
    void addField(const QByteArray &target, const ScriptEntry &entry)
    {
        constexpr qsizetype mostAdded = 64;
        QList<RequestDraft::Field> &fields = m_added[target];
        if (fields.size() < mostAdded)
            fields.append({m_values.keyOf(entry), m_values.textOf(entry.value)});
    }
    [[nodiscard]] QList<RequestDraft::Field> added(const QByteArray &target)
    {
        m_taken.insert(target);
        return m_added.value(target);
    }
    //! What was added to variables that no request took.
    [[nodiscard]] QList<Literal> addedInVain() const
    {
        QList<Literal> rest;
        for (auto it = m_added.cbegin(); it != m_added.cend(); ++it) {
            for (const RequestDraft::Field &field : *it) {
                if (!m_taken.contains(it.key()))
                    rest.append(field.value);
            }
        }
        return rest;
    }
    //! The request stands in these tokens.
    void addDraft(RequestDraft draft, const ScriptRange &tokens)
    {
        const auto &all = m_values.script().tokens;
        const qsizetype from = all[tokens.from].from;
        draft.span = m_text->span(from, all[tokens.end - 1].end - from);
        if (!draft.isEmpty())
            m_drafts.append(std::move(draft));
    }

    const SourceText *m_text;
    ScriptValues m_values;
    QList<RequestDraft> m_drafts;

private:
    QSet<QByteArray> m_taken;
    QHash<QByteArray, QList<RequestDraft::Field>> m_added; //!< By the variable.
};

} // namespace capture
