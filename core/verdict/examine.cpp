// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/headerfacts.h"
#include "core/jose/kind.h"
#include "core/verdict/examination.h"
#include "core/verdict/snapshots.h"

namespace verdict {

namespace {

// A token in a token is real, five levels of it are a trick.
constexpr int deepestNesting = 4;

Examination examineLevel(const jose::Token &token, const Evidence &evidence, int level)
{
    Examination examination;
    examination.token = token;
    examination.evidence = evidence;
    examination.claims = jose::ClaimIndex(readableClaims(token));
    examination.kind = recognize(token);
    const QList<jose::KeySet> sets = examination.keySets();
    for (const jose::SignatureBlock &signature : token.signatures())
        examination.signatures << jose::verify(signature, sets);
    const std::shared_ptr<const jose::Token> inner = token.nested();
    if (inner && level < deepestNesting) {
        Evidence innerEvidence = evidence;
        innerEvidence.presentation = {}; // The header carried the outer one.
        examination.nested
            = std::make_shared<const Examination>(examineLevel(*inner, innerEvidence, level + 1));
    }
    return examination;
}

} // namespace

Examination examine(const jose::Token &token, const Evidence &evidence)
{
    return examineLevel(token, evidence, 0);
}

QString Examination::expectedIssuer() const
{
    if (!evidence.expectedIssuer.isEmpty() || !evidence.snapshot)
        return evidence.expectedIssuer;
    return issuerOf(*evidence.snapshot);
}

QList<jose::KeySet> Examination::keySets() const
{
    QList<jose::KeySet> sets = evidence.given;
    if (evidence.snapshot && mayUseKeys(*evidence.snapshot))
        sets.prepend(evidence.snapshot->keys);
    return sets;
}

bool Examination::isAuthgear() const
{
    return (evidence.snapshot && evidence.snapshot->discovery.looksLikeAuthgear())
        || claims.hasAuthgearClaims();
}

} // namespace verdict
