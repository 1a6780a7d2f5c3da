// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/wordingrow.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// Faults of a key set that works all the same: passed on from the reader of keys.
// clang-format off
constexpr auto rows = std::to_array<WordingRow>({
    {.id = "keyset.private_members", .when = "published=false", .args = "keys:list",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "a private key was given where the public half is enough"),
     .inShort = QT_TRANSLATE_NOOP("report", "only the public half was used"),
     .title = QT_TRANSLATE_NOOP("report", "A private key was given where the public half is enough"),
     .explanation = QT_TRANSLATE_NOOP("report", "Concerned: %1. Only the public half was used. Whoever can read the file can sign tokens."),
     .action = QT_TRANSLATE_NOOP("report", "Keep private keys where tokens are signed, and give the public half to check them.")},
    {.id = "keyset.private_members", .args = "keys:list",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "private keys are published in the key set"),
     .inShort = QT_TRANSLATE_NOOP("report", "the set gives away private keys"),
     .title = QT_TRANSLATE_NOOP("report", "The key set contains private members"),
     .explanation = QT_TRANSLATE_NOOP("report", "Concerned: %1. Whoever can read the set can sign tokens with these keys. Only their public half was used here."),
     .action = QT_TRANSLATE_NOOP("report", "Replace these keys at once, and publish only the public half.")},

    {.id = "keyset.secret_published", .args = "keys:list",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "a shared secret is published in the key set"),
     .inShort = QT_TRANSLATE_NOOP("report", "a published secret is no secret"),
     .title = QT_TRANSLATE_NOOP("report", "The key set contains a shared secret"),
     .explanation = QT_TRANSLATE_NOOP("report", "Concerned: %1. Everybody who can read the set can sign with it, so it is never used for a pass."),
     .action = QT_TRANSLATE_NOOP("report", "Take it out of the set and change it. Give a shared secret as a file.")},

    {.id = "keyset.duplicate_kid", .args = "keys:list",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "several keys of the set have one name"),
     .inShort = QT_TRANSLATE_NOOP("report", "several keys share one kid"),
     .title = QT_TRANSLATE_NOOP("report", "Several keys of the set have the same kid"),
     .explanation = QT_TRANSLATE_NOOP("report", "Concerned: %1. All of them were tried; many libraries take only one of them."),
     .action = QT_TRANSLATE_NOOP("report", "Give each key a kid of its own.")},

    {.id = "keyset.kid_missing", .when = "count=1", .args = "keys:list",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "a key of the set has no name"),
     .inShort = QT_TRANSLATE_NOOP("report", "a key in a set of several has no kid"),
     .title = QT_TRANSLATE_NOOP("report", "A key of the set has no kid"),
     .explanation = QT_TRANSLATE_NOOP("report", "Concerned: %1. With several keys in a set, libraries that look them up by kid cannot find it."),
     .action = QT_TRANSLATE_NOOP("report", "Give each key a kid.")},
    {.id = "keyset.kid_missing", .args = "keys:list",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "keys of the set have no name"),
     .inShort = QT_TRANSLATE_NOOP("report", "keys in a set of several have no kid"),
     .title = QT_TRANSLATE_NOOP("report", "Keys of the set have no kid"),
     .explanation = QT_TRANSLATE_NOOP("report", "Concerned: %1. With several keys in a set, libraries that look them up by kid cannot find these."),
     .action = QT_TRANSLATE_NOOP("report", "Give each key a kid.")},

    {.id = "keyset.broken_member", .when = "count=1", .args = "keys:list",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "a key of the set cannot be read"),
     .inShort = QT_TRANSLATE_NOOP("report", "a key of the set cannot be read"),
     .title = QT_TRANSLATE_NOOP("report", "A key of the set cannot be read"),
     .explanation = QT_TRANSLATE_NOOP("report", "Concerned: %1. It was left out; some libraries refuse the whole set."),
     .action = QT_TRANSLATE_NOOP("report", "Correct that key or take it out.")},
    {.id = "keyset.broken_member", .args = "keys:list",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "keys of the set cannot be read"),
     .inShort = QT_TRANSLATE_NOOP("report", "keys of the set cannot be read"),
     .title = QT_TRANSLATE_NOOP("report", "Keys of the set cannot be read"),
     .explanation = QT_TRANSLATE_NOOP("report", "Concerned: %1. They were left out; some libraries refuse the whole set."),
     .action = QT_TRANSLATE_NOOP("report", "Correct these keys or take them out.")},

    {.id = "keyset.empty",
     .found = QT_TRANSLATE_NOOP("report", "no keys"),
     .headline = QT_TRANSLATE_NOOP("report", "the key set is empty"),
     .inShort = QT_TRANSLATE_NOOP("report", "the key set is empty"),
     .title = QT_TRANSLATE_NOOP("report", "The key set holds no key"),
     .explanation = QT_TRANSLATE_NOOP("report", "The list of keys is there and empty, so no signature can be checked with it."),
     .action = QT_TRANSLATE_NOOP("report", "Ask who runs the issuer whether its signing key is published.")},

    // In the list of keys alone; a verdict tells it of the whole set.
    {.id = "key.private_published", .when = "published=false", .args = "label",
     .found = QT_TRANSLATE_NOOP("report", "key %1"),
     .headline = QT_TRANSLATE_NOOP("report", "the key came with its private half"),
     .inShort = QT_TRANSLATE_NOOP("report", "only its public half was used"),
     .title = QT_TRANSLATE_NOOP("report", "The key came with its private half"),
     .explanation = QT_TRANSLATE_NOOP("report", "Concerned: “%1”. Only the public half was used. Whoever can read the file can sign tokens."),
     .action = QT_TRANSLATE_NOOP("report", "Give the public half to check tokens, and keep the private one where they are signed.")},
    {.id = "key.private_published", .args = "label",
     .found = QT_TRANSLATE_NOOP("report", "key %1"),
     .headline = QT_TRANSLATE_NOOP("report", "a private key is published"),
     .inShort = QT_TRANSLATE_NOOP("report", "a private member came with the key"),
     .title = QT_TRANSLATE_NOOP("report", "The key came with its private half"),
     .explanation = QT_TRANSLATE_NOOP("report", "Concerned: “%1”. Whoever can read it can sign tokens. Only the public half was used here."),
     .action = QT_TRANSLATE_NOOP("report", "Replace the key at once, and publish only its public half.")},

    {.id = "key.member_length", .args = "label found",
     .found = QT_TRANSLATE_NOOP("report", "key %1"),
     .headline = QT_TRANSLATE_NOOP("report", "a number of the key has an odd length"),
     .inShort = QT_TRANSLATE_NOOP("report", "a number has another length than it should have"),
     .title = QT_TRANSLATE_NOOP("report", "A number in the key “%1” has another length than it should have"),
     .explanation = QT_TRANSLATE_NOOP("report", "It has leading zeros, or too few bytes. It was read; strict libraries refuse the key."),
     .action = QT_TRANSLATE_NOOP("report", "Ask the issuer to export the key again.")},

    {.id = "key.use_unknown", .args = "label found",
     .found = QT_TRANSLATE_NOOP("report", "key %1"),
     .headline = QT_TRANSLATE_NOOP("report", "the use of the key is not known"),
     .inShort = QT_TRANSLATE_NOOP("report", "its use is neither sig nor enc"),
     .title = QT_TRANSLATE_NOOP("report", "The use of the key “%1” is neither sig nor enc"),
     .explanation = QT_TRANSLATE_NOOP("report", "A library that looks for “sig” does not use it."),
     .action = QT_TRANSLATE_NOOP("report", "Ask the issuer to set use to sig.")},

    {.id = "key.use_conflict", .args = "label found",
     .found = QT_TRANSLATE_NOOP("report", "key %1"),
     .headline = QT_TRANSLATE_NOOP("report", "use and key_ops of the key disagree"),
     .inShort = QT_TRANSLATE_NOOP("report", "use and key_ops disagree"),
     .title = QT_TRANSLATE_NOOP("report", "The use and the operations (key_ops) of the key “%1” disagree"),
     .explanation = QT_TRANSLATE_NOOP("report", "Libraries look at one or the other, so some will use the key and some will not."),
     .action = QT_TRANSLATE_NOOP("report", "Ask the issuer to leave key_ops out.")},

    {.id = "key.algorithm_unfit", .args = "label found",
     .found = QT_TRANSLATE_NOOP("report", "key %1"),
     .headline = QT_TRANSLATE_NOOP("report", "the algorithm of the key does not fit its type"),
     .inShort = QT_TRANSLATE_NOOP("report", "its alg does not fit its type"),
     .title = QT_TRANSLATE_NOOP("report", "The algorithm that the key “%1” names does not fit its type"),
     .explanation = QT_TRANSLATE_NOOP("report", "No token can be checked with it under that name."),
     .action = QT_TRANSLATE_NOOP("report", "Ask the issuer to correct alg.")},

    {.id = "key.x5c_differs", .args = "label found",
     .found = QT_TRANSLATE_NOOP("report", "key %1"),
     .headline = QT_TRANSLATE_NOOP("report", "the certificate of the key is for another key"),
     .inShort = QT_TRANSLATE_NOOP("report", "its certificate (x5c) is for another key"),
     .title = QT_TRANSLATE_NOOP("report", "The certificate in the key “%1” is for another key"),
     .explanation = QT_TRANSLATE_NOOP("report", "The numbers of the key were used. A library that takes the certificate instead uses another key."),
     .action = QT_TRANSLATE_NOOP("report", "Ask the issuer to correct x5c, or to leave it out.")},
});
// clang-format on

} // namespace

std::span<const WordingRow> keySetWording()
{
    return rows;
}

} // namespace report
