// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace http {

//! In network order: the first byte is the one that is written first.
using Ipv4 = std::array<quint8, 4>;
using Ipv6 = std::array<quint8, 16>;

//! Four decimal numbers without leading zeros. The short, octal and hexadecimal forms that some
//! libraries accept ("127.1", "0177.0.0.1", "0x7f000001") are not guessed: they are no literals
//! here.
[[nodiscard]] std::optional<Ipv4> parseIpv4(QStringView text);
//! RFC 4291 section 2.2, all three forms; a zone ("%eth0") is left out of account.
[[nodiscard]] std::optional<Ipv6> parseIpv6(QStringView text);
//! An IPv4 literal, or an IPv6 literal with or without brackets.
[[nodiscard]] bool isAddressLiteral(const QString &host);

//! Where an address or literal host points, as far as its text tells (RFC 6890).
enum class Reach : quint8 { Public, Private, Loopback, LinkLocal };

//! Of an IPv4 or IPv6 literal, also mapped and bracketed; "localhost" and "*.localhost" are
//! loopback; other names are Public until they are resolved.
[[nodiscard]] Reach reachOf(const QString &host);
//! The nearest of a name and what it resolves to: one loopback address among public ones is
//! loopback.
[[nodiscard]] Reach nearestReach(const QString &host, const QStringList &addresses);
//! Whether `target` is nearer to this machine than `from`, so that a server over there must not
//! send us to it: public < private < link-local < loopback.
[[nodiscard]] bool isNearer(Reach target, Reach from);

} // namespace http
