// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/claims.h"
#include "core/verdict/families.h"

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList missingOf(const QStringList &wanted, const QStringList &held)
{
    QStringList missing;
    for (const QString &one : wanted) {
        if (!held.contains(one))
            missing << one;
    }
    return missing;
}

// Why a name that seems to be there is not: programs compare scopes and roles whole, and exactly.
QLatin1StringView slipOf(const QStringList &missing, const QStringList &held)
{
    const auto all
        = [&](auto isLike) { return !missing.isEmpty() && std::ranges::all_of(missing, isLike); };
    if (all([&](const QString &one) { return held.contains(one, Qt::CaseInsensitive); }))
        return "case"_L1;
    const QString listed = u',' + held.join(u',') + u',';
    if (all([&](const QString &one) { return listed.contains(u',' + one + u','); }))
        return "commas"_L1;
    return {};
}

void addMissing(Draft &draft, const QStringList &missing, const QStringList &held)
{
    if (!missing.isEmpty())
        draft.fact("missing"_L1, missing).fact("slip"_L1, QString(slipOf(missing, held)));
}

// RFC 9068 section 2.2.3 has one string; some issuers write `scp`, as a string or a list.
const base::json::Value &scopeClaim(const Inquiry &inquiry)
{
    const base::json::Value &scope = inquiry.claim(Claim::Scope);
    return scope ? scope : inquiry.claim(Claim::Scp);
}

QStringList heldScopes(const base::json::Value &scope)
{
    return scope.isString() ? scope.toString().split(u' ', Qt::SkipEmptyParts)
                            : scope.toStringList();
}

void judgeScopes(Inquiry &inquiry)
{
    // RFC 6749 section 3.3: a blank separates scopes and is in none, so "a b" asks for two.
    const QStringList wanted = inquiry.policy().scopes.join(u' ').split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return;
    const base::json::Value &scope = scopeClaim(inquiry);
    if (scope && !scope.isString() && !scope.isArray()) {
        inquiry.add(
            Draft("requirement.scope_type"_L1, "scope"_L1).expected(u"string"_s).found(scope));
        return;
    }
    const QStringList held = heldScopes(scope);
    const QStringList missing = missingOf(wanted, held);
    Draft draft(missing.isEmpty() ? "requirement.scope_ok"_L1 : "requirement.scope_missing"_L1,
                "scope"_L1);
    draft.expected(wanted.join(u' ')).found(scope);
    addMissing(draft, missing, held);
    inquiry.add(draft);
}

// Authgear's claim, or what other issuers call it.
base::json::Value rolesClaim(const Inquiry &inquiry)
{
    if (inquiry.claim(Claim::AuthgearRoles))
        return inquiry.claim(Claim::AuthgearRoles);
    if (inquiry.claim(Claim::Roles))
        return inquiry.claim(Claim::Roles);
    return inquiry.claim(Claim::RealmAccess).member("roles");
}

void judgeRoles(Inquiry &inquiry)
{
    const QStringList &wanted = inquiry.policy().roles;
    if (wanted.isEmpty())
        return;
    const base::json::Value roles = rolesClaim(inquiry);
    const QStringList held = roles.toStringList();
    const QStringList missing = missingOf(wanted, held);
    Draft draft(missing.isEmpty() ? "requirement.role_ok"_L1 : "requirement.role_missing"_L1,
                name(Claim::AuthgearRoles));
    draft.expected(inOneLine(wanted)).found(roles);
    addMissing(draft, missing, held);
    inquiry.add(draft);
}

void judgeClaim(Inquiry &inquiry, const QString &name)
{
    const base::json::Value value = inquiry.claims().claims().member(name.toUtf8());
    if (value) {
        inquiry.add(Draft("requirement.claim_ok"_L1, name).found(value));
        return;
    }
    const ClaimInfo *info = describeClaim(name);
    inquiry.add(Draft("requirement.claim_missing"_L1, name)
                    .expected(name)
                    .fact("personal"_L1, inquiry.isAuthgear() && info && info->isPersonal));
}

} // namespace

void judgeRequirements(Inquiry &inquiry)
{
    if (!inquiry.claims().isPresent())
        return;
    judgeScopes(inquiry);
    judgeRoles(inquiry);
    for (const QString &name : inquiry.policy().claims)
        judgeClaim(inquiry, name);
}

} // namespace verdict
