// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <optional>

//! What parseIssuer knows about characters; for core/oidc only.
namespace oidc {

//! White space, a byte order mark and zero-width characters around a pasted text removed.
[[nodiscard]] QString withoutBlanksAround(const QString &text);
//! The text with every blank and invisible character removed, also inside.
[[nodiscard]] QString withoutBlanks(const QString &text);

//! A JWT, a part of one, an Authorization header, a URL with a token in its path, or a host that
//! ends in something far too long for a top-level domain. What is taken for a host is looked up in
//! the DNS, so a secret must never get that far.
[[nodiscard]] bool looksLikeToken(const QString &text);

//! "mailto" of "mailto:a@b"; empty for "host:8080" and for text without a scheme.
[[nodiscard]] QString schemeWithoutAuthority(const QString &text);

//! A literal as it is, a name in the ASCII form that the DNS knows; ASCII keeps its case. Nothing
//! when it can be no host, also for numbers that some libraries would take for an address
//! ("127.1").
[[nodiscard]] std::optional<QString> asciiHost(const QString &host);

//! ASCII as it is, other letters as percent escapes of UTF-8; nothing when a character is no part
//! of a path (RFC 3986 section 3.3).
[[nodiscard]] std::optional<QString> asciiPath(const QString &path);

} // namespace oidc
