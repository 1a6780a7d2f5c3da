// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace oidc {

//! What a person typed as an issuer, understood.
struct IssuerInput
{
    QString typed; //!< As typed, white space around removed.
    QString issuer; //!< What `iss` and the discovery document must say, character by character.
    bool schemeAssumed = false; //!< A bare host: https was put before it.
    bool fromDiscoveryUrl = false; //!< A well-known path was taken off.
    QByteArray discoveryUrl; //!< That URL, which is then asked first.

    //! OpenID Discovery section 4.1: the well-known path after the issuer's own path.
    [[nodiscard]] QByteArray openIdUrl() const;
    //! RFC 8414 section 3.1: the well-known path before the issuer's own path.
    [[nodiscard]] QByteArray oauthUrl() const;
    //! Where the metadata may be, in the order to ask: the discovery URL that was typed, OpenID
    //! Discovery, RFC 8414.
    [[nodiscard]] QList<QByteArray> metadataUrls() const;
};

//! Accepts an origin, an origin with a slash, a path, a full discovery URL of either kind, or a
//! bare host (http is assumed for loopback, https for all else). What is written in ASCII stays as
//! it is, because issuers are compared as text; other letters become punycode and percent escapes,
//! as an issuer must be a URI. Errors, with the offending text as detail where it is no secret:
//! issuer.empty, issuer.syntax, issuer.scheme, issuer.userinfo, issuer.query, issuer.fragment,
//! issuer.looks_like_token.
[[nodiscard]] base::Result<IssuerInput> parseIssuer(const QString &typed);

//! How two identifiers differ, most telling first. Identifiers are compared as text; these are
//! hints for the person, and never make a difference equal.
enum class Difference : quint8 {
    None,
    TrailingSlash, //!< only "/" at the end
    Scheme, //!< only http against https
    Case, //!< only letter case
    Port, //!< only the port, also a spelled-out default port
    Path, //!< same origin, other path
    Host, //!< same scheme, other host
    Whitespace, //!< blanks or invisible characters
    Other,
};
//! None only for texts that are equal code point by code point (RFC 8414 section 3.3).
[[nodiscard]] Difference compareIdentifiers(const QString &expected, const QString &found);

//! Stable name for reports: "trailing_slash", "scheme" …
[[nodiscard]] QLatin1StringView name(Difference difference);

} // namespace oidc
