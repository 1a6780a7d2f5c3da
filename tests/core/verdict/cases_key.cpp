// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "cases.h"

#include "core/jose/base64url.h"

using namespace Qt::Literals::StringLiterals;
using namespace builders;
using enum base::Outcome;
using enum verdict::Decision;
using verdict::Profile;
using verdict::Verdict;

namespace cases {

namespace {

// A self-signed certificate for a P-256 key that is in no test's key set, made for this file.
constexpr char otherCertificate[]
    = "MIIBdjCCARugAwIBAgIUTAhrzjLZZ32YFai8RiSjAMct9WMwCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwEdGVzdDAgFw0y"
      "NjExMjMxODQ2MDZaGA8yMTI2MTAzMDE4NDYwNlowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEH"
      "A0IABMVbhYYsKESv3tuz90VXVHLGg4BCgGsKYFTvkLPcgQiQg27hexljiNbjrdf+8EZyBfDlw56j4LeAvf0tqK+RRHuj"
      "UzBRMB0GA1UdDgQWBBTwb0W5ZbnnCrfIkcbQQy6bRGaczjAfBgNVHSMEGDAWgBTwb0W5ZbnnCrfIkcbQQy6bRGaczjAP"
      "BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQDiodkBWZqmsUtHA9HUwBW9RIEDJlKAJrqM7/rjrkmaSwIh"
      "AIgZrWDtMwrZ6cVEUnHcDB/a/xE8aWeMDotJ4b0e0LTy";

QByteArray good()
{
    return minted(accessHeader(), accessClaims());
}

Json issuerJwk()
{
    Json jwk;
    for (const auto &[name, value] : issuerKey().publicMembers())
        jwk.text(name, value);
    return jwk.text("kid", "k1");
}

Verdict withSet(const QByteArray &token, const QByteArray &json,
                jose::KeyOrigin origin = jose::KeyOrigin::Issuer)
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.keys = keySet(json, origin);
    return judged(token, evidenceOf(snapshot));
}

Verdict withKeys(const QByteArrayList &keys)
{
    return withSet(good(), R"({"keys":[)" + keys.join(',') + "]}");
}

Verdict withKey(const Json &jwk)
{
    return withKeys({jwk.bytes()});
}

Verdict over(oidc::Transport transport)
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.transport = transport;
    return judged(good(), evidenceOf(snapshot));
}

Verdict overWithKeySetUrl(oidc::Transport transport)
{
    oidc::IssuerSnapshot snapshot;
    snapshot.keys = keySet(jwks({issuerKey()}), jose::KeyOrigin::Url);
    snapshot.keysUrl = "http://keys.example/jwks";
    snapshot.transport = transport;
    return judged(minted(jwtHeader(), plainClaims()), evidenceOf(snapshot), profile(Profile::Any));
}

Verdict fromOtherOrigin()
{
    oidc::IssuerSnapshot snapshot = authgearSnapshot();
    snapshot.keysFromOtherOrigin = true;
    return judged(good(), evidenceOf(snapshot));
}

Verdict withGiven(const jose::KeySet &set, const QByteArray &token)
{
    verdict::Evidence evidence;
    evidence.given << set;
    return judged(token, evidence, profile(Profile::Any));
}

Verdict byWeakRsa()
{
    const auto key = jose::SigningKey::generate("RS256", 1024).value_or(jose::SigningKey());
    return withGiven(keySet(jwks({key}), jose::KeyOrigin::File),
                     mintedWith(key, jwtHeader(), plainClaims()));
}

// RFC 7518 section 3.2: a secret shorter than its hash.
Verdict byShortSecret()
{
    const base::SecretBytes secret(QByteArrayView("short"));
    const auto signer = jose::SigningKey::fromSecret("HS256", secret).value_or(jose::SigningKey());
    const auto key = jose::Key::fromSecret(secret).value_or(jose::Key());
    return withGiven(
        jose::KeySet::of(key, jose::KeyOrigin::Secret),
        mintedWith(signer, jwtHeader().text("alg", "HS256").drop("kid"), plainClaims()));
}

// RFC 8032 section 5.1.7 with a neutral public key: R neutral and S = 0 fit every message.
Verdict byKeyOfEverybody()
{
    const QByteArray neutral = '\1' + QByteArray(31, '\0');
    const Json jwk = Json()
                         .text("kty", "OKP")
                         .text("crv", "Ed25519")
                         .text("x", jose::base64url::encode(neutral));
    const QByteArray token
        = unsignedToken(jwtHeader().text("alg", "EdDSA").drop("kid").bytes(), plainClaims().bytes(),
                        jose::base64url::encode(neutral + QByteArray(32, '\0')));
    return withGiven(keySet(jwk.bytes(), jose::KeyOrigin::File), token);
}

Verdict byFileWithPrivatePart()
{
    return withGiven(keySet(issuerJwk().text("d", "AQAB").bytes(), jose::KeyOrigin::File),
                     minted(jwtHeader(), plainClaims()));
}

QByteArray withLeadingZero(const QByteArray &base64url)
{
    return jose::base64url::encode('\0' + *jose::base64url::decode(base64url));
}

Json issuerJwkWithLongModulus()
{
    Json jwk = issuerJwk();
    for (const auto &[name, value] : issuerKey().publicMembers()) {
        if (name == "n")
            jwk.text("n", withLeadingZero(value));
    }
    return jwk;
}

Cases ofSets()
{
    const QByteArray twoAlike = jwks({issuerKey(), strangerKey()}, {"k1", "k1"});
    const QByteArray oneUnnamed = jwks({issuerKey(), strangerKey()}, {"k1", ""});
    const QByteArray oct = R"({"kty":"oct","kid":"o","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"})";
    return {
        {"keyset.private_members"_L1, Warn, Accepted, "d in the set",
         withKey(issuerJwk().text("d", "AQAB"))},
        {"keyset.private_members"_L1, Warn, Accepted, "private JWK as a file",
         byFileWithPrivatePart()},
        {"keyset.secret_published"_L1, Warn, Accepted, "oct in the set",
         withKeys({issuerJwk().bytes(), oct})},
        {"keyset.duplicate_kid"_L1, Warn, Accepted, "two keys k1", withSet(good(), twoAlike)},
        {"keyset.kid_missing"_L1, Warn, Accepted, "two keys, one kid", withSet(good(), oneUnnamed)},
        {"keyset.broken_member"_L1, Warn, Accepted, "one key is none",
         withKeys({issuerJwk().bytes(), R"({"kty":"RSA","kid":"b"})"})},
        {"keyset.empty"_L1, Warn, CannotTell, "a file without keys",
         withGiven(keySet(R"({"keys":[]})", jose::KeyOrigin::File), good())},
    };
}

Cases ofSingleKeys()
{
    return {
        {"key.member_length"_L1, Warn, Accepted, "modulus with a leading zero",
         withKey(issuerJwkWithLongModulus())},
        {"key.use_unknown"_L1, Warn, Rejected, "use=verify",
         withKey(issuerJwk().text("use", "verify"))},
        {"key.use_conflict"_L1, Warn, Accepted, "key_ops repeats itself",
         withKey(issuerJwk().set("key_ops", R"(["verify","verify"])"))},
        {"key.algorithm_unfit"_L1, Warn, Rejected, "RSA key with alg ES256",
         withKey(issuerJwk().text("alg", "ES256"))},
        {"key.x5c_differs"_L1, Warn, Accepted, "certificate of another key",
         withKey(issuerJwk().set("x5c", QByteArray(R"([")") + otherCertificate + R"("])"))},
        {"key.weak"_L1, Fail, Rejected, "RSA 1024", byWeakRsa()},
        {"key.weak"_L1, Fail, Rejected, "five bytes for HS256", byShortSecret()},
        {"key.weak"_L1, Fail, Rejected, "a signature that anybody can make", byKeyOfEverybody()},
    };
}

Cases ofChoices()
{
    const Json noKid = accessHeader().drop("kid");
    const QByteArray two = jwks({issuerKey(), strangerKey()});
    return {
        {"signature.several_keys"_L1, Warn, Accepted, "no kid, two keys",
         withSet(minted(noKid, accessClaims()), two)},
        {"signature.key_without_kid"_L1, Warn, Accepted, "kid, and a key without one",
         withSet(good(), jwks({issuerKey()}, {""}))},
        {"key.plain_http"_L1, Warn, Accepted, "http off loopback", over(oidc::Transport::Plain)},
        {"key.plain_http"_L1, Warn, Accepted, "key set URL over http",
         overWithKeySetUrl(oidc::Transport::Plain)},
        {"key.tls_exception"_L1, Warn, Accepted, "key set URL, trusted for this run",
         overWithKeySetUrl(oidc::Transport::TlsException)},
        {"key.tls_exception"_L1, Warn, Accepted, "trusted for this run",
         over(oidc::Transport::TlsException)},
        {"key.other_origin"_L1, Pass, Accepted, "jwks_uri elsewhere", fromOtherOrigin()},
        {"authgear.before_rotation"_L1, Pass, Accepted, "second key of the set",
         withSet(minted(accessHeader().text("kid", "old"), accessClaims()),
                 jwks({strangerKey(), issuerKey()}, {"new", "old"}))},
    };
}

} // namespace

Cases ofKeys()
{
    return ofSets() + ofSingleKeys() + ofChoices();
}

} // namespace cases
