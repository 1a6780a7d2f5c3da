// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>

//! RFC 7515 section 2: base64url without padding, white space or other characters.
namespace jose::base64url {

//! Strict. Errors, each with the offset of the first offending character and that character as
//! `detail` ("0xFF" for a byte that is no UTF-8): base64url.alphabet, base64url.padding,
//! base64url.whitespace, base64url.length (1 mod 4; `detail` is the length),
//! base64url.trailing_bits.
[[nodiscard]] base::Result<QByteArray> decode(QByteArrayView text);

//! Without padding, as RFC 7515 section 2 demands.
[[nodiscard]] QByteArray encode(QByteArrayView bytes);

//! What would have to be changed for `text` to decode, and what it would then hold. For explaining
//! only; never the basis of a pass.
struct Repair
{
    //! "percent_encoding", "whitespace", "quotes", "standard_alphabet", "padding", "cut_off",
    //! "trailing_bits"; empty when there is nothing to repair, or no repair helps.
    QList<QLatin1StringView> steps;
    QByteArray bytes; //!< All of it when it helps, else the beginning, up to what stays wrong.
    bool helps = false; //!< Also true of text that needs no repair.
    //! For each remaining character the range of `text` that it stands for; empty when nothing
    //! before or between the characters was taken out, so that positions are unchanged.
    QList<base::Span> sources;
};
//! Tries the repairs one after the other until the text decodes. Never fails.
[[nodiscard]] Repair repair(QByteArrayView text);

} // namespace jose::base64url
