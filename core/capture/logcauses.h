// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/capture/sourcetext.h"

namespace capture {

//! The causes that a backend's own log tells: what the libraries that verify tokens write, and
//! nothing that other parts of a program could mean as well. One finding for each cause, at the
//! line that tells it first. `isAboutTokens`: what stands around speaks of a token, so that less
//! will do. ids answer.*.
[[nodiscard]] base::Findings judgeLogText(const SourceText &text, bool isAboutTokens = false);

//! Errors of OAuth where no form reads them: JSON in the middle of a line, and what SDKs make of
//! it, "OAuthException: invalid_grant: invalid refresh token". ids answer.*.
[[nodiscard]] base::Findings judgeSpokenErrors(const SourceText &text);

} // namespace capture
