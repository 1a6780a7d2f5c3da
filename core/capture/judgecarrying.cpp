// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"
#include "core/capture/signaturelength.h"
#include "core/capture/tokencharacters.h"
#include "core/jose/base64url.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! One sighting and what was found about it so far.
class CarryingJudge
{
public:
    explicit CarryingJudge(const Sighting &sighting)
        : m_sighting(sighting)
        , m_token(sighting.token)
    {
    }

    [[nodiscard]] base::Findings judge();

private:
    void add(QLatin1StringView id, const QString &found = {}, const base::Facts &facts = {});
    [[nodiscard]] bool isKnown(QLatin1StringView id) const;
    [[nodiscard]] bool isMade() const;
    void judgeText();
    void judgeCharacters();
    void judgeWholeness();
    void judgePlace();
    void judgeSize();

    const Sighting &m_sighting;
    QByteArrayView m_token;
    base::Findings m_findings;
};

qsizetype firstPartSize(const QByteArray &token)
{
    constexpr qsizetype enough = 4096;
    const auto end = std::ranges::find_if(token, [](char c) { return !isTokenCharacter(c); });
    return std::min(qsizetype(end - token.begin()), enough);
}

//! Cookies and opaque tokens may be base64 of JSON as well; they have no `alg`.
bool isPieceOfJwt(const QByteArray &token)
{
    if (token.startsWith("ZXlK"))
        return true;
    const bool isObject = token.startsWith("ey") || token.startsWith("ew");
    return isObject
        && jose::base64url::repair(token.first(firstPartSize(token))).bytes.contains("\"alg\"");
}

bool isJwtShaped(const Sighting &sighting)
{
    using jose::Kind;
    switch (sighting.kind.kind) {
    case Kind::Nothing:
    case Kind::Opaque32:
    case Kind::UuidSecret:
    case Kind::JsonJws:
        return false;
    default: // Without a dot: a part of a token, or a token that was encoded once more.
        return (sighting.kind.kind != Kind::Opaque && sighting.token.contains('.'))
            || isPieceOfJwt(sighting.token);
    }
}

bool CarryingJudge::isKnown(QLatin1StringView id) const
{
    const auto isIt = [id](const base::Finding &finding) { return finding.id == id; };
    return std::ranges::any_of(m_sighting.findings, isIt) || std::ranges::any_of(m_findings, isIt);
}

void CarryingJudge::add(QLatin1StringView id, const QString &found, const base::Facts &facts)
{
    if (!isKnown(id))
        m_findings.append(carryingFinding(id, found, facts));
}

constexpr std::array<QByteArrayView, 4> ellipses{"\xE2\x80\xA6", "...", "***",
                                                 "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2"};

//! What stands for the part that somebody left out, if anything does.
QByteArrayView ellipsisIn(QByteArrayView token)
{
    const auto sign = std::ranges::find_if(
        ellipses, [token](QByteArrayView text) { return token.contains(text); });
    return sign == ellipses.end() ? QByteArrayView() : *sign;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

QByteArrayView firstEscape(QByteArrayView token)
{
    for (qsizetype at = token.indexOf('%'); at >= 0; at = token.indexOf('%', at + 1)) {
        if (at + 2 < token.size() && isHexDigit(token[at + 1]) && isHexDigit(token[at + 2]))
            return token.sliced(at, 3);
    }
    return {};
}

bool isWhiteSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

void CarryingJudge::judgeCharacters()
{
    if (const QByteArrayView escape = firstEscape(m_token); !escape.isEmpty())
        add("carrying.percent_encoded"_L1, QString::fromLatin1(escape));
    if (std::any_of(m_token.begin(), m_token.end(), isWhiteSpace))
        add("carrying.line_broken"_L1);
    if (m_token.contains('='))
        add("carrying.padded"_L1, u"="_s);
    const qsizetype plus = m_token.indexOf('+');
    const qsizetype slash = m_token.indexOf('/');
    if (plus >= 0 || slash >= 0)
        add("carrying.wrong_alphabet"_L1, plus >= 0 ? u"+"_s : u"/"_s);
}

//! A shortened or re-encoded token lacks bytes for reasons of its own.
bool CarryingJudge::isMade() const
{
    return isKnown("carrying.shortened"_L1) || isKnown("carrying.double_base64"_L1);
}

void CarryingJudge::judgeText()
{
    if (m_token.startsWith("ZXlK"))
        add("carrying.double_base64"_L1);
    if (const QByteArrayView sign = ellipsisIn(m_token); !sign.isEmpty())
        add("carrying.shortened"_L1, QString::fromUtf8(sign));
    if (isMade())
        return;
    judgeCharacters();
    if (!isKnown("carrying.percent_encoded"_L1)) // Its dots cannot be told from the rest.
        judgeWholeness();
}

//! How far the token got: its header, its payload, or too few bytes for its algorithm.
void CarryingJudge::judgeWholeness()
{
    if (const std::optional<Truncation> truncation = truncationOf(m_sighting.token))
        add("carrying.truncated"_L1, truncation->found(), truncation->facts());
}

//! Parameters that belong into a URL: the client must send them there, or they live for seconds.
bool belongsInUrl(const Sighting &sighting)
{
    constexpr std::array names{
        "id_token_hint"_L1, "code"_L1,       "request"_L1, "client_assertion"_L1,
        "logout_hint"_L1,   "login_hint"_L1, "state"_L1,   "response"_L1};
    return sighting.role == Role::AuthorizationCode
        || std::ranges::any_of(names, [&](QLatin1StringView name) {
               return sighting.carrier.name.compare(name, Qt::CaseInsensitive) == 0;
           });
}

void CarryingJudge::judgePlace()
{
    const Carrier &carrier = m_sighting.carrier;
    if (carrier.type == CarrierType::Query && !belongsInUrl(m_sighting))
        add("carrying.in_query"_L1, carrier.name);
    if (carrier.type == CarrierType::Fragment && !belongsInUrl(m_sighting))
        add("carrying.in_fragment"_L1, carrier.name);
    const bool isSession
        = m_sighting.role == Role::SessionCookie || m_sighting.role == Role::AppSession;
    if (isSession
        && (carrier.type == CarrierType::Cookie || carrier.type == CarrierType::SetCookie))
        add("carrying.session_cookie_live"_L1, carrier.name);
}

//! RFC 9110 section 5.4 names no limit; common servers have one of 8 KiB for all fields or for
//! each. Browsers keep cookies of up to 4096 bytes (RFC 6265 section 6.1).
void CarryingJudge::judgeSize()
{
    constexpr qsizetype mostHeader = 8192;
    constexpr qsizetype mostCookie = 4096;
    const Carrier &carrier = m_sighting.carrier;
    const bool isCookie
        = carrier.type == CarrierType::Cookie || carrier.type == CarrierType::SetCookie;
    const qsizetype size = isCookie ? m_token.size() + carrier.name.size() : m_token.size();
    const bool isHeader = carrier.type == CarrierType::Header || isCookie;
    const auto facts = [size](qsizetype limit) {
        return base::Facts{{"bytes"_L1, qlonglong(size)}, {"limit"_L1, qlonglong(limit)}};
    };
    // A value that was put together from numbered cookies is told by the names in between.
    const bool isChunked = m_sighting.span.size() > m_token.size();
    if (isHeader && size > mostHeader)
        add("carrying.header_size"_L1, QString::number(size), facts(mostHeader));
    else if (isCookie && size > mostCookie && !isChunked)
        add("carrying.cookie_size"_L1, QString::number(size), facts(mostCookie));
}

base::Findings CarryingJudge::judge()
{
    if (isJwtShaped(m_sighting))
        judgeText();
    judgePlace();
    judgeSize();
    return std::move(m_findings);
}

} // namespace

base::Findings judgeCarrying(const Sighting &sighting)
{
    return CarryingJudge(sighting).judge();
}

} // namespace capture
