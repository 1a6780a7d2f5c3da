// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/callchain.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

using Kind = ScriptToken::Kind;
using Arguments = QList<ScriptEntry>;

//! One call of a chain and where it goes to.
struct Link
{
    ScriptRequest &request;
    ScriptValues &values;
    const Arguments &arguments;
};

//! A name and its value, or an object of them.
void useHeader(const Link &link)
{
    const ScriptRange &first = link.arguments[0].value;
    if (link.arguments.size() == 1)
        link.request.useHeaders(first);
    else
        link.request.draft().headers.append(
            {link.values.textOf(first), link.values.textOf(link.arguments[1].value)});
}

void useBearer(const Link &link)
{
    link.request.useToken(link.arguments[0].value);
}

//! `.auth(token, {type: "bearer"})`, or a user and a password.
void useAuth(const Link &link)
{
    const bool isBearer = link.arguments.size() > 1
        && link.values.textOf(link.arguments[1].value).bytes().contains("bearer");
    if (isBearer)
        return useBearer(link);
    for (const ScriptEntry &argument : link.arguments)
        link.request.draft().users.append(link.values.textOf(argument.value));
}

void useBody(const Link &link)
{
    link.request.useBody(link.arguments[0].value);
}

void useQuery(const Link &link)
{
    link.request.useOption("params", link.arguments[0].value);
}

struct LinkName
{
    QByteArrayView name;
    void (*use)(const Link &link);
};
constexpr auto links = std::to_array<LinkName>({
    {"set", useHeader},
    {"header", useHeader},
    {"headers", useHeader},
    {"addHeader", useHeader},
    {"setHeader", useHeader},
    {"auth", useAuth},
    {"bearer_auth", useBearer},
    {"bearerAuth", useBearer},
    {"setBearerAuth", useBearer},
    {"send", useBody},
    {"body", useBody},
    {"json", useBody},
    {"query", useQuery},
});

const LinkName *findLink(QByteArrayView name)
{
    const auto row = std::ranges::find(links, name, &LinkName::name);
    return row == links.end() ? nullptr : &*row;
}

bool isWordCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

} // namespace

bool isChainAhead(QByteArrayView text, qsizetype at)
{
    constexpr qsizetype farthest = 256; // blanks in front of a line
    const QByteArrayView near = text.sliced(at, std::min(farthest, text.size() - at));
    const QByteArrayView rest = near.sliced(
        std::ranges::find_if(near, [](char c) { return uchar(c) > ' '; }) - near.begin());
    if (!rest.startsWith('.'))
        return false;
    const QByteArrayView word = rest.sliced(1);
    const qsizetype end = std::ranges::find_if_not(word, isWordCharacter) - word.begin();
    return end < word.size() && word[end] == '(' && findLink(word.first(end));
}

qsizetype useChain(ScriptRequest &request, ScriptValues &values, qsizetype close)
{
    const Script &script = values.script();
    for (qsizetype i = close + 1; i < script.tokens.size();) {
        if (script.is(i, Kind::LineBreak)) {
            ++i;
            continue;
        }
        const QByteArrayView name = script.name(i);
        const LinkName *link = name.startsWith('.') ? findLink(name.sliced(1)) : nullptr;
        if (!link || !script.isMark(i + 1, '('))
            break;
        if (const Arguments arguments = values.entries(i + 1); !arguments.isEmpty())
            link->use({request, values, arguments});
        close = std::min(std::max(script.tokens[i + 1].partner, i + 1), script.tokens.size() - 1);
        i = close + 1;
    }
    return close;
}

} // namespace capture
