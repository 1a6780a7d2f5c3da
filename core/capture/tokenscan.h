// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/sourcetext.h"

#include <memory>

namespace capture {

//! What stands between the text and its token: broken lines, dots written %2E, an ellipsis, base64.
struct Interruption
{
    SourceText joined; //!< The token without it.
    //! Of carrying.*: line_broken, percent_encoded, shortened, double_base64.
    QList<QLatin1StringView> remarks;
};

//! A token-like string in a text. It holds no copy of what stands there as it is, and little else:
//! a log can hold more tokens than anything else.
struct FoundToken
{
    qsizetype start = 0; //!< In the text that was scanned.
    qsizetype end = 0;
    std::shared_ptr<const Interruption> interruption; //!< Null for nearly every token.

    //! The token, of the text that was scanned.
    [[nodiscard]] SourceText in(const SourceText &text) const
    {
        return interruption ? interruption->joined : text.sliced(start, end - start);
    }
    [[nodiscard]] QList<QLatin1StringView> remarks() const
    {
        return interruption ? interruption->remarks : QList<QLatin1StringView>();
    }
};

//! Every compact JWS and JWE: its first part begins like a JSON object (`eyJ`, `eyA`, `ewo` …: a
//! brace and a quote or blank), has an `alg`, or the part behind it begins like an object too. So
//! signed cookies of web frameworks and base64 of other JSON are left alone. Cut-off tokens are
//! found as far as they go. Linear in time; text without tokens is passed over at memory speed.
[[nodiscard]] QList<FoundToken> findTokens(const SourceText &text, qsizetype limit = 100'000);

//! The next place from `from` on where the first part of a token could begin; -1 if there is none.
[[nodiscard]] qsizetype nextCandidate(QByteArrayView text, qsizetype from);

//! Where the base64url characters that begin at `from` end.
[[nodiscard]] qsizetype tokenRunEnd(QByteArrayView text, qsizetype from);

} // namespace capture
