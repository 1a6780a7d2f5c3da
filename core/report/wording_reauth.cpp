// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/wordingrow.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// How long ago the user signed in, which is not when the token was made.
// clang-format off
constexpr auto rows = std::to_array<WordingRow>({
    {.id = "reauth.missing", .when = "limit=",
     .found = QT_TRANSLATE_NOOP("report", "missing"),
     .headline = QT_TRANSLATE_NOOP("report", "the token does not say when the user signed in"),
     .inShort = QT_TRANSLATE_NOOP("report", "it does not say when the user signed in"),
     .title = QT_TRANSLATE_NOOP("report", "The token does not say when the user signed in (auth_time is missing)"),
     .explanation = QT_TRANSLATE_NOOP("report", "So nobody can tell whether the sign-in is fresh."),
     .action = QT_TRANSLATE_NOOP("report", "Ask for the ID token after re-authentication; Authgear's ID tokens always have auth_time.")},
    {.id = "reauth.missing", .args = "limit:duration",
     .found = QT_TRANSLATE_NOOP("report", "missing"),
     .headline = QT_TRANSLATE_NOOP("report", "the token does not say when the user signed in"),
     .inShort = QT_TRANSLATE_NOOP("report", "it does not say when the user signed in"),
     .title = QT_TRANSLATE_NOOP("report", "The token does not say when the user signed in (auth_time is missing)"),
     .explanation = QT_TRANSLATE_NOOP("report", "A sign-in of at most %1 is asked for, and nobody can tell. Servers older than 2025 leave auth_time out of access tokens."),
     .action = QT_TRANSLATE_NOOP("report", "Ask for the ID token after re-authentication; Authgear's ID tokens always have auth_time.")},
    {.id = "reauth.type",
     .headline = QT_TRANSLATE_NOOP("report", "the time of the sign-in is not a number"),
     .inShort = QT_TRANSLATE_NOOP("report", "auth_time must be a number of seconds"),
     .title = QT_TRANSLATE_NOOP("report", "The time of the sign-in (auth_time) is not a number"),
     .explanation = QT_TRANSLATE_NOOP("report", "It must be a JSON number of seconds since 1970; found was “%2”. Such a sign-in is never counted as fresh."),
     .action = QT_TRANSLATE_NOOP("report", "Correct the program that made the token.")},
    {.id = "reauth.future", .when = "milliseconds=true", .args = "found",
     .headline = QT_TRANSLATE_NOOP("report", "the time of the sign-in is written in milliseconds"),
     .inShort = QT_TRANSLATE_NOOP("report", "in the far future: never counted as fresh"),
     .title = QT_TRANSLATE_NOOP("report", "The time of the sign-in (auth_time) is written in milliseconds"),
     .explanation = QT_TRANSLATE_NOOP("report", "%1 counts as seconds and is in the far future. A sign-in in the future is never counted as fresh."),
     .action = QT_TRANSLATE_NOOP("report", "Let the program that makes the token divide by 1000.")},
    {.id = "reauth.future", .args = "found at:distance at:instant at:relative",
     .found = QT_TRANSLATE_NOOP("report", "%4"),
     .headline = QT_TRANSLATE_NOOP("report", "the sign-in is in the future"),
     .inShort = QT_TRANSLATE_NOOP("report", "in the future: never counted as fresh"),
     .title = QT_TRANSLATE_NOOP("report", "The sign-in (auth_time) is in the future"),
     .explanation = QT_TRANSLATE_NOOP("report", "It says %3 (%1), %2 ahead. A sign-in in the future is never counted as fresh."),
     .action = QT_TRANSLATE_NOOP("report", "Compare the clocks of issuer and backend. Whole hours point to local time taken for UTC.")},
    {.id = "reauth.stale", .when = "refreshed=true",
     .args = "age:duration limit:duration at:instant found at:relative",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "the sign-in is too old; the token was only refreshed since"),
     .inShort = QT_TRANSLATE_NOOP("report", "older than %2: refreshed, not signed in again"),
     .title = QT_TRANSLATE_NOOP("report", "The sign-in is older than %2: the token was refreshed, not signed in again"),
     .explanation = QT_TRANSLATE_NOOP("report", "The user signed in at %3, %5 (auth_time %4). The token is younger, because a refresh makes a new token of the old sign-in."),
     .action = QT_TRANSLATE_NOOP("report", "Let the user re-authenticate, then use the new ID token. Refreshing does not help.")},
    {.id = "reauth.stale", .args = "age:duration limit:duration at:instant found at:relative",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .headline = QT_TRANSLATE_NOOP("report", "the sign-in is older than %2"),
     .inShort = QT_TRANSLATE_NOOP("report", "older than %2: re-authenticate first"),
     .title = QT_TRANSLATE_NOOP("report", "The sign-in is older than %2"),
     .explanation = QT_TRANSLATE_NOOP("report", "The user signed in at %3, %5 (auth_time %4). Sensitive actions ask for a sign-in of at most %2."),
     .action = QT_TRANSLATE_NOOP("report", "Let the user re-authenticate, then use the new ID token.")},
    {.id = "reauth.cannot", .when = "stale=true",
     .headline = QT_TRANSLATE_NOOP("report", "this user cannot re-authenticate"),
     .inShort = QT_TRANSLATE_NOOP("report", "no password or other means of their own"),
     .title = QT_TRANSLATE_NOOP("report", "This user cannot re-authenticate, and the sign-in is not fresh"),
     .explanation = QT_TRANSLATE_NOOP("report", "The user has no authenticator of their own, for example because they only sign in with a social account, or anonymously. A policy that demands re-authentication locks them out."),
     .action = QT_TRANSLATE_NOOP("report", "Treat can_reauthenticate false apart in the backend: another confirmation, or adding an authenticator first.")},
    {.id = "reauth.cannot",
     .headline = QT_TRANSLATE_NOOP("report", "this user cannot re-authenticate"),
     .inShort = QT_TRANSLATE_NOOP("report", "no password or other means of their own"),
     .title = QT_TRANSLATE_NOOP("report", "This user cannot re-authenticate"),
     .explanation = QT_TRANSLATE_NOOP("report", "The user has no authenticator of their own, for example because they only sign in with a social account, or anonymously. When the sign-in is no longer fresh, they cannot renew it."),
     .action = QT_TRANSLATE_NOOP("report", "Treat can_reauthenticate false apart in the backend: another confirmation, or adding an authenticator first.")},
    {.id = "reauth.after_iat", .args = "expected found seconds:duration",
     .headline = QT_TRANSLATE_NOOP("report", "the sign-in is later than the token"),
     .inShort = QT_TRANSLATE_NOOP("report", "the sign-in is later than the token"),
     .title = QT_TRANSLATE_NOOP("report", "The sign-in (auth_time) is later than the making of the token (iat)"),
     .explanation = QT_TRANSLATE_NOOP("report", "auth_time is %2 and iat %1, %3 earlier. A token cannot know of a sign-in that comes after it."),
     .action = QT_TRANSLATE_NOOP("report", "Check how the program that makes the token fills the two; clocks of several servers may differ.")},
    {.id = "reauth.refreshed", .args = "seconds:duration expected found",
     .subject = QT_TRANSLATE_NOOP("report", "Refreshed"),
     .found = QT_TRANSLATE_NOOP("report", "%1 after the sign-in"),
     .inShort = QT_TRANSLATE_NOOP("report", "refreshed, not signed in again"),
     .title = QT_TRANSLATE_NOOP("report", "The token was refreshed; the user did not sign in again for it"),
     .explanation = QT_TRANSLATE_NOOP("report", "It was made %1 after the sign-in (iat %2, auth_time %3). A refresh keeps the time of the sign-in."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do, unless a fresh sign-in is needed.")},
    {.id = "reauth.fresh", .when = "until=", .args = "age:duration seconds:duration at:instant at:relative",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .inShort = QT_TRANSLATE_NOOP("report", "fresh for another %2"),
     .title = QT_TRANSLATE_NOOP("report", "The sign-in is fresh for another %2"),
     .explanation = QT_TRANSLATE_NOOP("report", "The user signed in at %3, %4."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do.")},
    {.id = "reauth.fresh", .args = "age:duration until:distance at:instant limit:duration until:instant at:relative",
     .found = QT_TRANSLATE_NOOP("report", "%1"),
     .inShort = QT_TRANSLATE_NOOP("report", "fresh for another %2"),
     .title = QT_TRANSLATE_NOOP("report", "The sign-in is fresh for another %2"),
     .explanation = QT_TRANSLATE_NOOP("report", "The user signed in at %3, %6; with a limit of %4 that is fresh until %5."),
     .action = QT_TRANSLATE_NOOP("report", "Nothing to do.")},
});
// clang-format on

} // namespace

std::span<const WordingRow> reauthWording()
{
    return rows;
}

} // namespace report
