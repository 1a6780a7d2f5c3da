// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1StringView>

#include <array>

//! Every way in which a visit to an issuer can fail, by its stable id. core/report words each of
//! them.
namespace net {

//! A row of the table below.
struct ErrorMeaning
{
    QLatin1StringView id;
    const char *meaning; //!< For readers of this code; people read core/report.
    const char *detail; //!< What base::Error::detail holds; nothing: it is empty.
};

inline constexpr std::array errorMeanings{
    // The way to the server.
    ErrorMeaning{QLatin1StringView("net.timeout"), "the time for everything together ran out",
                 "the URL that was being waited for"},
    ErrorMeaning{QLatin1StringView("net.dns"), "the host name has no address", "the host"},
    ErrorMeaning{QLatin1StringView("net.refused"), "nothing listens on this port", "host:port"},
    ErrorMeaning{QLatin1StringView("net.reset"),
                 "the server hung up before its answer was complete, or what it sent is no HTTP",
                 "host:port"},
    ErrorMeaning{QLatin1StringView("net.unreachable"), "no way to this address",
                 "the system's words"},
    ErrorMeaning{QLatin1StringView("net.proxy"), "the proxy refused or failed",
                 "proxy host:port, and the words for it"},
    ErrorMeaning{QLatin1StringView("net.protocol"), "what answers there does not speak HTTP",
                 "the words of the HTTP library"},
    // TLS. The exchange's TlsFacts hold the certificate and every complaint.
    ErrorMeaning{QLatin1StringView("net.tls_name"), "the certificate is for another name",
                 "the host that was asked for"},
    ErrorMeaning{QLatin1StringView("net.tls_expired"),
                 "the certificate is expired or not yet valid", "the host that was asked for"},
    ErrorMeaning{QLatin1StringView("net.tls_untrusted"),
                 "no trusted authority stands behind the certificate",
                 "the host that was asked for"},
    ErrorMeaning{QLatin1StringView("net.tls"), "the handshake failed for another reason",
                 "the words of the TLS library"},
    // Limits.
    ErrorMeaning{QLatin1StringView("net.too_large"), "the answer is larger than the limit",
                 "the limit in bytes"},
    ErrorMeaning{QLatin1StringView("net.decompression"),
                 "the compressed body is broken, or unpacks to far more than the limit",
                 "its Content-Encoding"},
    // Redirects.
    ErrorMeaning{QLatin1StringView("net.redirect_loop"),
                 "a redirect leads back to where it was before", "the URL that comes again"},
    ErrorMeaning{QLatin1StringView("net.redirect_limit"), "too many redirects", "the limit"},
    ErrorMeaning{QLatin1StringView("net.redirect_downgrade"), "a redirect from https to http",
                 "the URL it leads to"},
    ErrorMeaning{QLatin1StringView("net.redirect_scheme"),
                 "a redirect to something that is neither http nor https", "the scheme"},
    ErrorMeaning{
        QLatin1StringView("net.redirect_location"),
        "a redirect without a usable Location (missing, malformed, or with a password in it)",
        "the Location, without its userinfo"},
    ErrorMeaning{QLatin1StringView("net.private_address"),
                 "a public issuer leads to a private, link-local or loopback address",
                 "the host; IssuerSnapshot::blockedHost is the same"},
    // Answers that are not what was asked for.
    ErrorMeaning{QLatin1StringView("net.app_not_found"),
                 "Authgear knows no project on this host (404 \"app not found\")", "the host"},
    ErrorMeaning{QLatin1StringView("net.not_found"), "404 or 410", "the URL"},
    ErrorMeaning{QLatin1StringView("net.forbidden"), "403 without a known reason",
                 "the beginning of the body"},
    ErrorMeaning{QLatin1StringView("net.forbidden_user_agent"), "403: the User-Agent is blocked",
                 "the beginning of the body"},
    ErrorMeaning{QLatin1StringView("net.forbidden_ip"), "403: this machine's address is blocked",
                 "the beginning of the body"},
    ErrorMeaning{QLatin1StringView("net.unauthorized"), "401", "its WWW-Authenticate"},
    ErrorMeaning{QLatin1StringView("net.rate_limited"), "429", "its Retry-After"},
    ErrorMeaning{QLatin1StringView("net.partial"), "206, though no part was asked for",
                 "status and reason"},
    ErrorMeaning{QLatin1StringView("net.status"), "any other status that is no success",
                 "status and reason: \"503 Service Unavailable\""},
    ErrorMeaning{QLatin1StringView("net.html"), "a web page instead of JSON", "its Content-Type"},
    ErrorMeaning{QLatin1StringView("net.empty"), "an answer without a body", "status and reason"},
    ErrorMeaning{QLatin1StringView("net.not_json"),
                 "the body is no JSON; offset is the byte where reading stopped",
                 "id of the JSON problem: \"json.syntax\""},
    // The discovery document.
    ErrorMeaning{QLatin1StringView("discovery.shape"), "JSON, but no object",
                 "the kind: \"array\""},
    ErrorMeaning{QLatin1StringView("discovery.no_jwks_uri"), "no jwks_uri, or it is no text",
                 nullptr},
    ErrorMeaning{QLatin1StringView("discovery.jwks_scheme"),
                 "jwks_uri is neither http nor https (file:, data:)", "the scheme"},
    ErrorMeaning{QLatin1StringView("discovery.jwks_uri"),
                 "jwks_uri is no absolute URL, or has a user name or password in it",
                 "jwks_uri, without its userinfo"},
    // The key set.
    ErrorMeaning{QLatin1StringView("keyset.shape"), "JSON, but no key set", nullptr},
    ErrorMeaning{QLatin1StringView("keyset.is_discovery"), "a discovery document at jwks_uri",
                 "the jwks_uri in it"},
    ErrorMeaning{QLatin1StringView("keyset.empty"), "a key set without keys", nullptr},
    ErrorMeaning{QLatin1StringView("keyset.url"),
                 "the key set URL that was given is no http or https URL", "the URL"},
};

} // namespace net
