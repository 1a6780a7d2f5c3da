// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/wordingrow.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// The signature itself. Every row says what a person can conclude, because "signature invalid" is
// the loudest complaint about other tools.
// clang-format off
constexpr auto rows = std::to_array<WordingRow>({
    {.id = "signature.missing",
     .found = QT_TRANSLATE_NOOP("report", "missing"),
     .headline = QT_TRANSLATE_NOOP("report", "the signature is missing"),
     .inShort = QT_TRANSLATE_NOOP("report", "the third part is empty or not there"),
     .title = QT_TRANSLATE_NOOP("report", "The token has no signature"),
     .explanation = QT_TRANSLATE_NOOP("report", "Its header promises one, but the third part is empty or not there. Without it anybody can have written the claims."),
     .action = QT_TRANSLATE_NOOP("report", "Copy the whole token again. If it was sent like that, refuse it.")},

    {.id = "signature.malformed", .when = "disclosures=true",
     .found = QT_TRANSLATE_NOOP("report", "followed by disclosures"),
     .headline = QT_TRANSLATE_NOOP("report", "this is an SD-JWT, which is more than a token"),
     .inShort = QT_TRANSLATE_NOOP("report", "“~” and disclosures stand behind the signature"),
     .title = QT_TRANSLATE_NOOP("report", "Disclosures stand behind the signature, as in an SD-JWT"),
     .explanation = QT_TRANSLATE_NOOP("report", "An SD-JWT (RFC 9901) is a token, then “~” and what its holder chose to disclose. A backend that expects a JWT refuses it whole, and so the signature was not checked."),
     .action = QT_TRANSLATE_NOOP("report", "To check the issuer's signature, give the part before the first “~” alone.")},
    {.id = "signature.malformed", .args = "problem:title problem:text repairs:repair",
     .found = QT_TRANSLATE_NOOP("report", "not base64url"),
     .headline = QT_TRANSLATE_NOOP("report", "the signature is damaged"),
     .inShort = QT_TRANSLATE_NOOP("report", "the signature part cannot be decoded"),
     .title = QT_TRANSLATE_NOOP("report", "The signature part is not base64url"),
     .explanation = QT_TRANSLATE_NOOP("report", "%1. %2%3 The signature was not checked."),
     .action = QT_TRANSLATE_NOOP("report", "Copy the token again from where it was sent, to its very end.")},

    {.id = "signature.length", .when = "der=true",
     .found = QT_TRANSLATE_NOOP("report", "%2 bytes of DER"),
     .headline = QT_TRANSLATE_NOOP("report", "the signature is written as DER"),
     .inShort = QT_TRANSLATE_NOOP("report", "DER, where r and s belong side by side"),
     .title = QT_TRANSLATE_NOOP("report", "The signature is ASN.1 DER instead of r and s side by side"),
     .explanation = QT_TRANSLATE_NOOP("report", "Cryptographic libraries give ECDSA signatures as DER; a JWS has the two numbers one after the other (RFC 7518 section 3.4). Some program left the conversion out."),
     .action = QT_TRANSLATE_NOOP("report", "Let the program that signs convert the signature, or use a JOSE library.")},
    {.id = "signature.length", .when = "expected=",
     .found = QT_TRANSLATE_NOOP("report", "%2 bytes"),
     .headline = QT_TRANSLATE_NOOP("report", "the signature has the wrong length"),
     .inShort = QT_TRANSLATE_NOOP("report", "cut off, or made for another key"),
     .title = QT_TRANSLATE_NOOP("report", "The signature has a length that does not fit the key"),
     .explanation = QT_TRANSLATE_NOOP("report", "Key and algorithm fix the length of a signature. A shorter one was cut off while copying, or a program dropped zero bytes at its beginning; another one was made with another key, or is DER instead of r and s side by side."),
     .action = QT_TRANSLATE_NOOP("report", "Copy the whole token again, to its very end.")},
    {.id = "signature.length",
     .found = QT_TRANSLATE_NOOP("report", "%2 bytes"),
     .headline = QT_TRANSLATE_NOOP("report", "the signature has the wrong length"),
     .inShort = QT_TRANSLATE_NOOP("report", "%1 bytes belong there: cut off, or another key"),
     .title = QT_TRANSLATE_NOOP("report", "The signature has %2 bytes; this key makes %1"),
     .explanation = QT_TRANSLATE_NOOP("report", "Key and algorithm fix the length of a signature. A shorter one was cut off while copying, or a program dropped zero bytes at its beginning; another one was made with another key, or is DER instead of r and s side by side."),
     .action = QT_TRANSLATE_NOOP("report", "Copy the whole token again, to its very end.")},

    {.id = "signature.keys_unavailable", .when = "foreign=true", .args = "problem:title problem:text problem:action",
     .found = QT_TRANSLATE_NOOP("report", "not checked"),
     .headline = QT_TRANSLATE_NOOP("report", "the issuer's keys may not be used"),
     .inShort = QT_TRANSLATE_NOOP("report", "the issuer's keys may not be used"),
     .title = QT_TRANSLATE_NOOP("report", "The signature was not checked: the issuer's keys may not be used"),
     .explanation = QT_TRANSLATE_NOOP("report", "%1. %2"),
     .action = QT_TRANSLATE_NOOP("report", "%3")},
    {.id = "signature.keys_unavailable", .args = "problem:title problem:text problem:action",
     .found = QT_TRANSLATE_NOOP("report", "not checked"),
     .headline = QT_TRANSLATE_NOOP("report", "the issuer's keys are not available"),
     .inShort = QT_TRANSLATE_NOOP("report", "the issuer's keys are not available"),
     .title = QT_TRANSLATE_NOOP("report", "The signature was not checked: the issuer's keys are not available"),
     .explanation = QT_TRANSLATE_NOOP("report", "%1. %2"),
     .action = QT_TRANSLATE_NOOP("report", "%3")},

    {.id = "signature.no_keys", .when = "emptySet=true",
     .found = QT_TRANSLATE_NOOP("report", "not checked"),
     .headline = QT_TRANSLATE_NOOP("report", "the key set that was given is empty"),
     .inShort = QT_TRANSLATE_NOOP("report", "the key set that was given is empty"),
     .title = QT_TRANSLATE_NOOP("report", "The signature was not checked: the key set that was given holds no key"),
     .explanation = QT_TRANSLATE_NOOP("report", "Until it is checked, anybody can have written these claims."),
     .action = QT_TRANSLATE_NOOP("report", "Give a key set that holds the issuer's keys, or give the issuer and fetch them.")},
    {.id = "signature.no_keys",
     .found = QT_TRANSLATE_NOOP("report", "not checked"),
     .headline = QT_TRANSLATE_NOOP("report", "there is no key to check the signature with"),
     .inShort = QT_TRANSLATE_NOOP("report", "there is no key to check it with"),
     .title = QT_TRANSLATE_NOOP("report", "The signature was not checked: there is no key"),
     .explanation = QT_TRANSLATE_NOOP("report", "Until it is checked, anybody can have written these claims."),
     .action = QT_TRANSLATE_NOOP("report", "Give your issuer and fetch its keys, or give a key set, a key or a secret.")},

    {.id = "signature.mismatch", .when = "detached=true",
     .found = QT_TRANSLATE_NOOP("report", "does not fit an empty payload"),
     .headline = QT_TRANSLATE_NOOP("report", "the payload is not there, and without it the signature does not fit"),
     .inShort = QT_TRANSLATE_NOOP("report", "the payload is empty: was it sent apart?"),
     .title = QT_TRANSLATE_NOOP("report", "The signature does not fit an empty payload"),
     .explanation = QT_TRANSLATE_NOOP("report", "The payload is not in the token. If it is sent apart (detached, RFC 7515 appendix F), the signature is over that content and can only be checked together with it. If not, the payload was cut out."),
     .action = QT_TRANSLATE_NOOP("report", "Put the base64url of the content between the two dots, and look again.")},
    {.id = "signature.mismatch", .when = "found=", .args = "expected found keys",
     .found = QT_TRANSLATE_NOOP("report", "fits no key"),
     .headline = QT_TRANSLATE_NOOP("report", "the signature does not fit any of the keys"),
     .inShort = QT_TRANSLATE_NOOP("report", "keys tried: %3, and none fits"),
     .title = QT_TRANSLATE_NOOP("report", "The signature does not fit any of the keys"),
     .explanation = QT_TRANSLATE_NOOP("report", "Either the token was changed after it was signed, or a stranger signed it. Keys that were tried: %3. The list of keys says for each why it does not fit."),
     .action = QT_TRANSLATE_NOOP("report", "Refuse the token. Get a new one from the issuer; if that fits, this one was altered.")},
    {.id = "signature.mismatch", .when = "secret=true", .args = "expected found algorithm",
     .found = QT_TRANSLATE_NOOP("report", "does not fit"),
     .headline = QT_TRANSLATE_NOOP("report", "the signature does not fit the shared secret"),
     .inShort = QT_TRANSLATE_NOOP("report", "altered, another secret, or the secret is read in another way"),
     .title = QT_TRANSLATE_NOOP("report", "The signature does not fit the shared secret"),
     .explanation = QT_TRANSLATE_NOOP("report", "The computation ran (%3) and gave another result. Either the token was changed after signing, or it was signed with another secret, or the signer reads the secret in another way: as the text itself, or as base64, base64url or hex of the bytes."),
     .action = QT_TRANSLATE_NOOP("report", "Compare the secret with the signer's, and how it is written (--secret-encoding). If both agree, refuse the token.")},
    {.id = "signature.mismatch", .args = "expected found keys",
     .found = QT_TRANSLATE_NOOP("report", "does not fit"),
     .headline = QT_TRANSLATE_NOOP("report", "the signature does not fit the key"),
     .inShort = QT_TRANSLATE_NOOP("report", "altered, or signed by a stranger"),
     .title = QT_TRANSLATE_NOOP("report", "The signature does not fit the key “%2”"),
     .explanation = QT_TRANSLATE_NOOP("report", "The computation ran and gave another result. Either header or payload were changed after signing, or a stranger signed the token and names this key."),
     .action = QT_TRANSLATE_NOOP("report", "Refuse the token. Get a new one from the issuer; if that fits, this one was altered.")},

    {.id = "signature.valid", .when = "origin=issuer", .args = "expected found key fetchedAt:past",
     .found = QT_TRANSLATE_NOOP("report", "%2 · key %3"),
     .inShort = QT_TRANSLATE_NOOP("report", "by the issuer's key, fetched %4"),
     .title = QT_TRANSLATE_NOOP("report", "The signature fits the issuer's key “%3”"),
     .explanation = QT_TRANSLATE_NOOP("report", "Header and payload are as the holder of that key signed them (%2). The key came from the issuer, fetched %4."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do.")},
    {.id = "signature.valid", .when = "origin=url", .args = "expected found key",
     .found = QT_TRANSLATE_NOOP("report", "%2 · key %3"),
     .inShort = QT_TRANSLATE_NOOP("report", "by a key from the address that you gave"),
     .title = QT_TRANSLATE_NOOP("report", "The signature fits the key “%3” from the address that you gave"),
     .explanation = QT_TRANSLATE_NOOP("report", "Header and payload are as the holder of that key signed them (%2). Whose key it is, only the address tells."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do.")},
    {.id = "signature.valid", .when = "origin=secret", .args = "expected found",
     .found = QT_TRANSLATE_NOOP("report", "%2 · shared secret"),
     .inShort = QT_TRANSLATE_NOOP("report", "by the shared secret that you gave"),
     .title = QT_TRANSLATE_NOOP("report", "The signature fits the shared secret that you gave"),
     .explanation = QT_TRANSLATE_NOOP("report", "Everybody who knows the secret can have signed it (%2)."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do.")},
    {.id = "signature.valid", .args = "expected found key",
     .found = QT_TRANSLATE_NOOP("report", "%2 · key %3"),
     .inShort = QT_TRANSLATE_NOOP("report", "by the key that you gave"),
     .title = QT_TRANSLATE_NOOP("report", "The signature fits the key “%3” that you gave"),
     .explanation = QT_TRANSLATE_NOOP("report", "Header and payload are as the holder of that key signed them (%2)."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do.")},

    {.id = "signature.several_keys", .args = "keys",
     .found = QT_TRANSLATE_NOOP("report", "missing"),
     .headline = QT_TRANSLATE_NOOP("report", "the token does not say which key signed it"),
     .inShort = QT_TRANSLATE_NOOP("report", "no kid, and several keys could be meant"),
     .title = QT_TRANSLATE_NOOP("report", "The token does not say which key signed it"),
     .explanation = QT_TRANSLATE_NOOP("report", "It has no kid, and the number of keys that could be meant is %1. All were tried; some libraries take only the first, or refuse."),
     .action = QT_TRANSLATE_NOOP("report", "Let the issuer write the kid into its tokens.")},

    {.id = "signature.key_without_kid", .when = "nameless=true",
     .headline = QT_TRANSLATE_NOOP("report", "the key that fits has no name to compare"),
     .inShort = QT_TRANSLATE_NOOP("report", "the key was given without a name"),
     .title = QT_TRANSLATE_NOOP("report", "The token names the key “%2”, and PEM and DER have no names"),
     .explanation = QT_TRANSLATE_NOOP("report", "The signature fits the key that you gave; whether it is the one of that name cannot be compared."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do, if the key is your issuer's.")},
    {.id = "signature.key_without_kid",
     .headline = QT_TRANSLATE_NOOP("report", "the key that fits has no kid"),
     .inShort = QT_TRANSLATE_NOOP("report", "the token names a key, the key has no name"),
     .title = QT_TRANSLATE_NOOP("report", "The token names the key “%2”, and the key that fits has no kid"),
     .explanation = QT_TRANSLATE_NOOP("report", "The signature fits, but a library that looks keys up by kid will not find it."),
     .action = QT_TRANSLATE_NOOP("report", "Give the key in the set the kid that the tokens name.")},
});
// clang-format on

} // namespace

std::span<const WordingRow> signatureWording()
{
    return rows;
}

} // namespace report
