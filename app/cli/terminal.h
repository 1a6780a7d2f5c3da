// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"

#include <QString>

namespace cli {

[[nodiscard]] bool isTerminal(int descriptor);
//! On a terminal, unless NO_COLOR is set to anything or the terminal is dumb.
[[nodiscard]] bool wantsColour();
//! COLUMNS where it is set, else the columns of the terminal on standard output; 100 when it is
//! none.
[[nodiscard]] int terminalWidth();

void writeOut(const QByteArray &text);
void writeOut(const QString &text);
//! Something of what was written so far did not arrive: the disk is full, or nobody takes it.
[[nodiscard]] bool isOutputLost();
//! A line on standard error, with the name of the program before it.
void complain(const QString &text);
//! The error as sentences: what is wrong, why, what to do.
void complain(const base::Error &error);

} // namespace cli
