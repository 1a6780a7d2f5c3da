// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/messagehead.h"

namespace capture {

//! The body behind a head.
struct MessageBody
{
    SourceText text; //!< Chunks joined (RFC 9112 section 7.1) where they are clearly chunks.
    qsizetype end = 0; //!< In the text.
};

//! Reads what stands from `from` on: as long as Content-Length says, where that fits the text (line
//! ends may have been changed by copying); else a JSON text or a line of a form up to its end;
//! anything else up to the next message.
[[nodiscard]] MessageBody readBodyAt(const SourceText &text, qsizetype from,
                                     const MessageHead &head);

//! Tells where a JSON object or array ends, fed piece by piece.
class JsonExtent
{
public:
    //! How many of these bytes belong to it: fewer than all of them when it ended.
    qsizetype feed(QByteArrayView bytes);
    [[nodiscard]] bool isDone() const { return m_hasBegun && m_depth == 0; }
    [[nodiscard]] bool isOpen() const { return m_depth > 0; }

private:
    qint64 m_depth = 0;
    bool m_hasBegun = false;
    bool m_inString = false;
    bool m_isEscaped = false;
};

//! Behind the JSON object or array that begins at `from`, blanks in front allowed; -1 if there is
//! none or it does not end.
[[nodiscard]] qsizetype jsonEnd(QByteArrayView text, qsizetype from);

//! The chunks of a chunked body joined, and where the last one ends; nothing if it is not chunked.
struct JoinedChunks
{
    SourceText text;
    qsizetype end = -1;
};
//! RFC 9112 section 7.1.
[[nodiscard]] JoinedChunks joinChunks(const SourceText &text, qsizetype from);

} // namespace capture
