// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace http {

//! Where an address or literal host points, as far as its text tells (RFC 6890).
enum class Reach : quint8 { Public, Private, Loopback, LinkLocal };

//! Of an IPv4 or IPv6 literal, also mapped and bracketed; "localhost" and "*.localhost" are loopback;
//! other names are Public until they are resolved.
[[nodiscard]] Reach reachOf(const QString &host);

} // namespace http
