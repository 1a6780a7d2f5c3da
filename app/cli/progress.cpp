// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/progress.h"

#include "app/cli/terminal.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace cli {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

// All that a signal handler may touch.
volatile std::sig_atomic_t isInterrupted = 0;

void onInterrupt(int)
{
    isInterrupted = 1;
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = int(SA_RESTART) | int(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
}

} // namespace

Progress::Progress()
    : m_isSeen(isTerminal(STDERR_FILENO))
{
    isInterrupted = 0;
    handle(onInterrupt);
}

Progress::~Progress()
{
    handle(SIG_DFL);
    if (m_isSeen && m_percent >= 0)
        (void)std::fputs("\r\033[K", stderr);
}

bool Progress::report(qint64 done, qint64 total)
{
    const qint64 percent = total > 0 ? done * 100 / total : 100;
    if (m_isSeen && percent != m_percent && total > 8 * mebibyte) {
        m_percent = percent;
        const auto line = QCoreApplication::translate("cli", "reading: %1 of %2 MiB (Ctrl+C stops)")
                              .arg(done / mebibyte)
                              .arg(total / mebibyte);
        (void)std::fputs(("\r\033[K" + line.toUtf8()).constData(), stderr);
    }
    return isInterrupted == 0;
}

} // namespace cli
