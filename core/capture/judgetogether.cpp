// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"
#include "core/http/address.h"
#include "core/http/urlparts.h"
#include "core/jose/token.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

using jose::Kind;

bool isAuthorization(const Carrier &carrier)
{
    return carrier.type == CarrierType::Header
        && carrier.name.compare("authorization"_L1, Qt::CaseInsensitive) == 0;
}

//! The sightings of one request's own side; what an answer brings is another matter.
using Group = QList<Sighting *>;

void note(Sighting &sighting, QLatin1StringView id, const QString &found = {},
          const base::Facts &facts = {})
{
    sighting.findings.append(carryingFinding(id, found, facts));
}

//! RFC 9110 section 5.3: only lists may stand in several fields, and a credential is none.
void judgeSeveral(const Group &sent)
{
    const auto count = std::ranges::count_if(
        sent, [](const Sighting *sighting) { return isAuthorization(sighting->carrier); });
    if (count < 2)
        return;
    for (Sighting *sighting : sent) {
        if (isAuthorization(sighting->carrier))
            note(*sighting, "carrying.several_authorization"_L1, QString::number(count),
                 {{"count"_L1, qlonglong(count)}});
    }
}

//! What a backend could take for the token that speaks for the caller. The DPoP proof, hints and
//! the credentials of a token request stand beside it rightly.
bool isSpeaker(const Sighting &sighting)
{
    const CarrierType type = sighting.carrier.type;
    const bool isPlace = type == CarrierType::Header || type == CarrierType::Query
        || type == CarrierType::Form || type == CarrierType::Cookie;
    const bool isAccess = sighting.role == Role::AccessToken
        || (sighting.role == Role::Unknown && sighting.kind.kind == Kind::AccessToken);
    return isPlace && isAccess;
}

void judgeTwo(const Group &sent)
{
    const Sighting *first = nullptr;
    for (Sighting *sighting : sent) {
        if (!isSpeaker(*sighting))
            continue;
        if (first && first->token != sighting->token)
            note(*sighting, "carrying.two_tokens"_L1, sighting->carrier.name,
                 {{"other"_L1, first->carrier.name}});
        first = first ? first : sighting;
    }
}

bool isIdTokenPlace(const Sighting &sighting)
{
    return sighting.role == Role::IdToken && sighting.carrier.side != Side::Unknown;
}

void judgeKinds(Sighting &sighting)
{
    const Kind kind = sighting.kind.kind;
    const bool isAccessPlace = sighting.role == Role::AccessToken;
    if (isAccessPlace && kind == Kind::IdToken)
        note(sighting, "carrying.id_token_in_authorization"_L1, sighting.carrier.name);
    if (isAccessPlace && kind == Kind::UuidSecret)
        note(sighting, "carrying.refresh_token_in_authorization"_L1, sighting.carrier.name);
    if (isIdTokenPlace(sighting) && (kind == Kind::AccessToken || kind == Kind::M2mToken))
        note(sighting, "carrying.access_token_as_id_token"_L1, sighting.carrier.name);
}

//! RFC 6750 section 5.3: never without TLS. On this machine nobody listens.
bool isPlainUrl(const QByteArray &url)
{
    const auto parts = http::splitUrl(QString::fromUtf8(url));
    return parts && parts->scheme.compare("http"_L1, Qt::CaseInsensitive) == 0
        && http::reachOf(parts->host) != http::Reach::Loopback;
}

//! Once a request, at the first token that was sent.
void judgeTransport(const Request &request, const Group &sent)
{
    if (sent.isEmpty() || !isPlainUrl(request.url))
        return;
    const auto parts = http::splitUrl(QString::fromUtf8(request.url));
    note(*sent.first(), "carrying.plain_http"_L1, parts->host);
}

//! Of `sid` the id behind the colon: "offline_grant:<uuid>" or "idp:<id>". Reference authgear 3.7.
QByteArray sessionOf(const Sighting &idToken)
{
    const jose::Token token = jose::Token::read(idToken.token);
    const QByteArray sid = token.claims().member("sid").toUtf8();
    const QByteArray session = QByteArray::fromBase64(sid, QByteArray::Base64UrlEncoding);
    const qsizetype colon = session.indexOf(':');
    return colon < 0 ? QByteArray() : session.sliced(colon + 1);
}

//! Refresh tokens and session cookies begin with the id of what they open.
void judgeSessions(QList<Sighting> &sightings)
{
    QHash<QByteArray, bool> sessions;
    QHash<QByteArray, bool> seen;
    for (const Sighting &sighting : sightings) {
        const bool isNew = sighting.kind.kind == Kind::IdToken && !seen.contains(sighting.token);
        if (isNew) {
            seen.insert(sighting.token, true);
            sessions.insert(sessionOf(sighting), true);
        }
    }
    for (Sighting &sighting : sightings) {
        if (sighting.kind.kind != Kind::UuidSecret)
            continue;
        const QByteArray grant = sighting.token.first(sighting.token.indexOf('.'));
        if (sessions.contains(grant))
            note(sighting, "carrying.refresh_and_id_token_same_session"_L1,
                 QString::fromLatin1(grant));
    }
}

QHash<qsizetype, Group> sentByRequest(QList<Sighting> &sightings)
{
    QHash<qsizetype, Group> groups;
    for (Sighting &sighting : sightings) {
        if (sighting.request >= 0 && sighting.carrier.side != Side::Response)
            groups[sighting.request].append(&sighting);
    }
    return groups;
}

//! The requests that a token speaks for the caller of, or a mask stands in its place.
QHash<qsizetype, QString> speakersOf(const Capture &capture)
{
    QHash<qsizetype, QString> speakers;
    const bool isStripped = std::ranges::any_of(capture.findings, [](const base::Finding &finding) {
        return finding.id == "capture.stripped"_L1;
    });
    for (qsizetype index = 0; isStripped && index < capture.requests.size(); ++index)
        speakers.insert(index, u"masked"_s);
    for (const base::Finding &finding : capture.findings) {
        if (finding.id == "carrying.masked"_L1)
            speakers.insert(requestOf(finding), u"masked"_s);
    }
    for (const Sighting &sighting : capture.sightings) {
        if (sighting.carrier.side != Side::Response && isSpeaker(sighting))
            speakers.insert(sighting.request, u"token"_s);
    }
    return speakers;
}

//! A cause that belongs to no request, told near the same cause that belongs to one: the answer's
//! body stands apart from its headers in what some tools print.
bool isEcho(const base::Finding &finding, const base::Findings &all)
{
    constexpr qint64 near = 4096;
    return std::ranges::any_of(all, [&](const base::Finding &other) {
        return other.id == finding.id && other.facts.contains(u"request"_s) && other.span.isValid()
            && std::abs(other.span.start - finding.span.start) <= near;
    });
}

void dropEchoes(base::Findings &findings)
{
    const base::Findings all = findings;
    findings.removeIf([&all](const base::Finding &finding) {
        return finding.id.startsWith("answer."_L1) && finding.span.isValid()
            && !finding.facts.contains(u"request"_s) && isEcho(finding, all);
    });
}

} // namespace

void judgeSilence(Capture &capture)
{
    const auto isSilence
        = [](const base::Finding &finding) { return finding.id == "answer.no_token"_L1; };
    if (std::ranges::none_of(capture.findings, isSilence))
        return;
    const QHash<qsizetype, QString> speakers = speakersOf(capture);
    for (base::Finding &finding : capture.findings) {
        const auto sent = speakers.constFind(requestOf(finding));
        if (isSilence(finding) && sent != speakers.cend())
            finding.facts.insert("sent"_L1, *sent);
    }
}

void judgeTogether(Capture &capture)
{
    const QHash<qsizetype, Group> groups = sentByRequest(capture.sightings);
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        judgeSeveral(*group);
        judgeTwo(*group);
        if (group.key() < capture.requests.size())
            judgeTransport(capture.requests[group.key()], *group);
    }
    for (Sighting &sighting : capture.sightings)
        judgeKinds(sighting);
    judgeSessions(capture.sightings);
    dropEchoes(capture.findings);
}

} // namespace capture
