// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/script.h"

namespace capture {

//! Of what Python and IPython print in front of a line that is typed: ">>> ", "... ", "In [1]: ",
//! "   ...: "; 0 where nothing of it stands.
[[nodiscard]] qsizetype pythonPromptLength(QByteArrayView line);

//! Cuts code into tokens, one at a time. Strings that are not closed end with their line.
class ScriptLexer
{
public:
    ScriptLexer(const SourceText &text, qsizetype from, Script &script)
        : m_text(&text)
        , m_bytes(text.bytes())
        , m_script(&script)
        , m_at(from)
    {
    }
    //! Appends the next token; false at the end of the text.
    [[nodiscard]] bool readNext();
    [[nodiscard]] qsizetype at() const { return m_at; }

private:
    [[nodiscard]] bool skipBlank();
    [[nodiscard]] qsizetype commentEnd() const;
    [[nodiscard]] bool isStringAhead() const;
    void readString();
    void readQuoted(QByteArrayView quote, bool isRaw, bool hasFields);
    [[nodiscard]] qsizetype readField(qsizetype at, bool isTemplate, LiteralWriter &writer) const;
    void readName(qsizetype end);
    [[nodiscard]] qsizetype nameEnd() const;
    [[nodiscard]] qsizetype prefixLength() const;
    void add(ScriptToken::Kind kind, qsizetype end, const Literal &literal);
    void addMark(ScriptToken::Kind kind, qsizetype length);

    const SourceText *m_text;
    QByteArrayView m_bytes;
    Script *m_script;
    qsizetype m_at;
};

} // namespace capture
