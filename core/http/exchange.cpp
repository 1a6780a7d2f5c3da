// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/exchange.h"

#include <algorithm>
#include <array>

namespace http {

bool Exchange::isRedirect() const
{
    // RFC 9110 section 15.4: 300 offers a choice, 304 answers a condition, 305 and 306 are dead.
    constexpr std::array redirects{301, 302, 303, 307, 308};
    return std::find(redirects.begin(), redirects.end(), status) != redirects.end();
}

} // namespace http
