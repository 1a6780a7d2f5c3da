// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/scriptrequest.h"

//! `client.get(url).set("Authorization", "Bearer …").send(body)`: calls behind a call that say more
//! of the same request, as superagent, Unirest, OkHttp and reqwest take them.
namespace capture {

//! Whether such a call follows at the place, perhaps on the next line.
[[nodiscard]] bool isChainAhead(QByteArrayView text, qsizetype at);

//! Takes what the calls behind the bracket at `close` say; the index of the bracket that closes the
//! last of them.
[[nodiscard]] qsizetype useChain(ScriptRequest &request, ScriptValues &values, qsizetype close);

} // namespace capture
