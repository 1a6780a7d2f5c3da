// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/oidc/issuertext.h"

#include "core/http/address.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oidc {

namespace {

// The longest top-level domain of today has 24 characters; tokens, codes and hashes have 32 and
// more.
constexpr qsizetype longestTopLevelDomain = 24;

bool isBlank(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format
        || c.category() == QChar::Other_Control;
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAsciiLetterOrDigit(QChar c)
{
    return isAsciiDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

// Whether the base64url text up to the first dot begins a JSON object: { and then a name.
bool beginsWithJsonObject(QStringView text)
{
    const qsizetype dot = text.indexOf(u'.');
    const QByteArray head = (dot < 0 ? text : text.left(dot)).toLatin1();
    const QByteArray json = QByteArray::fromBase64(head, QByteArray::Base64UrlEncoding);
    return json.startsWith('{') && json.mid(1).trimmed().startsWith('"');
}

bool hasHostOfToken(const QString &bare)
{
    const qsizetype end = bare.indexOf(u'/');
    const QString host = end < 0 ? bare : bare.left(end);
    const QString last = host.section(u'.', -1);
    const bool isWord = std::all_of(last.begin(), last.end(), [](QChar c) {
        return isAsciiLetterOrDigit(c) || c == u'-' || c == u'_';
    });
    return isWord && last.size() > longestTopLevelDomain
        && !last.startsWith("xn--"_L1, Qt::CaseInsensitive);
}

bool isHostLabel(const QString &label)
{
    const auto isAllowed
        = [](QChar c) { return isAsciiLetterOrDigit(c) || c == u'-' || c == u'_'; };
    return !label.isEmpty() && label.size() <= 63
        && std::all_of(label.begin(), label.end(), isAllowed);
}

// WHATWG URL section 3.5: a name that ends in a number is taken for an IPv4 address.
bool endsInNumber(const QString &lastLabel)
{
    return std::all_of(lastLabel.begin(), lastLabel.end(), isAsciiDigit)
        || lastLabel.startsWith("0x"_L1, Qt::CaseInsensitive);
}

bool isHostName(const QString &name)
{
    const QString absolute = name.endsWith(u'.') ? name.chopped(1) : name;
    const QStringList labels = absolute.split(u'.');
    return absolute.size() <= 253 && std::all_of(labels.begin(), labels.end(), isHostLabel)
        && !endsInNumber(labels.last());
}

bool isPathCharacter(QChar c)
{
    return isAsciiLetterOrDigit(c) || u"-._~!$&'()*+,;=:@/"_s.contains(c);
}

bool isEscape(QStringView text)
{
    const auto isHex = [](QChar c) {
        return isAsciiDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return text.size() >= 3 && text.front() == u'%' && isHex(text[1]) && isHex(text[2]);
}

bool isPath(const QString &path)
{
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QChar c = path.at(i);
        const bool foreign = c.unicode() >= 0x80 && !isBlank(c);
        if (!foreign && !isPathCharacter(c) && !isEscape(QStringView(path).sliced(i)))
            return false;
    }
    return path.isValidUtf16();
}

} // namespace

QString withoutBlanksAround(const QString &text)
{
    const auto first = std::find_if_not(text.begin(), text.end(), isBlank);
    const auto last = std::find_if_not(text.rbegin(), text.rend(), isBlank).base();
    return first < last ? text.mid(first - text.begin(), last - first) : QString();
}

QString withoutBlanks(const QString &text)
{
    QString kept = text;
    kept.removeIf(isBlank);
    return kept;
}

bool looksLikeToken(const QString &text)
{
    if (text.startsWith("Authorization:"_L1, Qt::CaseInsensitive)
        || text.startsWith("Bearer "_L1, Qt::CaseInsensitive))
        return true;
    const QStringList segments = text.split(u'/');
    if (std::any_of(segments.begin(), segments.end(), beginsWithJsonObject))
        return true;
    return !text.contains("://"_L1) && hasHostOfToken(text);
}

QString schemeWithoutAuthority(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const QString scheme = text.left(std::max<qsizetype>(colon, 0));
    const bool isWord = std::all_of(scheme.begin(), scheme.end(), [](QChar c) {
        return isAsciiLetterOrDigit(c) || c == u'+' || c == u'-';
    });
    const bool beforePort = colon + 1 < text.size() && isAsciiDigit(text.at(colon + 1));
    return isWord && !beforePort && colon + 1 < text.size() ? scheme : QString();
}

std::optional<QString> asciiHost(const QString &host)
{
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']') && !host.contains(u'%');
    if (bracketed || http::parseIpv4(host))
        return http::isAddressLiteral(host) ? std::optional(host) : std::nullopt;
    const bool ascii
        = std::all_of(host.begin(), host.end(), [](QChar c) { return c.unicode() < 0x80; });
    const QString name = ascii ? host : QString::fromLatin1(QUrl::toAce(host));
    return isHostName(name) ? std::optional(name) : std::nullopt;
}

std::optional<QString> asciiPath(const QString &path)
{
    if (!isPath(path))
        return std::nullopt;
    QByteArray escaped;
    for (const char byte : path.toUtf8()) {
        const bool ascii = static_cast<quint8>(byte) < 0x80;
        escaped += ascii ? QByteArray(1, byte) : '%' + QByteArray(1, byte).toHex().toUpper();
    }
    return QString::fromLatin1(escaped);
}

} // namespace oidc
