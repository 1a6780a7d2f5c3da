// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"

namespace capture {

//! One request and its response, handed to the collector piece by piece as they are read.
class MessageReader
{
public:
    explicit MessageReader(Collector &collector)
        : m_collector(collector)
    {
    }

    //! Reads the request whose request line is at `from`; where it ends.
    qsizetype readRequest(const SourceText &text, qsizetype from);
    //! Reads the response whose status line is at `from`: the last request's if it has none yet,
    //! else one of a request that is not in the capture.
    qsizetype readResponse(const SourceText &text, qsizetype from);

    //! The pieces of readRequest() and readResponse(), for tools that print them apart.
    void startRequest(const SourceText &requestLine);
    void startResponse(const SourceText &statusLine);

    //! The response that comes answers this request, which another reader read; -1 is none.
    void answer(qsizetype request);

    //! The request reaches to here at least.
    void extend(qint64 end);

    [[nodiscard]] qsizetype request() const { return m_request; }
    //! A request was read, and no final response to it (RFC 9110 section 15.2).
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

private:
    qsizetype readRest(const SourceText &text, qsizetype from, qsizetype indent, Side side);

    Collector &m_collector;
    qsizetype m_request = -1;
    bool m_isOpen = false;
};

//! A value that is a request as it was sent, head and body. `request` is the one that stands around
//! it, -1 where none does. False, and nothing read, if it is no such value.
bool readMessageValue(const SourceText &value, qsizetype request, Collector &collector);

} // namespace capture
