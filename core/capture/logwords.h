// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>
#include <QList>

namespace capture {

//! A piece of a log line: a bare word, or what stands between quotes or brackets.
struct LogWord
{
    qsizetype from = 0; //!< In the line, quotes left out.
    qsizetype end = 0;
    char fence = 0; //!< '"', '[' or nothing.
    //! Of `key=value`, `key="value"` and `key: "value"`; empty without one.
    QByteArrayView key;
};

//! At most `limit` words: what stands behind them matters to nobody who asks for words.
[[nodiscard]] QList<LogWord> logWords(QByteArrayView line, qsizetype limit = 200);

} // namespace capture
