// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/secretbytes.h"

#include <QDebug>

#include <utility>

namespace base {

// Through a volatile pointer, because a plain memset before a free is dropped by the optimizer.
void wipe(QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    volatile char *data = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        data[i] = '\0';
}

SecretBytes::SecretBytes(QByteArrayView bytes)
    : m_bytes(bytes.toByteArray())
{
}

SecretBytes::~SecretBytes()
{
    wipe(m_bytes);
}

// Never shared: wiping one copy must not empty the others, nor make Qt copy before it writes.
SecretBytes::SecretBytes(const SecretBytes &other)
    : m_bytes(other.m_bytes.constData(), other.m_bytes.size())
{
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes other) noexcept
{
    m_bytes.swap(other.m_bytes);
    return *this;
}

// Takes as long for a difference in the first byte as in the last. The length is no secret.
bool operator==(const SecretBytes &a, const SecretBytes &b)
{
    if (a.size() != b.size())
        return false;
    volatile uchar difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference = uchar(difference | uchar(a.m_bytes[i] ^ b.m_bytes[i]));
    return difference == 0;
}

QDebug operator<<(QDebug debug, const SecretBytes &)
{
    const QDebugStateSaver saver(debug);
    return debug.noquote() << "[secret]";
}

} // namespace base
