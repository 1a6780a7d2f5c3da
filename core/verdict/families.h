// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/inquiry.h"

//! The rules, one function (and file) a family. Each asks its own question only, and none stops
//! the others.
namespace verdict {

//! Can it be read at all, and is it what RFC 7519 calls a JWT? Also how the token was carried (RFC
//! 6750 section 2.1).
void judgeForm(Inquiry &inquiry);
//! Why a signature did not hold: one answer for each signature, never a pass. RFC 7515 section 5.2.
void judgeSignatures(Inquiry &inquiry);
//! What a signature that does hold stands on, and what is wrong with that key and its set: a green
//! mark without its basis is worth nothing.
void judgeKeys(Inquiry &inquiry);
//! The token's iss against the expected issuer, and apart from it the discovery document against
//! what the person typed: only the second decides whether the keys count.
void judgeIssuer(Inquiry &inquiry);
//! Is this the kind of token that the policy wants? RFC 8725 section 3.11: tokens of one kind must
//! not pass for another.
void judgeKind(Inquiry &inquiry);
//! exp, nbf and iat (RFC 7519 section 4.1) at the moment of the inquiry.
void judgeTimes(Inquiry &inquiry);
//! aud and azp: one match is enough for an access token, all must be trusted in an ID token (OpenID
//! Connect Core section 3.1.3.7).
void judgeAudience(Inquiry &inquiry);
//! How old the sign-in is, which a refreshed token does not show by its own age.
void judgeSignIn(Inquiry &inquiry);
//! The scopes, roles and claims that the policy asks for.
void judgeRequirements(Inquiry &inquiry);
//! Claims that a kind of token must have, and types that the standards fix.
void judgeClaims(Inquiry &inquiry);
//! Names that stand there twice: two programs may judge two different tokens (RFC 7519 section 4).
void judgeDuplicates(Inquiry &inquiry);
//! Remarks that only make sense for Authgear; they never decide.
void judgeAuthgear(Inquiry &inquiry);
//! What nobody can know from the token alone, so that silence is not taken for a pass.
void listUnchecked(Inquiry &inquiry);

} // namespace verdict
