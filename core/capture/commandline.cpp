// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandline.h"

#include "core/capture/lines.h"
#include "core/capture/tokenscan.h"

#include <algorithm>
#include <cstring>

namespace capture {

namespace {

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

//! "/usr/bin/curl" from its first slash on.
qsizetype pathStart(QByteArrayView line, qsizetype at)
{
    while (at > 0
           && (isWordCharacter(line[at - 1]) || QByteArrayView("/.\\-").contains(line[at - 1])))
        --at;
    return at;
}

//! Options, quotes, variables and URLs: what follows a command's name and not a noun.
bool isArgument(QByteArrayView word)
{
    if (word.startsWith('-'))
        return word.size() > 1 && (isWordCharacter(word[1]) || word[1] == '-');
    constexpr QByteArrayView openers("'\"$\\`^%");
    return !word.isEmpty()
        && (openers.contains(word[0]) || looksLikeUrl(word) || word.startsWith("\xE2\x80"));
}

QByteArrayView firstWord(QByteArrayView rest)
{
    const auto *begin = std::find_if_not(rest.begin(), rest.end(), isBlank);
    return {begin, std::find_if(begin, rest.end(), isBlank)};
}

//! Of ":8.9.1" behind the name of an image that holds nothing but the command.
qsizetype tagLength(QByteArrayView behind)
{
    const auto isOfTag
        = [](char c) { return isWordCharacter(c) || c == '.' || c == '-' || c == ':'; };
    const auto *end = std::ranges::find_if_not(behind, isOfTag);
    const bool isTag = behind.startsWith(':') && end - behind.begin() > 1 && end != behind.end()
        && isBlank(*end);
    return isTag ? end - behind.begin() : 0;
}

CommandPlace placeAt(QByteArrayView line, qsizetype at, qsizetype nameSize,
                     bool (*isVerb)(QByteArrayView))
{
    qsizetype end = at + nameSize;
    if (line.sliced(end).startsWith(".exe"))
        end += 4;
    end += tagLength(line.sliced(end));
    if (end < line.size() && (line[end] == '"' || line[end] == '\'')) // around its path
        ++end;
    if (end >= line.size() || !isBlank(line[end]))
        return {};
    const QByteArrayView word = firstWord(line.sliced(end));
    if (!isArgument(word) && (isVerb == nullptr || !isVerb(word)))
        return {};
    const qsizetype start = pathStart(line, at);
    return {start, end, line.first(start).trimmed().endsWith('`')};
}

} // namespace

qsizetype indexOfWord(QByteArrayView text, QByteArrayView word, qsizetype from)
{
    const char *begin = text.data();
    const char *end = begin + text.size();
    for (const char *at = begin + from; at + word.size() <= end; ++at) {
        at = static_cast<const char *>(std::memchr(at, word[0], size_t(end - at)));
        if (at == nullptr || at + word.size() > end)
            return -1;
        const bool isAlone = (at == begin || !isWordCharacter(at[-1]))
            && (at + word.size() == end || !isWordCharacter(at[word.size()]));
        if (isAlone && std::memcmp(at, word.data(), size_t(word.size())) == 0)
            return at - begin;
    }
    return -1;
}

CommandPlace findCommand(QByteArrayView text, qsizetype from, QLatin1StringView name,
                         bool (*isVerb)(QByteArrayView))
{
    const QByteArrayView line = lineHead(text, from);
    const QByteArrayView word(name.data(), name.size());
    for (qsizetype at = indexOfWord(line, word); at >= 0; at = indexOfWord(line, word, at + 1)) {
        CommandPlace place = placeAt(line, at, word.size(), isVerb);
        if (place.start < 0)
            continue;
        place.start += from;
        place.arguments += from;
        return place;
    }
    return {};
}

bool isBehindPrompt(QByteArrayView text, qsizetype from, qsizetype at)
{
    const QByteArrayView before = text.sliced(from, at - from).trimmed();
    constexpr QByteArrayView ends("$>#%`;&|(");
    return before.isEmpty() || ends.contains(before.back()) || before.endsWith("sudo")
        || before.endsWith("time");
}

bool looksLikeUrl(QByteArrayView word)
{
    if (word.isEmpty() || word.endsWith(',') || word == "." || word == "...")
        return false;
    if (word.contains("://") || word.startsWith("localhost"))
        return true;
    constexpr qsizetype tokenStart = 4;
    const bool isToken = nextCandidate(word.first(std::min(word.size(), tokenStart)), 0) == 0;
    const auto *mark = std::find_if(word.begin(), word.end(),
                                    [](char c) { return c == '.' || c == ':' || c == '/'; });
    return word.end() - mark > 1 && !isToken && !word.contains(' ');
}

} // namespace capture
