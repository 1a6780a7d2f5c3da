// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"

namespace report {

//! What may be seen of a token: the first twelve and the last six characters of a JWT, the first
//! four of anything else, and never all of it. Foreign text.
[[nodiscard]] QString shortToken(QByteArrayView token);

//! A text that quotes what somebody wrote, perhaps in the wrong place, with every JWT in it
//! shortened: error texts end up in logs.
[[nodiscard]] QString withShortTokens(const QString &text);

//! The capture as it may be shown: every token is shortened, also inside URLs and in what findings
//! quote, and so are passwords and client secrets in URLs. The text itself is left out.
[[nodiscard]] capture::Capture withoutTokens(const capture::Capture &capture);

} // namespace report
