// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/verdict/rules.h"

#include <QHash>

#include <array>

namespace verdict {

namespace {

using namespace Qt::Literals::StringLiterals;
using enum base::Outcome;
using Q = Question;
using R = Rank;

// Behind each row: what its finding carries as subject; expected; found; facts, and the outcomes
// that a policy can make of it ("also"). Numbers in facts are qlonglong, lists QStringList;
// "problem" is the id of a base::Error, "offset" counts bytes of the part, instants are Unix
// milliseconds.
// clang-format off
constexpr auto table = std::to_array<Rule>({
    // ---- Form: can it be read at all? ---------------------------------------------------------
    {"form.empty"_L1, Q::Form, R::Unreadable, Skipped, "RFC 7519 section 3"_L1},
        // token. Nothing was pasted; also Fail
    {"form.parts"_L1, Q::Form, R::Unreadable, Fail, "RFC 7515 section 7.1"_L1},
        // token; found: the number of parts; encodedDots (bool: "%2E" is in it)
    {"form.structure"_L1, Q::Form, R::Unreadable, Fail, "RFC 7515 section 7.2"_L1},
        // token; found: detail; problem (other ids of jose::Token::problems)
    {"form.encoding"_L1, Q::Form, R::Unreadable, Fail, "RFC 7515 section 2"_L1},
        // "header" | "payload"; problem (base64url.*), offset, detail, repairs (list, may be empty)
    {"form.json"_L1, Q::Form, R::Unreadable, Fail, "RFC 7519 section 7.2"_L1},
        // "header" | "payload"; problem (json.*; "json.shape": no object), offset, line, column, detail
    {"form.detached"_L1, Q::Form, R::Unreadable, Fail, "RFC 7515 appendix F"_L1},
        // payload. It is empty: sent elsewhere, or nothing was signed; also Warn
    {"form.not_claims"_L1, Q::Form, R::Kind, Fail, "RFC 7519 section 7.2"_L1},
        // payload; found: JSON kind ("array", "string" …) or "bytes"; also Warn
    {"form.unencoded_payload"_L1, Q::Form, R::Kind, Fail, "RFC 7797 section 7"_L1},
        // b64; found: "false"; also Warn
    {"form.nested"_L1, Q::Form, R::Kind, Skipped, "RFC 7519 section 5.2"_L1},
        // payload. The claims are in the inner token, which is judged apart
    {"input.header_form"_L1, Q::Form, R::Rest, Fail, "RFC 6750 section 2.1"_L1},
        // header; problems (list of "scheme_missing", "scheme_twice", "tab", "colon", "quotes")
    {"input.cleaned"_L1, Q::Form, R::Rest, Pass, ""_L1},
        // token; removed (list of jose::CleanedInput::removed)

    // ---- Signature: pass, or why not ----------------------------------------------------------
    // All of them: algorithm (may be empty), index (only where there are several signatures).
    // found: the offending name or value (jose::SignatureResult::detail), unless said otherwise.
    {"algorithm.none"_L1, Q::Signature, R::Unsecured, Fail, "RFC 8725 section 3.2"_L1},
        // alg; found: "none"
    {"algorithm.hmac_needs_secret"_L1, Q::Signature, R::Unsecured, Fail, "RFC 8725 section 2.1"_L1},
        // alg; found: "HS256"; a public key must never serve as an HMAC secret
    {"algorithm.missing"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7515 section 4.1.1"_L1}, // alg
    {"algorithm.type"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7515 section 4.1.1"_L1}, // alg
    {"algorithm.unknown"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7515 section 4.1.1"_L1}, // alg
    {"algorithm.not_allowed"_L1, Q::Signature, R::Unsecured, Fail, "OpenID Connect Discovery section 3"_L1},
        // alg; expected: the allowed ones, ", " between; found; allowed (list). ID tokens only
    {"crit.empty"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7515 section 4.1.11"_L1}, // crit
    {"crit.type"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7515 section 4.1.11"_L1}, // crit
    {"crit.duplicate"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7515 section 4.1.11"_L1}, // crit
    {"crit.registered"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7515 section 4.1.11"_L1}, // crit
    {"crit.absent_member"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7515 section 4.1.11"_L1}, // crit
    {"crit.unprotected"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7515 section 4.1.11"_L1}, // crit
    {"crit.unknown"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7515 section 4.1.11"_L1}, // crit
    {"b64.without_crit"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7797 section 6"_L1}, // b64
    {"b64.type"_L1, Q::Signature, R::Unsecured, Fail, "RFC 7797 section 3"_L1}, // b64
    {"header.malformed"_L1, Q::Signature, R::Unreadable, Fail, "RFC 7515 section 5.2"_L1},
        // header; ambiguous (bool: it can be read, and says this name more than once)
    {"signature.missing"_L1, Q::Signature, R::Signature, Fail, "RFC 7515 section 5.2"_L1}, // signature
    {"signature.malformed"_L1, Q::Signature, R::Signature, Fail, "RFC 7515 section 5.2"_L1},
        // signature; problem (base64url.*), offset, detail, repairs (list), disclosures (bool: "~"
        // stands behind it, as in an SD-JWT)
    {"signature.length"_L1, Q::Signature, R::Signature, Fail, "RFC 7518 section 3"_L1},
        // signature; expected, found: lengths in bytes, as far as known; der (bool: ASN.1 instead of r||s)
    {"signature.keys_unavailable"_L1, Q::Signature, R::NoKey, Skipped, "OpenID Connect Discovery section 4"_L1},
        // signature; problem (why the snapshot has no keys, or "issuer.document_differs"), detail
    {"signature.no_keys"_L1, Q::Signature, R::NoKey, Skipped, "RFC 7515 section 6"_L1},
        // signature. Nothing to check with was given (jose: key.none); emptySet (bool: a set was, and
        // holds no key)
    {"kid.type"_L1, Q::Signature, R::NoKey, Fail, "RFC 7515 section 4.1.4"_L1}, // kid
    {"kid.unknown"_L1, Q::Signature, R::NoKey, Fail, "RFC 7515 section 4.1.4"_L1},
        // kid; expected: the kids of the sets, ", " between; found; kids (list), keys (number)
    {"key.no_fit"_L1, Q::Signature, R::NoKey, Fail, "RFC 7515 section 6"_L1},
        // signature; algorithm, keys (number); differs ("type", "curve", "algorithm", "use") with
        // expected and found where all keys differ in the same, else found is the algorithm. Each
        // jose::Attempt says why
    {"key.unreadable"_L1, Q::Signature, R::NoKey, Skipped, "RFC 7517 section 5"_L1},
        // signature; found: the key's label; problem (why jose::Key refused it), detail
    {"key.oct_from_network"_L1, Q::Signature, R::NoKey, Fail, "RFC 8725 section 3.5"_L1},
        // signature. A published secret is no secret
    {"key.from_token"_L1, Q::Signature, R::NoKey, Fail, "RFC 8725 section 3.10"_L1},
        // "jwk" | "jku" | "x5u" | "x5c" (first of them); names (list), wouldMatch (bool: the
        // signature fits it, which proves nothing); also Warn beside another answer
    {"signature.mismatch"_L1, Q::Signature, R::Signature, Fail, "RFC 7515 section 5.2"_L1},
        // signature; found: the key's label when one key was meant; keys (number of keys that fitted),
        // detached (bool: over an empty payload, so the content may be elsewhere), secret (bool: HMAC)
    {"signature.valid"_L1, Q::Signature, R::Signature, Pass, "RFC 7515 section 5.2"_L1},
        // signature; found: algorithm; key (label), kid, thumbprint (empty for secrets), origin
        // ("issuer" | "url" | "file" | "secret"), fetchedAt (issuer only),
        // transport ("tls" | "tls_exception" | "plain_loopback" | "plain"; issuer only)
    {"key.weak"_L1, Q::Signature, R::Signature, Fail, "RFC 7518 section 3"_L1},
        // key; expected, found: bits, or the exponent, or the curve; label; what ("secret" |
        // "modulus" | "exponent" | "point"). RFC 7518 sections 3.2 (HMAC secrets) and 3.3 (RSA)
    {"signature.several_keys"_L1, Q::Signature, R::Rest, Warn, "RFC 7515 section 6"_L1},
        // kid. No kid, and several keys fit; keys (number)
    {"signature.key_without_kid"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 4.5"_L1},
        // kid; found: the token's kid; nameless (bool: the key is PEM or DER). The key that verified
        // has none
    {"key.plain_http"_L1, Q::Signature, R::Rest, Warn, "OpenID Connect Discovery section 7.1"_L1},
        // key; found: issuer, or the key set URL that was given. Keys came over http off loopback
    {"key.tls_exception"_L1, Q::Signature, R::Rest, Warn, "OpenID Connect Discovery section 7.1"_L1},
        // key; found: as above. Keys came over a certificate that a person trusted for this run
    // Passed on from jose::KeySet, and from the key that verified or that the kid names: as listed with
    // jose::Key, facts and all. keys (list of labels) and count where a set is meant, else label; published (bool).
    {"keyset.private_members"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 9.2"_L1},
    {"keyset.secret_published"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 9.2"_L1},
    {"keyset.duplicate_kid"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 4.5"_L1},
    {"keyset.kid_missing"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 4.5"_L1},
    {"keyset.broken_member"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 5"_L1},
    {"keyset.empty"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 5"_L1},
    {"key.member_length"_L1, Q::Signature, R::Rest, Warn, "RFC 7518 section 6"_L1},
    {"key.use_unknown"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 4.2"_L1},
    {"key.use_conflict"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 4.3"_L1},
    {"key.algorithm_unfit"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 4.4"_L1},
    {"key.x5c_differs"_L1, Q::Signature, R::Rest, Warn, "RFC 7517 section 4.7"_L1},
    {"key.other_origin"_L1, Q::Signature, R::Rest, Pass, "RFC 8414 section 2"_L1},
        // key; expected: issuer; found: jwks_uri. Legal, and shown

    // ---- Issuer -------------------------------------------------------------------------------
    // expected: what iss must say; found: what it says. All: documentIssuer (when a document names one)
    {"issuer.mismatch"_L1, Q::Issuer, R::Issuer, Fail, "RFC 7519 section 4.1.1"_L1},
        // iss; difference (oidc::name(Difference)); isDocumentIssuer (bool); foreignLetters (bool:
        // found has letters that are not ASCII)
    {"issuer.missing"_L1, Q::Issuer, R::Issuer, Fail, "RFC 7519 section 4.1.1"_L1}, // iss; also Warn
    {"issuer.type"_L1, Q::Issuer, R::Issuer, Fail, "RFC 7519 section 4.1.1"_L1},
        // iss; expected: "string"; found: the JSON text
    {"issuer.document_differs"_L1, Q::Issuer, R::Issuer, Skipped, "OpenID Connect Discovery section 4.3"_L1},
        // issuer; expected: as typed; found: the document's; difference
    {"issuer.unconfirmed"_L1, Q::Issuer, R::NoKey, Skipped, "OpenID Connect Discovery section 4.3"_L1},
        // iss; found: the token's own issuer, which nobody has confirmed yet
    {"issuer.not_given"_L1, Q::Issuer, R::Time, Skipped, "RFC 7519 section 4.1.1"_L1},
        // iss; found: what the token says; never required under Any
    {"issuer.document_spelling"_L1, Q::Issuer, R::Rest, Warn, "OpenID Connect Discovery section 4.3"_L1},
        // issuer; expected: the document's; found: as typed; difference
    {"issuer.document_duplicate"_L1, Q::Issuer, R::Rest, Warn, "RFC 8259 section 4"_L1},
        // "issuer" | "jwks_uri"; found: what was used, the last. The document names it more than once
    {"issuer.same"_L1, Q::Issuer, R::Rest, Pass, "RFC 7519 section 4.1.1"_L1}, // iss

    // ---- Kind ---------------------------------------------------------------------------------
    // All: kind (verdict::name(Kind)), reasons (list of reason ids), header (bool: it was in an
    // Authorization header), judgedAs (verdict::name(Profile)). expected: the kind name demanded.
    {"kind.dpop_proof"_L1, Q::Kind, R::ForeignKey, Fail, "RFC 9449 section 4.2"_L1}, // typ; also Warn
    {"kind.admin_api_token"_L1, Q::Kind, R::ForeignKey, Fail, "Authgear docs: Admin API"_L1},
        // aud; found: the project id in aud; also Warn
    {"kind.anonymous_request"_L1, Q::Kind, R::ForeignKey, Fail, "Authgear docs: Anonymous users"_L1}, // typ; also Warn
    {"kind.biometric_request"_L1, Q::Kind, R::ForeignKey, Fail, "Authgear docs: Biometric login"_L1}, // typ; also Warn
    {"kind.app2app_request"_L1, Q::Kind, R::ForeignKey, Fail, "Authgear docs: App2App"_L1}, // typ; also Warn
    {"kind.opaque32"_L1, Q::Kind, R::Kind, Skipped, "Authgear docs: JWT access token"_L1},
        // token; opaque access token, code, app session token or device secret; also Fail
    {"kind.uuid_secret"_L1, Q::Kind, R::Kind, Skipped, "Authgear docs: Refresh token"_L1},
        // token; refresh token or IdP session cookie; also Fail
    {"kind.opaque"_L1, Q::Kind, R::Kind, Skipped, "RFC 7519 section 3"_L1}, // token; also Fail
    {"kind.jwe"_L1, Q::Kind, R::Kind, Skipped, "RFC 7516 section 3"_L1},
        // token; found: enc. Encrypted: only the holder of the key can read it
    {"kind.json_jws"_L1, Q::Kind, R::Kind, Skipped, "RFC 7519 section 3"_L1},
        // token. JSON serialization is no JWT; also Fail
    {"kind.logout_token"_L1, Q::Kind, R::Kind, Fail, "OpenID Connect Back-Channel Logout section 2.4"_L1}, // typ; also Warn
    {"kind.id_for_access"_L1, Q::Kind, R::Kind, Fail, "RFC 9068 section 4"_L1},
        // typ; ID token where an access token belongs
    {"kind.access_for_id"_L1, Q::Kind, R::Kind, Fail, "OpenID Connect Core section 2"_L1},
        // typ; access token where an ID token belongs
    {"kind.access_for_reauth"_L1, Q::Kind, R::Kind, Fail, "Authgear docs: Reauthentication"_L1},
        // typ; access token where the guide demands the ID token (sensitive action)
    {"kind.m2m_at_user_api"_L1, Q::Kind, R::Kind, Warn, "Authgear docs: M2M tokens"_L1},
        // sub; found: sub. There is no user behind this token; also Fail
    {"kind.user_at_m2m_api"_L1, Q::Kind, R::Kind, Fail, "Authgear docs: M2M tokens"_L1},
        // sub; found: sub; also Warn
    {"kind.typ"_L1, Q::Kind, R::Kind, Fail, "RFC 9068 section 4"_L1},
        // typ; expected: "at+jwt" or "JWT"; found: typ, empty when absent; also Warn
    {"kind.typ_type"_L1, Q::Kind, R::Kind, Fail, "RFC 7515 section 4.1.9"_L1},
        // typ; expected: "string"; found: the JSON text; also Warn
    {"kind.uncertain"_L1, Q::Kind, R::Kind, Warn, "OpenID Connect Core section 2"_L1},
        // typ; nothing in the token proves that it is an ID token
    {"kind.expected"_L1, Q::Kind, R::Rest, Pass, "RFC 8725 section 3.11"_L1}, // typ; found: typ
    {"kind.recognized"_L1, Q::Kind, R::Rest, Pass, "RFC 8725 section 3.11"_L1},
        // typ; found: typ. The policy takes any kind

    // ---- Time ---------------------------------------------------------------------------------
    // found: the number as sent. All but *_missing and *_type: at (the moment the number names).
    {"time.expired"_L1, Q::Time, R::Time, Fail, "RFC 7519 section 4.1.4"_L1},
        // exp; seconds since (from 0); leeway; lifetime (exp - iat, when both are there); idToken (bool);
        // goodByIssuerClock (bool), offset, offsetError (milliseconds; only when an offset is known)
    {"time.exp_missing"_L1, Q::Time, R::Time, Fail, "RFC 9068 section 2.2"_L1}, // exp; also Warn
    {"time.exp_type"_L1, Q::Time, R::Time, Fail, "RFC 7519 section 4.1.4"_L1},
        // exp; expected: "number"; found: the JSON text
    {"time.not_yet_valid"_L1, Q::Time, R::Time, Fail, "RFC 7519 section 4.1.5"_L1},
        // nbf; seconds to wait; leeway; milliseconds (bool); goodByIssuerClock, offset, offsetError
    {"time.nbf_type"_L1, Q::Time, R::Time, Fail, "RFC 7519 section 4.1.5"_L1}, // nbf; as exp_type
    {"time.iat_missing"_L1, Q::Time, R::Time, Fail, "OpenID Connect Core section 2"_L1}, // iat; also Warn
    {"time.iat_type"_L1, Q::Time, R::Time, Fail, "RFC 7519 section 4.1.6"_L1}, // iat; as exp_type
    {"time.iat_future"_L1, Q::Time, R::Time, Warn, "RFC 7519 section 4.1.6"_L1},
        // iat; seconds ahead; milliseconds (bool: it looks like them); goodByIssuerClock, offset, offsetError
    {"time.milliseconds"_L1, Q::Time, R::Time, Warn, "RFC 7519 section 2"_L1},
        // "exp" | "nbf" | "iat" | "auth_time"; meant (instant if it were milliseconds). Never converted
    {"time.far_away"_L1, Q::Time, R::Time, Warn, "RFC 7519 section 2"_L1}, // as above, and no milliseconds
    {"time.order"_L1, Q::Time, R::Time, Warn, "RFC 7519 section 4.1"_L1},
        // exp; expected: the name of the other claim ("iat" | "nbf"), which is not before exp
    {"time.within_leeway"_L1, Q::Time, R::Time, Warn, "RFC 7519 section 4.1.4"_L1},
        // "exp" | "nbf"; seconds beyond; leeway. Good by the leeway alone
    {"time.clock_offset"_L1, Q::Time, R::Rest, Warn, "RFC 9110 section 6.6.1"_L1},
        // clock; offset, offsetError (milliseconds; positive: the issuer is ahead)
    {"time.exp_ok"_L1, Q::Time, R::Rest, Pass, "RFC 7519 section 4.1.4"_L1},
        // exp; seconds left; lifetime (exp - iat)
    {"time.nbf_ok"_L1, Q::Time, R::Rest, Pass, "RFC 7519 section 4.1.5"_L1}, // nbf; seconds since
    {"time.iat_ok"_L1, Q::Time, R::Rest, Pass, "RFC 7519 section 4.1.6"_L1}, // iat; seconds since
    {"time.fraction"_L1, Q::Time, R::Rest, Pass, "RFC 7519 section 2"_L1},
        // "exp" | "nbf" | "iat" | "auth_time"; a fraction or an exponent: legal

    // ---- Audience -----------------------------------------------------------------------------
    // expected: the wanted ones, ", " between; found: aud as sent, ", " between. All but not_given and
    // type: wanted (list), audiences (list), isDefault (bool: the issuer itself was the expectation).
    {"audience.mismatch"_L1, Q::Audience, R::Audience, Fail, "RFC 7519 section 4.1.3"_L1},
        // aud; closest (of audiences), closestWanted, difference (between these two); hint:
        // "client_id_wanted" (an access token; the client id was expected as audience),
        // "list_as_text" (one text holds what was expected and more), "id_token_audience" (aud is a
        // client id), "endpoint_wanted" (a URL below the issuer was expected), "resource" (aud is an
        // API resource), "issuer_itself" (aud is the issuer, and
        // another address was expected), "issuer_for_id" (an ID token checked against the issuer),
        // "other_client" (an ID token of another client), or empty
    {"audience.missing"_L1, Q::Audience, R::Audience, Fail, "RFC 7519 section 4.1.3"_L1}, // aud; absent
    {"audience.empty"_L1, Q::Audience, R::Audience, Fail, "RFC 7519 section 4.1.3"_L1}, // aud; [] or ""
    {"audience.type"_L1, Q::Audience, R::Audience, Fail, "RFC 7519 section 4.1.3"_L1},
        // aud; expected: "string or array of strings"; found: the JSON text; also Warn
    {"audience.untrusted"_L1, Q::Audience, R::Audience, Fail, "OpenID Connect Core section 3.1.3.7"_L1},
        // aud; found: the further audiences that nobody trusts; others (list)
    {"audience.not_given"_L1, Q::Audience, R::Audience, Skipped, "RFC 7519 section 4.1.3"_L1},
        // aud; found; offers (list: what "require this audience" could take), clientId (bool: the
        // missing expectation is a client id)
    {"audience.azp_other"_L1, Q::Audience, R::Audience, Warn, "OpenID Connect Core section 3.1.3.7"_L1},
        // azp; expected: client id; found
    {"audience.azp_missing"_L1, Q::Audience, R::Audience, Warn, "OpenID Connect Core section 3.1.3.7"_L1},
        // azp; expected: client id. Several audiences and no azp
    {"audience.other_client"_L1, Q::Audience, R::Audience, Warn, "RFC 9068 section 2.2"_L1},
        // client_id; expected; found. Access token of another client than the one given
    {"audience.match"_L1, Q::Audience, R::Rest, Pass, "RFC 7519 section 4.1.3"_L1},
        // aud; matched (the one that matched)

    // ---- Re-authentication --------------------------------------------------------------------
    // limit (seconds), sensitive (bool) in all of them.
    {"reauth.missing"_L1, Q::Reauthentication, R::Reauthentication, Skipped, "OpenID Connect Core section 2"_L1},
        // auth_time; also Fail
    {"reauth.type"_L1, Q::Reauthentication, R::Reauthentication, Warn, "OpenID Connect Core section 2"_L1},
        // auth_time; expected: "number"; found: the JSON text; also Fail
    {"reauth.future"_L1, Q::Reauthentication, R::Reauthentication, Warn, "OpenID Connect Core section 2"_L1},
        // auth_time; found; seconds ahead; at; milliseconds (bool); also Fail
    {"reauth.stale"_L1, Q::Reauthentication, R::Reauthentication, Warn, "Authgear docs: Reauthentication"_L1},
        // auth_time; found; age (seconds), seconds (beyond the limit), at; refreshed (bool: the token was
        // made later than the sign-in, so it was refreshed, not signed in again); also Fail
    {"reauth.cannot"_L1, Q::Reauthentication, R::Reauthentication, Warn, "Authgear docs: Reauthentication"_L1},
        // can_reauthenticate; found: "false"; stale (bool); also Fail
    {"reauth.after_iat"_L1, Q::Reauthentication, R::Reauthentication, Warn, "OpenID Connect Core section 2"_L1},
        // auth_time; expected: iat; found; seconds between
    {"reauth.refreshed"_L1, Q::Reauthentication, R::Rest, Pass, "OpenID Connect Core section 12.2"_L1},
        // auth_time; expected: iat; found; seconds between. Refreshed, not signed in again
    {"reauth.fresh"_L1, Q::Reauthentication, R::Rest, Pass, "Authgear docs: Reauthentication"_L1},
        // auth_time; found; age, seconds (left until stale), at, until

    // ---- Requirements of the policy -----------------------------------------------------------
    {"requirement.scope_missing"_L1, Q::Requirement, R::Rest, Fail, "RFC 9068 section 2.2.3"_L1},
        // scope; expected; found; missing (list), slip ("case": only upper and lower case differ;
        // "commas": they stand where blanks belong; or empty)
    {"requirement.scope_type"_L1, Q::Requirement, R::Rest, Fail, "RFC 9068 section 2.2.3"_L1},
        // scope; expected: "string"; found: the JSON text
    {"requirement.scope_ok"_L1, Q::Requirement, R::Rest, Pass, "RFC 9068 section 2.2.3"_L1}, // scope; expected; found
    {"requirement.role_missing"_L1, Q::Requirement, R::Rest, Fail, "Authgear docs: JWT access token"_L1},
        // https://authgear.com/claims/user/roles; expected; found; missing (list),
        // slip, as above
    {"requirement.role_ok"_L1, Q::Requirement, R::Rest, Pass, "Authgear docs: JWT access token"_L1}, // as above
    {"requirement.claim_missing"_L1, Q::Requirement, R::Rest, Fail, "RFC 7519 section 4"_L1},
        // the claim; personal (bool: Authgear leaves it out of the tokens of most client types)
    {"requirement.claim_ok"_L1, Q::Requirement, R::Rest, Pass, "RFC 7519 section 4"_L1}, // the claim; found

    // ---- Claims and header members ------------------------------------------------------------
    {"claim.missing"_L1, Q::Claim, R::Rest, Fail, "OpenID Connect Core section 2"_L1},
        // "sub" …; kind: what demands it, which also says where that is written; also Warn
    {"claim.duplicate"_L1, Q::Claim, R::Rest, Fail, "RFC 7519 section 4"_L1},
        // the claim; found: the last value; count; values (list, in order). Takes part in the judgement
    {"header.duplicate"_L1, Q::Claim, R::Rest, Fail, "RFC 7515 section 4"_L1}, // as above
    {"claim.duplicate_unused"_L1, Q::Claim, R::Rest, Warn, "RFC 7519 section 4"_L1}, // as above; pointer
    {"header.duplicate_unused"_L1, Q::Claim, R::Rest, Warn, "RFC 7515 section 4"_L1}, // as above; pointer
    {"claim.type"_L1, Q::Claim, R::Rest, Warn, "RFC 7519 section 4"_L1},
        // the claim; expected: its type; found: the JSON text. Also Fail, where the claim must be there

    // ---- Authgear -----------------------------------------------------------------------------
    {"authgear.algorithm"_L1, Q::Authgear, R::Rest, Warn, "Authgear docs: JWT access token"_L1},
        // alg; expected: "RS256"; found
    {"authgear.before_rotation"_L1, Q::Authgear, R::Rest, Pass, "Authgear docs: JWKS"_L1},
        // kid; expected: the kid of the first key; found; position (from 1), keys. Made before the last
        // rotation; programs that take the first key refuse it
    {"authgear.anonymous"_L1, Q::Authgear, R::Rest, Pass, "Authgear docs: Anonymous users"_L1},
        // https://authgear.com/claims/user/is_anonymous; noAmr (bool)

    // ---- What a token alone cannot tell -------------------------------------------------------
    {"not_checked.session"_L1, Q::Liveness, R::Rest, Skipped, "OpenID Connect Core section 5.3"_L1}, // session
    {"not_checked.replay"_L1, Q::Liveness, R::Rest, Skipped, "RFC 7519 section 4.1.7"_L1}, // jti; found
    {"not_checked.nonce"_L1, Q::Liveness, R::Rest, Skipped, "OpenID Connect Core section 3.1.3.7"_L1}, // nonce; found
    {"not_checked.possession"_L1, Q::Liveness, R::Rest, Skipped, "RFC 7800 section 3"_L1}, // cnf
});
// clang-format on

} // namespace

std::span<const Rule> rules()
{
    return table;
}

const Rule *findRule(QLatin1StringView id)
{
    static const QHash<QLatin1StringView, const Rule *> rows = [] {
        QHash<QLatin1StringView, const Rule *> byId;
        for (const Rule &rule : table)
            byId.insert(rule.id, &rule);
        return byId;
    }();
    return rows.value(id);
}

} // namespace verdict
