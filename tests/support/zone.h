// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <ctime>

namespace support {

//! The zone of the machine, as long as this lives.
class Zone final
{
public:
    explicit Zone(const QByteArray &name)
        : m_before(qgetenv("TZ"))
    {
        qputenv("TZ", name);
        tzset();
    }
    ~Zone()
    {
        if (m_before.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", m_before);
        tzset();
    }
    Q_DISABLE_COPY_MOVE(Zone)

private:
    QByteArray m_before;
};

} // namespace support
