// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/json.h"

#include <QSharedDataPointer>

#include <memory>

namespace jose {

//! What the text is by its shape alone. Nothing is judged here.
enum class Form : quint8 {
    Empty,
    Opaque, //!< No JWS or JWE structure can be seen.
    Compact, //!< header.payload.signature, also with a part missing.
    Encrypted, //!< Five parts, RFC 7516 section 3.1.
    FlattenedJson, //!< RFC 7515 section 7.2.2
    GeneralJson, //!< RFC 7515 section 7.2.1
    EncryptedJson, //!< RFC 7516 section 7.2
};

//! One base64url part of a token: where it stands in the text, and what it holds.
struct Part
{
    bool present = false;
    bool encoded = true; //!< False where RFC 7797 lets the text itself be the bytes.
    base::Span span; //!< In Token::text(). For JSON serialization: inside the quotes.
    //! Decoded. With `problem`, for showing only: what the named repairs would give, or as much of
    //! the beginning as can be decoded.
    QByteArray bytes;
    //! Why the strict decoding refused; offset within the part.
    std::optional<base::Error> problem;
    QList<QLatin1StringView> repairs; //!< base64url::Repair::steps where that helps.
    //! Of `bytes`, for header and payload; look at json.isValid() before trusting it.
    base::json::Document json;
    //! For each character that was decoded its range within the part, where a repair or a JSON
    //! escape moved characters; else empty.
    QList<base::Span> sources;

    //! The span in Token::text() of every character that holds a bit of these decoded bytes.
    [[nodiscard]] base::Span textSpan(const base::Span &decoded) const;
    //! The decoded bytes of which this range of Token::text() holds a bit; nowhere if none.
    [[nodiscard]] base::Span decodedSpan(const base::Span &text) const;
};

//! One signature over the payload. A compact token has exactly one.
struct SignatureBlock
{
    Part protectedHeader;
    base::json::Value unprotectedHeader; //!< JSON serialization only.
    base::json::Document envelope; //!< Keeps unprotectedHeader alive.
    Part signature;
    QByteArray signingInput; //!< RFC 7515 section 5.1 step 8, the exact bytes.

    //! The protected member, or the unprotected one when only that exists.
    [[nodiscard]] base::json::Value header(QByteArrayView name) const;
    //! `alg` as text; empty when absent or no string.
    [[nodiscard]] QByteArray algorithm() const;
};

//! A pasted token, taken apart. Reading never fails and never repairs: problems are listed.
class Token
{
public:
    Token();
    Token(const Token &other);
    Token(Token &&other) noexcept;
    Token &operator=(const Token &other);
    Token &operator=(Token &&other) noexcept;
    ~Token();

    //! `text` must be bare: core/capture and jose::cleanUp strip what stands around a token.
    [[nodiscard]] static Token read(QByteArray text);

    [[nodiscard]] const QByteArray &text() const;
    [[nodiscard]] Form form() const;
    //! What is wrong with the structure, `offset` in text(); part and JSON problems stay with their
    //! parts. token.parts (`detail`: how many there are), token.signature_missing (absent, or empty
    //! though `alg` is not none), token.payload_detached (absent or empty: it is sent elsewhere, or
    //! nothing was signed); of JSON serializations (`detail`: the name) token.json_member (missing,
    //! of a wrong type, or not to stand there), token.json_duplicate, token.mixed_headers,
    //! token.signatures (`detail`: how many; more than 64 are not read), and json.*; 64
    //! problems at most.
    [[nodiscard]] const QList<base::Error> &problems() const;
    //! Header, payload, signature, of which some may not be present; five for a JWE; empty for
    //! opaque text. Where there are too many, the first five.
    [[nodiscard]] const QList<Part> &parts() const;
    [[nodiscard]] const Part &payload() const; //!< Absent part for JWE and opaque text.
    [[nodiscard]] const QList<SignatureBlock> &signatures() const;
    //! The protected header of the first signature, or of the JWE.
    [[nodiscard]] const Part &header() const;
    //! The JWT claims set; absent unless the payload is a JSON object. Of a damaged payload what
    //! could be read: ask payload() before judging by it.
    [[nodiscard]] base::json::Value claims() const;
    //! The outermost JSON text, where the text is JSON, even if it is no JSON serialization.
    [[nodiscard]] const base::json::Document &envelope() const;
    //! The token inside a nested JWT (RFC 7519 section 5.2), if the payload is one; null below
    //! eight levels.
    [[nodiscard]] std::shared_ptr<const Token> nested() const;
    //! RFC 7797: the payload is sent as it is.
    [[nodiscard]] bool hasUnencodedPayload() const;

private:
    struct Data;
    [[nodiscard]] static Token readAtLevel(QByteArray text, int level);
    std::shared_ptr<const Data> m_data;
};

//! A bare token, and what was taken off around it. Nothing inside it is touched, line breaks least
//! of all.
struct CleanedInput
{
    QByteArray token;
    //! Each kind once, in the order in which it was met: "whitespace", "bom", "quotes",
    //! "header_name" (Authorization:), "colon" and "tab" (behind the scheme, where only spaces may
    //! stand), "trailing_comma", "trailing_semicolon"; "scheme" (Bearer, DPoP) each time.
    QList<QLatin1StringView> removed;
    bool fromAuthorizationHeader = false; //!< "Authorization:" or "Bearer" stood before it.
    base::Span span; //!< Of the token in the pasted text.
};
//! Takes off what people copy along. Never fails; what is left may still be no token.
[[nodiscard]] CleanedInput cleanUp(QByteArrayView pasted);

} // namespace jose
