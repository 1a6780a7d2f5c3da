// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/secrets.h"

#include "core/jose/base64url.h"
#include "core/jose/keyfiles.h"

#include <QScopeGuard>

#include <algorithm>
#include <array>

namespace jose {

using namespace Qt::Literals::StringLiterals;
using base::json::Document;
using base::json::Value;

namespace {

bool isPublicBlock(const PemBlock &block)
{
    return block.label.endsWith("PUBLIC KEY") || block.label.endsWith("CERTIFICATE");
}

bool isDerPublicKey(QByteArrayView bytes)
{
    return isDerSequence(bytes) && readDer(bytes).has_value();
}

// A secret of decent length that happens to be base64 of a whole DER key does not exist.
bool isNakedBase64(QByteArrayView bytes)
{
    QByteArray text = bytes.trimmed().toByteArray();
    if (!text.startsWith('M')) // 0x30, the tag of a SEQUENCE
        return false;
    text.removeIf([](char c) { return c == '\n' || c == '\r'; });
    auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    const auto wiping = qScopeGuard([&] {
        base::wipe(text);
        base::wipe(decoded.decoded);
    });
    return decoded && isDerPublicKey(decoded.decoded);
}

// RFC 4253 section 6.6, as it stands in id_*.pub and authorized_keys.
bool isSshPublicKey(QByteArrayView bytes)
{
    const QByteArrayView text = bytes.trimmed();
    return std::ranges::any_of(
        std::array{"ssh-rsa ", "ssh-ed25519 ", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"},
        [text](const char *begin) { return text.startsWith(begin); });
}

QString jwkType(QByteArrayView bytes)
{
    if (!bytes.trimmed().startsWith('{'))
        return {};
    const Document document = Document::read(bytes.trimmed().toByteArray());
    Value jwk = document.root();
    if (jwk.member("keys").isArray())
        jwk = jwk.member("keys").at(0);
    return jwk.member("kty").toString();
}

base::Result<QByteArray> asBase64Url(QByteArrayView text)
{
    qsizetype size = text.size();
    while (size > 0 && text.size() - size < 2 && text[size - 1] == '=')
        --size;
    // Padding may be left out, but where it stands it must be right.
    if (size != text.size() && text.size() % 4 != 0)
        return base::failure("secret.encoding"_L1, {}, size);
    auto decoded = base64url::decode(text.first(size));
    if (!decoded)
        return base::failure("secret.encoding"_L1, QString(decoded.error().id),
                             decoded.error().offset);
    return decoded;
}

base::Result<QByteArray> asBase64(QByteArrayView text)
{
    const auto foreign = std::ranges::find_if(text, [](char c) { return c == '-' || c == '_'; });
    if (foreign != text.end())
        return base::failure("secret.encoding"_L1, u"base64url.alphabet"_s, foreign - text.begin());
    QByteArray translated = text.toByteArray();
    const auto wiping = qScopeGuard([&translated] { base::wipe(translated); });
    translated.replace('+', '-').replace('/', '_');
    return asBase64Url(translated);
}

int hexDigit(char c)
{
    constexpr QByteArrayView digits = "0123456789abcdef";
    const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    return static_cast<int>(digits.indexOf(lower));
}

base::Result<QByteArray> asHex(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size() / 2);
    for (qsizetype at = 0; at < text.size(); at += 2) {
        const int high = hexDigit(text[at]);
        const int low = at + 1 < text.size() ? hexDigit(text[at + 1]) : -1;
        if (high < 0 || low < 0) {
            base::wipe(bytes);
            return base::failure("secret.encoding"_L1, {}, high < 0 ? at : at + 1);
        }
        bytes.append(static_cast<char>(high * 16 + low));
    }
    return bytes;
}

base::Result<QByteArray> asText(QByteArrayView text)
{
    return text.toByteArray();
}

struct Decoder
{
    SecretEncoding encoding;
    base::Result<QByteArray> (*decode)(QByteArrayView text);
};
constexpr std::array decoders{
    Decoder{SecretEncoding::Utf8, asText}, Decoder{SecretEncoding::Base64, asBase64},
    Decoder{SecretEncoding::Base64Url, asBase64Url}, Decoder{SecretEncoding::Hex, asHex}};

} // namespace

bool holdsPublicKey(QByteArrayView bytes)
{
    const QList<PemBlock> blocks = pemBlocks(bytes);
    const QString kty = jwkType(bytes);
    return std::ranges::any_of(blocks, isPublicBlock) || isDerPublicKey(bytes)
        || isNakedBase64(bytes) || isSshPublicKey(bytes) || (!kty.isEmpty() && kty != "oct"_L1);
}

base::Result<base::SecretBytes> decodeSecret(QByteArrayView text, SecretEncoding encoding)
{
    if (text.isEmpty())
        return base::failure("secret.empty"_L1);
    if (holdsPublicKey(text))
        return base::failure("secret.is_public_key"_L1);
    if (!jwkType(text).isEmpty())
        return base::failure("secret.is_jwk"_L1);
    const auto decoder = std::ranges::find(decoders, encoding, &Decoder::encoding);
    auto decoded = decoder->decode(text);
    if (!decoded)
        return tl::unexpected(decoded.error());
    const auto wiping = qScopeGuard([&decoded] { base::wipe(*decoded); });
    if (holdsPublicKey(*decoded))
        return base::failure("secret.is_public_key"_L1);
    return base::SecretBytes(*decoded);
}

} // namespace jose
