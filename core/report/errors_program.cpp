// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/errors.h"

#include <QCoreApplication>

#include <array>

namespace report {

namespace {

// Files, options and the practice issuer.
// clang-format off
constexpr std::array rows{
    ErrorRow{"input.unreadable", QT_TRANSLATE_NOOP("report", "A file cannot be read"),
             QT_TRANSLATE_NOOP("report", "The system refuses it: it may not exist, or you may not read it."),
             QT_TRANSLATE_NOOP("report", "It says: %1."),
             QT_TRANSLATE_NOOP("report", "Check the name and the permissions of the file.")},
    ErrorRow{"input.too_large", QT_TRANSLATE_NOOP("report", "The input is too large"),
             QT_TRANSLATE_NOOP("report", "No token, key or secret is that long."),
             QT_TRANSLATE_NOOP("report", "Concerned: %1."),
             QT_TRANSLATE_NOOP("report", "Check that this is the right file.")},
    ErrorRow{"input.empty", QT_TRANSLATE_NOOP("report", "The input is empty"),
             QT_TRANSLATE_NOOP("report", "Nothing but white space was there. Often a variable of the shell is not set, or a command before the pipe has failed."),
             QT_TRANSLATE_NOOP("report", "Concerned: %1."),
             QT_TRANSLATE_NOOP("report", "Check what should have written it.")},
    ErrorRow{"input.several_tokens", QT_TRANSLATE_NOOP("report", "There is more than one token"),
             QT_TRANSLATE_NOOP("report", "One token at a time is inspected."),
             QT_TRANSLATE_NOOP("report", "The number of tokens is %1."),
             QT_TRANSLATE_NOOP("report", "Give one of them, or choose with --which N; assay-cli capture lists them.")},
    ErrorRow{"input.no_token", QT_TRANSLATE_NOOP("report", "There is no token in the capture"),
             QT_TRANSLATE_NOOP("report", "The text was understood, and nothing in it looks like a token."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "See why with: assay-cli capture FILE")},
    ErrorRow{"input.no_certificate", QT_TRANSLATE_NOOP("report", "There is no certificate in the file"),
             QT_TRANSLATE_NOOP("report", "Certificates of authorities are PEM: “-----BEGIN CERTIFICATE-----” and base64."),
             QT_TRANSLATE_NOOP("report", "The file is %1."),
             QT_TRANSLATE_NOOP("report", "Convert it with: openssl x509 -in FILE -inform der")},
    ErrorRow{"output.unwritable", QT_TRANSLATE_NOOP("report", "A file cannot be written"),
             QT_TRANSLATE_NOOP("report", "The system refuses it."),
             QT_TRANSLATE_NOOP("report", "It says: %1."),
             QT_TRANSLATE_NOOP("report", "Check the name and the permissions of the folder.")},
    ErrorRow{"output.lost", QT_TRANSLATE_NOOP("report", "The answer could not be written to standard output"),
             QT_TRANSLATE_NOOP("report", "It is closed, or what is behind it is full, so that part of the answer or all of it is lost."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Send the output elsewhere, and run the command again.")},
    ErrorRow{"usage.no_token", QT_TRANSLATE_NOOP("report", "No token was given"),
             QT_TRANSLATE_NOOP("report", "There is none on the command line, no --input and no --sample, and standard input is the terminal."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Give the token, --input FILE, or pipe it in: assay-cli inspect --issuer URL < token.txt")},
    ErrorRow{"usage.no_capture", QT_TRANSLATE_NOOP("report", "No capture was given"),
             QT_TRANSLATE_NOOP("report", "There is no file on the command line, and standard input is the terminal."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Give a file, or pipe it in: assay-cli capture < request.txt")},
    ErrorRow{"usage.which", QT_TRANSLATE_NOOP("report", "There is no token of that number"),
             QT_TRANSLATE_NOOP("report", "Tokens are numbered from 1, in the order of the text."),
             QT_TRANSLATE_NOOP("report", "Asked for was %1."),
             QT_TRANSLATE_NOOP("report", "List them with: assay-cli capture FILE")},
    ErrorRow{"usage.as_of_capture", QT_TRANSLATE_NOOP("report", "The moment of the judgement was given in two ways"),
             QT_TRANSLATE_NOOP("report", "The option --as-of-capture takes it from the capture, so it goes with neither --at nor --sample."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Keep one of them.")},
    ErrorRow{"usage.no_capture_time", QT_TRANSLATE_NOOP("report", "The capture does not tell when the token was used"),
             QT_TRANSLATE_NOOP("report", "A HAR and most logs hold the time of a request, and an answer has it in the header Date; a bare token has none."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Give the moment with --at.")},
    ErrorRow{"usage.several_inputs", QT_TRANSLATE_NOOP("report", "The token was given more than once"),
             QT_TRANSLATE_NOOP("report", "A token on the command line, --input and --sample exclude each other."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Keep one of them.")},
    ErrorRow{"usage.sensitive_without_age", QT_TRANSLATE_NOOP("report", "A sensitive action without a limit for the sign-in is none"),
             QT_TRANSLATE_NOOP("report", "The profile “sensitive” is about how long ago the user signed in, and --max-auth-age none switches that off."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Leave --max-auth-age out (5 minutes), give a duration, or choose the profile id.")},
    ErrorRow{"usage.zero_age", QT_TRANSLATE_NOOP("report", "No sign-in can have an age of zero"),
             QT_TRANSLATE_NOOP("report", "In a sign-in request max_age=0 means that the user must sign in for that very request; a token cannot tell, and some seconds have always passed."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Give the time that a request may take after the sign-in, for example 60s.")},
    ErrorRow{"usage.sample_alone", QT_TRANSLATE_NOOP("report", "A sample brings its own issuer and keys"),
             QT_TRANSLATE_NOOP("report", "So --sample goes with none of --issuer, --jwks and --offline."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Leave the others out.")},
    ErrorRow{"usage.stdin_twice", QT_TRANSLATE_NOOP("report", "Standard input was asked for more than once"),
             QT_TRANSLATE_NOOP("report", "It can be read only once; without a token on the command line, --input or --sample the token comes from there."),
             nullptr,
             QT_TRANSLATE_NOOP("report", "Put one of them into a file.")},
    ErrorRow{"usage.offline_url", QT_TRANSLATE_NOOP("report", "A key set at a URL cannot be had offline"),
             QT_TRANSLATE_NOOP("report", "With --offline nobody is contacted."),
             QT_TRANSLATE_NOOP("report", "The URL is “%1”."),
             QT_TRANSLATE_NOOP("report", "Leave --offline out, or give the key set as a file.")},
    ErrorRow{"instant.syntax", QT_TRANSLATE_NOOP("report", "This is no moment that can be read"),
             QT_TRANSLATE_NOOP("report", "A moment is RFC 3339 or seconds since 1970 (Unix time), not milliseconds."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Write it as 2026-08-24T14:02:11Z or 1787580131.")},
    ErrorRow{"duration.syntax", QT_TRANSLATE_NOOP("report", "This is no duration that can be read"),
             QT_TRANSLATE_NOOP("report", "A duration is a number with s, m, h or d, or a sum of them, and is not negative."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Write it as 90s, 5m, 2h or 1h30m.")},
    ErrorRow{"http.date", QT_TRANSLATE_NOOP("report", "The date of the answer cannot be read"),
             QT_TRANSLATE_NOOP("report", "RFC 9110 section 5.6.7 allows three forms, and it is none of them. The issuer's clock cannot be compared."),
             QT_TRANSLATE_NOOP("report", "Found “%1”."),
             QT_TRANSLATE_NOOP("report", "Tell who runs the server.")},
    ErrorRow{"practice.port", QT_TRANSLATE_NOOP("report", "The practice issuer cannot listen on that port"),
             QT_TRANSLATE_NOOP("report", "Another program uses the port, or you may not open it."),
             QT_TRANSLATE_NOOP("report", "The system says: %1."),
             QT_TRANSLATE_NOOP("report", "Choose another port, or 0 for any that is free.")},
    ErrorRow{"practice.key", QT_TRANSLATE_NOOP("report", "The practice issuer could not make its key"),
             QT_TRANSLATE_NOOP("report", "The cryptographic library refused."),
             QT_TRANSLATE_NOOP("report", "It says: %1."),
             QT_TRANSLATE_NOOP("report", "Try again.")},
    ErrorRow{"sample.unknown", QT_TRANSLATE_NOOP("report", "There is no sample of that name"),
             QT_TRANSLATE_NOOP("report", "The samples have fixed names."),
             QT_TRANSLATE_NOOP("report", "Asked for was “%1”."),
             QT_TRANSLATE_NOOP("report", "List them with: assay-cli practice --list")},
};
// clang-format on

} // namespace

std::span<const ErrorRow> programErrors()
{
    return rows;
}

} // namespace report
