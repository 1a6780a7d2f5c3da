// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace report {

//! What a stretch of text means; TextPage knows the colour.
enum class Ink : quint8 { Plain, Good, Bad, Doubtful, Quiet, Strong };

//! Lines of a report for a terminal: wrapped to a width, and coloured when that was asked for.
//! Every line begins with a mark of ours, so that no foreign text ever stands at the start of one,
//! where some CI systems would take it for a command.
class TextPage
{
public:
    TextPage(int width, bool colour)
        : m_width(width)
        , m_colour(colour)
    {
    }

    //! An empty line and a strong one. `text` must be one of ours: it is not escaped.
    void heading(const QString &text);
    //! A line that begins an entry: a coloured mark, then the text, wrapped under a bar.
    void entry(QChar mark, Ink ink, const QString &text, Ink textInk = Ink::Plain);
    //! A line below an entry, wrapped.
    void line(const QString &text, Ink ink = Ink::Plain);
    //! A line below an entry that is already painted; never wrapped.
    void raw(const QString &text);
    //! `text` in a colour, or as it is.
    [[nodiscard]] QString painted(const QString &text, Ink ink) const;
    [[nodiscard]] QString text() const { return m_text; }

private:
    void wrapped(const QString &mark, const QString &text, Ink ink);

    int m_width;
    bool m_colour;
    QString m_text;
};

} // namespace report
