// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/wordingrow.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// What a request of a sign-in asks for.
// clang-format off
constexpr auto rows = std::to_array<WordingRow>({
    {.id = "request.scope_plus",
     .subject = QT_TRANSLATE_NOOP("report", "scope"),
     .inShort = QT_TRANSLATE_NOOP("report", "the scopes are joined with “+”"),
     .title = QT_TRANSLATE_NOOP("report", "The scopes are joined with a real plus sign: “%2”"),
     .explanation = QT_TRANSLATE_NOOP("report", "In a URL a blank becomes “+”. Here the plus itself was encoded, so the server sees one scope with that whole name and answers invalid_scope."),
     .action = QT_TRANSLATE_NOOP("report", "Join the scopes with blanks and let the library encode them.")},
    {.id = "request.openid_missing",
     .subject = QT_TRANSLATE_NOOP("report", "scope"),
     .inShort = QT_TRANSLATE_NOOP("report", "offline_access without openid"),
     .title = QT_TRANSLATE_NOOP("report", "The scope offline_access is asked for without openid"),
     .explanation = QT_TRANSLATE_NOOP("report", "Without openid there is neither an ID token nor, at Authgear, a refresh token."),
     .action = QT_TRANSLATE_NOOP("report", "Ask for “openid offline_access”.")},
    {.id = "request.pkce_missing",
     .subject = QT_TRANSLATE_NOOP("report", "code_challenge"),
     .found = QT_TRANSLATE_NOOP("report", "missing"),
     .inShort = QT_TRANSLATE_NOOP("report", "no code_challenge"),
     .title = QT_TRANSLATE_NOOP("report", "The authorization request has no PKCE challenge"),
     .explanation = QT_TRANSLATE_NOOP("report", "Public clients (web apps in the browser, mobile apps) are refused without it, and others should use it too (RFC 9700)."),
     .action = QT_TRANSLATE_NOOP("report", "Let the client send code_challenge with code_challenge_method=S256.")},
    {.id = "request.pkce_plain",
     .subject = QT_TRANSLATE_NOOP("report", "code_challenge_method"),
     .inShort = QT_TRANSLATE_NOOP("report", "the PKCE method is not S256"),
     .title = QT_TRANSLATE_NOOP("report", "The PKCE challenge is not made with S256"),
     .explanation = QT_TRANSLATE_NOOP("report", "Without code_challenge_method the method is “plain”, which protects little. Authgear takes only S256."),
     .action = QT_TRANSLATE_NOOP("report", "Send code_challenge_method=S256, with the SHA-256 of the verifier as the challenge.")},
    {.id = "request.pkce_match",
     .subject = QT_TRANSLATE_NOOP("report", "code_verifier"),
     .found = QT_TRANSLATE_NOOP("report", "fits"),
     .inShort = QT_TRANSLATE_NOOP("report", "verifier and challenge fit"),
     .title = QT_TRANSLATE_NOOP("report", "The PKCE verifier and challenge fit together"),
     .explanation = QT_TRANSLATE_NOOP("report", "The SHA-256 of the verifier in the token request is the challenge of the authorization request. If the code was refused, the reason is another one."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do.")},
    {.id = "request.pkce_mismatch", .when = "same=true",
     .subject = QT_TRANSLATE_NOOP("report", "code_verifier"),
     .inShort = QT_TRANSLATE_NOOP("report", "the challenge is the verifier itself, not its SHA-256"),
     .title = QT_TRANSLATE_NOOP("report", "The PKCE challenge is the verifier itself"),
     .explanation = QT_TRANSLATE_NOOP("report", "The method is S256, but the client sent the verifier as it is. The server compares with its SHA-256 and answers invalid_grant."),
     .action = QT_TRANSLATE_NOOP("report", "Let the client send BASE64URL(SHA256(verifier)) as code_challenge.")},
    {.id = "request.pkce_mismatch",
     .subject = QT_TRANSLATE_NOOP("report", "code_verifier"),
     .inShort = QT_TRANSLATE_NOOP("report", "the verifier does not fit the challenge"),
     .title = QT_TRANSLATE_NOOP("report", "The PKCE verifier does not fit the challenge"),
     .explanation = QT_TRANSLATE_NOOP("report", "The authorization request had the challenge “%1”, and the verifier of the token request gives “%2”. The server answers invalid_grant, with the same words as for an old code."),
     .action = QT_TRANSLATE_NOOP("report", "Look how the client keeps the verifier: two sign-ins at once, a lost session, a second tab or an app that was restarted overwrite it.")},
    {.id = "request.prompt_none",
     .subject = QT_TRANSLATE_NOOP("report", "prompt"),
     .inShort = QT_TRANSLATE_NOOP("report", "prompt=none together with %2"),
     .title = QT_TRANSLATE_NOOP("report", "The value prompt=none is combined with %2"),
     .explanation = QT_TRANSLATE_NOOP("report", "“none” forbids every interaction, so nothing that asks for one may stand beside it. The server answers invalid_request."),
     .action = QT_TRANSLATE_NOOP("report", "Leave prompt out where the user must sign in again, or send “none” alone.")},
    {.id = "request.implicit",
     .subject = QT_TRANSLATE_NOOP("report", "response_type"),
     .inShort = QT_TRANSLATE_NOOP("report", "tokens are asked for in the redirect"),
     .title = QT_TRANSLATE_NOOP("report", "The request asks for tokens in the redirect (%2)"),
     .explanation = QT_TRANSLATE_NOOP("report", "They would stand in the history of the browser. RFC 9700 advises against it, and Authgear does not offer it."),
     .action = QT_TRANSLATE_NOOP("report", "Use response_type=code with PKCE.")},
    {.id = "request.redirect_uri_differs",
     .subject = QT_TRANSLATE_NOOP("report", "redirect_uri"),
     .inShort = QT_TRANSLATE_NOOP("report", "not the redirect URI of the authorization request"),
     .title = QT_TRANSLATE_NOOP("report", "The token request names another redirect URI than the authorization request"),
     .explanation = QT_TRANSLATE_NOOP("report", "The authorization request had “%1”, the token request “%2”. They must be equal, character by character."),
     .action = QT_TRANSLATE_NOOP("report", "Use one constant for both.")},
    {.id = "request.client_differs",
     .subject = QT_TRANSLATE_NOOP("report", "client_id"),
     .inShort = QT_TRANSLATE_NOOP("report", "not the client of the authorization request"),
     .title = QT_TRANSLATE_NOOP("report", "The token request comes from another client than the authorization request"),
     .explanation = QT_TRANSLATE_NOOP("report", "The authorization request had “%1”, the token request “%2”. A code belongs to the client that asked for it."),
     .action = QT_TRANSLATE_NOOP("report", "Use the same client id in both.")},
    {.id = "request.code_reused",
     .args = "count:",
     .subject = QT_TRANSLATE_NOOP("report", "code"),
     .found = QT_TRANSLATE_NOOP("report", "%1 times"),
     .inShort = QT_TRANSLATE_NOOP("report", "this code was used before"),
     .title = QT_TRANSLATE_NOOP("report", "The authorization code is used %1 times"),
     .explanation = QT_TRANSLATE_NOOP("report", "A code is good for one use (RFC 6749). The later uses fail with invalid_grant, and a server may end the session because of them."),
     .action = QT_TRANSLATE_NOOP("report", "Look why the callback runs twice: strict mode of a framework, a reload, or two handlers.")},
    {.id = "request.code_late",
     .args = "seconds:duration limit:duration",
     .subject = QT_TRANSLATE_NOOP("report", "code"),
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .inShort = QT_TRANSLATE_NOOP("report", "used %1 after it was given out"),
     .title = QT_TRANSLATE_NOOP("report", "The authorization code was used %1 after it was given out"),
     .explanation = QT_TRANSLATE_NOOP("report", "Codes live for %2 at most. The server answers invalid_grant."),
     .action = QT_TRANSLATE_NOOP("report", "Exchange the code as soon as it arrives. If the client did, compare the clocks of the two captures.")},
    {.id = "request.token_by_get",
     .subject = QT_TRANSLATE_NOOP("report", "Method"),
     .inShort = QT_TRANSLATE_NOOP("report", "the token endpoint wants POST"),
     .title = QT_TRANSLATE_NOOP("report", "The token request is sent with %2"),
     .explanation = QT_TRANSLATE_NOOP("report", "Secrets would stand in the URL. The token endpoint takes only POST, with the parameters in the body."),
     .action = QT_TRANSLATE_NOOP("report", "Send a POST with application/x-www-form-urlencoded.")},
    {.id = "request.userinfo_case",
     .subject = QT_TRANSLATE_NOOP("report", "Path"),
     .inShort = QT_TRANSLATE_NOOP("report", "the path is /oauth2/userinfo, all lower case"),
     .title = QT_TRANSLATE_NOOP("report", "The path of the userinfo endpoint is misspelt"),
     .explanation = QT_TRANSLATE_NOOP("report", "“%2” was asked for. Paths are compared exactly, and the endpoint is /oauth2/userinfo, all in lower case; one sample of the documentation has it wrong."),
     .action = QT_TRANSLATE_NOOP("report", "Take userinfo_endpoint from the discovery document.")},
    {.id = "request.double_slash",
     .subject = QT_TRANSLATE_NOOP("report", "Path"),
     .inShort = QT_TRANSLATE_NOOP("report", "two slashes: the endpoint was set with one at its end"),
     .title = QT_TRANSLATE_NOOP("report", "The path begins with two slashes: %2"),
     .explanation = QT_TRANSLATE_NOOP("report", "The endpoint is configured with a slash at its end, and the program adds another one."),
     .action = QT_TRANSLATE_NOOP("report", "Take the slash off the endpoint in the configuration.")},
    {.id = "request.revoke_jwt",
     .subject = QT_TRANSLATE_NOOP("report", "token"),
     .inShort = QT_TRANSLATE_NOOP("report", "a JWT access token cannot be revoked here"),
     .title = QT_TRANSLATE_NOOP("report", "A JWT access token is sent to the revocation endpoint"),
     .explanation = QT_TRANSLATE_NOOP("report", "Authgear takes it for a refresh token that it does not know and answers 200 without doing anything. The access token stays good until it expires."),
     .action = QT_TRANSLATE_NOOP("report", "Revoke the refresh token or the session instead.")},
});
// clang-format on

} // namespace

std::span<const WordingRow> requestWording()
{
    return rows;
}

} // namespace report
