// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/manual.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace cli {

namespace {

// clang-format off
constexpr auto inspect = std::to_array<Flag>({
    {"TOKEN", nullptr, "The token, with or without “Authorization: Bearer” before it, or a captured request that holds it; “-” reads standard input. Mind that other users of the machine can see a command line."},
    {"--input", "FILE", "Read the token from a file: bare, or in any form that the command capture understands."},
    {"--which", "N", "Of several tokens in a capture inspect this one; without it they are listed."},
    {"--as-of-capture", nullptr, "Judge at the time of the captured request instead of now."},
    {"--sample", "NAME", "Inspect a sample of the practice issuer, which runs for as long as that takes."},
    {"--issuer", "URL", "The issuer that your backend trusts: its discovery document and key set are fetched. A bare host means https (http for this computer)."},
    {"--jwks", "FILE|URL", "A key set to check with. A URL is fetched. Without --issuer the issuer stays unchecked."},
    {"--key", "FILE", "A key to check with: JWK, PEM (public key, certificate, private key of which the public half is used) or DER. May be repeated."},
    {"--secret-file", "FILE", "A shared secret for HS256, HS384 and HS512; “-” reads standard input. One final newline is left out."},
    {"--secret-encoding", "ENCODING", "How the secret is written: utf8 (default), base64, base64url or hex."},
    {"--profile", "PROFILE", "What the token must be good for: auto (default), access, id, sensitive, m2m or any."},
    {"--audience", "TEXT", "The audience that your backend expects. May be repeated; one match is enough."},
    {"--client-id", "ID", "The client id that your application has."},
    {"--require-scope", "SCOPE", "A scope that must be granted. May be repeated."},
    {"--require-role", "ROLE", "A role that the user must have. May be repeated."},
    {"--require-claim", "NAME", "A claim that must be there. May be repeated."},
    {"--max-auth-age", "DURATION", "How old the sign-in may be: 5m (default), 90s, 2h, or none."},
    {"--leeway", "DURATION", "How much clocks may differ: 0s (default)."},
    {"--at", "INSTANT", "Judge at this moment instead of now: RFC 3339 (2026-08-24T14:02:11Z) or Unix seconds."},
    {"--ca-file", "FILE", "Certificates of authorities to trust beside the system's, as PEM."},
    {"--offline", nullptr, "Contact nobody. With --issuer it only says which issuer is expected."},
    {"--format", "FORMAT", "text (default), json or markdown. Markdown masks personal claims."},
});

constexpr auto capture = std::to_array<Flag>({
    {"FILE", nullptr, "The capture; “-” or nothing reads standard input."},
    {"--show-tokens", nullptr, "Print tokens whole. Without it they are shortened everywhere, in URLs too."},
    {"--format", "FORMAT", "text (default), json or markdown."},
});

constexpr auto practice = std::to_array<Flag>({
    {"--port", "PORT", "Listen on this port of 127.0.0.1: 9400 (default), or 0 for any that is free."},
    {"--print", "NAME", "Print a sample token. Without --port nothing runs and the program ends."},
    {"--save-keys", "FILE", "Write the public key set to a file, to check printed samples with --jwks."},
    {"--list", nullptr, "List the samples."},
});

constexpr auto desktop = std::to_array<Flag>({
    {"FILE", nullptr, "Open this file, as --input does."},
    {"--issuer", "URL", "Begin with this issuer and fetch its keys."},
    {"--input", "FILE", "Open this file: a token, or what carried one (HAR file, request, command, log); “-” reads standard input."},
    {"--sample", "NAME", "Begin with the practice issuer and this sample."},
    {"--page", "NAME", "Begin on this page: inspect."},
    {"--theme", "THEME", "light, dark or system (default), for this run."},
    {"--at", "INSTANT", "Judge at this moment instead of now: RFC 3339 or Unix seconds."},
    {"--screenshot", "FILE", "Write a picture of the window as PNG and end. That needs no display."},
    {"--size", "WxH", "Size of the window, or of its picture, such as 1280x800."},
});

constexpr auto introduction = ".SH DESCRIPTION\n"
    "Assay tells whether a JSON Web Token is genuine and good for a purpose, and if not, why: what was\n"
    "expected, what was found, what to do, and where the rule is written. It knows Authgear and any\n"
    "OpenID Connect issuer. Nothing is sent anywhere unless an issuer or a URL was given.\n";

constexpr auto captureText =
    "Lists every token\\-like string in a captured request: where it stood, how it was carried, what it\n"
    "is, what is wrong with the carrying, and what the answers say. Understood are HAR files, raw HTTP,\n"
    "output of curl, commands of curl, wget, HTTPie and PowerShell, fetch calls, .http files, Python\n"
    "requests, JSON, logs, cookies, browser storage, .env files, Kubernetes secrets, and prose.\n"
    ".PP\n"
    "Nothing is executed, nothing is fetched, and nothing is stored. A capture holds live credentials:\n"
    "whoever has it can act as the user until they end. Reports shorten every token unless\n"
    "\\-\\-show\\-tokens is given; URLs keep the rest of their text, so look through a report before\n"
    "passing it on, and pass the capture itself on only where the tokens in it have ended.\n";

constexpr auto exitStatus = ".SH EXIT STATUS\n"
    ".TP\n.B 0\naccepted; capture: at least one token was found\n"
    ".TP\n.B 1\nrejected\n"
    ".TP\n.B 2\ncannot tell: something that the policy requires was not checked; also after a network failure; capture: no token was found, or the reading was stopped\n"
    ".TP\n.B 64\nwrong usage; also several tokens without \\-\\-which\n"
    ".TP\n.B 66\nunreadable input\n"
    ".TP\n.B 70\ninternal error; the answer could not be written to standard output\n";

constexpr auto desktopNotes = ".SH EXIT STATUS\n"
    ".TP\n.B 0\nthe window was closed, or the picture was written\n"
    ".TP\n.B 64\nwrong usage\n"
    ".TP\n.B 66\nthe input cannot be read, or the picture cannot be written\n"
    ".TP\n.B 69\nthere is no display; assay\\-cli gives the same judgement in a terminal\n"
    ".SH FILES\n"
    ".TP\n.I ~/.config/Assay/assay.ini\nThe shape of the window, theme, text size, issuers and "
    "policies; names of opened files only where that was switched on. Never a token or a secret.\n";

constexpr auto environment = ".SH ENVIRONMENT\n"
    ".TP\n.B NO_COLOR\nno colour, also on a terminal\n"
    ".TP\n.B COLUMNS\nwidth of text, also where it is piped or written to a file\n"
    ".TP\n.B http_proxy, https_proxy, no_proxy\nthe proxy for hosts other than this one\n";

constexpr auto examples = ".SH EXAMPLES\n"
    ".nf\n"
    "assay\\-cli inspect \\-\\-issuer https://project\\-id.authgear.cloud \\-\\-input token.txt\n"
    "assay\\-cli inspect \\-\\-jwks keys.json \\-\\-audience https://api.example.com \\- < token.txt\n"
    "assay\\-cli inspect \\-\\-sample expired\n"
    "assay\\-cli capture customer.har\n"
    "assay\\-cli inspect \\-\\-input customer.har \\-\\-which 3 \\-\\-as\\-of\\-capture\n"
    ".fi\n";
// clang-format on

//! roff reads a backslash, a leading dot and a hyphen specially.
QByteArray roff(QByteArrayView text)
{
    QByteArray escaped;
    for (const char c : text) {
        if (c == '\\')
            escaped += "\\e";
        else if (c == '-')
            escaped += "\\-";
        else
            escaped += c;
    }
    return escaped.startsWith('.') ? "\\&" + escaped : escaped;
}

QByteArray flagList(std::span<const Flag> flags)
{
    QByteArray text;
    for (const auto &flag : flags) {
        text += ".TP\n.B " + roff(flag.name);
        if (flag.value != nullptr)
            text += " \\fI" + roff(flag.value) + "\\fR";
        text += '\n' + roff(flag.text) + '\n';
    }
    return text;
}

QByteArray header(QByteArrayView name, QByteArrayView purpose)
{
    return ".TH " + name.toByteArray().toUpper() + " 1 \"\" \"Assay " ASSAY_VERSION "\"\n.SH NAME\n"
        + roff(name) + " \\- " + purpose.toByteArray() + '\n';
}

QByteArray desktopPage()
{
    return header("assay", "token debugger, with a window")
        + ".SH SYNOPSIS\n.B assay\n[\\fIoptions\\fR] [\\fIFILE\\fR]\n" + introduction
        + ".SH OPTIONS\n" + flagList(desktop) + desktopNotes
        + ".SH SEE ALSO\n.BR assay\\-cli (1)\n";
}

QByteArray cliPage()
{
    return header("assay-cli", "token debugger, in the terminal")
        + ".SH SYNOPSIS\n.B assay\\-cli inspect\n[\\fIoptions\\fR] [\\fITOKEN\\fR|\\-]\n.br\n"
          ".B assay\\-cli capture\n[\\fIoptions\\fR] [\\fIFILE\\fR|\\-]\n.br\n"
          ".B assay\\-cli practice\n[\\fIoptions\\fR]\n.br\n.B assay\\-cli man\n[assay]\n"
        + introduction + ".SH INSPECT\n" + flagList(inspect) + ".SH CAPTURE\n" + captureText
        + flagList(capture) + ".SH PRACTICE\n"
        + "Runs an issuer on this computer that answers as Authgear does, with a new key each "
          "run.\n"
        + flagList(practice) + exitStatus + environment + examples
        + ".SH SEE ALSO\n.BR assay (1)\n";
}

} // namespace

std::span<const Flag> inspectFlags()
{
    return inspect;
}

std::span<const Flag> captureFlags()
{
    return capture;
}

std::span<const Flag> practiceFlags()
{
    return practice;
}

std::span<const Flag> desktopFlags()
{
    return desktop;
}

const Flag &flag(std::span<const Flag> flags, std::string_view name)
{
    const auto row
        = std::ranges::find_if(flags, [name](const Flag &one) { return one.name == name; });
    Q_ASSERT(row != flags.end());
    return *row;
}

QByteArray manPage(bool ofDesktop)
{
    return ofDesktop ? desktopPage() : cliPage();
}

} // namespace cli
