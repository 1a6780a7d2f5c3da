// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/audience.h"
#include "core/verdict/families.h"

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;
using base::Outcome;

namespace {

Draft about(QLatin1StringView id, const Inquiry &inquiry, const Expectation &wanted)
{
    Draft draft(id, "aud"_L1);
    const QStringList audiences = inquiry.claims().audiences();
    draft.found(inquiry.claim(Claim::Aud))
        .expected(inOneLine(wanted.audiences))
        .fact("wanted"_L1, wanted.audiences)
        .fact("audiences"_L1, audiences)
        .fact("isDefault"_L1, wanted.isDefault);
    if (!audiences.isEmpty())
        draft.found(inOneLine(audiences));
    return draft;
}

void addMismatch(Inquiry &inquiry, const Expectation &wanted)
{
    const ClosestPair closest = closestPair(wanted.audiences, inquiry.claims().audiences());
    inquiry.add(about("audience.mismatch"_L1, inquiry, wanted)
                    .fact("closest"_L1, closest.found)
                    .fact("closestWanted"_L1, closest.wanted)
                    .fact("difference"_L1, QString(oidc::name(closest.difference)))
                    .fact("hint"_L1, QString(audienceHint(inquiry, wanted))));
}

// "Nothing wrong found, audience not checked", with what could be asked for.
void addNotGiven(Inquiry &inquiry)
{
    inquiry.add(Draft("audience.not_given"_L1, "aud"_L1)
                    .required(inquiry.wantsKind())
                    .found(inOneLine(inquiry.claims().audiences()))
                    .fact("offers"_L1, inquiry.claims().audiences())
                    .fact("clientId"_L1, inquiry.wantsIdToken()));
}

// OpenID Connect Core section 3.1.3.7: every further audience must be trusted.
void judgeFurther(Inquiry &inquiry, const Expectation &wanted)
{
    QStringList others;
    for (const QString &audience : inquiry.claims().audiences()) {
        if (!wanted.audiences.contains(audience) && !inquiry.policy().audiences.contains(audience))
            others << audience;
    }
    if (!others.isEmpty())
        inquiry.add(about("audience.untrusted"_L1, inquiry, wanted)
                        .found(inOneLine(others))
                        .fact("others"_L1, others));
}

void judgeAuthorizedParty(Inquiry &inquiry)
{
    const QString &clientId = inquiry.policy().clientId;
    const base::json::Value &azp = inquiry.claim(Claim::Azp);
    if (clientId.isEmpty())
        return;
    if (azp && (!azp.isString() || azp.toString() != clientId))
        inquiry.add(Draft("audience.azp_other"_L1, "azp"_L1).expected(clientId).found(azp));
    else if (!azp && inquiry.claims().audiences().size() > 1)
        inquiry.add(Draft("audience.azp_missing"_L1, "azp"_L1).expected(clientId));
}

// An access token's audience is the API; which client asked for it is another claim.
void judgeClient(Inquiry &inquiry)
{
    const QString &clientId = inquiry.policy().clientId;
    const base::json::Value &client = inquiry.claim(Claim::ClientId);
    if (!clientId.isEmpty() && client && (!client.isString() || client.toString() != clientId))
        inquiry.add(
            Draft("audience.other_client"_L1, "client_id"_L1).expected(clientId).found(client));
}

void judgeList(Inquiry &inquiry, const Expectation &wanted)
{
    const QStringList audiences = inquiry.claims().audiences();
    const auto match = std::ranges::find_if(wanted.audiences, [&](const QString &audience) {
        return audiences.contains(audience); // Exact, character by character.
    });
    if (match == wanted.audiences.end()) {
        addMismatch(inquiry, wanted);
        return;
    }
    inquiry.add(about("audience.match"_L1, inquiry, wanted).fact("matched"_L1, *match));
    if (inquiry.wantsIdToken())
        judgeFurther(inquiry, wanted);
}

bool isEmpty(const base::json::Value &aud)
{
    return aud.isArray() ? aud.size() == 0 : aud.toUtf8().isEmpty();
}

// RFC 9068 section 2.2 and OpenID Connect Core section 2 require aud, whatever is expected of it.
bool needsAudience(const Inquiry &inquiry, const Expectation &wanted)
{
    return !wanted.audiences.isEmpty() || inquiry.wantsIdToken()
        || (inquiry.wantsAccessToken() && inquiry.isTypedAccessToken());
}

void judgeShape(Inquiry &inquiry, const Expectation &wanted)
{
    const base::json::Value &aud = inquiry.claim(Claim::Aud);
    const bool isNeeded = needsAudience(inquiry, wanted);
    if (aud && !aud.isString() && !aud.isStringList())
        inquiry.add(about("audience.type"_L1, inquiry, wanted)
                        .outcome(inquiry.wantsKind() || isNeeded ? Outcome::Fail : Outcome::Warn)
                        .expected(u"string or array of strings"_s)
                        .found(aud));
    else if (aud && isEmpty(aud) && isNeeded)
        inquiry.add(about("audience.empty"_L1, inquiry, wanted));
    else if (!aud && isNeeded)
        inquiry.add(about("audience.missing"_L1, inquiry, wanted));
    else if (!wanted.audiences.isEmpty())
        judgeList(inquiry, wanted);
    else if (aud || inquiry.wantsKind())
        addNotGiven(inquiry);
}

} // namespace

void judgeAudience(Inquiry &inquiry)
{
    if (!inquiry.claims().isPresent())
        return;
    judgeShape(inquiry, expectedAudience(inquiry));
    if (inquiry.wantsIdToken())
        judgeAuthorizedParty(inquiry);
    else
        judgeClient(inquiry);
}

} // namespace verdict
