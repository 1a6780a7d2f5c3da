// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/captureinput.h"

#include "app/cli/files.h"
#include "app/cli/progress.h"
#include "core/base/readall.h"

#include <QBuffer>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace cli {

namespace {

//! Up to here a text may be one token, which the older way of reading wants whole.
constexpr qint64 mostHeld = 16 * 1024 * 1024;

CaptureInput ofBytes(QByteArray bytes)
{
    auto capture = capture::read(bytes);
    return {std::move(bytes), std::move(capture)};
}

CaptureInput ofLarge(QIODevice &device)
{
    Progress progress;
    return {{}, capture::read(device, [&progress](qint64 done, qint64 total) {
                return progress.report(done, total);
            })};
}

base::Result<CaptureInput> ofPipe(QFile &file, const QString &name)
{
    auto bytes = base::readAll(file, name, base::mostPiped);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (bytes->size() <= mostHeld)
        return ofBytes(std::move(*bytes));
    QBuffer buffer(&*bytes);
    (void)buffer.open(QIODevice::ReadOnly);
    return ofLarge(buffer);
}

} // namespace

base::Result<CaptureInput> readCapture(const QString &name)
{
    QFile file(name);
    if (!openInput(file))
        return base::failure("input.unreadable"_L1, name + u": "_s + file.errorString());
    // What has no size is made while it is read, like a pipe.
    if (file.isSequential() || file.size() <= mostHeld)
        return ofPipe(file, name);
    return ofLarge(file);
}

bool isCancelled(const capture::Capture &capture)
{
    return std::ranges::any_of(capture.findings, [](const base::Finding &finding) {
        return finding.id == "capture.cancelled"_L1;
    });
}

} // namespace cli
