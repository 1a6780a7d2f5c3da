// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/errors.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// What a person typed as the issuer, and documents that an issuer answered with.
// clang-format off
constexpr std::array rows{
    ErrorRow{"issuer.empty", QT_TRANSLATE_NOOP("report", "No issuer was given"),
             QT_TRANSLATE_NOOP("report", "Without an issuer there is nowhere to fetch keys from."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Type the address of your issuer, for example https://project-id.authgear.cloud")},
    ErrorRow{"issuer.syntax", QT_TRANSLATE_NOOP("report", "This is not the address of an issuer"),
             QT_TRANSLATE_NOOP("report", "An issuer is a URL with a scheme and a host, and maybe a port and a path."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Type it as the discovery document writes it, for example https://project-id.authgear.cloud")},
    ErrorRow{"issuer.scheme", QT_TRANSLATE_NOOP("report", "The issuer is neither https nor http"),
             QT_TRANSLATE_NOOP("report", "Only web addresses are asked; file, data and other schemes are refused."),
             QT_TRANSLATE_NOOP("report", "The scheme is “%1”."),
             QT_TRANSLATE_NOOP("report", "Begin the address with https://")},
    ErrorRow{"issuer.userinfo", QT_TRANSLATE_NOOP("report", "There is a user name or password in the address"),
             QT_TRANSLATE_NOOP("report", "What stands before “@” would be sent to the host behind it, and serves to disguise addresses."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Take out everything up to the “@”.")},
    ErrorRow{"issuer.query", QT_TRANSLATE_NOOP("report", "The issuer has a query or a fragment"),
             QT_TRANSLATE_NOOP("report", "An issuer identifier has neither “?” nor “#” (OpenID Discovery section 2, RFC 8414 section 2)."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Take out everything from the “?” or “#” on.")},
    ErrorRow{"issuer.fragment", QT_TRANSLATE_NOOP("report", "The issuer has a fragment"),
             QT_TRANSLATE_NOOP("report", "An issuer identifier has no “#” (OpenID Discovery section 2, RFC 8414 section 2)."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Take out everything from the “#” on.")},
    ErrorRow{"issuer.looks_like_token", QT_TRANSLATE_NOOP("report", "A token was put where the issuer belongs"),
             QT_TRANSLATE_NOOP("report", "It was not sent anywhere and is not kept in the list of issuers."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Paste the token as the token, and type the issuer's URL.")},
    ErrorRow{"discovery.json", QT_TRANSLATE_NOOP("report", "The discovery document is not JSON"),
             QT_TRANSLATE_NOOP("report", "The server answered, but not with a discovery document. Often it is a sign-in page, an error page or a web application that answers every path."),
             QT_TRANSLATE_NOOP("report", "The reader says: %1."),
             QT_TRANSLATE_NOOP("report", "Check host and path of the issuer.")},
    ErrorRow{"discovery.shape", QT_TRANSLATE_NOOP("report", "The discovery document is no JSON object"),
             QT_TRANSLATE_NOOP("report", "OpenID Discovery section 3 and RFC 8414 section 2 demand an object with members such as issuer and jwks_uri."),
             QT_TRANSLATE_NOOP("report", "Found: %1."),
             QT_TRANSLATE_NOOP("report", "Check host and path of the issuer.")},
    ErrorRow{"discovery.member_type", QT_TRANSLATE_NOOP("report", "A member of the discovery document has the wrong type"),
             QT_TRANSLATE_NOOP("report", "It is treated as if it were missing."),
             QT_TRANSLATE_NOOP("report", "The member is “%1”."),
             QT_TRANSLATE_NOOP("report", "Tell who runs the issuer.")},
    ErrorRow{"discovery.duplicate", QT_TRANSLATE_NOOP("report", "A member stands twice in the discovery document"),
             QT_TRANSLATE_NOOP("report", "Readers differ on which of the two counts; here it is the last."),
             QT_TRANSLATE_NOOP("report", "The member is “%1”."),
             QT_TRANSLATE_NOOP("report", "Tell who runs the issuer.")},
    ErrorRow{"discovery.no_issuer", QT_TRANSLATE_NOOP("report", "The discovery document names no issuer"),
             QT_TRANSLATE_NOOP("report", "A document must name the very issuer it was asked for, or its keys could be anybody's (OpenID Discovery section 4.3, RFC 8414 section 3.3)."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Tell who runs the issuer.")},
    ErrorRow{"discovery.no_jwks_uri", QT_TRANSLATE_NOOP("report", "The discovery document does not say where the keys are"),
             QT_TRANSLATE_NOOP("report", "Its member jwks_uri is missing or is no text."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Give the key set's own address, or ask who runs the issuer.")},
    ErrorRow{"discovery.jwks_scheme", QT_TRANSLATE_NOOP("report", "The discovery document points out of the web for its keys"),
             QT_TRANSLATE_NOOP("report", "Its jwks_uri is neither https nor http, and was not followed: a file or data address would be read from this computer."),
             QT_TRANSLATE_NOOP("report", "The scheme is “%1”."),
             QT_TRANSLATE_NOOP("report", "Tell who runs the issuer; do not trust it until then.")},
    ErrorRow{"discovery.jwks_uri", QT_TRANSLATE_NOOP("report", "The address of the keys in the discovery document is wrong"),
             QT_TRANSLATE_NOOP("report", "The member jwks_uri must be a whole web address, without user name or password."),
             QT_TRANSLATE_NOOP("report", "It says “%1”."),
             QT_TRANSLATE_NOOP("report", "Tell who runs the issuer.")},
    ErrorRow{"issuer.document_differs", QT_TRANSLATE_NOOP("report", "The discovery document names another issuer"),
             QT_TRANSLATE_NOOP("report", "A document must name the very issuer it was asked for, or its keys could be anybody's (OpenID Discovery section 4.3, RFC 8414 section 3.3). Often a custom domain was activated, or a server behind a proxy takes itself for http."),
             QT_TRANSLATE_NOOP("report", "It names “%1”."),
             QT_TRANSLATE_NOOP("report", "If that is your issuer, type it instead. If not, correct the public origin of the server.")},
};
// clang-format on

} // namespace

std::span<const ErrorRow> issuerErrors()
{
    return rows;
}

} // namespace report
