// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/errors.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// Keys, key sets and secrets that cannot be used. Nothing of a secret is ever in a detail.
// clang-format off
constexpr std::array rows{
    ErrorRow{"key.type", QT_TRANSLATE_NOOP("report", "The type of the key is missing or unknown"),
             QT_TRANSLATE_NOOP("report", "The member kty must be RSA, EC, OKP or oct (RFC 7518 section 6.1, RFC 8037)."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Check that this is a JSON Web Key for signatures.")},
    ErrorRow{"key.shape", QT_TRANSLATE_NOOP("report", "The key is no JSON object"),
             QT_TRANSLATE_NOOP("report", "A JSON Web Key is an object with members (RFC 7517)."),
             QT_TRANSLATE_NOOP("report", "Found: %1."),
             QT_TRANSLATE_NOOP("report", "Export the key again, or ask the issuer to correct it.")},
    ErrorRow{"key.member_missing", QT_TRANSLATE_NOOP("report", "A member of the key is missing"),
             QT_TRANSLATE_NOOP("report", "Each type of key needs its own members (RFC 7518 section 6)."),
             QT_TRANSLATE_NOOP("report", "The member is “%1”."),
             QT_TRANSLATE_NOOP("report", "Export the key again, or ask the issuer to correct it.")},
    ErrorRow{"key.member_type", QT_TRANSLATE_NOOP("report", "A member of the key has the wrong JSON type"),
             QT_TRANSLATE_NOOP("report", "RFC 7517 and RFC 7518 fix the type of each member."),
             QT_TRANSLATE_NOOP("report", "The member is “%1”."),
             QT_TRANSLATE_NOOP("report", "Ask the issuer to correct it.")},
    ErrorRow{"key.member_duplicate", QT_TRANSLATE_NOOP("report", "A member stands in the key more than once"),
             QT_TRANSLATE_NOOP("report", "Two programs could read two different keys from it, so it is not used."),
             QT_TRANSLATE_NOOP("report", "The member is “%1”."),
             QT_TRANSLATE_NOOP("report", "Ask the issuer to correct it.")},
    ErrorRow{"key.member_encoding", QT_TRANSLATE_NOOP("report", "A member of the key is not base64url"),
             QT_TRANSLATE_NOOP("report", "Numbers in a key are base64url without padding (RFC 7518 section 2)."),
             QT_TRANSLATE_NOOP("report", "The member is “%1”."),
             QT_TRANSLATE_NOOP("report", "Export the key again, or ask the issuer to correct it.")},
    ErrorRow{"key.value", QT_TRANSLATE_NOOP("report", "A number in the key cannot be right"),
             QT_TRANSLATE_NOOP("report", "No key can have it: an even modulus, an exponent of 0 or something like it. The key is damaged."),
             QT_TRANSLATE_NOOP("report", "The member is “%1”."),
             QT_TRANSLATE_NOOP("report", "Export the key again from where it was made.")},
    ErrorRow{"key.curve", QT_TRANSLATE_NOOP("report", "The curve of the key is not known"),
             QT_TRANSLATE_NOOP("report", "Known are P-256, P-384, P-521, secp256k1, Ed25519 and Ed448."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Check crv; X25519 and X448 are for encryption only.")},
    ErrorRow{"key.point", QT_TRANSLATE_NOOP("report", "The key is not a point of its curve"),
             QT_TRANSLATE_NOOP("report", "Its coordinates do not fit the curve, so the key was altered or was cut short. Using such a key would be dangerous."),
             QT_TRANSLATE_NOOP("report", "Concerned: “%1”."),
             QT_TRANSLATE_NOOP("report", "Export the key again from where it was made.")},
    ErrorRow{"key.size", QT_TRANSLATE_NOOP("report", "A number of the key has a size that cannot be"),
             QT_TRANSLATE_NOOP("report", "It is too long or too short for this kind of key, or of a size that only serves to keep a computer busy, so it was refused before use."),
             QT_TRANSLATE_NOOP("report", "Concerned: “%1”."),
             QT_TRANSLATE_NOOP("report", "Export the key again; an RSA key has 2048 to 4096 bits.")},
    ErrorRow{"key.secret_empty", QT_TRANSLATE_NOOP("report", "The shared secret is empty"),
             QT_TRANSLATE_NOOP("report", "With an empty secret everybody can sign, so it proves nothing."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Give the secret that the issuer signs with.")},
    ErrorRow{"key.encrypted", QT_TRANSLATE_NOOP("report", "The PEM file is encrypted"),
             QT_TRANSLATE_NOOP("report", "A passphrase protects it, and this program asks for none. For checking a signature the public key is enough."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Make the public key with: openssl pkey -in FILE -pubout")},
    ErrorRow{"key.pem", QT_TRANSLATE_NOOP("report", "The PEM text cannot be read"),
             QT_TRANSLATE_NOOP("report", "A PEM block begins with “-----BEGIN …-----”, holds base64 and ends with the matching “-----END …-----”."),
             QT_TRANSLATE_NOOP("report", "The block is “%1”."),
             QT_TRANSLATE_NOOP("report", "Copy the whole block with its first and last line.")},
    ErrorRow{"key.der", QT_TRANSLATE_NOOP("report", "The bytes are no certificate and no public key"),
             QT_TRANSLATE_NOOP("report", "DER of an X.509 certificate or a public key was expected."),
             QT_TRANSLATE_NOOP("report", "The reader says: %1."),
             QT_TRANSLATE_NOOP("report", "Check that the file is the right one and is whole.")},
    ErrorRow{"keyset.shape", QT_TRANSLATE_NOOP("report", "The JSON is no key set"),
             QT_TRANSLATE_NOOP("report", "A JWK Set is an object whose member “keys” is an array (RFC 7517 section 5)."),
             QT_TRANSLATE_NOOP("report", "Concerned: “%1”."),
             QT_TRANSLATE_NOOP("report", "Use the address that the discovery document calls jwks_uri.")},
    ErrorRow{"keyset.empty", QT_TRANSLATE_NOOP("report", "The key set holds no key"),
             QT_TRANSLATE_NOOP("report", "The answer is a JWK Set, and its list of keys is empty. No signature can be checked with it."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Ask who runs the issuer whether its signing key is published.")},
    ErrorRow{"keyset.unrecognized", QT_TRANSLATE_NOOP("report", "No key was recognized"),
             QT_TRANSLATE_NOOP("report", "A JWK Set, a JWK, PEM (public key, certificate, private key) and DER were tried."),
             QT_TRANSLATE_NOOP("report", "What was tried: %1."),
             QT_TRANSLATE_NOOP("report", "If this is a shared secret, give it as a secret file and say its encoding.")},
    ErrorRow{"secret.encoding", QT_TRANSLATE_NOOP("report", "The secret is not written in the encoding that you named"),
             QT_TRANSLATE_NOOP("report", "It was read strictly, because a guessed encoding would check with another secret than yours."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Choose utf8, base64, base64url or hex to fit the secret.")},
    ErrorRow{"secret.empty", QT_TRANSLATE_NOOP("report", "The shared secret is empty"),
             QT_TRANSLATE_NOOP("report", "With an empty secret everybody can sign, so it proves nothing."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Give the secret that the issuer signs with.")},
    ErrorRow{"secret.is_public_key", QT_TRANSLATE_NOOP("report", "What was given as a secret is a public key"),
             QT_TRANSLATE_NOOP("report", "Everybody knows the public key. A token that is signed with it as an HMAC secret is the classic forgery (RFC 8725 section 2.1)."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Give it as a key instead of a secret.")},
    ErrorRow{"keyset.url", QT_TRANSLATE_NOOP("report", "The address of the key set is no web address"),
             QT_TRANSLATE_NOOP("report", "It must begin with https:// or http:// and name a host."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Correct the address, or give the key set as a file.")},
    ErrorRow{"secret.is_jwk", QT_TRANSLATE_NOOP("report", "What was given as a secret is a JWK"),
             QT_TRANSLATE_NOOP("report", "The text is a JSON Web Key that holds the secret; the text itself is not the secret."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Give the file as a key instead.")},
    ErrorRow{"signing.key", QT_TRANSLATE_NOOP("report", "This key cannot sign"),
             QT_TRANSLATE_NOOP("report", "A private key was expected, and this is none, or it cannot be read."),
             QT_TRANSLATE_NOOP("report", "Concerned: “%1”."),
             QT_TRANSLATE_NOOP("report", "Give a private key as JWK or PEM.")},
    ErrorRow{"signing.algorithm", QT_TRANSLATE_NOOP("report", "This key cannot sign with that algorithm"),
             QT_TRANSLATE_NOOP("report", "The type of the key and the algorithm do not fit."),
             QT_TRANSLATE_NOOP("report", "The algorithm is “%1”."),
             QT_TRANSLATE_NOOP("report", "Choose an algorithm of the same family as the key.")},
};
// clang-format on

} // namespace

std::span<const ErrorRow> keyErrors()
{
    return rows;
}

} // namespace report
