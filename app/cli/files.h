// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"

#include <QByteArray>

class QFile;

namespace cli {

//! The content of a file, or of standard input for "-", at most 16 MiB. Errors: input.unreadable,
//! input.too_large.
[[nodiscard]] base::Result<QByteArray> readFile(const QString &name);

//! Opens a file, or standard input for "-".
[[nodiscard]] bool openInput(QFile &file);

} // namespace cli
