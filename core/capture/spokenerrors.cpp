// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"
#include "core/capture/lines.h"
#include "core/capture/logcauses.h"
#include "core/capture/textsearch.h"

#include <algorithm>
#include <array>

namespace capture {

namespace {

constexpr qsizetype longestSentence = 300;

//! Codes that are no words of any text, RFC 6749 sections 4.1.2.1 and 5.2, RFC 8707, RFC 9449.
constexpr auto codes = std::to_array<QByteArrayView>(
    {"invalid_grant", "invalid_client", "unauthorized_client", "unsupported_grant_type",
     "unsupported_response_type", "invalid_scope", "invalid_target", "invalid_dpop_proof",
     "login_required", "interaction_required", "consent_required"});

//! What stands on a line that reports a failure, to the letter: a page that explains "error codes"
//! has none of these.
constexpr auto failures
    = std::to_array<QByteArrayView>({"xception", "rror: ", "ERR", "rror=", "rror\":", "[error]",
                                     "failed", "oauth2: ", " 400", "=400", ":400"});

bool isLetter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

//! The string of JSON that begins at `at`, perhaps with a backslash before each of its quotes
//! because it stands in another string. Empty where there is none.
base::Span stringAt(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && text[at] == '\\')
        ++at;
    if (at >= text.size() || text[at] != '"')
        return {at, at};
    const qsizetype start = at + 1;
    const qsizetype quote = text.indexOf('"', start);
    qsizetype end = quote < 0 ? start : quote;
    while (end > start && text[end - 1] == '\\')
        --end;
    return {start, end};
}

//! The value behind a name whose first letter stands at `name`.
base::Span valueOf(QByteArrayView text, qsizetype name, qsizetype size)
{
    qsizetype at = name + size;
    while (at < text.size() && text[at] == '\\')
        ++at;
    if (name == 0 || text[name - 1] != '"' || at >= text.size() || text[at] != '"')
        return {at, at};
    ++at;
    while (at < text.size() && (text[at] == ' ' || text[at] == ':'))
        ++at;
    return stringAt(text, at);
}

//! {"error":"…","error_description":"…"} in the middle of a line, where no reader of JSON begins.
void judgeMembers(const SourceText &text, base::Findings &findings)
{
    constexpr QByteArrayView description("error_description");
    constexpr QByteArrayView code("\"error");
    const QByteArrayView bytes = text.bytes();
    for (qsizetype at = find(bytes, description); at >= 0;
         at = find(bytes, description, at + description.size())) {
        const qsizetype from = std::max(at - longestSentence, qsizetype(0));
        const qsizetype to = std::min(at + 2 * longestSentence, bytes.size());
        const QByteArrayView near = bytes.sliced(from, to - from);
        const base::Span said = valueOf(near, at - from, description.size());
        const qsizetype before = near.first(at - from).lastIndexOf(code);
        const base::Span error
            = before < 0 ? base::Span{0, 0} : valueOf(near, before + 1, code.size() - 1);
        if (said.size() > 0 && error.size() > 0)
            findings += judgeErrorAnswer(near.sliced(error.start, error.size()).toByteArray(),
                                         near.sliced(said.start, said.size()).toByteArray(),
                                         text.span(from + said.start, said.size()));
    }
}

bool reportsFailure(QByteArrayView line)
{
    return std::ranges::any_of(failures,
                               [line](QByteArrayView failure) { return line.contains(failure); });
}

//! What stands between a code and its description, and what ends that; the line where nothing does.
struct Joint
{
    QByteArrayView text;
    char end = '\n';
};
constexpr auto joints = std::to_array<Joint>({
    {": "}, // Authgear's SDKs
    {") "}, // oauthlib: "(invalid_grant) …"
    {" (", ')'}, // openid-client
    {"\" \"", '"'}, // Go's oauth2
    {"\",\"errorDescription\":\"", '"'}, // AppAuth
    {"\", errorDescription: Optional(\"", '"'}, // Authgear's SDK for iOS
});

//! Where the description of the code that ends at `from` stands; empty where it has none.
base::Span descriptionAt(QByteArrayView text, qsizetype from)
{
    const QByteArrayView rest = text.sliced(from);
    const auto joint = std::ranges::find_if(
        joints, [rest](const Joint &row) { return rest.startsWith(row.text); });
    if (joint == joints.end())
        return {from, from};
    const qsizetype start = from + joint->text.size();
    const qsizetype longest = std::min(start + longestSentence, text.size());
    const QByteArrayView near = text.first(longest);
    const qsizetype end = near.indexOf(joint->end, start);
    return {start, std::min(lineEnd(near, start), end < 0 ? longest : end)};
}

//! "OAuthException: invalid_grant: invalid refresh token", as SDKs write it.
void judgeSentences(const SourceText &text, QByteArrayView code, base::Findings &findings)
{
    const QByteArrayView bytes = text.bytes();
    for (qsizetype at = find(bytes, code); at >= 0; at = find(bytes, code, at + code.size())) {
        const base::Span said = descriptionAt(bytes, at + code.size());
        const qsizetype from = std::max(at - longestSentence, qsizetype(0));
        const QByteArrayView before = bytes.sliced(from, at - from);
        const bool isWord = before.isEmpty() || (!isLetter(before.back()) && before.back() != '_');
        const QByteArrayView line = before.sliced(before.lastIndexOf('\n') + 1);
        const SourceText sentence = text.sliced(said.start, said.size()).trimmed();
        if (isWord && !sentence.isEmpty() && reportsFailure(line))
            findings += judgeErrorAnswer(code.toByteArray(), sentence.bytes(), sentence.span());
    }
}

//! Where the challenge begins that the parameter at `at` belongs to, RFC 6750 section 3; -1: none.
qsizetype schemeBefore(QByteArrayView text, qsizetype at)
{
    constexpr std::array schemes{QByteArrayView("Bearer "), QByteArrayView("DPoP ")};
    const qsizetype from = std::max(at - longestSentence, qsizetype(0));
    const QByteArrayView before = text.sliced(from, at - from);
    const qsizetype line = before.lastIndexOf('\n') + 1;
    qsizetype scheme = -1;
    for (const QByteArrayView each : schemes)
        scheme = std::max(scheme, before.lastIndexOf(each));
    return scheme < line ? -1 : from + scheme;
}

//! Bearer error="invalid_token", error_description="…" in the middle of a line. Without words of
//! its own it says no more than the status.
void judgeChallenges(const SourceText &text, base::Findings &findings)
{
    constexpr QByteArrayView description(" error_description=\"");
    const QByteArrayView bytes = text.bytes();
    qsizetype done = 0;
    for (qsizetype at = find(bytes, description); at >= 0;
         at = find(bytes, description, at + description.size())) {
        const qsizetype start = schemeBefore(bytes, at);
        if (start < done)
            continue;
        done = std::min(lineEnd(bytes, at), at + 2 * longestSentence);
        findings += judgeChallenge(text.sliced(start, done - start));
    }
}

} // namespace

base::Findings judgeSpokenErrors(const SourceText &text)
{
    base::Findings findings;
    if (!text.bytes().contains('_')) // most lines
        return findings;
    judgeMembers(text, findings);
    judgeChallenges(text, findings);
    for (const QByteArrayView code : codes)
        judgeSentences(text, code, findings);
    return findings;
}

} // namespace capture
