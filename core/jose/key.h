// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/base/json.h"
#include "core/base/secretbytes.h"
#include "core/jose/algorithms.h"

#include <memory>

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

enum class SecretEncoding : quint8 { Utf8, Base64, Base64Url, Hex };

//! A verification key, parsed once and kept ready. Immutable and cheap to copy. Private parts are
//! noticed and dropped, except where a Key is made for signing (core/practice).
class Key
{
public:
    Key();

    //! RFC 7517, RFC 7518 section 6, RFC 8037. Errors: key.type, key.member, key.curve, key.point,
    //! key.size, key.secret_empty …, `detail` names the member.
    [[nodiscard]] static base::Result<Key> fromJwk(const base::json::Value &jwk);
    //! SPKI, PKCS#1, X.509 certificate, or a private key of which the public half is used.
    //! An encrypted PEM is refused with key.encrypted, never a prompt.
    [[nodiscard]] static base::Result<Key> fromPem(QByteArrayView pem);
    //! A DER X.509 certificate or SPKI.
    [[nodiscard]] static base::Result<Key> fromDer(QByteArrayView der);
    [[nodiscard]] static base::Result<Key> fromSecret(const base::SecretBytes &secret);

    [[nodiscard]] bool isNull() const { return m_data == nullptr; }
    [[nodiscard]] KeyType type() const;
    [[nodiscard]] QString curve() const; //!< JWK name; empty for RSA and oct.
    [[nodiscard]] int bits() const; //!< Modulus, field or secret size.
    [[nodiscard]] bool hasKid() const;
    [[nodiscard]] QString kid() const;
    [[nodiscard]] QString use() const;
    [[nodiscard]] QString algorithm() const; //!< The JWK's `alg`, which binds the key.
    [[nodiscard]] QStringList operations() const; //!< `key_ops`
    [[nodiscard]] bool cameWithPrivatePart() const;
    //! RFC 7638, base64url of SHA-256; empty for oct keys, whose thumbprint would leak the secret.
    [[nodiscard]] QByteArray thumbprint() const;
    //! key.weak, key.private_published, key.use_unknown …: what is wrong with an otherwise usable key.
    [[nodiscard]] const base::Findings &findings() const;
    //! The JWK members as they were sent (private ones removed); invalid for PEM, DER and secrets.
    [[nodiscard]] const base::json::Document &json() const;

    struct Data;
    [[nodiscard]] const Data &data() const { return *m_data; }
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
};

class KeySet
{
public:
    KeySet() = default;
    //! A JWK Set (RFC 7517 section 5) or a single JWK. Errors: json.*, keyset.shape (no keys array).
    [[nodiscard]] static base::Result<KeySet> fromJson(QByteArray json, KeyOrigin origin);
    //! Whatever a person may hand over: JWK Set, JWK, PEM (several blocks), DER.
    //! Error keyset.unrecognized says what was tried.
    [[nodiscard]] static base::Result<KeySet> fromFile(QByteArray content, KeyOrigin origin);
    [[nodiscard]] static KeySet of(const Key &key, KeyOrigin origin);

    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }
    [[nodiscard]] const QList<KeyEntry> &entries() const { return m_entries; }
    [[nodiscard]] KeyOrigin origin() const { return m_origin; }
    //! Duplicate kids, keys without kid in a set of several, private members, oct keys published …
    [[nodiscard]] const base::Findings &findings() const { return m_findings; }
    [[nodiscard]] const QByteArray &source() const { return m_source; }

private:
    QList<KeyEntry> m_entries;
    base::Findings m_findings;
    KeyOrigin m_origin = KeyOrigin::File;
    QByteArray m_source;
};

//! Decodes a shared secret. One final newline of a file is dropped and reported by the caller.
//! Errors: secret.encoding with offset, secret.empty, secret.is_public_key (PEM or JWK text).
[[nodiscard]] base::Result<base::SecretBytes> decodeSecret(QByteArrayView text, SecretEncoding encoding);

} // namespace jose
