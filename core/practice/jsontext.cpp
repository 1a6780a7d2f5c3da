// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/jsontext.h"

namespace practice::jsontext {

QByteArray text(QStringView value)
{
    QByteArray json(1, '"');
    for (const char c : value.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            json.append('\\').append(c);
        else if (byte < 0x20)
            json += "\\u00" + QByteArray(1, c).toHex();
        else
            json += c;
    }
    return json + '"';
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray boolean(bool value)
{
    return value ? "true" : "false";
}

QByteArray list(const QStringList &values)
{
    QByteArrayList items;
    for (const QString &value : values)
        items.append(text(value));
    return '[' + items.join(',') + ']';
}

QByteArray object(const Members &members)
{
    QByteArrayList items;
    for (auto member = members.begin(); member != members.end(); ++member)
        items.append(text(QString::fromUtf8(member.key())) + ':' + member.value());
    return '{' + items.join(',') + '}';
}

} // namespace practice::jsontext
