// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/jsonstring.h"

#include <QStringDecoder>

#include <cstring>

namespace base::json {

namespace {

constexpr char32_t replacement = 0xFFFD;

void appendUtf8(QByteArray &out, char32_t c)
{
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += char(0xC0 | (c >> 6));
        out += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += char(0xE0 | (c >> 12));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    } else {
        out += char(0xF0 | (c >> 18));
        out += char(0x80 | ((c >> 12) & 0x3F));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    }
}

char32_t hexUnit(const char *digits)
{
    return QByteArrayView(digits, 4).toUInt(nullptr, 16);
}

// `p` stands on the backslash of a \uXXXX; returns what follows the one or two escapes used.
const char *appendUnicodeEscape(QByteArray &out, const char *p, const char *end)
{
    const char32_t unit = hexUnit(p + 2);
    p += 6;
    if (!QChar::isSurrogate(unit)) {
        appendUtf8(out, unit);
        return p;
    }
    const bool pairMayFollow = end - p >= 6 && p[0] == '\\' && p[1] == 'u';
    const char32_t second = pairMayFollow ? hexUnit(p + 2) : 0;
    if (!QChar::isHighSurrogate(unit) || !QChar::isLowSurrogate(second)) {
        appendUtf8(out, replacement);
        return p;
    }
    appendUtf8(out, QChar::surrogateToUcs4(char16_t(unit), char16_t(second)));
    return p + 6;
}

char simpleEscape(char c)
{
    constexpr char letters[] = "bfnrt";
    constexpr char meanings[] = "\b\f\n\r\t";
    const char *found = std::strchr(letters, c);
    return found == nullptr ? c : meanings[found - letters];
}

} // namespace

QByteArray decodeString(QByteArrayView inner)
{
    QByteArray out;
    out.reserve(inner.size());
    const char *p = inner.begin();
    const char *end = inner.end();
    while (p != end) {
        const auto *backslash = static_cast<const char *>(std::memchr(p, '\\', size_t(end - p)));
        const char *stop = backslash == nullptr ? end : backslash;
        out.append(p, stop - p);
        p = stop;
        if (p == end)
            break;
        if (p[1] == 'u') {
            p = appendUnicodeEscape(out, p, end);
        } else {
            out += simpleEscape(p[1]);
            p += 2;
        }
    }
    return out;
}

QString toText(QByteArrayView utf8)
{
    if (!utf8.startsWith("\xEF\xBB\xBF"))
        return QString::fromUtf8(utf8);
    using Converter = QStringConverter;
    QStringDecoder decoder(Converter::Utf8,
                           Converter::Flag::ConvertInitialBom | Converter::Flag::Stateless);
    return decoder.decode(utf8);
}

} // namespace base::json
