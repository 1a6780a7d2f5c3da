// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/verifier.h"

namespace jose {

//! What a token demands of the key that made its signature.
struct Demand
{
    const Algorithm &algorithm;
    const std::optional<QString> &kid;
};

//! Fills in why the key cannot have been meant; leaves NotTried where it can.
void compare(const KeyEntry &entry, const Demand &demand, Attempt &attempt);

//! judgement: a key that the token brought, and an oct key that came over the network, never give a
//! pass.
[[nodiscard]] bool mayPass(const Key &key, KeyOrigin origin);

} // namespace jose
