// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/claimindex.h"
#include "core/jose/kind.h"
#include "core/jose/verifier.h"
#include "core/oidc/snapshot.h"

#include <memory>

namespace verdict {

using jose::Kind;
using jose::KindGuess;
using jose::name;
using jose::recognize;

//! How the token was presented, as far as is known.
struct Presentation
{
    bool inAuthorizationHeader = false;
    QList<QLatin1StringView> removed; //!< jose::CleanedInput::removed
};

//! An optional issuer snapshot plus keys and secrets that the person gave.
struct Evidence
{
    std::optional<oidc::IssuerSnapshot> snapshot;
    //! The issuer was taken from the token's own iss, and the person has not said "this is mine".
    bool issuerUnconfirmed = false;
    //! Expected issuer without contact (--issuer X --offline); empty: the snapshot's.
    QString expectedIssuer;
    QList<jose::KeySet> given; //!< Keys, key sets and secrets from the person.
    Presentation presentation;
};

//! Signatures computed, kind recognized: everything that does not depend on time or policy.
struct Examination
{
    jose::Token token;
    Evidence evidence;
    QList<jose::SignatureResult> signatures; //!< One for each of token.signatures().
    jose::ClaimIndex claims; //!< Absent where there is no claims set that can be read.
    KindGuess kind;
    std::shared_ptr<const Examination> nested;

    //! What iss must say, character by character; empty when nobody said it.
    [[nodiscard]] QString expectedIssuer() const;
    //! What the signatures were checked with, in the order of jose::Attempt::set: the issuer's key
    //! set, if it may be used, and then what the person gave.
    [[nodiscard]] QList<jose::KeySet> keySets() const;
    //! The issuer answers like Authgear does, or the token carries Authgear's claims.
    [[nodiscard]] bool isAuthgear() const;
};

//! Signatures, once; takes microseconds to milliseconds, so call it off the GUI thread.
[[nodiscard]] Examination examine(const jose::Token &token, const Evidence &evidence);

} // namespace verdict
