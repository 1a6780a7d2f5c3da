// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/sourcetext.h"

namespace capture {

//! A place in a text where running the command would put something else: `$TOKEN`, `%TOKEN%`,
//! `{{token}}`, `${token}`, the name in `"Bearer " + token`.
struct Gap
{
    qsizetype at = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return at + length; }
};

//! A text as a shell or a language reads it, its quoting taken off. Nothing is run: what would be
//! put in stays as it was written and is a gap.
struct Literal
{
    SourceText text;
    QList<Gap> gaps; //!< In `text`, in its order.

    [[nodiscard]] QByteArrayView bytes() const { return text.bytes(); }
    [[nodiscard]] qsizetype size() const { return text.size(); }
    [[nodiscard]] Literal sliced(qsizetype from, qsizetype length) const;
    [[nodiscard]] Literal sliced(qsizetype from) const { return sliced(from, size() - from); }
    [[nodiscard]] Literal trimmed() const;
    [[nodiscard]] QList<Literal> split(char separator) const;
    void append(const Literal &other);
};

//! Makes a literal from a source, left to right: what is kept is taken over in long pieces.
class LiteralWriter
{
public:
    explicit LiteralWriter(const SourceText &source)
        : m_source(&source)
    {
    }
    //! The bytes of the source stand for themselves.
    void keep(qsizetype from, qsizetype end);
    //! `by` stands for these bytes of the source; nothing, where it is empty.
    void replace(QByteArrayView by, qsizetype from, qsizetype end);
    //! These bytes of the source are a gap.
    void gap(qsizetype from, qsizetype end);
    [[nodiscard]] qsizetype size() const { return m_done.size() + (m_end - m_from); }
    //! A literal of the same source, put together elsewhere.
    void append(const Literal &literal);
    //! What was written; the writer is empty again. An empty literal stands at `place`.
    [[nodiscard]] Literal take(qsizetype place);

private:
    void flush();

    const SourceText *m_source;
    Literal m_done;
    qsizetype m_from = 0;
    qsizetype m_end = 0;
};

//! The escape that the backslash at `at` begins, as C, bash's `$'…'`, JavaScript and Python share
//! them; of any other the backslash is left out. Returns where it ends.
[[nodiscard]] qsizetype readEscape(QByteArrayView text, qsizetype at, LiteralWriter &writer);

//! A string in quotes, its escapes undone.
struct Quoted
{
    SourceText text;
    qsizetype close = 0; //!< Where the closing quote is; the end of what was looked at without one.
};

//! What stands in the quotes that open at `quote`, looked at up to `end`.
[[nodiscard]] Quoted readQuoted(const SourceText &text, qsizetype quote, qsizetype end);

} // namespace capture
