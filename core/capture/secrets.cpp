// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/credentials.h"
#include "core/capture/decode.h"
#include "core/capture/nesting.h"
#include "core/capture/roles.h"
#include "core/capture/tokencharacters.h"
#include "core/capture/tokenscan.h"
#include "core/jose/authgearshapes.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr qsizetype mostSearched = 1'000'000;
constexpr qsizetype uuidSize = 36;
constexpr qsizetype secretSize = 32;

QByteArrayView searched(const SourceText &text)
{
    return QByteArrayView(text.bytes()).first(std::min(mostSearched, text.size()));
}

//! Nothing that could belong to it stands before or behind; the full stop of a sentence may.
bool standsAlone(QByteArrayView text, qsizetype start, qsizetype end)
{
    const auto belongs
        = [text](qsizetype at) { return isTokenCharacter(text[at]) || text[at] == '.'; };
    const auto isEnd
        = [&](qsizetype at) { return at >= text.size() || !isTokenCharacter(text[at]); };
    const bool isStop = end < text.size() && text[end] == '.' && isEnd(end + 1);
    return (start == 0 || !belongs(start - 1)) && (end == text.size() || !belongs(end) || isStop);
}

bool isBase64Character(char c)
{
    return isTokenCharacter(c) || c == '+' || c == '/';
}

qsizetype base64End(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && isBase64Character(text[from]))
        ++from;
    return from;
}

//! Where the base64 that begins at `start` ends: `base64` breaks its lines at one width, and pads.
qsizetype wrappedBase64End(QByteArrayView text, qsizetype start)
{
    constexpr qsizetype narrowest = 60;
    qsizetype end = base64End(text, start);
    const qsizetype width = end - start;
    for (qsizetype length = width; length == width && width >= narrowest;) {
        const qsizetype lineBreak = text.sliced(end).startsWith("\r\n") ? 2 : 1;
        const bool goesOn = end + lineBreak < text.size() && text[end + lineBreak - 1] == '\n'
            && isBase64Character(text[end + lineBreak]);
        const qsizetype next = goesOn ? base64End(text, end + lineBreak) : end;
        length = goesOn ? next - end - lineBreak : 0;
        end = length <= width ? next : end;
    }
    for (int padding = 0; padding < 2 && end < text.size() && text[end] == '='; ++padding)
        ++end;
    return end;
}

//! The token that the base64 holds and nothing else, but for a line break of `echo`.
std::optional<SourceText> soleTokenIn(const SourceText &encoded)
{
    const std::optional<SourceText> decoded = base64Decoded(encoded);
    const QList<FoundToken> tokens = decoded ? findTokens(*decoded, 2) : QList<FoundToken>();
    const bool isSole = tokens.size() == 1 && tokens.first().start == 0
        && tokens.first().end == decoded->bytes().trimmed().size();
    return isSole ? std::optional(tokens.first().in(*decoded)) : std::nullopt;
}

bool liesWithin(const QList<FoundToken> &tokens, qsizetype at)
{
    const auto behind = std::ranges::upper_bound(tokens, at, {}, &FoundToken::start);
    return behind != tokens.begin() && at < std::prev(behind)->end;
}

constexpr QByteArrayView marksAround("\"'`,; \t\r\n");

} // namespace

QList<FoundToken> uuidSecretsIn(const SourceText &text)
{
    constexpr qsizetype size = uuidSize + 1 + secretSize;
    QList<FoundToken> secrets;
    const QByteArrayView bytes = searched(text);
    for (qsizetype dot = bytes.indexOf('.'); dot >= 0; dot = bytes.indexOf('.', dot + 1)) {
        const qsizetype start = dot - uuidSize;
        if (start < 0 || start + size > bytes.size() || bytes[start + 8] != '-')
            continue;
        if (standsAlone(bytes, start, start + size)
            && jose::isUuidSecret(bytes.sliced(start, size)))
            secrets.append({start, start + size, {}});
    }
    return secrets;
}

QList<FoundToken> namedSecretsIn(const SourceText &text, Side side)
{
    QList<FoundToken> secrets;
    const QByteArrayView bytes = searched(text);
    for (qsizetype start = 0; start + secretSize <= bytes.size();) {
        const qsizetype end = tokenRunEnd(bytes, start);
        const QByteArrayView run = bytes.sliced(start, end - start);
        if (jose::isOpaque32(run) && standsAlone(bytes, start, end)
            && isPlausible(roleOf(carrierBefore(bytes, start, side)), run))
            secrets.append({start, end, {}});
        start = end + 1;
    }
    return secrets;
}

QList<FoundToken> encodedTokensIn(const SourceText &text, const QList<FoundToken> &whole)
{
    constexpr QByteArrayView mark("ZXlK"); // eyJ
    // What a browser that opens a WebSocket to Kubernetes must do.
    constexpr QByteArrayView subprotocol("base64url.bearer.authorization.k8s.io.");
    QList<FoundToken> tokens;
    const QByteArrayView bytes = searched(text);
    for (qsizetype at = bytes.indexOf(mark); at >= 0;) {
        const qsizetype end = wrappedBase64End(bytes, at);
        const bool isBegin
            = (at == 0 || !isBase64Character(bytes[at - 1])) && !liesWithin(whole, at);
        const auto token = isBegin ? soleTokenIn(text.sliced(at, end - at)) : std::nullopt;
        Interruption encoding{token.value_or(SourceText()), {"carrying.double_base64"_L1}};
        if (bytes.first(at).endsWith(subprotocol))
            encoding.remarks.clear();
        if (token)
            tokens.append({at, end, std::make_shared<const Interruption>(std::move(encoding))});
        at = bytes.indexOf(mark, end);
    }
    return tokens;
}

QList<FoundToken> tokensOf(const SourceText &value, qsizetype most)
{
    QList<FoundToken> tokens = findTokens(value, most);
    if (tokens.isEmpty())
        tokens = encodedTokensIn(value);
    return tokens.isEmpty() ? uuidSecretsIn(value) : tokens;
}

SourceText loneSecret(const SourceText &text)
{
    const QByteArrayView bytes = text.bytes();
    const auto isAround = [](char c) { return marksAround.contains(c); };
    const qsizetype start = std::ranges::find_if_not(bytes, isAround) - bytes.begin();
    const qsizetype end = std::min(bytes.size(), start + secretSize);
    const bool isLone = std::all_of(bytes.begin() + end, bytes.end(), isAround);
    const SourceText secret = text.sliced(start, end - start);
    return isLone && jose::isOpaque32(secret.bytes()) ? secret : SourceText();
}

base::Findings judgeLineBefore(const SourceText &text, qsizetype start, qsizetype end)
{
    constexpr qsizetype farthest = 80;
    const QByteArrayView bytes = text.bytes();
    const qsizetype near = std::max<qsizetype>(0, start - farthest);
    const qsizetype lineBreak = bytes.sliced(near, start - near).lastIndexOf('\n');
    if (lineBreak < 0 && near > 0)
        return {};
    const qsizetype line = lineBreak < 0 ? near : near + lineBreak + 1;
    const bool isQuoted
        = end < bytes.size() && start > 0 && marksAround.first(3).contains(bytes[start - 1]);
    const SourceText credential = text.sliced(line, end + (isQuoted ? 1 : 0) - line);
    const QLatin1StringView before(credential.bytes());
    const bool begins = before.startsWith("bearer"_L1, Qt::CaseInsensitive)
        || before.startsWith("dpop"_L1, Qt::CaseInsensitive);
    if (!begins || before.contains(u'%')) // "Bearer%20…" is of a URL.
        return {};
    const QList<Credential> credentials = readCredentials(credential);
    // "bearer, eyJ…" is a list, of subprotocols say, and the word no scheme.
    const bool isCredential = credentials.size() == 1 && !credentials.first().scheme.isEmpty();
    return isCredential ? credentials.first().findings : base::Findings();
}

} // namespace capture
