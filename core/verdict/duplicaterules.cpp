// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/headerfacts.h"
#include "core/verdict/families.h"

#include <QSet>

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;
using base::json::Value;

namespace {

// So many names are enough to see what is going on, also in a token of nothing but duplicates that
// is judged every second.
constexpr qsizetype mostReported = 16;
constexpr qsizetype mostScanned = 1024;

// RFC 7515 section 4: what decides how the signature is checked, and what the token is.
constexpr auto decidingHeaders = std::to_array<QLatin1StringView>(
    {"alg"_L1, "kid"_L1, "typ"_L1, "cty"_L1, "crit"_L1, "b64"_L1, "jwk"_L1, "jku"_L1, "x5u"_L1,
     "x5c"_L1, "enc"_L1, "zip"_L1});

//! One of the two JSON texts of a token.
struct Place
{
    const base::json::Document &document;
    //! Names of which another value could have changed a finding.
    QStringList (*deciding)(const Inquiry &inquiry) = nullptr;
    QLatin1StringView decidingId;
    QLatin1StringView idleId;
};

struct Condition
{
    Claim claim;
    //! Whether this policy looks at the claim, where it does not want a kind of token.
    bool (*isAsked)(const Inquiry &inquiry);
};
constexpr auto conditions = std::to_array<Condition>({
    {Claim::Exp, [](const Inquiry &) { return true; }},
    {Claim::Nbf, [](const Inquiry &) { return true; }},
    {Claim::Iat, [](const Inquiry &) { return true; }},
    {Claim::Iss, [](const Inquiry &i) { return !i.expectedIssuer().isEmpty(); }},
    {Claim::Aud, [](const Inquiry &i) { return !i.policy().audiences.isEmpty(); }},
    {Claim::Scope, [](const Inquiry &i) { return !i.policy().scopes.isEmpty(); }},
    {Claim::Scp, [](const Inquiry &i) { return !i.policy().scopes.isEmpty(); }},
    {Claim::AuthTime, [](const Inquiry &i) { return i.signInLimit().has_value(); }},
    {Claim::Sub, [](const Inquiry &) { return false; }},
    {Claim::Azp, [](const Inquiry &) { return false; }},
    {Claim::ClientId, [](const Inquiry &) { return false; }},
    {Claim::Nonce, [](const Inquiry &) { return false; }},
    {Claim::AtHash, [](const Inquiry &) { return false; }},
    {Claim::CHash, [](const Inquiry &) { return false; }},
    {Claim::Sid, [](const Inquiry &) { return false; }},
    {Claim::TokenUse, [](const Inquiry &) { return false; }},
    {Claim::Typ, [](const Inquiry &) { return false; }},
    {Claim::AuthgearCanReauthenticate, [](const Inquiry &) { return false; }},
});

constexpr std::array roleClaims{Claim::AuthgearRoles, Claim::Roles, Claim::RealmAccess};

QStringList decidingClaims(const Inquiry &inquiry)
{
    QStringList names = inquiry.policy().claims;
    for (const Condition &condition : conditions) {
        if (inquiry.wantsKind() || condition.isAsked(inquiry))
            names << name(condition.claim);
    }
    for (const Claim claim : roleClaims) {
        if (!inquiry.policy().roles.isEmpty())
            names << name(claim);
    }
    return names;
}

QStringList decidingHeaderNames(const Inquiry &)
{
    return QStringList(decidingHeaders.begin(), decidingHeaders.end());
}

// What the members of this name say, in order.
QStringList valuesNamed(const Value &object, const QByteArray &name)
{
    QStringList values;
    for (const Value member : object) {
        if (values.size() < mostReported && member.hasName(name))
            values << shown(member);
    }
    return values;
}

void addDuplicate(Inquiry &inquiry, QLatin1StringView id, const Value &object, const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    const Value last = object.member(utf8);
    inquiry.add(Draft(id, name)
                    .found(last)
                    .fact("count"_L1, qlonglong(object.count(utf8)))
                    .fact("values"_L1, valuesNamed(object, utf8))
                    .fact("nested"_L1, object.parent().isPresent())
                    .fact("pointer"_L1, last.pointer()));
}

void judgeDeciding(Inquiry &inquiry, const Place &place, const QStringList &deciding)
{
    const Value root = place.document.root();
    for (const QString &name : deciding) {
        if (root.count(name.toUtf8()) > 1)
            addDuplicate(inquiry, place.decidingId, root, name);
    }
}

void judgeIdle(Inquiry &inquiry, const Place &place, const QStringList &deciding,
               const QList<Value> &duplicates)
{
    QSet<std::pair<qsizetype, QString>> seen;
    for (const Value &member : duplicates.first(qMin(duplicates.size(), mostScanned))) {
        const Value object = member.parent();
        const QString name = member.name();
        const std::pair key{object.index(), name};
        const bool isDeciding = object == place.document.root() && deciding.contains(name);
        if (isDeciding || seen.contains(key) || seen.size() >= mostReported)
            continue;
        seen.insert(key);
        addDuplicate(inquiry, place.idleId, object, name);
    }
}

void judgePlace(Inquiry &inquiry, const Place &place)
{
    const QList<Value> duplicates = place.document.duplicates();
    if (duplicates.isEmpty())
        return;
    const QStringList deciding = place.deciding(inquiry);
    judgeDeciding(inquiry, place, deciding);
    judgeIdle(inquiry, place, deciding, duplicates);
}

} // namespace

void judgeDuplicates(Inquiry &inquiry)
{
    if (inquiry.claims().isPresent())
        judgePlace(inquiry,
                   {inquiry.token().payload().json, decidingClaims, "claim.duplicate"_L1,
                    "claim.duplicate_unused"_L1});
    for (const jose::SignatureBlock &signature : inquiry.token().signatures()) {
        if (isReadable(signature.protectedHeader))
            judgePlace(inquiry,
                       {signature.protectedHeader.json, decidingHeaderNames, "header.duplicate"_L1,
                        "header.duplicate_unused"_L1});
    }
}

} // namespace verdict
