// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/wordingrow.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// Who made the token. The way in which two issuers differ decides what to do about it, so each
// difference has a row.
// clang-format off
constexpr auto rows = std::to_array<WordingRow>({
    {.id = "issuer.mismatch", .when = "difference=trailing_slash",
     .headline = QT_TRANSLATE_NOOP("report", "the issuer differs by a “/” at the end"),
     .inShort = QT_TRANSLATE_NOOP("report", "differs by a “/” at the end"),
     .title = QT_TRANSLATE_NOOP("report", "The token's issuer and the expected one differ by a “/” at the end"),
     .explanation = QT_TRANSLATE_NOOP("report", "Issuers are compared character by character, and one “/” makes another one. Authgear writes its issuer without a slash at the end; some other issuers write one."),
     .action = QT_TRANSLATE_NOOP("report", "Write the issuer in your settings exactly as the token has it, if that is your issuer.")},
    {.id = "issuer.mismatch", .when = "difference=scheme",
     .headline = QT_TRANSLATE_NOOP("report", "the issuer differs by http against https"),
     .inShort = QT_TRANSLATE_NOOP("report", "http against https"),
     .title = QT_TRANSLATE_NOOP("report", "The token's issuer and the expected one differ by http against https"),
     .explanation = QT_TRANSLATE_NOOP("report", "A server behind a proxy that ends TLS often takes itself for http when it does not trust the proxy's headers."),
     .action = QT_TRANSLATE_NOOP("report", "Set the public origin of the server to https (Authgear: TRUST_PROXY and http.public_origin), then get a new token.")},
    {.id = "issuer.mismatch", .when = "difference=case",
     .headline = QT_TRANSLATE_NOOP("report", "the issuer differs by upper and lower case"),
     .inShort = QT_TRANSLATE_NOOP("report", "upper and lower case differ"),
     .title = QT_TRANSLATE_NOOP("report", "The token's issuer and the expected one differ by upper and lower case"),
     .explanation = QT_TRANSLATE_NOOP("report", "Issuers are compared character by character."),
     .action = QT_TRANSLATE_NOOP("report", "Write the issuer in your settings exactly as the token has it.")},
    {.id = "issuer.mismatch", .when = "difference=port",
     .headline = QT_TRANSLATE_NOOP("report", "the issuer has another port"),
     .inShort = QT_TRANSLATE_NOOP("report", "the port differs"),
     .title = QT_TRANSLATE_NOOP("report", "The token's issuer and the expected one differ by the port"),
     .explanation = QT_TRANSLATE_NOOP("report", "Also a default port that is spelled out makes another issuer."),
     .action = QT_TRANSLATE_NOOP("report", "Write the issuer as the token has it, or correct the public origin of the server.")},
    {.id = "issuer.mismatch", .when = "difference=path",
     .headline = QT_TRANSLATE_NOOP("report", "the issuer has another path"),
     .inShort = QT_TRANSLATE_NOOP("report", "same host, another path"),
     .title = QT_TRANSLATE_NOOP("report", "The token's issuer is on the same host and has another path"),
     .explanation = QT_TRANSLATE_NOOP("report", "An issuer of Authgear never has a path; other products have one for each tenant or realm."),
     .action = QT_TRANSLATE_NOOP("report", "Check which tenant the token is from, or take the path out of your setting.")},
    {.id = "issuer.mismatch", .when = "difference=host,foreignLetters=true",
     .headline = QT_TRANSLATE_NOOP("report", "the token's issuer has letters that are not ASCII"),
     .inShort = QT_TRANSLATE_NOOP("report", "letters that are not ASCII, and may look alike"),
     .title = QT_TRANSLATE_NOOP("report", "The token's issuer has letters that are not ASCII"),
     .explanation = QT_TRANSLATE_NOOP("report", "Such letters can look exactly like others, as in a forged name. An issuer is a URL, where they are written in ASCII (xn--…)."),
     .action = QT_TRANSLATE_NOOP("report", "Refuse the token, unless you run that issuer; then let it write its name in ASCII.")},
    {.id = "issuer.mismatch", .when = "difference=host",
     .headline = QT_TRANSLATE_NOOP("report", "the token comes from another issuer"),
     .inShort = QT_TRANSLATE_NOOP("report", "another host"),
     .title = QT_TRANSLATE_NOOP("report", "The token comes from another host than the expected issuer"),
     .explanation = QT_TRANSLATE_NOOP("report", "It is from another project, or a custom domain was activated since: then old tokens keep the old name, and new ones have the new one."),
     .action = QT_TRANSLATE_NOOP("report", "If both are yours, use the current domain everywhere and get a new token. If not, refuse it.")},
    {.id = "issuer.mismatch", .when = "difference=whitespace",
     .headline = QT_TRANSLATE_NOOP("report", "the issuer differs by an invisible character"),
     .inShort = QT_TRANSLATE_NOOP("report", "blanks or invisible characters differ"),
     .title = QT_TRANSLATE_NOOP("report", "The token's issuer and the expected one differ by blanks or invisible characters"),
     .explanation = QT_TRANSLATE_NOOP("report", "Such characters are made visible here."),
     .action = QT_TRANSLATE_NOOP("report", "Type the issuer anew in the setting that has the character too many.")},
    {.id = "issuer.mismatch",
     .headline = QT_TRANSLATE_NOOP("report", "the token comes from another issuer"),
     .inShort = QT_TRANSLATE_NOOP("report", "another issuer than expected"),
     .title = QT_TRANSLATE_NOOP("report", "The token comes from another issuer than expected"),
     .explanation = QT_TRANSLATE_NOOP("report", "Issuers are compared character by character."),
     .action = QT_TRANSLATE_NOOP("report", "Check which issuer your backend is set to. If this one is not yours, refuse the token.")},

    {.id = "issuer.missing", .when = "expected=",
     .found = QT_TRANSLATE_NOOP("report", "missing"),
     .headline = QT_TRANSLATE_NOOP("report", "the token does not say who issued it"),
     .inShort = QT_TRANSLATE_NOOP("report", "the token does not say who issued it"),
     .title = QT_TRANSLATE_NOOP("report", "The token does not say who issued it (iss is missing)"),
     .explanation = QT_TRANSLATE_NOOP("report", "Without it a backend cannot tell tokens of different issuers apart."),
     .action = QT_TRANSLATE_NOOP("report", "Check that this is the right kind of token; access and ID tokens always name their issuer.")},
    {.id = "issuer.missing",
     .found = QT_TRANSLATE_NOOP("report", "missing"),
     .headline = QT_TRANSLATE_NOOP("report", "the token does not say who issued it"),
     .inShort = QT_TRANSLATE_NOOP("report", "the token does not say who issued it"),
     .title = QT_TRANSLATE_NOOP("report", "The token does not say who issued it (iss is missing)"),
     .explanation = QT_TRANSLATE_NOOP("report", "Expected was “%1”. Without iss a backend cannot tell tokens of different issuers apart."),
     .action = QT_TRANSLATE_NOOP("report", "Check that this is the right kind of token; access and ID tokens always name their issuer.")},

    {.id = "issuer.type",
     .headline = QT_TRANSLATE_NOOP("report", "the issuer in the token is no text"),
     .inShort = QT_TRANSLATE_NOOP("report", "iss must be a text"),
     .title = QT_TRANSLATE_NOOP("report", "The issuer (iss) in the token is no text"),
     .explanation = QT_TRANSLATE_NOOP("report", "It must be a JSON string; found was “%2”."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the program that made the token.")},

    {.id = "issuer.document_differs", .when = "found=",
     .found = QT_TRANSLATE_NOOP("report", "missing"),
     .headline = QT_TRANSLATE_NOOP("report", "the discovery document does not say whose it is"),
     .inShort = QT_TRANSLATE_NOOP("report", "the document names no issuer"),
     .title = QT_TRANSLATE_NOOP("report", "The discovery document names no issuer"),
     .explanation = QT_TRANSLATE_NOOP("report", "You asked “%1”. Its document must name that very issuer as the member issuer, or its keys could be anybody's."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the server, or give the key set as a file.")},
    {.id = "issuer.document_differs", .when = "difference=scheme",
     .headline = QT_TRANSLATE_NOOP("report", "the discovery document names another issuer"),
     .inShort = QT_TRANSLATE_NOOP("report", "typed and published issuer differ: http or https"),
     .title = QT_TRANSLATE_NOOP("report", "The discovery document names another issuer: http against https"),
     .explanation = QT_TRANSLATE_NOOP("report", "You asked “%1”, and its document says “%2”. Its keys cannot count as those of the issuer that you named. A server behind a proxy that ends TLS often takes itself for http."),
     .action = QT_TRANSLATE_NOOP("report", "Set the public origin of the server to https (Authgear: TRUST_PROXY and http.public_origin).")},
    {.id = "issuer.document_differs",
     .headline = QT_TRANSLATE_NOOP("report", "the discovery document names another issuer"),
     .inShort = QT_TRANSLATE_NOOP("report", "typed and published issuer differ"),
     .title = QT_TRANSLATE_NOOP("report", "The discovery document names another issuer than the one you asked"),
     .explanation = QT_TRANSLATE_NOOP("report", "You asked “%1”, and its document says “%2”. A document that names another issuer gives no pass, because its keys could be anybody's. Often a custom domain was activated."),
     .action = QT_TRANSLATE_NOOP("report", "If “%2” is your issuer, type that instead. If not, correct the server.")},

    {.id = "issuer.unconfirmed",
     .headline = QT_TRANSLATE_NOOP("report", "nobody has said that this is your issuer"),
     .inShort = QT_TRANSLATE_NOOP("report", "taken from the token, and not confirmed"),
     .title = QT_TRANSLATE_NOOP("report", "The keys come from the issuer that the token itself names"),
     .explanation = QT_TRANSLATE_NOOP("report", "Anybody can run an issuer and make tokens that fit it. The signature shows only that “%2” made the token, not that “%2” is yours."),
     .action = QT_TRANSLATE_NOOP("report", "Confirm that this is your issuer, if it is.")},

    {.id = "issuer.not_given", .when = "found=",
     .found = QT_TRANSLATE_NOOP("report", "missing"),
     .headline = QT_TRANSLATE_NOOP("report", "no expected issuer was given"),
     .inShort = QT_TRANSLATE_NOOP("report", "not checked: no issuer was given"),
     .title = QT_TRANSLATE_NOOP("report", "The issuer was not checked: none was given"),
     .explanation = QT_TRANSLATE_NOOP("report", "Without an expected issuer a token of any issuer would do. The token names none."),
     .action = QT_TRANSLATE_NOOP("report", "Give the issuer that your backend trusts.")},
    {.id = "issuer.not_given",
     .headline = QT_TRANSLATE_NOOP("report", "no expected issuer was given"),
     .inShort = QT_TRANSLATE_NOOP("report", "not checked: no issuer was given"),
     .title = QT_TRANSLATE_NOOP("report", "The issuer was not checked: none was given"),
     .explanation = QT_TRANSLATE_NOOP("report", "Without an expected issuer a token of any issuer would do. The token says “%2”."),
     .action = QT_TRANSLATE_NOOP("report", "Give the issuer that your backend trusts.")},

    {.id = "issuer.document_spelling", .when = "difference=trailing_slash",
     .headline = QT_TRANSLATE_NOOP("report", "the issuer was typed with another “/” at the end"),
     .inShort = QT_TRANSLATE_NOOP("report", "typed with another “/” at the end"),
     .title = QT_TRANSLATE_NOOP("report", "You typed the issuer with another “/” at the end than it writes itself"),
     .explanation = QT_TRANSLATE_NOOP("report", "The document says “%1”, you typed “%2”. Its own spelling was used. A backend with your spelling would refuse every token."),
     .action = QT_TRANSLATE_NOOP("report", "Use “%1” in your settings.")},
    {.id = "issuer.document_spelling",
     .headline = QT_TRANSLATE_NOOP("report", "the issuer was typed in another spelling"),
     .inShort = QT_TRANSLATE_NOOP("report", "typed in another spelling"),
     .title = QT_TRANSLATE_NOOP("report", "You typed the issuer in another spelling than it writes itself"),
     .explanation = QT_TRANSLATE_NOOP("report", "The document says “%1”, you typed “%2”. Its own spelling was used. A backend with your spelling would refuse every token."),
     .action = QT_TRANSLATE_NOOP("report", "Use “%1” in your settings.")},

    {.id = "issuer.document_duplicate",
     .headline = QT_TRANSLATE_NOOP("report", "the discovery document can be read in two ways"),
     .inShort = QT_TRANSLATE_NOOP("report", "stands twice in the discovery document"),
     .title = QT_TRANSLATE_NOOP("report", "The discovery document names this more than once"),
     .explanation = QT_TRANSLATE_NOOP("report", "The last one was used here: “%2”. A backend whose library takes the first would trust another issuer or other keys."),
     .action = QT_TRANSLATE_NOOP("report", "Have the issuer send the member once.")},

    {.id = "issuer.same",
     .inShort = QT_TRANSLATE_NOOP("report", "as expected, character for character"),
     .title = QT_TRANSLATE_NOOP("report", "The token comes from the expected issuer"),
     .explanation = QT_TRANSLATE_NOOP("report", "It says “%2”, character for character as expected."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do.")},
});
// clang-format on

} // namespace

std::span<const WordingRow> issuerWording()
{
    return rows;
}

} // namespace report
