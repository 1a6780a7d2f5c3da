// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/verdict/claims.h"

namespace ui {

//! Which dictionary describes the members: claims of a payload, or parameters of a header.
enum class ClaimSet : quint8 { Payload, Header };

//! What a tree shows of one JSON value, worked out when it is asked for.
namespace claimfacts {

//! Null for a custom name and for everything below the first level.
[[nodiscard]] const verdict::ClaimInfo *info(const base::json::Value &value, ClaimSet set);
//! The moment that a NumericDate names; nothing for anything else.
[[nodiscard]] std::optional<base::Instant> instant(const base::json::Value &value, ClaimSet set);
//! Member name, or "[3]" for an element of an array; control characters made visible.
[[nodiscard]] QString nameText(const base::json::Value &value, int row);
//! One line, cut at a length that a view can show; control characters made visible.
[[nodiscard]] QString valueText(const base::json::Value &value);
//! What the dictionary says, with `sid` and `amr` values decoded.
[[nodiscard]] QString meaning(const base::json::Value &value, ClaimSet set);
//! The bytes of the whole member: from its name to the end of its value.
[[nodiscard]] base::Span memberSpan(const base::json::Value &value);

} // namespace claimfacts
} // namespace ui
