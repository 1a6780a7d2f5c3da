// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/nesting.h"

#include "core/capture/bodies.h"
#include "core/capture/credentials.h"
#include "core/http/headers.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! A value and where it was found.
struct Wrapped
{
    Collector &collector;
    qsizetype request;
    const Carrier &carrier;
    const SourceText &value; //!< Without blanks around it.
};

bool startsWithWord(QByteArrayView text, QLatin1StringView word)
{
    return text.size() > word.size()
        && QLatin1StringView(text.first(word.size())).compare(word, Qt::CaseInsensitive) == 0;
}

//! Places that stay the carrier of what is in them.
bool isKeeper(CarrierType type)
{
    constexpr std::array keepers{CarrierType::Cookie, CarrierType::SetCookie, CarrierType::Storage,
                                 CarrierType::Environment, CarrierType::Secret};
    return std::ranges::find(keepers, type) != keepers.end();
}

//! The text is JSON; a cookie or an entry of a storage stays the carrier of what is in it.
bool readJsonIn(const Wrapped &wrapped, const SourceText &text)
{
    const auto before = wrapped.collector.setAround({});
    auto around = before;
    if (isKeeper(wrapped.carrier.type))
        around.carrier = wrapped.carrier;
    wrapped.collector.setAround(around);
    const bool isRead
        = readJsonBody(text, wrapped.request, wrapped.carrier.side, wrapped.collector);
    wrapped.collector.setAround(before);
    return isRead;
}

//! A brace, and behind it what can stand there, RFC 8259 section 4. "{token}" is none.
bool looksLikeObject(QByteArrayView text)
{
    if (!text.startsWith('{'))
        return false;
    const QByteArrayView inner = text.sliced(1).trimmed();
    return inner.startsWith('"') || inner.startsWith('}');
}

//! A bracket, and behind it what a list of values begins with. "[redacted]" is none.
bool looksLikeList(QByteArrayView text)
{
    if (!text.startsWith('['))
        return false;
    const QByteArrayView inner = text.sliced(1).trimmed();
    constexpr QByteArrayView begins("\"{[]0123456789-");
    return !inner.isEmpty() && begins.contains(inner.front());
}

bool readAsJson(const Wrapped &wrapped)
{
    const QByteArrayView bytes = wrapped.value.bytes();
    return (looksLikeObject(bytes) || looksLikeList(bytes)) && readJsonIn(wrapped, wrapped.value);
}

//! A string as JSON and scripts write it, alone.
bool readAsString(const Wrapped &wrapped)
{
    const QByteArrayView bytes = wrapped.value.bytes();
    if (bytes.size() < 2 || bytes.front() != '"' || bytes.back() != '"')
        return false;
    const SourceText inner = jsonUnescaped(wrapped.value.sliced(1, bytes.size() - 2));
    wrapped.collector.parameter(wrapped.request, wrapped.carrier, inner);
    return true;
}

bool readAsUrl(const Wrapped &wrapped)
{
    const QByteArrayView bytes = wrapped.value.bytes();
    const bool isPath = bytes.startsWith('/');
    if (!isPath && !startsWithWord(bytes, "http://"_L1) && !startsWithWord(bytes, "https://"_L1))
        return false;
    if (!bytes.contains('?') && !bytes.contains('#'))
        return false;
    wrapped.collector.link(wrapped.request, wrapped.carrier.side, wrapped.value);
    return true;
}

//! "Bearer …" in a place that is no Authorization header, such as a variable or a member.
bool readAsCredential(const Wrapped &wrapped)
{
    const QByteArrayView bytes = wrapped.value.bytes();
    if (!startsWithWord(bytes, "Bearer "_L1) && !startsWithWord(bytes, "DPoP "_L1))
        return false;
    const QList<Credential> credentials = readCredentials(wrapped.value);
    for (const Credential &credential : credentials)
        wrapped.collector.parameter(wrapped.request, wrapped.carrier, credential.token);
    return !credentials.isEmpty();
}

bool readAsForm(const Wrapped &wrapped)
{
    const QByteArrayView bytes = wrapped.value.bytes();
    const qsizetype equals = bytes.indexOf('=');
    if (equals <= 0 || bytes.indexOf('&', equals) < 0 || bytes.contains(' '))
        return false;
    wrapped.collector.parameters(wrapped.request, wrapped.carrier.type, wrapped.carrier.side,
                                 wrapped.value);
    return true;
}

bool readAsPercentEncoded(const Wrapped &wrapped)
{
    const SourceText decoded = percentDecoded(wrapped.value);
    if (decoded.isVerbatim() || decoded.size() == wrapped.value.size())
        return false;
    wrapped.collector.parameter(wrapped.request, wrapped.carrier, decoded);
    return true;
}

//! Base64 of a JSON object or list, as sessions are kept in cookies; Supabase puts a word before
//! it. The header of a token looks the same; it has a dot behind it.
bool readAsBase64(const Wrapped &wrapped)
{
    constexpr QByteArrayView mark("base64-");
    const bool isMarked = wrapped.value.bytes().startsWith(mark);
    const SourceText encoded = wrapped.value.sliced(isMarked ? mark.size() : 0);
    const QByteArrayView bytes = encoded.bytes();
    const bool isObject = bytes.startsWith("ey") || bytes.startsWith("ew");
    if ((!isObject && !isMarked) || bytes.contains('.'))
        return false;
    const std::optional<SourceText> decoded = base64Decoded(encoded);
    if (!decoded)
        return false;
    const bool isList = isMarked && decoded->bytes().startsWith('[');
    return (isList || (looksLikeObject(decoded->bytes()) && !decoded->bytes().contains("\"alg\"")))
        && readJsonIn(wrapped, *decoded);
}

constexpr auto wrappings = std::to_array<bool (*)(const Wrapped &)>(
    {readAsJson, readAsString, readAsUrl, readAsCredential, readAsForm, readAsPercentEncoded,
     readAsBase64});

//! One message body and what it was sent as.
struct Body
{
    Collector &collector;
    qsizetype request;
    Side side;
    const SourceText &text;
    const QByteArray &contentType;
};

bool readForm(const Body &body)
{
    body.collector.parameters(body.request, CarrierType::Form, body.side, body.text.trimmed());
    return true;
}

bool readJson(const Body &body)
{
    return readJsonBody(body.text, body.request, body.side, body.collector);
}

bool readHtml(const Body &body)
{
    return readHtmlBody(body.text, body.request, body.side, body.collector);
}

bool readMultipart(const Body &body)
{
    return readMultipartBody(body.text, body.contentType, body.request, body.side, body.collector);
}

//! `name=value`, and nothing in front of the first "=" that no name of a form has.
bool looksLikeForm(QByteArrayView text)
{
    const qsizetype equals = text.indexOf('=');
    if (equals <= 0 || equals > 64)
        return false;
    return std::all_of(text.begin(), text.begin() + equals, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '_' || c == '-' || c == '.' || c == '%' || c == '[' || c == ']';
    });
}

using BodyReader = bool (*)(const Body &);

BodyReader readerByType(const QByteArray &mediaType)
{
    if (http::isJsonMediaType(mediaType))
        return readJson;
    if (mediaType == "application/x-www-form-urlencoded")
        return readForm;
    if (mediaType.startsWith("multipart/"))
        return readMultipart;
    return mediaType == "text/html" || mediaType == "application/xhtml+xml" ? readHtml : nullptr;
}

BodyReader readerByLook(QByteArrayView text)
{
    if (text.startsWith('{') || text.startsWith('['))
        return readJson;
    if (text.startsWith('<'))
        return readHtml;
    return looksLikeForm(text) && !text.contains('\n') ? readForm : nullptr;
}

} // namespace

bool readNested(Collector &collector, qsizetype request, const Carrier &carrier,
                const SourceText &value)
{
    const SourceText trimmed = value.trimmed();
    if (trimmed.isEmpty() || !collector.enter())
        return false;
    const Wrapped wrapped{collector, request, carrier, trimmed};
    const bool isRead = std::any_of(wrappings.begin(), wrappings.end(),
                                    [&](const auto &read) { return read(wrapped); });
    collector.leave();
    return isRead;
}

void readBody(Collector &collector, qsizetype request, Side side, const SourceText &body,
              const QByteArray &contentType)
{
    const SourceText trimmed = body.trimmed();
    if (trimmed.isEmpty())
        return;
    const BodyReader readers[]{readerByType(http::mediaType(contentType)),
                               readerByLook(trimmed.bytes())};
    const bool isRead = std::any_of(std::begin(readers), std::end(readers), [&](BodyReader reader) {
        if (!reader || !collector.enter())
            return false;
        const bool done = reader({collector, request, side, trimmed, contentType});
        collector.leave();
        return done;
    });
    if (!isRead)
        collector.text(request, side, body);
}

} // namespace capture
