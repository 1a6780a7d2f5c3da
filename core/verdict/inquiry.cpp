// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/inquiry.h"

#include "core/jose/headerfacts.h"

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds defaultSignInLimit{300};

// What Automatic makes of each kind when nothing says how it was sent. The rest is judged as any
// JWT or JWS; what is neither stays Automatic.
struct AutomaticRow
{
    Kind kind;
    Profile profile;
};
constexpr auto automatic = std::to_array<AutomaticRow>({
    {Kind::AccessToken, Profile::Access},
    {Kind::M2mToken, Profile::M2m},
    {Kind::IdToken, Profile::Id},
    {Kind::Nothing, Profile::Automatic},
    {Kind::Jwe, Profile::Automatic},
    {Kind::Opaque32, Profile::Automatic},
    {Kind::UuidSecret, Profile::Automatic},
    {Kind::Opaque, Profile::Automatic},
});

Profile resolve(Profile wanted, Kind kind, bool inHeader)
{
    if (wanted != Profile::Automatic)
        return wanted;
    const auto row = std::ranges::find(automatic, kind, &AutomaticRow::kind);
    const Profile bare = row == automatic.end() ? Profile::Any : row->profile;
    return inHeader && bare != Profile::Automatic ? Profile::Access : bare;
}

bool saysAccessToken(const jose::Token &token)
{
    return isReadable(token.header())
        && jose::mediaType(token.header().json.root().member("typ")) == "at+jwt"_L1;
}

// An audience that is the client id makes an ID token (OpenID Connect Core section 2), unless typ
// says otherwise or the person expects that very audience.
KindGuess withClientId(KindGuess guess, const ClaimIndex &claims, const Policy &policy,
                       const jose::Token &token)
{
    const bool isOpen = guess.kind == Kind::OtherJwt || guess.kind == Kind::AccessToken
        || guess.kind == Kind::AdminApiToken;
    if (!isOpen || policy.clientId.isEmpty() || saysAccessToken(token)
        || policy.audiences.contains(policy.clientId)
        || !claims.audiences().contains(policy.clientId)) {
        return guess;
    }
    return {Kind::IdToken, {"aud=client_id"_L1}};
}

} // namespace

Inquiry::Inquiry(const Examination &examination, const Policy &policy, base::Instant now)
    : m_examination(examination)
    , m_policy(policy)
    , m_now(now)
    , m_expectedIssuer(examination.expectedIssuer())
    , m_kind(withClientId(examination.kind, examination.claims, policy, examination.token))
    , m_profile(resolve(policy.profile, m_kind.kind,
                        examination.evidence.presentation.inAuthorizationHeader))
    , m_isAuthgear(examination.isAuthgear())
    , m_isTypedAccessToken(saysAccessToken(examination.token))
{
    constexpr qsizetype usual = 32;
    m_drafts.reserve(usual);
    for (size_t i = 0; i < m_times.size(); ++i)
        m_times[i] = TimeClaim(claims()[static_cast<Claim>(i)]);
}

const oidc::IssuerSnapshot *Inquiry::snapshot() const
{
    const auto &snapshot = m_examination.evidence.snapshot;
    return snapshot ? &*snapshot : nullptr;
}

bool Inquiry::wantsIdToken() const
{
    return m_profile == Profile::Id || m_profile == Profile::Sensitive;
}

bool Inquiry::wantsAccessToken() const
{
    return m_profile == Profile::Access || m_profile == Profile::M2m;
}

base::json::Value Inquiry::header(QByteArrayView name) const
{
    const jose::Part &header = token().header();
    return isReadable(header) ? header.json.root().member(name) : base::json::Value();
}

std::optional<std::chrono::seconds> Inquiry::signInLimit() const
{
    if (!m_policy.maxAuthAge && isSensitive())
        return defaultSignInLimit;
    return m_policy.maxAuthAge;
}

// TimeClaim rounds up, which would make a sign-in younger than it is.
std::optional<base::Instant> Inquiry::freshUntil() const
{
    const TimeClaim &authTime = time(Claim::AuthTime);
    if (!authTime.at() || !signInLimit())
        return std::nullopt;
    return plus(authTime.isRoundedUp() ? *authTime.at() - std::chrono::milliseconds{1}
                                       : *authTime.at(),
                *signInLimit());
}

QList<Draft> Inquiry::takeDrafts()
{
    std::ranges::stable_sort(m_drafts, {}, &Draft::row);
    return std::exchange(m_drafts, {});
}

} // namespace verdict
