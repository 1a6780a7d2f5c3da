// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/options.h"
#include "core/base/clock.h"
#include "core/oidc/issuer.h"
#include "core/verdict/policy.h"

namespace cli {

//! What `inspect` was asked to do, understood. Files are not read yet.
struct Settings
{
    verdict::Policy policy;
    std::optional<base::Instant> at; //!< Nothing: now.
    std::optional<int> which; //!< Number of a token in a capture, from 1.
    std::optional<oidc::IssuerInput> issuer;
    QByteArray jwksUrl; //!< When --jwks names a URL.
    QString jwksFile; //!< When it names a file.
};

//! Errors are wrong usage: usage.*, instant.syntax, duration.syntax, issuer.*.
[[nodiscard]] base::Result<Settings> understand(const InspectOptions &options);

} // namespace cli
