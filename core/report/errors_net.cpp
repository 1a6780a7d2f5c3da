// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/errors.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// Everything between this program and the issuer, with the likely cause: most of these are seen
// when a project is set up or moved.
// clang-format off
constexpr std::array rows{
    // The way to the server.
    ErrorRow{"net.timeout", QT_TRANSLATE_NOOP("report", "The issuer did not answer in time"),
             QT_TRANSLATE_NOOP("report", "The time for discovery and keys together has run out. The server is slow or stuck, a firewall swallows the connection, or the port waits for http where https was spoken."),
             QT_TRANSLATE_NOOP("report", "Waited for “%1”."),
             QT_TRANSLATE_NOOP("report", "Try again. If it stays like that, open the address in a browser, or give the key set as a file.")},
    ErrorRow{"net.dns", QT_TRANSLATE_NOOP("report", "The host was not found"),
             QT_TRANSLATE_NOOP("report", "No address is known for this name: it has a typo, it exists only inside a company network, or there is no network."),
             QT_TRANSLATE_NOOP("report", "The host is “%1”."),
             QT_TRANSLATE_NOOP("report", "Compare the name with the one in your project's settings, and check the network or VPN.")},
    ErrorRow{"net.refused", QT_TRANSLATE_NOOP("report", "Nothing answers at that host and port"),
             QT_TRANSLATE_NOOP("report", "The machine is there and refuses the connection: the server is not running, or listens on another port."),
             QT_TRANSLATE_NOOP("report", "Asked was “%1”."),
             QT_TRANSLATE_NOOP("report", "Start the server, or correct the port.")},
    ErrorRow{"net.reset", QT_TRANSLATE_NOOP("report", "The server hung up in the middle"),
             QT_TRANSLATE_NOOP("report", "The connection ended before the answer was whole. A server that crashes does this, and so does a firewall, or http spoken to an https port."),
             QT_TRANSLATE_NOOP("report", "Asked was “%1”."),
             QT_TRANSLATE_NOOP("report", "Check whether https or http belongs there, and try again.")},
    ErrorRow{"net.unreachable", QT_TRANSLATE_NOOP("report", "There is no way to that address"),
             QT_TRANSLATE_NOOP("report", "The network has no route to the server."),
             QT_TRANSLATE_NOOP("report", "The system says: “%1”."),
             QT_TRANSLATE_NOOP("report", "Check the network or VPN.")},
    ErrorRow{"net.proxy", QT_TRANSLATE_NOOP("report", "The proxy did not let the request through"),
             QT_TRANSLATE_NOOP("report", "The environment names a proxy (http_proxy, https_proxy), and it refused or failed. The issuer itself was not reached."),
             QT_TRANSLATE_NOOP("report", "The proxy: “%1”."),
             QT_TRANSLATE_NOOP("report", "Correct the proxy, or name the host in no_proxy.")},
    ErrorRow{"net.protocol", QT_TRANSLATE_NOOP("report", "What answers there does not speak HTTP"),
             QT_TRANSLATE_NOOP("report", "The answer could not be understood. Often the port belongs to another service, or https and http are mixed up."),
             QT_TRANSLATE_NOOP("report", "The reader says: “%1”."),
             QT_TRANSLATE_NOOP("report", "Check scheme and port of the address.")},
    // TLS.
    ErrorRow{"net.tls_name", QT_TRANSLATE_NOOP("report", "The certificate is for another name"),
             QT_TRANSLATE_NOOP("report", "The server shows a certificate that does not name this host. It is another server than you meant, or its certificate was not set up for a new domain."),
             QT_TRANSLATE_NOOP("report", "Asked for was “%1”."),
             QT_TRANSLATE_NOOP("report", "Check the host. If it is right, its certificate must name it.")},
    ErrorRow{"net.tls_expired", QT_TRANSLATE_NOOP("report", "The certificate is not good at this time"),
             QT_TRANSLATE_NOOP("report", "It has run out, or has not begun yet. Or this computer's clock is wrong."),
             QT_TRANSLATE_NOOP("report", "Asked for was “%1”."),
             QT_TRANSLATE_NOOP("report", "Check the clock. If it is right, the server needs a new certificate.")},
    ErrorRow{"net.tls_untrusted", QT_TRANSLATE_NOOP("report", "The certificate is not trusted"),
             QT_TRANSLATE_NOOP("report", "No authority that this computer trusts stands behind it: it is self-signed, or from a company's own authority, or somebody is listening in between."),
             QT_TRANSLATE_NOOP("report", "Asked for was “%1”."),
             QT_TRANSLATE_NOOP("report", "Give the certificate of your own authority (--ca-file, or in the settings).")},
    ErrorRow{"net.tls", QT_TRANSLATE_NOOP("report", "No secure connection could be made"),
             QT_TRANSLATE_NOOP("report", "The TLS handshake failed. Often the port speaks plain http, or the server knows only old versions of TLS, or it demands a certificate of its clients, of which this program has none."),
             QT_TRANSLATE_NOOP("report", "The library says: “%1”."),
             QT_TRANSLATE_NOOP("report", "Check scheme and port of the address, or give the key set as a file.")},
    // Limits.
    ErrorRow{"net.too_large", QT_TRANSLATE_NOOP("report", "The answer is too large"),
             QT_TRANSLATE_NOOP("report", "No discovery document and no key set is that large, so reading stopped."),
             QT_TRANSLATE_NOOP("report", "The limit in bytes is %1."),
             QT_TRANSLATE_NOOP("report", "Check that the address is the issuer's.")},
    ErrorRow{"net.decompression", QT_TRANSLATE_NOOP("report", "The compressed answer cannot be unpacked"),
             QT_TRANSLATE_NOOP("report", "It is broken, or would unpack to far more than the limit, as a trap does."),
             QT_TRANSLATE_NOOP("report", "The encoding is “%1”."),
             QT_TRANSLATE_NOOP("report", "Tell who runs the server.")},
    // Redirects.
    ErrorRow{"net.redirect_loop", QT_TRANSLATE_NOOP("report", "The redirects go round in a circle"),
             QT_TRANSLATE_NOOP("report", "A redirect leads back to where it was before. Often the server and a proxy before it disagree on https or on the host."),
             QT_TRANSLATE_NOOP("report", "It comes back to “%1”."),
             QT_TRANSLATE_NOOP("report", "Let the proxy pass host and scheme on (X-Forwarded-Host, X-Forwarded-Proto).")},
    ErrorRow{"net.redirect_limit", QT_TRANSLATE_NOOP("report", "There are too many redirects"),
             QT_TRANSLATE_NOOP("report", "The server sends on and on."),
             QT_TRANSLATE_NOOP("report", "The limit is %1."),
             QT_TRANSLATE_NOOP("report", "Type the address at the end of the redirects.")},
    ErrorRow{"net.redirect_downgrade", QT_TRANSLATE_NOOP("report", "A redirect leads from https to http"),
             QT_TRANSLATE_NOOP("report", "It was not followed, because keys that come over http prove little. A server behind a proxy that ends TLS often takes itself for http."),
             QT_TRANSLATE_NOOP("report", "It leads to “%1”."),
             QT_TRANSLATE_NOOP("report", "Set the public origin of the server to https (Authgear: TRUST_PROXY and http.public_origin).")},
    ErrorRow{"net.redirect_scheme", QT_TRANSLATE_NOOP("report", "A redirect leads out of the web"),
             QT_TRANSLATE_NOOP("report", "Only https and http are followed; files and other schemes are refused."),
             QT_TRANSLATE_NOOP("report", "The scheme is “%1”."),
             QT_TRANSLATE_NOOP("report", "Check that the address is the issuer's.")},
    ErrorRow{"net.redirect_location", QT_TRANSLATE_NOOP("report", "A redirect does not say where to"),
             QT_TRANSLATE_NOOP("report", "Its Location is missing, malformed, or has a user name or password in it."),
             QT_TRANSLATE_NOOP("report", "It says “%1”."),
             QT_TRANSLATE_NOOP("report", "Tell who runs the server.")},
    ErrorRow{"net.private_address", QT_TRANSLATE_NOOP("report", "A public issuer leads to a private address"),
             QT_TRANSLATE_NOOP("report", "A redirect, jwks_uri or the name itself points into a private network or to this computer. An attacker could reach machines that way that they cannot reach themselves, so it was not followed."),
             QT_TRANSLATE_NOOP("report", "The host is “%1”."),
             QT_TRANSLATE_NOOP("report", "If that host is yours, allow it in the window, or give its own address as the issuer.")},
    // Answers that are not what was asked for.
    ErrorRow{"net.app_not_found", QT_TRANSLATE_NOOP("report", "Authgear knows no project on this host"),
             QT_TRANSLATE_NOOP("report", "It answers “app not found”: the project id has a typo, or the domain was deleted or not activated yet."),
             QT_TRANSLATE_NOOP("report", "The host is “%1”."),
             QT_TRANSLATE_NOOP("report", "Compare the endpoint with the one in Authgear's portal.")},
    ErrorRow{"net.not_found", QT_TRANSLATE_NOOP("report", "There is nothing at that address"),
             QT_TRANSLATE_NOOP("report", "The server answers that nothing is there. The host or path is not the issuer's, the issuer publishes nothing, or its discovery document names keys that have moved."),
             QT_TRANSLATE_NOOP("report", "Asked was “%1”."),
             QT_TRANSLATE_NOOP("report", "Check host and path, or give the address of the key set.")},
    ErrorRow{"net.forbidden", QT_TRANSLATE_NOOP("report", "The server refuses to answer (403)"),
             QT_TRANSLATE_NOOP("report", "A firewall, a bot filter or a rule of the project blocks this request."),
             QT_TRANSLATE_NOOP("report", "It says “%1”."),
             QT_TRANSLATE_NOOP("report", "Ask who runs the server, or give the key set as a file.")},
    ErrorRow{"net.forbidden_user_agent", QT_TRANSLATE_NOOP("report", "The server blocks this program by its name (403)"),
             QT_TRANSLATE_NOOP("report", "It refuses some User-Agents, to keep robots away. This program sends its own honest name."),
             QT_TRANSLATE_NOOP("report", "It says “%1”."),
             QT_TRANSLATE_NOOP("report", "Ask who runs the server, or give the key set as a file.")},
    ErrorRow{"net.forbidden_ip", QT_TRANSLATE_NOOP("report", "The server blocks this computer's address (403)"),
             QT_TRANSLATE_NOOP("report", "The project has an IP filter (Authgear: network protection), and this address is outside."),
             QT_TRANSLATE_NOOP("report", "It says “%1”."),
             QT_TRANSLATE_NOOP("report", "Use the VPN or network that the filter allows, or give the key set as a file.")},
    ErrorRow{"net.unauthorized", QT_TRANSLATE_NOOP("report", "The server asks for a sign-in (401)"),
             QT_TRANSLATE_NOOP("report", "Discovery document and keys of an issuer are open to everybody. Another server stands at this address, or a gateway before it asks for a password."),
             QT_TRANSLATE_NOOP("report", "It asks for “%1”."),
             QT_TRANSLATE_NOOP("report", "Check the address. If it is right, open these paths in the gateway, or give the key set as a file.")},
    ErrorRow{"net.rate_limited", QT_TRANSLATE_NOOP("report", "The server has had too many requests (429)"),
             QT_TRANSLATE_NOOP("report", "It counts those of this address or of everybody, and answers no more for a while. A backend that fetches the keys for every request causes this."),
             QT_TRANSLATE_NOOP("report", "It wants to be left alone for “%1” (seconds, or until that time)."),
             QT_TRANSLATE_NOOP("report", "Wait and try again. Let backends keep the keys instead of fetching them each time.")},
    ErrorRow{"net.partial", QT_TRANSLATE_NOOP("report", "The server sent a part of the document (206)"),
             QT_TRANSLATE_NOOP("report", "The whole was asked for. A cache or download accelerator in between answers from its own pieces."),
             QT_TRANSLATE_NOOP("report", "The status is “%1”."),
             QT_TRANSLATE_NOOP("report", "Try again; if it stays like that, tell who runs the server or the cache.")},
    ErrorRow{"net.status", QT_TRANSLATE_NOOP("report", "The server answered with an error"),
             QT_TRANSLATE_NOOP("report", "Its status is not one of success, so its answer was not used. From 500 on it is trouble of the server's own; below, the server refuses this request."),
             QT_TRANSLATE_NOOP("report", "The status is “%1”."),
             QT_TRANSLATE_NOOP("report", "From 500 on, try again later. Below, check that host and path are the issuer's. If it stays like that, tell who runs the server.")},
    ErrorRow{"net.html", QT_TRANSLATE_NOOP("report", "The server answered with a web page"),
             QT_TRANSLATE_NOOP("report", "JSON was expected. A web application that answers every path, a sign-in page or a firewall stands at this address."),
             QT_TRANSLATE_NOOP("report", "Its type is “%1”."),
             QT_TRANSLATE_NOOP("report", "Check that the host is the issuer's and not the application's.")},
    ErrorRow{"net.empty", QT_TRANSLATE_NOOP("report", "The answer is empty"),
             QT_TRANSLATE_NOOP("report", "The server answered without a body."),
             QT_TRANSLATE_NOOP("report", "The status is “%1”."),
             QT_TRANSLATE_NOOP("report", "Tell who runs the server.")},
    ErrorRow{"net.not_json", QT_TRANSLATE_NOOP("report", "The answer is not JSON"),
             QT_TRANSLATE_NOOP("report", "It was cut short on the way, or something else stands at this address."),
             QT_TRANSLATE_NOOP("report", "The fault is %1."),
             QT_TRANSLATE_NOOP("report", "Open the address in a browser and look at what is there.")},
};
// clang-format on

} // namespace

std::span<const ErrorRow> networkErrors()
{
    return rows;
}

} // namespace report
