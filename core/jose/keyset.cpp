// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/keydata.h"
#include "core/jose/keyfiles.h"
#include "core/jose/keysetbuilder.h"

#include <algorithm>
#include <array>

namespace jose {

using namespace Qt::Literals::StringLiterals;
using base::json::Document;
using base::json::Value;

namespace {

std::optional<QString> kidOf(const Value &jwk)
{
    const Value kid = jwk.member("kid");
    return kid.isString() ? std::optional(kid.toString()) : std::nullopt;
}

KeySet listed(const Value &keys, KeyOrigin origin, const QByteArray &source)
{
    KeySetBuilder builder(origin);
    for (const Value &jwk : keys)
        builder.add(Key::fromJwk(jwk), kidOf(jwk));
    return builder.finished(source);
}

base::Result<KeySet> shapeless(const Value &root)
{
    const Value address = root.member("jwks_uri");
    if (address.isPresent() || root.member("issuer").isPresent())
        return base::failure("keyset.is_discovery"_L1, address.toString());
    return base::failure("keyset.shape"_L1, u"keys"_s, root.span().start);
}

//! What people hand over instead of a key, told by how it begins.
struct Stranger
{
    QByteArrayView begin;
    QLatin1StringView id;
};
constexpr auto strangers = std::to_array<Stranger>({
    {"ssh-", "key.ssh"_L1},
    {"ecdsa-sha2-", "key.ssh"_L1},
    {"sk-ssh-", "key.ssh"_L1},
    {"sk-ecdsa-", "key.ssh"_L1},
    {"---- BEGIN SSH2", "key.ssh"_L1},
    {"\xff\xfe", "keyset.utf16"_L1},
    {"\xfe\xff", "keyset.utf16"_L1},
    {"eyJ", "keyset.is_token"_L1},
});

base::Result<KeySet> unrecognized(QByteArrayView text)
{
    if (text.isEmpty())
        return base::failure("keyset.no_content"_L1);
    const auto row = std::ranges::find_if(
        strangers, [text](const Stranger &each) { return text.startsWith(each.begin); });
    return base::failure(row == strangers.end() ? "keyset.unrecognized"_L1 : row->id);
}

base::Result<KeySet> fromPemText(const QByteArray &text, KeyOrigin origin)
{
    KeySetBuilder builder(origin, KeySetBuilder::Naming::Without);
    for (const PemBlock &block : pemBlocks(text)) {
        if (!block.isParameters())
            builder.add(readPemBlock(block).map([](const auto &data) { return Key(data); }));
    }
    return builder.finished(text);
}

// Some consoles show a public key as the base64 of its SPKI, without the lines around it.
QByteArray nakedBase64(const QByteArray &content)
{
    QByteArray text = content;
    text.removeIf([](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    const auto decoded
        = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && isDerSequence(decoded.decoded) ? decoded.decoded : QByteArray();
}

} // namespace

base::Result<KeySet> KeySet::fromJson(QByteArray json, KeyOrigin origin)
{
    const Document document = Document::read(std::move(json));
    if (!document.isValid())
        return tl::unexpected(document.problems().first());
    const Value root = document.root();
    const qsizetype keys = root.isObject() ? root.count("keys") : 0;
    if (keys == 1 && root.member("keys").isArray())
        return listed(root.member("keys"), origin, document.bytes());
    if (keys != 0 || !root.member("kty").isPresent())
        return shapeless(root);
    KeySetBuilder builder(origin);
    builder.add(Key::fromJwk(root), kidOf(root));
    return builder.finished(document.bytes());
}

base::Result<KeySet> KeySet::fromFile(QByteArray content, KeyOrigin origin)
{
    // The reader of JSON says what is wrong with a byte order mark; PEM text may have one.
    QByteArrayView text = content;
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    text = text.trimmed();
    const bool holdsPem = text.contains("-----BEGIN ");
    if (text.startsWith('{') || text.startsWith('[')) {
        if (!holdsPem)
            return fromJson(std::move(content), origin);
        // Some publish JSON whose values are certificates, as Google does beside its key sets.
        auto set = fromJson(content, origin);
        const bool isOther = !set && set.error().id == "keyset.shape"_L1;
        return isOther ? fromPemText(content, origin) : set;
    }
    if (holdsPem)
        return fromPemText(content, origin);
    const QByteArray der = isDerSequence(content) ? content : nakedBase64(content);
    if (der.isEmpty())
        return unrecognized(text);
    return Key::fromDer(der).map([origin](const Key &key) { return of(key, origin); });
}

KeySet KeySet::of(const Key &key, KeyOrigin origin)
{
    KeySetBuilder builder(origin);
    builder.add(key);
    return builder.finished({});
}

} // namespace jose
