// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/shellwords.h"

#include <utility>

namespace capture {

//! A command line on its way to words; the shells' readers derive from it and differ in what they
//! take for a quote, an escape and an end.
class WordReader
{
protected:
    WordReader(const SourceText &text, qsizetype from)
        : m_bytes(text.bytes())
        , m_word(text)
        , m_at(from)
    {
    }

    [[nodiscard]] bool isInWord() const { return m_wordStart >= 0; }
    void beginWord(qsizetype at)
    {
        if (!isInWord())
            m_wordStart = at;
    }
    //! These bytes belong to the word; reading goes on behind them.
    void keep(qsizetype from, qsizetype end)
    {
        beginWord(from);
        m_word.keep(from, end);
        m_at = end;
    }
    //! What stands up to `end` belongs to the word and would be replaced by running the command.
    void keepGap(qsizetype end)
    {
        beginWord(m_at);
        m_word.gap(m_at, end);
        m_at = end;
    }
    [[nodiscard]] Literal takeWord() { return m_word.take(std::exchange(m_wordStart, -1)); }
    [[nodiscard]] CommandLine takeLine()
    {
        m_line.end = m_at;
        return std::move(m_line);
    }

    QByteArrayView m_bytes;
    LiteralWriter m_word;
    CommandLine m_line;
    qsizetype m_at;
    qsizetype m_wordStart = -1;
};

} // namespace capture
