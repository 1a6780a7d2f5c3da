// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/wordingrow.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// Headers that make a signature worthless or unreadable before any key is looked at.
// clang-format off
constexpr auto rows = std::to_array<WordingRow>({
    {.id = "algorithm.none",
     .headline = QT_TRANSLATE_NOOP("report", "the token is not signed at all"),
     .inShort = QT_TRANSLATE_NOOP("report", "unsecured: anybody can have written it"),
     .title = QT_TRANSLATE_NOOP("report", "The token says of itself that it is not signed (alg is “%2”)"),
     .explanation = QT_TRANSLATE_NOOP("report", "Anybody can write such a token with any claims. A backend that accepts it can be entered by everyone."),
     .action = QT_TRANSLATE_NOOP("report", "Never accept it. Give your backend a list of allowed algorithms; Authgear signs with RS256 only.")},

    {.id = "algorithm.hmac_needs_secret",
     .headline = QT_TRANSLATE_NOOP("report", "a shared-secret algorithm, where only public keys are known"),
     .inShort = QT_TRANSLATE_NOOP("report", "public keys must never serve as a secret"),
     .title = QT_TRANSLATE_NOOP("report", "The token asks for “%2”, which needs a shared secret, and only public keys are known"),
     .explanation = QT_TRANSLATE_NOOP("report", "The classic forgery signs a token by HMAC with the issuer's public key as the secret, and careless libraries accept it (RFC 8725 section 2.1). So a public key is never tried here."),
     .action = QT_TRANSLATE_NOOP("report", "If the issuer really shares a secret with you, give it as a secret file. Otherwise treat the token as forged, and let your backend allow only the issuer's algorithms.")},

    {.id = "algorithm.missing",
     .found = QT_TRANSLATE_NOOP("report", "missing"),
     .headline = QT_TRANSLATE_NOOP("report", "the header names no algorithm"),
     .inShort = QT_TRANSLATE_NOOP("report", "the header names none"),
     .title = QT_TRANSLATE_NOOP("report", "The header names no algorithm (alg)"),
     .explanation = QT_TRANSLATE_NOOP("report", "Every signed token must say with which algorithm it was signed. Without it the signature cannot be checked."),
     .action = QT_TRANSLATE_NOOP("report", "Check that the token was copied whole; if it was, correct the program that made it.")},

    {.id = "algorithm.type",
     .headline = QT_TRANSLATE_NOOP("report", "the algorithm in the header is no text"),
     .inShort = QT_TRANSLATE_NOOP("report", "alg must be a text"),
     .title = QT_TRANSLATE_NOOP("report", "The algorithm (alg) in the header is no text"),
     .explanation = QT_TRANSLATE_NOOP("report", "It must be a JSON string such as \"RS256\"; found was “%2”. So the signature cannot be checked."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the program that made the token.")},

    {.id = "algorithm.unknown",
     .headline = QT_TRANSLATE_NOOP("report", "the algorithm is not known"),
     .inShort = QT_TRANSLATE_NOOP("report", "no such signature algorithm is known"),
     .title = QT_TRANSLATE_NOOP("report", "The signature algorithm “%2” is not known"),
     .explanation = QT_TRANSLATE_NOOP("report", "Names are compared exactly, with upper and lower case. The claims can be read, but nothing shows who wrote them."),
     .action = QT_TRANSLATE_NOOP("report", "Check the spelling of alg, or let the issuer sign with RS256 or ES256.")},

    {.id = "algorithm.not_allowed", .args = "allowed:list found",
     .headline = QT_TRANSLATE_NOOP("report", "the issuer does not sign ID tokens with this algorithm"),
     .inShort = QT_TRANSLATE_NOOP("report", "not among those the issuer signs ID tokens with"),
     .title = QT_TRANSLATE_NOOP("report", "The issuer does not sign ID tokens with “%2”"),
     .explanation = QT_TRANSLATE_NOOP("report", "Its discovery document allows for ID tokens: %1."),
     .action = QT_TRANSLATE_NOOP("report", "Find out who made the token. If the issuer did, its discovery document needs correction.")},

    {.id = "crit.empty",
     .headline = QT_TRANSLATE_NOOP("report", "the list of critical headers is empty"),
     .inShort = QT_TRANSLATE_NOOP("report", "an empty list is forbidden"),
     .title = QT_TRANSLATE_NOOP("report", "The list of critical headers (crit) is empty"),
     .explanation = QT_TRANSLATE_NOOP("report", "The standard forbids an empty list, and readers differ on what to do with it, so it is refused."),
     .action = QT_TRANSLATE_NOOP("report", "Let the program that made the token leave crit out.")},

    {.id = "crit.type",
     .headline = QT_TRANSLATE_NOOP("report", "the list of critical headers cannot be understood"),
     .inShort = QT_TRANSLATE_NOOP("report", "crit must be a list of texts"),
     .title = QT_TRANSLATE_NOOP("report", "The list of critical headers (crit) is no list of texts"),
     .explanation = QT_TRANSLATE_NOOP("report", "A reader must understand every critical header; found was “%2”, which cannot be read as a list of names."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the program that made the token.")},

    {.id = "crit.duplicate",
     .headline = QT_TRANSLATE_NOOP("report", "a critical header is named twice"),
     .inShort = QT_TRANSLATE_NOOP("report", "a name stands twice in crit"),
     .title = QT_TRANSLATE_NOOP("report", "The critical header “%2” is named twice"),
     .explanation = QT_TRANSLATE_NOOP("report", "The standard forbids it in crit, so the token is refused."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the program that made the token.")},

    {.id = "crit.registered",
     .headline = QT_TRANSLATE_NOOP("report", "an ordinary header is called critical"),
     .inShort = QT_TRANSLATE_NOOP("report", "crit may name extensions only"),
     .title = QT_TRANSLATE_NOOP("report", "The ordinary header “%2” is listed as critical"),
     .explanation = QT_TRANSLATE_NOOP("report", "crit may name only extensions, never a header of the standard itself. Some libraries can be confused with it."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the program that made the token.")},

    {.id = "crit.absent_member",
     .headline = QT_TRANSLATE_NOOP("report", "a critical header is missing"),
     .inShort = QT_TRANSLATE_NOOP("report", "crit names a header that is not there"),
     .title = QT_TRANSLATE_NOOP("report", "The critical header “%2” is not in the header"),
     .explanation = QT_TRANSLATE_NOOP("report", "Each name in crit must stand in the protected header too."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the program that made the token.")},

    {.id = "crit.unprotected",
     .headline = QT_TRANSLATE_NOOP("report", "the list of critical headers is not protected"),
     .inShort = QT_TRANSLATE_NOOP("report", "crit stands outside the protected header"),
     .title = QT_TRANSLATE_NOOP("report", "The list of critical headers (crit) is not under the signature"),
     .explanation = QT_TRANSLATE_NOOP("report", "It must stand in the protected header; elsewhere anybody on the way can change it."),
     .action = QT_TRANSLATE_NOOP("report", "Let the sender put crit into the protected header.")},

    {.id = "crit.unknown",
     .headline = QT_TRANSLATE_NOOP("report", "a critical header is not understood"),
     .inShort = QT_TRANSLATE_NOOP("report", "who does not know it must refuse the token"),
     .title = QT_TRANSLATE_NOOP("report", "The critical header “%2” is not understood"),
     .explanation = QT_TRANSLATE_NOOP("report", "The sender demands that a reader who does not know this header refuses the token. A backend that accepts it ignores crit."),
     .action = QT_TRANSLATE_NOOP("report", "Find out which extension it is, and whether your backend supports it.")},

    {.id = "b64.without_crit",
     .headline = QT_TRANSLATE_NOOP("report", "b64 is not listed as critical"),
     .inShort = QT_TRANSLATE_NOOP("report", "b64 is false, but not in crit"),
     .title = QT_TRANSLATE_NOOP("report", "The payload is unencoded (b64 is false), and crit does not say so"),
     .explanation = QT_TRANSLATE_NOOP("report", "Readers that do not know b64 would check another text than was signed. That is why b64 must be named in crit."),
     .action = QT_TRANSLATE_NOOP("report", "Let the sender add \"b64\" to crit, or leave b64 out.")},

    {.id = "b64.type",
     .headline = QT_TRANSLATE_NOOP("report", "b64 is neither true nor false"),
     .inShort = QT_TRANSLATE_NOOP("report", "b64 must be true or false"),
     .title = QT_TRANSLATE_NOOP("report", "The header b64 is neither true nor false"),
     .explanation = QT_TRANSLATE_NOOP("report", "Found was “%2”. It decides over what the signature was computed, so nothing is guessed."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the program that made the token.")},

    {.id = "header.malformed", .when = "ambiguous=true",
     .found = QT_TRANSLATE_NOOP("report", "there more than once"),
     .headline = QT_TRANSLATE_NOOP("report", "a header that decides about the signature is there more than once"),
     .inShort = QT_TRANSLATE_NOOP("report", "“%2” is there more than once"),
     .title = QT_TRANSLATE_NOOP("report", "The header says “%2” more than once, so the signature was not checked"),
     .explanation = QT_TRANSLATE_NOOP("report", "It decides how the signature is checked. Programs differ in which of the values they take, and a forger can make use of that."),
     .action = QT_TRANSLATE_NOOP("report", "Refuse the token, and find out what adds the header a second time.")},
    {.id = "header.malformed",
     .found = QT_TRANSLATE_NOOP("report", "not checked"),
     .headline = QT_TRANSLATE_NOOP("report", "the header cannot be read"),
     .inShort = QT_TRANSLATE_NOOP("report", "without the header no signature can be checked"),
     .title = QT_TRANSLATE_NOOP("report", "The signature was not checked: the header is no readable JSON object"),
     .explanation = QT_TRANSLATE_NOOP("report", "The header names algorithm and key. Because it cannot be read strictly, the signature was not checked."),
     .action = QT_TRANSLATE_NOOP("report", "Copy the token again from where it was sent, unchanged.")},
});
// clang-format on

} // namespace

std::span<const WordingRow> algorithmWording()
{
    return rows;
}

} // namespace report
