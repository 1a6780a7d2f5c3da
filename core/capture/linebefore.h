// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>
#include <QString>

namespace capture {

//! What names of parameters, headers and variables are made of.
[[nodiscard]] bool isNameCharacter(char c);

//! Walks back from a token over what stands before it on its line.
class LineBefore
{
public:
    LineBefore(QByteArrayView text, qsizetype start);

    //! How many quotation marks were taken off, escaped ones and typographic ones too.
    qsizetype dropQuotes();
    bool dropOne(QLatin1StringView text);
    bool dropWord(QLatin1StringView word);
    void dropBlanks();
    //! The word that the line ends with, taken off; what ends an escape before it stays.
    QString takeWord();
    //! The name that stands before the token; "--token" is the option "token".
    QString takeName();
    //! Whether one of these signs, or its percent-encoding, ends the line.
    [[nodiscard]] bool endsWithSign(QByteArrayView sign, QByteArrayView encoded) const;
    [[nodiscard]] QByteArrayView rest() const { return m_line; }
    //! All that the line holds is "name=value&…": a body, and no URL.
    [[nodiscard]] bool isPairsAlone() const;
    //! Nothing but blanks is left, from the line's beginning on.
    [[nodiscard]] bool isAtLineStart() const { return m_isWhole && m_line.trimmed().isEmpty(); }
    //! From the last blank or quotation mark on: as much of a URL as stands here.
    [[nodiscard]] QByteArrayView lastWord() const;

private:
    [[nodiscard]] qsizetype escapeTail(qsizetype start) const;

    QByteArrayView m_line;
    bool m_isWhole; //!< From the line's beginning on.
};

} // namespace capture
