// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/placeholders.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'
        || c == '-' || c == '.' || c == ':' || c == ' ';
}

struct Bracket
{
    QByteArrayView open;
    QByteArrayView close;
};
constexpr std::array<Bracket, 8> brackets{{
    {"${", "}"}, // shells, template literals, .env files
    {"$(", ")"}, // shells, Azure pipelines
    {"{{", "}}"}, // Postman, .http files, templates
    {"%{", "}"}, // Apache, Ruby
    {"%", "%"}, // cmd
    {"<", ">"}, // documentation
    {"#{", "}"},
    {"{", "}"}, // URI templates, str.format
}};

constexpr qsizetype longestName = 128;

//! Stars, bullets and bars, one after the other, and what looks like them: X.
bool isMadeOfMasks(QByteArrayView text)
{
    constexpr std::array<QByteArrayView, 6> signs{
        "*", "\xE2\x80\xA2", "\xE2\x97\x8F", "\xE2\x96\x88", "x", "X"};
    const auto sign = std::ranges::find_if(
        signs, [text](QByteArrayView candidate) { return text.startsWith(candidate); });
    if (sign == signs.end())
        return false;
    const qsizetype times = text.size() / sign->size();
    // A single star is a pattern, and a few letters X are a word.
    const qsizetype fewest = sign->size() > 1 ? 1 : (sign->front() == '*' ? 3 : 6);
    return times >= fewest && text == sign->toByteArray().repeated(times);
}

//! "[REDACTED]", "<masked>", "**FILTERED**", "[authorization redacted]": a word, and signs around.
bool endsInMaskWord(QByteArrayView text)
{
    constexpr std::array words{"redacted"_L1, "masked"_L1,    "filtered"_L1, "removed"_L1,
                               "hidden"_L1,   "sanitized"_L1, "scrubbed"_L1, "omitted"_L1,
                               "censored"_L1, "sensitive"_L1};
    constexpr QByteArrayView around("[]<>(){}*-_# \"'");
    const auto isAround = [around](char c) { return around.contains(c); };
    while (!text.isEmpty() && isAround(text.back()))
        text.chop(1);
    const auto begin = std::ranges::find_if_not(text, isAround);
    text = text.sliced(begin - text.begin());
    const QLatin1StringView value(text);
    return value.endsWith(" redacted"_L1, Qt::CaseInsensitive)
        || std::ranges::any_of(words, [value](QLatin1StringView word) {
               return value.compare(word, Qt::CaseInsensitive) == 0;
           });
}

// What people write where a token belongs, the longer of two words with one beginning first.
constexpr auto placeholderWords = std::to_array<QLatin1StringView>(
    {"access"_L1,   "authorization"_L1, "auth"_L1,      "api"_L1,     "bearer"_L1,  "client"_L1,
     "changeme"_L1, "change"_L1,        "copied"_L1,    "dummy"_L1,   "enter"_L1,   "example"_L1,
     "from"_L1,     "goes"_L1,          "generated"_L1, "here"_L1,    "id"_L1,      "insert"_L1,
     "in"_L1,       "jwt"_L1,           "key"_L1,       "me"_L1,      "my"_L1,      "new"_L1,
     "oauth"_L1,    "paste"_L1,         "put"_L1,       "refresh"_L1, "replace"_L1, "redacted"_L1,
     "real"_L1,     "sample"_L1,        "secret"_L1,    "session"_L1, "some"_L1,    "string"_L1,
     "the"_L1,      "this"_L1,          "token"_L1,     "user"_L1,    "valid"_L1,   "value"_L1,
     "with"_L1,     "your"_L1});

//! How much of the text the word, or the mark between words, at its beginning is; 0 if none is.
qsizetype placeholderWordAt(QByteArrayView text)
{
    if (QByteArrayView("_-. []()").contains(text.front()))
        return 1;
    const auto word = std::ranges::find_if(placeholderWords, [text](QLatin1StringView candidate) {
        return QLatin1StringView(text).startsWith(candidate, Qt::CaseInsensitive);
    });
    return word == placeholderWords.end() ? 0 : word->size();
}

//! "YOUR_ACCESS_TOKEN", "yourTokenHere", "[redacted]": nothing but such words.
bool isOfPlaceholderWords(QByteArrayView text)
{
    for (qsizetype length = 1; length > 0 && !text.isEmpty();) {
        length = placeholderWordAt(text);
        text = text.sliced(length);
    }
    return text.isEmpty();
}

//! "xxxxxxxx", "......", "********".
bool isOneCharacter(QByteArrayView text)
{
    constexpr qsizetype shortest = 3;
    return text.size() >= shortest
        && std::ranges::all_of(text, [text](char c) { return c == text.front(); });
}

} // namespace

bool isMask(QByteArrayView text)
{
    return text.size() <= longestName && (isMadeOfMasks(text) || endsInMaskWord(text));
}

bool isVariable(QByteArrayView text)
{
    if (text.size() < 2 || text.size() > longestName)
        return false;
    const bool isBracketed = std::ranges::any_of(brackets, [text](const Bracket &bracket) {
        return text.size() > bracket.open.size() + bracket.close.size()
            && text.startsWith(bracket.open) && text.endsWith(bracket.close);
    });
    return isBracketed
        || (text.front() == '$' && std::all_of(text.begin() + 1, text.end(), isNameCharacter));
}

bool isMereBeginning(QByteArrayView token)
{
    constexpr qsizetype longest = 6;
    return token.size() <= longest && (token.endsWith("...") || token.endsWith("\xE2\x80\xA6"));
}

bool isPlaceholder(QByteArrayView text)
{
    constexpr std::array words{
        "undefined"_L1,       "null"_L1, "nil"_L1,    "none"_L1,  "nan"_L1,   "nothing"_L1,
        "false"_L1,           "true"_L1, "(null)"_L1, "(nil)"_L1, "<nil>"_L1, "[object object]"_L1,
        "[object promise]"_L1};
    if (text.isEmpty() || text.size() > longestName)
        return false;
    const bool isWord = std::ranges::any_of(words, [text](QLatin1StringView word) {
        return QLatin1StringView(text).compare(word, Qt::CaseInsensitive) == 0;
    });
    return isWord || isOneCharacter(text) || isOfPlaceholderWords(text);
}

} // namespace capture
