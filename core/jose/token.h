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
    base::Span span; //!< In Token::text(). For JSON serialization: inside the quotes.
    QByteArray bytes; //!< Decoded. With `problem`: what the named repair would give, for showing.
    std::optional<base::Error> problem; //!< Why the strict decoding refused; offset within the part.
    QList<QLatin1StringView> repairs; //!< base64url::Repair::steps where that helps.
    base::json::Document json; //!< Of `bytes`; look at json.isValid() before trusting it.

    //! The span in Token::text() of the characters that hold these decoded bytes.
    [[nodiscard]] base::Span textSpan(const base::Span &decoded) const;
    //! The decoded bytes that this range of Token::text() holds.
    [[nodiscard]] base::Span decodedSpan(const base::Span &text) const;
};

//! One signature over the payload. A compact token has exactly one.
struct SignatureBlock
{
    Part protectedHeader;
    base::json::Value unprotectedHeader; //!< JSON serialization only.
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
    //! Structure problems: token.parts (with the count in detail), token.signature_missing,
    //! token.json_member, token.mixed_headers …; part and JSON problems stay with their parts.
    [[nodiscard]] const QList<base::Error> &problems() const;
    //! Header, payload, signature; five for a JWE; empty for opaque text.
    [[nodiscard]] const QList<Part> &parts() const;
    [[nodiscard]] const Part &payload() const; //!< Absent part for JWE and opaque text.
    [[nodiscard]] const QList<SignatureBlock> &signatures() const;
    //! The protected header of the first signature, or of the JWE.
    [[nodiscard]] const Part &header() const;
    //! The JWT claims set; absent unless the payload is a JSON object.
    [[nodiscard]] base::json::Value claims() const;
    //! The outermost JSON text of a JSON serialization.
    [[nodiscard]] const base::json::Document &envelope() const;
    //! The token inside a nested JWT (RFC 7519 section 5.2), if the payload is one.
    [[nodiscard]] std::shared_ptr<const Token> nested() const;
    //! RFC 7797: the payload is sent as it is.
    [[nodiscard]] bool hasUnencodedPayload() const;

private:
    struct Data;
    std::shared_ptr<const Data> m_data;
};

//! What was taken off around a pasted token, in order: "whitespace", "bom", "quotes",
//! "header_name" (Authorization:), "scheme" (Bearer), "trailing_comma" …
struct CleanedInput
{
    QByteArray token;
    QList<QLatin1StringView> removed;
    bool fromAuthorizationHeader = false; //!< "Authorization:" or "Bearer" stood before it.
    base::Span span; //!< Of the token in the pasted text.
};
[[nodiscard]] CleanedInput cleanUp(QByteArrayView pasted);

} // namespace jose
