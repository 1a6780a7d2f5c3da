// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/answers.h"
#include "core/capture/carryingrules.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

struct Cause
{
    QLatin1StringView error; //!< Empty: any.
    QLatin1StringView needle; //!< In the description, whatever the case; empty: any.
    QLatin1StringView id;
};
// The first that applies. Authgear's own texts, reference authgear 9.1 and 9.2; then what RFC 6749
// sections 4.1.2.1 and 5.2 and OpenID Connect Core section 3.1.2.6 say of the code alone.
// clang-format off
constexpr auto causes = std::to_array<Cause>({
    {"invalid_client"_L1, "secret is required"_L1, "answer.secret_missing"_L1},
    {"invalid_client"_L1, "invalid client secret"_L1, "answer.secret_wrong"_L1}, // Entra ID
    {"unauthorized_client"_L1, "client credentials"_L1, "answer.secret_wrong"_L1}, // Keycloak
    {"invalid_client"_L1, "client credentials"_L1, "answer.secret_wrong"_L1},
    {"invalid_client"_L1, ""_L1, "answer.client_unknown"_L1},
    {"unauthorized_client"_L1, "invalid client id"_L1, "answer.client_unknown"_L1},
    {"invalid_request"_L1, "in authorization header"_L1, "answer.client_encoding"_L1},
    {"invalid_request"_L1, "invalid client secret"_L1, "answer.secret_wrong"_L1},
    {"invalid_request"_L1, "secret is not supported"_L1, "answer.secret_unwanted"_L1},
    {"invalid_request"_L1, "code challenge is required"_L1, "answer.pkce_missing"_L1},
    {"invalid_request"_L1, "pkce transform"_L1, "answer.pkce_method"_L1},
    {"invalid_request"_L1, "redirect uri"_L1, "answer.redirect_uri"_L1},
    {"unauthorized_client"_L1, "redirect uri"_L1, "answer.redirect_uri"_L1},
    {""_L1, "redirect_uri"_L1, "answer.redirect_uri"_L1},
    {"invalid_request"_L1, "match the refresh token"_L1, "answer.refresh_client"_L1},
    {"invalid_request"_L1, "requested_token_type"_L1, "answer.token_exchange"_L1},
    {"invalid_request"_L1, "subject_token"_L1, "answer.token_exchange"_L1},
    {"invalid_request"_L1, "actor_token"_L1, "answer.token_exchange"_L1},
    {"invalid_request"_L1, "expected audience"_L1, "answer.token_exchange"_L1},
    {"invalid_request"_L1, "cannot issue"_L1, "answer.cannot_issue"_L1},
    {"invalid_request"_L1, "disabled"_L1, "answer.feature_off"_L1},
    {"invalid_request"_L1, "prompt"_L1, "answer.prompt"_L1},
    {"invalid_request"_L1, "max_age"_L1, "answer.prompt"_L1},
    {"invalid_request"_L1, "sso_enabled"_L1, "answer.single_session"_L1},
    {"invalid_request"_L1, "max_concurrent_session"_L1, "answer.single_session"_L1},
    {"invalid_request"_L1, "session expired"_L1, "answer.sign_in_expired"_L1},
    {"invalid_request"_L1, "authentication expired"_L1, "answer.sign_in_expired"_L1},
    {"invalid_request"_L1, "is required"_L1, "answer.parameter_missing"_L1},
    {"invalid_grant"_L1, "pkce"_L1, "answer.pkce_verifier"_L1}, // Keycloak, Okta
    {"invalid_grant"_L1, "code_verifier"_L1, "answer.pkce_verifier"_L1},
    {"invalid_grant"_L1, "code verifier"_L1, "answer.pkce_verifier"_L1},
    {"invalid_grant"_L1, "authorization code"_L1, "answer.code_refused"_L1},
    {"invalid_grant"_L1, "code not valid"_L1, "answer.code_refused"_L1}, // Keycloak
    {"invalid_grant"_L1, "auth code"_L1, "answer.code_refused"_L1}, // Google
    {"invalid_grant"_L1, "refresh token"_L1, "answer.refresh_refused"_L1},
    {"invalid_grant"_L1, "expired or revoked"_L1, "answer.refresh_refused"_L1}, // Google
    {"invalid_grant"_L1, "valid session is required"_L1, "answer.session_required"_L1},
    {"invalid_grant"_L1, "invalid session"_L1, "answer.session_ended"_L1},
    {"invalid_grant"_L1, "ds_hash"_L1, "answer.device_secret"_L1},
    {"invalid_grant"_L1, "device_secret"_L1, "answer.device_secret"_L1},
    {"invalid_grant"_L1, "sid is"_L1, "answer.device_secret"_L1},
    {"invalid_grant"_L1, " sid"_L1, "answer.device_secret"_L1}, // no "outside"
    {"invalid_grant"_L1, "invalidcredentials"_L1, "answer.credentials_refused"_L1},
    {"invalid_grant"_L1, ""_L1, "answer.grant_refused"_L1},
    {"unauthorized_client"_L1, "grant type"_L1, "answer.grant_not_allowed"_L1},
    {"unauthorized_client"_L1, "response type"_L1, "answer.response_type"_L1},
    {"unauthorized_client"_L1, ""_L1, "answer.client_not_allowed"_L1},
    {"unsupported_grant_type"_L1, ""_L1, "answer.grant_unsupported"_L1},
    {"unsupported_response_type"_L1, ""_L1, "answer.response_type"_L1},
    {"invalid_scope"_L1, "'openid'"_L1, "answer.openid_missing"_L1},
    {"invalid_scope"_L1, ""_L1, "answer.scope_not_allowed"_L1},
    {"invalid_target"_L1, "is required"_L1, "answer.resource_missing"_L1},
    {"invalid_target"_L1, "not associated"_L1, "answer.resource_not_linked"_L1},
    {"invalid_target"_L1, "prefix"_L1, "answer.resource_own"_L1},
    {"invalid_target"_L1, ""_L1, "answer.resource_unknown"_L1},
    {""_L1, "pre-authenticated url"_L1, "answer.full_access"_L1},
    {""_L1, "full user access"_L1, "answer.full_access"_L1},
    {"insufficient_scope"_L1, ""_L1, "answer.scope_missing"_L1},
    {"server_error"_L1, "hook"_L1, "answer.hook"_L1},
    {"server_error"_L1, ""_L1, "answer.server_error"_L1},
    {"temporarily_unavailable"_L1, ""_L1, "answer.server_error"_L1},
    {"x_rate_limited"_L1, ""_L1, "answer.rate_limited"_L1},
    {"slow_down"_L1, ""_L1, "answer.rate_limited"_L1},
    {"invalid_dpop_proof"_L1, "expired"_L1, "answer.dpop_expired"_L1},
    {"invalid_dpop_proof"_L1, "htu"_L1, "answer.dpop_target"_L1},
    {"invalid_dpop_proof"_L1, "htm"_L1, "answer.dpop_target"_L1},
    {"invalid_dpop_proof"_L1, ""_L1, "answer.dpop_refused"_L1},
    {"use_dpop_nonce"_L1, ""_L1, "answer.dpop_nonce"_L1},
    {"login_required"_L1, ""_L1, "answer.login_required"_L1},
    {"interaction_required"_L1, ""_L1, "answer.login_required"_L1},
    {"account_selection_required"_L1, ""_L1, "answer.login_required"_L1},
    {"consent_required"_L1, ""_L1, "answer.access_denied"_L1},
    {"access_denied"_L1, ""_L1, "answer.access_denied"_L1},
    {"invalid_token"_L1, ""_L1, "answer.token_refused"_L1},
    {"invalid_request"_L1, ""_L1, "answer.oauth_error"_L1},
});
// clang-format on

bool fits(const Cause &cause, const ErrorAnswer &answer)
{
    const bool isError = cause.error.isEmpty() || QLatin1StringView(answer.error) == cause.error;
    return isError && (cause.needle.isEmpty() || hasWords(answer.description, cause.needle));
}

//! What the description is about: "code" of "code is required", "email2" of "…: email2".
QString detailOf(QLatin1StringView id, const QByteArray &description)
{
    if (id == "answer.parameter_missing"_L1) {
        const qsizetype at = description.indexOf(" is required");
        return QString::fromUtf8(description.left(std::max(at, qsizetype(0))));
    }
    const qsizetype colon = description.lastIndexOf(": ");
    if (id == "answer.scope_not_allowed"_L1 && colon >= 0)
        return QString::fromUtf8(description.sliced(colon + 2));
    return {};
}

//! Error codes are words, RFC 6749 section 5.2; an API's own "error": "Not found" is none.
bool isErrorCode(QByteArrayView text)
{
    constexpr qsizetype longest = 64;
    return !text.isEmpty() && text.size() <= longest && text.contains('_')
        && std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

//! What a description that speaks of a token says is wrong with it.
base::Findings judgeTokenIn(const ErrorAnswer &answer)
{
    constexpr std::array subjects{"jwt"_L1, "token"_L1, "assertion"_L1};
    const bool isAboutToken = std::ranges::any_of(
        subjects, [&](QLatin1StringView subject) { return hasWords(answer.description, subject); });
    base::Findings findings = isAboutToken ? judgeSentence(answer) : base::Findings();
    // "Missing parameter: token" is of the request.
    findings.removeIf(
        [](const base::Finding &finding) { return finding.id == "answer.no_token"_L1; });
    return findings;
}

} // namespace

base::Findings judgeErrorAnswer(const QByteArray &error, const QByteArray &description,
                                const base::Span &span)
{
    const ErrorAnswer answer{error, description, span};
    if (!isErrorCode(error))
        return {};
    // Of a token that was refused the sentence tells why, RFC 6750 section 3.1.
    if (auto why = error == "invalid_token" ? judgeSentence(answer) : base::Findings();
        !why.isEmpty())
        return why;
    const auto cause
        = std::ranges::find_if(causes, [&](const Cause &row) { return fits(row, answer); });
    const QLatin1StringView id = cause == causes.end() ? "answer.oauth_error"_L1 : cause->id;
    // Of a logout token or an assertion the code says no more than that the request was wrong.
    if (auto why = id == "answer.oauth_error"_L1 ? judgeTokenIn(answer) : base::Findings();
        !why.isEmpty())
        return why;
    return {answerFinding(id, answer, detailOf(id, description))};
}

} // namespace capture
