// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/oauthflow.h"

#include "core/capture/carryingrules.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr std::array parameterNames{"response_type"_L1,
                                    "client_id"_L1,
                                    "redirect_uri"_L1,
                                    "scope"_L1,
                                    "state"_L1,
                                    "code_challenge"_L1,
                                    "code_challenge_method"_L1,
                                    "prompt"_L1,
                                    "max_age"_L1,
                                    "grant_type"_L1,
                                    "code"_L1,
                                    "code_verifier"_L1,
                                    "error"_L1,
                                    "error_description"_L1};

bool isParameter(QByteArrayView name)
{
    return std::ranges::any_of(parameterNames, [name](QLatin1StringView known) {
        return QLatin1StringView(name) == known;
    });
}

bool isAuthorize(const OAuthRecord &record)
{
    return record.has("response_type") && record.has("client_id");
}

bool isTokenRequest(const OAuthRecord &record)
{
    return record.has("grant_type") && record.side != Side::Response;
}

bool isCallback(const OAuthRecord &record)
{
    return record.has("code") && !isTokenRequest(record) && !isAuthorize(record);
}

QList<QByteArray> words(const QByteArray &text)
{
    return text.split(' ');
}

//! One pass over the records, in their order.
class FlowJudge
{
public:
    FlowJudge(const QList<OAuthRecord> &records, const Capture &capture)
        : m_records(records)
        , m_capture(capture)
    {
    }

    [[nodiscard]] base::Findings judge();

private:
    void index(const OAuthRecord &record);
    void judgeAuthorize(const OAuthRecord &record);
    void judgeChallenge(const OAuthRecord &record);
    void judgeScope(const OAuthRecord &record);
    void judgeTokenRequest(const OAuthRecord &record);
    void judgeCode(const OAuthRecord &record);
    void judgeVerifier(const OAuthRecord &record, const OAuthRecord &authorize);
    void judgeSame(const OAuthRecord &record, const OAuthRecord &authorize, const char *name,
                   QLatin1StringView id);
    void judgeError(const OAuthRecord &record);
    void add(const OAuthRecord &record, QLatin1StringView id, const QString &found = {},
             const QString &expected = {}, base::Facts facts = {});
    [[nodiscard]] const OAuthRecord *authorizeOf(const OAuthRecord &tokenRequest) const;
    [[nodiscard]] const Request *requestOf(const OAuthRecord &record) const;

    const QList<OAuthRecord> &m_records;
    const Capture &m_capture;
    base::Findings m_findings;
    QHash<QByteArray, const OAuthRecord *> m_byState; //!< Authorization requests.
    QHash<QByteArray, QList<const OAuthRecord *>> m_byClient; //!< Authorization requests.
    QHash<QByteArray, const OAuthRecord *> m_callbacks; //!< By code.
    QHash<QByteArray, qlonglong> m_codeUses;
    QSet<QByteArray> m_judged; //!< A redirect and the request that follows it say the same.
};

void FlowJudge::add(const OAuthRecord &record, QLatin1StringView id, const QString &found,
                    const QString &expected, base::Facts facts)
{
    if (record.request >= 0)
        facts.insert("request"_L1, qlonglong(record.request));
    base::Finding finding = carryingFinding(id, found, facts);
    finding.expected = expected;
    finding.span = record.span;
    m_findings.append(finding);
}

const Request *FlowJudge::requestOf(const OAuthRecord &record) const
{
    return record.request >= 0 && record.request < m_capture.requests.size()
        ? &m_capture.requests[record.request]
        : nullptr;
}

void FlowJudge::index(const OAuthRecord &record)
{
    if (isAuthorize(record)) {
        m_byClient[record.value("client_id")].append(&record);
        if (record.has("state"))
            m_byState.insert(record.value("state"), &record);
    } else if (isCallback(record) && !m_callbacks.contains(record.value("code"))) {
        m_callbacks.insert(record.value("code"), &record);
    }
}

//! RFC 7636 sections 4.2 and 4.3: without a method the challenge is the verifier itself.
void FlowJudge::judgeChallenge(const OAuthRecord &record)
{
    const QByteArray method = record.value("code_challenge_method");
    const bool wantsCode = words(record.value("response_type")).contains("code");
    if (wantsCode && record.value("code_challenge").isEmpty())
        add(record, "request.pkce_missing"_L1);
    else if (wantsCode && method != "S256")
        add(record, "request.pkce_plain"_L1, QString::fromUtf8(method));
}

void FlowJudge::judgeScope(const OAuthRecord &record)
{
    const QByteArray scope = record.value("scope");
    const QList<QByteArray> scopes = words(scope);
    if (scope.contains('+')) // It was sent as %2B: a plus that was meant as a blank.
        add(record, "request.scope_plus"_L1, QString::fromUtf8(scope));
    else if (scopes.contains("offline_access") && !scopes.contains("openid"))
        add(record, "request.openid_missing"_L1, QString::fromUtf8(scope));
}

void FlowJudge::judgeAuthorize(const OAuthRecord &record)
{
    judgeChallenge(record);
    judgeScope(record);
    const QList<QByteArray> prompts = words(record.value("prompt"));
    if (prompts.contains("none") && prompts.size() > 1)
        add(record, "request.prompt_none"_L1, QString::fromUtf8(record.value("prompt")));
    else if (prompts.contains("none") && record.has("max_age"))
        add(record, "request.prompt_none"_L1,
            u"max_age="_s + QString::fromUtf8(record.value("max_age")));
    const QByteArray type = record.value("response_type");
    if (words(type).contains("token") || words(type).contains("id_token"))
        add(record, "request.implicit"_L1, QString::fromUtf8(type));
}

//! By the state that came back with the code; else the only one of this client.
const OAuthRecord *FlowJudge::authorizeOf(const OAuthRecord &tokenRequest) const
{
    const OAuthRecord *callback = m_callbacks.value(tokenRequest.value("code"));
    const OAuthRecord *byState = callback ? m_byState.value(callback->value("state")) : nullptr;
    const auto ofClient = m_byClient.value(tokenRequest.value("client_id"));
    return !byState && ofClient.size() == 1 ? ofClient.first() : byState;
}

void FlowJudge::judgeVerifier(const OAuthRecord &record, const OAuthRecord &authorize)
{
    const QByteArray verifier = record.value("code_verifier");
    const QByteArray challenge = authorize.value("code_challenge");
    if (verifier.isEmpty() || challenge.isEmpty())
        return;
    const QByteArray hashed
        = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const bool isPlain = authorize.value("code_challenge_method") != "S256";
    const QByteArray made = isPlain ? verifier : hashed;
    if (made == challenge)
        add(record, "request.pkce_match"_L1);
    else
        add(record, "request.pkce_mismatch"_L1, QString::fromUtf8(made),
            QString::fromUtf8(challenge), {{"same"_L1, verifier == challenge}});
}

void FlowJudge::judgeSame(const OAuthRecord &record, const OAuthRecord &authorize, const char *name,
                          QLatin1StringView id)
{
    if (record.has(name) && authorize.has(name) && record.value(name) != authorize.value(name))
        add(record, id, QString::fromUtf8(record.value(name)),
            QString::fromUtf8(authorize.value(name)));
}

//! RFC 6749 section 4.1.2: for one use, and for ten minutes at most; Authgear's live for five.
void FlowJudge::judgeCode(const OAuthRecord &record)
{
    const QByteArray code = record.value("code");
    const qlonglong uses = ++m_codeUses[code];
    if (uses > 1)
        add(record, "request.code_reused"_L1, QString::number(uses), {}, {{"count"_L1, uses}});
    const OAuthRecord *callback = m_callbacks.value(code);
    const Request *sent = requestOf(record);
    const Request *got = callback ? requestOf(*callback) : nullptr;
    if (!sent || !got || !sent->time || !got->time)
        return;
    constexpr std::chrono::seconds authgearLimit{300};
    constexpr std::chrono::seconds limit{600};
    const auto allowed = sent->url.endsWith("/oauth2/token") ? authgearLimit : limit;
    const auto age = std::chrono::floor<std::chrono::seconds>(*sent->time - *got->time);
    if (age > allowed)
        add(record, "request.code_late"_L1, QString::number(age.count()), {},
            {{"seconds"_L1, qlonglong(age.count())}, {"limit"_L1, qlonglong(allowed.count())}});
}

void FlowJudge::judgeTokenRequest(const OAuthRecord &record)
{
    const Request *request = requestOf(record);
    if (record.type == CarrierType::Query && request && request->method == "GET")
        add(record, "request.token_by_get"_L1, QString::fromUtf8(request->method));
    if (!record.has("code"))
        return;
    judgeCode(record);
    const OAuthRecord *authorize = authorizeOf(record);
    if (!authorize)
        return;
    judgeVerifier(record, *authorize);
    judgeSame(record, *authorize, "redirect_uri", "request.redirect_uri_differs"_L1);
    judgeSame(record, *authorize, "client_id", "request.client_differs"_L1);
}

void FlowJudge::judgeError(const OAuthRecord &record)
{
    base::Findings findings
        = judgeErrorAnswer(record.value("error"), record.value("error_description"), record.span);
    for (base::Finding &finding : findings) {
        if (record.request >= 0)
            finding.facts.insert("request"_L1, qlonglong(record.request));
        m_findings.append(finding);
    }
}

QByteArray fingerprint(const OAuthRecord &record)
{
    QByteArray text;
    for (const QLatin1StringView name : parameterNames)
        text += record.values.value(QByteArray(name.data(), name.size())) + '\0';
    return text;
}

base::Findings FlowJudge::judge()
{
    for (const OAuthRecord &record : m_records)
        index(record);
    for (const OAuthRecord &record : m_records) {
        const bool isToken = isTokenRequest(record);
        const QByteArray print = fingerprint(record);
        if (!isToken && m_judged.contains(print))
            continue;
        m_judged.insert(print);
        if (isToken)
            judgeTokenRequest(record);
        else if (isAuthorize(record))
            judgeAuthorize(record);
        else if (record.has("error"))
            judgeError(record);
    }
    return std::move(m_findings);
}

} // namespace

void OAuthFlow::note(qsizetype request, CarrierType type, Side side, const QList<NamedText> &pairs)
{
    constexpr qsizetype longest = 4096;
    constexpr qsizetype mostRecords = 100'000;
    OAuthRecord record{request, type, side, {}, {}};
    for (const NamedText &pair : pairs) {
        const QByteArray &name = pair.name.bytes();
        if (!isParameter(name) || pair.value.size() > longest || record.values.contains(name))
            continue;
        record.values.insert(name, pair.value.bytes());
        const base::Span span{pair.name.span().start, pair.value.span().end};
        record.span = record.span.isValid()
            ? base::Span{record.span.start, std::max(record.span.end, span.end)}
            : span;
    }
    const bool isOne = isAuthorize(record) || record.has("grant_type") || record.has("error")
        || (record.has("code") && record.has("state"));
    if (isOne && m_records.size() < mostRecords)
        m_records.append(record);
}

base::Findings OAuthFlow::judge(const Capture &capture) const
{
    return FlowJudge(m_records, capture).judge();
}

} // namespace capture
