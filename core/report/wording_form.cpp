// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/wordingrow.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// What the text is, and what of it cannot be read. The problem in the facts is the id of a reader's
// error, whose own sentence is taken over.
// clang-format off
constexpr auto rows = std::to_array<WordingRow>({
    {.id = "form.empty",
     .found = QT_TRANSLATE_NOOP("report", "nothing"),
     .headline = QT_TRANSLATE_NOOP("report", "there is no token"),
     .inShort = QT_TRANSLATE_NOOP("report", "the input is empty"),
     .title = QT_TRANSLATE_NOOP("report", "There is no token to look at"),
     .explanation = QT_TRANSLATE_NOOP("report", "The input is empty, or nothing but white space."),
     .action = QT_TRANSLATE_NOOP("report", "Paste a token, or the request that carried it.")},

    {.id = "form.parts", .when = "encodedDots=true",
     .found = QT_TRANSLATE_NOOP("report", "percent-encoded dots"),
     .headline = QT_TRANSLATE_NOOP("report", "the dots of the token are percent-encoded"),
     .inShort = QT_TRANSLATE_NOOP("report", "a percent sign and 2E in the place of dots"),
     .title = QT_TRANSLATE_NOOP("report", "The dots of the token are percent-encoded"),
     .explanation = QT_TRANSLATE_NOOP("report", "Where a dot belongs stand a percent sign and 2E, its URL encoding. That is right within a URL or a form; here it was left in, or it was encoded twice, and no backend finds the three parts."),
     .action = QT_TRANSLATE_NOOP("report", "Decode the value once before it is used as a token.")},
    {.id = "form.parts", .when = "found=2",
     .found = QT_TRANSLATE_NOOP("report", "%2 parts"),
     .headline = QT_TRANSLATE_NOOP("report", "the token is not whole"),
     .inShort = QT_TRANSLATE_NOOP("report", "the signature is cut off"),
     .title = QT_TRANSLATE_NOOP("report", "The token has two parts; a signed token has three"),
     .explanation = QT_TRANSLATE_NOOP("report", "Header and payload are there, the dot and the signature after them are not. Without the signature nobody can tell who wrote the claims."),
     .action = QT_TRANSLATE_NOOP("report", "Copy the whole token again, to the end of its third part.")},
    {.id = "form.parts",
     .found = QT_TRANSLATE_NOOP("report", "%2 parts"),
     .headline = QT_TRANSLATE_NOOP("report", "the token is not whole"),
     .inShort = QT_TRANSLATE_NOOP("report", "neither three parts nor five"),
     .title = QT_TRANSLATE_NOOP("report", "The number of parts is %2; a signed token has three"),
     .explanation = QT_TRANSLATE_NOOP("report", "Dots separate the parts: three in a signed token, five in an encrypted one. Something is missing, or something else was copied with it."),
     .action = QT_TRANSLATE_NOOP("report", "Copy the whole token again, and nothing else.")},

    {.id = "form.structure", .args = "problem:title problem:text",
     .headline = QT_TRANSLATE_NOOP("report", "the token is not well formed"),
     .inShort = QT_TRANSLATE_NOOP("report", "the structure of the token is wrong"),
     .title = QT_TRANSLATE_NOOP("report", "The token is not well formed: its structure is wrong"),
     .explanation = QT_TRANSLATE_NOOP("report", "%1. %2"),
     .action = QT_TRANSLATE_NOOP("report", "Compare the text with what the sender sent.")},

    {.id = "form.encoding", .when = "subject=header", .args = "problem:title problem:text repairs:repair",
     .found = QT_TRANSLATE_NOOP("report", "not base64url"),
     .headline = QT_TRANSLATE_NOOP("report", "the header is not base64url"),
     .inShort = QT_TRANSLATE_NOOP("report", "the header cannot be decoded"),
     .title = QT_TRANSLATE_NOOP("report", "The header of the token is not base64url"),
     .explanation = QT_TRANSLATE_NOOP("report", "%1. %2%3 What is shown of the header is a guess; no backend may use it."),
     .action = QT_TRANSLATE_NOOP("report", "Copy the token again from where it was sent, unchanged.")},
    {.id = "form.encoding", .args = "problem:title problem:text repairs:repair",
     .found = QT_TRANSLATE_NOOP("report", "not base64url"),
     .headline = QT_TRANSLATE_NOOP("report", "the payload is not base64url"),
     .inShort = QT_TRANSLATE_NOOP("report", "the payload cannot be decoded"),
     .title = QT_TRANSLATE_NOOP("report", "The payload of the token is not base64url"),
     .explanation = QT_TRANSLATE_NOOP("report", "%1. %2%3 What is shown of the payload is a guess; no backend may use it."),
     .action = QT_TRANSLATE_NOOP("report", "Copy the token again from where it was sent, unchanged.")},

    {.id = "form.json", .when = "subject=header", .args = "problem:title problem:text line column",
     .found = QT_TRANSLATE_NOOP("report", "broken JSON"),
     .headline = QT_TRANSLATE_NOOP("report", "the header is not strict JSON"),
     .inShort = QT_TRANSLATE_NOOP("report", "the header is not strict JSON"),
     .title = QT_TRANSLATE_NOOP("report", "The header of the token is not strict JSON"),
     .explanation = QT_TRANSLATE_NOOP("report", "%1 (line %3, column %4). %2"),
     .action = QT_TRANSLATE_NOOP("report", "Check that the token was copied whole; if it was, correct the program that made it.")},
    {.id = "form.json", .args = "problem:title problem:text line column",
     .found = QT_TRANSLATE_NOOP("report", "broken JSON"),
     .headline = QT_TRANSLATE_NOOP("report", "the payload is not strict JSON"),
     .inShort = QT_TRANSLATE_NOOP("report", "the payload is not strict JSON"),
     .title = QT_TRANSLATE_NOOP("report", "The payload of the token is not strict JSON"),
     .explanation = QT_TRANSLATE_NOOP("report", "%1 (line %3, column %4). %2"),
     .action = QT_TRANSLATE_NOOP("report", "Check that the token was copied whole; if it was, correct the program that made it.")},

    {.id = "form.detached",
     .found = QT_TRANSLATE_NOOP("report", "empty"),
     .headline = QT_TRANSLATE_NOOP("report", "the payload is empty"),
     .inShort = QT_TRANSLATE_NOOP("report", "empty: sent elsewhere, or nothing was signed"),
     .title = QT_TRANSLATE_NOOP("report", "The payload of the token is empty"),
     .explanation = QT_TRANSLATE_NOOP("report", "Either its content is sent elsewhere (a detached signature), or nothing was signed. There are no claims in it, so it is no JWT."),
     .action = QT_TRANSLATE_NOOP("report", "Copy the whole token again. A detached signature needs its content beside it.")},
    {.id = "form.not_claims", .when = "found=bytes",
     .found = QT_TRANSLATE_NOOP("report", "bytes"),
     .headline = QT_TRANSLATE_NOOP("report", "the payload holds no claims"),
     .inShort = QT_TRANSLATE_NOOP("report", "the payload is no JSON"),
     .title = QT_TRANSLATE_NOOP("report", "The payload is bytes, not a set of claims"),
     .explanation = QT_TRANSLATE_NOOP("report", "This is signed data (a JWS), but not a JWT, whose payload is a JSON object. The signature can be checked; issuer, audience and expiry cannot."),
     .action = QT_TRANSLATE_NOOP("report", "If a JWT was meant, check that the right text was pasted.")},
    {.id = "form.not_claims",
     .headline = QT_TRANSLATE_NOOP("report", "the payload holds no claims"),
     .inShort = QT_TRANSLATE_NOOP("report", "the payload is no JSON object"),
     .title = QT_TRANSLATE_NOOP("report", "The payload is JSON of the kind “%2”, not a set of claims"),
     .explanation = QT_TRANSLATE_NOOP("report", "The payload of a JWT must be a JSON object. The signature can be checked; issuer, audience and expiry cannot."),
     .action = QT_TRANSLATE_NOOP("report", "If a JWT was meant, correct the program that made the token.")},

    {.id = "form.unencoded_payload",
     .headline = QT_TRANSLATE_NOOP("report", "a JWT must not have an unencoded payload"),
     .inShort = QT_TRANSLATE_NOOP("report", "the payload is sent unencoded"),
     .title = QT_TRANSLATE_NOOP("report", "The payload is not encoded (b64 is false)"),
     .explanation = QT_TRANSLATE_NOOP("report", "RFC 7797 allows it for signed data in general and forbids it for a JWT, because readers that do not know b64 would read something else."),
     .action = QT_TRANSLATE_NOOP("report", "Let the issuer make ordinary tokens, without b64.")},

    {.id = "form.nested",
     .found = QT_TRANSLATE_NOOP("report", "a token"),
     .headline = QT_TRANSLATE_NOOP("report", "the claims are in the token inside this one"),
     .inShort = QT_TRANSLATE_NOOP("report", "another token is inside; it is judged apart"),
     .title = QT_TRANSLATE_NOOP("report", "The payload is another token"),
     .explanation = QT_TRANSLATE_NOOP("report", "This is a nested JWT: the outer signature covers the inner token, and the claims are in there. Each of the two is judged by itself."),
     .action = QT_TRANSLATE_NOOP("report", "See what is said of the inner token. A backend must check both signatures.")},

    {.id = "input.header_form", .when = "problems=scheme_missing", .args = "problems:carrying",
     .subject = QT_TRANSLATE_NOOP("report", "Authorization header"),
     .found = QT_TRANSLATE_NOOP("report", "no scheme"),
     .headline = QT_TRANSLATE_NOOP("report", "the Authorization header lacks “Bearer”"),
     .inShort = QT_TRANSLATE_NOOP("report", "“Bearer” is missing before the token"),
     .title = QT_TRANSLATE_NOOP("report", "The Authorization header lacks the word “Bearer” before the token"),
     .explanation = QT_TRANSLATE_NOOP("report", "The header is “Authorization: Bearer”, a blank and the token. Most backends find no token otherwise."),
     .action = QT_TRANSLATE_NOOP("report", "Let the client put “Bearer” and a blank before the token.")},
    {.id = "input.header_form", .when = "problems=scheme_twice", .args = "problems:carrying",
     .subject = QT_TRANSLATE_NOOP("report", "Authorization header"),
     .found = QT_TRANSLATE_NOOP("report", "the scheme twice"),
     .headline = QT_TRANSLATE_NOOP("report", "“Bearer” stands in the header twice"),
     .inShort = QT_TRANSLATE_NOOP("report", "“Bearer” stands there twice"),
     .title = QT_TRANSLATE_NOOP("report", "The word “Bearer” stands in the Authorization header twice"),
     .explanation = QT_TRANSLATE_NOOP("report", "Often both the program and its HTTP library put it in. Backends take the second one for the token."),
     .action = QT_TRANSLATE_NOOP("report", "Give the library the bare token.")},
    {.id = "input.header_form", .args = "problems:carrying",
     .subject = QT_TRANSLATE_NOOP("report", "Authorization header"),
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "the Authorization header is not well formed"),
     .inShort = QT_TRANSLATE_NOOP("report", "many backends refuse it like that"),
     .title = QT_TRANSLATE_NOOP("report", "The Authorization header is not well formed"),
     .explanation = QT_TRANSLATE_NOOP("report", "Wrong in it: %1. The header is “Authorization: Bearer”, a blank and the token; many backends refuse anything else."),
     .action = QT_TRANSLATE_NOOP("report", "Correct how the client puts the header together.")},

    {.id = "input.cleaned", .args = "removed:removed",
     .subject = QT_TRANSLATE_NOOP("report", "Pasted text"),
     .found = QT_TRANSLATE_NOOP("report", "taken off: %1"),
     .inShort = QT_TRANSLATE_NOOP("report", "the token was taken out of what stood around it"),
     .title = QT_TRANSLATE_NOOP("report", "Something stood around the token and was taken off"),
     .explanation = QT_TRANSLATE_NOOP("report", "Taken off: %1. Nothing inside the token was changed."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do, unless a program sends the token like that: many backends refuse it.")},
});
// clang-format on

} // namespace

std::span<const WordingRow> formWording()
{
    return rows;
}

} // namespace report
