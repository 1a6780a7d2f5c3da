// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/base/json.h"
#include "core/base/secretbytes.h"
#include "core/jose/algorithms.h"

#include <memory>
#include <optional>

//! Keys: how they are read, and what is wrong with them.
//!
//! Errors, why there is no key. `detail` names the member (or the block of a PEM file) unless said:
//!   key.shape             the JWK is no JSON object
//!   key.type              an unknown kty, or a key of another kind in a file; detail: what it is
//!   key.member_missing    RFC 7518 section 6 requires it
//!   key.member_type       another JSON type than RFC 7517 says (a kid that is a number)
//!   key.member_duplicate  sent twice: two readers would see two keys
//!   key.member_encoding   no strict base64url; offset in the JSON text
//!   key.curve             an unknown curve; detail: what it is
//!   key.point             x and y are not on the curve
//!   key.size              a modulus or exponent too large to be used, an x of another length
//!   key.value             a number that no key can have (even modulus, exponent 0)
//!   key.secret_empty      an empty oct key
//!   key.encrypted         the PEM is encrypted
//!   key.pem, key.der      the block cannot be read; detail: its label
//!   secret.is_public_key  the secret is the text or the bytes of a public key
//!   secret.is_jwk         the secret is the text of an oct JWK, which belongs in a key file
//!   secret.encoding, secret.empty
//!   key.ssh               an OpenSSH public key
//!   keyset.shape          JSON, but no JWK Set and no JWK; detail: "keys" (no array, or twice)
//!   keyset.is_discovery   a discovery document; detail: its jwks_uri
//!   keyset.is_token       a token
//!   keyset.no_content     nothing but blanks
//!   keyset.utf16          text in UTF-16
//!   keyset.unrecognized   neither JSON, PEM nor DER
//!
//! Findings of one key. `subject` is the member:
//!   key.weak (fails)      RFC 7518 section 3.3: a modulus under 2048 bits, an e under 3 or even;
//!   or
//!                         an Edwards curve's point of small order, for which everybody can sign.
//!                         facts: "what" is "modulus", "exponent" or "point"
//!   key.private_published a private member came with the key; it was dropped
//!   key.member_length     leading zero octets, or a coordinate of another length
//!   key.use_unknown       use is neither "sig" nor "enc"
//!   key.use_conflict      use and key_ops disagree, or key_ops repeats itself
//!   key.algorithm_unfit   alg cannot go with this kind of key
//!   key.x5c_differs       the certificate in x5c is for another key
//!
//! Findings of a set. `facts` has "count", "keys" (labels) and "published" (everybody can fetch the
//! set):
//!   keyset.empty, keyset.duplicate_kid, keyset.kid_missing, keyset.private_members,
//!   keyset.secret_published (an oct key that everybody can fetch), keyset.broken_member
namespace jose {

//! Where a key came from. A key that came over the network or with the token never gives a pass
//! where judgement forbids it; that is decided in the verifier and in core/verdict.
enum class KeyOrigin : quint8 {
    Issuer, //!< jwks_uri of the issuer that the person typed
    Url, //!< a key set URL that the person gave
    File, //!< a file or text that the person gave
    Secret, //!< a shared secret that the person gave
    Token, //!< jwk, jku, x5u, x5c of the token itself: proves nothing
};

//! How the text of a shared secret stands for its octets. Never guessed: "deadbeef" is a secret in
//! all four of them.
enum class SecretEncoding : quint8 { Utf8, Base64, Base64Url, Hex };

//! A verification key, parsed once and kept ready. Immutable and cheap to copy. Private parts are
//! noticed and dropped, except where a Key is made for signing (core/practice).
class Key
{
public:
    Key();

    //! RFC 7517, RFC 7518 section 6, RFC 8037.
    [[nodiscard]] static base::Result<Key> fromJwk(const base::json::Value &jwk);
    //! SPKI, PKCS#1, X.509 certificate, or a private key of which the public half is used.
    //! An encrypted PEM is refused with key.encrypted, never a prompt.
    [[nodiscard]] static base::Result<Key> fromPem(QByteArrayView pem);
    //! A DER X.509 certificate or SPKI.
    [[nodiscard]] static base::Result<Key> fromDer(QByteArrayView der);
    //! For HS256 and its like. Errors: key.secret_empty, secret.is_public_key.
    [[nodiscard]] static base::Result<Key> fromSecret(const base::SecretBytes &secret);

    [[nodiscard]] bool isNull() const { return m_data == nullptr; }
    //! Of a null key Oct, as of a secret.
    [[nodiscard]] KeyType type() const;
    [[nodiscard]] QString curve() const; //!< JWK name; empty for RSA and oct.
    [[nodiscard]] int bits() const; //!< Modulus, field or secret size.
    //! A kid may be empty and still be one.
    [[nodiscard]] bool hasKid() const;
    //! Empty when there is none, as of keys from PEM, DER and secrets.
    [[nodiscard]] QString kid() const;
    //! As it was sent, known or not; empty when it is missing.
    [[nodiscard]] QString use() const;
    [[nodiscard]] QString algorithm() const; //!< The JWK's `alg`, which binds the key.
    [[nodiscard]] QStringList operations() const; //!< `key_ops`
    //! The private half was left out at once; that it came along may be a leak.
    [[nodiscard]] bool cameWithPrivatePart() const;
    //! RFC 7638, base64url of SHA-256; empty for oct keys, whose thumbprint would leak the secret.
    [[nodiscard]] QByteArray thumbprint() const;
    //! What is wrong with an otherwise usable key.
    [[nodiscard]] const base::Findings &findings() const;
    //! The JWK members as they were sent (private ones removed); invalid for PEM, DER and secrets.
    [[nodiscard]] const base::json::Document &json() const;

    struct Data;
    //! For core/jose only. Of a null key: that of an oct key without a secret.
    [[nodiscard]] const Data &data() const;
    explicit Key(std::shared_ptr<const Data> data);

private:
    std::shared_ptr<const Data> m_data;
};

//! One member of a key set: a key, or the reason why it is none. A bad key does not spoil the rest.
struct KeyEntry
{
    Key key;
    std::optional<base::Error> problem;
    base::Findings findings;
    QString label; //!< kid, or "key 2 of 3".
    std::optional<QString> kid; //!< Also of a key that could not be read.
};

//! Keys of one origin, in the order of their source (RFC 7517 section 5). A key that cannot be read
//! is an entry with its problem: it does not spoil the others.
class KeySet
{
public:
    KeySet() = default;
    //! A JWK Set (RFC 7517 section 5) or a single JWK. Errors: json.*, keyset.shape,
    //! keyset.is_discovery.
    [[nodiscard]] static base::Result<KeySet> fromJson(QByteArray json, KeyOrigin origin);
    //! Whatever a person may hand over: JWK Set, JWK, PEM (several blocks), DER.
    //! Also the naked base64 of a public key, as some consoles show it, and JSON with PEM in it.
    [[nodiscard]] static base::Result<KeySet> fromFile(QByteArray content, KeyOrigin origin);
    //! A set of one key that was read by itself.
    [[nodiscard]] static KeySet of(const Key &key, KeyOrigin origin);

    //! No entries at all; one of entries that cannot be read is not empty.
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }
    //! In the order of the source, unreadable ones included.
    [[nodiscard]] const QList<KeyEntry> &entries() const { return m_entries; }
    [[nodiscard]] KeyOrigin origin() const { return m_origin; }
    //! Duplicate kids, keys without kid in a set of several, private members, oct keys published …
    [[nodiscard]] const base::Findings &findings() const { return m_findings; }
    //! The text it was read from; empty when that held private or secret members.
    [[nodiscard]] const QByteArray &source() const { return m_source; }

private:
    friend class KeySetBuilder;
    QList<KeyEntry> m_entries;
    base::Findings m_findings;
    KeyOrigin m_origin = KeyOrigin::File;
    QByteArray m_source;
};

//! Decodes a shared secret. One final newline of a file is dropped and reported by the caller.
//! base64 and base64url may be padded; nothing else is tolerated or guessed.
[[nodiscard]] base::Result<base::SecretBytes> decodeSecret(QByteArrayView text,
                                                           SecretEncoding encoding);

} // namespace jose
