// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/capturecommand.h"
#include "app/cli/exitcodes.h"
#include "app/cli/inspect.h"
#include "app/cli/manual.h"
#include "app/cli/practice.h"
#include "app/cli/terminal.h"
#include "core/jose/threadstate.h"

#include <QCoreApplication>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace {

// Tokens and secrets are in memory: they must not reach the disk when the program crashes.
void switchOffCoreDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

//! Runs a command from the event loop on, until it says how it ended.
template <typename Job>
int run(Job &job)
{
    QObject::connect(
        &job, &Job::finished, &job, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(&job, &Job::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int run(const cli::Options &options)
{
    const base::SystemClock clock;
    if (options.command == cli::Command::Inspect) {
        cli::Inspect job(options.inspect, clock);
        return run(job);
    }
    if (options.command == cli::Command::Practice) {
        cli::Practice job(options.practice, clock);
        return run(job);
    }
    if (options.command == cli::Command::Capture)
        return cli::listCapture(options.capture);
    cli::writeOut(cli::manPage(options.manPage == "assay"_L1));
    return cli::Accepted;
}

//! A script that saved no answer must not take the exit code for one.
int withOutput(int exitCode)
{
    if (!cli::isOutputLost())
        return exitCode;
    cli::complain(base::Error{"output.lost"_L1, {}, -1});
    return cli::InternalError;
}

} // namespace

int main(int argc, char **argv)
{
    switchOffCoreDumps();
    jose::leaveCleaningToTheSystem();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"assay-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));
    const auto parsed = cli::parse(argc, argv);
    if (!parsed.exitCode)
        return withOutput(run(parsed.options));
    cli::writeOut(parsed.output);
    if (!parsed.problem.isEmpty())
        cli::complain(parsed.problem + u"\nassay-cli: %1 says more."_s.arg(parsed.help));
    return withOutput(*parsed.exitCode);
}
