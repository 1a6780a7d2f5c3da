// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/result.h"

#include <QByteArray>

class QFileDevice;

namespace base {

//! A pipe cannot be read twice, so all of it is in memory, and some never end.
constexpr qint64 mostPiped = 512 * 1024 * 1024;

//! All that an open file gives, to its end. Errors: input.unreadable, input.too_large, both with
//! `name`.
[[nodiscard]] Result<QByteArray> readAll(QFileDevice &file, const QString &name, qint64 limit);

} // namespace base
