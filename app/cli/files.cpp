// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/files.h"

#include "core/base/readall.h"

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

base::Result<QByteArray> readFile(const QString &name)
{
    QFile file(name);
    if (!openInput(file))
        return failed(file, name);
    return base::readAll(file, name, usualLimit);
}

} // namespace cli
