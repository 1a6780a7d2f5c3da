// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/settings.h"
#include "core/verdict/examination.h"

namespace cli {

//! The keys and the secret in files, and the expected issuer. Says on standard error when a secret
//! lost its final newline. Errors are unreadable input: input.*, keyset.*, key.*, json.*, secret.*.
[[nodiscard]] base::Result<verdict::Evidence> givenEvidence(const InspectOptions &options,
                                                            const Settings &settings);

//! Certificates as PEM, or nothing where no file was named. Errors: input.*.
[[nodiscard]] base::Result<QByteArray> readAuthorities(const QString &name);

} // namespace cli
