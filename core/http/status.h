// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

//! What the status of an answer tells, RFC 9110 section 15. 0 stands for no answer, and tells
//! nothing.
namespace http {

//! Sections 15.5 and 15.6: an error, whoever's it is.
[[nodiscard]] constexpr bool isErrorStatus(int status)
{
    constexpr int firstError = 400;
    return status >= firstError;
}

//! Sections 15.5.2 and 15.5.4: refused for the credentials that came, or for those that did not.
[[nodiscard]] constexpr bool isRefusalStatus(int status)
{
    constexpr int unauthorized = 401;
    constexpr int forbidden = 403;
    return status == unauthorized || status == forbidden;
}

} // namespace http
