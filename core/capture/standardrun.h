// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

namespace capture {

//! A stretch of characters of both base64 alphabets, and what stands behind it. Many tokens could
//! begin inside of one, so it is measured once.
struct StandardRun
{
    qsizetype start = 0;
    qsizetype end = 0;
    bool isFollowedByDot = false; //!< Perhaps behind padding.
    qsizetype restLength = 0; //!< Of the part behind the dot.

    const StandardRun &around(QByteArrayView bytes, qsizetype at)
    {
        if (at < start || at >= end)
            measure(bytes, at);
        return *this;
    }

private:
    void measure(QByteArrayView bytes, qsizetype at);
};

} // namespace capture
