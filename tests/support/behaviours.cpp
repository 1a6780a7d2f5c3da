// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/behaviours.h"

#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char c : bytes) {
        crc ^= static_cast<quint8>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

} // namespace

Behaviour answer(const QByteArray &status, const QByteArray &contentType, const QByteArray &body,
                 const QByteArray &extraHeaders)
{
    Behaviour behaviour;
    behaviour.opening = "HTTP/1.1 "_ba + status + "\r\nContent-Type: "_ba + contentType
        + "\r\nContent-Length: "_ba + QByteArray::number(body.size()) + "\r\n"_ba + extraHeaders
        + "\r\n"_ba + body;
    return behaviour;
}

Behaviour json(const QByteArray &body, const QByteArray &extraHeaders)
{
    return answer("200 OK", "application/json", body, extraHeaders);
}

Behaviour redirect(const QByteArray &location, const QByteArray &status)
{
    return answer(status, "text/plain", "moved", "Location: "_ba + location + "\r\n"_ba);
}

Behaviour silence()
{
    return {};
}

Behaviour endlessHead()
{
    Behaviour behaviour;
    behaviour.opening = "HTTP/1.1 200 OK\r\nX-Endless: "_ba;
    behaviour.repeated = QByteArray(4096, 'a');
    return behaviour;
}

Behaviour drip(std::chrono::milliseconds pause)
{
    Behaviour behaviour;
    behaviour.opening = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                        "Content-Length: 100000\r\n\r\n{"_ba;
    behaviour.repeated = " "_ba;
    behaviour.pause = pause;
    return behaviour;
}

Behaviour endlessBody()
{
    Behaviour behaviour;
    behaviour.opening = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                        "Connection: close\r\n\r\n{\"a\":\""_ba;
    behaviour.repeated = QByteArray(16384, 'a');
    return behaviour;
}

Behaviour reset()
{
    Behaviour behaviour;
    behaviour.ending = Behaviour::Ending::Reset;
    return behaviour;
}

QByteArray gzip(const QByteArray &bytes)
{
    // qCompress() writes the length (4 bytes) and then a zlib stream (RFC 1950): a head of two
    // bytes, deflated data, a checksum of four. gzip (RFC 1952) wraps the same data in other
    // clothes.
    const QByteArray zlib = qCompress(bytes);
    return QByteArray::fromHex("1f8b08000000000000ff") + zlib.mid(6, zlib.size() - 10)
        + littleEndian(crc32(bytes)) + littleEndian(static_cast<quint32>(bytes.size()));
}

Behaviour gzipBomb(qsizetype size)
{
    return json(gzip(QByteArray(size, '\0')), "Content-Encoding: gzip\r\n"_ba);
}

} // namespace support
