// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/finding.h"
#include "core/base/jsonnumber.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

namespace base::json {

//! The tokens of RFC 8259 section 2 but for "," and ":", which tell a listener nothing.
enum class TokenKind : quint8 {
    BeginObject,
    EndObject,
    BeginArray,
    EndArray,
    Name,
    String,
    Number,
    True,
    False,
    Null,
};

//! One lexical element, as it was sent.
struct Token
{
    TokenKind kind = TokenKind::Null;
    bool hasEscapes = false; //!< A name or string that must be decoded (jsonstring.h).
    Span span; //!< In the whole input, quotes included.
    //! The bytes of `span`, cut after Tokenizer::Limits::textBytes. Valid during the call only.
    QByteArrayView text;
};

//! Who listens to a Tokenizer.
class TokenSink
{
public:
    TokenSink() = default;
    virtual ~TokenSink() = default;
    Q_DISABLE_COPY_MOVE(TokenSink)

    //! In the order of the input. It must not feed the tokenizer that calls it.
    virtual void onToken(const Token &token) = 0;
    //! json.bom and json.utf8 do not stop the reading; every other problem is the last word.
    //! The detail of json.syntax says what was expected and found, that of json.trailing and
    //! json.utf8 what stands there, that of json.depth and json.size the limit.
    virtual void onProblem(const Error &problem) = 0;
};

//! Strict RFC 8259 over input that comes in chunks, cut anywhere, and is never held: what is kept
//! is one bit of a token that two chunks share. Offsets have 64 bits; nothing recurses.
//!
//! The offset of a problem is that of the first byte that no JSON text could have there, or the
//! length of the input when it ends too soon.
class Tokenizer
{
public:
    //! What the tokenizer stops at (depth) and what it cuts (text).
    struct Limits
    {
        int depth = 64;
        qsizetype textBytes = 1024 * 1024; //!< Of one token; its span is exact whatever its length.
    };

    //! `offset` is that of the first byte, where the JSON text is a part of something larger.
    explicit Tokenizer(TokenSink *sink, const Limits &limits, qint64 offset = 0);

    //! Calls the sink for every token that ends in this chunk before it returns; the chunk may go
    //! then.
    void feed(QByteArrayView chunk);
    //! Says that no more bytes will come; call it once.
    void finish();
    //! After a problem that ended the reading; further chunks are ignored.
    [[nodiscard]] bool isStopped() const { return m_stopped; }

private:
    enum class Expect : quint8 {
        Value,
        FirstElement,
        NextElement,
        FirstName,
        Name,
        Colon,
        NextMember,
        End,
    };

    [[nodiscard]] QByteArrayView joinTail(QByteArrayView chunk);
    [[nodiscard]] qsizetype run(QByteArrayView bytes);
    [[nodiscard]] const char *skipMark(const char *p);
    [[nodiscard]] const char *resume(const char *p);
    [[nodiscard]] const char *scanEscape(const char *p);
    [[nodiscard]] const char *scanSequence(const char *p);
    [[nodiscard]] const char *failAt(const char *p, const char *expected);
    [[nodiscard]] const char *misfit(const char *p);
    [[nodiscard]] qint64 offsetOf(const char *p) const { return m_offset + (p - m_begin); }
    void keepText(const char *end);
    void finishToken();
    void stop(QLatin1StringView id, const QString &detail, qint64 offset);
    void reportEncoding(char byte, qint64 offset);

    // Defined and used in jsontokenizer.cpp only. They see every few bytes, and calls to them would
    // cost a quarter of the whole reading.
    [[nodiscard]] inline const char *step(const char *p);
    [[nodiscard]] inline const char *stepOver(const char *p, Expect next);
    [[nodiscard]] inline const char *beginValue(const char *p);
    [[nodiscard]] inline const char *beginName(const char *p);
    [[nodiscard]] inline const char *beginToken(TokenKind kind, const char *p);
    [[nodiscard]] inline const char *open(TokenKind kind, const char *p);
    [[nodiscard]] inline const char *close(TokenKind kind, const char *p);
    [[nodiscard]] inline const char *scanString(const char *p);
    [[nodiscard]] inline const char *scanNumber(const char *p);
    [[nodiscard]] inline const char *scanLiteral(const char *p);
    [[nodiscard]] inline Expect afterValue() const;
    inline void emitToken(const char *end);

    TokenSink *m_sink;
    Limits m_limits;
    const char *m_begin = nullptr; // of the bytes that run() works on
    const char *m_end = nullptr;
    qint64 m_start; // of the JSON text in the whole input
    qint64 m_offset; // of m_begin in it
    qint64 m_tokenStart = 0;
    Expect m_expect = Expect::Value;
    TokenKind m_kind = TokenKind::Null;
    number::State m_number = number::State::Start;
    bool m_inToken = false;
    bool m_escaped = false;
    bool m_badEncoding = false; // in this token: said once a string
    bool m_stopped = false;
    int m_encodingProblems = 0;
    QVarLengthArray<bool, 64> m_objects; // the open containers: is it an object?
    QVarLengthArray<char, 16> m_tail; // the beginning of an escape, a character or a BOM
    QByteArray m_text; // of a token that began in an earlier chunk
};

} // namespace base::json
