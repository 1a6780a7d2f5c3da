// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/readall.h"

#include <QFileDevice>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace base {

Result<QByteArray> readAll(QFileDevice &file, const QString &name, qint64 limit)
{
    constexpr qint64 step = 16 * 1024 * 1024;
    // A pipe gives what is there, so one read is not all of it.
    QByteArray content;
    while (content.size() <= limit) {
        const auto more = file.read(std::min(step, limit + 1 - content.size()));
        if (more.isEmpty())
            break;
        content += more;
    }
    if (content.size() > limit)
        return failure("input.too_large"_L1, name);
    if (file.error() != QFileDevice::NoError)
        return failure("input.unreadable"_L1, name + u": "_s + file.errorString());
    return content;
}

} // namespace base
