// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/messagereader.h"

namespace capture {

//! What a tool printed of an exchange, walked over line by line; for a reader to derive from.
class Printout
{
protected:
    Printout(const SourceText &text, qsizetype from, Collector &collector)
        : m_text(text)
        , m_bytes(text.bytes())
        , m_at(from)
        , m_collector(collector)
        , m_reader(collector)
    {
    }

    const SourceText &m_text;
    QByteArrayView m_bytes;
    qsizetype m_at; //!< The line that comes next.
    Collector &m_collector;
    MessageReader m_reader;
};

} // namespace capture
