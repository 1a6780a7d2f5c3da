// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/http/headers.h"

namespace practice {

//! One HTTP/1.x request as it arrived. The head has passed parseHead(): no control characters in
//! it.
struct HttpRequest
{
    QByteArray method; //!< As sent; "GET".
    QByteArray path; //!< Without the query; "*" for OPTIONS of the whole server.
    QByteArray query; //!< With its "?"; empty when there is none.
    QByteArray host; //!< Of an absolute target (RFC 9112 section 3.2.2), else the Host header.
    http::HeaderList headers;
    QByteArray head; //!< The raw bytes of request line and headers, for tests that count blanks.
    QByteArray body;
    qint64 bodyBytes = 0; //!< Content-Length.
    bool keepAlive = true;
    bool isHttp10 = false;
};

//! What is sent back. Date, Content-Length and Connection are the server's business.
struct HttpAnswer
{
    int status = 200;
    http::HeaderList headers;
    QByteArray body;
};

//! Reads request line and headers, without the empty line that ends them. Strict (RFC 9112): only
//! CRLF, no folded lines, one Host, no chunked bodies. Errors: request.line, request.version,
//! request.header, request.host, request.length, request.encoding.
[[nodiscard]] base::Result<HttpRequest> parseHead(QByteArrayView head);

//! The status that tells a client about an Error of parseHead() or of the connection.
[[nodiscard]] int statusOf(const base::Error &error);

//! A plain answer that names the status and the reason.
[[nodiscard]] HttpAnswer plainAnswer(int status, const QByteArray &text);

//! How the answer is put on the wire.
struct Framing
{
    base::Instant now{};
    bool withBody = true; //!< Not for HEAD, which still names the length.
    bool keepAlive = true;
    bool isHttp10 = false;
};
//! Status line, fields and body (RFC 9112 section 2.1), with Date, Content-Length and Connection.
[[nodiscard]] QByteArray serialize(const HttpAnswer &answer, const Framing &framing);

} // namespace practice
