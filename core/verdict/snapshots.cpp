// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/snapshots.h"

namespace verdict {

bool isDocumentForeign(const oidc::IssuerSnapshot &snapshot)
{
    using enum oidc::IssuerMatch;
    return snapshot.issuerMatch == Different
        || (snapshot.issuerMatch == Unknown && !snapshot.discovery.isEmpty());
}

bool mayUseKeys(const oidc::IssuerSnapshot &snapshot)
{
    return snapshot.hasKeys() && !isDocumentForeign(snapshot);
}

QString issuerOf(const oidc::IssuerSnapshot &snapshot)
{
    const bool isRespelled = snapshot.issuerMatch == oidc::IssuerMatch::SlashOrCase;
    return isRespelled ? snapshot.discovery.issuer() : snapshot.input.issuer;
}

std::optional<oidc::ClockOffset> issuerClock(const oidc::IssuerSnapshot *snapshot)
{
    const bool isTelling = snapshot && snapshot->clockOffset && snapshot->clockOffset->isTelling();
    return isTelling ? snapshot->clockOffset : std::nullopt;
}

} // namespace verdict
