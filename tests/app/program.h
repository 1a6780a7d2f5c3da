// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

//! What a finished run of assay-cli left behind.
struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QString text() const { return QString::fromUtf8(out); }
    [[nodiscard]] QString complaint() const { return QString::fromUtf8(err); }
    //! Standard output as one JSON object; empty when it is anything else.
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QStringList findingIds() const;
};

//! Runs the real program; the event loop goes on meanwhile, so that a server in the test can
//! answer.
[[nodiscard]] Run runProgram(const QString &program, const QStringList &arguments,
                             const QByteArray &input = {});
[[nodiscard]] Run runCli(const QStringList &arguments, const QByteArray &input = {});
