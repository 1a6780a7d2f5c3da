// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/harpaths.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

struct Step
{
    HarNode parent;
    QByteArrayView name;
    HarNode child;
};

using enum HarNode;
constexpr auto steps = std::to_array<Step>({
    {Top, "", Root},
    {Root, "log", Log},
    {Root, "entries", Entries}, // the log alone
    {Root, "request", Request}, // an entry alone
    {Root, "response", Response},
    {Root, "startedDateTime", Started},
    {Log, "version", Version},
    {Log, "creator", Creator},
    {Log, "entries", Entries},
    {Creator, "name", CreatorName},
    {Entries, "", Entry},
    {Entry, "startedDateTime", Started},
    {Entry, "request", Request},
    {Entry, "response", Response},
    {Entry, "_resourceType", ResourceType},
    {Entry, "_webSocketMessages", Messages},
    {Messages, "", Message},
    {Message, "type", MessageType},
    {Message, "data", MessageData},
    {Request, "method", Method},
    {Request, "url", Url},
    {Request, "headers", RequestHeaders},
    {Request, "cookies", RequestCookies},
    {Request, "queryString", Query},
    {Request, "postData", Post},
    {Post, "mimeType", PostType},
    {Post, "text", PostText},
    {Post, "params", PostParams},
    {Response, "status", Status},
    {Response, "headers", ResponseHeaders},
    {Response, "cookies", ResponseCookies},
    {Response, "content", Content},
    {Response, "redirectURL", Redirect},
    {Content, "mimeType", ContentType},
    {Content, "text", ContentText},
    {Content, "encoding", ContentEncoding},
    {RequestHeaders, "", Pair},
    {RequestCookies, "", Pair},
    {Query, "", Pair},
    {PostParams, "", Pair},
    {ResponseHeaders, "", Pair},
    {ResponseCookies, "", Pair},
    {Pair, "name", PairName},
    {Pair, "value", PairValue},
});

} // namespace

HarNode harChild(HarNode parent, QByteArrayView name)
{
    if (parent == Other)
        return Other;
    const auto step = std::ranges::find_if(steps, [&](const Step &candidate) {
        return candidate.parent == parent && candidate.name == name;
    });
    return step == steps.end() ? Other : step->child;
}

} // namespace capture
