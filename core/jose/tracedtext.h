// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"

#include <QByteArray>

namespace jose {

//! Text that is being rewritten, of which every byte remembers the range of the original that it
//! stands for: so that a claim still lights up in a token that had to be repaired to be shown.
class TracedText
{
public:
    explicit TracedText(QByteArray original)
        : m_bytes(std::move(original))
    {
    }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    //! One range a byte; empty while positions are those of the original.
    [[nodiscard]] const QList<base::Span> &sources() const { return m_sources; }
    //! Where the byte at `index` came from.
    [[nodiscard]] base::Span source(qsizetype index) const;

    //! What one step of rewrite() takes away and puts there.
    struct Replacement
    {
        qsizetype length = 0; //!< Bytes taken from the front; 0 keeps the byte there as it is.
        QByteArray by;
    };
    //! Asks `step` at every position but those of ASCII letters and digits, which stay, for what
    //! should stand there instead. True if anything changed.
    bool rewrite(Replacement (*step)(QByteArrayView rest));
    //! Exchanges single characters, which moves nothing.
    bool exchange(char from, char to);
    void replaceAt(qsizetype index, char by) { m_bytes[index] = by; }
    //! Keeps `length` bytes from `first` on.
    void crop(qsizetype first, qsizetype length);

private:
    QByteArray m_bytes;
    QList<base::Span> m_sources;
};

//! The number that these hexadecimal digits, and nothing else, spell; -1 if they do not.
[[nodiscard]] int hexNumber(QByteArrayView digits);

//! The text of a JSON string (RFC 8259 section 7) without its quotes, with escapes resolved.
//! `inner` comes from a reader that accepted it; lone surrogates become U+FFFD.
[[nodiscard]] TracedText unescapedJson(QByteArrayView inner);

} // namespace jose
