// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/terminal.h"

#include "core/report/wording.h"

#include <algorithm>
#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace cli {

bool isTerminal(int descriptor)
{
    return isatty(descriptor) == 1;
}

bool wantsColour()
{
    return isTerminal(STDOUT_FILENO) && qEnvironmentVariableIsEmpty("NO_COLOR")
        && qgetenv("TERM") != "dumb";
}

int terminalWidth()
{
    constexpr int usual = 100;
    constexpr int least = 20;
    // POSIX, base definitions 8.3: what the person set overrides what the device says.
    if (const int wished = qEnvironmentVariableIntValue("COLUMNS"); wished > 0)
        return std::max(wished, least);
    winsize size{};
    const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : usual;
}

void writeOut(const QByteArray &text)
{
    (void)std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
    (void)std::fflush(stdout);
}

void writeOut(const QString &text)
{
    writeOut(text.toUtf8());
}

bool isOutputLost()
{
    return std::ferror(stdout) != 0;
}

void complain(const QString &text)
{
    const auto line = u"assay-cli: "_s + text + u'\n';
    (void)std::fputs(line.toUtf8().constData(), stderr);
}

void complain(const base::Error &error)
{
    const auto words = report::word(error);
    complain(u"%1. "_s.arg(words.title) + words.explanation + u' ' + words.action);
}

} // namespace cli
