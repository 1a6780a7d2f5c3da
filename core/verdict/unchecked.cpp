// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/families.h"

namespace verdict {

using namespace Qt::Literals::StringLiterals;

// Never required: what only the issuer, the request or a memory of other requests could tell.
void listUnchecked(Inquiry &inquiry)
{
    if (inquiry.kind() == Kind::Nothing || inquiry.kind() == Kind::Unreadable)
        return;
    inquiry.add(Draft("not_checked.session"_L1, "session"_L1));
    if (inquiry.claims().isPresent())
        inquiry.add(Draft("not_checked.replay"_L1, "jti"_L1).found(inquiry.claim(Claim::Jti)));
    if (inquiry.claim(Claim::Nonce))
        inquiry.add(Draft("not_checked.nonce"_L1, "nonce"_L1).found(inquiry.claim(Claim::Nonce)));
    if (inquiry.claim(Claim::Cnf))
        inquiry.add(Draft("not_checked.possession"_L1, "cnf"_L1).found(inquiry.claim(Claim::Cnf)));
}

} // namespace verdict
