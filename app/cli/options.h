// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayList>
#include <QString>

#include <optional>

namespace cli {

enum class Command { None, Inspect, Capture, Practice, Man };
enum class Format { Text, Json, Markdown };

//! The command line of `inspect` as it was typed; settings.h understands it.
struct InspectOptions
{
    QString token; //!< The token itself, "-" for standard input, or empty.
    QString input;
    QString sample;
    QString issuer;
    QString jwks; //!< A file or a URL.
    QStringList keys;
    QString secretFile;
    QString secretEncoding = QStringLiteral("utf8");
    QString profile = QStringLiteral("auto");
    QStringList audiences;
    QString clientId;
    QStringList scopes;
    QStringList roles;
    QStringList claims;
    QString maxAuthAge;
    QString leeway;
    QString at;
    QString caFile;
    QString which; //!< Number of a token in a capture, from 1.
    bool asOfCapture = false;
    bool offline = false;
    Format format = Format::Text;
};

struct CaptureCommandOptions
{
    QString file; //!< "-" or empty for standard input.
    bool showTokens = false;
    Format format = Format::Text;
};

struct PracticeOptions
{
    quint16 port = 9400;
    bool portGiven = false;
    QString print; //!< Name of a sample.
    QString saveKeys; //!< File for the public key set.
    bool list = false;
};

struct Options
{
    Command command = Command::None;
    InspectOptions inspect;
    CaptureCommandOptions capture;
    PracticeOptions practice;
    QString manPage; //!< "assay-cli" or "assay".
};

//! The options, or what to print and the exit code where there is nothing to run.
struct Parsed
{
    Options options;
    QString output; //!< For standard output: help, version.
    QString problem; //!< For standard error.
    QString help; //!< The command that explains what would have been right.
    std::optional<int> exitCode;
};

[[nodiscard]] Parsed parse(int argc, const char *const *argv);

} // namespace cli
