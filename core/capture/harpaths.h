// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayView>

namespace capture {

//! The places in a HAR that are read (HAR 1.2 and what Chrome adds); everything else is Other.
enum class HarNode : quint8 {
    Other,
    Top, //!< Outside of the JSON text.
    Root, //!< Also a single entry, or the object with the entries.
    Log,
    Version,
    Creator,
    CreatorName,
    Entries,
    Entry,
    Started,
    ResourceType,
    Messages,
    Message,
    MessageType,
    MessageData,
    Request,
    Method,
    Url,
    RequestHeaders,
    RequestCookies,
    Query,
    Post,
    PostType,
    PostText,
    PostParams,
    Response,
    Status,
    ResponseHeaders,
    ResponseCookies,
    Content,
    ContentType,
    ContentText,
    ContentEncoding,
    Redirect,
    Pair, //!< An element of any of the lists.
    PairName,
    PairValue,
};

//! Where the member `name` of a container at `parent` is; the elements of an array have no name.
[[nodiscard]] HarNode harChild(HarNode parent, QByteArrayView name);

} // namespace capture
