// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/literal.h"
#include "core/capture/textsearch.h"

namespace capture {

enum class Language : quint8 { JavaScript, Python, PowerShell };

//! A piece of code that needs no further cutting.
struct ScriptToken
{
    enum class Kind : quint8 { String, Name, Mark, LineBreak };

    Kind kind = Kind::Mark;
    char mark = '\0';
    qsizetype from = 0; //!< In the text.
    qsizetype end = 0;
    qsizetype partner = -1; //!< Of a bracket: the index of the one that closes or opens it.
    qsizetype literal = -1; //!< Of a string or name: its place in Script::literals.
};

//! A stretch of code cut into strings, names and marks. Brackets know their partners, so nothing
//! that is nested needs a recursion to be stepped over.
struct Script
{
    Language language = Language::JavaScript;
    QList<ScriptToken> tokens;
    QList<Literal> literals;
    QList<SourceText> comments;
    qsizetype end = 0; //!< In the text.
    bool isClosed = true; //!< False: it ended inside a bracket.

    [[nodiscard]] bool is(qsizetype index, ScriptToken::Kind kind) const
    {
        return index >= 0 && index < tokens.size() && tokens[index].kind == kind;
    }
    [[nodiscard]] bool isMark(qsizetype index, char mark) const
    {
        return is(index, ScriptToken::Kind::Mark) && tokens[index].mark == mark;
    }
    [[nodiscard]] const Literal &literal(qsizetype index) const
    {
        return literals[tokens[index].literal];
    }
    //! The name at the index; empty where there is none.
    [[nodiscard]] QByteArrayView name(qsizetype index) const
    {
        return is(index, ScriptToken::Kind::Name) ? literal(index).bytes() : QByteArrayView();
    }
};

//! `get` of `client.get`.
[[nodiscard]] inline QByteArrayView lastPart(QByteArrayView name)
{
    return name.sliced(name.lastIndexOf('.') + 1);
}

//! Whether arguments of a request have names and an equals sign, `headers=…`: where a call could be
//! of several languages, that makes it one of Python.
[[nodiscard]] bool hasNamedArguments(QByteArrayView arguments);

//! One expression, from a name to the bracket that closes what it opened.
[[nodiscard]] Script readExpression(const SourceText &text, qsizetype from, Language language);

//! The lines from `from` on that can be statements of the language, up to the first that cannot.
[[nodiscard]] Script readStatements(const SourceText &text, qsizetype from, Language language);

} // namespace capture
