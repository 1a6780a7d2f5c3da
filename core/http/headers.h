// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QList>

namespace http {

//! One field line, name and value as they were sent.
struct Header
{
    QByteArray name;
    QByteArray value;
    friend bool operator==(const Header &, const Header &) = default;
};

//! Header fields in the order they were sent (RFC 9110 section 5). Names compare
//! case-insensitively.
class HeaderList
{
public:
    HeaderList() = default;
    explicit HeaderList(QList<Header> headers)
        : m_headers(std::move(headers))
    {
    }
    //! Bytes as they are: nothing is trimmed, joined or checked.
    void append(QByteArray name, QByteArray value);
    [[nodiscard]] const QList<Header> &all() const { return m_headers; }
    //! The first of this name; null when there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    //! All of this name, in order; they are not joined with commas (RFC 9110 section 5.3).
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    [[nodiscard]] bool contains(QByteArrayView name) const;
    friend bool operator==(const HeaderList &, const HeaderList &) = default;

private:
    QList<Header> m_headers;
};

//! RFC 9110 section 5.6.7, all three forms. Error http.date.
[[nodiscard]] base::Result<base::Instant> parseHttpDate(QByteArrayView text);

//! "application/json" of "Application/JSON; charset=utf-8".
[[nodiscard]] QByteArray mediaType(QByteArrayView contentType);
//! application/json, and every +json.
[[nodiscard]] bool isJsonMediaType(QByteArrayView contentType);

} // namespace http
