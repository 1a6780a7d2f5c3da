// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestRun = 30'000;

} // namespace

QJsonObject Run::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QString Run::verdict() const
{
    return json()[u"verdict"_s].toString();
}

QStringList Run::findingIds() const
{
    QStringList ids;
    for (const auto &finding : json()[u"findings"_s].toArray())
        ids += finding.toObject()[u"id"_s].toString();
    return ids;
}

Run runProgram(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NO_COLOR"_s, u"1"_s);
    environment.remove(u"COLUMNS"_s);
    process.setProcessEnvironment(environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (finished.isEmpty() && !finished.wait(longestRun))
        process.kill();
    Run run;
    run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

Run runCli(const QStringList &arguments, const QByteArray &input)
{
    return runProgram(QStringLiteral(ASSAY_CLI), arguments, input);
}
