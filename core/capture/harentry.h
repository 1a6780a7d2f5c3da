// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/decode.h"

#include <array>

namespace capture {

class Collector;

//! The lists of names and values that an entry of a HAR has.
enum class HarList : quint8 {
    RequestHeaders,
    RequestCookies,
    Query,
    PostParams,
    ResponseHeaders,
    ResponseCookies,
};
inline constexpr size_t harListCount = 6;

//! One text of a WebSocket, as Chrome writes it.
struct HarMessage
{
    SourceText type; //!< "send" or "receive".
    SourceText data;
};

//! One entry of a HAR, its JSON escapes taken off except in the bodies.
struct HarEntry
{
    base::Span span;
    SourceText started;
    SourceText method;
    SourceText url;
    SourceText redirect;
    SourceText postType;
    SourceText postText; //!< Still with its JSON escapes.
    SourceText contentType;
    SourceText contentText; //!< Still with its JSON escapes.
    SourceText contentEncoding;
    SourceText resourceType; //!< Chrome's own: "xhr", "fetch", "document".
    int status = 0;
    std::array<QList<NamedText>, harListCount> lists;
    QList<HarMessage> messages;

    [[nodiscard]] const QList<NamedText> &list(HarList which) const
    {
        return lists[static_cast<size_t>(which)];
    }
    [[nodiscard]] bool hasHeader(HarList which, QByteArrayView name) const;
};

//! Hands an entry to the collector as one request and its answer. What a HAR says twice (cookies,
//! query, redirect) is read once, where it stands in the message itself.
void handOver(const HarEntry &entry, Collector &collector);

} // namespace capture
