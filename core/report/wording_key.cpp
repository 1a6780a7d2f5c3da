// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/wordingrow.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// Keys that do not fit, prove nothing, or came over a doubtful way.
// clang-format off
constexpr auto rows = std::to_array<WordingRow>({
    {.id = "kid.type",
     .headline = QT_TRANSLATE_NOOP("report", "the name of the key is no text"),
     .inShort = QT_TRANSLATE_NOOP("report", "kid must be a text"),
     .title = QT_TRANSLATE_NOOP("report", "The name of the key (kid) is no text"),
     .explanation = QT_TRANSLATE_NOOP("report", "It must be a JSON string; found was “%2”. So no key can be looked up."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the program that made the token.")},

    {.id = "kid.unknown", .args = "kids:list found keys",
     .headline = QT_TRANSLATE_NOOP("report", "no key has the name that the token gives"),
     .inShort = QT_TRANSLATE_NOOP("report", "no key of the set has this name"),
     .title = QT_TRANSLATE_NOOP("report", "The token names the key “%2”, and the key set has none of that name"),
     .explanation = QT_TRANSLATE_NOOP("report", "The set holds: %1. Either the keys were changed since it was fetched, or the token comes from another project or issuer."),
     .action = QT_TRANSLATE_NOOP("report", "Fetch the keys again, and compare the token's issuer (iss) with yours.")},

    {.id = "key.no_fit", .when = "differs=type", .args = "expected found algorithm keys",
     .found = QT_TRANSLATE_NOOP("report", "%3 · key of type %2"),
     .headline = QT_TRANSLATE_NOOP("report", "the token's algorithm needs another type of key"),
     .inShort = QT_TRANSLATE_NOOP("report", "%3 needs a key of type %1"),
     .title = QT_TRANSLATE_NOOP("report", "None of the keys can be the one that signed with “%3”"),
     .explanation = QT_TRANSLATE_NOOP("report", "That algorithm needs a key of type %1; found was %2. Keys that were looked at: %4."),
     .action = QT_TRANSLATE_NOOP("report", "Check that key set and token come from the same issuer.")},
    {.id = "key.no_fit", .when = "differs=curve", .args = "expected found algorithm keys",
     .found = QT_TRANSLATE_NOOP("report", "%3 · key on the curve %2"),
     .headline = QT_TRANSLATE_NOOP("report", "the token's algorithm needs a key on another curve"),
     .inShort = QT_TRANSLATE_NOOP("report", "%3 needs a key on the curve %1"),
     .title = QT_TRANSLATE_NOOP("report", "None of the keys can be the one that signed with “%3”"),
     .explanation = QT_TRANSLATE_NOOP("report", "That algorithm needs a key on the curve %1; found was %2. Keys that were looked at: %4."),
     .action = QT_TRANSLATE_NOOP("report", "Check that key set and token come from the same issuer.")},
    {.id = "key.no_fit", .when = "differs=algorithm", .args = "expected found algorithm keys",
     .found = QT_TRANSLATE_NOOP("report", "%3 · key for “%2”"),
     .headline = QT_TRANSLATE_NOOP("report", "the key is for another algorithm than the token's"),
     .inShort = QT_TRANSLATE_NOOP("report", "the key is for “%2” only"),
     .title = QT_TRANSLATE_NOOP("report", "The key is for “%2” only, and the token is signed with “%3”"),
     .explanation = QT_TRANSLATE_NOOP("report", "A key that names its algorithm (alg) may be used for no other. Otherwise a forger could choose a weaker one. Keys that were looked at: %4."),
     .action = QT_TRANSLATE_NOOP("report", "If the issuer signs with “%3”, let it correct the alg of its key. If not, refuse the token.")},
    {.id = "key.no_fit", .when = "differs=use", .args = "expected found algorithm keys",
     .found = QT_TRANSLATE_NOOP("report", "%3 · key for “%2”"),
     .headline = QT_TRANSLATE_NOOP("report", "the key is not meant for signatures"),
     .inShort = QT_TRANSLATE_NOOP("report", "the key is for “%2”, not for “%1”"),
     .title = QT_TRANSLATE_NOOP("report", "The key that could be meant is not for checking signatures"),
     .explanation = QT_TRANSLATE_NOOP("report", "Its use or key_ops says “%2”, and “%1” belongs there. Keys that were looked at: %4."),
     .action = QT_TRANSLATE_NOOP("report", "Take the issuer's key for signatures. If it is this one, let the issuer correct its use or key_ops.")},
    {.id = "key.no_fit", .args = "expected found keys",
     .headline = QT_TRANSLATE_NOOP("report", "none of the keys fits the token's algorithm"),
     .inShort = QT_TRANSLATE_NOOP("report", "none of the keys is for this algorithm"),
     .title = QT_TRANSLATE_NOOP("report", "None of the keys can be the one that signed with “%2”"),
     .explanation = QT_TRANSLATE_NOOP("report", "Keys that were looked at: %3. Each has another type, curve, algorithm or use; the list of keys says which."),
     .action = QT_TRANSLATE_NOOP("report", "Check that key set and token come from the same issuer.")},

    {.id = "key.unreadable", .args = "expected found problem:title problem:text",
     .found = QT_TRANSLATE_NOOP("report", "not checked"),
     .headline = QT_TRANSLATE_NOOP("report", "the key that could be meant cannot be read"),
     .inShort = QT_TRANSLATE_NOOP("report", "the key “%2” cannot be read"),
     .title = QT_TRANSLATE_NOOP("report", "The signature was not checked: the key “%2” cannot be read"),
     .explanation = QT_TRANSLATE_NOOP("report", "%3. %4 Until it is checked, anybody can have written these claims."),
     .action = QT_TRANSLATE_NOOP("report", "Correct that key, or give another one.")},

    {.id = "key.oct_from_network",
     .headline = QT_TRANSLATE_NOOP("report", "the only fitting key is a published secret"),
     .inShort = QT_TRANSLATE_NOOP("report", "a published secret is no secret"),
     .title = QT_TRANSLATE_NOOP("report", "The only key that fits is a shared secret which came over the network"),
     .explanation = QT_TRANSLATE_NOOP("report", "Everybody can fetch it, so everybody can sign with it. It never makes a token good."),
     .action = QT_TRANSLATE_NOOP("report", "Let the issuer take the secret out of its key set and change it. If you share a secret, give it as a file.")},

    {.id = "key.from_token", .when = "wouldMatch=true", .args = "names:list subject",
     .found = QT_TRANSLATE_NOOP("report", "in the header"),
     .headline = QT_TRANSLATE_NOOP("report", "the token brought its own key, which proves nothing"),
     .inShort = QT_TRANSLATE_NOOP("report", "it fits only the key that the token brings itself"),
     .title = QT_TRANSLATE_NOOP("report", "The token brings its own key (%1), which proves nothing"),
     .explanation = QT_TRANSLATE_NOOP("report", "The signature fits that key. But whoever forges a token can put a key of their own into its header; a backend that uses it accepts every forgery."),
     .action = QT_TRANSLATE_NOOP("report", "Check the token with the issuer's keys. Make sure that your backend ignores such headers.")},
    {.id = "key.from_token", .args = "names:list subject",
     .found = QT_TRANSLATE_NOOP("report", "in the header"),
     .headline = QT_TRANSLATE_NOOP("report", "the token brought its own key, which proves nothing"),
     .inShort = QT_TRANSLATE_NOOP("report", "a key that the token brings proves nothing"),
     .title = QT_TRANSLATE_NOOP("report", "The token brings its own key (%1), which proves nothing"),
     .explanation = QT_TRANSLATE_NOOP("report", "Whoever forges a token can put a key of their own, or an address of it, into the header. It was neither used nor fetched."),
     .action = QT_TRANSLATE_NOOP("report", "Check the token with the issuer's keys. Make sure that your backend ignores such headers.")},

    {.id = "key.weak", .when = "what=point",
     .headline = QT_TRANSLATE_NOOP("report", "everybody can sign for that key"),
     .inShort = QT_TRANSLATE_NOOP("report", "everybody can sign for that key"),
     .title = QT_TRANSLATE_NOOP("report", "Everybody can sign for that key"),
     .explanation = QT_TRANSLATE_NOOP("report", "The signature fits, but the key is one of the few points of %2 that have no private half (points of small order), so anybody can make a signature that fits."),
     .action = QT_TRANSLATE_NOOP("report", "Refuse the token. Find out who put that key there, and let the issuer make a new one.")},
    {.id = "key.weak", .when = "what=exponent",
     .headline = QT_TRANSLATE_NOOP("report", "the key is too weak"),
     .inShort = QT_TRANSLATE_NOOP("report", "its exponent (e) is no good"),
     .title = QT_TRANSLATE_NOOP("report", "The exponent (e) of the RSA key is %2, which is no good"),
     .explanation = QT_TRANSLATE_NOOP("report", "The signature fits, but with such a key others may be able to sign too. An exponent is odd and at least 3; %1 is usual."),
     .action = QT_TRANSLATE_NOOP("report", "Let the issuer make a new RSA key.")},
    {.id = "key.weak", .when = "what=secret",
     .headline = QT_TRANSLATE_NOOP("report", "the shared secret is too short"),
     .inShort = QT_TRANSLATE_NOOP("report", "%2 bits, and the standard demands %1"),
     .title = QT_TRANSLATE_NOOP("report", "The shared secret is shorter than the standard allows"),
     .explanation = QT_TRANSLATE_NOOP("report", "The signature fits, but others may find such a secret by trying. Demanded are %1 bits, as many as its hash has; found: %2."),
     .action = QT_TRANSLATE_NOOP("report", "Let the issuer use a random secret as long as its hash.")},
    {.id = "key.weak",
     .headline = QT_TRANSLATE_NOOP("report", "the key is too weak"),
     .inShort = QT_TRANSLATE_NOOP("report", "%2 bits, and the standard demands %1"),
     .title = QT_TRANSLATE_NOOP("report", "The key is weaker than the standard allows"),
     .explanation = QT_TRANSLATE_NOOP("report", "The signature fits, but with such a key others may be able to sign too. Demanded are %1 bits; found: %2."),
     .action = QT_TRANSLATE_NOOP("report", "Let the issuer use an RSA key of at least 2048 bits.")},

    {.id = "key.plain_http",
     .headline = QT_TRANSLATE_NOOP("report", "the keys came over an unprotected connection"),
     .inShort = QT_TRANSLATE_NOOP("report", "keys came over http: anybody could change them"),
     .title = QT_TRANSLATE_NOOP("report", "The keys came over plain http"),
     .explanation = QT_TRANSLATE_NOOP("report", "Anybody on the way can have put in keys of his own, so the signature proves less than it seems. Fetched from “%2”."),
     .action = QT_TRANSLATE_NOOP("report", "Use an https address.")},

    {.id = "key.tls_exception",
     .headline = QT_TRANSLATE_NOOP("report", "the keys came over a certificate that you trusted by hand"),
     .inShort = QT_TRANSLATE_NOOP("report", "by a certificate that you trusted for this run"),
     .title = QT_TRANSLATE_NOOP("report", "The keys came over a certificate that you trusted for this run"),
     .explanation = QT_TRANSLATE_NOOP("report", "The system does not trust it. If it is not your issuer's certificate, the keys are not your issuer's either. Fetched from “%2”."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the certificate of the server, or give its CA (--ca-file).")},

    {.id = "key.other_origin",
     .headline = QT_TRANSLATE_NOOP("report", "the keys come from another server than the issuer"),
     .inShort = QT_TRANSLATE_NOOP("report", "the keys live on another server: legal"),
     .title = QT_TRANSLATE_NOOP("report", "The keys come from another server than the issuer"),
     .explanation = QT_TRANSLATE_NOOP("report", "The discovery document of “%1” points to “%2”. That is legal, and worth knowing."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do, if you know that server.")},
});
// clang-format on

} // namespace

std::span<const WordingRow> keyWording()
{
    return rows;
}

} // namespace report
