// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/script.h"

#include <QHash>

namespace capture {

//! Some of the tokens of a script.
struct ScriptRange
{
    qsizetype from = 0;
    qsizetype end = 0;

    [[nodiscard]] bool isEmpty() const { return end <= from; }
};

//! An element of a list, an argument of a call, a member of an object.
struct ScriptEntry
{
    qsizetype key = -1; //!< Index of the token; -1: it has none.
    ScriptRange value;
};

//! What expressions of a script come to, as far as its text tells: strings joined, variables that
//! are set in it put in. Everything else is a gap.
class ScriptValues
{
public:
    explicit ScriptValues(Script script);

    [[nodiscard]] const Script &script() const { return m_script; }
    //! What stands between the bracket and its partner, cut at commas.
    [[nodiscard]] QList<ScriptEntry> entries(qsizetype open) const;
    //! Every `key: "string"` in the range, whatever its depth.
    [[nodiscard]] QList<ScriptEntry> members(const ScriptRange &range) const;
    [[nodiscard]] Literal textOf(const ScriptRange &range);
    [[nodiscard]] Literal keyOf(const ScriptEntry &entry);
    //! The opening brace of the object that the range, or the variable that it names, is; -1 if it
    //! is none.
    [[nodiscard]] qsizetype objectIn(const ScriptRange &range) const;
    //! The name of the variable that the range consists of; empty if it is something else.
    [[nodiscard]] QByteArray variableIn(const ScriptRange &range) const;
    //! Whether one of the names in the range, or in the variable that it names, ends so.
    [[nodiscard]] bool mentions(const ScriptRange &range, QByteArrayView name) const;
    void setVariable(QByteArrayView name, const ScriptRange &range);
    //! Strings and comments that nobody asked for.
    [[nodiscard]] QList<Literal> unused() const;
    //! Where in the text the last string ends that somebody asked for; -1 if nobody did.
    [[nodiscard]] qsizetype usedEnd() const { return m_usedEnd; }

private:
    struct Variable
    {
        ScriptRange range;
        Literal text;
        bool isText = false;
        bool isUsed = false;
    };

    [[nodiscard]] QByteArray plainName(QByteArrayView name) const;
    [[nodiscard]] ScriptRange resolved(const ScriptRange &range) const;
    [[nodiscard]] ScriptEntry entryOf(ScriptRange range) const;
    [[nodiscard]] bool isTransparent(QByteArrayView name) const;
    [[nodiscard]] const Literal *textOfVariable(QByteArrayView name);
    [[nodiscard]] Literal filled(const Literal &literal);
    [[nodiscard]] qsizetype afterName(qsizetype index) const;
    void use(qsizetype index);
    void useVariable(QByteArrayView name);
    void appendName(qsizetype index, Literal &to);
    [[nodiscard]] Literal simpleText(const ScriptRange &range);
    void format(Literal &pattern, qsizetype index);

    Script m_script;
    QHash<QByteArray, Variable> m_variables;
    QList<bool> m_isUsed;
    qsizetype m_usedEnd = -1;
    bool m_isSetting = false; //!< A variable is set: what it holds is not used yet.
    [[nodiscard]] bool spend() const { return --m_steps > 0; }

    qsizetype m_budget; //!< Bytes that variables may still put in.
    //! Tokens that may still be looked at: a variable can be used as often as it is big, and
    //! whatever the script says, its reading stays linear.
    mutable qsizetype m_steps;
};

} // namespace capture
