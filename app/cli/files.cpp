// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/files.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace cli {

namespace {

//! Far more than any token; a wrong file must not fill the memory.
constexpr qint64 usualLimit = 16 * 1024 * 1024;

base::Result<QByteArray> failed(const QFile &file, const QString &name)
{
    return base::failure("input.unreadable"_L1, name + u": "_s + file.errorString());
}

} // namespace

bool openInput(QFile &file)
{
    return file.fileName() == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly)
                                     : file.open(QIODevice::ReadOnly);
}

base::Result<QByteArray> readAll(QFile &file, const QString &name, qint64 limit)
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
        return base::failure("input.too_large"_L1, name);
    if (file.error() != QFileDevice::NoError)
        return failed(file, name);
    return content;
}

base::Result<QByteArray> readFile(const QString &name)
{
    QFile file(name);
    if (!openInput(file))
        return failed(file, name);
    return readAll(file, name, usualLimit);
}

} // namespace cli
