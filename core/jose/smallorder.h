// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/jose/curves.h"

namespace jose {

//! Whether `x`, the public key of an OKP curve as RFC 8032 encodes it, is one of the few points of
//! small order (sections 5.1 and 5.2; cofactors 8 and 4), also when it is encoded by a number that
//! is not reduced. Everybody can sign for such a key: there is no private half to know.
[[nodiscard]] bool hasSmallOrder(const QByteArray &x, const Curve &curve);

} // namespace jose
