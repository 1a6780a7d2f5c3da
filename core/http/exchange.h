// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/http/headers.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace http {

//! What a TLS handshake said.
struct TlsFacts
{
    bool used = false;
    QString protocol; //!< "TLS 1.3"; empty after a failed handshake.
    QString certificateSubject; //!< Foreign text.
    QString certificateIssuer; //!< Foreign text.
    base::Instant validFrom{};
    base::Instant validUntil{};
    QByteArray certificateSha256; //!< Hex, of the leaf.
    QByteArray certificatePem;
    QStringList problems; //!< What the TLS library complained about.
    bool trustedByException = false; //!< A person trusted this very certificate for this run.
};

//! One request and what became of it, as a value. A redirect is an exchange of its own.
struct Exchange
{
    QByteArray method = "GET";
    QByteArray url; //!< Exactly as sent.
    HeaderList requestHeaders;

    int status = 0; //!< 0: no answer.
    QByteArray reason;
    QByteArray protocol; //!< "HTTP/1.1", "HTTP/2"
    HeaderList answerHeaders;
    QByteArray body; //!< At most the limit of the request.

    base::Instant startedAt{}; //!< By this machine's clock, when the request went out.
    std::chrono::milliseconds duration{0}; //!< Until the answer had come, or was given up.
    TlsFacts tls;
    QString proxy; //!< "host:port" when one was used.
    QStringList addresses; //!< What the name resolves to.
    std::optional<base::Error> error; //!< Why there is no usable answer.

    [[nodiscard]] QByteArray location() const { return answerHeaders.value("Location"); }
    //! A status that sends on to Location (RFC 9110 section 15.4), whether or not there is one.
    [[nodiscard]] bool isRedirect() const;
};

} // namespace http
