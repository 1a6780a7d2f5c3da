// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/tokenmask.h"

#include "core/capture/roles.h"
#include "core/capture/tokenscan.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

//! Shorter pieces of a token are words that occur elsewhere, too.
constexpr qsizetype leastPiece = 8;

bool isPieceCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("-_.").contains(c);
}

//! The end of the stretch of piece characters, or of other ones, that begins at `from`.
qsizetype stretchEnd(QByteArrayView text, qsizetype from)
{
    const bool isPiece = isPieceCharacter(text[from]);
    while (from < text.size() && isPieceCharacter(text[from]) == isPiece)
        ++from;
    return from;
}

//! Parameters that are credentials without being tokens.
bool isSecretName(const QString &name)
{
    constexpr std::array names{"client_secret"_L1, "password"_L1,     "code_verifier"_L1,
                               "token"_L1,         "jwt"_L1,          "bearer"_L1,
                               "api_key"_L1,       "apikey"_L1,       "signature"_L1,
                               "samlresponse"_L1,  "session_id"_L1,   "sessionid"_L1,
                               "user_code"_L1,     "device_code"_L1,  "secret"_L1,
                               "otp"_L1,           "login_ticket"_L1, "x-amz-security-token"_L1};
    const bool isListed = std::any_of(names.begin(), names.end(), [&](QLatin1StringView listed) {
        return name.compare(listed, Qt::CaseInsensitive) == 0;
    });
    return isListed
        || capture::roleOf({capture::CarrierType::Query, name, capture::Side::Request})
        != capture::Role::Unknown;
}

//! Knows the tokens of one capture and takes them out of any text.
class TokenMask
{
public:
    explicit TokenMask(const QList<capture::Sighting> &sightings);

    [[nodiscard]] QByteArray text(const QByteArray &text) const;
    [[nodiscard]] QString text(const QString &text) const
    {
        return QString::fromUtf8(this->text(text.toUtf8()));
    }
    [[nodiscard]] QByteArray url(const QByteArray &url) const;
    void mask(base::Findings &findings) const;

private:
    [[nodiscard]] QByteArray knownPieces(const QByteArray &text) const;
    [[nodiscard]] QByteArray parameter(const QByteArray &parameter) const;
    [[nodiscard]] QVariant value(const QVariant &value) const;

    QSet<QByteArray> m_pieces;
};

TokenMask::TokenMask(const QList<capture::Sighting> &sightings)
{
    for (const auto &sighting : sightings) {
        const QByteArrayView token(sighting.token);
        for (qsizetype at = 0; at < token.size();) {
            const auto end = stretchEnd(token, at);
            if (end - at >= leastPiece && isPieceCharacter(token[at]))
                m_pieces.insert(token.sliced(at, end - at).toByteArray());
            at = end;
        }
    }
}

//! Values without a token's shape are told from other words by having been sighted.
QByteArray TokenMask::knownPieces(const QByteArray &text) const
{
    QByteArray masked;
    for (qsizetype at = 0; at < text.size();) {
        const auto end = stretchEnd(text, at);
        const auto piece = text.sliced(at, end - at);
        masked += m_pieces.contains(piece) ? shortToken(piece).toUtf8() : piece;
        at = end;
    }
    return masked;
}

QByteArray TokenMask::text(const QByteArray &text) const
{
    QByteArray masked;
    qsizetype done = 0;
    const capture::SourceText source(text);
    for (const auto &found : capture::findTokens(source)) {
        masked += text.sliced(done, found.start - done);
        masked += shortToken(found.in(source).bytes()).toUtf8();
        done = found.end;
    }
    return knownPieces(masked + text.sliced(done));
}

//! "name=value"; what is no secret stays as it was sent, escapes included.
QByteArray TokenMask::parameter(const QByteArray &parameter) const
{
    const auto equals = parameter.indexOf('=');
    if (equals < 0)
        return text(parameter);
    const auto name = QByteArray::fromPercentEncoding(parameter.first(equals));
    const auto sent = parameter.sliced(equals + 1);
    const auto decoded = QByteArray::fromPercentEncoding(sent);
    if (!decoded.isEmpty() && isSecretName(QString::fromUtf8(name)))
        return parameter.first(equals + 1) + shortToken(decoded).toUtf8();
    const auto masked = text(decoded);
    return parameter.first(equals + 1) + (masked == decoded ? text(sent) : masked);
}

QByteArray TokenMask::url(const QByteArray &url) const
{
    const auto isDelimiter = [](char c) { return QByteArrayView("?#&;").contains(c); };
    const auto pathEnd
        = std::find_if(url.begin(), url.end(), [](char c) { return c == '?' || c == '#'; });
    QByteArray path = url.first(pathEnd - url.begin());
    // RFC 3986 section 3.2.1: a password may stand before the host.
    const auto authority = path.indexOf("://");
    const auto at = authority < 0 ? -1 : path.indexOf('@', authority);
    if (at >= 0 && !path.sliced(authority + 3, at - authority - 3).contains('/'))
        path.replace(authority + 3, at - authority - 3, "…");
    auto masked = text(path);
    for (auto from = pathEnd; from != url.end();) {
        const auto end = std::find_if(from + 1, url.end(), isDelimiter);
        masked += *from + parameter(QByteArray(&*from + 1, end - from - 1));
        from = end;
    }
    return masked;
}

QVariant TokenMask::value(const QVariant &value) const
{
    if (value.typeId() == QMetaType::QString)
        return text(value.toString());
    if (value.typeId() != QMetaType::QStringList)
        return value;
    QStringList masked;
    for (const auto &each : value.toStringList())
        masked += text(each);
    return masked;
}

void TokenMask::mask(base::Findings &findings) const
{
    for (auto &finding : findings) {
        finding.found = text(finding.found);
        finding.expected = text(finding.expected);
        for (base::Fact &fact : finding.facts)
            fact.value = value(fact.value);
    }
}

} // namespace

QString shortToken(QByteArrayView token)
{
    constexpr qsizetype leastJwt = 40;
    constexpr qsizetype head = 12;
    constexpr qsizetype tail = 6;
    constexpr qsizetype opaqueHead = 4;
    const auto text = QString::fromUtf8(token);
    const bool isObject = token.startsWith("ey") || token.startsWith("ew") || token.startsWith("{");
    if (isObject && text.size() >= leastJwt)
        return text.first(head) + u'…' + text.last(tail);
    return text.first(std::min(opaqueHead, text.size() / 4)) + u'…';
}

QString withShortTokens(const QString &text)
{
    return TokenMask({}).text(text);
}

capture::Capture withoutTokens(const capture::Capture &capture)
{
    const TokenMask mask(capture.sightings);
    auto shown = capture;
    shown.text.clear();
    for (auto &request : shown.requests)
        request.url = mask.url(request.url);
    for (auto &sighting : shown.sightings) {
        sighting.token = shortToken(sighting.token).toUtf8();
        sighting.carrier.name = mask.text(sighting.carrier.name);
        mask.mask(sighting.findings);
    }
    mask.mask(shown.findings);
    return shown;
}

} // namespace report
