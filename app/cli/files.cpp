// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/files.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace cli {

namespace {

//! Far more than any token; a wrong file must not fill the memory.
constexpr qint64 limit = 16 * 1024 * 1024;

bool open(QFile &file)
{
    return file.fileName() == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly)
                                     : file.open(QIODevice::ReadOnly);
}

} // namespace

base::Result<QByteArray> readFile(const QString &name)
{
    QFile file(name);
    const auto failed
        = [&] { return base::failure("input.unreadable"_L1, name + u": "_s + file.errorString()); };
    if (!open(file))
        return failed();
    // A pipe gives what is there, so one read is not all of it.
    QByteArray content;
    while (content.size() <= limit) {
        const auto more = file.read(limit + 1 - content.size());
        if (more.isEmpty())
            break;
        content += more;
    }
    if (content.size() > limit)
        return base::failure("input.too_large"_L1, name);
    if (file.error() != QFileDevice::NoError)
        return failed();
    return content;
}

} // namespace cli
