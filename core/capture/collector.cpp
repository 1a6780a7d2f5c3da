// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/collector.h"

#include "core/capture/answers.h"
#include "core/capture/bodies.h"
#include "core/capture/carryingrules.h"
#include "core/capture/credentials.h"
#include "core/capture/logcauses.h"
#include "core/capture/meretimes.h"
#include "core/capture/nesting.h"
#include "core/capture/oauthflow.h"
#include "core/capture/placeholders.h"
#include "core/capture/roles.h"
#include "core/capture/sightings.h"
#include "core/capture/tokenscan.h"
#include "core/http/headers.h"
#include "core/http/status.h"

#include <QHash>
#include <QScopeGuard>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr qsizetype mostFindings = 1'000;
constexpr qsizetype mostVariables = 1'000;
// So much of a log is searched for causes; tokens are searched for in all of it.
constexpr qsizetype mostAudible = 8 * 1024 * 1024;
// A variable can be used as often as it is long; this much and no more.
constexpr qsizetype mostSubstituted = 16 * 1024 * 1024;

//! What is known of a message while its pieces come in.
struct MessageFacts
{
    QByteArray host;
    QByteArray scheme;
    QByteArray contentType[3]; // by Side
    QByteArray location; //!< Of an answer that sends to an endpoint of Authgear.
    QList<NamedText> resolver[3];
};

} // namespace

struct Collector::Private
{
    Limits limits;
    Sightings sightings;
    QList<Request> requests;
    base::Findings findings;
    QHash<qsizetype, MessageFacts> facts;
    OAuthFlow flow;
    QHash<QByteArray, QByteArray> variables;
    QSet<QString> masked; //!< Carriers of which it was told.
    QSet<QLatin1StringView> told; //!< Causes that belong to no request.
    qsizetype audible = mostAudible;
    qsizetype substitutable = mostSubstituted;
    Around around;
    int depth = 0;
    bool isCut = false;

    void cut(QLatin1StringView what, qsizetype limit);
    void nameRequest(base::Finding &finding, qsizetype request) const;
    [[nodiscard]] bool isRepeated(const base::Finding &finding) const;
    [[nodiscard]] Carrier carrierOf(const Carrier &inner) const;
    [[nodiscard]] bool isRefused(qsizetype request) const;
    [[nodiscard]] bool isExplained(qsizetype request) const;
    [[nodiscard]] base::Findings judgeMoves(const Capture &capture) const;
    void finishRequests();
};

//! Said once: what comes after is left out, whatever it is.
void Collector::Private::cut(QLatin1StringView what, qsizetype limit)
{
    if (std::exchange(isCut, true))
        return;
    findings.append(
        carryingFinding("capture.limit"_L1, QString::number(limit), {{"what"_L1, QString(what)}}));
}

void Collector::Private::nameRequest(base::Finding &finding, qsizetype request) const
{
    if (request >= 0)
        finding.facts.insert("request"_L1, qlonglong(request));
}

//! "session.access_token": the cookie, and the member of the JSON text in it.
Carrier Collector::Private::carrierOf(const Carrier &inner) const
{
    if (!around.carrier || inner.type != CarrierType::Json)
        return inner;
    const QString name
        = inner.name.isEmpty() ? around.carrier->name : around.carrier->name + u'.' + inner.name;
    return {around.carrier->type, name, around.carrier->side};
}

bool Collector::Private::isRefused(qsizetype request) const
{
    return request >= 0 && http::isRefusalStatus(requests[request].status);
}

//! Whether the answer has told a cause already. It stands near: requests come one by one.
bool Collector::Private::isExplained(qsizetype request) const
{
    constexpr qsizetype near = 16;
    const auto recent = findings.last(std::min(near, findings.size()));
    return std::any_of(recent.begin(), recent.end(), [request](const base::Finding &finding) {
        return isAnswerTo(finding, request) && !isVague(finding);
    });
}

//! RFC 9112 section 3.2.1: the origin form leaves scheme and host to other lines.
void Collector::Private::finishRequests()
{
    for (qsizetype index = 0; index < requests.size(); ++index) {
        const auto known = facts.constFind(index);
        if (known == facts.cend())
            continue;
        Request &request = requests[index];
        if (request.url.startsWith('/') && !known->host.isEmpty())
            request.url.prepend((known->scheme.isEmpty() ? "https"_ba : known->scheme) + "://"
                                + known->host);
        for (const Side side : {Side::Request, Side::Response}) {
            const auto &headers = known->resolver[size_t(side)];
            for (base::Finding finding :
                 headers.isEmpty() ? base::Findings() : judgeResolver(headers, side)) {
                nameRequest(finding, index);
                findings.append(finding);
            }
        }
    }
}

base::Findings Collector::Private::judgeMoves(const Capture &capture) const
{
    base::Findings moves;
    for (qsizetype index = 0; index < capture.requests.size(); ++index) {
        const auto known = facts.constFind(index);
        if (known == facts.cend() || known->location.isEmpty())
            continue;
        if (const auto move = judgeMove(capture, index, known->location))
            moves.append(*move);
    }
    return moves;
}

Collector::Collector(const Limits &limits)
    : d(std::make_unique<Private>())
{
    d->limits = limits;
}

Collector::~Collector() = default;

qsizetype Collector::beginRequest(const base::Span &span)
{
    if (d->requests.size() >= d->limits.requests) {
        d->cut("requests"_L1, d->limits.requests);
        return -1;
    }
    d->requests.append({{}, {}, {}, 0, span});
    return d->requests.size() - 1;
}

qsizetype Collector::unansweredBefore(qint64 at) const
{
    constexpr qint64 farthest = 256; // A pipe, a meter of progress, "Response:" may stand between.
    const qsizetype last = d->requests.size() - 1;
    const bool isNear = last >= 0 && d->requests[last].span.end <= at
        && at - d->requests[last].span.end <= farthest;
    return isNear && d->requests[last].status == 0 && !d->requests[last].url.isEmpty() ? last : -1;
}

Request *Collector::request(qsizetype index)
{
    return index >= 0 && index < d->requests.size() ? &d->requests[index] : nullptr;
}

void Collector::url(qsizetype index, const SourceText &target)
{
    if (Request *request = this->request(index); request && request->url.isEmpty())
        request->url = target.bytes();
    link(index, Side::Request, target);
}

void Collector::link(qsizetype index, Side side, const SourceText &target)
{
    if (!enter()) // A parameter of a URL may be a URL, without end.
        return;
    const auto guard = qScopeGuard([this] { leave(); });
    const QByteArrayView bytes = target.bytes();
    const qsizetype hash = bytes.indexOf('#');
    const qsizetype queryEnd = hash < 0 ? bytes.size() : hash;
    const qsizetype mark = bytes.first(queryEnd).indexOf('?');
    const qsizetype pathEnd = mark < 0 ? queryEnd : mark;
    text(index, side, target.sliced(0, pathEnd));
    if (mark >= 0)
        parameters(index, CarrierType::Query, side, target.sliced(mark + 1, queryEnd - mark - 1));
    if (hash < 0)
        return;
    // A route of a single-page application may stand before the parameters: "#/callback?code=…".
    // Or a second mark, where the issuer put its parameters behind a route: "#/cb#id_token=…".
    const qsizetype route = std::max({hash, bytes.indexOf('?', hash), bytes.lastIndexOf('#')});
    parameters(index, CarrierType::Fragment, side, target.sliced(route + 1));
}

void Collector::cookie(qsizetype index, Side side, const SourceText &name, const SourceText &value)
{
    const bool isSet = side == Side::Response;
    const auto type = isSet ? CarrierType::SetCookie : CarrierType::Cookie;
    if (name.isEmpty() && isMask(value.bytes())) // the whole field
        return noteMask(index, {type, isSet ? u"Set-Cookie"_s : u"Cookie"_s, side}, value);
    parameter(index, {type, name.toString(), side}, value);
}

void Collector::parameters(qsizetype index, CarrierType type, Side side, const SourceText &encoded)
{
    const QList<NamedText> pairs = formPairs(encoded);
    d->flow.note(index, type, side, pairs);
    for (const NamedText &pair : pairs) {
        if (pair.value.isEmpty()) // "?eyJ…" has no name
            text(index, side, pair.name);
        else
            parameter(index, {type, pair.name.toString(), side}, pair.value);
    }
}

void Collector::parameter(qsizetype index, const Carrier &carrier, const SourceText &value)
{
    if (value.isEmpty() || readNested(*this, index, carrier, value))
        return;
    const QList<FoundToken> tokens = tokensOf(value, d->limits.sightings);
    for (const FoundToken &found : tokens)
        sightFound(index, carrier, value, found);
    if (!tokens.isEmpty())
        return;
    const SourceText trimmed = value.trimmed();
    const Role role = roleOf(carrier);
    if (isPlausible(role, trimmed.bytes()))
        sight(index, carrier, trimmed);
    else if (role != Role::Unknown && role != Role::AuthorizationCode && isMask(trimmed.bytes()))
        noteMask(index, carrier, trimmed);
}

void Collector::noteMask(qsizetype index, const Carrier &carrier, const SourceText &mask)
{
    const QString known = QString(name(carrier.type)) + u' ' + carrier.name.toLower();
    if (d->masked.size() >= mostFindings || d->masked.contains(known))
        return;
    d->masked.insert(known);
    base::Finding finding
        = carryingFinding("carrying.masked"_L1, mask.toString(),
                          {{"carrier"_L1, QString(name(carrier.type))}, {"name"_L1, carrier.name}});
    finding.span = mask.span();
    add(finding, index);
}

void Collector::sightFound(qsizetype index, const Carrier &carrier, const SourceText &text,
                           const FoundToken &found)
{
    base::Findings findings = judgeLineBefore(text, found.start, found.end);
    for (const QLatin1StringView id : found.remarks())
        findings.append(carryingFinding(id));
    sight(index, carrier, found.in(text), findings);
}

void Collector::body(qsizetype index, Side side, const SourceText &body,
                     const QByteArray &contentType)
{
    QByteArray type = contentType;
    if (type.isEmpty() && index >= 0)
        type = d->facts.value(index).contentType[size_t(side)];
    if (side == Side::Response) {
        for (const base::Finding &finding : judgeAnswerText(body))
            add(finding, index);
    }
    readBody(*this, index, side, body, type);
    if (side == Side::Response)
        judgeBody(index, body);
}

//! A refusal speaks of the token in any words; other errors must name it.
void Collector::judgeBody(qsizetype index, const SourceText &body)
{
    const Request *const request = this->request(index);
    if (!request || !http::isErrorStatus(request->status) || body.size() > longestComplaint
        || d->isExplained(index))
        return;
    if (d->isRefused(index)) {
        for (const base::Finding &finding : judgeRefusal(body))
            add(finding, index);
    } else {
        remark(index, body);
    }
}

void Collector::text(qsizetype index, Side side, const SourceText &text)
{
    for (const SourceText &url : linksIn(text))
        link(index, side, url);
    if (text.bytes().contains("Invalid OAuth authorization request:")) {
        for (const base::Finding &finding : judgeAnswerText(text))
            add(finding, index);
    }
    const QList<FoundToken> whole = findTokens(text, d->limits.sightings);
    const QList<FoundToken> tokens
        = uuidSecretsIn(text) + namedSecretsIn(text, side) + encodedTokensIn(text, whole) + whole;
    for (const FoundToken &found : tokens) {
        const Carrier carrier = carrierBefore(text.bytes(), found.start, side);
        const bool isProse = carrier.type == CarrierType::Text && carrier.name.isEmpty();
        if (!isProse || !isMereBeginning(found.in(text).bytes()))
            sightFound(index, carrier, text, found);
    }
}

//! Of a text without requests each cause is told once: its lines say the same again and again.
void Collector::remark(qsizetype index, const SourceText &text, bool isAboutTokens)
{
    const SourceText heard = text.sliced(0, std::min(text.size(), d->audible));
    d->audible -= heard.size();
    for (const base::Finding &finding :
         judgeLogText(heard, isAboutTokens) + judgeSpokenErrors(heard)) {
        const bool isTold = index < 0 && d->told.contains(finding.id);
        if (index < 0)
            d->told.insert(finding.id);
        if (!isTold)
            add(finding, index);
    }
}

//! Two readers may see the same gap at one place.
bool Collector::Private::isRepeated(const base::Finding &finding) const
{
    constexpr qsizetype near = 16;
    const auto recent = findings.last(std::min(near, findings.size()));
    return finding.span.isValid()
        && std::any_of(recent.begin(), recent.end(), [&](const base::Finding &other) {
               return other.id == finding.id && other.span == finding.span;
           });
}

void Collector::add(const base::Finding &finding)
{
    if (d->findings.size() < mostFindings && !d->isRepeated(finding))
        d->findings.append(finding);
}

void Collector::add(base::Finding finding, qsizetype request)
{
    d->nameRequest(finding, request);
    if (!isAnswerTo(finding, request) || yieldTo(d->findings, finding, request))
        add(finding);
}

void Collector::sight(qsizetype index, const Carrier &carrier, const SourceText &token,
                      const base::Findings &findings)
{
    if (d->sightings.size() >= d->limits.sightings)
        return d->cut("sightings"_L1, d->limits.sightings);
    d->sightings.add(index, d->carrierOf(carrier), token, findings + d->around.findings);
}

void Collector::setVariable(const QByteArray &name, const SourceText &value)
{
    constexpr qsizetype longest = 64 * 1024;
    if (value.size() <= longest && d->variables.size() < mostVariables)
        d->variables.insert(name, value.bytes());
}

std::optional<QByteArray> Collector::variable(const QByteArray &name)
{
    const auto value = d->variables.constFind(name);
    if (value == d->variables.cend() || d->substitutable < value->size())
        return std::nullopt;
    d->substitutable -= value->size();
    return *value;
}

Collector::Around Collector::setAround(Around around)
{
    return std::exchange(d->around, std::move(around));
}

bool Collector::enter()
{
    if (d->depth >= d->limits.depth) {
        if (d->findings.size() < mostFindings)
            add(carryingFinding("capture.depth"_L1, QString::number(d->limits.depth)));
        return false;
    }
    ++d->depth;
    return true;
}

void Collector::leave()
{
    --d->depth;
}

void Collector::setHost(qsizetype index, const QByteArray &host)
{
    d->facts[index].host = host;
}

void Collector::setScheme(qsizetype index, const QByteArray &scheme)
{
    d->facts[index].scheme = scheme;
}

void Collector::setContentType(qsizetype index, Side side, const QByteArray &type)
{
    d->facts[index].contentType[size_t(side)] = type;
}

void Collector::setLocation(qsizetype index, const QByteArray &location)
{
    if (location.contains("/oauth2/") || location.contains("/.well-known/"))
        d->facts[index].location = location;
}

void Collector::addResolverHeader(qsizetype index, Side side, const NamedText &header)
{
    d->facts[index].resolver[size_t(side)].append(header);
}

Capture Collector::take()
{
    d->finishRequests();
    Capture capture;
    capture.requests = std::move(d->requests);
    capture.findings = std::move(d->findings);
    capture.sightings = d->sightings.take();
    for (Sighting &sighting : capture.sightings)
        sighting.findings += judgeCarrying(sighting);
    judgeTogether(capture);
    capture.findings += d->judgeMoves(capture) + judgeTargets(capture) + d->flow.judge(capture);
    judgeSilence(capture);
    dropMereTimes(capture);
    return capture;
}

} // namespace capture
