// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/shape.h"

#include "core/base/utf8.h"
#include "core/jose/base64url.h"

#include <algorithm>
#include <string_view>

namespace jose::shape {

using base::json::Document;
using base::json::Value;

namespace {

constexpr qsizetype signedParts = 3;
constexpr qsizetype encryptedParts = 5;

QByteArrayView sliced(QByteArrayView text, const base::Span &span)
{
    return span.isValid() ? text.sliced(span.start, span.size()) : QByteArrayView();
}

QByteArrayView withoutLeadingBlanks(QByteArrayView json)
{
    while (!json.isEmpty()
           && std::string_view(" \t\r\n").find(json.front()) != std::string_view::npos)
        json = json.sliced(1);
    return json;
}

//! Whether text that may have been cut is UTF-8 without control characters.
bool isReadable(QByteArrayView text)
{
    constexpr std::string_view harmless = "\t\r\n";
    const char *const end = text.end();
    for (const char *p = text.begin(); p != end;) {
        const base::utf8::Step step = base::utf8::step(p, end);
        const bool isControl = uchar(*p) < 0x20 && harmless.find(*p) == std::string_view::npos;
        if (isControl || (!step.wellFormed && !step.cut))
            return false;
        p += step.length;
    }
    return true;
}

//! The decoded beginning of a part from the brace of a JSON object on; empty if there is none.
QByteArray objectIn(QByteArrayView part)
{
    constexpr qsizetype enough = 256;
    const QByteArray bytes = base64url::repair(part.first(std::min(enough, part.size()))).bytes;
    QByteArrayView json = bytes;
    if (json.startsWith("\xEF\xBB\xBF"))
        json = json.sliced(3);
    json = withoutLeadingBlanks(json);
    return json.startsWith('{') ? json.toByteArray() : QByteArray();
}

//! Begins like an object with a member; what follows may be anything.
bool holdsMember(QByteArrayView part)
{
    if (part.startsWith("eyJ")) // a brace and a quote, whatever the rest
        return true;
    const QByteArray object = objectIn(part);
    return !object.isEmpty()
        && withoutLeadingBlanks(QByteArrayView(object).sliced(1)).startsWith('"');
}

//! Begins like an object, good or bad, and can be read on.
bool holdsObjectText(QByteArrayView part)
{
    const QByteArray object = objectIn(part);
    return !object.isEmpty() && isReadable(object);
}

bool isHeaderSeen(QByteArrayView text, const Cut &cut)
{
    const QByteArrayView first = sliced(text, cut.at(0));
    if (cut.count == 1)
        return holdsObjectText(first);
    return holdsMember(first) || holdsObjectText(first) || holdsObjectText(sliced(text, cut.at(1)));
}

bool isTokenLike(QByteArrayView part)
{
    while (part.endsWith('='))
        part.chop(1);
    const auto error = base64url::decode(part);
    return error || error.error().id == QLatin1StringView("base64url.length")
        || error.error().id == QLatin1StringView("base64url.trailing_bits");
}

bool areTokenLike(QByteArrayView text, const Cut &cut)
{
    if (cut.count != signedParts && cut.count != encryptedParts)
        return false;
    for (qsizetype i = 0; i < cut.parts.size(); ++i) {
        // Direct key agreement leaves the encrypted key of a JWE empty (RFC 7516 section 5.1).
        const bool mayBeEmpty = cut.count == encryptedParts && i == 1;
        const QByteArrayView part = sliced(text, cut.at(i));
        if ((part.isEmpty() && !mayBeEmpty) || !isTokenLike(part))
            return false;
    }
    return true;
}

//! RFC 7516 section 9: a JWE has five parts, and an `enc` in its header.
bool isEncrypted(QByteArrayView header, qsizetype count)
{
    const Document json = Document::read(base64url::repair(header).bytes);
    return json.root().isObject() ? json.root().member("enc").isPresent() : count == encryptedParts;
}

} // namespace

Cut cutAtDots(QByteArrayView text)
{
    Cut cut;
    qsizetype start = 0;
    for (qsizetype dot = 0; dot >= 0; start = dot + 1) {
        dot = text.indexOf('.', start);
        if (++cut.count <= encryptedParts)
            cut.parts.append({start, dot < 0 ? text.size() : dot});
    }
    return cut;
}

Form formOf(QByteArrayView text, const Cut &cut)
{
    if (!isHeaderSeen(text, cut) && !areTokenLike(text, cut))
        return Form::Opaque;
    if (cut.count <= signedParts)
        return Form::Compact;
    return isEncrypted(sliced(text, cut.at(0)), cut.count) ? Form::Encrypted : Form::Compact;
}

Form formOf(const Value &root)
{
    if (root.member("ciphertext"))
        return Form::EncryptedJson;
    if (root.member("signatures"))
        return Form::GeneralJson;
    const bool isFlattened
        = root.member("signature") || root.member("protected") || root.member("payload").isString();
    return isFlattened ? Form::FlattenedJson : Form::Opaque;
}

bool looksLikeJson(QByteArrayView text)
{
    return withoutLeadingBlanks(text).startsWith('{');
}

bool looksLikeNested(QByteArrayView payload, const Cut &cut)
{
    const QByteArrayView first = sliced(payload, cut.at(0));
    return (cut.count == signedParts || cut.count == encryptedParts)
        && (holdsMember(first) || holdsObjectText(first));
}

} // namespace jose::shape
