// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"
#include "core/capture/decode.h"

namespace capture {

//! A tag of a page with its attributes; their values without quotes, references decoded.
struct HtmlTag
{
    QByteArray name; //!< In lower case; "/form" for an end tag, "!--" for a comment.
    QList<NamedText> attributes;
    qsizetype start = 0;
    qsizetype end = 0; //!< Behind ">", or the end of the text.

    //! The first of this name; empty without one.
    [[nodiscard]] SourceText attribute(QByteArrayView wanted) const;
};

//! The next tag from `from` on; its `start` is the end of the text when there is none. Quotes and
//! comments are minded, nothing else: this is no browser.
[[nodiscard]] HtmlTag nextTag(const SourceText &text, qsizetype from);

//! Hands over everything in a page and says where it ended. Forms begin requests where none is
//! known: they are what the page will send.
[[nodiscard]] qsizetype readPage(const SourceText &text, qsizetype from, qsizetype request,
                                 Side side, Collector &collector);

} // namespace capture
