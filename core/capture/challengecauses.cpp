// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/answers.h"
#include "core/capture/carryingrules.h"
#include "core/http/challenge.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

struct Code
{
    QLatin1StringView error;
    QLatin1StringView id;
};
// RFC 6750 section 3.1, RFC 9470 section 3, RFC 9449 sections 7.1 and 9: what the code alone says.
constexpr auto codes = std::to_array<Code>({
    {"insufficient_scope"_L1, "answer.scope_missing"_L1},
    {"insufficient_user_authentication"_L1, "answer.sign_in_again"_L1},
    {"use_dpop_nonce"_L1, "answer.dpop_nonce"_L1},
    {"invalid_dpop_proof"_L1, "answer.dpop_refused"_L1},
    {"invalid_request"_L1, "answer.malformed"_L1},
});

QString wantedBy(const http::Challenge &challenge, QLatin1StringView id)
{
    if (id == "answer.scope_missing"_L1)
        return QString::fromUtf8(challenge.value("scope"));
    if (id != "answer.sign_in_again"_L1)
        return {};
    const QByteArray age = challenge.value("max_age");
    return QString::fromUtf8(age.isNull() ? challenge.value("acr_values") : "max_age " + age);
}

base::Findings judgeOne(const http::Challenge &challenge, const ErrorAnswer &answer)
{
    const auto code = std::ranges::find_if(codes, [&](const Code &row) {
        return answer.error == QByteArrayView(row.error.data(), row.error.size());
    });
    const bool isPlain = code == codes.end() || code->id == "answer.malformed"_L1;
    base::Findings found = isPlain ? judgeSentence(answer) : base::Findings();
    if (!found.isEmpty())
        return found;
    const QLatin1StringView id = code == codes.end() ? "answer.token_refused"_L1 : code->id;
    return {answerFinding(id, answer, wantedBy(challenge, id))};
}

bool isBearer(const http::Challenge &challenge)
{
    return challenge.is("Bearer") || challenge.is("DPoP") || challenge.scheme.isEmpty();
}

base::Findings othersWanted(const QList<http::Challenge> &challenges, const base::Span &span)
{
    QStringList names;
    for (const http::Challenge &challenge : challenges)
        names.append(QString::fromUtf8(challenge.scheme));
    constexpr qsizetype most = 8;
    return {answerFinding("answer.scheme_wanted"_L1, {{}, {}, span},
                          names.first(std::min(names.size(), most)).join(u", "_s))};
}

//! Its words as a person would repeat them: "invalid authorization code (invalid_grant)".
QString saidBy(const ErrorAnswer &answer)
{
    const QString error = QString::fromUtf8(answer.error);
    const QString description = QString::fromUtf8(answer.description);
    if (error.isEmpty() || description.isEmpty())
        return error + description;
    return description + u" ("_s + error + u')';
}

} // namespace

base::Finding answerFinding(QLatin1StringView id, const ErrorAnswer &answer, const QString &found)
{
    base::Finding finding
        = carryingFinding(id, found,
                          {{"error"_L1, QString::fromUtf8(answer.error)},
                           {"description"_L1, QString::fromUtf8(answer.description)},
                           {"said"_L1, saidBy(answer)}});
    finding.span = answer.span;
    return finding;
}

base::Findings judgeChallenge(const SourceText &wwwAuthenticate)
{
    constexpr qsizetype most = 8;
    const QList<http::Challenge> challenges = http::readChallenges(wwwAuthenticate.bytes());
    base::Findings findings;
    bool isOffered = false;
    for (const http::Challenge &challenge : challenges) {
        if (!isBearer(challenge) || findings.size() >= most)
            continue;
        isOffered = true;
        const ErrorAnswer answer{challenge.value("error"), challenge.value("error_description"),
                                 wwwAuthenticate.span()};
        if (!answer.error.isEmpty() || !answer.description.isEmpty())
            findings += judgeOne(challenge, answer);
    }
    // A challenge beside one with an error only tells what else would be taken.
    if (findings.isEmpty() && isOffered)
        return {answerFinding("answer.no_token"_L1, {{}, {}, wwwAuthenticate.span()})};
    if (findings.isEmpty() && !challenges.isEmpty())
        return othersWanted(challenges, wwwAuthenticate.span());
    return findings;
}

} // namespace capture
