// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/jsontokenizer.h"

#include "core/base/jsonbytes.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace base::json {

namespace {

// A file of garbage must not become a list of a million problems.
constexpr int maxEncodingProblems = 64;
// The longest unit that is never cut in two: a \uXXXX escape.
constexpr qsizetype maxUnit = 6;
constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

const char *literalText(TokenKind kind)
{
    if (kind == TokenKind::True)
        return "true";
    return kind == TokenKind::False ? "false" : "null";
}

} // namespace

Tokenizer::Tokenizer(TokenSink *sink, const Limits &limits, qint64 offset)
    : m_sink(sink)
    , m_limits(limits)
    , m_start(offset)
    , m_offset(offset)
{
}

void Tokenizer::feed(QByteArrayView chunk)
{
    if (m_stopped)
        return;
    if (!m_tail.isEmpty())
        chunk = joinTail(chunk);
    if (m_stopped || chunk.isEmpty())
        return;
    const QByteArrayView rest = chunk.sliced(run(chunk));
    if (!m_stopped)
        m_tail.append(rest.data(), rest.size());
}

// Runs over the end of the last chunk and the beginning of this one, joined: together they are long
// enough for any unit. Returns what is left of this chunk.
QByteArrayView Tokenizer::joinTail(QByteArrayView chunk)
{
    const qsizetype tailSize = m_tail.size();
    const QByteArrayView head = chunk.first(std::min(chunk.size(), maxUnit));
    QVarLengthArray<char, 16> joint = m_tail;
    joint.append(head.data(), head.size());
    m_tail.clear();
    const qsizetype consumed = run({joint.constData(), joint.size()});
    if (m_stopped)
        return {};
    if (consumed >= tailSize)
        return chunk.sliced(consumed - tailSize);
    m_tail.append(joint.constData() + consumed, joint.size() - consumed);
    return {};
}

// Returns how many bytes were dealt with: all, or all but the beginning of a cut unit.
qsizetype Tokenizer::run(QByteArrayView bytes)
{
    m_begin = bytes.begin();
    m_end = bytes.end();
    const char *p = m_begin;
    if (m_offset == m_start) {
        p = skipMark(p);
        if (p == nullptr)
            return 0;
    }
    if (m_inToken)
        p = resume(p);
    while (p != m_end && !m_stopped && !m_inToken)
        p = step(p);
    if (m_inToken)
        keepText(p);
    m_offset = offsetOf(p);
    return p - m_begin;
}

// RFC 8259 section 8.1: a byte order mark must not be there, and a reader may ignore it. Null when
// the bytes could still become one.
const char *Tokenizer::skipMark(const char *p)
{
    const QByteArrayView bytes(m_begin, m_end);
    if (bytes.startsWith(byteOrderMark)) {
        m_sink->onProblem({"json.bom"_L1, {}, m_start});
        return p + byteOrderMark.size();
    }
    return byteOrderMark.startsWith(bytes) ? nullptr : p;
}

const char *Tokenizer::step(const char *p)
{
    const char c = *p;
    if (bytes::isSpace(c))
        return p + 1;
    switch (m_expect) {
    case Expect::FirstElement:
        if (c == ']')
            return close(TokenKind::EndArray, p);
        [[fallthrough]];
    case Expect::Value:
        return beginValue(p);
    case Expect::FirstName:
        if (c == '}')
            return close(TokenKind::EndObject, p);
        [[fallthrough]];
    case Expect::Name:
        return beginName(p);
    case Expect::Colon:
        return c == ':' ? stepOver(p, Expect::Value) : misfit(p);
    case Expect::NextElement:
        if (c == ',')
            return stepOver(p, Expect::Value);
        return c == ']' ? close(TokenKind::EndArray, p) : misfit(p);
    case Expect::NextMember:
        if (c == ',')
            return stepOver(p, Expect::Name);
        return c == '}' ? close(TokenKind::EndObject, p) : misfit(p);
    case Expect::End:
        break;
    }
    return misfit(p);
}

const char *Tokenizer::stepOver(const char *p, Expect next)
{
    m_expect = next;
    return p + 1;
}

const char *Tokenizer::beginValue(const char *p)
{
    switch (*p) {
    case '{':
        return open(TokenKind::BeginObject, p);
    case '[':
        return open(TokenKind::BeginArray, p);
    case '"':
        return scanString(beginToken(TokenKind::String, p) + 1);
    case 't':
        return scanLiteral(beginToken(TokenKind::True, p));
    case 'f':
        return scanLiteral(beginToken(TokenKind::False, p));
    case 'n':
        return scanLiteral(beginToken(TokenKind::Null, p));
    default:
        break;
    }
    if (*p != '-' && !number::isDigit(*p))
        return misfit(p);
    m_number = number::State::Start;
    return scanNumber(beginToken(TokenKind::Number, p));
}

const char *Tokenizer::beginName(const char *p)
{
    return *p == '"' ? scanString(beginToken(TokenKind::Name, p) + 1) : misfit(p);
}

const char *Tokenizer::beginToken(TokenKind kind, const char *p)
{
    m_kind = kind;
    m_inToken = true;
    m_escaped = false;
    m_badEncoding = false;
    m_tokenStart = offsetOf(p);
    return p;
}

const char *Tokenizer::resume(const char *p)
{
    if (m_kind == TokenKind::Name || m_kind == TokenKind::String)
        return scanString(p);
    return m_kind == TokenKind::Number ? scanNumber(p) : scanLiteral(p);
}

const char *Tokenizer::open(TokenKind kind, const char *p)
{
    if (m_objects.size() >= m_limits.depth) {
        stop("json.depth"_L1, QString::number(m_limits.depth), offsetOf(p));
        return p;
    }
    const bool isObject = kind == TokenKind::BeginObject;
    m_objects.append(isObject);
    m_expect = isObject ? Expect::FirstName : Expect::FirstElement;
    m_sink->onToken({kind, false, {offsetOf(p), offsetOf(p) + 1}, {p, 1}});
    return p + 1;
}

const char *Tokenizer::close(TokenKind kind, const char *p)
{
    m_objects.removeLast();
    m_expect = afterValue();
    m_sink->onToken({kind, false, {offsetOf(p), offsetOf(p) + 1}, {p, 1}});
    return p + 1;
}

Tokenizer::Expect Tokenizer::afterValue() const
{
    if (m_objects.isEmpty())
        return Expect::End;
    return m_objects.last() ? Expect::NextMember : Expect::NextElement;
}

// Each scan function stops where the token ends, where it breaks, or before a unit that the chunk
// cuts; then m_inToken stays set.
const char *Tokenizer::scanString(const char *p)
{
    while (true) {
        p = bytes::skipPlain(p, m_end);
        if (p == m_end)
            return p;
        if (*p == '"') {
            emitToken(p + 1);
            return p + 1;
        }
        if (uchar(*p) < 0x20)
            return failAt(p, "a control character to be escaped");
        const char *next = *p == '\\' ? scanEscape(p) : scanSequence(p);
        if (next == p || m_stopped)
            return p;
        p = next;
    }
}

// RFC 8259 section 7. A lone surrogate is legal here (section 8.2).
const char *Tokenizer::scanEscape(const char *p)
{
    m_escaped = true;
    if (p + 1 == m_end)
        return p;
    if (p[1] != 'u') {
        const bool known = p[1] != '\0' && std::strchr("\"\\/bfnrt", p[1]) != nullptr;
        return known ? p + 2 : failAt(p + 1, "one of \" \\ / b f n r t u after the backslash");
    }
    for (const char *digit = p + 2; digit != p + maxUnit; ++digit) {
        if (digit == m_end)
            return p;
        if (!bytes::isHexDigit(*digit))
            return failAt(digit, "four hexadecimal digits after \\u");
    }
    return p + maxUnit;
}

const char *Tokenizer::scanSequence(const char *p)
{
    const utf8::Step step = utf8::step(p, m_end);
    if (step.cut)
        return p;
    if (!step.wellFormed)
        reportEncoding(*p, offsetOf(p));
    return p + step.length;
}

const char *Tokenizer::scanNumber(const char *p)
{
    for (; p != m_end; ++p) {
        const number::State next = number::next(m_number, *p);
        if (next == number::State::Stop)
            break;
        m_number = next;
    }
    if (p == m_end)
        return p;
    if (!number::isComplete(m_number))
        return failAt(p, "a digit");
    if (m_number == number::State::Zero && number::isDigit(*p))
        return failAt(p, "no digit after a leading zero");
    emitToken(p);
    return p;
}

const char *Tokenizer::scanLiteral(const char *p)
{
    const char *text = literalText(m_kind);
    qint64 seen = offsetOf(p) - m_tokenStart;
    for (; text[seen] != '\0'; ++p, ++seen) {
        if (p == m_end)
            return p;
        if (*p != text[seen])
            return failAt(p, text);
    }
    emitToken(p);
    return p;
}

void Tokenizer::emitToken(const char *end)
{
    const Span span{m_tokenStart, offsetOf(end)};
    m_inToken = false;
    m_expect = m_kind == TokenKind::Name ? Expect::Colon : afterValue();
    if (m_tokenStart >= m_offset) {
        const QByteArrayView text(m_begin + (m_tokenStart - m_offset), end);
        m_sink->onToken(
            {m_kind, m_escaped, span, text.first(qMin(text.size(), m_limits.textBytes))});
        return;
    }
    keepText(end);
    m_sink->onToken({m_kind, m_escaped, span, m_text});
    m_text.clear();
}

// Adds what these bytes hold of a token that does not begin and end in them.
void Tokenizer::keepText(const char *end)
{
    const char *begin = m_begin + qMax<qint64>(0, m_tokenStart - m_offset);
    const qsizetype room = m_limits.textBytes - m_text.size();
    m_text.append(begin, qMin<qsizetype>(room, end - begin));
}

void Tokenizer::finish()
{
    if (m_stopped)
        return;
    if (!m_tail.isEmpty() && !m_inToken)
        return stop("json.syntax"_L1,
                    u"expected a value, found "_s + bytes::describe(m_tail.first()), m_start);
    if (!m_tail.isEmpty() && m_tail.first() != '\\')
        reportEncoding(m_tail.first(), m_offset);
    m_offset += m_tail.size();
    m_begin = m_end = nullptr;
    if (m_inToken)
        finishToken();
    if (m_stopped || m_expect == Expect::End)
        return;
    if (m_expect == Expect::Value && m_objects.isEmpty())
        return stop("json.empty"_L1, {}, m_offset);
    (void)misfit(nullptr);
}

// Only a number can end with the input.
void Tokenizer::finishToken()
{
    if (m_kind == TokenKind::Number && number::isComplete(m_number))
        emitToken(nullptr);
    else if (m_kind == TokenKind::Number)
        (void)failAt(nullptr, "a digit");
    else if (m_kind == TokenKind::Name || m_kind == TokenKind::String)
        (void)failAt(nullptr, "a closing double quote");
    else
        (void)failAt(nullptr, literalText(m_kind));
}

// The byte at `p` cannot stand where the grammar is.
const char *Tokenizer::misfit(const char *p)
{
    switch (m_expect) {
    case Expect::Value:
        return failAt(p, "a value");
    case Expect::FirstElement:
        return failAt(p, "a value or \"]\"");
    case Expect::NextElement:
        return failAt(p, "\",\" or \"]\"");
    case Expect::FirstName:
        return failAt(p, "a name in double quotes or \"}\"");
    case Expect::Name:
        return failAt(p, "a name in double quotes");
    case Expect::Colon:
        return failAt(p, "\":\"");
    case Expect::NextMember:
        return failAt(p, "\",\" or \"}\"");
    case Expect::End:
        break;
    }
    stop("json.trailing"_L1, bytes::isPrintable(*p) ? QString(QLatin1Char(*p)) : bytes::hex(*p),
         offsetOf(p));
    return p;
}

const char *Tokenizer::failAt(const char *p, const char *expected)
{
    const bool atEnd = p == m_end;
    const QString found = atEnd ? u"the end of the text"_s : bytes::describe(*p);
    stop("json.syntax"_L1, "expected "_L1 + QLatin1StringView(expected) + ", found "_L1 + found,
         offsetOf(p));
    return p;
}

void Tokenizer::stop(QLatin1StringView id, const QString &detail, qint64 offset)
{
    m_stopped = true;
    m_inToken = false;
    m_sink->onProblem({id, detail, offset});
}

void Tokenizer::reportEncoding(char byte, qint64 offset)
{
    if (m_badEncoding || m_encodingProblems == maxEncodingProblems)
        return;
    m_badEncoding = true;
    ++m_encodingProblems;
    m_sink->onProblem({"json.utf8"_L1, bytes::hex(byte), offset});
}

} // namespace base::json
