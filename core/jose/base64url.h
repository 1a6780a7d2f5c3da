// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"

#include <QByteArray>

//! RFC 7515 section 2: base64url without padding, white space or other characters.
namespace jose::base64url {

//! Strict. Errors, each with the offset of the first offending character:
//! base64url.alphabet, base64url.padding, base64url.whitespace, base64url.length (1 mod 4),
//! base64url.trailing_bits.
[[nodiscard]] base::Result<QByteArray> decode(QByteArrayView text);

[[nodiscard]] QByteArray encode(QByteArrayView bytes);

//! What would have to be changed for `text` to decode, and what it would then hold. For explaining
//! only; never the basis of a pass.
struct Repair
{
    //! "percent_encoding", "standard_alphabet", "padding", "whitespace", "quotes",
    //! "trailing_bits", "cut_off"; empty when there is nothing to repair, or no repair helps.
    QList<QLatin1StringView> steps;
    QByteArray bytes;
    bool helps = false;
};
[[nodiscard]] Repair repair(QByteArrayView text);

} // namespace jose::base64url
