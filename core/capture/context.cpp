// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/nesting.h"
#include "core/capture/roles.h"
#include "core/capture/textsearch.h"
#include "core/capture/tokencharacters.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

// Names that mean something are short; more of the line is not looked at.
constexpr qsizetype farthest = 160;

bool isNameCharacter(char c)
{
    return isTokenCharacter(c) || c == '.';
}

//! Also escaped, typographic, in URLs and in pages.
constexpr auto quoteMarks = std::to_array<QLatin1StringView>(
    {"\""_L1, "'"_L1, "`"_L1, "\\u0022"_L1, "\\u0027"_L1, "\\"_L1, "\xE2\x80\x9C"_L1,
     "\xE2\x80\x9D"_L1, "\xE2\x80\x98"_L1, "%22"_L1, "&quot;"_L1, "&#34;"_L1, "&#39;"_L1});

//! Walks back from a token over what stands before it on its line.
class LineBefore
{
public:
    LineBefore(QByteArrayView text, qsizetype start)
    {
        const QByteArrayView before = text.first(start).last(std::min(start, farthest));
        m_line = before.sliced(before.lastIndexOf('\n') + 1);
        m_isWhole = m_line.size() < before.size() || before.size() == start;
    }

    //! How many quotation marks were taken off, escaped ones and typographic ones too.
    qsizetype dropQuotes()
    {
        qsizetype dropped = 0;
        for (bool again = true; again;) {
            again = std::ranges::any_of(quoteMarks,
                                        [this](QLatin1StringView mark) { return dropOne(mark); });
            dropped += again ? 1 : 0;
        }
        return dropped;
    }
    bool dropOne(QLatin1StringView text)
    {
        if (!m_line.endsWith(QByteArrayView(text.data(), text.size())))
            return false;
        m_line.chop(text.size());
        return true;
    }
    bool dropWord(QLatin1StringView word)
    {
        const QLatin1StringView line(m_line);
        if (!line.endsWith(word, Qt::CaseInsensitive))
            return false;
        const QByteArrayView rest = m_line.chopped(word.size());
        if (!rest.isEmpty() && isNameCharacter(rest.back()))
            return false;
        m_line = rest;
        return true;
    }
    void dropBlanks()
    {
        while (dropOne(" "_L1) || dropOne("\t"_L1) || dropOne("%20"_L1) || dropOne("\xC2\xA0"_L1)) {
        }
    }
    //! The word that the line ends with, taken off; what ends an escape before it stays.
    QString takeWord()
    {
        qsizetype start = m_line.size();
        while (start > 0 && isNameCharacter(m_line[start - 1]))
            --start;
        start += std::min(escapeTail(start), m_line.size() - start);
        QString name = QString::fromUtf8(m_line.sliced(start));
        m_line = m_line.first(start);
        return name;
    }
    //! The name that stands before the token; "--token" is the option "token".
    QString takeName()
    {
        QString name = takeWord();
        const auto isDash = [](QChar c) { return c == u'-'; };
        return name.remove(0, std::ranges::find_if_not(name, isDash) - name.cbegin());
    }
    //! Whether one of these signs, or its percent-encoding, ends the line.
    [[nodiscard]] bool endsWithSign(QByteArrayView sign, QByteArrayView encoded) const
    {
        return m_line.endsWith(sign) || m_line.endsWith(encoded);
    }
    [[nodiscard]] QByteArrayView rest() const { return m_line; }
    //! All that the line holds is "name=value&…": a body, and no URL.
    [[nodiscard]] bool isPairsAlone() const
    {
        const QByteArrayView pairs = m_line.trimmed();
        return m_isWhole && pairs.contains('=') && std::ranges::none_of(pairs, [](char c) {
                   return QByteArrayView(" \t?#/:\"'<>(").contains(c);
               });
    }
    //! From the last blank or quotation mark on: as much of a URL as stands here.
    [[nodiscard]] QByteArrayView lastWord() const
    {
        const auto start = std::find_if(m_line.rbegin(), m_line.rend(), [](char c) {
            return QByteArrayView(" \t\"'`<(").contains(c);
        });
        return m_line.last(start - m_line.rbegin());
    }

private:
    //! How many characters from `start` on belong to "%3F", "\u0026" or "\n".
    [[nodiscard]] qsizetype escapeTail(qsizetype start) const
    {
        const char before = start > 0 ? m_line[start - 1] : '\0';
        if (before == '%')
            return 2;
        if (before != '\\' || start == m_line.size())
            return 0;
        return m_line[start] == 'u' ? 5 : 1;
    }

    QByteArrayView m_line;
    bool m_isWhole; //!< From the line's beginning on.
};

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

//! `AccessToken` of `<add key="AccessToken" value=`, as settings in XML are written; empty where
//! the tag has no such name.
QString nameInTag(QByteArrayView tag)
{
    for (const QByteArrayView attribute : {QByteArrayView(" key="), QByteArrayView(" name=")}) {
        const qsizetype at = tag.lastIndexOf('<') < 0 ? -1 : tag.lastIndexOf(attribute);
        if (at < tag.lastIndexOf('<'))
            continue;
        const QByteArrayView text = tag.sliced(std::min(at + attribute.size() + 1, tag.size()));
        const auto end = std::ranges::find_if_not(text, isNameCharacter);
        const QString name = QString::fromUtf8(text.first(end - text.begin()));
        if (isTelling(name))
            return name;
    }
    return {};
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
    if (rest.contains("cookie:"_L1, Qt::CaseInsensitive) || rest.endsWith("; "_L1))
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
    const QString name = line.takeName();
    if (!isTelling(name))
        return std::nullopt;
    return Carrier{name.contains(u'-') ? CarrierType::Header : CarrierType::Text, name, side};
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
    QByteArrayView tag = line.rest().sliced(open + 1);
    const QByteArrayView element = tag.first(std::ranges::find(tag, ' ') - tag.begin());
    QString name = QString::fromUtf8(element.sliced(element.lastIndexOf(':') + 1));
    for (const QByteArrayView attribute : {QByteArrayView(" name="), QByteArrayView(" key=")}) {
        const qsizetype at = tag.indexOf(attribute);
        if (at < 0 || isTelling(name))
            continue;
        tag = tag.sliced(std::min(at + attribute.size() + 1, tag.size()));
        name = QString::fromUtf8(
            tag.first(std::ranges::find_if_not(tag, isNameCharacter) - tag.begin()));
    }
    return open >= 0 && isTelling(name) ? std::optional(Carrier{CarrierType::Text, name, side})
                                        : std::nullopt;
}

std::optional<Carrier> afterName(LineBefore line, Side side)
{
    line.dropBlanks();
    if (line.dropOne("=>"_L1)) {
        line.dropBlanks();
        line.dropOne("]"_L1); // PHP prints "[name] => value"
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
    const QString name = line.takeName();
    if (!isTelling(name))
        return std::nullopt;
    return Carrier{name.contains(u'-') ? CarrierType::Header : CarrierType::Text, name, side};
}

using Guess = std::optional<Carrier> (*)(LineBefore line, Side side);
// Of strings in programs only.
constexpr auto quotedGuesses = std::to_array<Guess>({afterGlue, afterCall, afterComma});
constexpr auto guesses = std::to_array<Guess>({afterName, afterTag, afterOption, afterCell});

template <typename Guesses>
std::optional<Carrier> firstOf(const Guesses &all, const LineBefore &line, Side side)
{
    std::optional<Carrier> carrier;
    for (auto guess = all.begin(); guess != all.end() && !carrier; ++guess)
        carrier = (*guess)(line, side);
    return carrier;
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
