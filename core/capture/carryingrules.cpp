// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

using enum base::Outcome;

// Behind each row: what its finding carries: found; facts. Numbers in facts are qlonglong, instants
// Unix milliseconds.
// clang-format off
constexpr auto table = std::to_array<CarryingRule>({
    // ---- Authorization: how the credential is written (judgement.md, "Header forms") ------------
    {"carrying.scheme_missing"_L1, Fail, "RFC 6750 section 2.1"_L1},
    {"carrying.scheme_twice"_L1, Fail, "RFC 6750 section 2.1"_L1},
    {"carrying.other_scheme"_L1, Fail, "RFC 6750 section 2.1"_L1}, // the scheme
    {"carrying.colon"_L1, Fail, "RFC 9110 section 11.4"_L1},
    {"carrying.tab"_L1, Fail, "RFC 9110 section 11.4"_L1},
    {"carrying.other_blank"_L1, Fail, "RFC 9110 section 11.4"_L1}, // "U+00A0"
    {"carrying.quotes"_L1, Fail, "RFC 6750 section 2.1"_L1}, // the quotes
    {"carrying.trailing_mark"_L1, Fail, "RFC 6750 section 2.1"_L1}, // the comma or semicolon
    {"carrying.token_missing"_L1, Fail, "RFC 6750 section 2.1"_L1}, // the scheme
    {"carrying.placeholder"_L1, Fail, "RFC 6750 section 2.1"_L1}, // "undefined", "null" …
    {"carrying.variable"_L1, Fail, "RFC 6750 section 2.1"_L1}, // "$TOKEN"
    {"carrying.masked"_L1, Warn, "RFC 6750 section 5.3"_L1}, // the mask; carrier, name
    {"carrying.several_authorization"_L1, Fail, "RFC 9110 section 5.3"_L1}, // how many; count
    {"carrying.lower_case"_L1, Pass, "RFC 9110 section 11.1"_L1}, // the scheme
    {"carrying.two_spaces"_L1, Pass, "RFC 6750 section 2.1"_L1}, // how many; count
    {"carrying.trailing_blank"_L1, Pass, "RFC 9110 section 5.5"_L1}, // how many; count

    // ---- The token's own text -------------------------------------------------------------------
    {"carrying.truncated"_L1, Fail, "RFC 7515 section 7.1"_L1},
        // how: "signature" (bytes, expectedBytes, algorithm) | "header" | "payload" | "parts"
    {"carrying.shortened"_L1, Fail, "RFC 7515 section 7.1"_L1}, // what stands for what was left out
    {"carrying.percent_encoded"_L1, Fail, "RFC 3986 section 2.1"_L1}, // the first escape
    {"carrying.double_base64"_L1, Fail, "RFC 7515 section 7.1"_L1},
    {"carrying.padded"_L1, Fail, "RFC 7515 section 2"_L1},
    {"carrying.wrong_alphabet"_L1, Fail, "RFC 7515 section 2"_L1}, // the first wrong character
    {"carrying.line_broken"_L1, Warn, "RFC 7515 section 7.1"_L1},

    // ---- Where it stands, and with what else ----------------------------------------------------
    {"carrying.in_query"_L1, Warn, "RFC 6750 section 5.3"_L1}, // the parameter
    {"carrying.in_fragment"_L1, Warn, "RFC 9700 section 2.1.2"_L1}, // the parameter
    {"carrying.plain_http"_L1, Warn, "RFC 6750 section 5.3"_L1}, // the URL's host
    {"carrying.id_token_in_authorization"_L1, Fail, "OpenID Connect Core section 2"_L1}, // carrier
    {"carrying.access_token_as_id_token"_L1, Fail, "OpenID Connect Core section 2"_L1}, // carrier
    {"carrying.refresh_token_in_authorization"_L1, Fail, "RFC 6749 section 1.5"_L1}, // carrier
    {"carrying.two_tokens"_L1, Warn, "RFC 6750 section 2"_L1}, // carrier; other (the first carrier)
    {"carrying.header_size"_L1, Warn, "RFC 9110 section 5.4"_L1}, // bytes; bytes, limit
    {"carrying.cookie_size"_L1, Warn, "RFC 6265 section 6.1"_L1}, // bytes; bytes, limit
    {"carrying.chunked"_L1, Pass, "RFC 6265 section 6.1"_L1}, // how many cookies; count
    {"carrying.session_cookie_live"_L1, Warn, "RFC 6265 section 8.4"_L1}, // the cookie
    {"carrying.refresh_and_id_token_same_session"_L1, Pass, "Authgear docs: Refresh token"_L1},
        // the grant's id
    {"carrying.expires_in_differs"_L1, Warn, "RFC 6749 section 5.1"_L1},
        // expires_in; expected: exp - iat; seconds, lifetime

    // ---- What a request asks for ----------------------------------------------------------------
    {"request.scope_plus"_L1, Fail, "RFC 6749 section 3.3"_L1}, // the scope
    {"request.openid_missing"_L1, Fail, "OpenID Connect Core section 11"_L1}, // the scope
    {"request.pkce_missing"_L1, Warn, "RFC 9700 section 2.1.1"_L1},
    {"request.pkce_plain"_L1, Fail, "RFC 7636 section 4.2"_L1}, // the method
    {"request.pkce_match"_L1, Pass, "RFC 7636 section 4.6"_L1},
    {"request.pkce_mismatch"_L1, Fail, "RFC 7636 section 4.6"_L1},
        // found: what the verifier gives; expected: code_challenge; same (both texts are equal)
    {"request.prompt_none"_L1, Fail, "OpenID Connect Core section 3.1.2.1"_L1}, // what stands beside
    {"request.implicit"_L1, Warn, "RFC 9700 section 2.1.2"_L1}, // response_type
    {"request.redirect_uri_differs"_L1, Fail, "RFC 6749 section 4.1.3"_L1}, // redirect_uri; expected
    {"request.client_differs"_L1, Fail, "RFC 6749 section 4.1.3"_L1}, // client_id; expected
    {"request.code_reused"_L1, Fail, "RFC 6749 section 4.1.2"_L1}, // times; count
    {"request.code_late"_L1, Fail, "RFC 6749 section 4.1.2"_L1}, // seconds; seconds, limit
    {"request.token_by_get"_L1, Fail, "RFC 6749 section 3.2"_L1}, // the method
    {"request.userinfo_case"_L1, Fail, "RFC 3986 section 6.2.2.1"_L1}, // the path
    {"request.no_introspection"_L1, Fail, "RFC 7662 section 2"_L1}, // the path
    {"request.double_slash"_L1, Fail, "RFC 3986 section 3.3"_L1}, // the path
    {"request.revoke_jwt"_L1, Warn, "RFC 7009 section 2.1"_L1},

    // ---- What an answer's WWW-Authenticate says (all: error, description, scheme) ---------------
    {"answer.no_token"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.expired"_L1, Fail, "RFC 6750 section 3.1"_L1}, // found: the moment as written, if any
    {"answer.not_yet_valid"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.audience"_L1, Fail, "RFC 6750 section 3.1"_L1}, // found: the audience, if told
    {"answer.issuer"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.key_not_found"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.signature"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.lifetime"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.claim_missing"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.algorithm"_L1, Fail, "RFC 8725 section 3.1"_L1},
    {"answer.kind"_L1, Fail, "RFC 8725 section 3.11"_L1}, // typ
    {"answer.keys_unreachable"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.cors"_L1, Fail, "Authgear docs: CORS"_L1},
    {"answer.insecure_page"_L1, Fail, "Authgear docs: SubtleCrypto"_L1},
    {"answer.access_rule"_L1, Fail, "RFC 9110 section 15.5.4"_L1},
    {"answer.no_route"_L1, Fail, "RFC 9110 section 15.5.4"_L1},
    {"answer.malformed"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.session_ended"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.token_refused"_L1, Fail, "RFC 6750 section 3.1"_L1},
    {"answer.scope_missing"_L1, Fail, "RFC 6750 section 3.1"_L1}, // found: scope
    {"answer.sign_in_again"_L1, Fail, "RFC 9470 section 3"_L1}, // found: max_age or acr_values
    {"answer.dpop_nonce"_L1, Warn, "RFC 9449 section 9"_L1},
    {"answer.scheme_wanted"_L1, Fail, "RFC 9110 section 11.6.1"_L1}, // found: the schemes

    // ---- What an OAuth error says: token endpoint, then authorization endpoint ------------------
    // all: error, description
    {"answer.client_unknown"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.secret_missing"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.secret_wrong"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.secret_unwanted"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.client_encoding"_L1, Fail, "RFC 6749 section 2.3.1"_L1},
    {"answer.parameter_missing"_L1, Fail, "RFC 6749 section 5.2"_L1}, // found: which
    {"answer.redirect_uri"_L1, Fail, "RFC 6749 section 3.1.2"_L1},
    {"answer.refresh_client"_L1, Fail, "RFC 6749 section 6"_L1},
    {"answer.token_exchange"_L1, Fail, "RFC 8693 section 2.2.2"_L1},
    {"answer.cannot_issue"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.feature_off"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.code_refused"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.refresh_refused"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.session_required"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.device_secret"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.credentials_refused"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.grant_refused"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.grant_not_allowed"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.grant_unsupported"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.client_not_allowed"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.openid_missing"_L1, Fail, "OpenID Connect Core section 3.1.2.1"_L1},
    {"answer.scope_not_allowed"_L1, Fail, "RFC 6749 section 3.3"_L1}, // found: which, if told
    {"answer.resource_missing"_L1, Fail, "RFC 8707 section 2"_L1},
    {"answer.resource_unknown"_L1, Fail, "RFC 8707 section 2"_L1},
    {"answer.resource_not_linked"_L1, Fail, "RFC 8707 section 2"_L1},
    {"answer.resource_own"_L1, Fail, "RFC 8707 section 2"_L1},
    {"answer.full_access"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.hook"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.server_error"_L1, Fail, "RFC 6749 section 4.1.2.1"_L1},
    {"answer.rate_limited"_L1, Fail, "RFC 6585 section 4"_L1},
    {"answer.dpop_expired"_L1, Fail, "RFC 9449 section 4.3"_L1},
    {"answer.dpop_target"_L1, Fail, "RFC 9449 section 4.3"_L1},
    {"answer.dpop_refused"_L1, Fail, "RFC 9449 section 4.3"_L1},
    {"answer.pkce_verifier"_L1, Fail, "RFC 7636 section 4.6"_L1},
    {"answer.pkce_missing"_L1, Fail, "RFC 7636 section 4.4.1"_L1},
    {"answer.pkce_method"_L1, Fail, "RFC 7636 section 4.4.1"_L1},
    {"answer.response_type"_L1, Fail, "RFC 6749 section 4.1.2.1"_L1},
    {"answer.prompt"_L1, Fail, "OpenID Connect Core section 3.1.2.1"_L1},
    {"answer.single_session"_L1, Fail, "RFC 6749 section 4.1.2.1"_L1},
    {"answer.sign_in_expired"_L1, Fail, "RFC 6749 section 4.1.2.1"_L1},
    {"answer.login_required"_L1, Fail, "OpenID Connect Core section 3.1.2.6"_L1},
    {"answer.access_denied"_L1, Fail, "RFC 6749 section 4.1.2.1"_L1},
    {"answer.oauth_error"_L1, Fail, "RFC 6749 section 5.2"_L1},
    {"answer.app_not_found"_L1, Fail, "RFC 9110 section 15.5.5"_L1},
    {"answer.other_origin"_L1, Fail, "RFC 9110 section 15.4.8"_L1}, // the origin
    {"answer.address_blocked"_L1, Fail, "RFC 9110 section 15.5.4"_L1},
    {"answer.agent_blocked"_L1, Fail, "RFC 9110 section 15.5.4"_L1},

    // ---- Authgear's resolver headers ------------------------------------------------------------
    {"resolver.valid"_L1, Pass, "Authgear docs: Nginx"_L1}, // user id; user, anonymous, verified
    {"resolver.invalid"_L1, Fail, "Authgear docs: Nginx"_L1},
    {"resolver.absent"_L1, Warn, "Authgear docs: Nginx"_L1},
    {"resolver.malformed"_L1, Fail, "Authgear docs: Nginx"_L1}, // the value; header
    {"resolver.user_missing"_L1, Fail, "Authgear docs: Nginx"_L1},
    {"resolver.cannot_reauthenticate"_L1, Pass, "Authgear docs: Reauthentication"_L1},
    {"resolver.signed_in_at"_L1, Pass, "Authgear docs: Nginx"_L1}, // Unix seconds; at
    {"resolver.methods"_L1, Pass, "Authgear docs: Nginx"_L1}, // amr
    {"resolver.roles"_L1, Pass, "Authgear docs: Nginx"_L1}, // roles
    {"resolver.obsolete"_L1, Pass, "Authgear docs: Nginx"_L1}, // the header
    {"resolver.spoofable"_L1, Warn, "Authgear docs: Nginx"_L1},

    // ---- The capture as a whole -----------------------------------------------------------------
    {"capture.empty"_L1, Warn, ""_L1},
    {"capture.binary"_L1, Warn, ""_L1}, // what it looks like
    {"capture.truncated"_L1, Warn, ""_L1}, // detail; offset
    {"capture.cut"_L1, Warn, ""_L1}, // one entry was cut by the program that saved it
    {"capture.file"_L1, Warn, ""_L1}, // the file that a command sends
    {"capture.stripped"_L1, Warn, ""_L1}, // what was taken out
    {"capture.encoding"_L1, Pass, ""_L1}, // the encoding
    {"capture.limit"_L1, Warn, ""_L1}, // the limit; limit
    {"capture.depth"_L1, Warn, ""_L1}, // the limit; limit
    {"capture.cancelled"_L1, Warn, ""_L1}, // done, total
    {"capture.no_token"_L1, Warn, ""_L1},
});
// clang-format on

} // namespace

std::span<const CarryingRule> carryingRules()
{
    return table;
}

const CarryingRule *findCarryingRule(QLatin1StringView id)
{
    const auto *row = std::ranges::find(table, id, &CarryingRule::id);
    return row == table.end() ? nullptr : row;
}

base::Finding carryingFinding(QLatin1StringView id, const QString &found, const base::Facts &facts)
{
    const CarryingRule *rule = findCarryingRule(id);
    Q_ASSERT_X(rule != nullptr, "carrying", "an id that is not in the table");
    base::Finding finding;
    if (rule == nullptr)
        return finding;
    finding.id = rule->id;
    finding.outcome = rule->outcome;
    finding.spec = rule->spec;
    finding.found = found;
    finding.facts = facts;
    return finding;
}

} // namespace capture
