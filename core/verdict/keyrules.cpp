// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/families.h"
#include "core/verdict/rules.h"
#include "core/verdict/snapshots.h"

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;
using jose::KeyOrigin;

namespace {

//! A signature that holds, and the key that it holds by.
struct Basis
{
    const jose::SignatureBlock &block;
    const jose::SignatureResult &result;
    const jose::Attempt &attempt;
    const jose::KeyEntry &entry;
    qsizetype index; //!< Of the signature; -1 when it is the only one.
};

// In the order of jose::KeyOrigin and oidc::Transport.
constexpr auto origins
    = std::to_array<QLatin1StringView>({"issuer"_L1, "url"_L1, "file"_L1, "secret"_L1, "token"_L1});
constexpr auto transports = std::to_array<QLatin1StringView>(
    {"tls"_L1, "tls_exception"_L1, "plain_loopback"_L1, "plain"_L1});

void addValid(Inquiry &inquiry, const Basis &basis)
{
    Draft draft("signature.valid"_L1, "signature"_L1);
    const QString algorithm = basis.result.algorithm->name;
    draft.found(algorithm)
        .fact("algorithm"_L1, algorithm)
        .fact("key"_L1, basis.attempt.label)
        .fact("kid"_L1, basis.entry.key.kid())
        .fact("thumbprint"_L1, QString::fromLatin1(basis.entry.key.thumbprint()))
        .fact("origin"_L1, QString(origins[static_cast<size_t>(basis.attempt.origin)]));
    const oidc::IssuerSnapshot *snapshot = inquiry.snapshot();
    if (snapshot && basis.attempt.origin == KeyOrigin::Issuer) {
        draft.fact("fetchedAt"_L1, unixMilliseconds(snapshot->fetchedAt))
            .fact("transport"_L1, QString(transports[static_cast<size_t>(snapshot->transport)]));
    }
    if (basis.index >= 0)
        draft.fact("index"_L1, qlonglong(basis.index));
    inquiry.add(draft);
}

// RFC 7518 sections 3.2 and 3.3. A signature by a weak key holds, and proves little.
void judgeStrength(Inquiry &inquiry, const Basis &basis)
{
    const int least = basis.result.algorithm->minimumKeyBits;
    const int bits = basis.entry.key.bits();
    const auto own = std::ranges::find(basis.entry.findings, "key.weak"_L1, &base::Finding::id);
    const bool isOwn = own != basis.entry.findings.end();
    if (!isOwn && bits >= least)
        return;
    Draft draft("key.weak"_L1, "key"_L1);
    const bool isSecret = basis.entry.key.type() == jose::KeyType::Oct;
    draft.expected(QString::number(least))
        .found(QString::number(bits))
        .fact("what"_L1, QString(isSecret ? "secret"_L1 : "modulus"_L1));
    if (isOwn)
        draft.expected(own->expected).found(own->found).facts(own->facts);
    inquiry.add(draft.fact("label"_L1, basis.attempt.label));
}

void judgeChoice(Inquiry &inquiry, const Basis &basis)
{
    const base::json::Value kid = basis.block.header("kid");
    if (!kid && basis.result.fittingKeys > 1)
        inquiry.add(Draft("signature.several_keys"_L1, "kid"_L1)
                        .fact("keys"_L1, qlonglong(basis.result.fittingKeys)));
    if (basis.attempt.withoutKid)
        inquiry.add(Draft("signature.key_without_kid"_L1, "kid"_L1)
                        .found(kid)
                        .fact("nameless"_L1, !basis.entry.key.json().root().isObject()));
}

struct TransportRow
{
    oidc::Transport transport;
    QLatin1StringView id;
};
constexpr auto doubtful = std::to_array<TransportRow>({
    {oidc::Transport::Plain, "key.plain_http"_L1},
    {oidc::Transport::TlsException, "key.tls_exception"_L1},
});

void judgeTransport(Inquiry &inquiry, const Basis &basis)
{
    const oidc::IssuerSnapshot *snapshot = inquiry.snapshot();
    const bool isIssuers = basis.attempt.origin == KeyOrigin::Issuer;
    if (!snapshot || (!isIssuers && basis.attempt.origin != KeyOrigin::Url))
        return;
    const QString source
        = isIssuers ? snapshot->input.issuer : QString::fromUtf8(snapshot->keysUrl);
    for (const TransportRow &row : doubtful) {
        if (row.transport == snapshot->transport)
            inquiry.add(Draft(row.id, "key"_L1).found(source));
    }
    if (isIssuers && snapshot->keysFromOtherOrigin)
        inquiry.add(Draft("key.other_origin"_L1, "key"_L1)
                        .expected(snapshot->input.issuer)
                        .found(snapshot->discovery.jwksUri()));
}

// Findings of core/jose keep their id and facts; the table gives them their place.
void passOn(Inquiry &inquiry, const base::Findings &findings, const base::Facts &facts = {})
{
    for (const base::Finding &finding : findings) {
        // judgeStrength() asks for this signature's algorithm as well. What has no rule is told of
        // the whole set: one private key is one warning.
        if (finding.id == "key.weak"_L1 || !findRule(finding.id))
            continue;
        Draft draft(finding.id, "key"_L1);
        inquiry.add(draft.expected(finding.expected)
                        .found(finding.found)
                        .facts(finding.facts)
                        .facts(facts));
    }
}

void passOnKey(Inquiry &inquiry, const jose::KeyEntry &entry, KeyOrigin origin)
{
    const bool isPublished = origin == KeyOrigin::Issuer || origin == KeyOrigin::Url;
    passOn(inquiry, entry.findings, {{"label"_L1, entry.label}, {"published"_L1, isPublished}});
}

void judgeBasis(Inquiry &inquiry, const Basis &basis)
{
    addValid(inquiry, basis);
    judgeStrength(inquiry, basis);
    judgeChoice(inquiry, basis);
    judgeTransport(inquiry, basis);
    passOnKey(inquiry, basis.entry, basis.attempt.origin);
}

// No key verified: what is wrong with the one that the token names may be the reason.
void judgeNamedKeys(Inquiry &inquiry, const jose::SignatureBlock &block,
                    const QList<jose::KeySet> &sets)
{
    const base::json::Value kid = block.header("kid");
    for (const jose::KeySet &set : sets) {
        for (const jose::KeyEntry &entry : set.entries()) {
            if (kid.isString() && entry.kid == kid.toString())
                passOnKey(inquiry, entry, set.origin());
        }
    }
}

// Null when the sets are no longer the ones that were tried.
const jose::KeyEntry *entryOf(const QList<jose::KeySet> &sets, const jose::Attempt &attempt)
{
    const bool isThere = attempt.set < sets.size() && attempt.entry < sets.at(attempt.set).size();
    return isThere ? &sets.at(attempt.set).entries().at(attempt.entry) : nullptr;
}

void judgeOne(Inquiry &inquiry, const QList<jose::KeySet> &sets, qsizetype i)
{
    const QList<jose::SignatureBlock> &blocks = inquiry.token().signatures();
    const jose::SignatureResult &result = inquiry.examination().signatures.at(i);
    const jose::Attempt *attempt = result.verifiedAttempt();
    const jose::KeyEntry *entry = attempt ? entryOf(sets, *attempt) : nullptr;
    if (entry)
        judgeBasis(inquiry, {blocks.at(i), result, *attempt, *entry, blocks.size() > 1 ? i : -1});
    else
        judgeNamedKeys(inquiry, blocks.at(i), sets);
}

} // namespace

void judgeKeys(Inquiry &inquiry)
{
    const QList<jose::KeySet> sets = inquiry.examination().keySets();
    const qsizetype count
        = qMin(inquiry.token().signatures().size(), inquiry.examination().signatures.size());
    for (qsizetype i = 0; i < count; ++i)
        judgeOne(inquiry, sets, i);
    if (inquiry.token().signatures().isEmpty())
        return;
    for (const jose::KeySet &set : sets)
        passOn(inquiry, set.findings());
}

} // namespace verdict
