// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/claimindex.h"
#include "core/verdict/draft.h"
#include "core/verdict/examination.h"
#include "core/verdict/policy.h"
#include "core/verdict/timeclaim.h"

#include <array>

namespace verdict {

using jose::Claim;
using jose::ClaimIndex;

//! What every rule sees (token, policy, moment), and where it puts its findings. Lives for one
//! judgement.
class Inquiry
{
public:
    //! Both are borrowed and must outlive it.
    Inquiry(const Examination &examination, const Policy &policy, base::Instant now);

    [[nodiscard]] const Examination &examination() const { return m_examination; }
    [[nodiscard]] const jose::Token &token() const { return m_examination.token; }
    [[nodiscard]] const Policy &policy() const { return m_policy; }
    [[nodiscard]] base::Instant now() const { return m_now; }
    //! Null when no issuer was visited.
    [[nodiscard]] const oidc::IssuerSnapshot *snapshot() const;
    //! What iss must be: the visited issuer's own spelling, or what the person gave; else empty.
    [[nodiscard]] const QString &expectedIssuer() const { return m_expectedIssuer; }
    //! By the discovery document or by claims that only Authgear writes.
    [[nodiscard]] bool isAuthgear() const { return m_isAuthgear; }

    //! The kind, now that a client id may prove an ID token.
    [[nodiscard]] Kind kind() const { return m_kind.kind; }
    //! The kind with the reasons for it.
    [[nodiscard]] const KindGuess &guess() const { return m_kind; }

    //! What Automatic became; still Automatic for what is no JWT.
    [[nodiscard]] Profile profile() const { return m_profile; }
    //! The policy is that of an ID token; sensitive actions want one too.
    [[nodiscard]] bool wantsIdToken() const;
    //! The policy is that of an access token, of a user or a machine.
    [[nodiscard]] bool wantsAccessToken() const;
    //! The policy demands a kind, and with it a JWT.
    [[nodiscard]] bool wantsKind() const { return wantsIdToken() || wantsAccessToken(); }
    [[nodiscard]] bool isSensitive() const { return m_profile == Profile::Sensitive; }

    [[nodiscard]] const ClaimIndex &claims() const { return m_examination.claims; }
    //! Absent when the token lacks it; of duplicates the last one.
    [[nodiscard]] const base::json::Value &claim(Claim claim) const { return claims()[claim]; }
    //! The claim as a moment, whatever its type.
    [[nodiscard]] const TimeClaim &time(Claim claim) const
    {
        return m_times[static_cast<size_t>(claim)];
    }
    //! Of the protected header of the first signature; absent when that cannot be read.
    [[nodiscard]] base::json::Value header(QByteArrayView name) const;
    //! RFC 9068: typ says access token.
    [[nodiscard]] bool isTypedAccessToken() const { return m_isTypedAccessToken; }

    //! How old a sign-in may be under this policy.
    [[nodiscard]] std::optional<std::chrono::seconds> signInLimit() const;
    //! The last moment at which the sign-in is fresh: auth_time plus the limit, cut to the
    //! millisecond before it. Nothing where either is unknown.
    [[nodiscard]] std::optional<base::Instant> freshUntil() const;

    //! In any order: takeDrafts() sorts.
    void add(const Draft &draft) { m_drafts << draft; }
    //! In the order of the rule table.
    [[nodiscard]] QList<Draft> takeDrafts();

private:
    const Examination &m_examination;
    const Policy &m_policy;
    base::Instant m_now;
    QString m_expectedIssuer;
    KindGuess m_kind;
    Profile m_profile;
    bool m_isAuthgear;
    bool m_isTypedAccessToken;
    std::array<TimeClaim, static_cast<size_t>(Claim::Count)> m_times;
    QList<Draft> m_drafts;
};

} // namespace verdict
