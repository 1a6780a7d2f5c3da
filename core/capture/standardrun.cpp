// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/standardrun.h"

#include "core/capture/tokencharacters.h"

namespace capture {

namespace {

template <typename Belongs>
qsizetype runEnd(QByteArrayView bytes, qsizetype from, Belongs belongs)
{
    while (from < bytes.size() && belongs(bytes[from]))
        ++from;
    return from;
}

} // namespace

void StandardRun::measure(QByteArrayView bytes, qsizetype at)
{
    start = at;
    end = runEnd(bytes, at, [](char c) { return isTokenCharacter(c) || c == '+' || c == '/'; });
    const qsizetype dot = runEnd(bytes, end, [](char c) { return c == '='; });
    isFollowedByDot = dot < bytes.size() && bytes[dot] == '.';
    restLength = isFollowedByDot ? runEnd(bytes, dot + 1, isTokenCharacter) - dot - 1 : 0;
}

} // namespace capture
