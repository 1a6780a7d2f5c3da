// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <optional>

namespace http {

//! A URL cut at its delimiters (RFC 3986 appendix B), every part exactly as it was written. QUrl
//! would lower the case of the host, decode %41 and drop a default port: identifiers need the text.
struct UrlParts
{
    QString scheme;
    std::optional<QString> userinfo;
    QString host; //!< Brackets of an IPv6 literal included.
    std::optional<QString> port;
    QString path;
    std::optional<QString> query;
    std::optional<QString> fragment;

    //! Scheme and authority as written, without userinfo: "https://Host:443".
    [[nodiscard]] QString base() const;
    //! Explicit or of the scheme; -1 when there is none or it is no port number.
    [[nodiscard]] int effectivePort() const;
    //! To compare origins (RFC 6454): scheme and host in lower case, the port always spelled out.
    [[nodiscard]] QString origin() const;
};

//! Nothing when the text does not begin with "scheme://".
[[nodiscard]] std::optional<UrlParts> splitUrl(const QString &text);

//! Whether both are URLs of the same scheme, host and port.
[[nodiscard]] bool sameOrigin(const QString &one, const QString &other);

} // namespace http
