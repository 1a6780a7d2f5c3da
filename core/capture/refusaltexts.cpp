// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/answers.h"
#include "core/capture/decode.h"
#include "core/capture/oauthflow.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

// Longer bodies are pages, and pages speak of everything.
constexpr qsizetype longestSentence = 300;

//! What frameworks call the sentence in an error answer of theirs.
constexpr auto names = std::to_array<QByteArrayView>(
    {"message", "Message", "msg", "error_description", "error_message", "errorMessage", "detail",
     "details", "description", "reason", "title", "error", "errors", "exp", "errorSummary",
     "status"}); // Okta, tymon/jwt-auth

//! The one that tells something, or else the first; {"error": {"message": …}} and
//! {"errors": [{"message": …}]} are looked into.
QByteArray sentenceOf(base::json::Value object)
{
    constexpr int deepest = 4;
    QByteArray first;
    for (int depth = 0; depth < deepest && object.isObject(); ++depth) {
        base::json::Value inner;
        for (const QByteArrayView name : names) {
            const base::json::Value value = object.member(name);
            if (value.isString() && !causeIn(value.toUtf8()).isEmpty())
                return value.toUtf8();
            if (value.isString() && first.isEmpty())
                first = value.toUtf8();
            const base::json::Value item = value.isArray() ? value.at(0) : value;
            if (item.isObject() && !inner)
                inner = item;
        }
        object = inner;
    }
    return first;
}

//! The text of the first of these elements; frameworks put their error there.
QByteArray elementText(const SourceText &page)
{
    constexpr std::array<QByteArrayView, 3> elements{"<pre>", "<h1>", "<title>"};
    const QByteArrayView bytes = page.bytes();
    for (const QByteArrayView element : elements) {
        const qsizetype open = bytes.indexOf(element);
        if (open < 0)
            continue;
        const qsizetype from = open + element.size();
        const qsizetype close = bytes.indexOf('<', from);
        const qsizetype end = close < 0 ? bytes.size() : close;
        return htmlUnescaped(page.sliced(from, end - from)).bytes().trimmed();
    }
    return {};
}

QByteArray sentenceIn(const SourceText &body)
{
    const QByteArrayView bytes = body.bytes();
    if (bytes.startsWith('{'))
        return sentenceOf(base::json::Document::read(body.bytes()).root());
    if (bytes.startsWith('<'))
        return elementText(body);
    return bytes.contains('\n') ? QByteArray() : body.bytes();
}

//! A challenge that names no error: some frameworks send it with every refusal.
bool isBare(const base::Finding &cause)
{
    return cause.id == "answer.no_token"_L1
        && cause.facts.value(u"description"_s).toString().isEmpty();
}

} // namespace

bool isAnswerTo(const base::Finding &finding, qsizetype request)
{
    return request >= 0 && finding.id.startsWith("answer."_L1) && requestOf(finding) == request;
}

bool isVague(const base::Finding &cause)
{
    return cause.id == "answer.token_refused"_L1 || isBare(cause);
}

bool yieldTo(base::Findings &told, const base::Finding &cause, qsizetype request)
{
    // Causes of one answer stand together: requests come one by one.
    constexpr qsizetype near = 16;
    for (qsizetype i = told.size() - 1; i >= std::max(told.size() - near, qsizetype(0)); --i) {
        if (!isAnswerTo(told[i], request))
            continue;
        if (told[i].id == cause.id || (isVague(cause) && !isBare(told[i])))
            return false;
        if (isVague(told[i]))
            told.removeAt(i);
    }
    return true;
}

base::Findings judgeRefusal(const SourceText &body)
{
    if (body.size() > longestComplaint)
        return {};
    const QByteArray sentence = sentenceIn(body.trimmed()).left(longestSentence);
    base::Findings findings = judgeSentence({{}, sentence, body.span()});
    for (base::Finding &finding : findings)
        finding.facts.insert("place"_L1, u"body"_s);
    return findings;
}

} // namespace capture
