// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/key.h"
#include "core/jose/token.h"

namespace jose {

//! RFC 7515 section 5.2 tells valid from invalid; that nothing could be computed is neither.
enum class SignatureStatus : quint8 {
    Valid,
    Invalid, //!< The computation ran and failed.
    Unverified, //!< It never ran; `reason` says why.
};

//! What happened to one key of a set. Every key gets one: "why did this key not match?"
enum class Match : quint8 {
    Verified,
    WrongSignature,
    SignatureLength, //!< r||s or the RSA block has another length than this key demands
    KidDiffers,
    KeyTypeDiffers,
    CurveDiffers,
    AlgorithmDiffers, //!< the key's `alg` names another one
    UseDiffers, //!< use is not "sig", or key_ops lacks "verify"
    Unusable, //!< the key could not be read
    NeverForPass, //!< an oct key that came over the network, or a key that the token brought
    NotTried,
};

//! One key beside one signature: the answer to "why did this key not match?".
struct Attempt
{
    KeyOrigin origin = KeyOrigin::File;
    qsizetype set = 0; //!< Which of the sets handed to verify().
    qsizetype entry = 0; //!< Which entry of that set.
    QString label;
    Match match = Match::NotTried;
    bool withoutKid = false; //!< The token names a kid, this key has none, and it was tried.
    //! The facts of a difference, both sides as they were sent. Lengths are decimal octets.
    QString expected;
    QString found;
    QLatin1StringView problem; //!< Unusable: the error id; `found` is its detail.
    //! NeverForPass: whether the signature would match this key. It proves nothing.
    std::optional<bool> wouldMatch;
};

//! What became of one signature, with every key that was looked at.
struct SignatureResult
{
    SignatureStatus status = SignatureStatus::Unverified;
    //! Why it is not valid: signature.mismatch, signature.length, signature.malformed,
    //! signature.missing, algorithm.none, algorithm.unknown, algorithm.missing, algorithm.type,
    //! algorithm.hmac_needs_secret (HS with only public keys), kid.unknown, kid.type, key.none (no
    //! keys at all), key.no_fit, key.unreadable (a key that could be meant is damaged; detail: its
    //! label), key.from_token, key.oct_from_network, crit.empty, crit.duplicate,
    //! crit.registered, crit.absent_member, crit.unprotected, crit.unknown, crit.type,
    //! b64.without_crit, b64.type, header.malformed.
    QLatin1StringView reason;
    //! The offending name or value; "der" when an ECDSA signature came as ASN.1 DER instead of r ||
    //! s; the base64url error id of a malformed part.
    QString detail;
    qint64 offset = -1; //!< header.malformed, signature.malformed: within the part.
    const Algorithm *algorithm = nullptr;
    QList<Attempt> attempts; //!< One for every key, in order.
    qsizetype verifiedBy = -1; //!< Index into attempts.
    int fittingKeys = 0; //!< How many could have been meant (several: a warning).

    [[nodiscard]] const Attempt *verifiedAttempt() const
    {
        return verifiedBy >= 0 ? &attempts.at(verifiedBy) : nullptr;
    }
};

//! Checks one signature against every key. Pure; safe from any thread (contexts are per thread).
//! judgement.md "Signature and keys"; RFC 7515 section 5.2, RFC 7797, RFC 8725 section 3.
[[nodiscard]] SignatureResult verify(const SignatureBlock &signature, const QList<KeySet> &sets);

} // namespace jose
