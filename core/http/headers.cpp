// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/http/headers.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

bool isNamed(const Header &header, QByteArrayView name)
{
    return QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

void HeaderList::append(QByteArray name, QByteArray value)
{
    m_headers.append({std::move(name), std::move(value)});
}

QByteArray HeaderList::value(QByteArrayView name) const
{
    const auto found = std::find_if(m_headers.begin(), m_headers.end(),
                                    [&](const Header &header) { return isNamed(header, name); });
    if (found == m_headers.end())
        return {};
    return found->value.isNull() ? ""_ba : found->value; // null would mean "not there"
}

QList<QByteArray> HeaderList::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const Header &header : m_headers) {
        if (isNamed(header, name))
            found.append(header.value);
    }
    return found;
}

bool HeaderList::contains(QByteArrayView name) const
{
    return std::any_of(m_headers.begin(), m_headers.end(),
                       [&](const Header &header) { return isNamed(header, name); });
}

QByteArray mediaType(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArrayView type = semicolon < 0 ? contentType : contentType.first(semicolon);
    return type.trimmed().toByteArray().toLower();
}

bool isJsonMediaType(QByteArrayView contentType)
{
    const QByteArray type = mediaType(contentType);
    return type == "application/json" || (type.contains('/') && type.endsWith("+json"));
}

} // namespace http
