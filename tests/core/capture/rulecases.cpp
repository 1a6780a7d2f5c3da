// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "rulecases.h"

#include "capturecases.h"

namespace capturecases {

namespace {

const QByteArray verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"; // RFC 7636 appendix B
const QByteArray challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

QByteArray request(const QByteArray &fields, const QByteArray &target = "/me")
{
    return "GET " + target + " HTTP/1.1\r\nHost: p.authgear.cloud\r\n" + fields + "\r\n\r\n";
}

QByteArray authorization(const QByteArray &value)
{
    return request("Authorization: " + value);
}

QByteArray bearer(const QByteArray &token)
{
    return authorization("Bearer " + token);
}

QByteArray form(const QByteArray &body, const QByteArray &path = "/oauth2/token")
{
    constexpr auto head = " HTTP/1.1\r\nHost: p.authgear.cloud\r\nContent-Type: "
                          "application/x-www-form-urlencoded\r\n\r\n";
    return "POST " + path + head + body + "\r\n\r\n";
}

QByteArray answer(const QByteArray &fields, const QByteArray &body = {})
{
    return "HTTP/1.1 400 Bad Request\r\n" + fields + "\r\n\r\n" + body;
}

QByteArray json(const QByteArray &body)
{
    return form("grant_type=x") + answer("Content-Type: application/json", body);
}

//! An error of the token endpoint.
QByteArray error(const QByteArray &code, const QByteArray &description)
{
    return json(R"({"error":")" + code + R"(","error_description":")" + description + "\"}");
}

QByteArray challenged(const QByteArray &value)
{
    return bearer(jwt()) + answer("WWW-Authenticate: " + value);
}

//! What a backend says of a token that it refuses.
QByteArray refused(const QByteArray &description)
{
    return challenged(R"(Bearer error="invalid_token", error_description=")" + description + '"');
}

QByteArray authorize(const QByteArray &rest)
{
    return request(
        {}, "/oauth2/authorize?client_id=c1&state=s1&redirect_uri=https%3A%2F%2Fa%2Fcb" + rest);
}

const QByteArray codeFlow = "&response_type=code&scope=openid&code_challenge_method=S256"
                            "&code_challenge="
    + challenge;

QByteArray callback()
{
    return "GET /cb?state=s1&code=" + opaque()
        + " HTTP/1.1\r\nHost: a\r\n\r\nHTTP/1.1 200 OK\r\nDate: Mon, 21 Sep 2026 15:00:00 "
          "GMT\r\n\r\n";
}

QByteArray exchange(const QByteArray &rest, const QByteArray &time = "15:00:01")
{
    return form("grant_type=authorization_code&client_id=c1&code=" + opaque() + rest)
        + "HTTP/1.1 200 OK\r\nDate: Mon, 21 Sep 2026 " + time + " GMT\r\n\r\n";
}

QByteArray resolved(const QByteArray &fields)
{
    return request({}, "/_resolver/resolve") + "HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\n";
}

QByteArray sized(qsizetype size)
{
    return jws(R"({"alg":"HS256"})", "{\"a\":\"" + QByteArray(size, 'x') + "\"}", 32);
}

QByteArray ofSession(const QByteArray &session)
{
    const QByteArray sid
        = session.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QByteArray token = jws(R"({"alg":"RS256","typ":"JWT"})",
                                 R"({"aud":["c"],"nonce":"n","sid":")" + sid + "\"}");
    return R"({"id_token":")" + token + R"(","refresh_token":")" + refreshToken() + "\"}";
}

QByteArray har(const QByteArray &headers, const QByteArray &content)
{
    return R"({"log":{"version":"1.2","creator":{"name":"WebInspector"},"entries":[{"request":)"
           R"({"method":"GET","url":"https://a.example/","headers":[)"
        + headers
        + R"(],"cookies":[]},"response":{"status":200,"headers":[],"cookies":[],"content":)"
        + content + "}}]}}";
}

QByteArray nested(int levels)
{
    QByteArray text = R"({"access_token":"x"})";
    for (int level = 0; level < levels; ++level)
        text = R"({"a":")" + text.replace('\\', R"(\\)").replace('"', R"(\")") + "\"}";
    return text;
}

QList<RuleCase> credentialCases()
{
    const QByteArray token = jwt();
    return {
        {"carrying.scheme_missing", authorization(token), request("X-Token: " + token)},
        {"carrying.scheme_twice", bearer("Bearer " + token), bearer(token)},
        {"carrying.other_scheme", authorization("Token " + token), authorization("DPoP " + token)},
        {"carrying.colon", authorization("Bearer: " + token), bearer(token)},
        {"carrying.tab", authorization("Bearer\t" + token), bearer(" " + token)},
        {"carrying.other_blank", authorization("Bearer\xC2\xA0" + token), bearer(token)},
        {"carrying.quotes", bearer('"' + token + '"'), request("Cookie: a=\"" + token + '"')},
        {"carrying.trailing_mark", bearer(token + ';'), bearer(token + ' ')},
        {"carrying.token_missing", authorization("Bearer"), authorization("Negotiate")},
        {"carrying.placeholder", bearer("null"), bearer("nullnullnull1nullnull")},
        {"carrying.variable", bearer("$TOKEN"), bearer("TOKEN$1")},
        {"carrying.several_authorization",
         request("Authorization: Bearer " + token + "\r\nAuthorization: Bearer " + token),
         request("Authorization: Bearer " + token + "\r\nX-Other: " + token)},
        {"carrying.lower_case", authorization("BEARER " + token), bearer(token)},
        {"carrying.two_spaces", bearer(' ' + token), authorization("  Bearer " + token)},
        {"carrying.trailing_blank", bearer(token + "  "), bearer(token)},
    };
}

QList<RuleCase> tokenCases()
{
    const QByteArray token = jwt();
    const QByteArray short32 = jws(R"({"alg":"HS256"})", R"({"sub":"1"})", 32);
    return {
        {"carrying.truncated", bearer(token.chopped(2)), bearer(token)},
        {"carrying.shortened", bearer(token.first(30) + "..." + token.last(5)), bearer(token)},
        {"carrying.percent_encoded", bearer(QByteArray(token).replace(".", "%2E")),
         request({}, "/?access_token=" + QByteArray(token).replace(".", "%2E"))},
        {"carrying.double_base64", bearer(token.toBase64()),
         authorization("Basic " + ("x:" + token).toBase64())},
        {"carrying.padded", bearer(short32 + '='), bearer(short32)},
        {"carrying.wrong_alphabet", bearer(token.chopped(1) + '/'), bearer(token.chopped(1) + '_')},
        {"carrying.line_broken", "Bearer " + QByteArray(token).insert(100, "\n"),
         "Bearer " + token + "\n"},
    };
}

QList<RuleCase> placeCases()
{
    const QByteArray token = jwt();
    const auto response = [&](const QByteArray &lifetime) {
        return json(R"({"access_token":")" + token + R"(","expires_in":)" + lifetime + '}');
    };
    return {
        {"carrying.in_query", request({}, "/?access_token=" + token),
         request({}, "/?id_token_hint=" + idToken())},
        {"carrying.in_fragment", "https://a.example/cb#access_token=" + token,
         "https://a.example/cb#code=" + opaque()},
        {"carrying.plain_http", "curl -H 'Authorization: Bearer " + token + "' http://a.example/",
         "curl -H 'Authorization: Bearer " + token + "' http://localhost:8080/"},
        {"carrying.id_token_in_authorization", bearer(idToken()),
         form("id_token=" + idToken(), "/x")},
        {"carrying.access_token_as_id_token", form("id_token=" + token, "/x"),
         form("access_token=" + token, "/x")},
        {"carrying.refresh_token_in_authorization", bearer(refreshToken()),
         form("refresh_token=" + refreshToken())},
        {"carrying.two_tokens",
         request("Authorization: Bearer " + token + "\r\nCookie: access_token=" + jwt(1)),
         request("Authorization: Bearer " + token + "\r\nCookie: access_token=" + token)},
        {"carrying.header_size", bearer(sized(6100)), bearer(sized(6000))},
        {"carrying.cookie_size", request("Cookie: t=" + sized(3030)),
         request("Cookie: t=" + sized(2900))},
        {"carrying.chunked",
         request("Cookie: t.0=" + jwt().first(300) + "; t.1=" + jwt().sliced(300)),
         request("Cookie: t.0=" + jwt())},
        {"carrying.session_cookie_live", request("Cookie: session=" + refreshToken()),
         request("Cookie: session=" + opaque())},
        {"carrying.refresh_and_id_token_same_session",
         json(ofSession("offline_grant:" + refreshToken().first(36))),
         json(ofSession("offline_grant:0c1d4a9e-2c47-4f0e-9a53-0e6d3c1b7a11"))},
        {"carrying.expires_in_differs", response("3600"), response("1800")},
    };
}

QList<RuleCase> requestCases()
{
    const QByteArray proof = "&redirect_uri=https%3A%2F%2Fa%2Fcb&code_verifier=";
    const QByteArray flow = authorize(codeFlow) + callback();
    const auto scope = [](const QByteArray &value) {
        return authorize(QByteArray(codeFlow).replace("scope=openid", "scope=" + value));
    };
    return {
        {"request.scope_plus", scope("openid%2Boffline_access"), scope("openid+offline_access")},
        {"request.openid_missing", scope("offline_access"), scope("openid")},
        {"request.pkce_missing", authorize("&response_type=code&scope=openid"),
         authorize(codeFlow)},
        {"request.pkce_plain",
         authorize("&response_type=code&scope=openid&code_challenge=" + verifier),
         authorize(codeFlow)},
        {"request.pkce_match", flow + exchange(proof + verifier), flow + exchange(proof + "x")},
        {"request.pkce_mismatch", flow + exchange(proof + "x"), flow + exchange(proof + verifier)},
        {"request.prompt_none", authorize(codeFlow + "&prompt=none%20login"),
         authorize(codeFlow + "&prompt=none")},
        {"request.implicit", authorize("&response_type=id_token%20token&scope=openid&nonce=n"),
         authorize(codeFlow)},
        {"request.redirect_uri_differs", flow + exchange("&redirect_uri=https%3A%2F%2Fa%2Fcb%2F"),
         flow + exchange(proof + verifier)},
        {"request.client_differs", flow + exchange({}).replace("client_id=c1", "client_id=c2"),
         flow + exchange({})},
        {"request.code_reused", exchange({}) + exchange({}), exchange({})},
        {"request.code_late", callback() + exchange({}, "15:05:01"),
         callback() + exchange({}, "15:05:00")},
        {"request.token_by_get", request({}, "/oauth2/token?grant_type=client_credentials"),
         form("grant_type=client_credentials")},
        {"request.userinfo_case", request({}, "/oauth2/userInfo"), request({}, "/oauth2/userinfo")},
        {"request.no_introspection",
         request({}, "/oauth2/introspect") + "\r\nHTTP/1.1 404 Not Found\r\n\r\n",
         request({}, "/oauth2/introspect") + "\r\nHTTP/1.1 200 OK\r\n\r\n"},
        {"request.double_slash", request({}, "//oauth2/token"), request({}, "/oauth2//token")},
        {"request.revoke_jwt", form("token=" + jwt(), "/oauth2/revoke"),
         form("token=" + refreshToken(), "/oauth2/revoke")},
    };
}

//! WWW-Authenticate: reference authgear 7 and 9.3, RFC 6750, RFC 9449, RFC 9470.
QList<RuleCase> challengeCases()
{
    return {
        {"answer.no_token", challenged("Bearer realm=\"api\""),
         challenged("Bearer error=\"invalid_token\"")},
        {"answer.expired", refused("The token expired at '09/21/2026 15:00:00'"),
         refused("The token is invalid or expired")},
        {"answer.not_yet_valid", refused("The token is not valid before '09/21/2026 15:00:00'"),
         refused("The token is not valid")},
        {"answer.audience", refused("The audience 'empty' is invalid"),
         refused("The issuer 'empty' is invalid")},
        {"answer.issuer", refused("The issuer 'https://a.example' is invalid"),
         refused("The audience 'https://a.example' is invalid")},
        {"answer.key_not_found", refused("The signature key was not found"),
         refused("The signature is invalid")},
        {"answer.signature", refused("The signature is invalid"),
         refused("The signature key was not found")},
        {"answer.lifetime", refused("The token has no expiration"),
         refused("The token expired at '09/21/2026 15:00:00'")},
        {"answer.claim_missing", refused("JWT missing required claims: [exp]"),
         refused("JWT missing")},
        {"answer.malformed", refused("Malformed token"), refused("Refused token")},
        {"answer.session_ended",
         challenged("Bearer error=\"invalid_grant\", error_description=\"invalid session\""),
         challenged("Bearer error=\"invalid_grant\", error_description=\"invalid code\"")},
        {"answer.token_refused", refused("no"), challenged("Bearer")},
        {"answer.scope_missing", challenged("Bearer error=\"insufficient_scope\", scope=\"a\""),
         challenged("Bearer error=\"invalid_token\", scope=\"a\"")},
        {"answer.sign_in_again",
         challenged("Bearer error=\"insufficient_user_authentication\", max_age=\"60\""),
         challenged("Bearer error=\"insufficient_scope\", max_age=\"60\"")},
        {"answer.dpop_nonce", challenged("DPoP error=\"use_dpop_nonce\""),
         challenged("DPoP error=\"invalid_token\"")},
        {"answer.scheme_wanted", challenged("Basic realm=\"x\""), challenged("Bearer")},
    };
}

//! Reference authgear 9.1, the token endpoint.
QList<RuleCase> tokenEndpointCases()
{
    return {
        {"answer.client_unknown", error("invalid_client", "invalid client ID"),
         error("invalid_client", "client secret is required")},
        {"answer.secret_missing", error("invalid_client", "client secret is required"),
         error("invalid_request", "code is required")},
        {"answer.secret_wrong", error("invalid_request", "invalid client secret"),
         error("invalid_client", "invalid client ID")},
        {"answer.secret_unwanted",
         error("invalid_request", "client secret is not supported for the client"),
         error("invalid_request", "invalid client secret")},
        {"answer.client_encoding",
         error("invalid_request", "invalid client_id in Authorization header"),
         error("invalid_client", "invalid client ID")},
        {"answer.parameter_missing", error("invalid_request", "jwt is required"),
         error("invalid_target", "resource is required")},
        {"answer.redirect_uri", error("invalid_request", "invalid redirect URI"),
         error("invalid_request", "invalid client secret")},
        {"answer.refresh_client",
         error("invalid_request", "client id doesn't match the refresh token"),
         error("invalid_grant", "invalid refresh token")},
        {"answer.token_exchange", error("invalid_request", "actor_token is not valid"),
         error("invalid_request", "refresh token is required")},
        {"answer.cannot_issue", error("invalid_request", "cannot issue ID token"),
         error("invalid_request", "bad ID token")},
        {"answer.feature_off", error("invalid_request", "biometric authentication is disabled"),
         error("server_error", "biometric authentication is disabled")},
        {"answer.code_refused", error("invalid_grant", "invalid authorization code"),
         error("invalid_grant", "invalid refresh token")},
        {"answer.refresh_refused", error("invalid_grant", "invalid refresh token"),
         error("invalid_grant", "invalid authorization code")},
        {"answer.session_required", error("invalid_grant", "valid session is required"),
         error("invalid_grant", "invalid session")},
        {"answer.device_secret", error("invalid_grant", "invalid sid"),
         error("invalid_grant", "was issued outside this session")},
        {"answer.credentials_refused", error("invalid_grant", "InvalidCredentials"),
         error("invalid_grant", "Invalid")},
        {"answer.grant_refused", error("invalid_grant", "was issued outside this session"),
         error("invalid_grant", "invalid authorization code")},
        {"answer.grant_not_allowed",
         error("unauthorized_client", "grant type is not allowed for this client"),
         error("unauthorized_client", "response type is not allowed for this client")},
        {"answer.client_not_allowed",
         error("unauthorized_client", "this client may not use biometric authentication"),
         error("unauthorized_client", "grant type is not allowed for this client")},
        {"answer.grant_unsupported", error("unsupported_grant_type", "grant type is not supported"),
         error("unsupported_response_type", "x")},
        {"answer.openid_missing", error("invalid_scope", "must request 'openid' scope"),
         error("invalid_scope", "specified scope is not allowed: openid2")},
        {"answer.scope_not_allowed", error("invalid_scope", "specified scope is not allowed: x"),
         error("invalid_scope", "must request 'openid' scope")},
        {"answer.resource_missing", error("invalid_target", "resource is required"),
         error("invalid_target", "resource not found")},
        {"answer.resource_unknown", error("invalid_target", "resource not found"),
         error("invalid_target", "client is not associated with the resource")},
        {"answer.resource_not_linked",
         error("invalid_target", "client is not associated with the resource"),
         error("invalid_target", "resource not found")},
        {"answer.resource_own",
         error("invalid_target", "resource URI must not be a prefixed by authgear endpoint"),
         error("invalid_target", "resource is required")},
        {"answer.full_access",
         error("access_denied", "the client is not authorized to have full user access"),
         error("access_denied", "authorization denied")},
        {"answer.hook", error("server_error", "access token generation is disallowed by hook"),
         error("server_error", "internal server error")},
        {"answer.server_error", error("server_error", "internal server error"),
         error("server_error", "access token generation is disallowed by hook")},
        {"answer.rate_limited",
         error("x_rate_limited", "rate limit exceeded, please try again later."),
         error("x_error", "rate limit exceeded, please try again later.")},
        {"answer.dpop_expired", error("invalid_dpop_proof", "DPoP proof expired"),
         error("invalid_dpop_proof", "invalid DPoP jwk")},
        {"answer.dpop_target", error("invalid_dpop_proof", "htu mismatch"),
         error("invalid_dpop_proof", "malformed DPoP jwt")},
        {"answer.dpop_refused", error("invalid_dpop_proof", "malformed DPoP jwt"),
         error("invalid_dpop_proof", "DPoP proof expired")},
    };
}

//! Reference authgear 9.2 and 1.4.
QList<RuleCase> authorizationEndpointCases()
{
    return {
        {"answer.pkce_missing",
         error("invalid_request", "PKCE code challenge is required for public clients"),
         error("invalid_request", "PKCE code verifier is required")},
        {"answer.pkce_method", error("invalid_request", "only 'S256' PKCE transform is supported"),
         error("invalid_request", "PKCE code challenge is required for public clients")},
        {"answer.response_type",
         error("unauthorized_client", "response type is not allowed for this client"),
         error("unauthorized_client", "grant type is not allowed for this client")},
        {"answer.prompt",
         error("invalid_request", "prompt cannot have other values when none is set"),
         error("invalid_request", "scope is required")},
        {"answer.single_session",
         error("invalid_request", "sso_enabled is not allowed with x_max_concurrent_session"),
         error("invalid_request", "oauth session expired")},
        {"answer.sign_in_expired", error("invalid_request", "authentication expired"),
         error("invalid_dpop_proof", "DPoP proof expired")},
        {"answer.login_required", error("login_required", "authentication required"),
         error("access_denied", "authorization required")},
        {"answer.access_denied", error("access_denied", "requested scopes are not granted"),
         error("login_required", "authentication required")},
        {"answer.oauth_error", error("some_new_error", "x"), error("Some New Error", "x")},
    };
}

//! Reference authgear 6.
QList<RuleCase> resolverCases()
{
    const QByteArray valid = "X-Authgear-Session-Valid: true\r\nX-Authgear-User-Id: u1";
    return {
        {"resolver.valid", resolved(valid), resolved("X-Authgear-Session-Valid: false")},
        {"resolver.invalid", resolved("X-Authgear-Session-Valid: false"), resolved(valid)},
        {"resolver.absent", resolved("Content-Length: 0"), resolved(valid)},
        {"resolver.malformed", resolved("X-Authgear-Session-Valid: yes"), resolved(valid)},
        {"resolver.user_missing", resolved("X-Authgear-Session-Valid: true"), resolved(valid)},
        {"resolver.cannot_reauthenticate",
         resolved(valid + "\r\nX-Authgear-User-Can-Reauthenticate: false"),
         resolved(valid + "\r\nX-Authgear-User-Can-Reauthenticate: true")},
        {"resolver.signed_in_at",
         resolved(valid + "\r\nX-Authgear-Session-Authenticated-At: 1790000000"),
         resolved(valid + "\r\nX-Authgear-Session-Authenticated-At: today")},
        {"resolver.methods", resolved(valid + "\r\nX-Authgear-Session-Amr: pwd otp"),
         resolved(valid)},
        {"resolver.roles", resolved(valid + "\r\nX-Authgear-User-Roles: a,b"), resolved(valid)},
        {"resolver.obsolete", resolved(valid + "\r\nX-Authgear-Session-Acr: 1"), resolved(valid)},
        {"resolver.spoofable", request(valid), resolved(valid)},
    };
}

QList<RuleCase> captureCases()
{
    const QByteArray field = R"({"name":"Authorization","value":"Bearer )" + jwt() + "\"}";
    const QByteArray accept
        = R"({"name":"accept","value":"*/*"},{"name":"user-agent","value":"x"})";
    const QByteArray text = R"({"mimeType":"application/json","text":"{}"})";
    const QByteArray whole = har(field, text);
    return {
        {"capture.empty", " \r\n\t ", "x"},
        {"capture.binary",
         QByteArray("\x7F"
                    "ELF\0\0\0",
                    7),
         "\x7F"
         "ELF"},
        {"capture.truncated", whole.first(whole.size() / 2), whole},
        {"capture.file", "curl -d @body.json https://a.example/",
         "curl -d a=@b https://a.example/"},
        {"capture.stripped", har(accept, text), whole},
        {"capture.encoding",
         QByteArray("\xFF\xFE"
                    "a\0b\0",
                    6),
         "\xEF\xBB\xBF"
         "ab"},
        {"capture.depth", nested(12), nested(3)},
        {"capture.no_token", "nothing", jwt()},
    };
}

} // namespace

QList<RuleCase> ruleCases()
{
    return credentialCases() + tokenCases() + placeCases() + requestCases() + challengeCases()
        + tokenEndpointCases() + authorizationEndpointCases() + resolverCases() + captureCases()
        + causeCases();
}

} // namespace capturecases
