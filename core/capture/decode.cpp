// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/decode.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! What stands at a place instead of the next `length` bytes; 0 if they stand for themselves.
struct Replacement
{
    qsizetype length = 0;
    QByteArray by;
};

using Step = Replacement (*)(QByteArrayView rest);

//! Runs of ordinary bytes are taken over whole; `isSpecial` says where to ask.
SourceText rewritten(const SourceText &text, bool (*isSpecial)(char), Step step)
{
    const QByteArrayView bytes = text.bytes();
    if (std::none_of(bytes.begin(), bytes.end(), isSpecial))
        return text;
    SourceText result = text.sliced(0, 0);
    qsizetype start = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const Replacement found = isSpecial(bytes[at]) ? step(bytes.sliced(at)) : Replacement{};
        if (found.length == 0) {
            ++at;
            continue;
        }
        result.append(text.sliced(start, at - start));
        result.appendReplaced(found.by, text.span(at, found.length));
        at += found.length;
        start = at;
    }
    result.append(text.sliced(start));
    return result;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

//! The number that `count` hexadecimal digits spell; -1 if they are not all there.
int hexNumber(QByteArrayView digits, qsizetype count)
{
    if (digits.size() < count)
        return -1;
    int number = 0;
    for (const char c : digits.first(count)) {
        const int digit = hexDigit(c);
        if (digit < 0)
            return -1;
        number = number * 16 + digit;
    }
    return number;
}

Replacement percentStep(QByteArrayView rest)
{
    const int byte = hexNumber(rest.sliced(1), 2);
    return byte < 0 ? Replacement{} : Replacement{3, QByteArray(1, char(byte))};
}

Replacement formStep(QByteArrayView rest)
{
    return rest.front() == '+' ? Replacement{1, " "_ba} : percentStep(rest);
}

QByteArray utf8Of(char32_t codePoint)
{
    const bool isScalar = codePoint < 0xD800 || (codePoint > 0xDFFF && codePoint <= 0x10FFFF);
    return QString::fromUcs4(isScalar ? &codePoint : U"\uFFFD", 1).toUtf8();
}

//! RFC 8259 section 7: \uXXXX, where two may make one character.
Replacement unicodeStep(QByteArrayView rest)
{
    const int high = hexNumber(rest.sliced(2), 4);
    if (high < 0)
        return {};
    if (high >= 0xD800 && high < 0xDC00 && rest.sliced(6).startsWith("\\u")) {
        const int low = hexNumber(rest.sliced(8), 4);
        if (low >= 0xDC00 && low < 0xE000)
            return {12, utf8Of(char32_t(0x10000 + (high - 0xD800) * 0x400 + (low - 0xDC00)))};
    }
    return {6, utf8Of(char32_t(high))};
}

Replacement jsonStep(QByteArrayView rest)
{
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view values = "\"\\/\b\f\n\r\t";
    if (rest.size() < 2)
        return {};
    if (rest[1] == 'u')
        return unicodeStep(rest);
    const size_t which = names.find(rest[1]);
    return which == std::string_view::npos ? Replacement{}
                                           : Replacement{2, QByteArray(1, values[which])};
}

struct Entity
{
    std::string_view name;
    char value;
};
constexpr auto entities = std::to_array<Entity>(
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}});

//! "&#46;" and "&#x2e;".
Replacement numericReference(QByteArrayView rest)
{
    constexpr qsizetype longest = 12;
    const qsizetype end = rest.first(std::min(longest, rest.size())).indexOf(';');
    if (end < 3)
        return {};
    const bool isHex = (rest[2] | 0x20) == 'x';
    const QByteArray digits = rest.sliced(isHex ? 3 : 2, end - (isHex ? 3 : 2)).toByteArray();
    bool ok = false;
    const uint codePoint = digits.toUInt(&ok, isHex ? 16 : 10);
    return ok ? Replacement{end + 1, utf8Of(codePoint)} : Replacement{};
}

Replacement htmlStep(QByteArrayView rest)
{
    if (rest.startsWith("&#"))
        return numericReference(rest);
    for (const Entity &entity : entities) {
        if (rest.startsWith(QByteArrayView(entity.name.data(), qsizetype(entity.name.size()))))
            return {qsizetype(entity.name.size()), QByteArray(1, entity.value)};
    }
    return {};
}

//! "ESC [ 1;31 m", and the K that clears the rest of a line.
Replacement colourStep(QByteArrayView rest)
{
    constexpr qsizetype longest = 24;
    if (!rest.startsWith("\x1B["))
        return {};
    const QByteArrayView near = rest.first(std::min(longest, rest.size()));
    const auto *end = std::find_if_not(near.begin() + 2, near.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == ';' || c == ':';
    });
    const bool isColour = end != near.end() && (*end == 'm' || *end == 'K');
    return isColour ? Replacement{end - near.begin() + 1, {}} : Replacement{};
}

//! The six bits of a character of either alphabet; -1 if it is of neither.
int sextet(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == '+' || c == '-')
        return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

bool isLineBreak(char c)
{
    return c == '\n' || c == '\r' || c == ' ' || c == '\t';
}

//! The characters that hold bits; nothing if any other but padding at the end and blanks is there.
std::optional<QByteArray> base64Characters(QByteArrayView text)
{
    QByteArray characters;
    characters.reserve(text.size());
    bool isPadded = false;
    for (const char c : text) {
        if (isLineBreak(c))
            continue;
        if (c != '=' && (isPadded || sextet(c) < 0))
            return std::nullopt;
        isPadded = isPadded || c == '=';
        if (c != '=')
            characters.append(c);
    }
    return characters;
}

} // namespace

SourceText percentDecoded(const SourceText &text, bool plusIsBlank)
{
    return plusIsBlank ? rewritten(
               text, [](char c) { return c == '%' || c == '+'; }, formStep)
                       : rewritten(
                           text, [](char c) { return c == '%'; }, percentStep);
}

QList<NamedText> formPairs(const SourceText &encoded)
{
    QList<NamedText> pairs;
    for (const SourceText &piece : encoded.split('&')) {
        if (piece.isEmpty())
            continue;
        const QList<SourceText> halves = piece.split('=', 2);
        pairs.append({percentDecoded(halves.first(), true),
                      percentDecoded(halves.value(1, piece.sliced(piece.size())), true)});
    }
    return pairs;
}

SourceText jsonUnescaped(const SourceText &inner)
{
    return rewritten(
        inner, [](char c) { return c == '\\'; }, jsonStep);
}

SourceText htmlUnescaped(const SourceText &text)
{
    return rewritten(
        text, [](char c) { return c == '&'; }, htmlStep);
}

SourceText withoutColours(const SourceText &text)
{
    if (!text.bytes().contains('\x1B')) // nearly every text, told at the speed of memory
        return text;
    return rewritten(
        text, [](char c) { return c == '\x1B'; }, colourStep);
}

std::optional<SourceText> base64Decoded(const SourceText &text)
{
    const std::optional<QByteArray> characters = base64Characters(text.bytes());
    if (!characters || characters->isEmpty() || characters->size() % 4 == 1)
        return std::nullopt;
    QByteArray decoded;
    decoded.reserve(characters->size() * 3 / 4);
    uint bits = 0;
    int count = 0;
    for (const char c : *characters) {
        bits = (bits << 6U) | uint(sextet(c));
        count += 6;
        if (count >= 8) {
            count -= 8;
            decoded.append(char((bits >> uint(count)) & 0xFFU));
        }
    }
    SourceText result = text.sliced(0, 0);
    result.appendReplaced(decoded, text.span());
    return result;
}

} // namespace capture
