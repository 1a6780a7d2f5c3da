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

} // namespace

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

bool isPlaceholder(QByteArrayView text)
{
    constexpr std::array words{"undefined"_L1,    "null"_L1,
                               "nil"_L1,          "none"_L1,
                               "nan"_L1,          "nothing"_L1,
                               "false"_L1,        "true"_L1,
                               "(null)"_L1,       "(nil)"_L1,
                               "token"_L1,        "[object object]"_L1,
                               "<nil>"_L1,        "[object promise]"_L1,
                               "access_token"_L1, "your_token"_L1,
                               "your-token"_L1,   "redacted"_L1,
                               "[redacted]"_L1};
    return std::ranges::any_of(words, [text](QLatin1StringView word) {
        return QLatin1StringView(text).compare(word, Qt::CaseInsensitive) == 0;
    });
}

} // namespace capture
