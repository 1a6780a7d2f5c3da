// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"

namespace capture {

//! Takes out the requests of which only a time is known and that nothing belongs to: a log has a
//! time on every line, whether or not it is about a request. Indices of requests stay right.
void dropMereTimes(Capture &capture);

} // namespace capture
