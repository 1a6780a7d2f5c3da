// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/headerfacts.h"
#include "core/jose/kind.h"
#include "core/verdict/families.h"

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;
using base::Outcome;

namespace {

// Neither access nor ID token: refused where one of them is wanted, a remark elsewhere.
struct KindRow
{
    Kind kind;
    QLatin1StringView id;
    QLatin1StringView subject;
};
constexpr auto strangers = std::to_array<KindRow>({
    {Kind::DpopProof, "kind.dpop_proof"_L1, "typ"_L1},
    {Kind::AdminApiToken, "kind.admin_api_token"_L1, "aud"_L1},
    {Kind::AnonymousRequest, "kind.anonymous_request"_L1, "typ"_L1},
    {Kind::BiometricRequest, "kind.biometric_request"_L1, "typ"_L1},
    {Kind::App2AppRequest, "kind.app2app_request"_L1, "typ"_L1},
    {Kind::LogoutToken, "kind.logout_token"_L1, "typ"_L1},
});

// No compact JWS at all: nothing can be judged, and a policy that wants a JWT refuses it. An
// encrypted token may be a good one under each policy.
constexpr auto shapes = std::to_array<KindRow>({
    {Kind::Opaque32, "kind.opaque32"_L1, "token"_L1},
    {Kind::UuidSecret, "kind.uuid_secret"_L1, "token"_L1},
    {Kind::Opaque, "kind.opaque"_L1, "token"_L1},
    {Kind::JsonJws, "kind.json_jws"_L1, "token"_L1},
    {Kind::Jwe, "kind.jwe"_L1, "token"_L1},
});

constexpr auto accessTyp = "at+jwt"_L1;

Draft about(const Inquiry &inquiry, QLatin1StringView id, QLatin1StringView subject)
{
    const QList<QLatin1StringView> &reasons = inquiry.guess().reasons;
    Draft draft(id, subject);
    draft.fact("kind"_L1, QString(name(inquiry.kind())))
        .fact("reasons"_L1, QStringList(reasons.begin(), reasons.end()))
        .fact("header"_L1, inquiry.examination().evidence.presentation.inAuthorizationHeader)
        .fact("judgedAs"_L1, QString(name(inquiry.profile())));
    if (subject == "typ"_L1)
        draft.found(inquiry.header("typ"));
    return draft;
}

bool judgeStrangers(Inquiry &inquiry)
{
    const auto row = std::ranges::find(strangers, inquiry.kind(), &KindRow::kind);
    if (row == strangers.end())
        return false;
    Draft draft = about(inquiry, row->id, row->subject);
    if (row->subject == "aud"_L1)
        draft.found(inOneLine(inquiry.claims().audiences()));
    inquiry.add(draft.outcome(inquiry.wantsKind() ? Outcome::Fail : Outcome::Warn));
    return true;
}

bool judgeShapes(Inquiry &inquiry)
{
    const auto row = std::ranges::find(shapes, inquiry.kind(), &KindRow::kind);
    if (row == shapes.end())
        return false;
    const bool isJws = inquiry.kind() == Kind::JsonJws;
    const bool isOpen = inquiry.kind() == Kind::Jwe || inquiry.profile() == Profile::Automatic
        || (isJws && inquiry.profile() == Profile::Any);
    Draft draft = about(inquiry, row->id, row->subject);
    if (inquiry.kind() == Kind::Jwe)
        draft.found(inquiry.header("enc"));
    inquiry.add(draft.outcome(isOpen ? Outcome::Skipped : Outcome::Fail).required());
    return true;
}

void addTyp(Inquiry &inquiry, QLatin1StringView expected, Outcome outcome)
{
    const bool isText = !inquiry.header("typ") || inquiry.header("typ").isString();
    inquiry.add(about(inquiry, isText ? "kind.typ"_L1 : "kind.typ_type"_L1, "typ"_L1)
                    .outcome(outcome)
                    .expected(isText ? expected : "string"_L1));
}

bool isPlainTyp(const Inquiry &inquiry)
{
    const base::json::Value typ = inquiry.header("typ");
    return !typ || jose::mediaType(typ) == "jwt"_L1;
}

// RFC 9068 section 4, and Authgear, demand at+jwt. Issuers that came before it write JWT or
// nothing.
void judgeAccessTyp(Inquiry &inquiry)
{
    if (inquiry.isTypedAccessToken())
        inquiry.add(about(inquiry, "kind.expected"_L1, "typ"_L1).expected(accessTyp));
    else
        addTyp(inquiry, accessTyp,
               isPlainTyp(inquiry) && !inquiry.isAuthgear() ? Outcome::Warn : Outcome::Fail);
}

void judgeAccess(Inquiry &inquiry)
{
    const bool isMachine = inquiry.kind() == Kind::M2mToken;
    // What only looks like an ID token may be an access token of an older make, but never
    // Authgear's.
    if (isProvenIdToken(inquiry.guess())
        || (inquiry.kind() == Kind::IdToken && inquiry.isAuthgear())) {
        inquiry.add(about(inquiry, "kind.id_for_access"_L1, "typ"_L1).expected(accessTyp));
        return;
    }
    if (isMachine && inquiry.profile() == Profile::Access)
        inquiry.add(
            about(inquiry, "kind.m2m_at_user_api"_L1, "sub"_L1).found(inquiry.claim(Claim::Sub)));
    if (inquiry.kind() == Kind::AccessToken && inquiry.profile() == Profile::M2m)
        // Authgear marks the tokens of machines; elsewhere their sub may look like anybody's.
        inquiry.add(about(inquiry, "kind.user_at_m2m_api"_L1, "sub"_L1)
                        .outcome(inquiry.isAuthgear() ? Outcome::Fail : Outcome::Warn)
                        .found(inquiry.claim(Claim::Sub)));
    judgeAccessTyp(inquiry);
}

void judgeId(Inquiry &inquiry)
{
    if (inquiry.kind() == Kind::AccessToken || inquiry.kind() == Kind::M2mToken) {
        const auto id
            = inquiry.isSensitive() ? "kind.access_for_reauth"_L1 : "kind.access_for_id"_L1;
        inquiry.add(about(inquiry, id, "typ"_L1).expected(u"JWT"_s));
    } else if (!isPlainTyp(inquiry)) {
        addTyp(inquiry, "JWT"_L1, Outcome::Fail);
    } else {
        const bool isProven = inquiry.kind() == Kind::IdToken;
        inquiry.add(about(inquiry, isProven ? "kind.expected"_L1 : "kind.uncertain"_L1, "typ"_L1)
                        .expected(u"JWT"_s));
    }
}

} // namespace

void judgeKind(Inquiry &inquiry)
{
    const bool isRead = inquiry.kind() != Kind::Nothing && inquiry.kind() != Kind::Unreadable;
    if (!isRead || judgeShapes(inquiry) || judgeStrangers(inquiry))
        return;
    if (!inquiry.claims().isPresent())
        return; // judgeForm() says what the payload is.
    if (inquiry.wantsAccessToken())
        judgeAccess(inquiry);
    else if (inquiry.wantsIdToken())
        judgeId(inquiry);
    else
        inquiry.add(about(inquiry, "kind.recognized"_L1, "typ"_L1));
}

} // namespace verdict
