// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/audience.h"

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;

namespace {

// Enough for people; a token with thousands of audiences shall not stop the countdown.
constexpr qsizetype mostCompared = 32;

// The client id is what an ID token is for. A list of audiences is for access tokens too, so under
// Automatic one that does not fit is no expectation of ID tokens.
Expectation expectedOfIdToken(const Inquiry &inquiry)
{
    const Policy &policy = inquiry.policy();
    if (!policy.clientId.isEmpty())
        return {{policy.clientId}, false};
    const QStringList found = inquiry.claims().audiences();
    const bool fits = std::ranges::any_of(
        policy.audiences, [&found](const QString &audience) { return found.contains(audience); });
    if (policy.profile == Profile::Automatic && !fits)
        return {};
    return {policy.audiences, false};
}

bool isAuthgearIssuer(const Inquiry &inquiry)
{
    return inquiry.snapshot() && inquiry.snapshot()->discovery.looksLikeAuthgear();
}

bool startsBelow(const QString &url, const QString &issuer)
{
    return !issuer.isEmpty() && url.size() > issuer.size() + 1 && url.startsWith(issuer)
        && url.at(issuer.size()) == u'/';
}

// Another host or path than the issuer's, and no slip of the pen.
bool isElsewhere(const QString &address, const QString &issuer)
{
    using enum oidc::Difference;
    const oidc::Difference difference = oidc::compareIdentifiers(issuer, address);
    return address.contains("://"_L1)
        && (difference == Host || difference == Path || difference == Other);
}

// An API of its own.
bool isResource(const Inquiry &inquiry, const QString &issuer)
{
    const QString own = inquiry.claim(Claim::Iss).toString();
    return std::ranges::any_of(inquiry.claims().audiences(), [&](const QString &audience) {
        return audience != own && isElsewhere(audience, issuer);
    });
}

// The issuer as the only audience, as Authgear's user tokens have it, where a web address was
// expected: that of the API itself, or of the issuer before or after it changed its domain.
bool isIssuersOwn(const Inquiry &inquiry, const Expectation &wanted)
{
    const QString own = inquiry.claim(Claim::Iss).toString();
    return own.contains("://"_L1) && inquiry.claims().audiences() == QStringList{own}
    && std::ranges::all_of(wanted.audiences,
                           [&own](const QString &audience) { return isElsewhere(audience, own); });
}

// Several audiences in one text, with blanks or commas between or as JSON in JSON: for who compares
// it is one audience of a strange name.
bool holdsListAsText(const Inquiry &inquiry, const Expectation &wanted)
{
    constexpr QLatin1StringView between(" ,;[]\"");
    const QStringList found = inquiry.claims().audiences();
    if (found.size() != 1)
        return false;
    const QString &text = found.constFirst();
    return std::ranges::any_of(wanted.audiences, [&](const QString &audience) {
        const qsizetype at = audience.isEmpty() ? -1 : text.indexOf(audience);
        const qsizetype end = at + audience.size();
        const bool isWhole = at >= 0 && (at == 0 || between.contains(text.at(at - 1)))
            && (end == text.size() || between.contains(text.at(end)));
        return isWhole && text.trimmed().size() > audience.size();
    });
}

QLatin1StringView hintForIdToken(const Inquiry &inquiry, const Expectation &wanted,
                                 const QString &issuer)
{
    if (wanted.audiences.contains(issuer))
        return "issuer_for_id"_L1;
    const QStringList found = inquiry.claims().audiences();
    const bool isClient = found.size() == 1 && !found.constFirst().contains("://"_L1);
    return isClient ? "other_client"_L1 : QLatin1StringView();
}

} // namespace

Expectation expectedAudience(const Inquiry &inquiry)
{
    if (inquiry.wantsIdToken())
        return expectedOfIdToken(inquiry);
    const bool isUserAccess
        = inquiry.profile() == Profile::Access && inquiry.kind() != Kind::M2mToken;
    if (inquiry.policy().audiences.isEmpty() && isUserAccess && isAuthgearIssuer(inquiry)
        && !inquiry.expectedIssuer().isEmpty()) {
        return {{inquiry.expectedIssuer()}, true};
    }
    return {inquiry.policy().audiences, false};
}

ClosestPair closestPair(const QStringList &wanted, const QStringList &found)
{
    ClosestPair closest{wanted.value(0), found.value(0)};
    for (const QString &one : wanted.first(qMin(wanted.size(), mostCompared))) {
        for (const QString &other : found.first(qMin(found.size(), mostCompared))) {
            const oidc::Difference difference = oidc::compareIdentifiers(one, other);
            // Other comes last in the enumeration; before it the order hardly matters.
            if (difference < closest.difference)
                closest = {one, other, difference};
        }
    }
    return closest;
}

QLatin1StringView audienceHint(const Inquiry &inquiry, const Expectation &wanted)
{
    const QString client = inquiry.claim(Claim::ClientId).toString();
    const QString issuer = inquiry.expectedIssuer().isEmpty() ? inquiry.claim(Claim::Iss).toString()
                                                              : inquiry.expectedIssuer();
    const auto wantedBelow = [&](const QString &audience) { return startsBelow(audience, issuer); };
    if (holdsListAsText(inquiry, wanted))
        return "list_as_text"_L1;
    if (inquiry.wantsIdToken())
        return hintForIdToken(inquiry, wanted, issuer);
    if (inquiry.kind() == Kind::IdToken)
        return "id_token_audience"_L1;
    if (inquiry.kind() == Kind::M2mToken)
        return "resource"_L1;
    if (!client.isEmpty() && wanted.audiences.contains(client))
        return "client_id_wanted"_L1;
    if (std::ranges::any_of(wanted.audiences, wantedBelow))
        return "endpoint_wanted"_L1;
    if (isResource(inquiry, issuer))
        return "resource"_L1;
    return isIssuersOwn(inquiry, wanted) ? "issuer_itself"_L1 : QLatin1StringView();
}

} // namespace verdict
