// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/http/exchange.h"
#include "core/jose/key.h"
#include "core/oidc/discovery.h"
#include "core/oidc/issuer.h"

namespace oidc {

//! How far the key set can be trusted to be the issuer's.
enum class Transport : quint8 {
    Tls,
    TlsException, //!< A bad certificate that a person trusted for this run.
    PlainLoopback,
    Plain, //!< http off loopback: anybody on the way could have changed the keys.
};

//! Whether the document says that it is of the issuer it was asked for.
enum class IssuerMatch : quint8 {
    Unknown, //!< There is no document, or it names no issuer.
    Same,
    SlashOrCase, //!< Only a trailing slash, or the case of scheme and host: a warning.
    Different, //!< Gives no pass (OpenID Discovery 4.3, RFC 8414 3.3).
};

//! The issuer's clock minus this machine's, and how wrong that may be.
struct ClockOffset
{
    std::chrono::milliseconds offset{0};
    std::chrono::milliseconds error{0};
    //! Nothing is claimed below the error.
    [[nodiscard]] bool isTelling() const { return std::chrono::abs(offset) > error; }
};

//! Everything one visit to an issuer brought, whether it went well or not.
struct IssuerSnapshot
{
    IssuerInput input;
    Discovery discovery;
    jose::KeySet keys;
    QList<http::Exchange> exchanges;
    QByteArray keysUrl; //!< What was asked for the keys, before redirects; empty: nobody was.
    base::Instant fetchedAt{};
    std::optional<ClockOffset> clockOffset;
    Transport transport = Transport::Tls;
    IssuerMatch issuerMatch = IssuerMatch::Unknown;
    bool keysFromOtherOrigin = false; //!< jwks_uri on another origin: legal, and shown.
    bool metadataFromRfc8414 = false; //!< OpenID discovery was not there, RFC 8414 was.
    //! Why there are no keys: net.*, discovery.*, keyset.*, issuer.*. The exchanges stay.
    std::optional<base::Error> error;
    //! A host that must be allowed by a click before keys are fetched from it (private address).
    QString blockedHost;

    [[nodiscard]] bool hasKeys() const { return !error && !keys.isEmpty(); }
};

//! From the Date header of the exchanges: the best (least error) estimate. Resolution one second,
//! error at least 0.5 s plus half the round trip; exchanges with an Age header are left out, and so
//! are hosts other than the first one, whose clock is their own.
[[nodiscard]] std::optional<ClockOffset>
estimateClockOffset(const QList<http::Exchange> &exchanges);

//! OpenID Connect Discovery section 4.3, RFC 8414 section 3.3.
[[nodiscard]] IssuerMatch matchIssuer(const IssuerInput &input, const Discovery &discovery);

//! The weakest link of all the answers that a snapshot stands on.
[[nodiscard]] Transport transportOf(const QList<http::Exchange> &exchanges);

} // namespace oidc
