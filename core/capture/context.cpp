// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/linebefore.h"
#include "core/capture/nesting.h"
#include "core/capture/roles.h"
#include "core/capture/textsearch.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! "ACCESS_TOKEN": shells, containers and build servers name variables so.
bool isVariableName(const QString &name)
{
    const bool hasLetter
        = std::ranges::any_of(name, [](QChar c) { return c >= u'A' && c <= u'Z'; });
    return hasLetter && name.size() > 2 && name.contains(u'_')
        && std::ranges::all_of(name, [](QChar c) {
               return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
           });
}

bool isAuthorization(const QString &name)
{
    return name.compare("authorization"_L1, Qt::CaseInsensitive) == 0
        || name.compare("proxy-authorization"_L1, Qt::CaseInsensitive) == 0;
}

//! Behind a scheme: the name of the header if it is there, else the one that must have been.
Carrier afterScheme(LineBefore line, Side side)
{
    line.dropBlanks();
    line.dropQuotes();
    line.dropBlanks();
    if (line.dropOne(":"_L1) || line.dropOne("=>"_L1) || line.dropOne("="_L1)
        || line.dropOne(","_L1)) {
        line.dropBlanks();
        line.dropQuotes();
        const QString name = line.takeName();
        if (isAuthorization(name))
            return {CarrierType::Header, name, side};
    }
    return {CarrierType::Header, u"Authorization"_s, side};
}

//! A name that means a token: others stand before one by chance.
bool isTelling(const QString &name)
{
    return name.contains("token"_L1, Qt::CaseInsensitive)
        || roleOf({CarrierType::Text, name, Side::Unknown}) != Role::Unknown;
}

//! A name that stands so loosely before the token that only its meaning connects the two.
std::optional<Carrier> carrierNamed(const QString &name, Side side)
{
    if (!isTelling(name))
        return std::nullopt;
    return Carrier{name.contains(u'-') ? CarrierType::Header : CarrierType::Text, name, side};
}

//! The value of an attribute (" key=") in a tag; null without it.
QString attributeIn(QByteArrayView tag, QLatin1StringView attribute)
{
    const qsizetype at = QLatin1StringView(tag).indexOf(attribute, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {};
    const QByteArrayView text = tag.sliced(std::min(at + attribute.size() + 1, tag.size()));
    const auto end = std::ranges::find_if_not(text, isNameCharacter);
    return QString::fromUtf8(text.first(end - text.begin()));
}

//! `AccessToken` of `<add key="AccessToken" value=`, as settings in XML are written; empty where
//! the tag has no such name. Fields of forms have names, and are read as such.
QString nameInTag(QByteArrayView tag)
{
    const qsizetype open = tag.lastIndexOf('<');
    QString name = open < 0 ? QString() : attributeIn(tag.sliced(open), " key="_L1);
    return isTelling(name) ? name : QString();
}

//! "Cookie: ", also as a member of what programs print, and PHP's name for it; or another cookie.
bool isBehindCookie(QLatin1StringView rest)
{
    constexpr std::array names{"cookie:"_L1, "cookie\":"_L1, "cookie':"_L1, "http_cookie"_L1};
    return rest.endsWith("; "_L1) || std::ranges::any_of(names, [rest](QLatin1StringView name) {
               return rest.contains(name, Qt::CaseInsensitive);
           });
}

//! "name=value" by what stands before the name.
Carrier afterEquals(LineBefore line, Side side)
{
    line.dropBlanks();
    line.dropQuotes();
    QString name = line.takeName();
    if (name.isEmpty())
        return {CarrierType::Text, {}, side};
    if (const QString key = name == "value"_L1 ? nameInTag(line.rest()) : QString(); !key.isEmpty())
        name = key;
    if (line.endsWithSign("&", "%26") && line.isPairsAlone())
        return {CarrierType::Form, name, side};
    if (line.endsWithSign("?", "%3F") || line.endsWithSign("&", "%26"))
        return {line.lastWord().contains('#') ? CarrierType::Fragment : CarrierType::Query, name,
                side};
    if (line.endsWithSign("#", "%23"))
        return {CarrierType::Fragment, name, side};
    const QLatin1StringView rest(line.rest());
    if (rest.contains("set-cookie:"_L1, Qt::CaseInsensitive))
        return {CarrierType::SetCookie, name, Side::Response};
    if (isBehindCookie(rest))
        return {CarrierType::Cookie, name, Side::Request};
    line.dropWord("export"_L1);
    const bool isAlone = rest.trimmed().isEmpty() || rest == "export "_L1;
    return {isAlone || isVariableName(name) ? CarrierType::Environment : CarrierType::Text, name,
            side};
}

//! "name: value", where quotes around the name make it a member and a dash or the line's beginning
//! a header.
Carrier afterColon(LineBefore line, Side side)
{
    line.dropBlanks();
    const bool isQuoted = line.dropQuotes() > 0;
    const QString name = line.takeName();
    if (name.isEmpty())
        return {CarrierType::Text, {}, side};
    if (isQuoted)
        return {CarrierType::Json, name, side};
    if (isAuthorization(name) || (line.rest().isEmpty() && name.contains(u'-')))
        return {CarrierType::Header, name, side};
    return {isVariableName(name) ? CarrierType::Environment : CarrierType::Text, name, side};
}

//! `setItem("access_token", "eyJ…")`, `.header("X-Access-Token", "eyJ…")`.
std::optional<Carrier> afterComma(LineBefore line, Side side)
{
    line.dropBlanks();
    line.dropWord("b"_L1); // bytes of Python: (b'X-Access-Token', b'eyJ…')
    line.dropBlanks();
    if (!line.dropOne(","_L1))
        return std::nullopt;
    line.dropBlanks();
    if (line.dropQuotes() == 0)
        return std::nullopt;
    return carrierNamed(line.takeName(), side);
}

//! `"Bearer " + "eyJ…"`, `("Bearer", "eyJ…")`: what programs put between the scheme and the token.
std::optional<Carrier> afterGlue(LineBefore line, Side side)
{
    line.dropBlanks();
    if (!line.dropOne("+"_L1) && !line.dropOne(","_L1) && !line.dropOne("."_L1))
        return std::nullopt;
    line.dropBlanks();
    const bool isQuoted = line.dropQuotes() > 0;
    line.dropBlanks();
    if (!isQuoted || !line.dropWord("bearer"_L1))
        return std::nullopt;
    return afterScheme(line, side);
}

//! `setBearerAuth("eyJ…")`, `.bearer_auth("eyJ…")`.
std::optional<Carrier> afterCall(LineBefore line, Side side)
{
    if (!line.dropOne("("_L1))
        return std::nullopt;
    const QString name = line.takeName().remove(u'_');
    if (!name.endsWith("bearerauth"_L1, Qt::CaseInsensitive)
        && !name.endsWith("bearertoken"_L1, Qt::CaseInsensitive))
        return std::nullopt;
    return Carrier{CarrierType::Header, u"Authorization"_s, side};
}

//! `--token eyJ…`, `-access_token eyJ…`.
std::optional<Carrier> afterOption(LineBefore line, Side side)
{
    line.dropBlanks();
    LineBefore option = line;
    const bool isOption = line.takeWord().startsWith("-"_L1);
    const QString name = option.takeName();
    return isOption && !name.isEmpty() ? std::optional(Carrier{CarrierType::Text, name, side})
                                       : std::nullopt;
}

//! `<access_token>eyJ…`, `<string name="access_token">eyJ…`.
std::optional<Carrier> afterTag(LineBefore line, Side side)
{
    if (!line.dropOne(">"_L1))
        return std::nullopt;
    const qsizetype open = line.rest().lastIndexOf('<');
    const QByteArrayView tag = line.rest().sliced(open + 1);
    const QByteArrayView element = tag.first(std::ranges::find(tag, ' ') - tag.begin());
    QString name = QString::fromUtf8(element.sliced(element.lastIndexOf(':') + 1));
    for (const QLatin1StringView attribute : {" name="_L1, " key="_L1}) {
        const QString value = isTelling(name) ? QString() : attributeIn(tag, attribute);
        if (!value.isNull())
            name = value;
    }
    return open >= 0 && isTelling(name) ? std::optional(Carrier{CarrierType::Text, name, side})
                                        : std::nullopt;
}

//! `["name":protected]` and `["name":"Class":private]`: properties of objects as PHP dumps them.
void dropVisibility(LineBefore &line)
{
    if (line.dropOne(":protected"_L1) || !line.dropOne(":private"_L1))
        return;
    line.dropQuotes();
    line.takeWord();
    line.dropQuotes();
    line.dropOne(":"_L1);
}

std::optional<Carrier> afterName(LineBefore line, Side side)
{
    line.dropBlanks();
    if (line.dropOne("=>"_L1)) {
        line.dropBlanks();
        if (line.dropOne("]"_L1)) // PHP prints "[name] => value"
            dropVisibility(line);
        return afterColon(line, side);
    }
    if (line.dropOne("->"_L1)) // maps of Scala
        return afterColon(line, side);
    if (line.dropOne("="_L1) || line.dropOne("%3D"_L1))
        return afterEquals(line, side);
    return line.dropOne(":"_L1) ? std::optional(afterColon(line, side)) : std::nullopt;
}

//! `| X-Id-Token | eyJ…`, the cells of a table; only names that mean a token, for what stands in
//! the cell before may be anything.
std::optional<Carrier> afterCell(LineBefore line, Side side)
{
    line.dropBlanks();
    if (!line.dropOne("|"_L1))
        return std::nullopt;
    line.dropBlanks();
    line.dropQuotes();
    return carrierNamed(line.takeName(), side);
}

//! `X-Id-Token      eyJ…`, the columns of a table in plain text.
std::optional<Carrier> afterColumn(LineBefore line, Side side)
{
    if (!line.rest().endsWith("  ") && !line.rest().endsWith('\t'))
        return std::nullopt;
    line.dropBlanks();
    const QString name = line.takeName();
    return line.isAtLineStart() ? carrierNamed(name, side) : std::nullopt;
}

//! `refreshToken: Optional("…")`, `id_token: Some(IdToken("…"))`.
std::optional<Carrier> afterWrapper(LineBefore line, Side side)
{
    constexpr int most = 3;
    int count = 0;
    for (; count < most && line.dropOne("("_L1); ++count) {
        const QString word = line.takeName();
        if (word.isEmpty() || !word.front().isUpper())
            return std::nullopt;
    }
    line.dropBlanks();
    const bool isMember = line.rest().endsWith(':') || line.rest().endsWith('=');
    return count > 0 && isMember ? afterName(line, side) : std::nullopt;
}

using Guess = std::optional<Carrier> (*)(LineBefore line, Side side);
// Of strings in programs only.
constexpr auto quotedGuesses
    = std::to_array<Guess>({afterGlue, afterCall, afterComma, afterWrapper});
constexpr auto guesses
    = std::to_array<Guess>({afterName, afterTag, afterOption, afterCell, afterColumn});

template <typename Guesses>
std::optional<Carrier> firstOf(const Guesses &all, const LineBefore &line, Side side)
{
    std::optional<Carrier> carrier;
    for (auto guess = all.begin(); guess != all.end() && !carrier; ++guess)
        carrier = (*guess)(line, side);
    return carrier;
}

//! "string(437) ", which PHP's var_dump() puts in front of a string, on a line of its own.
bool dropDumpedType(LineBefore &line)
{
    line.dropBlanks();
    if (!line.dropOne(")"_L1))
        return false;
    line.takeWord();
    return line.dropOne("("_L1) && line.dropWord("string"_L1);
}

//! A value that stands on the line behind its name: a block of YAML (sections 8.1.2 and 8.1.3 of
//! its specification), what PHP dumps, and a name that means a token with nothing else behind it.
std::optional<Carrier> afterLineBreak(QByteArrayView text, qsizetype start, LineBefore line,
                                      Side side)
{
    const bool isDumped = dropDumpedType(line);
    const qsizetype lineBreak = line.isAtLineStart() ? text.first(start).lastIndexOf('\n') : -1;
    if (lineBreak < 0)
        return std::nullopt;
    LineBefore before(text, lineBreak - (text.first(lineBreak).endsWith('\r') ? 1 : 0));
    bool isBlock = false;
    for (const QLatin1StringView mark : {"-"_L1, ">"_L1, "|"_L1})
        isBlock = (!isDumped && before.dropOne(mark)) || isBlock;
    before.dropBlanks();
    if (!before.rest().endsWith(isDumped ? "=>" : ":"))
        return std::nullopt;
    const std::optional<Carrier> carrier = afterName(before, side);
    const bool isKnown = carrier && (isBlock || isDumped || roleOf(*carrier) != Role::Unknown);
    return isKnown ? carrier : std::nullopt;
}

} // namespace

Carrier carrierBefore(QByteArrayView text, qsizetype start, Side side)
{
    LineBefore line(text, start);
    const bool isQuoted = line.dropQuotes() > 0;
    LineBefore beforeScheme = line;
    beforeScheme.dropBlanks();
    LineBefore beforeColon = beforeScheme;
    if (beforeColon.dropOne(":"_L1) && beforeColon.dropWord("bearer"_L1))
        return afterScheme(beforeColon, side);
    if (beforeScheme.dropWord("bearer"_L1) || beforeScheme.dropWord("dpop"_L1))
        return afterScheme(beforeScheme, side);
    std::optional<Carrier> carrier;
    if (isQuoted)
        carrier = firstOf(quotedGuesses, line, side);
    if (!carrier)
        carrier = firstOf(guesses, line, side);
    if (!carrier)
        carrier = afterLineBreak(text, start, line, side);
    return carrier.value_or(Carrier{CarrierType::Text, {}, side});
}

QList<SourceText> linksIn(const SourceText &text)
{
    constexpr std::string_view ends{"\0 \t\r\n\"'`<>", 10};
    QList<SourceText> links;
    const QByteArrayView bytes = text.bytes();
    for (qsizetype at = find(bytes, "://"); at >= 0; at = find(bytes, "://", at + 1)) {
        const QLatin1StringView before(bytes.first(at).last(std::min<qsizetype>(at, 5)));
        if (!before.endsWith("http"_L1, Qt::CaseInsensitive)
            && !before.endsWith("https"_L1, Qt::CaseInsensitive))
            continue;
        qsizetype end = at + 3;
        bool hasParameters = false;
        for (; end < bytes.size() && ends.find(bytes[end]) == std::string_view::npos; ++end)
            hasParameters = hasParameters || bytes[end] == '?' || bytes[end] == '#';
        const qsizetype start = at - (before.endsWith("https"_L1, Qt::CaseInsensitive) ? 5 : 4);
        if (hasParameters)
            links.append(text.sliced(start, end - start));
        at = end - 1;
    }
    return links;
}

} // namespace capture
