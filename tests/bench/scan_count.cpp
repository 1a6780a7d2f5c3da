// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/tokenscan.h"

#include <QFile>

#include <cstdio>

// usage: scan_count FILE: how many tokens there are, found as a capture is scanned
int main(int argc, char **argv)
{
    QFile file(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    if (!file.open(QIODevice::ReadOnly))
        return 66;
    const auto *bytes = reinterpret_cast<const char *>(file.map(0, file.size()));
    if (!bytes)
        return 66;
    constexpr qsizetype all = 10'000'000;
    const capture::SourceText text(QByteArray::fromRawData(bytes, file.size()));
    std::printf("%lld\n", qlonglong(capture::findTokens(text, all).size()));
    return 0;
}
