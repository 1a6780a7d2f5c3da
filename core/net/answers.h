// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/http/exchange.h"

namespace net {

//! Why a complete answer is not what was asked for, by its status and body: net.app_not_found,
//! net.not_found, net.forbidden, net.forbidden_user_agent, net.forbidden_ip, net.status, net.empty.
[[nodiscard]] std::optional<base::Error> statusProblem(const http::Exchange &answer);

//! The error for a body that the JSON reader refused with `problem`: net.html or net.not_json.
[[nodiscard]] base::Error notJson(const http::Exchange &answer, const base::Error &problem);

//! What the error of an answer means once it is known whether a proxy stood between: what goes
//! wrong before the issuer is reached is the proxy's doing, and without a proxy a 407 is a status
//! like any other. `answer.error` must be there.
[[nodiscard]] base::Error seenThroughProxy(const http::Exchange &answer);

//! Whether the document may be at the other well-known place: 404, 405, 410, or an answer that is
//! no JSON. Never after an answer that failed on its way.
[[nodiscard]] bool mayBeElsewhere(const http::Exchange &answer);

} // namespace net
