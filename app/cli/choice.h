// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/captureinput.h"
#include "core/verdict/examination.h"

namespace cli {

//! The token to inspect, and how it was presented.
struct Choice
{
    QByteArray token;
    verdict::Presentation presentation;
    qsizetype sighting = -1; //!< In the capture; -1 where the capture has none.
};

//! The token of a capture: the one that is there, or number `which` (from 1) of several. Text that
//! is nothing but a token is read as it always was, mistakes around it included. Errors:
//! input.empty, input.several_tokens, input.no_token, usage.which.
[[nodiscard]] base::Result<Choice> choose(const CaptureInput &input, std::optional<int> which);

} // namespace cli
