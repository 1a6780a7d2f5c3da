// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/bodies.h"
#include "core/capture/jsonform.h"
#include "core/capture/jsonrecord.h"
#include "core/capture/lines.h"
#include "core/capture/literal.h"

#include "core/base/json.h"

#include <algorithm>

namespace capture {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isQuote(char c)
{
    return c == '\'' || c == '"' || c == '`';
}

bool isWordCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("_$.-").contains(c);
}

//! Writes what Node.js prints of an object (util.inspect) as the JSON that means the same: quotes
//! around names and strings, null for functions, classes and what was left out.
class InspectedWriter
{
public:
    //! Looks no further than `limit`.
    InspectedWriter(const SourceText &text, qsizetype from, qsizetype limit)
        : m_text(text)
        , m_bytes(QByteArrayView(text.bytes()).first(limit))
        , m_at(from)
    {
    }

    //! Goes over the object whose brace is here; false where it is not written so.
    [[nodiscard]] bool write();
    [[nodiscard]] const SourceText &json() const { return m_json; }
    [[nodiscard]] qsizetype end() const { return m_at; }

private:
    [[nodiscard]] bool step();
    [[nodiscard]] bool writeName();
    [[nodiscard]] bool writeValue();
    [[nodiscard]] bool writeString();
    void writeInner(const SourceText &inner);
    [[nodiscard]] bool writeWord();
    void open(char bracket);
    void skipBlanks();
    [[nodiscard]] char current() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }
    [[nodiscard]] qsizetype wordEnd() const;
    void put(QByteArrayView json) { m_json.appendReplaced(json, m_text.span(m_at, 0)); }

    const SourceText &m_text;
    QByteArrayView m_bytes;
    qsizetype m_at;
    QByteArray m_open; //!< The brackets that are open, innermost last.
    bool m_isFirst = true; //!< Nothing stands in the innermost one yet.
    SourceText m_json;
};

void InspectedWriter::skipBlanks()
{
    while (m_at < m_bytes.size() && isBlank(m_bytes[m_at]))
        ++m_at;
}

void InspectedWriter::open(char bracket)
{
    put(bracket == '{' ? "{" : "[");
    m_open.append(bracket);
    m_isFirst = true;
    ++m_at;
}

//! With what its literal means, and JSON's escapes; long ones are cut in pieces with a plus
//! between.
bool InspectedWriter::writeString()
{
    put("\"");
    for (bool goesOn = true; goesOn;) {
        const Quoted piece = readQuoted(m_text, m_at, m_bytes.size());
        if (piece.close >= m_bytes.size())
            return false;
        writeInner(piece.text);
        m_at = piece.close + 1;
        const qsizetype behind = m_at;
        skipBlanks();
        goesOn = current() == '+';
        m_at = goesOn ? m_at + 1 : behind;
        if (goesOn)
            skipBlanks();
        if (goesOn && !isQuote(current()))
            return false;
    }
    put("\"");
    return true;
}

void InspectedWriter::writeInner(const SourceText &inner)
{
    qsizetype start = 0;
    for (qsizetype at = 0; at < inner.size(); ++at) {
        const char c = inner.bytes()[at];
        if (c != '"' && c != '\\' && uchar(c) >= ' ')
            continue;
        m_json.append(inner.sliced(start, at - start));
        const QByteArray escape = uchar(c) < ' '
            ? "\\u00" + QByteArray::number(int(uchar(c)), 16).rightJustified(2, '0')
            : QByteArray(1, '\\') + c;
        m_json.appendReplaced(escape, inner.span(at, 1));
        start = at + 1;
    }
    m_json.append(inner.sliced(start));
}

//! Of what stands bare: classes, numbers, "[Object]", "<ref *1>". Up to what ends a value.
qsizetype InspectedWriter::wordEnd() const
{
    int depth = 0;
    qsizetype at = m_at;
    for (; at < m_bytes.size(); ++at) {
        const char c = m_bytes[at];
        if (c == '\n' || (depth == 0 && (c == ',' || c == '{' || c == '}' || c == ']')))
            break;
        depth += c == '[' || c == '<' || c == '(' ? 1 : 0;
        depth -= depth > 0 && (c == ']' || c == '>' || c == ')') ? 1 : 0;
    }
    return at;
}

//! A number or truth value; the class of an object that follows; null for anything else.
bool InspectedWriter::writeWord()
{
    const qsizetype end = wordEnd();
    const QByteArrayView word = m_bytes.sliced(m_at, end - m_at).trimmed();
    if (word.isEmpty())
        return false;
    if (end < m_bytes.size() && m_bytes[end] == '{') {
        m_at = end;
        open('{');
        return true;
    }
    bool isNumber = false;
    (void)word.toDouble(&isNumber);
    const bool isJson = (isNumber && !word.startsWith('+') && word.back() != '.'
                         && (word.size() == 1 || word[0] != '0' || word[1] == '.'))
        || word == "true" || word == "false";
    if (isJson && std::ranges::all_of(word, isWordCharacter))
        m_json.append(m_text.sliced(m_at, word.size()));
    else
        put("null");
    m_at = end;
    return true;
}

//! "[Object]" and "[Function: f]" stand for a value, "[ 'a' ]" is a list.
bool InspectedWriter::writeValue()
{
    skipBlanks();
    const char c = current();
    if (isQuote(c))
        return writeString();
    const char next = m_at + 1 < m_bytes.size() ? m_bytes[m_at + 1] : '\0';
    const bool isList = c == '[' && (isBlank(next) || next == ']');
    if (c != '{' && !isList)
        return writeWord();
    open(c);
    return true;
}

//! "name: ", "'a name': ", "[Symbol(name)]: ", and "'name' => " of a map.
bool InspectedWriter::writeName()
{
    if (isQuote(current())) {
        if (!writeString())
            return false;
    } else {
        const bool isSymbol = current() == '[';
        const qsizetype close = isSymbol ? m_bytes.indexOf(']', m_at) : -1;
        qsizetype end = m_at;
        while (!isSymbol && end < m_bytes.size() && isWordCharacter(m_bytes[end]))
            ++end;
        end = isSymbol ? close + 1 : end;
        if (end <= m_at || (isSymbol && end - m_at > 80))
            return false;
        put("\"");
        writeInner(m_text.sliced(m_at, end - m_at));
        put("\"");
        m_at = end;
    }
    skipBlanks();
    const qsizetype size = m_bytes.sliced(m_at).startsWith("=>") ? 2 : 1;
    if (size == 1 && current() != ':')
        return false;
    put(":");
    m_at += size;
    return true;
}

bool InspectedWriter::step()
{
    skipBlanks();
    const char c = current();
    const bool isObject = m_open.back() == '{';
    if (c == (isObject ? '}' : ']')) {
        put(isObject ? "}" : "]");
        m_open.chop(1);
        m_isFirst = false;
        ++m_at;
        return true;
    }
    if (!m_isFirst) {
        if (c != ',')
            return false;
        ++m_at;
        skipBlanks();
        if (current() == '}' || current() == ']')
            return true;
        put(",");
    }
    m_isFirst = false;
    const bool isLeftOut = m_bytes.sliced(m_at).startsWith("..."); // "... 12 more items"
    if (isObject && !isLeftOut)
        return writeName() && writeValue();
    if (isObject)
        put("\"\":");
    return writeValue();
}

bool InspectedWriter::write()
{
    // A line within could begin an object as well; so no text is read more often than this.
    constexpr qsizetype deepest = 10; // util.inspect() stops at three, unless it is told to go on
    open('{');
    while (!m_open.isEmpty()) {
        if (m_open.size() > deepest || !step())
            return false;
    }
    return true;
}

} // namespace

//! The last line of a stack, behind which Node.js prints the members of an error.
bool beginsInspected(QByteArrayView text, qsizetype from)
{
    const QByteArrayView line = lineHead(text, from).trimmed();
    return line.startsWith("at ") && line.endsWith(" {");
}

qsizetype readInspected(const SourceText &text, qsizetype from, Collector &collector)
{
    constexpr qsizetype longest = 64 * 1024; // who reads on from here reads it again
    const qsizetype brace = lineHead(text.bytes(), from).lastIndexOf('{');
    InspectedWriter writer(text, from + brace, std::min(from + longest, text.size()));
    if (brace < 0 || !writer.write())
        return from;
    // Errors that tell of no request are told in sentences, which need no members.
    const auto document = base::json::Document::read(writer.json().bytes());
    if (!JsonRecord::readWhole(document.root()).isRequest())
        return from;
    if (!readJsonBody(writer.json(), -1, Side::Unknown, collector))
        return from;
    return writer.end();
}

} // namespace capture
