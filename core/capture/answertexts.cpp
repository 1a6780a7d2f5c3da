// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/answers.h"
#include "core/capture/carryingrules.h"
#include "core/capture/oauthflow.h"
#include "core/http/urlparts.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

//! Of the page's lines "key: value"; null when the key is not there.
QByteArray lineValue(const QByteArray &page, QByteArrayView key)
{
    for (const QByteArray &line : page.split('\n')) {
        if (line.startsWith(key) && line.sliced(key.size()).startsWith(": "))
            return line.sliced(key.size() + 2).trimmed();
    }
    return {};
}

struct Page
{
    QByteArrayView text;
    QLatin1StringView id;
};
// What Authgear answers before any endpoint is reached, reference authgear 1.4.
constexpr auto pages = std::to_array<Page>({
    {"app not found", "answer.app_not_found"_L1},
    {"Your IP is not allowed to access this resource", "answer.address_blocked"_L1},
    {"Your User-Agent is not allowed to access this resource", "answer.agent_blocked"_L1},
});

base::Finding aboutRequest(QLatin1StringView id, qsizetype request, const QString &found,
                           const base::Span &span)
{
    base::Finding finding = carryingFinding(id, found, {{"request"_L1, qlonglong(request)}});
    finding.span = span;
    return finding;
}

//! One name in two spellings, of which only one is served.
bool isOtherCase(const QString &path, QLatin1StringView end)
{
    return path.endsWith(end, Qt::CaseInsensitive) && !path.endsWith(end);
}

void judgeTarget(const Capture &capture, qsizetype index, const QString &path,
                 base::Findings &findings)
{
    const base::Span &span = capture.requests[index].span;
    if (isOtherCase(path, "/oauth2/userinfo"_L1))
        findings.append(aboutRequest("request.userinfo_case"_L1, index, path, span));
    if (path.endsWith("/oauth2/introspect"_L1) && capture.requests[index].status == 404)
        findings.append(aboutRequest("request.no_introspection"_L1, index, path, span));
    const bool isOurs = path.contains("/oauth2/"_L1) || path.contains("/.well-known/"_L1);
    if (path.startsWith("//"_L1) && isOurs)
        findings.append(aboutRequest("request.double_slash"_L1, index, path, span));
}

bool isJwt(const Sighting &sighting)
{
    return sighting.carrier.name == "token"_L1 && sighting.token.count('.') == 2
        && sighting.kind.kind != jose::Kind::UuidSecret;
}

//! Reference authgear 3.10: a JWT there is taken for a refresh token that nobody knows.
void judgeRevocations(const Capture &capture, const QHash<qsizetype, QString> &paths,
                      base::Findings &findings)
{
    for (const Sighting &sighting : capture.sightings) {
        if (isJwt(sighting) && paths.value(sighting.request).endsWith("/oauth2/revoke"_L1))
            findings.append(aboutRequest("request.revoke_jwt"_L1, sighting.request,
                                         sighting.carrier.name, sighting.span));
    }
}

//! Reference authgear 6: no header at all means nobody was signed in, or a bad bearer token.
void judgeResolverAnswers(const Capture &capture, const QHash<qsizetype, QString> &paths,
                          base::Findings &findings)
{
    QSet<qsizetype> answered;
    for (const base::Finding &finding : capture.findings) {
        if (finding.id.startsWith("resolver."_L1))
            answered.insert(requestOf(finding));
    }
    constexpr int ok = 200;
    for (qsizetype index = 0; index < capture.requests.size(); ++index) {
        const Request &request = capture.requests[index];
        if (request.status == ok && !answered.contains(index)
            && paths.value(index).endsWith("/_resolver/resolve"_L1))
            findings.append(aboutRequest("resolver.absent"_L1, index, {}, request.span));
    }
}

} // namespace

base::Findings judgeAnswerText(const SourceText &body)
{
    constexpr qsizetype longest = 4096;
    constexpr QByteArrayView page("Invalid OAuth authorization request:");
    if (body.size() > longest)
        return {};
    const QByteArray text = body.bytes().trimmed();
    const auto known = std::ranges::find(pages, QByteArrayView(text), &Page::text);
    if (known != pages.end())
        return {answerFinding(known->id, {{}, text, body.span()})};
    if (!text.startsWith(page))
        return {};
    return judgeErrorAnswer(lineValue(text, "error"), lineValue(text, "error_description"),
                            body.span());
}

std::optional<base::Finding> judgeMove(const Capture &capture, qsizetype index,
                                       const QByteArray &location)
{
    constexpr int temporaryRedirect = 307;
    const Request &request = capture.requests[index];
    const auto from = http::splitUrl(QString::fromUtf8(request.url));
    const auto to = http::splitUrl(QString::fromUtf8(location));
    if (request.status != temporaryRedirect || !from || !to || from->path != to->path)
        return std::nullopt;
    if (from->origin() == to->origin())
        return std::nullopt;
    return aboutRequest("answer.other_origin"_L1, index, to->base(), request.span);
}

base::Findings judgeTargets(const Capture &capture)
{
    base::Findings findings;
    QHash<qsizetype, QString> paths;
    for (qsizetype index = 0; index < capture.requests.size(); ++index) {
        const QByteArray &url = capture.requests[index].url;
        // Most requests of a large capture go somewhere else.
        const bool mayMatter = url.contains("oauth2") || url.contains("/.well-known/")
            || url.contains("/_resolver/");
        const auto parts = mayMatter ? http::splitUrl(QString::fromUtf8(url)) : std::nullopt;
        if (!parts)
            continue;
        paths.insert(index, parts->path);
        judgeTarget(capture, index, parts->path, findings);
    }
    judgeRevocations(capture, paths, findings);
    judgeResolverAnswers(capture, paths, findings);
    return findings;
}

} // namespace capture
