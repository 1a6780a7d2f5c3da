// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/endpoints.h"

#include "core/practice/jsontext.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace practice {

using namespace jsontext;

namespace {

//! Who may read an answer from a web page: discovery and keys everybody, the rest nobody here.
enum class Sharing : quint8 { Everybody, Api };

struct Endpoint
{
    QByteArrayView path;
    QByteArrayView methods; //!< As the Allow header names them; HEAD goes with GET.
    Sharing sharing = Sharing::Api;
    HttpAnswer (*answer)(const IssuerFacts &) = nullptr;
};

HttpAnswer jsonAnswer(int status, const QByteArray &body)
{
    HttpAnswer answer;
    answer.status = status;
    answer.headers.append("Content-Type"_ba, "application/json"_ba);
    answer.headers.append("X-Content-Type-Options"_ba, "nosniff"_ba);
    answer.body = body;
    return answer;
}

QByteArray errorJson(QStringView error, QStringView description)
{
    return object({{"error"_ba, text(error)}, {"error_description"_ba, text(description)}});
}

HttpAnswer discovery(const IssuerFacts &facts)
{
    return jsonAnswer(200, discoveryJson(facts.issuer));
}

HttpAnswer keySet(const IssuerFacts &facts)
{
    return jsonAnswer(200, keySetJson(facts));
}

//! The client is looked up before all else (reference authgear 9.1), and there is none.
HttpAnswer token(const IssuerFacts &)
{
    return jsonAnswer(400, errorJson(u"invalid_client", u"invalid client ID"));
}

HttpAnswer userinfo(const IssuerFacts &)
{
    HttpAnswer answer = jsonAnswer(401, errorJson(u"invalid_grant", u"invalid session"));
    answer.headers.append(
        "WWW-Authenticate"_ba,
        R"(Bearer error="invalid_grant", error_description="invalid session")"_ba);
    return answer;
}

//! Neither the client nor its redirect URI can be trusted, so the browser is not sent back.
HttpAnswer authorize(const IssuerFacts &)
{
    return plainAnswer(400,
                       "Invalid OAuth authorization request:\n"
                       "error: unauthorized_client\n"
                       "error_description: invalid client ID"_ba);
}

//! RFC 7009 section 2.2: revoking what does not exist is no error.
HttpAnswer revoke(const IssuerFacts &)
{
    return {};
}

//! OpenID Connect RP-Initiated Logout 1.0 section 2. Nobody is signed in and no client is known, so
//! the browser is not sent on.
HttpAnswer endSession(const IssuerFacts &)
{
    return plainAnswer(200, "You are signed out."_ba);
}

constexpr QByteArrayView getOnly("GET, HEAD, OPTIONS");
constexpr QByteArrayView postOnly("POST, OPTIONS");
constexpr QByteArrayView getAndPost("GET, HEAD, POST, OPTIONS");

constexpr std::array endpoints{
    Endpoint{"/.well-known/openid-configuration", getOnly, Sharing::Everybody, discovery},
    Endpoint{"/.well-known/oauth-authorization-server", getOnly, Sharing::Everybody, discovery},
    Endpoint{"/oauth2/jwks", getOnly, Sharing::Everybody, keySet},
    Endpoint{"/oauth2/authorize", getAndPost, Sharing::Api, authorize},
    Endpoint{"/oauth2/token", postOnly, Sharing::Api, token},
    Endpoint{"/oauth2/userinfo", getAndPost, Sharing::Api, userinfo},
    Endpoint{"/oauth2/revoke", postOnly, Sharing::Api, revoke},
    Endpoint{"/oauth2/end_session", getAndPost, Sharing::Api, endSession},
};

bool allows(const Endpoint &endpoint, QByteArrayView method)
{
    const QList<QByteArray> methods = endpoint.methods.toByteArray().split(',');
    return std::any_of(methods.begin(), methods.end(),
                       [&](const QByteArray &each) { return each.trimmed() == method; });
}

void share(const HttpRequest &request, HttpAnswer &answer)
{
    answer.headers.append("Access-Control-Allow-Origin"_ba, "*"_ba);
    answer.headers.append("Access-Control-Max-Age"_ba, "900"_ba);
    const QByteArray method = request.headers.value("Access-Control-Request-Method");
    if (!method.isEmpty())
        answer.headers.append("Access-Control-Allow-Methods"_ba, method);
    const QByteArray headers = request.headers.value("Access-Control-Request-Headers");
    if (!headers.isEmpty())
        answer.headers.append("Access-Control-Allow-Headers"_ba, headers);
}

void keepPrivate(HttpAnswer &answer)
{
    answer.headers.append("Cache-Control"_ba, "no-store"_ba);
    answer.headers.append("Pragma"_ba, "no-cache"_ba);
    answer.headers.append("Vary"_ba, "Origin"_ba);
}

HttpAnswer answerAt(const Endpoint &endpoint, const IssuerFacts &facts, const HttpRequest &request)
{
    HttpAnswer answer;
    if (!allows(endpoint, request.method)) {
        answer = plainAnswer(405, "Method Not Allowed"_ba);
        answer.headers.append("Allow"_ba, endpoint.methods.toByteArray());
    } else if (request.method != "OPTIONS") {
        answer = endpoint.answer(facts);
    }
    if (endpoint.sharing == Sharing::Everybody)
        share(request, answer);
    else
        keepPrivate(answer);
    return answer;
}

//! A page on another name that resolves to 127.0.0.1 must get nothing here (DNS rebinding).
bool isPublicHost(const IssuerFacts &facts, QByteArrayView host)
{
    return host.compare(QUrl(facts.issuer).authority().toLatin1(), Qt::CaseInsensitive) == 0;
}

bool isLocalhost(const IssuerFacts &facts, QByteArrayView host)
{
    QUrl url(facts.issuer);
    url.setHost(u"localhost"_s);
    return host.compare(url.authority().toLatin1(), Qt::CaseInsensitive) == 0;
}

HttpAnswer redirectToPublicOrigin(const IssuerFacts &facts, const HttpRequest &request)
{
    HttpAnswer answer;
    answer.status = 307;
    answer.headers.append("Location"_ba, facts.issuer.toLatin1() + request.path + request.query);
    return answer;
}

} // namespace

QByteArray discoveryJson(const QString &issuer)
{
    const auto url = [&](QLatin1StringView path) { return text(issuer + path); };
    return object({
        {"authorization_endpoint"_ba, url("/oauth2/authorize"_L1)},
        {"claims_supported"_ba,
         list({u"iss"_s,
               u"aud"_s,
               u"iat"_s,
               u"exp"_s,
               u"sub"_s,
               u"email"_s,
               u"email_verified"_s,
               u"phone_number"_s,
               u"phone_number_verified"_s,
               u"preferred_username"_s,
               u"family_name"_s,
               u"given_name"_s,
               u"middle_name"_s,
               u"name"_s,
               u"nickname"_s,
               u"picture"_s,
               u"profile"_s,
               u"website"_s,
               u"gender"_s,
               u"birthdate"_s,
               u"zoneinfo"_s,
               u"locale"_s,
               u"address"_s,
               u"updated_at"_s})},
        {"code_challenge_methods_supported"_ba, list({u"S256"_s})},
        {"dpop_signing_alg_values_supported"_ba, list({u"ES256"_s, u"RS256"_s})},
        {"end_session_endpoint"_ba, url("/oauth2/end_session"_L1)},
        {"grant_types_supported"_ba,
         list({u"authorization_code"_s, u"refresh_token"_s, u"client_credentials"_s})},
        {"id_token_signing_alg_values_supported"_ba, list({u"RS256"_s})},
        {"issuer"_ba, text(issuer)},
        {"jwks_uri"_ba, url("/oauth2/jwks"_L1)},
        {"response_modes_supported"_ba, list({u"query"_s, u"fragment"_s, u"form_post"_s})},
        {"response_types_supported"_ba,
         list(
             {u"code"_s, u"urn:authgear:params:oauth:response-type:settings-action"_s, u"none"_s})},
        {"revocation_endpoint"_ba, url("/oauth2/revoke"_L1)},
        {"scopes_supported"_ba,
         list({u"offline_access"_s, u"device_sso"_s, u"openid"_s, u"profile"_s, u"email"_s,
               u"address"_s, u"phone"_s, u"https://authgear.com/scopes/full-access"_s,
               u"https://authgear.com/scopes/full-userinfo"_s,
               u"https://authgear.com/scopes/pre-authenticated-url"_s})},
        {"subject_types_supported"_ba, list({u"public"_s})},
        {"token_endpoint"_ba, url("/oauth2/token"_L1)},
        {"token_endpoint_auth_methods_supported"_ba,
         list({u"none"_s, u"client_secret_post"_s, u"client_secret_basic"_s})},
        {"userinfo_endpoint"_ba, url("/oauth2/userinfo"_L1)},
    });
}

QByteArray keySetJson(const IssuerFacts &facts)
{
    using std::chrono::seconds;
    const auto created = std::chrono::floor<seconds>(facts.keyCreatedAt).time_since_epoch();
    Members key{{"alg"_ba, text(QString::fromLatin1(facts.key.algorithm()))},
                {"created_at"_ba, number(created.count())},
                {"kid"_ba, text(facts.kid)},
                {"use"_ba, text(u"sig")}};
    const auto members = facts.key.publicMembers();
    for (const auto &[name, value] : members)
        key.insert(name, text(QString::fromLatin1(value)));
    return object({{"keys"_ba, '[' + object(key) + ']'}});
}

HttpAnswer answerRequest(const IssuerFacts &facts, const HttpRequest &request)
{
    if (isLocalhost(facts, request.host))
        return redirectToPublicOrigin(facts, request);
    if (!isPublicHost(facts, request.host))
        return plainAnswer(404, "app not found"_ba);
    const auto found = std::find_if(endpoints.begin(), endpoints.end(), [&](const Endpoint &each) {
        return each.path == request.path;
    });
    if (found == endpoints.end())
        return plainAnswer(404, "404 page not found"_ba);
    return answerAt(*found, facts, request);
}

} // namespace practice
