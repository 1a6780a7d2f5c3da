// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/kind.h"
#include "core/verdict/families.h"

#include <algorithm>

namespace verdict {

using namespace Qt::Literals::StringLiterals;

namespace {

// Reference authgear 2: access, ID and M2M tokens are all signed with RS256 by one key.
void judgeAlgorithm(Inquiry &inquiry)
{
    const base::json::Value alg = inquiry.header("alg");
    const bool isSigned = alg.isString() && alg.toString() != "none"_L1;
    if (!hasForeignKey(inquiry.kind()) && isSigned && alg.toString() != "RS256"_L1)
        inquiry.add(Draft("authgear.algorithm"_L1, "alg"_L1).expected(u"RS256"_s).found(alg));
}

// Signing takes the first key of the set; a token by a later one was made before a new key was put
// in front. Programs that always take the first key refuse it.
void judgeRotation(Inquiry &inquiry)
{
    for (const jose::SignatureResult &result : inquiry.examination().signatures) {
        const jose::Attempt *attempt = result.verifiedAttempt();
        if (!attempt || attempt->origin != jose::KeyOrigin::Issuer || attempt->entry == 0)
            continue;
        const QList<jose::KeyEntry> &entries = inquiry.snapshot()->keys.entries();
        inquiry.add(Draft("authgear.before_rotation"_L1, "kid"_L1)
                        .expected(entries.constFirst().label)
                        .found(attempt->label)
                        .fact("position"_L1, qlonglong(attempt->entry + 1))
                        .fact("keys"_L1, qlonglong(entries.size())));
    }
}

// Anonymous users have no sign-in method, so a missing amr is no mistake.
void judgeAnonymous(Inquiry &inquiry)
{
    const base::json::Value &anonymous = inquiry.claim(Claim::AuthgearAnonymous);
    if (anonymous.isTrue())
        inquiry.add(Draft("authgear.anonymous"_L1, name(Claim::AuthgearAnonymous))
                        .found(anonymous)
                        .fact("noAmr"_L1, !inquiry.claim(Claim::Amr)));
}

} // namespace

void judgeAuthgear(Inquiry &inquiry)
{
    if (!inquiry.isAuthgear() || !inquiry.claims().isPresent())
        return;
    judgeAlgorithm(inquiry);
    judgeAnonymous(inquiry);
    if (inquiry.snapshot())
        judgeRotation(inquiry);
}

} // namespace verdict
