// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "capturecases.h"
#include "rulecases.h"

namespace capturecases {

namespace {

QByteArray request(const QByteArray &token, const QByteArray &target = "/me")
{
    return "GET " + target + " HTTP/1.1\r\nHost: p.authgear.cloud\r\nAuthorization: Bearer " + token
        + "\r\n\r\n";
}

QByteArray answered(const QByteArray &status, const QByteArray &body,
                    const QByteArray &target = "/me")
{
    return request(jwt(), target) + "HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\n\r\n"
        + body;
}

QByteArray refused(const QByteArray &body)
{
    return answered("401 Unauthorized", body);
}

QByteArray grant(const QByteArray &description)
{
    return R"({"error":"invalid_grant","error_description":")" + description + "\"}";
}

QByteArray moved(const QByteArray &location)
{
    return request(jwt(), "/oauth2/token")
        + "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + location + "\r\n\r\n";
}

} // namespace

QList<RuleCase> causeCases()
{
    return {
        {"carrying.masked", request("[REDACTED]"), request("REDACTED1redacted2")},
        {"answer.algorithm", refused("invalid algorithm"), refused("invalid signature")},
        {"answer.kind", refused("unexpected \"typ\" JWT header value"),
         refused("unexpected \"aud\" claim value")},
        {"answer.keys_unreachable", refused("Jwks remote fetch is failed"),
         refused("Jwks doesn't have key to match kid or alg from Jwt")},
        {"answer.cors",
         "Access to fetch at 'https://p.authgear.cloud/oauth2/token' from origin "
         "'http://localhost:4000' has been blocked by CORS policy: No header\n",
         "CORS policy of the company\n"},
        {"answer.insecure_page",
         "TypeError: Cannot read properties of undefined (reading 'digest')\n",
         "TypeError: Cannot read properties of undefined (reading 'length')\n"},
        {"answer.access_rule", answered("403 Forbidden", "RBAC: access denied"),
         answered("403 Forbidden", "access denied")},
        {"answer.no_route",
         answered("403 Forbidden", R"({"message":"Missing Authentication Token"})"),
         answered("403 Forbidden", R"({"message":"Missing Authorization Header"})")},
        {"answer.pkce_verifier", grant("PKCE verification failed: Code mismatch"),
         grant("Code not valid")},
        {"answer.app_not_found", answered("404 Not Found", "app not found"),
         answered("404 Not Found", "page not found")},
        {"answer.other_origin", moved("https://auth.example.com/oauth2/token"),
         moved("https://p.authgear.cloud/oauth2/token")},
        {"answer.address_blocked",
         answered("403 Forbidden", "Your IP is not allowed to access this resource\n"),
         answered("403 Forbidden", "Your IP is not allowed")},
        {"answer.agent_blocked",
         answered("403 Forbidden", "Your User-Agent is not allowed to access this resource"),
         answered("403 Forbidden", "Your User-Agent is not allowed")},
    };
}

} // namespace capturecases
