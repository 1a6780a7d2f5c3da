// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/scriptlexer.h"

#include "core/capture/lines.h"
#include "core/capture/shellwords.h"

#include <algorithm>

namespace capture {

namespace {

using Kind = ScriptToken::Kind;

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'
        || c == '$' || c == '.' || (c & 0x80) != 0;
}

//! PowerShell's words may be options, media types and URLs that nobody quoted.
bool endsBareWord(char c)
{
    return uchar(c) <= ' ' || QByteArrayView("(){}[];,|'\"`").contains(c);
}

} // namespace

qsizetype pythonPromptLength(QByteArrayView line)
{
    constexpr QByteArrayView input("In [");
    constexpr qsizetype longestNumber = 8;
    if (line.startsWith(">>> ") || line.startsWith("... "))
        return 4;
    const qsizetype indent = indentOf(line);
    if (line.sliced(indent).startsWith("...: "))
        return indent + 5;
    const qsizetype close = line.startsWith(input)
        ? line.first(std::min(line.size(), input.size() + longestNumber)).indexOf("]: ")
        : qsizetype(-1);
    return close < 0 ? 0 : close + 3;
}

void ScriptLexer::add(Kind kind, qsizetype end, const Literal &literal)
{
    m_script->tokens.append({kind, '\0', m_at, end, -1, m_script->literals.size()});
    m_script->literals.append(literal);
    m_at = end;
}

void ScriptLexer::addMark(Kind kind, qsizetype length)
{
    m_script->tokens.append({kind, m_bytes[m_at], m_at, m_at + length, -1, -1});
    m_at += length;
}

//! Where the comment at the place ends; the place itself if there is none.
qsizetype ScriptLexer::commentEnd() const
{
    const QByteArrayView rest = m_bytes.sliced(m_at);
    const bool isJavaScript = m_script->language == Language::JavaScript;
    const QByteArrayView open = isJavaScript ? "/*" : "<#";
    const QByteArrayView close = isJavaScript ? "*/" : "#>";
    if (m_script->language != Language::Python && rest.startsWith(open)) {
        const qsizetype end = m_bytes.indexOf(close, m_at + 2);
        return end < 0 ? lineEnd(m_bytes, m_at) : end + 2;
    }
    return rest.startsWith(isJavaScript ? QByteArrayView("//") : QByteArrayView("#"))
        ? lineEnd(m_bytes, m_at)
        : m_at;
}

//! Steps over blanks, comments and the marks that join lines.
bool ScriptLexer::skipBlank()
{
    const char c = m_bytes[m_at];
    const char joins = m_script->language == Language::PowerShell ? '`' : '\\';
    if (c == joins && lineBreakAt(m_bytes, m_at + 1) > 0) {
        m_at += 1 + lineBreakAt(m_bytes, m_at + 1);
        return true;
    }
    if (const qsizetype end = commentEnd(); end > m_at) {
        m_script->comments.append(m_text->sliced(m_at, end - m_at));
        m_at = end;
        return true;
    }
    const bool isPython = m_script->language == Language::Python;
    if (isPython && (m_at == 0 || m_bytes[m_at - 1] == '\n')) {
        const qsizetype prompt = pythonPromptLength(lineHead(m_bytes, m_at));
        m_at += prompt;
        if (prompt > 0)
            return true;
    }
    if (c != '\n' && uchar(c) <= ' ') {
        ++m_at;
        return true;
    }
    return false;
}

bool ScriptLexer::readNext()
{
    while (m_at < m_bytes.size() && skipBlank()) { }
    if (m_at >= m_bytes.size())
        return false;
    if (m_bytes[m_at] == '\n')
        addMark(Kind::LineBreak, 1);
    else if (isStringAhead())
        readString();
    else if (const qsizetype end = nameEnd(); end > m_at)
        readName(end);
    else
        addMark(Kind::Mark, 1);
    return true;
}

//! Of r, b, f and u before a string of Python.
qsizetype ScriptLexer::prefixLength() const
{
    constexpr QByteArrayView letters("rRbBfFuU");
    qsizetype length = 0;
    while (m_script->language == Language::Python && length < 2 && m_at + length < m_bytes.size()
           && letters.contains(m_bytes[m_at + length]))
        ++length;
    return length;
}

bool ScriptLexer::isStringAhead() const
{
    const bool isHere = m_script->language == Language::PowerShell && m_bytes[m_at] == '@';
    const qsizetype at = m_at + (isHere ? 1 : prefixLength());
    if (at >= m_bytes.size())
        return false;
    const bool isTemplate = m_bytes[at] == '`' && m_script->language == Language::JavaScript;
    return m_bytes[at] == '\'' || m_bytes[at] == '"' || isTemplate;
}

void ScriptLexer::readString()
{
    if (m_script->language == Language::PowerShell) {
        LiteralWriter writer(*m_text);
        const qsizetype end = readPowerShellString(m_bytes, m_at, writer);
        return add(Kind::String, end, writer.take(m_at));
    }
    const QByteArrayView prefix = m_bytes.sliced(m_at, prefixLength());
    const auto hasLetter = [prefix](char letter) {
        return prefix.contains(letter) || prefix.contains(char(letter - 0x20));
    };
    const qsizetype at = m_at + prefix.size();
    const QByteArrayView rest = m_bytes.sliced(at);
    const bool isTriple = m_script->language == Language::Python
        && (rest.startsWith("\"\"\"") || rest.startsWith("'''"));
    readQuoted(rest.first(isTriple ? 3 : 1), hasLetter('r'), hasLetter('f'));
}

//! `{…}` of an f-string or `${…}` of a template literal at the place.
qsizetype ScriptLexer::readField(qsizetype at, bool isTemplate, LiteralWriter &writer) const
{
    constexpr qsizetype longest = 512;
    const QByteArrayView rest = m_bytes.sliced(at).first(std::min(longest, m_bytes.size() - at));
    if (!isTemplate && (rest.startsWith("{{") || rest.startsWith("}}"))) {
        writer.keep(at, at + 1);
        return at + 2;
    }
    const qsizetype length = rest.indexOf('}');
    const bool isField = rest.startsWith(isTemplate ? QByteArrayView("${") : QByteArrayView("{"));
    if (!isField || length < 0 || rest.first(length).contains('\n')) {
        writer.keep(at, at + 1);
        return at + 1;
    }
    writer.gap(at, at + length + 1);
    return at + length + 1;
}

void ScriptLexer::readQuoted(QByteArrayView quote, bool isRaw, bool hasFields)
{
    const bool isTemplate = quote[0] == '`';
    const bool isLong = isTemplate || quote.size() > 1;
    LiteralWriter writer(*m_text);
    const qsizetype start = m_at + prefixLength() + quote.size();
    qsizetype at = start;
    while (at < m_bytes.size() && !m_bytes.sliced(at).startsWith(quote)
           && (isLong || m_bytes[at] != '\n')) {
        const char c = m_bytes[at];
        if (c == '\\' && !isRaw) {
            at = readEscape(m_bytes, at, writer);
        } else if ((isTemplate && c == '$') || (hasFields && (c == '{' || c == '}'))) {
            at = readField(at, isTemplate, writer);
        } else {
            writer.keep(at, at + 1);
            ++at;
        }
    }
    const bool isClosed = at < m_bytes.size() && m_bytes[at] == quote[0];
    add(Kind::String, std::min(at + (isClosed ? quote.size() : 0), m_bytes.size()),
        writer.take(std::min(start, m_bytes.size())));
}

qsizetype ScriptLexer::nameEnd() const
{
    const QByteArrayView rest = m_bytes.sliced(m_at);
    qsizetype end = m_at;
    if (m_script->language != Language::PowerShell) {
        while (end < m_bytes.size() && isNameCharacter(m_bytes[end]))
            ++end;
        return end;
    }
    const bool isUrl = rest.startsWith("http");
    while (end < m_bytes.size() && !endsBareWord(m_bytes[end])
           && (isUrl || (m_bytes[end] != '=' && m_bytes[end] != '@')))
        ++end;
    return end;
}

void ScriptLexer::readName(qsizetype end)
{
    add(Kind::Name, end, {m_text->sliced(m_at, end - m_at), {}});
}

} // namespace capture
