// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/base64url.h"

#include "core/jose/blanks.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace jose::base64url {

namespace {

constexpr std::string_view alphabet
    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

//! Four characters make three bytes and an empty fourth one; every byte that is no base64url
//! character leaves this mark in the fourth, so that the "or" of all groups tells in one test at
//! the end whether any character was foreign. Values stand in the order in which memory has them.
constexpr quint32 foreign = qToBigEndian(quint32(1));

//! What a character adds to its group, already moved to its place: one look-up, no shift.
using Values = std::array<quint32, 256>;

constexpr Values makeValues(int place)
{
    Values values{};
    values.fill(foreign);
    for (size_t i = 0; i < alphabet.size(); ++i)
        values[quint8(alphabet[i])] = qToBigEndian(quint32(i) << (26 - 6 * place));
    return values;
}

constexpr std::array<Values, 4> values{makeValues(0), makeValues(1), makeValues(2), makeValues(3)};

quint32 valueOf(char c, size_t place)
{
    return values[place][quint8(c)];
}

//! The character at `offset` as a person would name it.
QString characterAt(QByteArrayView text, qsizetype offset)
{
    const auto lead = quint8(text[offset]);
    const qsizetype length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const QByteArrayView bytes = text.sliced(offset, qMin(length, text.size() - offset));
    if (!bytes.isValidUtf8())
        return u"0x"_s + QString::number(lead, 16).toUpper();
    // QString::fromUtf8 would swallow a byte order mark.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

QLatin1StringView errorFor(QByteArrayView rest)
{
    if (rest.front() == '=')
        return "base64url.padding"_L1;
    return blanks::blankAtFront(rest) > 0 ? "base64url.whitespace"_L1 : "base64url.alphabet"_L1;
}

//! Why the whole cannot be decoded. Off the fast path, so it may look at everything again.
auto refusal(QByteArrayView text)
{
    const auto isForeign = [](char c) { return valueOf(c, 0) == foreign; };
    const auto first = std::find_if(text.begin(), text.end(), isForeign);
    if (first != text.end()) {
        const qsizetype offset = first - text.begin();
        return base::failure(errorFor(text.sliced(offset)), characterAt(text, offset), offset);
    }
    const qsizetype last = text.size() - 1;
    if (text.size() % 4 == 1)
        return base::failure("base64url.length"_L1, QString::number(text.size()), last);
    return base::failure("base64url.trailing_bits"_L1, characterAt(text, last), last);
}

//! Writes the bytes of the last two or three characters. False if one of them is foreign or has
//! bits that belong to no byte.
bool decodeTail(QByteArrayView tail, char *out)
{
    quint32 group = 0;
    for (qsizetype i = 0; i < tail.size(); ++i)
        group |= valueOf(tail[i], size_t(i));
    std::array<char, sizeof group> bytes{};
    memcpy(bytes.data(), &group, sizeof group);
    const auto written = qMax(tail.size() - 1, qsizetype(0));
    std::copy_n(bytes.begin(), written, out);
    const auto isZero = [](char byte) { return byte == 0; };
    return std::all_of(bytes.begin() + written, bytes.end(), isZero);
}

//! Writes the characters of the last one or two bytes.
void encodeTail(QByteArrayView tail, char *out)
{
    quint32 group = 0;
    for (const char byte : tail)
        group = group << 8 | quint8(byte);
    group <<= 8 * (3 - tail.size());
    for (qsizetype i = 0; i <= tail.size() && !tail.isEmpty(); ++i)
        *out++ = alphabet[group >> (18 - 6 * i) & 0x3F];
}

} // namespace

base::Result<QByteArray> decode(QByteArrayView text)
{
    const qsizetype tail = text.size() % 4;
    if (tail == 1)
        return refusal(text);
    QByteArray bytes(text.size() / 4 * 3 + (tail > 0 ? tail - 1 : 0), Qt::Uninitialized);
    char *out = bytes.data();
    const char *const end = text.data() + (text.size() - tail);
    quint32 seen = 0;
    for (const char *in = text.data(); in != end; in += 4, out += 3) {
        const auto four = qFromLittleEndian<quint32>(in);
        const quint32 group = values[0][four & 0xFF] | values[1][four >> 8 & 0xFF]
            | values[2][four >> 16 & 0xFF] | values[3][four >> 24];
        seen |= group;
        // The fourth byte lies on the next group, the tail or the NUL behind every QByteArray.
        memcpy(out, &group, sizeof group);
    }
    if ((seen & foreign) != 0 || !decodeTail(text.last(tail), out))
        return refusal(text);
    return bytes;
}

QByteArray encode(QByteArrayView bytes)
{
    QByteArray text((bytes.size() * 8 + 5) / 6, Qt::Uninitialized);
    char *out = text.data();
    const auto byteAt = [bytes](qsizetype index) { return quint32(quint8(bytes[index])); };
    qsizetype i = 0;
    for (; i + 3 <= bytes.size(); i += 3, out += 4) {
        const quint32 group = byteAt(i) << 16 | byteAt(i + 1) << 8 | byteAt(i + 2);
        out[0] = alphabet[group >> 18];
        out[1] = alphabet[group >> 12 & 0x3F];
        out[2] = alphabet[group >> 6 & 0x3F];
        out[3] = alphabet[group & 0x3F];
    }
    encodeTail(bytes.sliced(i), out);
    return text;
}

} // namespace jose::base64url
