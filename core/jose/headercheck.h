// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/algorithms.h"
#include "core/jose/judgedmembers.h"
#include "core/jose/token.h"

namespace jose {

//! Why a signature is not even computed; ids as in SignatureResult::reason.
struct Refusal
{
    QLatin1StringView reason;
    QString detail;
    qint64 offset = -1;
};

//! What the header demands of a key.
struct HeaderFacts
{
    const Algorithm *algorithm = nullptr; //!< Also when refused, as far as it is known.
    std::optional<QString> kid;
    std::optional<Refusal> refusal;
};

//! RFC 7515 section 5.2 steps 2 to 5 for one signature: the header is whole and unambiguous, its
//! algorithm is known, and everything that it calls critical is understood.
[[nodiscard]] HeaderFacts checkHeader(const SignatureBlock &signature);

//! RFC 7515 section 4.1.11 and RFC 7797 section 6.
[[nodiscard]] std::optional<Refusal> checkCritical(const JudgedMembers &members);

} // namespace jose
